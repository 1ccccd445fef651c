"""Deadlines that a whole piece gives: an event after “before”, a day or a version in digits, a date with its event."""

from __future__ import annotations

import re
from collections.abc import Sequence

from blameless_lint.actions.milestones import SINGLE
from blameless_lint.actions.phrase import is_people
from blameless_lint.actions.segments import Segment
from blameless_lint.actions.when import Calendar, When
from blameless_lint.text.expression import expression
from blameless_lint.text.source import Span

_EVENT = expression(
    r"(?:also |at the latest |latest |(?:\d+|two|three|four|one|an?) (?:days?|weeks?|months?) )?"
    r"(?:before|until|till|ahead of|prior to|no later than|in time for|in time before|by the) (?!\w+ing\b|then\b)"
    r"(?!.*\b(?:will|should|must|can|could|has|have|was|were)\b).+",
    re.IGNORECASE,
)
_DAY = expression(r"(?:the )?(?:launch|hack|release|game|demo|opening|polling|race|match|moving) day", re.IGNORECASE)
_DIGITS = expression(r"(?:by |due |until |before )?(?P<first>\d{1,2})\.(?P<second>\d{1,2})(?P<third>\.\d+)?\.?")
_WITH_EVENT = expression(
    r"(?:before|until|ahead of|in time for|for|at) (?:the |our |its |next )*(?:[\w’'-]+ ){1,4}(?:of|on|in)? ?[(]?$"
    r"|(?:the |our )?(?:next|annual|upcoming|coming) (?:[\w’'-]+ ){1,3}[(]$",
    re.IGNORECASE,
)
_NAMED = expression(
    r"(?:the |our |next )?(?:release|round|meeting|issue|delivery|window|shutdown|review|edition|session|audit|expected"
    r"|budget round|board(?: meeting)?|training|course|order|batch|visit)"
    r"(?: planned| expected| due)?,? (?:of|in|on|for) ?$",
    re.IGNORECASE,
)
_AT_MEETING = expression(
    r"\b(?:at|by|before|until|in time for|during) (?:the |our |its |a )?(?:next )?(?:[\w’'-]+ ){0,3}(?:meetings?|calls?"
    r"|boards?|reviews?|sessions?|committees?|workshops?|retros?|assembly|conference|council|briefing|seminar|round) "
    r"(?:in|on|of) (?:the )?$",
    re.IGNORECASE,
)
"""A meeting before its date: “at the investment meeting in September”."""
_BY = expression(r"by ", re.IGNORECASE)
_OF_TIME = expression(
    rf"(?: [\w’'-]+)?? (?:{SINGLE}|meeting|release|demo|review|migration|deploy(?:ment)?|rollout|run|call|issue|edition"
    r"|session|shutdown|visit|workshop|game day|all-hands|sync)(?=\s*$|\s*[,;)]"
    rf"|\.(?:\s|$))",
    re.IGNORECASE,
)
"""An event that a part of the year tells apart: “the Q3 freeze”, “the June board meeting”."""
_LED = expression(
    r"(?:\b(?:before|by|until|ahead of|in time for|prior to|after|for|at|in|during) )?(?:the |our )?$", re.IGNORECASE
)
_LONGEST = 9
"""Words that a piece with nothing but a deadline has at most."""


def of_piece(segments: Sequence[Segment], index: int, calendar: Calendar) -> When | None:
    """Return the deadline that a piece behind the task is as a whole, or None."""
    segment = segments[index]
    text = segment.text.rstrip(" .")
    if index == 0 or len(text.split()) > _LONGEST:
        return None
    span = Span(segment.span.start, segment.span.start + len(text))
    doer = _BY.match(text)
    if doer is not None and is_people(text[doer.end() :]):
        return None
    if _EVENT.fullmatch(text) or _DAY.fullmatch(text):
        return When(span, text, "milestone", reason="the day of the event is not in the text")
    digits = _DIGITS.fullmatch(segment.text)
    return _numbers(digits, Span(segment.span.start, segment.span.end), calendar) if digits else None


def of_label(segment: Segment) -> When | None:
    """Return the event that stands behind a label such as “Due:” without being a time: “Due: launch”."""
    text = segment.text.rstrip(" .")
    if not text or len(text.split()) > _LONGEST - 4 or not re.search(r"[a-z]{3}|\d", text) or _NOT_DUE.search(text):
        return None
    span = Span(segment.span.start, segment.span.start + len(text))
    return When(span, text, "milestone", reason="the day of the event is not in the text")


_NOT_DUE = expression(
    r"[?@#]|\b(?:tb[dac]|open|none|n/?a|unknown|done|closed|not|no|as soon|asap|soon|ongoing|later|to be)\b",
    re.IGNORECASE,
)


def _numbers(digits: re.Match[str], span: Span, calendar: Calendar) -> When | None:
    """Return two numbers as a day and a month, or as a release where they cannot be, or where there are three."""
    from blameless_lint.actions.when import find

    day, month = int(digits["first"]), int(digits["second"])
    text = digits.group()
    if digits["third"] is None and 1 <= day <= 31 and 1 <= month <= 12:
        dated = find(f"by {day:02}.{month:02}.", calendar)
        return When(span, text, "absolute", dated[0].date, dated[0].reason) if dated else None
    return When(span, text, "milestone", reason="the day of a release is not in the text")


def with_event(text: str, time: When) -> When:
    """Return a date together with the event before it: “before the demo of 21 June”, “before winter (1 October)”."""
    event = _OF_TIME.match(text, time.span.end) if time.kind == "period" else None
    if event is not None and (led := _LED.search(text[: time.span.start])) is not None:
        span = Span(led.start(), event.end())
        return When(
            span, text[led.start() : event.end()], "milestone", reason="the day of the event is not in the text"
        )
    before = text[: time.span.start]
    lead = (
        _WITH_EVENT.fullmatch(before)
        or _NAMED.fullmatch(before)
        or (_AT_MEETING.search(before) if time.kind == "period" else None)
    )
    if lead is None:
        return time
    end = time.span.end + (lead.group().endswith("(") and text[time.span.end :].startswith(")"))
    return When(Span(lead.start(), end), text[lead.start() : end], time.kind, time.date, time.reason)
