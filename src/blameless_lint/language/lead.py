"""What stands in front of a sentence: a time, a bullet's label, a speaker. The parser reads better without it."""

from __future__ import annotations

import re

from blameless_lint.text.expression import expression

_TIME = r"""
    (?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?)?      # a date
    [T\s,]*
    (?:[~≈]?\d{1,2}[:h.]\d{2}(?::\d{2})?(?:[.,]\d+)?(?:\s*[AaPp]\.?[Mm]\.?)?
    |T\s*[+-]\s*\d+(?::\d+)*\s*(?:h|m|min|s)?\b)  # a time
    (?:\s*(?:\(?(?:UTC|GMT|CET|CEST|EST|EDT|PST|PDT|MST|CST|BST|IST|JST|AEST|Z)\b\)?(?:[+-]\d{1,2})?))?
"""
_TIMES = expression(
    rf"^\s*[\[(*~]*(?:{_TIME})(?:\s*(?:-|–|—|to|until|/|…)\s*(?:{_TIME}))?[\])*]*\s*[-–—:|,.]*\s+", re.VERBOSE
)
_DATE = expression(
    r"^\s*[\[(]?(?:\d{4}-\d{2}-\d{2}|(?:\d{1,2}\s+)?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
    r"(?:\s+\d{1,2}(?:st|nd|rd|th)?)?(?:,?\s+\d{4})?)[\])]?\s*[-–—:|,]+\s*"
)
_LABEL = expression(
    r"^\s*(?P<label>[^\W\d_][^:.;!?()\n]{0,38}(?:\([^)]{0,20}\))?|[0-9]{1,2})\s*(?::|\s[–—-]{1,2})\s+(?=\S)"
)
_NICK = expression(
    r"^\s*<(?!(?:h\d|[a-z]{1,2}|code|details|div|img|kbd|pre|small|span|strong|sub|summary|sup)>)[\w.@+-]{2,20}>\s+(?=\S)"
)
_BULLET = expression(r"^\s*(?:[-*+•‣▪→>]|\(?[a-z0-9]{1,2}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?(?=\s+[A-Z][a-z]))\s+")


def lead(text: str) -> tuple[int, str]:
    """Return how many characters stand before the clause, and the label among them ("" where there is none)."""
    if _begins_plainly(text):
        return 0, ""
    start = 0
    label = ""
    for _ in range(4):
        rest = text[start:]
        found = _BULLET.match(rest) or _TIMES.match(rest) or _DATE.match(rest) or _NICK.match(rest)
        if found is None and not label:
            found = _LABEL.match(rest)
            if found and not _is_label(found["label"]):
                found = None
            if found:
                label = found["label"].strip(" *_")
        if found is None or start + found.end() >= len(text):
            return start, label
        start += found.end()
    return start, label


_MARKS = frozenset(":-–—|,")
_NEAR = 80
"""Characters within which a date or a label ends that stands before a clause."""


def _begins_plainly(text: str) -> bool:
    """Return whether a text begins with a word and has no mark near it: most do, and need no expression to be tried."""
    return text[:1].isupper() and text[1:2].islower() and _MARKS.isdisjoint(text[:_NEAR])


def _is_label(text: str) -> bool:
    """Return whether words before a colon or dash are a label and no clause: at most five words and no finite verb."""
    words = text.split()
    return len(words) <= 5 and not _VERBAL.search(text) and not _TELLING.search(text)


_TELLING = expression(r"error|mistake|oversight|fault|blam|careless|failure|culprit|neglig|lack|@", re.IGNORECASE)


_VERBAL = expression(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|can|could|will|would|should|must|may|might|"
    r"said|says|wrote|asked|told|that|who|which|because|since|if|when|not|n't)\b",
    re.IGNORECASE,
)
