"""Sentences that only add to a task beside them: fields with their names, a name with a date, who takes it on."""

from __future__ import annotations

import re

from blameless_lint.actions import moods, naming, owner, segments
from blameless_lint.actions.given import is_given
from blameless_lint.actions.prose import AHEAD_OF_IT
from blameless_lint.actions.tails import is_plain
from blameless_lint.actions.verbs import third_persons
from blameless_lint.text.expression import expression


def is_labelled(text: str) -> bool:
    """Return whether a sentence is a field with its name: “Owner: Ana.”."""
    return len(text.split()) <= _LONGEST_FIELD and _LABELLED.match(text) is not None and not moods.is_imperative(text)


def is_field(text: str) -> bool:
    """Return whether a sentence only adds to the one before it: fields, a name with a date, who takes it on."""
    parts = segments.split(text)
    if not parts or len(text.split()) > _LONGEST_FIELD:
        return False
    if is_labelled(text) or owner.takes_it(parts[0]) or (_REFERS.match(text) and _is_bound(text)):
        return True
    if len(text.split()) > _LONGEST_FIELD // 2:
        return False
    sure = [not is_plain(part) or naming.HANDLE.fullmatch(part.text) or _begins_with_name(part.text) for part in parts]
    named = [naming.is_name(part.text) and len(part.text.split()) <= _LONGEST_NAME for part in parts]
    return any(sure) and all(one or other for one, other in zip(sure, named, strict=True))


def _begins_with_name(text: str) -> bool:
    """Return whether a piece begins with a given name that is told nothing new: “Ana by May”, not “Ana to call”."""
    first, *rest = text.split()
    return is_given(first) and not (len(rest) > 1 and (rest[0] == "to" or rest[0] in third_persons()))


def _is_bound(text: str) -> bool:
    """Return whether a sentence says by when something is to be ready."""
    from blameless_lint.actions import when

    return any(time.is_deadline and AHEAD_OF_IT.search(text[: time.span.start]) for time in when.find(text))


_REFERS = expression(
    r"\W*(?:he|she|it|this|that|the (?:work|change|fix|task))\b(?=.* (?:will|should|plans?|expects?|hopes?|aims?|wants"
    r"|is (?:due|planned|expected|scheduled|to be))\b)",
    re.IGNORECASE,
)
"""A sentence that speaks on about a task and whoever does it: “She hopes to have it by May”."""
_LONGEST_NAME, _LONGEST_FIELD = 3, 14
"""Words that a name, and that a sentence with nothing but fields, has at most."""
_LABELLED = expression(
    r"\W*(?:owners?|dri|assignees?|assigned to|responsible|lead|due|deadline|eta|target|ticket|tracked (?:in|as)|jira"
    r"|tracker|status|priority)\b\s*(?:[:=–-]|is\b|(?=[A-Z]+-\d|#\d|\d))",
    re.IGNORECASE,
)
