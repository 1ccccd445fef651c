"""Which kind of section a heading of its own wording comes nearest to, by the words it shares with the known ones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from blameless_lint.text.document import SectionKind
from blameless_lint.text.expression import expression
from blameless_lint.text.sections import normal
from blameless_lint.text.wordlist import lines, words

MARGIN = 0.25
"""By how much, a word, the nearest kind is ahead of the second; below it no kind is given."""
MARGIN_OF_ACTIONS = 0.5
"""The same for action items, since much that changed in the response shares words with them."""
_SHORT = 2
"""Letters up to which a word is one of grammar."""
_ENDING = expression(r"(?<=\w{3})(?:ations?|ings?|ments?|ies|ied|ers?|ed|es|ly|[sey])$")
_MESSAGE = expression(r"\s*from\b|.*\d[:.h]\d\d", re.IGNORECASE)
"""Who wrote when heads a message, not a part of the review."""


def likely_kind(title: str) -> SectionKind | None:
    """Return the kind whose known headings share most words with a title, or None where none is well ahead."""
    if _MESSAGE.match(title):
        return None
    spoken = [word for word in normal(title).split() if word.isalpha() and _counts(word)]
    scores: dict[SectionKind, float] = {}
    for word in spoken:
        shares: Mapping[SectionKind, float] = _shares().get(_stem(word), {})
        whole = sum(shares.values()) + 1 / 2
        for kind, share in shares.items():
            scores[kind] = scores.get(kind, 0.0) + share / whole
    if not scores:
        return None
    kind, best = max(scores.items(), key=lambda item: item[1])
    ahead = best - max((score for other, score in scores.items() if other is not kind), default=0.0)
    margin = MARGIN_OF_ACTIONS if kind is SectionKind.ACTIONS else MARGIN
    return kind if ahead >= margin * len(spoken) and kind is not SectionKind.OTHER else None


@cache
def _shares() -> Mapping[str, Mapping[SectionKind, float]]:
    """Return how often the known headings of each kind hold each stem; a word of many counts for less."""
    found: dict[str, dict[SectionKind, float]] = {}
    for line in lines("sections"):
        name, phrases = line.split(": ", 1)
        for phrase in phrases.split(", "):
            spoken = {_stem(word) for word in re.findall(r"[a-z]+", phrase) if _counts(word)}
            for stem in spoken:
                shares = found.setdefault(stem, {})
                shares[SectionKind(name)] = shares.get(SectionKind(name), 0.0) + 1 / len(spoken)
    return found


def _counts(word: str) -> bool:
    """Return whether a word says anything of its own."""
    return len(word) > _SHORT and word not in words("english")


def _stem(word: str) -> str:
    return _ENDING.sub("", word)
