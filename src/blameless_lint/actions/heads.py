"""Fields that a heading or a label gives to all tasks below it: whose they are, by when they are to be done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from blameless_lint.actions import due, naming, when
from blameless_lint.actions.given import begins_with_given, is_given
from blameless_lint.actions.phrase import is_people, is_thing_with_article
from blameless_lint.actions.recommended import above
from blameless_lint.actions.verbs import NOUN_TEAMS, third_persons, verbs
from blameless_lint.language import words
from blameless_lint.text.document import Block
from blameless_lint.text.expression import expression
from blameless_lint.text.source import Span

_TASKS = (
    r"(?:(?:action|open|agreed|corrective|follow-?up|next) )?"
    r"(?:actions?|items?|tasks?|to-?dos?|todo|points?|asks?|requests?|wishes|measures?|work|jobs?|recommendations?"
    r"|follow-?ups?|steps|list|homework|backlog)"
)
_FOR = expression(
    rf"^(?:{_TASKS} )?(?:for|to|on|with|assigned to|given to|owned by|led by|held by|to be done by|by"
    r"|owners?|lead|dri|responsible|who|assignees?)\b[: ]+(?P<name>.+)$",
    re.IGNORECASE,
)
_OF = expression(
    rf"^(?P<name>.+?)(?:(?:[’']s?)? {_TASKS}|[’']s? (?:plate|desk|side|part)|,? (?:to|will|shall|takes?|do|does|owns?)"
    r"(?: (?:do|take|have|own))?(?: the following| on| home)?)$",
    re.IGNORECASE,
)
_NUMBER = expression(r"^(?:[\W_]*|\(?(?:\d+(?:\.\d+)*|[a-zA-Z])[.):]\s+|\d+(?:\.\d+)+\s+)*")
_ROLE = expression(r"(?P<name>[^()]{2,40}?) \((?P<more>[^()]{2,40})\)")
_LONGEST = 8
"""Words of a title that names whose tasks follow."""


def owner(block: Block, known: frozenset[str]) -> Span | None:
    """Return the range of a heading's or a label's text that says whose the tasks below it are, or None."""
    span = _title(block.text)
    text = block.text[span.start : span.end]
    if block.text.rstrip().endswith(":") and (told := above(text, known)) is not None:
        return Span(span.start + told.start, span.start + told.end)
    if not text or len(text.split()) > _LONGEST or text.endswith("?"):
        return None
    for pattern in (_FOR, _OF):
        match = pattern.match(text)
        if match is not None and _names(match["name"], known, told=True):
            return Span(span.start + match.start("name"), span.start + match.end("name"))
    return span if _names(text, known, told=False) else None


def _title(text: str) -> Span:
    """Return the range of a label, or of the last sentence of one that ends with a colon, without number and marks."""
    ends = (match.end() for match in re.finditer(r"(?<=[a-z)][.!?])\s+(?=\S)", text.rstrip()))
    start = max(ends, default=0) if text.rstrip().endswith(":") else 0
    number = _NUMBER.match(text[start:])
    start += number.end() if number else 0
    return Span(start, max(start, start + len(text[start:].rstrip(" :.*_–—-"))))


def _names(name: str, known: frozenset[str], *, told: bool) -> bool:
    """Return whether a title names people and nothing else; `told` says that the words around the name expect one."""
    role = _ROLE.fullmatch(name)
    if role is not None:
        given = begins_with_given(role["more"])
        return _names(role["name"], known, told=told or given) or (told and _names(role["more"], known, told=True))
    if _TELLS.search(name) or any(token.lower() in third_persons() for token in name.split()[1:]):
        return False
    parts = [part for part in re.split(r"\s*(?:,|&|\+|/|\band\b)\s*", name) if part]
    return (
        bool(parts)
        and any(_is_one(part, known) for part in parts)
        and all(_is_one(part, known) or (told and naming.is_name(part, known)) for part in parts)
    )


_TELLS = expression(
    r"(?<!\b[A-Z])\.|[:;=<>%\d]"
    r"|^(?!head|lead|chair|director|manager|chief|vp|the|our)\w+ (?:from|of|in|at|on|for|about|to|by|with)\b"
    r"|\b(?:is|are|was|were|has|have|had|will|not|how|what|we|i|it|its|from|about|between|who|that|which)\b",
    re.IGNORECASE,
)
"""What no name of people has: a verb, a second sentence, a number, a noun of which they are only the attribute."""


def _is_one(name: str, known: frozenset[str]) -> bool:
    plain = re.sub(r"^(?:the|our)\s+", "", name.strip(), flags=re.IGNORECASE)
    tokens = plain.split()
    if not 0 < len(tokens) <= _MOST or naming.is_no_one(name) or naming.is_diffuse(name) or is_thing_with_article(name):
        return False
    if naming.HANDLE.fullmatch(plain) or plain.lower() in known:
        return True
    if is_given(tokens[0]):
        return all(token[0].isupper() or token in words.load("name_particles") for token in tokens)
    first, last = tokens[0].lower(), tokens[-1].lower()
    if plain.lower() in _OTHERS or plain.lower() in words.load("crowds"):
        return False
    if (first in verbs() - NOUN_TEAMS and len(tokens) > 1) or last in words.load("customers"):
        return False
    things = words.load("action_thing_units") | (words.load("action_labels") if len(tokens) == 1 else frozenset())
    if last in things - words.load("teams"):
        return False
    return is_people(plain) or naming.is_team(plain)


_OTHERS = frozenset(("housekeeping", "third party", "third parties", "operations", "support", "on-call"))
"""Titles that sort what is to be done rather than who does it, though units are called so."""
_MOST = 4
"""Words of one name."""
_DONE = expression(
    rf"^(?:(?:{_TASKS}|all|everything|things|deadline|due|target|finish(?:ed)?"
    r"|(?:to be )?(?:done|completed?|ready|in place)|for all(?: of them)?|to do|do|what we do|what happens)\b"
    r"[\s:,(–—-]*)+",
    re.IGNORECASE,
)
_LED = expression(r"\b(?:by|before|until|till|due|deadline|no later than|target|in time for|ahead of)\b", re.IGNORECASE)
_LED_TO = expression(r"\b(?:due|by|before|until|till|deadline|no later than)\b[ :]*(?:the )?$|\($", re.IGNORECASE)
_COMES = expression(r"\b(?:this|next|coming|within|in the|over the|tomorrow|today|end of)\b", re.IGNORECASE)


def deadline(block: Block, calendar: when.Calendar) -> when.When | None:
    """Return the deadline that a heading or a label gives to all tasks below it, or None: “By Friday”, “This week”."""
    span = _title(block.text)
    text = block.text[span.start : span.end]
    if not text or len(text.split()) > _LONGEST:
        return None
    last = next((time for time in when.find(text, calendar) if not text[time.span.end :].strip(" )*_")), None)
    if last is not None and last.is_deadline and _LED_TO.search(text[: last.span.start]):
        return _moved(last, span.start)
    lead = _DONE.match(text)
    start = lead.end() if lead is not None else 0
    rest = text[start:].rstrip(" )")
    time = next((time for time in when.find(rest, calendar) if due.fills(rest, time)), None)
    if time is None or not time.is_deadline or rest.lower().startswith("for "):
        return None
    if not (_LED.search(text) or _COMES.match(time.text) or time.kind == "period"):
        return None
    return _moved(time, span.start + start)


def _moved(time: when.When, offset: int) -> when.When:
    return when.When(
        Span(time.span.start + offset, time.span.end + offset), time.text, time.kind, time.date, time.reason
    )


def first_owner(heads: Sequence[Block], known: frozenset[str]) -> tuple[Block, Span] | None:
    """Return the nearest head that says whose the tasks are, with the range in its text, or None."""
    return next(((head, span) for head in heads if (span := owner(head, known)) is not None), None)


def first_deadline(heads: Sequence[Block], calendar: when.Calendar) -> tuple[Block, when.When] | None:
    """Return the nearest head that gives a deadline, with it, or None."""
    return next(((head, time) for head in heads if (time := deadline(head, calendar)) is not None), None)
