"""The phrases of an item that could name who is to do it: a few words that begin and end as a name does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from blameless_lint.actions import due, naming
from blameless_lint.actions.phrase import is_people
from blameless_lint.actions.segments import Segment
from blameless_lint.actions.tails import is_plain
from blameless_lint.language import words
from blameless_lint.text.expression import expression
from blameless_lint.text.source import Span

_TOKEN = expression(r"\S+")
_AROUND = "\"“”‘’'*.,!?:;`()[]"
ARTICLES = frozenset(("the", "our", "my", "their", "his", "her", "your"))
JOINING = frozenset(("and", "&", "+", "of", "for", "the", "our", "from", "de", "van", "von", "der", "und", "y", "with"))
BEFORE = frozenset(
    ("by", "with", "to", "from", "for", "of", "via", "at", "ask", "have", "let", "that", "and", "through")
)
"""Words behind which a name in lower case may begin."""
_MOST, _LONGEST_PIECE, _SHORT_PIECE = 6, 45, 4
"""Words of a phrase and of a piece that is looked through, and of a piece that a nickname may begin."""
_LOGIN = expression(r"[a-z][\w.&+-]*")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a piece with its range there: `bare` is without the marks around it, `low` in lower case."""

    start: int
    end: int
    bare: str
    low: str
    stops: bool


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words from `first` to `last` of the piece `index`; `span` is their range in the whole text."""

    index: int
    words: Sequence[Word]
    first: int
    last: int
    span: Span
    text: str


def phrases(segments: Sequence[Segment], known: frozenset[str]) -> Iterator[Phrase]:
    """Yield the phrases that could name an owner; none of them is a date, a reference, a state or nobody."""
    for index, segment in enumerate(segments):
        found = split(segment.text)
        for first in range(len(found)):
            if not _may_begin(found, first, known):
                continue
            for last in _ends(found, first, known):
                start, end = found[first].start, found[last].end
                text = segment.text[start:end]
                if not _is_nobody(text):
                    yield Phrase(
                        index, found, first, last, Span(segment.span.start + start, segment.span.start + end), text
                    )


def split(text: str) -> list[Word]:
    """Return the words of a piece; those of a piece that is too long for a field are cut off."""
    found: list[Word] = []
    for match in _TOKEN.finditer(text):
        whole = match.group()
        bare = whole.strip(_AROUND)
        start = match.start() + (whole.find(bare) if bare else 0)
        end = start + len(bare) if bare else match.end()
        found.append(Word(start, end, bare, bare.lower(), whole[-1] in ".!?;:," and len(bare) > 2))
        if len(found) == _LONGEST_PIECE:
            break
    return found


def _may_begin(found: Sequence[Word], first: int, known: frozenset[str]) -> bool:
    word = found[first]
    if _NEVER_FIRST.fullmatch(word.bare):
        return False
    if not word.bare or word.low in BEFORE or word.low in _no_words():
        return word.low in ARTICLES
    if word.bare[0].isupper() or word.bare[0] in "@_~" or word.low in ARTICLES or word.low in known:
        return True
    if not _LOGIN.fullmatch(word.bare):
        return False
    behind = found[first - 1].low if first else ""
    return first == 0 or behind in BEFORE or len(found) <= _SHORT_PIECE or "." in word.bare or "_" in word.bare


def _ends(found: Sequence[Word], first: int, known: frozenset[str]) -> Iterator[int]:
    """Yield the indices of the words that a phrase from `first` on may end with."""
    for last in range(first, min(len(found), first + _MOST)):
        word = found[last]
        if not word.bare or (last > first and (word.low in words.load("action_finite_words") or word.bare.isdigit())):
            return
        if word.low in ARTICLES or (last > first and word.low in JOINING):
            continue
        if word.low in _no_words() or word.low in BEFORE:
            return
        capital = word.bare[0].isupper() or word.bare[0] in "@_~"
        if capital or word.low in known or last == first or is_worker(word.low):
            yield last
        if word.stops and not _ABBREVIATED.fullmatch(word.bare):
            return


_NEVER_FIRST = expression(
    r"[a-z]+ing|in|on|at|as|during|valid|until|till|before|after|from|due|per|than|not|no|only|so"
)
_ABBREVIATED = expression(r"[A-Z]|[A-Z][a-z]{1,3}")


@cache
def _no_words() -> frozenset[str]:
    return words.merged("action_stopwords", "action_before_objects", "action_no_subjects") - {"it"}


@lru_cache(maxsize=4096)
def is_worker(word: str) -> bool:
    """Return whether a word can end the name of a role or a team."""
    return is_people("x " + word) or naming.is_team("x " + word)


def _is_nobody(text: str) -> bool:
    return (
        naming.is_no_one(text)
        or naming.is_diffuse(text)
        or _is_crowd(text.lower())
        or due.LABEL.fullmatch(text) is not None
        or _FIELD.fullmatch(text) is not None
        or re.search(r"#\w|^[\W\d]+$", text) is not None
        or _is_field(text)
    )


@lru_cache(maxsize=1024)
def _is_field(text: str) -> bool:
    return not is_plain(Segment(Span(0, len(text)), text, "", "", inside=False))


def _is_crowd(low: str) -> bool:
    """Return whether a text names software, or all of a kind and nobody: “engineers”, “users”."""
    return low in words.merged("crowds", "software") or (
        low.endswith("s") and low.removesuffix("s") in words.load("roles")
    )


_FIELD = expression(
    r"(?:owner|dri|pic|poc|lead|assignee|responsible|ticket|jira|issue|status|priority|prio|action|task|follow-?up"
    r"|recommendation|to-?do|done|open|closed|pr|mr|link|bug|note|p\d)s?",
    re.IGNORECASE,
)
