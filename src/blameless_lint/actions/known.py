"""Who a document names: handles, owners, participants, actors of its timeline, speakers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.actions.naming import UPPER, is_common, is_name, is_team
from blameless_lint.language import words
from blameless_lint.text.document import SectionKind
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from blameless_lint.text.document import Document


def known_names(document: Document) -> frozenset[str]:
    """Return who the document names, in lower case: handles, owners, participants, actors of the timeline."""
    found: set[str] = set()
    for block in document.blocks:
        header = block.cell.header if block.cell and not block.cell.is_header else ""
        for name in _names(block.text, block.section.kind, header):
            found.add(name.lower())
            if " " in name and not is_team(name):
                found |= {word.lower() for word in name.split() if len(word) > 2 and word[0].isupper()}
    plain = frozenset(name for name in found if not is_common(name))
    return ((plain - _ordinary(document.source.text)) | _nicks(document)) - words.merged(
        "action_no_subjects", "action_verbs"
    )


def _ordinary(text: str) -> frozenset[str]:
    """Return the words that a text has in lower case only."""
    lower = {match.group() for match in _LOWER.finditer(text)}
    lower.difference_update(match.group().lower() for match in _CAPITAL.finditer(text))
    return frozenset(lower)


_LOWER = expression(r"(?<![\w@.`/-])[^\W\d_A-Z]+(?![\w@-])")
_CAPITAL = expression(rf"(?<!\w){UPPER}[^\W\d_]*(?!\w)")


def _nicks(document: Document) -> frozenset[str]:
    """Return the nicknames in lower case: who speaks in a transcript, and who acts twice or more in the timeline."""
    speakers = {
        block.text[block.speaker.start : block.speaker.end].strip(" <>:@").lower()
        for block in document.blocks
        if block.speaker is not None
    }
    acts = Counter(
        match.group("name")
        for block in document.blocks
        if block.section.kind is SectionKind.TIMELINE and (match := _NICK.match(block.text))
    )
    actors = {name for name, count in acts.items() if count > 1 and not name.endswith("s")}
    return frozenset(name for name in speakers | actors if name and not is_common(name))


_NICK = expression(
    r"^[\d:.,/ \tTZ-]*\d(?:\s?(?:UTC|CES?T|GMT))?\s*[-–—:|]*\s*(?P<name>[a-z][\w-]{2,20})(?=:? [a-z]+s )"
)


_OWNER_HEADER = expression(
    r"\b(?:owners?|dri|assignee|assigned(?: to)?|responsib\w+|who|lead|pic|by whom|person|accountable|name"
    r"|participants?|attendees?|role holder)\b",
    re.IGNORECASE,
)
_TIMELINE = expression(
    rf"^(?:[\d:.,/ \tTZ-]*\d(?:\s?(?:UTC|CES?T|GMT|[ap]m|h))?\s*[-–—:|]*\s*)?(?P<name>{UPPER}[\w’'-]+(?: "
    rf"{UPPER}[\w’'.-]+)?|@[\w.-]+) (?=[a-z]+(?:s|ed|t|de|new|aw|ook|ave)\b)"
)
_LABEL = expression(
    r"\b(?:Owner|DRI|PIC|Lead|Assignee|Assigned to|Responsible|Author|Facilitator|Incident commander|IC|Scribe"
    r"|On-call)\s*:\s*(?P<name>[^,;.|()\n]{2,40})"
)


def _names(text: str, section: SectionKind, header: str) -> Iterator[str]:
    for match in re.finditer(r"(?<![\w/])@[\w-]+(?:[.][\w-]+)*", text):
        yield match.group()
        yield match.group()[1:]
    for match in re.finditer(rf"\b(?:Mr|Ms|Mrs|Dr|Prof)\.? ({UPPER}[\w’'-]+)", text):
        yield match.group(1)
    for match in _LABEL.finditer(text):
        if is_name(match.group("name")):
            yield match.group("name").strip()
    if header and _OWNER_HEADER.search(header) and is_name(text):
        yield text
    if section is SectionKind.PARTICIPANTS and len(text) < 400:
        yield from (part.strip() for part in re.split(r"[,;:()–—|]|\s-\s|\band\b", text) if is_name(part))
    actor = _TIMELINE.match(text) if section is SectionKind.TIMELINE else None
    if actor is not None:
        yield actor.group("name").strip()
