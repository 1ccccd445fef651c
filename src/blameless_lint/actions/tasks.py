"""Whether an item, a row or a heading states a follow-up task, and not what was done in the response."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from blameless_lint.actions import doers, heads, moods, naming
from blameless_lint.actions.announced import NO_TASKS
from blameless_lint.actions.given import begins_with_given
from blameless_lint.actions.moods import is_imperative
from blameless_lint.actions.places import ELSEWHERE, RESPONSE_TITLE, Place, is_action_place
from blameless_lint.text.document import Block, SectionKind
from blameless_lint.text.expression import expression
from blameless_lint.text.sections import names_kind

if TYPE_CHECKING:
    from blameless_lint.actions.records import Record
    from blameless_lint.actions.tables import Row

_FIELD_LINE = expression(
    r"^(?:\W*)(?:owner|dri|assignee|assigned to|responsible|due|deadline|eta|status|priority|ticket|tracking|jira"
    r"|estimate)(?:\(s\))?\b\s*[:=-]?|^\W*(?:type|issue|link|see|pr|mr|who|when|where|by|target|poc|contact|driver"
    r"|tracker|epic)"
    r"(?:\(s\))?(?:\s*[:=]|\s+[-–]\s)|^\W*tracking (?:issue|ticket)",
    re.IGNORECASE,
)
_MEASURED = expression(r"[^.]{3,60}: \W*\d[\d:,. ]*\s?(?:h|m|s|min|%|hours?|minutes?|days?)?\b[\dhms *]*")
_FIELD_WITHIN = expression(r"(?<!\w)@\w|\b[A-Z]{2,}-\d|#\d|\b(?:owner|due)\b", re.IGNORECASE)
_NOTHING = expression(r"\W*(?:none|n/?a|tbd|todo|as above|see above)\W*", re.IGNORECASE)
_LEGEND = expression(
    r"(?:P[0-5]|SEV\d|Prevent|Detect|Mitigate|Respond|Process|Repair|Investigate)\s*(?:-|–|—|:|=)\s", re.IGNORECASE
)


_FIELD_BEHIND = expression(
    r"\((?:[^()]*, )?(?:[\w ]{0,20}\b(?:owner|lead|manager|assignee|dri|due|deadline|eta|ticket)): [^()]+\)$"
    r"|, due [^,]{2,20}$",
    re.IGNORECASE,
)
"""What stands behind a task in a heading: “(owner: Ana, due: 3 May)”."""
_TITLE = 5
"""Words that the title of a section has at most; one that is longer and tells to do something is a task."""


def _is_legend(text: str) -> bool:
    """Return whether an item explains a mark: “P1 - within a week”, and not “P1: add an alert”."""
    mark = _LEGEND.match(text)
    return mark is not None and not is_imperative(text[mark.end() :])


def is_field_line(text: str) -> bool:
    """Return whether a line gives a field: “Owner: Ana”."""
    return _FIELD_LINE.match(text) is not None


def is_detail(head: Block, block: Block) -> bool:
    """Return whether a nested item only adds to the item above: a field, a note, or a list without verbs."""
    if _FIELD_LINE.match(block.text):
        return True
    if heads.owner(head, frozenset()) is not None or names_kind(head.text):
        return False
    if head.text.rstrip().endswith(":") and len(head.text.split()) <= (4 if is_imperative(head.text) else 9):
        return False
    name = len(block.text.split()) <= 4 and naming.is_name(block.text)
    return (name or not is_imperative(block.text)) and block.item is not None and block.item.checked is None


def _is_dated_task(text: str) -> bool:
    """Return whether a line that begins with a field says what to do behind its colon: “Due 12 May: pin it”."""
    field, _, rest = text.partition(": ")
    later = re.split(r"[.;/]\s+|\s[-–—]\s", text)[1:]
    return (" " in field and is_imperative(rest)) or any(is_imperative(part) and " " in part for part in later)


def is_task_row(row: Row, place: Place) -> bool:
    """Return whether a row states a task."""
    text = row.task.text.strip()
    if place.own is SectionKind.TIMELINE:
        return False
    return bool(re.search(r"[A-Za-z]{2}", text)) and not re.fullmatch(
        r"(?:total\b.*:.*\d.*|total|none|n/?a|keep|nothing|no (?:change|action)|\W*)", text, re.IGNORECASE
    )


def is_task_form(forms: Sequence[Record], place: Place) -> bool:
    """Return whether forms state tasks: by their place, or by a label that says so beside who or when."""
    if place.own is SectionKind.TIMELINE:
        return False
    return is_action_place(place) or (place.kind not in ELSEWHERE and all(form.named for form in forms))


def is_task_item(run: Sequence[Block], place: Place) -> bool:
    """Return whether a list item states a task: by its checkbox, its place, its wording."""
    head = run[0]
    text = head.text.strip()
    if head.quoted or not re.search(r"[A-Za-z]{2}", text) or _NOTHING.fullmatch(text) or _is_legend(text):
        return False
    if _FIELD_LINE.match(text) and len(text) < 80 and not is_imperative(text) and not _is_dated_task(text):
        return False
    if text.endswith(":") and len(run) == 1 and not re.search(r"\b(?:test|add|create)\b", text, re.IGNORECASE):
        return False
    if re.match(r"(?:TODO|FIXME|Action(?: item)?:)", text):
        return True
    if is_action_place(place):
        return _is_listed_task(head, text, place)
    if place.kind in ELSEWHERE or NO_TASKS.search(place.titles):
        return False
    if head.item is not None and head.item.checked is not None:
        return is_imperative(text) or (
            not moods.BOILERPLATE.search(text) and bool(moods.FUTURE.search(text) or _FIELD_WITHIN.search(text))
        )
    if place.kind is SectionKind.LESSONS:
        advice = re.match(r"[^.:]{3,50}(?:: | [-–—] )[A-Z]", text)
        return (
            ((is_imperative(text) and not advice) or bool(moods.PROMISE.search(text)))
            and not moods.NORM.search(text)
            and not moods.PERFECT.match(text)
        )
    return bool(moods.PROMISE.search(text)) and moods.is_plan(text)


def _is_listed_task(head: Block, text: str, place: Place) -> bool:
    """Return whether an item among follow-up tasks is one of them: not a remark, not a step of the response."""
    if (moods.BOILERPLATE.search(text[:80]) and not is_imperative(text)) or _MEASURED.fullmatch(text):
        return False
    if moods.DECLINED.search(text):
        return False
    if head.item is not None and head.item.checked is not None:
        return True
    if is_imperative(text) or moods.FUTURE.search(text) or text.endswith("?"):
        return True
    doer = doers.subject(text, frozenset(), start=0)
    if doer is not None and begins_with_given(text[doer.start : doer.end]):
        return True
    return not (RESPONSE_TITLE.search(place.titles) and moods.PERFECT.match(text)) and not moods.NARRATIVE.match(text)


def is_heading_task(block: Block) -> bool:
    """Return whether a heading is itself a task: among actions, with a reference, a handle or a date in it."""
    title = block.text.strip()
    parent = block.section.parent
    if parent is None or parent.kind is not SectionKind.ACTIONS:
        return False
    with_field = _FIELD_BEHIND.search(title) is not None
    if block.section.own is not SectionKind.OTHER and not (
        len(title.split()) > _TITLE and (with_field or is_imperative(title))
    ):
        return False
    return len(title.split()) > 3 and bool(
        with_field
        or re.search(
            r"@\w|[A-Z]{2,}-\d|#\d|\b\d{1,2} [A-Z][a-z]{2}|\bQ[1-4]\b|\bweek \d"
            r"|\bH[12] \d|\d{4}-\d\d-\d\d|^(?:TODO|Action)\b|\b(?:owner|due)\b",
            title,
        )
    )
