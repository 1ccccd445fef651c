"""By when an item is to be done: the deadline with its exact place, or the words that only look like one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from blameless_lint.actions import bounds, leads, naming, status
from blameless_lint.actions.calendar import NUMBER
from blameless_lint.actions.milestones import SINGLE
from blameless_lint.actions.segments import Segment, fills_next
from blameless_lint.actions.when import Calendar, When, find
from blameless_lint.text.expression import expression
from blameless_lint.text.source import Span

LABEL = expression(
    r"(?:due(?: date| by)?|deadline|eta|target(?: date)?|by(?: when)?|when|finish|timeline|timing|complete(?:d)? by"
    r"|completion(?: date)?|expected|planned|date|until|response due)",
    re.IGNORECASE,
)
_HANDLE_BEFORE = expression(r"(?:^|\s)@[\w.-]+\s+$")
_HASTE = expression(r"as soon as|asap|soon|when time|in the coming|in the near", re.IGNORECASE)


def find_due(segments: Sequence[Segment], calendar: Calendar) -> tuple[When | None, When | None]:
    """Return the deadline of an item and the words that stand for one without being one ("soon"), each or None."""
    found: list[tuple[int, When]] = []
    open_ended: When | None = None
    for index, segment in enumerate(segments):
        labelled = bool(index and fills_next(segments[index - 1]) and LABEL.fullmatch(segments[index - 1].text))
        for time in find(segment.text, calendar):
            placed = _moved(bounds.with_event(segment.text, time), segment.span.start)
            if time.kind == "open":
                if (
                    labelled
                    or fills(segment.text, time)
                    or (_HASTE.match(time.text) and leads.TAIL.match(segment.text[time.span.end :]))
                    or leads.STRONG.search(segment.text[: time.span.start])
                ):
                    open_ended = open_ended or placed
                continue
            strength = _strength(segment, time, first=index == 0)
            if strength and (
                (placed.text == time.text and is_past(segment.text[: time.span.start], time.text))
                or (
                    index
                    and segment.before.strip() == ","
                    and status.is_done(segments[index - 1].text)
                    and status.is_state(segments[index - 1].text)
                )
            ):
                strength = 0
            if labelled or strength:
                found.append((9 if labelled else strength, placed))
        whole = bounds.of_piece(segments, index, calendar) or (bounds.of_label(segment) if labelled else None)
        if whole is not None and not any(
            strength and other.date for strength, other in found if other.span.start >= whole.span.start
        ):
            found.append((8, whole))
    best = max(found, key=lambda pair: (pair[0] - _penalty(pair[1], found), -pair[1].span.start), default=None)
    return (best[1] if best else None), open_ended


_CLEAR, _BEHIND, _NEAR = 6, 3, 3
"""From which strength a date goes before an event, by how much, and how many characters away it is its own."""


def _penalty(time: When, found: Sequence[tuple[int, When]]) -> int:
    """Return what an event loses to a date elsewhere; a date in it or right behind it belongs to it."""
    dates = [other.span for strength, other in found if strength >= _CLEAR and other.kind in ("absolute", "period")]
    apart = any(span.end <= time.span.start or span.start > time.span.end + _NEAR for span in dates)
    return _BEHIND if time.kind == "milestone" and apart else 0


def is_alone(text: str) -> bool:
    """Return whether a text is nothing but a deadline."""
    times = find(text)
    return bool(times) and times[0].kind in ("absolute", "period", "relative") and fills(text, times[0])


def _moved(time: When, offset: int) -> When:
    return When(Span(time.span.start + offset, time.span.end + offset), time.text, time.kind, time.date, time.reason)


def is_past(before: str, time: str) -> bool:
    """Return whether the words before a time say that work was finished then."""
    led = leads.STRONG.search(before) or re.match(r"before |by |until ", time, re.IGNORECASE)
    return leads.PAST.search(before) is not None and not led


def fills(text: str, time: When) -> bool:
    """Return whether a time is all that a piece says, but for a lead such as "by" and a state."""
    rest = text[: time.span.start] + text[time.span.end :]
    return bool(
        re.fullmatch(
            r"[\s\"“”'*_.!?:~≈]*(?:(?:by|before|until|till|due|on|in|for|from|the|at|latest|expected|target|eta|with"
            r"|during|starting|starts|effective|live|ready|week of|first|meeting|around|about|early"
            r"|late)[\s:.]*)*[\s\"“”'*_.!?)]*",
            rest,
            re.IGNORECASE,
        )
    ) or status.is_state(rest)


def _strength(segment: Segment, time: When, *, first: bool) -> int:
    """Return how surely a time in a piece is its item's deadline, 0 where it is not."""
    before, after = segment.text[: time.span.start], segment.text[time.span.end :]
    if segment.after.startswith("?"):
        return 0
    if fills(segment.text, time) and "→" not in segment.before + segment.after:
        alone = time.kind == "milestone" and first and segment.text == time.text
        if not alone:
            return _alone(segment, time, before, first=first)
    if "→" in segment.before + segment.after and time.kind == "relative":
        return 0
    if time.kind == "relative" and re.search(r"\b(?:hours?|h)$", time.text, re.IGNORECASE):
        return 0
    if time.kind == "relative" and leads.LENGTH.match(time.text) and leads.is_of_task(before):
        return 0
    if (
        time.kind == "relative"
        and re.match(r"within\b|in the next\b", time.text, re.IGNORECASE)
        and leads.TAIL.match(after)
    ):
        return 1 if segment.after.strip() else 5
    if time.kind == "relative" and _COMES.match(time.text) and leads.GOES_ON.match(after) and before.strip():
        return 0 if leads.is_of_task(before) else 2
    if time.kind == "relative" and re.match(r"today|tomorrow|tonight|(?:the )?day after", time.text, re.IGNORECASE):
        return 3 if leads.TAIL.match(after) and before.strip() else 0
    if (naming.is_name(before) or _HANDLE_BEFORE.search(before)) and time.kind in ("absolute", "period"):
        return 6
    led = leads.STRONG.search(before) or leads.LED_IN.match(time.text)
    if first and _LASTS.search(before + time.text[:6]) and leads.is_of_task(before):
        return 0
    if led and time.kind != "milestone":
        return 7 if leads.TAIL.match(after) else 5
    if time.kind == "milestone":
        return _of_event(time, before, after, first=first)
    if leads.LEAD.search(before) or (time.kind == "period" and _SELF_LED.match(time.text)):
        return 4 if leads.TAIL.match(after) else 2 if time.kind in ("absolute", "period") else 1
    if re.match(r"(?:next|this|coming)\b|end of|mid", time.text, re.IGNORECASE) and (
        leads.TAIL.match(after) or not before.strip()
    ):
        return 3
    if (
        time.kind == "relative"
        and (leads.LENGTH.match(time.text) or _ON_DAY.match(time.text))
        and leads.TAIL.match(after)
    ):
        return 3
    return 2 if leads.TAIL.match(after) and time.kind in ("absolute", "period") and not first else 0


