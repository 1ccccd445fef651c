"""Who is to do an item: its owner, with the exact place, in every position that people write it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from blameless_lint.actions import due, naming, tickets, when
from blameless_lint.actions.asked import asked, is_sure, myself
from blameless_lint.actions.clauses import inner_subject
from blameless_lint.actions.doers import NAME, is_actor, subject
from blameless_lint.actions.given import begins_with_given
from blameless_lint.actions.passive import acting
from blameless_lint.actions.phrase import is_thing_with_article
from blameless_lint.actions.pledges import pledged, told_that
from blameless_lint.actions.recommended import recommended
from blameless_lint.actions.segments import Segment, fills_next
from blameless_lint.actions.slots import marked
from blameless_lint.actions.tails import is_plain, leading, trailing, widened
from blameless_lint.language import words
from blameless_lint.text.expression import expression
from blameless_lint.text.source import Span

LABEL = expression(
    r"(?:action |task )?(?:owners?(?:\(s\))?|dri|pic|poc|driver|contact|ownership|lead(?: by)?|assignees?(?:\(s\))?"
    r"|assigned(?: to)?|responsible(?: (?:person|party"
    r"|team))?|who|accountable"
    r"|action on|owned by)",
    re.IGNORECASE,
)

_LABELLED = expression(
    r"^(?:owners?|dri|pic|poc|lead|assignee|assigned to|responsible|owned by|led by|done by|held by|driven by|by)\b"
    r"(?: is\b)?[ :=]+(?P<name>.+)$",
    re.IGNORECASE,
)
_LOGIN = expression(r"\w+ ?[=:] ?@?[a-z][a-z\d]*[._-]?[a-z\d]+")
"""A field that a login fills: “assignee=ana.lee”."""
_BY = expression(
    rf"\bTODO\((?P<todo>[\w@.-]+)\)|\b(?:done|led|owned|held|reviewed|driven|placed|patch up|job|annex \w) by "
    rf"(?P<by>{NAME}(?: {NAME})*)"
    rf"|\bassigned to (?P<to>@?[\w.-]+(?: {NAME})?)"
)


_TOLD = expression(
    r"(?P<name>[^,;()]{2,40}?) (?:(?:to|will|has to|is to) [a-z]+"
    r"|(?:asks|brings|calls|checks|drafts|fits|follows|makes|orders|sends|takes|tells|writes)(?= [a-z]))\b.*"
)
_LAST_HANDLE = expression(
    r"(?<!ask)(?<!tell)(?<!with)(?<!to)(?<!cc)(?<!thank)(?<!from)\s(?P<handle>@\w[\w-]*(?:\.\w+)*"
    r"(?:(?: and | & | |, )@\w[\w-]*(?:\.\w+)*)*)\s*(?P<rest>.*)$"
)
_TITLED = expression(r"(?:Dr|Mr|Ms|Mrs|Prof)\.? [A-Z]|[A-Z]\. ?[A-Z][\w’'-]+$")
SURE = 5
"""How sure a name behind the task is when it goes before one in front of it."""
UNSURE = 4
"""The same where the one in front could be a thing: a system or a part of one before its colon."""


def find(text: str, segments: Sequence[Segment], known: frozenset[str]) -> Span | None:
    """Return the range of the text that names the owner, or None where nobody is named."""
    if is_open(segments):
        return None
    found = _found(text, segments, known)
    inner = text.find("(", found.start, found.end) if found else -1
    if found is not None and inner >= 0 and ")" not in text[found.start : found.end]:
        return Span(inner + 1, found.end)
    return found


def is_open(segments: Sequence[Segment]) -> bool:
    """Return whether a field for the owner says that there is none yet: “Owner: TBD”."""
    return any(
        fills_next(segment) and LABEL.fullmatch(segment.text) and naming.is_no_one(following.text)
        for segment, following in pairwise(segments)
    )


def plain(name: str) -> str:
    """Return the name that a cell of owners holds without what it is to do: “Ana to agree with the supplier”."""
    told = _TOLD.match(name)
    return told["name"] if told and naming.is_name(told["name"]) else name


def _found(text: str, segments: Sequence[Segment], known: frozenset[str]) -> Span | None:
    found = _labelled(segments, known) or _bracketed(text, known) or asked(text, known) or recommended(text, known)
    found = found or told_that(text, known) or _by(text, known)
    if found is not None:
        return found
    first = subject(text, known, start=0) or pledged(text, known)
    before = first or leading(segments, known)
    behind = trailing(segments, known)
    if before and (
        behind is None or behind[0] < (SURE + 1 if _is_sure(text[before.start : before.end], known) else UNSURE)
    ):
        return before
    if behind:
        return behind[1]
    return inner_subject(text, segments, known) or acting(text, known) or _last_handle(text) or myself(text)


def takes_on(text: str) -> bool:
    """Return whether the writer of a sentence says that they will do it: “I’ll add a test”."""
    match = _TAKES_ON.match(text)
    return match is not None and match["verb"] in words.load("action_verbs")


_TAKES_ON = expression(
    r"\W*I(?: \(@[\w-]+\))?(?:[’']ll| will| shall|[’']m going to| am going to)(?: also)? (?P<verb>[a-z-]+)\b"
)


def takes_it(segment: Segment) -> bool:
    """Return whether a piece says of somebody that they take on what the sentence before tells: “Ana does this”."""
    found = marked(segment, frozenset())
    return found is not None and found[0] >= SURE and _BACK.search(segment.text) is not None


_BACK = expression(r"\b(?:it|this|that)\b", re.IGNORECASE)


def _is_sure(name: str, known: frozenset[str]) -> bool:
    """Return whether a name before a colon is somebody's: a handle, a team, a given name, one named elsewhere."""
    return bool(
        naming.HANDLE.fullmatch(name) or naming.is_team(name) or name.lower() in known or begins_with_given(name)
    )


