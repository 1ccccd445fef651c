"""Whether a task addresses something that the document names: a cause, a gap in detection, a pain of the response."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from blameless_lint.language import words
from blameless_lint.language.lexicon import pattern
from blameless_lint.text.document import Block, BlockKind, Document, SectionKind
from blameless_lint.text.expression import expression
from blameless_lint.text.source import Span

_SECTIONS = (
    SectionKind.CAUSES,
    SectionKind.DETECTION,
    SectionKind.RESOLUTION,
    SectionKind.LESSONS,
    SectionKind.SUMMARY,
    SectionKind.IMPACT,
    SectionKind.TIMELINE,
    SectionKind.OTHER,
)
_CAUSAL = expression(
    r"\b(?:caus\w+|because|due to|led to|result\w*|trigger\w*|factor|since|missing|no |not |never|without|lack\w*"
    r"|only|late|slow|fail\w*|unaware|could not|did not|had to|difficult|unclear|expired|too )\b",
    re.IGNORECASE,
)
_TOKEN = expression(r"[A-Za-zÀ-ž0-9_][\wÀ-ž.-]*[\wÀ-ž]|[A-Za-z0-9]")


@dataclass(frozen=True, slots=True)
class Cause:
    """A sentence of the document that names a cause, a gap or a pain."""

    span: Span
    text: str
    kind: SectionKind
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class Link:
    """The cause that a task comes nearest to, the words they share, and how near they are, 0 to 1."""

    cause: Cause
    shared: tuple[str, ...]
    score: float


@cache
def _stop() -> frozenset[str]:
    return words.load("action_stopwords")


def stems(text: str) -> frozenset[str]:
    """Return the content words of a text, cut to the stem that their forms share."""
    found, stop = set(), _stop()
    for token in _TOKEN.findall(text):
        for part in {token, *re.split(r"[_.\-/]", token)}:
            word = part.lower().strip(".-_")
            if len(word) > 2 and word not in stop and not word.isdigit():
                found.add(_stem(word))
    return frozenset(found)


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    for ending in (
        "ations",
        "ation",
        "ities",
        "ments",
        "ment",
        "ings",
        "ing",
        "ions",
        "ion",
        "ies",
        "ers",
        "ed",
        "er",
        "es",
        "s",
        "y",
        "e",
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


MOST = 400
"""More causes than any post-mortem names; the bound keeps the work on a file of many documents in proportion."""


def causes(document: Document, taken: tuple[Span, ...]) -> tuple[Cause, ...]:
    """Return the first 400 sentences that name causes, gaps and pains, leaving out the action items at `taken`."""
    found: list[Cause] = []
    taken = tuple(sorted(taken))
    starts = [span.start for span in taken]
    for sentence in document.sentences:
        if len(found) == MOST:
            break
        block = sentence.block
        if (
            block.kind is BlockKind.HEADING
            or block.section.kind not in _SECTIONS
            or (block.cell and block.cell.is_header)
        ):
            continue
        if _is_taken(sentence.span, taken, starts):
            continue
        if _names_cause(block, sentence.text):
            found.append(Cause(sentence.span, sentence.text, block.section.kind, stems(sentence.text)))
    return tuple(found)


def _is_taken(span: Span, taken: tuple[Span, ...], starts: list[int]) -> bool:
    """Return whether a range meets one of those at `taken`, which are in order; `starts` are their beginnings."""
    place = bisect_right(starts, span.start)
    return any(other.overlaps(span) for other in taken[max(0, place - 1) : place + 1])


def _names_cause(block: Block, text: str) -> bool:
    return (
        block.section.kind in (SectionKind.CAUSES, SectionKind.DETECTION, SectionKind.SUMMARY)
        or bool(_CAUSAL.search(text))
        or block.section.kind in (SectionKind.TIMELINE, SectionKind.LESSONS, SectionKind.RESOLUTION)
    )


@dataclass(frozen=True, eq=False)
class Pool:
    """The causes that a document names, with how many of them have each stem."""

    causes: tuple[Cause, ...]

    @cached_property
    def counts(self) -> Counter[str]:
        """Return in how many causes each stem occurs."""
        return Counter(stem for cause in self.causes for stem in cause.stems)

    @cached_property
    def holding(self) -> dict[str, tuple[int, ...]]:
        """Return for each stem the places of the causes that have it."""
        found: dict[str, list[int]] = {}
        for place, cause in enumerate(self.causes):
            for stem in cause.stems:
                found.setdefault(stem, []).append(place)
        return {stem: tuple(places) for stem, places in found.items()}

    def near(self, stems: frozenset[str]) -> tuple[Cause, ...]:
        """Return the causes that share a stem, in order."""
        places = {place for stem in stems for place in self.holding.get(stem, ())}
        return tuple(self.causes[place] for place in sorted(places))

    @cached_property
    def telling(self) -> frozenset[str]:
        """Return the stems that few of the causes have."""
        few = max(2, len(self.causes) // 4)
        return frozenset(stem for stem, count in self.counts.items() if count <= few)


def nearest(text: str, pool: Pool, *, vague: bool = False) -> Link | None:
    """Return the cause that shares the most telling words with a task, or None where there are no causes."""
    if not pool.causes:
        return None
    mine = stems(text)
    clear = mine & pool.telling
    best = max(
        pool.near(mine) or pool.causes[:1], key=lambda cause: len(clear & cause.stems) + len(mine & cause.stems) / 100
    )
    values = features(text, pool, vague=vague)
    weights = OF_ONE_CAUSE if len(pool.causes) == 1 else OF_DOCUMENT
    total = weights.intercept + sum(weight * value for weight, value in zip(weights.each, values, strict=True))
    if not pool.near(mine) and pattern("action_side_wishes").search(text):
        total = min(total, _APART)
    return Link(best, tuple(sorted(mine & best.stems)), 1 / (1 + math.exp(-total)))


_APART = -2.0
"""The most that a wish which rides along is given where it shares no word with any cause."""


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic regression over `features`: a weight for each, and the intercept."""

    each: tuple[float, ...]
    intercept: float


