"""Names that stand in a piece of their own: behind the task, or before its colon or dash."""

from __future__ import annotations

import re
from collections.abc import Sequence

from blameless_lint.actions import due, naming, status, tickets, when
from blameless_lint.actions.doers import NAME, is_actor, is_named, is_thing
from blameless_lint.actions.given import begins_with_given
from blameless_lint.actions.loose import is_loose, is_told_unit, is_unit
from blameless_lint.actions.segments import Segment
from blameless_lint.actions.slots import marked
from blameless_lint.actions.verbs import verbs
from blameless_lint.language import words
from blameless_lint.text.expression import expression
from blameless_lint.text.source import Span


def widened(
    segments: Sequence[Segment], index: int, known: frozenset[str], *, start: int | None = None
) -> tuple[Span, int]:
    """Return the range of a name with those behind a comma, a slash or a bracket, and the index of the last."""
    first, end = segments[index].span.start if start is None else start, segments[index].span.end
    while index + 1 < len(segments):
        this, following = segments[index], segments[index + 1]
        if (
            this.after.strip() not in (",", "/", "(", "–")
            or not naming.is_name(following.text, known)
            or not is_plain(following)
        ):
            break
        if this.after.strip() == "–" and this.before.strip() != "|":
            break
        end = following.span.end + (this.after.strip() == "(" and following.after.startswith(")"))
        index += 1
    return Span(first, end), index


_DIGITS = expression(r"\d{1,2}\.\d{1,2}(?:\.\d+)?\.?")
_BOUND = expression(r"(?:also )?(?:done|due|by|before|until|ahead of|once|when|ready|ETA)\b", re.IGNORECASE)
_WITH_REFERENCE = expression(r"(?P<name>.+?)(?: has| have|,)? (?:ticket|issue|change|request|case|card|in) \S+")


def is_plain(segment: Segment) -> bool:
    """Return whether a piece is no date, reference, state, priority or kind."""
    found = when.read(segment.text)
    return (
        (found is None or len(found.text) < len(segment.text) / 2)
        and not tickets.is_reference(segment.text)
        and not status.is_state(segment.text)
        and status.priority(segment.text) is None
        and status.type_cell(segment.text) is None
        and not _DIGITS.fullmatch(segment.text)
    )


def leading(segments: Sequence[Segment], known: frozenset[str]) -> Span | None:
    """Return a name before a colon or a dash at the beginning, behind a reference or a state if there is one."""
    index = 0
    while (
        index + 1 < len(segments)
        and index < 2
        and not is_plain(segments[index])
        and segments[index].text.lower() not in known
    ):
        index += 1
    if index + 1 >= len(segments):
        return None
    span, last = widened(segments, index, known)
    while segments[last].after.strip() == "," and last + 2 < len(segments) and not is_plain(segments[last + 1]):
        last += 1
    first, mark = segments[index], segments[last].after.strip()[:1]
    if (
        first.inside
        or not mark
        or mark not in ":—–-→)"
        or naming.is_no_one(first.text)
        or not is_plain(first)
        or len(segments) == last + 1
    ):
        return None
    name = first.text
    if (
        naming.HANDLE.fullmatch(name)
        or name.lower() in known
        or all(segment.text.lower() in known for segment in segments[index : last + 1])
    ):
        return span
    parts = [part for part in re.split(r"\s*(?:&|\+|\band\b)\s*", name) if part]
    rest = " ".join(segment.text for segment in segments[last + 1 :])
    if not naming.is_name(name, known) or not all(is_actor(part, rest, known) for part in parts):
        return None
    team = naming.is_team(name)
    if team and not is_told_unit(name, rest):
        return None
    if not team and re.fullmatch(r"[A-Z]{2,}", name):
        return None
    return span if team or mark in ":—–-" else None


def trailing(segments: Sequence[Segment], known: frozenset[str]) -> tuple[int, Span] | None:
    """Return a name that is a piece of its own behind the text, and how sure it is: most beside a date."""
    best: tuple[int, Span] | None = None
    index = 1
    while index < len(segments):
        strength, span, last = _strength(segments, index, known)
        if strength > 2 and (best is None or strength > best[0]):
            best = strength, span
        index = last + 1
    return best


