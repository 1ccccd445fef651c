"""Owner and due date as rules and tagger see them together."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from blameless_lint.actions import due, naming, when
from blameless_lint.actions.asked import is_sure
from blameless_lint.actions.phrase import is_people
from blameless_lint.language import words
from blameless_lint.text.expression import expression
from blameless_lint.text.source import Span

if TYPE_CHECKING:
    from blameless_lint.language.tagged import Field, Tagged

INSIDE = 0.5
"""The probability from which on a word is of a field."""
BESIDE = 0.3
"""The same for a word that stands beside such a one."""
ALONE = {"owner": 0.85, "due": 0.75}
"""How sure the tagger must be of what no rule found: from there on it is right often enough on unseen texts."""
SHAPED = 0.55
"""The same where the words have the shape of the field: a given name or people at work, a day or a part of the year."""
AGAINST = 0.95
"""The same where the rules found something else."""


@dataclass(frozen=True, slots=True)
class Likely:
    """A run of words and the mean probability that they are of the field."""

    span: Span
    sure: float


def likeliest(tagged: Tagged, field: Field) -> Likely | None:
    """Return the run of words that is surest to be of a field, or None where no word is.

    A run goes on over words that are less likely, as long as they are `BESIDE` at least.
    """
    runs: list[list[int]] = []
    values = tagged.of(field)
    for number, value in enumerate(values):
        if value >= BESIDE:
            if runs and runs[-1][-1] == number - 1:
                runs[-1].append(number)
            else:
                runs.append([number])
    found = [
        Likely(Span(tagged.words[run[0]].start, tagged.words[run[-1]].end), sum(sure) / len(sure))
        for run in runs
        if (sure := [values[at] for at in run if values[at] >= INSIDE])
    ]
    return max(found, key=lambda likely: likely.sure, default=None)


def owner_of(text: str, ruled: Span | None, tagged: Tagged, *, least: float = ALONE["owner"]) -> Span | None:
    """Return the range of the owner: both ranges where rules and tagger meet, or else the tagger's if it is sure.

    What the tagger alone sees must be at least as sure as `least`.
    """
    likely = likeliest(tagged, "owner")
    span = _trimmed(text, likely.span) if likely is not None else None
    if likely is None or span is None or naming.is_no_one(text[span.start : span.end]) or _is_thing(text, span):
        return ruled
    if ruled is None and (_ADDRESSED.fullmatch(text[: span.start]) or _is_passed_by(text, span)):
        return ruled
    if ruled is not None and not span.overlaps(ruled) and _MARKED.search(text[: ruled.start]):
        return ruled
    if ruled is not None and span.overlaps(ruled):
        return Span(min(span.start, ruled.start), max(span.end, ruled.end))
    if ruled is None and least <= ALONE["owner"] and likely.sure >= SHAPED and _is_shaped(text[span.start : span.end]):
        return span
    return span if likely.sure >= (least if ruled is None else AGAINST) else ruled


def _is_thing(text: str, span: Span) -> bool:
    """Return whether a run holds more than a name, or is only the first word of the thing that a sentence is about."""
    name = text[span.start : span.end]
    if _CLAUSE_IN.search(name) or name in words.load("crowds"):
        return True
    whole = not text[: span.start].strip(" *_-") and " " not in name
    return whole and _OF_THING.match(text[span.end :]) is not None and not is_sure(name, frozenset())


_CLAUSE_IN = expression(r"[a-z] (?:to|their|its|it|they)(?: |$)")
_OF_THING = expression(
    r" (?:[a-z-]+ )?[a-z-]+s (?:now |also |then )?(?:ha(?:s|ve) to|must|should|will|shall|are|were|need|get|move)\b"
)
"""How a sentence goes on whose subject is a thing in the plural with the word before it: “Backup jobs have to …”."""
_ADDRESSED = expression(
    r"\W*(?:talk|speak|write|reach out|report|explain|apologi[sz]e|appeal|send (?:it|this|that)) to (?:the )?"
    r"|\W*(?:talk|speak|meet|check|agree|confirm|sit down|follow up|coordinate|work|align) with (?:the )?"
    r"|\W*(?:ask|tell|call|phone|ring|remind|inform|notify|warn|brief|thank|invite|convince|contact|email|mail|pester"
    r"|chase|nudge) (?:the )?",
    re.IGNORECASE,
)
"""What tells to turn to somebody, who is then spoken to and does not do it."""


def _is_passed_by(text: str, span: Span) -> bool:
    """Return whether a run is one who is only told, or the last of several things: “cc @ana”, “instance/host”."""
    return _COPIED.match(text[span.start :]) is not None or _BEFORE.search(text[: span.start]) is not None


_COPIED = expression(r"cc:? ", re.IGNORECASE)
_BEFORE = expression(r"(?<![a-z])cc:? ?$|[a-z0-9]/$", re.IGNORECASE)
_MARKED = expression(r"(?:^\W*|\s)\[$|(?:^|\s)\[?@$|\b(?:owner|assignee|responsible|dri)\W{1,3}$", re.IGNORECASE)
"""What stands before an owner whom the author marked as one: “[ana] …”, “Owner: Ana”."""


def _is_shaped(name: str) -> bool:
    """Return whether words alone say that they name people: a given name, a handle, a team, a role."""
    return is_sure(name, frozenset()) or (" " in name and is_people(name))


def due_of(text: str, ruled: when.When | None, tagged: Tagged, calendar: when.Calendar) -> when.When | None:
    """Return the due date: the tagger's where it meets that of the rules or is sure, or else the rules'.

    Where they meet and each has words that the other lacks, it is both.
    """
    likely = likeliest(tagged, "due")
    span = _trimmed(text, likely.span) if likely is not None else None
    if likely is None or span is None or (ruled is not None and span == ruled.span):
        return ruled
    if ruled is not None and ruled.kind != "milestone" and _holds(ruled.span, span):
        return ruled
    if ruled is not None and span.overlaps(ruled.span):
        span = _across(span, ruled.span)
    elif _is_doubtful(text, span, likely.sure, alone=ruled is None):
        return ruled
    return _resolved(text, _whole(text, _without_clause(text, span)), calendar) or ruled


def _is_doubtful(text: str, span: Span, sure: float, *, alone: bool) -> bool:
    """Return whether what the tagger takes for a due date had better not be one: `alone` says that no rule saw one."""
    said = text[span.start : span.end]
    kinds = {time.kind for time in when.find(said)}
    if sure < (_least_due(kinds) if alone else AGAINST) or _EMPTY.fullmatch(said):
        return True
    return bool(kinds - {"milestone"}) and due.is_past(text[: span.start], said)


_EMPTY = expression(
    r"(?:\W|\b(?:a|an|and|at|by|days?|for|from|hours?|in|it|of|on|or|the|this|to|until|weeks?|with)\b)*",
    re.IGNORECASE,
)
"""Words that say no time by themselves: “/”, “of”, “weeks”."""


def _least_due(kinds: Collection[str]) -> float:
    """Return how sure the tagger must be of a deadline that no rule found: less where a day is told."""
    return SHAPED if "absolute" in kinds or "period" in kinds else ALONE["due"]


def _holds(span: Span, other: Span) -> bool:
    return span.start <= other.start and other.end <= span.end


def _across(span: Span, other: Span) -> Span:
    """Return a range, or both together where each has words that the other lacks."""
    apart = (span.start < other.start) == (span.end < other.end) and span.start != other.start and span.end != other.end
    return Span(min(span.start, other.start), max(span.end, other.end)) if apart else span


def _trimmed(text: str, span: Span) -> Span | None:
    """Return a range without marks at its ends, but with the bracket that closes one within it."""
    words = text[span.start : span.end]
    core = words.strip(" \t,;:.–—-*_|()[]")
    if not core:
        return None
    start = span.start + words.index(core)
    end = start + len(core)
    closes = core.count("(") > core.count(")") and text[end : end + 1] == ")"
    return Span(start, end + closes)


def _whole(text: str, span: Span) -> Span:
    """Return the whole name of an event, of which the tagger may see only a part: “code” → “before the code freeze”."""
    if any(time.span.end == len(span) and time.kind != "milestone" for time in when.find(text[span.start : span.end])):
        return span
    before, behind = _LEAD_IN.search(text[: span.start]), _REST.match(text[span.end :])
    return Span(span.start - (len(before.group()) if before else 0), span.end + (behind.end() if behind else 0))


_LEAD_IN = expression(
    r"(?:\b(?:before|by|until|till|ahead of|after|at|for|in|with|once)\s+)?(?:\b(?:the|next|our)\s+){0,2}$|\d+\.$",
    re.IGNORECASE,
)
"""What leads up to an event: “before the”, or the first part of a version."""
_REST = expression(
    r"(?<= of) [a-z]+\b"
    r"|(?:\.\d+)|(?: (?!(?:and|or|but|so|to|of|in|on|at|by|for|with|from|that|which|who|when|if|as|is|are|was|were|has"
    r"|have|had|will|can|must|should|the|a|an|he|she|it|they|we|not|then|also|comes|goes|starts|begins|ends)\b)[a-z]+"
    r"(?:-[a-z]+)?(?![\w’'])){1,2}|(?: [A-Z][a-z]+(?![\w’'])){1,3}"
)
"""What goes on with the name of an event: up to two common words or three names, the rest of a version."""


def _without_clause(text: str, span: Span) -> Span:
    """Return the day alone where the rest of a clause stands before it: “before she leaves on the 24th” → “24th”."""
    words = text[span.start : span.end]
    time = next((time for time in when.find(words) if time.span.end == len(words)), None)
    if time is None or time.kind not in ("absolute", "relative") or not _CLAUSE.fullmatch(words[: time.span.start]):
        return span
    return Span(span.start + time.span.start, span.end)


_CLAUSE = expression(
    r"(?:(?:before|until|once|when|after) )?(?:(?:he|she|they|it|we|[A-Z]\w+) )?"
    r"(?!this\b|days\b|weeks\b|months\b|sales\b)[a-z]+s (?:[a-z]+ ){0,3}"
)
"""A verb in the present before a day, perhaps with its subject."""


def _resolved(text: str, span: Span, calendar: when.Calendar) -> when.When | None:
    """Return the due date that words give, or None where they are none: “as soon as possible”."""
    words = text[span.start : span.end]
    times = when.find(words, calendar)
    if any(time.kind == "open" for time in times):
        return None
    first = next(iter(times), None)
    if first is None:
        return when.When(span, words, "milestone", None, "the day of the event is not in the text")
    return when.When(span, words, first.kind, first.date, first.reason)