OF_DOCUMENT = Weights((-0.13, -0.05, 0.61, -1.55, 0.54, 0.50, 0.07, -1.58, -1.00, -0.31, 0.02, -0.59), 0.84)
OF_ONE_CAUSE = Weights((0.43, 0.43, 0.83, -1.68, 1.32, 1.56, -1.21, 0.55, 0.45, 0.84, 0.62, 0.10), -0.61)
"""Where a document names one cause, what a task shares with it counts; where it names many, what the task itself says.

Fitted on the development part by benchmarks/relevance.py.
"""


_SOFT = expression(
    r"\W*(?:\w+[:,] )?(?:think|talk|look|discuss|consider|figure|find|understand|improve|better|more|try|see|speak"
    r"|learn|read|be)\b",
    re.IGNORECASE,
)
_THIN = 3
"""Content words up to which a vague task says nearly nothing."""


def features(text: str, pool: Pool, *, vague: bool) -> tuple[float, ...]:
    """Return what tells whether a task has to do with causes: shares of its telling words, cues, its length."""
    mine, counts, most = stems(text), pool.counts, max(1, len(pool.causes))
    weight = {stem: math.log(1 + most / counts[stem]) if stem in counts else math.log(1 + most) for stem in mine}
    whole = sum(weight.values()) or 1.0
    known = [stem for stem in mine if stem in counts]
    near = pool.near(mine)
    primary = (cause for cause in near if cause.kind in (SectionKind.CAUSES, SectionKind.DETECTION))
    return (
        max((sum(weight[stem] for stem in mine & cause.stems) / whole for cause in near), default=0.0),
        sum(weight[stem] for stem in known) / whole,
        min(len(known), 6) / 6,
        float(bool(pattern("action_side_wishes").search(text))),
        min(len(mine), 12) / 12,
        min(max((len(mine & cause.stems) for cause in primary), default=0), 3) / 3,
        float(not known),
        float(vague),
        float(bool(pattern("action_aimed_at_people").search(text))),
        float(vague and len(mine) <= _THIN),
        float(vague and not (mine & pool.telling)),
        float(bool(_SOFT.match(text)) and len(mine) <= _THIN + 1),
    )
