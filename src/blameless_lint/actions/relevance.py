"""Whether a task addresses something that the document names: a cause, a factor, a gap in detection, a pain of the response."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from blameless_lint.language import words
from blameless_lint.text.document import Block, BlockKind, Document, SectionKind
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
_CAUSAL = re.compile(
    r"\b(?:caus\w+|because|due to|led to|result\w*|trigger\w*|factor|since|missing|no |not |never|without|lack\w*"
    r"|only|late|slow|fail\w*|unaware|could not|did not|had to|difficult|unclear|expired|too )\b",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[A-Za-zÀ-ž0-9_][\wÀ-ž.-]*[\wÀ-ž]|[A-Za-z0-9]")


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
    found = set()
    for token in _TOKEN.findall(text):
        for part in [token, *re.split(r"[_.\-/]", token)]:
            word = part.lower().strip(".-_")
            if len(word) > 2 and word not in _stop() and not word.isdigit():
                found.add(_stem(word))
    return frozenset(found)


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


def causes(document: Document, taken: tuple[Span, ...]) -> tuple[Cause, ...]:
    """Return the sentences that name causes, gaps and pains, leaving out the action items at `taken`."""
    found = []
    for sentence in document.sentences:
        block = sentence.block
        if (
            block.kind is BlockKind.HEADING
            or block.section.kind not in _SECTIONS
            or (block.cell and block.cell.is_header)
        ):
            continue
        if any(span.overlaps(sentence.span) for span in taken):
            continue
        if _names_cause(block, sentence.text):
            found.append(Cause(sentence.span, sentence.text, block.section.kind, stems(sentence.text)))
    return tuple(found)


def _names_cause(block: Block, text: str) -> bool:
    return (
        block.section.kind in (SectionKind.CAUSES, SectionKind.DETECTION, SectionKind.SUMMARY)
        or bool(_CAUSAL.search(text))
        or block.section.kind in (SectionKind.TIMELINE, SectionKind.LESSONS, SectionKind.RESOLUTION)
    )


def nearest(text: str, found: tuple[Cause, ...]) -> Link | None:
    """Return the cause that shares the most telling words with a task, or None where there are no causes."""
    if not found:
        return None
    counts = Counter(stem for cause in found for stem in cause.stems)
    mine = stems(text)
    weight = {stem: math.log(1 + len(found) / counts[stem]) for stem in mine if stem in counts}
    whole = sum(weight.get(stem, math.log(1 + len(found))) for stem in mine) or 1.0

    def score(cause: Cause) -> float:
        return sum(weight[stem] for stem in mine & cause.stems)

    best = max(found, key=score)
    covered = sum(weight.values()) / whole
    shared = tuple(sorted(mine & best.stems))
    return Link(best, shared, covered if shared else 0.0)
