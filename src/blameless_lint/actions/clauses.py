"""Who does something in a later clause: “By Friday Hana will…”, “…; SecOps demos it”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from blameless_lint.actions import naming, when
from blameless_lint.actions.doers import NAME, subject
from blameless_lint.actions.given import begins_with_given, is_given
from blameless_lint.actions.phrase import is_people
from blameless_lint.actions.segments import Segment
from blameless_lint.language import words
from blameless_lint.text.expression import expression
from blameless_lint.text.source import Span

_SEVERAL = expression(rf"{NAME}(?: (?:and |& )?{NAME})*")
_CLAUSE = expression(r",? (?:so|which|that|because|earlier|weekend|manually) (?=(?:the |our )?[A-Z]|the |our )")
_MIDDLE = expression(
    r"\b(?P<before>\w+) (?P<name>[A-ZÀ-Ž][\w’'-]+(?= (?:will|to|is|has|and|[a-z]+s)\b)"
    r"|(?:the|our) [\w’'-]+(?: [\w’'-]+){0,2}(?= (?:should|must|will|needs? to|(?:is|are) to)\b))"
)


def inner_subject(text: str, segments: Sequence[Segment], known: frozenset[str]) -> Span | None:
    """Return who is the subject of a later clause: “By Friday Hana will…”, “…; SecOps demos it”."""
    dated = _behind_date(text)
    for start in _starts(text, segments):
        found = subject(text, known, start=start)
        if found is not None and _RELATIVE.search(text[:start]) and not _AHEAD.match(text[found.end :]):
            continue
        name = text[found.start : found.end] if found else ""
        people = is_people(name)
        team = (people and " " in name) or (naming.is_team(name) and (people or name[0].isupper()))
        sure = name.lower() in known or naming.HANDLE.fullmatch(name) or team
        if (
            found is not None
            and (sure or _SEVERAL.fullmatch(name) or begins_with_given(name) or start == dated)
            and not re.fullmatch(r"(?:and|or|but) .*|all .*", name)
            and not (re.fullmatch(r"[A-Z]{2,}", name) and not naming.is_team(name))
        ):
            return found
    return None


_RELATIVE = expression(r"\b(?:an?|the|our|each|every|any|no|all) (?:[\w’'-]+ ){1,3}(?:that|which) $", re.IGNORECASE)
"""The beginning of a clause that only says which thing is meant: “an address that the desk reads”."""
_AHEAD = expression(r" (?:also |then )?(?:will|shall|must|should|is to|are to|has to|have to|to|needs? to)\b")


def _behind_date(text: str) -> int:
    """Return where a text goes on behind the deadline that it begins with: “By Friday …”; -1 without one."""
    led = _LED.match(text)
    time = when.read(text) if led else None
    if time is None or led is None or time.span.start > led.end():
        return -1
    after = re.match(r",?\s+", text[time.span.end :])
    return time.span.end + after.end() if after else -1


_LED = expression(r"\W*(?:by|before|until|in|on|from|after|within)? ?(?:the )?", re.IGNORECASE)


def _starts(text: str, segments: Sequence[Segment]) -> Iterator[int]:
    """Yield where a clause may begin: a piece, what follows a time or a joining word, a name within the sentence."""
    for segment in segments[1:]:
        yield segment.span.start
    for time in when.find(text):
        after = re.match(r"(?: on)?,?\s+", text[time.span.end :])
        if after:
            yield time.span.end + after.end()
    for match in _CLAUSE.finditer(text):
        yield match.end()
    for match in _MIDDLE.finditer(text):
        before = match["before"].lower()
        free = before not in words.load("action_before_objects") or (before == "and" and match["name"][0].islower())
        if free and (is_given(match["name"]) if match["name"][0].isupper() else is_people(match["name"])):
            yield match.start("name")