_COMES = expression(
    rf"(?:this|next|the (?:next|coming)) (?:week|month|quarter|year|\w+day)\b|today|tomorrow|in {NUMBER}[ -](?:\w+ )?"
    r"(?:days?|weeks?|months?)",
    re.IGNORECASE,
)
"""Times that are a deadline within a sentence too, where it goes on with what else is done, or how."""
_SELF_LED = expression(r"(?:in|during|over) (?!\d{4}$)", re.IGNORECASE)
_ON_DAY = expression(r"(?:on|this) \w+", re.IGNORECASE)
_LASTS = expression(r"\b(?:until|till) (?:the )?(?:[^ ]{0,6})$", re.IGNORECASE)


def _alone(segment: Segment, time: When, before: str, *, first: bool) -> int:
    """Return how surely a time that is all of a piece is a deadline: less where it could be part of the task."""
    marks = (segment.before.strip(), segment.after.strip())
    if time.kind == "milestone" and first and not _CERTAIN_EVENT.search(time.text):
        return 0
    if time.kind == "milestone" and not _NAMED_EVENT.search(time.text) and all(mark in ("", ",") for mark in marks):
        return 0
    if leads.STRONG.search(before):
        return 9
    if first and time.kind == "relative" and not marks[1]:
        return 0
    return 6 if segment.inside and re.match(r"\+?\d+ ?[dwh]|\w+ (?:days|weeks)$", time.text) else 8


_NAMED_EVENT = expression(
    r"\b(?:next|upcoming|coming|this|following|end of|sprint|iteration|release|milestone|annual)\b|\d|(?<!^)(?<!\. "
    r")\b[A-Z][a-z]+\b|[A-Z]{2,}|[’']s\b"
)


_RECURS = expression(r"\b(?:each|every|any|an?|all|no)\b(?! (?:month|week|fortnight))", re.IGNORECASE)
"""Words that make of an event one that comes again and again."""
_AHEAD = expression(
    r"after |once |when |as soon as |(?:in |with |at |during |over )?(?:the |our )?(?:next|upcoming|coming)\b|(?:in"
    r"|with) (?:the )?(?:v?\d+\.\d"
    r"|release|sprint|milestone|phase|iteration|PI)",
    re.IGNORECASE,
)
"""Events that are ahead by their first words."""
_CERTAIN_EVENT = expression(
    r"\b(?:next|upcoming|coming|this|following|end of|sprint|iteration|release \d|milestone|annual|code freeze|mon"
    r"|tues|wednes|thurs"
    rf"|fri)|\d|[’']s\b|\b(?:once|when|as soon as)\b|\b{SINGLE}\b|\b(?:january|february|march|april|may|june|july"
    rf"|august|september|october|november|december) ",
    re.IGNORECASE,
)


def _of_event(time: When, before: str, after: str, *, first: bool) -> int:
    """Return how surely an event or a release is a deadline: it has to be a certain one, not any deploy."""
    if not _CERTAIN_EVENT.search(time.text) or _RECURS.search(time.text):
        return 0
    if re.search(r"\bsprints?\b|^at (?:the|our) ", time.text, re.IGNORECASE):
        return 3
    if leads.STRONG.search(before) or leads.LED_IN.match(time.text):
        return 4 if leads.TAIL.match(after) else 2
    if _AHEAD.match(time.text) and (leads.TAIL.match(after) or leads.GOES_ON.match(after)):
        return 3
    return 3 if leads.TAIL.match(after) and not first else 0
