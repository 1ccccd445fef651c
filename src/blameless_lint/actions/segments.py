"""The pieces of an item between its commas, dashes, brackets and full stops: fields stand in pieces of their own."""

from __future__ import annotations

from dataclasses import dataclass

from blameless_lint.text.expression import expression
from blameless_lint.text.source import Span

_NO_STOP = (
    r"(?<!\b[A-Z])(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bHr)(?<!\bMrs)(?<!\bProf)(?<!\bSt)(?<!\be\.g)(?<!\bi\.e)(?<!"
    r"\bvs)(?<!\brev)(?<!\bincl)"
)
_ABBREVIATED = r"(?!(?<=min)\.\s+[\da-z])(?!(?<=max)\.\s+[\da-z])(?!(?<=no)\.\s+\d)(?!(?<=approx)\.\s)"
_FIELD = (
    r"\s+(?=(?:Owners?|DRI|Assignees?|Assigned to|Responsible|Lead|Due(?: date| by)?|Deadline|ETA|Target(?: date)?"
    r"|Tickets?"
    r"|Tracker|Jira|Issue|Status|Priority|Who|When|Where)(?:\(s\))?\s?[:=]\s)"
)
"""The space before a field that stands in one line with the task: “… Owner: Ana Due: 4 May”."""
_DIVIDER = expression(
    rf"{_FIELD}|"
    r"\s*\|\s*|\s+(?://|…|·|•|~)\s+|\s*(?:→|->|=>|—|–{2}|-{2,})\s*|\s+[–-]\s+|\s*[;()\[\]]\s*|,\s+|\s/\s|:\s+|\s*\n\s*"
    rf"|(?<=[\w`\"”’'*_%/…?]){_NO_STOP}{_ABBREVIATED}[.!?]+[\"”*_]*(?:\s+|$)|(?<=[a-zà-ž] "
    rf"[A-Z]\.)\s+(?=[A-Z]\w+\s[a-z])"
)
_OPENING, _CLOSING = "([", ")]"


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece: its range in the text, the mark before and the mark after it, and whether brackets hold it."""

    span: Span
    text: str
    before: str
    after: str
    inside: bool


def split(text: str) -> tuple[Segment, ...]:
    """Return the pieces of a text, in order; brackets, links and numbers such as 1,000 stay whole."""
    found: list[Segment] = []
    start, before, depth = 0, "", 0
    for mark in [*_DIVIDER.finditer(text), None]:
        end = mark.start() if mark else len(text)
        after = mark.group().strip() or " " if mark else ""
        piece = text[start:end].strip()
        if piece:
            first = start + len(text[start:end]) - len(text[start:end].lstrip())
            found.append(Segment(Span(first, first + len(piece)), piece, before, after, depth > 0))
        if mark:
            depth = max(
                0, depth + sum(after.count(sign) for sign in _OPENING) - sum(after.count(sign) for sign in _CLOSING)
            )
            start, before = mark.end(), after
    return tuple(found)


def fills_next(segment: Segment) -> bool:
    """Return whether the mark behind a piece lets the piece be the name of a field that the next one fills."""
    return segment.after.strip()[:1] in (":", "=", "-", "–", "—", "→") if segment.after.strip() else False
