"""The points of an incident that its timeline tells: when it began, was seen, contained and over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from blameless_lint.actions import timeline
from blameless_lint.actions.timeline import Entry
from blameless_lint.text.expression import expression
from blameless_lint.text.source import Span


@dataclass(frozen=True, slots=True)
class Moment:
    """A point of the incident: its place in the source, its time, and the day where the document names it."""

    span: Span
    at: datetime
    day: date | None


_HARM = expression(
    r"\b(?:expired?|fail(?:s|ed)?|went down|goes down|filled up|stops?|stopped|crash\w*|trips?|tripped|dies|died"
    r"|reject(?:s|ed)|unreachable|dropped|stuck|exceeded)\b",
    re.IGNORECASE,
)
_START = expression(
    r"\b(?:deploy\w*|began|begins?|starts|started|releas(?:es|ed)|pushed|merged|enabled|applied|rolled out|imported"
    r"|changed|created|opens|goes (?:live|out)|went live)\b",
    re.IGNORECASE,
)
_NOTICED = expression(
    r"(?<!no )\b(?:alert(?:s|ed)? (?:fire\w*|rang|for|went)|alarm|pag(?:ed|er)|pages (?:the )?|detect(?:s|ed)"
    r"|notic(?:es?|ed)|complain\w*|radio(?:s|ed)?\b|(?:customers?|users?|partner|manager|plant|first|haulier|caller"
    r"|merchant)\b"
    r".{0,25}\b(?:call\w*|mail\w*|report\w*|ticket\w*|contact\w*)|called|discover\w*)\b",
    re.IGNORECASE,
)
_SEEN = expression(
    r"(?<!no )\b(?:alert\w*|alarm\w*|pag(?:ed|er|es|ing)|detect\w*|notic\w+|report(?:s|ed)?|complain\w*|call(?:s|ed)"
    r"|ticket|customer|first (?:call|mail|report)|saw|sees|spot(?:s|ted)|discover\w*)\b",
    re.IGNORECASE,
)
_CONTAINED = expression(
    r"(?<!to )\b(?:roll(?:s|ed)? back|rollback|mitigat\w*|revert\w*|fail(?:s|ed)? over|restart\w*|disabled"
    r"|blocked (?:the|all|it|them)"
    r"|drained|scaled|taken offline|workaround|emptied|throttled|switched off|contained|revoked|paused"
    r"|clos(?:es|ed) the)\b",
    re.IGNORECASE,
)
_IN_VAIN = expression(
    r"\b(?:(?:without|no|little) (?:any )?(?:effect|success|change|difference)|same (?:result|error|picture)"
    r"|(?:did|does)(?: not|n[’']t) help|went on|goes on|came back|comes back|again within|propos\w+|suggest\w*"
    r"|decid\w+ (?:not to|against))\b",
    re.IGNORECASE,
)
_OVER = expression(
    r"\b(?:resolv\w*|recover\w*|back to (?:normal|\d)|normal again|all clear|restored|healthy"
    r"|(?:incident|ticket|case|outage|bridge) (?:is |was )?clos(?:ed|es)"
    r"|(?:group|cluster|service|system|everything) (?:is |are )?stable"
    r"|(?:errors?|orders|alerts?|failures|complaints|timeouts) (?:gone|stop\w*|back|cease\w*)"
    r"|(?:is|are|everyone|everything) back\b|(?:queue|backlog|list)s? (?:is |are )?empty|were out"
    r"|all (?:.{0,20} )?(?:out|done|paid)|(?:is|was|all) over\b|ended|completed"
    r"|fix (?:is |was )?(?:deployed|live|released|in production)|(?:0|no|zero) (?:failed|more errors|errors))\b",
    re.IGNORECASE,
)
_FEWEST = 3
"""Entries that make a timeline; fewer are times in running text."""
_TOLD = 200
"""Characters of an entry that say what happened at its time; what follows is the story."""


def of_timeline(entries: Sequence[Entry]) -> Iterator[tuple[str, Moment]]:
    """Yield the points that the words of a timeline tell, each the first that fits, the end the last."""
    if len(entries) < _FEWEST:
        return
    found = list(_moments(entries))
    texts = [entry.text[:_TOLD] for entry in entries]
    seen = _first(_NOTICED, texts)
    if seen is None:
        seen = _first(_SEEN, texts, after=1)
    until = texts[: seen + 1 if seen else 1]
    harm = _first(_HARM, until)
    start = harm if harm is not None else _first(_START, until) or 0
    yield "start", found[start]
    if seen is not None:
        yield "detection", found[seen]
    after = seen or start
    contained = next(
        (i for i in range(after, len(texts)) if _CONTAINED.search(texts[i]) and not _IN_VAIN.search(texts[i])), None
    )
    if contained is not None:
        yield "mitigation", found[contained]
    last = (i for i in reversed(range(after, len(texts))) if _OVER.search(texts[i]) and not _IN_VAIN.search(texts[i]))
    end = next(last, None)
    if end is not None:
        yield "end", found[end]


def _first(words: re.Pattern[str], texts: Sequence[str], *, after: int = 0) -> int | None:
    """Return the first of the texts that has one of the words, or None."""
    return next((i for i, text in enumerate(texts) if i >= after and words.search(text)), None)


def _moments(entries: Sequence[Entry]) -> Iterator[Moment]:
    """Yield the time of each entry, counted on over midnight where no date is written."""
    now = at(entries[0].day, entries[0].minutes)
    before = entries[0]
    for entry in entries:
        if entry.dated:
            now = at(entry.day, entry.minutes)
        else:
            now += timedelta(minutes=timeline.minutes_between(before, entry))
        yield Moment(entry.span, now, now.date() if entry.known else None)
        before = entry


def at(day: date, minutes: int) -> datetime:
    """Return the time so many minutes after the midnight before a day."""
    return datetime.combine(day, time()) + timedelta(minutes=minutes)