def _strength(segments: Sequence[Segment], index: int, known: frozenset[str]) -> tuple[int, Span, int]:
    """Return how surely the pieces from an index on name an owner, their range, and the last index."""
    segment = segments[index]
    closed = segment.inside and segment.after.startswith(")")
    lists = index + 1 < len(segments) and not closed and re.match(r"(?:and|or) [a-z]", segments[index + 1].text)
    slot = None if lists or segment.text.endswith("?") else marked(segment, known)
    if slot is not None:
        return *slot, index
    if not lists and not is_plain(segment):
        return _with_rest(segment, known, index)
    if (
        lists
        or _is_cited(segments, index)
        or _names_field(segment)
        or naming.is_no_one(segment.text)
        or segment.after.startswith("?")
        or segment.text.endswith("?")
        or _GOES_ON.match(segment.text)
        or segment.text.startswith("#")
    ):
        return 0, segment.span, index
    name, row = segment.text, segment.before.strip().endswith("|")
    span, last = widened(segments, index, known)
    following = segments[last + 1] if last + 1 < len(segments) else None
    beside = (
        bool(following and (not is_plain(following) or _ends_dated(following) or _BOUND.match(following.text)))
        or (index > 1 and not is_plain(segments[index - 1]))
        or bool(following and (naming.is_no_one(following.text) or due.LABEL.fullmatch(following.text)))
    )
    end = following is None
    apart = row or segment.before.strip()[:1] in "—–-→." or segment.inside
    if naming.is_name(name, known):
        sure = bool(naming.HANDLE.fullmatch(name)) or name.lower() in known or begins_with_given(name)
        team = naming.is_team(name)
        placed = sure or beside or end or row or segment.before.strip() == "." or (segment.inside and team)
        strength = 3 + 2 * sure + 2 * beside + end - (0 if placed else 3)
        if not sure and not beside and not team and is_thing(name.split(), ""):
            strength -= 3
        if segment.inside and not (beside or end or sure or (team and segment.before.strip() == "(")):
            strength -= 2
        return strength, span, last
    if re.fullmatch(r"[a-z][\w.-]+ ?[&+] ?[a-z][\w.-]+", name) and (beside or end or segment.inside) and not row:
        return 4, span, last
    if (
        re.fullmatch(r"[a-z][\w.-]{1,20}", name)
        and name not in words.load("action_no_owners")
        and name not in verbs()
        and (is_login(name) or not _STANDS.fullmatch(name))
        and (beside or (end and (name in known or not segment.inside or is_login(name))))
        and (apart or (beside and is_login(name)) or (end and not is_plain(segments[index - 1])))
        and not row
    ):
        return 3 + ("." in name or "-" in name), span, last
    if naming.is_team(name) and is_unit(name) and (beside or end) and (apart or beside or " " in name):
        return 4, span, last
    dated = following is not None and not is_plain(following)
    if is_loose(name, sure=dated) and (row or (beside and (apart or segment.before.strip()[:1] in ",;"))):
        return 3 + row, segment.span, index
    if segment.before.strip() == "[" and end and re.fullmatch(r"[A-Z]{2,3}", name) and not naming.is_common(name):
        return 4, span, last
    named = re.match(rf"(?P<name>{NAME}(?: {NAME})?) (?:to )?(?P<verb>[a-z]+)\b", name)
    if named is not None and named.group("verb") in verbs() and _is_told(named, known):
        return 4, Span(segment.span.start, segment.span.start + named.end("name")), index
    shown = _WITH_REFERENCE.fullmatch(name)
    if shown is not None and (naming.is_name(shown["name"], known) or naming.is_team(shown["name"])):
        return 4, Span(segment.span.start, segment.span.start + shown.end("name")), index
    return _with_rest(segment, known, index)


_STANDS = expression(r"[a-z]{2,}(?:ed|ing)|sent|bought|built|written|drawn|paid|begun|underway|overdue")
"""Words that say how a task stands: “(ordered)”, “(sent, waiting)”."""


def is_login(name: str) -> bool:
    """Return whether a part of a login is a given name: “ana”, “ana.lee”, “lee_ana”."""
    return any(part in words.load("given_names") for part in re.split(r"[._-]", name) if len(part) > 2)


def _names_field(segment: Segment) -> bool:
    """Return whether a piece is the name of a field that another piece fills: “target: mid-May”."""
    return segment.after.startswith(":") and due.LABEL.fullmatch(segment.text) is not None


def _is_cited(segments: Sequence[Segment], index: int) -> bool:
    """Return whether a piece in brackets names the authors of a work, with its year: “(Roberts and Bea, 2001)”."""
    following = segments[index + 1].text if index + 1 < len(segments) else ""
    return segments[index].inside and re.fullmatch(r"(?:19|20)\d\d[a-z]?", following) is not None


_GOES_ON = expression(r"(?:and|or|but|by|for|with|to|via|such as|including|e\.g) ", re.IGNORECASE)


def _is_told(named: re.Match[str], known: frozenset[str]) -> bool:
    """Return whether a name before a verb is told to do it: “Ana to write it”, “Chris F create story”."""
    name = named.group("name")
    told = " to " in named.group() or " " in name or name.lower() in known
    return told and is_actor(name, "", known)


def _ends_dated(segment: Segment) -> bool:
    """Return whether a piece ends with a deadline: “meeting on 3 December”."""
    times = when.find(segment.text)
    return (
        bool(times)
        and times[-1].is_deadline
        and times[-1].kind != "milestone"
        and segment.text.rstrip(" .)").endswith(times[-1].text.rstrip("."))
    )


def _with_rest(segment: Segment, known: frozenset[str], index: int) -> tuple[int, Span, int]:
    """Return a name at the beginning of a piece that goes on with a date: “Build team 07/15/2023”."""
    found = when.read(segment.text)
    if found is not None and found.is_deadline:
        name = re.sub(
            r"\s+(?:by|until|before|from|on|in|with|due)\s*$",
            "",
            segment.text[: found.span.start].rstrip(),
            flags=re.IGNORECASE,
        )
        named = naming.is_name(name, known) and (naming.is_team(name) or is_named(name, "", known))
        if name and not due.LABEL.fullmatch(name) and (named or (is_login(name) and " " not in name)):
            return 5, Span(segment.span.start, segment.span.start + len(name)), index
    return 0, segment.span, index
