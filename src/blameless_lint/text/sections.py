"""What a section of a post-mortem is about, by its heading."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from blameless_lint.text.document import SectionKind
from blameless_lint.text.expression import expression
from blameless_lint.text.wordlist import lines

_NUMBERING = expression(
    r"^(?:(?:part|section|chapter|phase|annex|appendix)\s+)?"
    r"(?:d\d[a-z]?\b|\d+(?:\.\d+)*[a-z]?[.):]?|[ivxlc]+[.)]|[a-z][.)]|[a-z](?=\s+[–—-])|[ivx]+(?=\s*[–—:-]))[\s–—:-]+"
)
_NO_WORD = expression(r"[^\w]+")
_SPACE = expression(" ")
_PROMPT = expression(r"\[[^\]]*\]")
_LONG_TITLE = 12
"""Words from which on a title is a sentence: only its beginning may name a kind."""


@dataclass(frozen=True, slots=True)
class _Phrases:
    """The phrases of one sort: the literal ones by their words, those with wildcards as one expression per kind.

    With an expression stand words of which a title must hold one, so that most need not be compiled.
    """

    sort: str
    kinds: tuple[SectionKind, ...]
    literal: Mapping[str, SectionKind]
    patterns: tuple[tuple[SectionKind, re.Pattern[str], frozenset[str]], ...]

    def kind(self, words: str) -> SectionKind | None:
        """Return the kind of the earliest and longest phrase that fits, or of the first of equals."""
        found = [
            (*match.span(), kind)
            for kind, pattern, needed in self.patterns
            if any(map(words.__contains__, needed)) and (match := pattern.search(words))
        ]
        found += [(start, end, self.literal[words[start:end]]) for start, end in self._literals(words)]
        if not found:
            return None
        return min(found, key=lambda place: (place[0], -place[1], self.kinds.index(place[2])))[2]

    def _literals(self, words: str) -> Iterator[tuple[int, int]]:
        """Yield where literal phrases stand: the whole title, its beginnings, or any run of words."""
        starts = [0, *(found.end() for found in _SPACE.finditer(words))]
        ends = [*(found.start() for found in _SPACE.finditer(words)), len(words)]
        if self.sort == "=":
            starts, ends = starts[: 2 if words.startswith("the ") else 1], ends[-1:]
        elif self.sort == "^":
            starts = starts[:1]
        yield from ((start, end) for start in starts for end in ends if words[start:end] in self.literal)


@lru_cache(maxsize=4096)
def kind_of(title: str) -> SectionKind | None:
    """Return what a heading says its section is about, or None where it does not say.

    Numbers, emoji and Markdown marks around the words are ignored. `SectionKind.OTHER` is returned for headings that
    name something else, such as “Background”. The wordings stand in words/sections.txt.
    """
    words = normal(title)
    if not words:
        return None
    whole, beginning, anywhere = _phrases()
    kind = whole.kind(words) or beginning.kind(words)
    if kind is None and words.count(" ") < _LONG_TITLE:
        kind = anywhere.kind(words)
    return kind


def names_kind(title: str) -> bool:
    """Return whether a whole title is the name of a kind of section."""
    return _phrases()[0].kind(normal(title)) is not None


def normal(title: str) -> str:
    """Return the words of a title in lower case, without numbering, punctuation and what stands in brackets."""
    title = unicodedata.normalize("NFKC", title).lower().strip(" *_#`~:>|\t")
    title = _NUMBERING.sub("", title)
    title = re.sub(r"\([^)]*\)", " ", title) if not title.startswith("(") else title
    title = _PROMPT.sub(" ", title) if re.search(r"\w", _PROMPT.sub("", title)) else title
    return re.sub(r"^the (?=\w+$)", "the ", _NO_WORD.sub(" ", title).replace("_", " ").strip())


@cache
def _phrases() -> tuple[_Phrases, _Phrases, _Phrases]:
    literal: dict[str, dict[str, SectionKind]] = {"=": {}, "^": {}, "": {}}
    wild: dict[str, dict[SectionKind, list[str]]] = {"=": {}, "^": {}, "": {}}
    kinds: dict[SectionKind, None] = {}
    for line in lines("sections"):
        name, phrases = line.split(": ", 1)
        kind = SectionKind(name)
        kinds.setdefault(kind)
        for phrase in phrases.split(", "):
            sort = phrase[0] if phrase[0] in "=^" else ""
            words = phrase.strip("=^, ")
            if "*" in words or "_" in words:
                wild[sort].setdefault(kind, []).append(words)
            else:
                literal[sort].setdefault(words, kind)
    whole, beginning, anywhere = (
        _Phrases(
            sort,
            tuple(kinds),
            literal[sort],
            tuple((kind, _pattern(sort, found), frozenset(map(_longest, found))) for kind, found in wild[sort].items()),
        )
        for sort in literal
    )
    return whole, beginning, anywhere


def _longest(phrase: str) -> str:
    """Return the longest run of literal characters in a phrase."""
    return max(re.split(r"[*_]", phrase), key=len)


def _pattern(sort: str, phrases: list[str]) -> re.Pattern[str]:
    alternatives = "|".join(_expression(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    if sort == "=":
        return expression(rf"^(?:the )?(?:{alternatives})$")
    return expression(rf"^(?:{alternatives})\b" if sort == "^" else rf"\b(?:{alternatives})\b")


def _expression(phrase: str) -> str:
    words = re.escape(phrase).replace(r"\*", r"\w*").replace(r"\ ", " ")
    return words.replace("_", r"\w+(?: \w+){0,2}")
