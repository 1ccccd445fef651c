"""Where a document names people by its layout: tables of owners, lists of participants, chats, labels, handles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from blameless_lint.language import words
from blameless_lint.text.document import Block, Document, SectionKind
from blameless_lint.text.expression import expression

Mention = tuple[Literal["name", "handle", "team"], str]

_WORD = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]*[^\W\d_]|[A-Z]\."
_PARTICLE = r"(?:van|von|der|den|de|del|della|di|da|dos|du|al|el|bin|ibn|ben|la|le)[ \t]+"
_NAME = rf"(?:{_WORD})(?:[ \t]+(?:{_PARTICLE})*(?:{_WORD})){{0,3}}"
NAME = expression(_NAME)
HANDLE = expression(r"(?<![\w.@/])@([A-Za-z][\w.-]*[A-Za-z0-9])(?![\w/@])")
FULL_NAME = expression(rf"\b({_WORD})[ \t]+((?:(?:van|von|de|del|der|di|da|al)[ \t]+)*(?:{_WORD}))")
NAME_AND_ROLE = expression(rf"(?P<name>{_NAME})\s*\((?P<role>[^)]{{2,60}})\)")
OWNER_LABEL = expression(
    r"(?:^|[(\[;|–—-]\s*)(?:owners?|assignees?|assigned to|authors?|written by|prepared by|reported by|reporter|IC|"
    r"incident (?:commander|lead|manager)|comms(?: lead)?|scribe|facilitator|participants?|attendees|present|"
    r"responders?|on-?call(?: engineer)?|contact|DRI|reviewers?|reviewed by|approved by|from|to|cc|lead|who)"
    r"\s*[:：]\s*(?P<who>[^\n()\[\]|;]{2,160})",
    re.IGNORECASE,
)
OWNER_HEADER = expression(
    r"\b(?:owners?|assignees?|assigned|who|responsible|persons?|people|lead|participants?|authors?|reporter|dri|attendees?|"
    r"engineers?|contacts?|accountable|by|actor|responders?)\b",
    re.IGNORECASE,
)
SPLIT = expression(r"\s*(?:,|;|/|&|\+|\band\b|\bwith\b|•|\|)\s*")


def in_document(document: Document) -> Iterator[Mention]:
    """Yield the people, handles and teams that a document names by its layout."""
    for block in document.blocks:
        yield from _in_block(block)
    for line in document.front_matter.splitlines():
        yield from _labelled(line.replace('"', "").replace("'", ""))


def _in_block(block: Block) -> Iterator[Mention]:
    text = block.text
    for found in HANDLE.finditer(text):
        if not _is_opaque(block, found.start()):
            yield "handle", found[1]
    if block.speaker is not None:
        yield from _speaker(text[block.speaker.start : block.speaker.end])
    if _lists_people(block):
        yield from listed(text, handles=True)
    yield from _labelled(text)
    yield from _with_role(text)
    for found in FULL_NAME.finditer(text):
        if _is_given(found[1]) and is_surname(found[2]):
            yield "name", f"{found[1]} {found[2]}"


def _lists_people(block: Block) -> bool:
    """Return whether a block is a cell of an owner's column, or short and in a section that lists participants."""
    if block.cell is not None and not block.cell.is_header and OWNER_HEADER.search(block.cell.header):
        return True
    return block.section.kind is SectionKind.PARTICIPANTS and len(block.text) < 400


def _is_opaque(block: Block, place: int) -> bool:
    return any(span.start <= place < span.end for span in block.opaque)


def _speaker(text: str) -> Iterator[Mention]:
    name = text.strip(" :@<>[]()*_")
    lower = name.lower()
    if not name or lower in words.load("software") or re.search(r"bot$|^bot\b|\bbot\b", lower):
        return
    yield ("name", name) if " " in name else ("handle", name)
    if name[0].isupper() and lower not in words.load("no_names") and " " not in name:
        yield "name", name


def _labelled(text: str) -> Iterator[Mention]:
    for found in OWNER_LABEL.finditer(text):
        yield from listed(found["who"])


def _with_role(text: str) -> Iterator[Mention]:
    for found in NAME_AND_ROLE.finditer(text):
        inside = {part.strip(".,").lower() for part in re.split(r"[\s/-]+", found["role"])}
        roles = words.merged("roles", "double_roles", "teams", "bare_teams")
        if inside & roles and is_name(found["name"]):
            yield "name", found["name"]


def listed(text: str, *, handles: bool = False) -> Iterator[Mention]:
    """Yield the people and teams of a list such as “Ada Okafor (SRE), @tom”; `handles` takes bare handles too."""
    bare = re.sub(r"\([^)]*\)|\[[^\]]*\]|<[^>]*>", "", text)
    for part in SPLIT.split(bare):
        clean = re.sub(r"^[^:–—]{2,30}\s*[:–—]\s+|\s+[-–—]\s+.*$", "", part).strip(" .*_-–—:")
        lower = clean.lower()
        if clean.startswith("@"):
            yield "handle", clean[1:]
        elif lower in words.merged("teams", "bare_teams") or lower.endswith((" team", " squad", " guild", " crew")):
            yield "team", re.sub(r"^the ", "", lower)
        elif is_name(clean):
            yield "name", clean
        elif handles and re.fullmatch(r"[a-z][a-z0-9._]{2,20}", clean) and _may_be_handle(clean):
            yield "handle", clean


def _may_be_handle(word: str) -> bool:
    common = words.merged(
        "things",
        "software",
        "roles",
        "double_roles",
        "machine_roles",
        "team_nouns",
        "bare_teams",
        "teams",
        "crowds",
        "customers",
        "vendors",
    )
    return word not in common and word not in words.load("no_names") and not word.endswith("bot")


def is_name(text: str) -> bool:
    """Return whether a text has the shape of a person's name: one to four capitalised words, none for a thing."""
    if not NAME.fullmatch(text) or len(text.split()) > 4:
        return False
    parts = [part.strip(".").lower() for part in text.split()]
    if any(part in words.load("no_names") for part in parts):
        return False
    given = any(_is_given(part.capitalize()) for part in parts)
    nouns = words.merged(
        "roles", "double_roles", "machine_roles", "teams", "bare_teams", "team_nouns", "things", "software", "vendors"
    )
    if any(part in nouns for part in parts):
        return given and len(parts) > 1 and parts[-1] not in words.merged("things", "team_nouns")
    return given or not text.isupper()


def is_surname(text: str) -> bool:
    """Return whether a capitalised word may be a family name: no word for a thing, software, team or role."""
    lower = text.split()[-1].strip(".").lower()
    things = words.merged(
        "things", "software", "team_nouns", "machine_roles", "teams", "bare_teams", "double_roles", "roles"
    )
    organisations = {term.lower().strip(".") for term in words.load("organisations")}
    return (
        lower not in things
        and lower not in organisations
        and lower not in words.load("no_names")
        and not text.isupper()
    )


def _is_given(word: str) -> bool:
    lower = word.lower()
    return lower in words.load("given_names") or (
        lower in words.load("ambiguous") and lower not in words.load("no_names")
    )
