"""Whether a few words name a person or a team, by their shape, the word lists, and who the document names elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from blameless_lint.actions.given import is_given
from blameless_lint.language import words
from blameless_lint.text.document import SectionKind
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from blameless_lint.text.document import Document

UPPER = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐÉĘĚĞĢİŁŃŇŐŘŚŞŠŤŮŰŹŻŽΑ-ΩА-Я]"
HANDLE = expression(r"[`\\]?@[\w][\w.\\/-]*\w?`?|~\w[\w.-]*|[\w.-]+@|`[a-z][\w-]*`|\\?_\w+\\?_")
_INITIALS = expression(rf"{UPPER}\.|{UPPER}{{2,3}}")
_PERSON_WORD = expression(
    rf"(?:d[’']|al-|el-|0x)?{UPPER}[\w’'.-]*|(?:van|von|der|den|de|da|del|di|la|le|bin|binti|ter|ten|zu|dos|das|el"
    rf"|al)|0x\w+"
)
_COMPANION = expression(r"(?:an?|one|two|his|her|their|whoever) \w+(?: \w+){0,3}")
_PARTICIPLE = expression(r"[A-Z][a-z]+ed")
_CHAIN = expression(r"[A-Z][a-z]+-(?:to|in|by|up|of|on)\b.*|[A-Z][a-z]+-(?:manager|server|service|worker|client)")
_JOIN = expression(r"\s*(?:\band\b|&|\+|/|,|\bor\b|\bwith\b|\bthrough\b|\bvia\b|\by\b|\bund\b|–)\s*")
_NO_ONE = expression(
    r"(?:tb[dac]|t\.b\.d\.?|n/?a|none|no ?one(?: yet)?|nobody(?: yet)?|unassigned|not (?:yet )?assigned(?: yet)?"
    r"|unknown|open|[-–—?/x. ]*"
    r"|every(?:one|body)|every team|any(?:one|body)|some(?:one|body)|all|all of us|all (?:staff|teams?|hands|owners"
    r"|ramp staff|engineers|\w+ of us)|the team|team|we|us|whole team"
    r"|to be (?:assigned|decided|determined|confirmed|named|agreed)"
    r"|(?:owner|dri|assignee|lead)s? (?:tb[dac]|unknown|open|missing|needed|wanted)"
    r"|owner|needs? (?:an? )?(?:owner|volunteer)|up for "
    r"grabs|help wanted|volunteer(?:s)?(?: (?:wanted|needed))?|see ticket|\?+|various|multiple|whoever.*)[!?.]*",
    re.IGNORECASE,
)
_GROUP = expression(
    r"(?:every(?:one|body)|any(?:one|body)|some(?:one|body)|all(?: of us| teams| staff| engineers| hands)?|(?:the"
    r"|whole) team|team|we|us|various|multiple)",
    re.IGNORECASE,
)
_STRICT = expression(
    r"\b(?:team|squad|guild|crew|desk|group|(?:work)?shop|department|dept|office|ops|on-?call|leads?|engineers?|vendor"
    r"|supplier|contractor|provider|manager|director|inspector|controller|sre|dba|eng|board|committee|wg"
    r"|maintainers?)$",
    re.IGNORECASE,
)
_HEAD = expression(
    r"^(?:the |our |a )?(?:head|director|chief|vp|lead|manager|owner|chair|deputy|captain|secretary)\b(?: (?:of|for) "
    r".+)?",
    re.IGNORECASE,
)


def is_common(word: str) -> bool:
    """Return whether a word, capitalised or not, is one that no person or team is called by."""
    return word.lower().strip(".,") in words.load("action_no_names")


def is_no_one(text: str) -> bool:
    """Return whether a text says that nobody in particular is to do it."""
    return bool(_NO_ONE.fullmatch(text.strip(' .*_`"“”()')))


def is_diffuse(text: str) -> bool:
    """Return whether a text names everybody, anybody or an unnamed team."""
    return bool(_GROUP.fullmatch(text.strip(' .*_`"“”()?!')))


def is_team(text: str) -> bool:
    """Return whether a text names a team, a department, a role or a company by its last word."""
    text = text.strip(" .*_").removeprefix("the ").removeprefix("The ").removeprefix("our ").removeprefix("Our ")
    if not text or len(text.split()) > 6:
        return False
    last = text.split()[-1].lower().strip("’'s.,")
    if last in _ACRONYMS and not text.split()[-1].isupper():
        return False
    return (
        bool(_team_end().search(text) or _STRICT.search(text))
        or bool(_HEAD.match(text))
        or last in _people_nouns()
        or last.removesuffix("s") in _people_nouns()
        or last.removesuffix("es") in _people_nouns()
        or text.lower() in _departments()
    )


_UNITS = frozenset(("IT", "OT", "SRE", "QA", "CI", "API", "AWS", "DB", "UX", "ML", "HR"))
"""Short forms that no one is called by alone, but with which the name of a unit may begin."""
_ACRONYMS = frozenset(("it", "hr", "qa", "noc", "soc", "dba", "sre", "wg", "pmo"))


@cache
def _team_end() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words.load('action_team_ends')))})$", re.IGNORECASE)


@cache
def _people_nouns() -> frozenset[str]:
    return (
        words.merged("roles", "team_nouns", "vendors", "double_roles", "crowds")
        - words.merged("machine_roles")
        - {"who"}
    )


@cache
def _departments() -> frozenset[str]:
    return words.merged("teams", "bare_teams")


def is_name(text: str, known: frozenset[str] = frozenset()) -> bool:
    """Return whether a text looks like one or several people or teams, as written where an owner is expected."""
    text = text.strip(' .*_"“”')
    if not text or len(text) > 70 or re.search(r"\d{3}|[<>=%$]|https?:|^#|^[A-Z]+-(?:\d|tbd)|^\d|^[A-Z]+\d$", text):
        return False
    parts = [part for part in _JOIN.split(text) if part]
    named = [part for part in parts if _is_one(part, known)]
    rest = [part for part in parts if part not in named]
    return (
        bool(named) and all(_COMPANION.fullmatch(part) for part in rest) and not all(is_no_one(part) for part in parts)
    )


def _is_one(text: str, known: frozenset[str]) -> bool:
    text = text.strip(" .*_")
    if (
        HANDLE.fullmatch(text)
        or text.lower() in known
        or text.lower() in ("me", "myself", "mine")
        or re.fullmatch(rf"(?:Team|Squad) {UPPER}\w+", text)
    ):
        return True
    if (_PARTICIPLE.fullmatch(text) or _CHAIN.fullmatch(text)) and not is_given(text):
        return False
    tokens = re.sub(r"^(?:the|our|my)\s+", "", text, flags=re.IGNORECASE).split()
    acronym = len(tokens) > 1 and tokens[0] in _UNITS and tokens[1][0].isupper()
    if not tokens or (tokens[0].lower().strip(".,") in words.load("action_no_names") and not acronym):
        return is_team(text) and len(tokens) > 1
    verb = tokens[0].lower() in words.load("action_verbs") and not is_given(tokens[0])
    if (
        verb
        and (len(tokens) > 2 or not is_team(text))
        and not (tokens[1:] and all(token[0].isupper() for token in tokens))
    ):
        return False
    if len(tokens) <= 4 and all(_PERSON_WORD.fullmatch(token) for token in tokens):
        return bool(re.match(UPPER + "|0x", tokens[0]) or tokens[0] in ("van", "von", "de"))
    strict = text[0].isupper() or text.lower().startswith(("the ", "our ", "my ")) or bool(_STRICT.search(text))
    return (
        strict
        and is_team(text)
        and not re.search(
            r"\b(?:how|what|which|who|why|from|about|including|for|in|on|into|per|and|or|than|as|it|we|is|are|was|has"
            r"|have|will|must|should"
            r"|to|that|when|if)\b",
            text,
        )
    )


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
    lower = set(_LOWER.findall(text))
    return frozenset(lower - {word.lower() for word in _CAPITAL.findall(text)})


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