def _last_handle(text: str) -> Span | None:
    """Return a handle, or several, at the very end or before a date, with nothing but a space before it."""
    match = _LAST_HANDLE.search(text)
    if match is None or (match["rest"] and not _is_all_fields(match["rest"])):
        return None
    return Span(*match.span("handle"))


def _is_all_fields(text: str) -> bool:
    """Return whether a text holds nothing but a deadline and a reference, or one of them."""
    words = text.split()
    return any(
        (not first or due.is_alone(first)) and (not second or tickets.is_reference(second.strip("()[] .")))
        for first, second in ((" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(len(words) + 1))
    )


def _labelled(segments: Sequence[Segment], known: frozenset[str]) -> Span | None:
    for index, segment in enumerate(segments):
        if index + 1 < len(segments) and fills_next(segment) and LABEL.fullmatch(segment.text):
            return widened(segments, index + 1, known)[0]
    for index, segment in enumerate(segments):
        match = _LABELLED.match(segment.text)
        if (
            match
            and segment.before
            and (naming.is_name(match.group("name"), known) or _LOGIN.fullmatch(match.group()))
            and when.read(match.group("name")) is None
            and not is_thing_with_article(match.group("name"))
        ):
            return widened(segments, index, known, start=segment.span.start + match.start("name"))[0]
    return None


def _bracketed(text: str, known: frozenset[str]) -> Span | None:
    """Return a name in square brackets at the beginning: “[dana] split the job”."""
    match = re.match(r"\[(?P<name>@?[\w.-]{2,20}(?: ?[,/&+] ?@?[\w.-]{2,20})*)\??\]:?\s+[\w\[]", text)
    several = re.match(r"\[(?P<name>[^\[\]:;]{2,40} [^\[\]:;]{1,30})\]:?\s+[\w\[]", text) if match is None else None
    if several is not None and (is_sure(several["name"], known) or _TITLED.match(several["name"])):
        match = several
    if (
        match is None
        or match.group("name").lower() in words.load("action_no_owners")
        or not is_plain(Segment(Span(0, 1), match.group("name"), "", "", inside=True))
    ):
        return None
    name = match.group("name")
    return (
        None
        if naming.is_no_one(name) or re.search(r"\d", name) or (name.isupper() and len(name) > 3)
        else Span(*match.span("name"))
    )


def _by(text: str, known: frozenset[str]) -> Span | None:
    for match in _BY.finditer(text):
        group = next(name for name, value in match.groupdict().items() if value)
        if match.group(group) in words.merged("action_stopwords", "action_before_objects", "action_no_subjects"):
            continue
        if group != "by" or is_actor(match.group(group), "", known):
            return Span(*match.span(group))
    return None
