"""Whether a few words name a person or a team, by their shape and the word lists."""

from __future__ import annotations

import re
from functools import cache

from blameless_lint.actions.given import begins_with_given, is_given
from blameless_lint.actions.verbs import third_persons
from blameless_lint.language import words
from blameless_lint.text.expression import expression

UPPER = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐÉĘĚĞĢİŁŃŇŐŘŚŞŠŤŮŰŹŻŽΑ-ΩА-Я]"
HANDLE = expression(r"[`\\]?@[\w][\w.\\/-]*\w?`?|~\w[\w.-]*|[\w.+-]+@(?:[\w-]+\.[\w.-]+\w)?|`[a-z][\w-]*`|\\?_\w+\\?_")
_NO_CASE = r"[\u0590-\u06ff\u0900-\u0dff\u0e00-\u0e7f\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
"""A letter of a script that has no capitals."""
_INITIALS = expression(rf"{UPPER}\.|{UPPER}{{2,3}}")
_PERSON_WORD = expression(
    rf"(?:d[’']|al-|el-|0x)?{UPPER}[\w’'.-]*|{_NO_CASE}[^\W\d_]*|(?:van|von|der|den|de|da|del|di|la|le|bin|binti|ter"
    rf"|ten|zu|dos|das|el"
    rf"|al)|0x\w+"
)
_COMPANION = expression(r"(?:an?|one|two|his|her|their|whoever) \w+(?: \w+){0,3}")
_PARTICIPLE = expression(r"[A-Z][a-z]+ed")
_CHAIN = expression(r"[A-Z][a-z]+-(?:to|in|by|up|of|on)\b.*|[A-Z][a-z]+-(?:manager|server|service|worker|client)")
_JOIN = expression(r"\s*(?:\band\b|&|\+|/|,|\bor\b|\bwith\b|\bthrough\b|\bvia\b|\by\b|\bund\b|–)\s*")
_NO_ONE = expression(
    r"(?:tb[dac]|t\.b\.d\.?|n/?a|none|no ?one(?: yet)?|nobody(?: yet)?|unassigned|not (?:yet )?assigned(?: yet)?"
    r"|unknown|open|[-–—?/x. ]*"
    r"|every(?:one|body)|every team|any(?:one|body)|some(?:one|body)|all|all of us|all (?:the )?(?:staff|teams?|hands"
    r"|owners|departments|services|units|sections"
    r"|ramp staff|engineers|\w+ of us)|the team|team|we|us|whole team|both"
    r"|to be (?:assigned|decided|determined|confirmed|named|agreed"
    r"|nominated|appointed|allocated|found|clarified|defined)"
    r"|(?:owner|dri|assignee|lead)s? (?:tb[dac]|unknown|open|missing|needed|wanted)"
    r"|owner|needs? (?:an? )?(?:owner|volunteer)|up for "
    r"grabs|help wanted|volunteer(?:s)?(?: (?:wanted|needed))?|see ticket|\?+|various|multiple|whoever.*)[!?.]*",
    re.IGNORECASE,
)
_GROUP = expression(
    r"(?:every(?:one|body)|any(?:one|body)|some(?:one|body)|all(?: of us| staff| engineers| hands"
    r"| (?:the )?(?:teams|departments|services|units))?|(?:the|whole) team|team|we|us|various|multiple)",
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


_ON_DUTY = expression(r"(?<=\w) (?:on|of) (?:duty|call|shift|watch|the day)$", re.IGNORECASE)


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
    text = _ON_DUTY.sub("", text)
    text = text.strip(" .*_").removeprefix("the ").removeprefix("The ").removeprefix("our ").removeprefix("Our ")
    if not 0 < len(text.split()) <= 6:
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
_SHORT_TEAMS = frozenset(("IT", "Search", "Review board"))
"""Units that share their name with an ordinary word; the capital tells them apart."""
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
    if _is_within(text, known):
        return True
    parts = [part for part in _JOIN.split(text) if part]
    named = [part for part in parts if _is_one(part, known)]
    rest = [part for part in parts if part not in named]
    return (
        bool(named) and all(_COMPANION.fullmatch(part) for part in rest) and not all(is_no_one(part) for part in parts)
    )


_WITHIN = expression(
    r"(?P<who>[^,;()]{2,30}?) (?:from|of|at|in|together with|along with|with (?:help|support) (?:from|of)|with|via) "
    r"(?P<unit>[^,;()]{2,40})"
)
_NUMBERED = expression(
    r"(?:Ward|Crew|Shift|Team|Squad|Watch|Brigade|Platoon|Desk|Section|Tier|Group) (?:\d{1,3}"
    r"|[A-Z])"
)
_COUNT = expression(r"(?:one|two|three|some|(?:an?|one|two|three|the) (?:\w+ )?\w+)", re.IGNORECASE)


def _is_within(text: str, known: frozenset[str]) -> bool:
    """Return whether a text names somebody with the unit they are of: “Ana from Platform”, “one of the editors”."""
    match = _WITHIN.fullmatch(text)
    if match is None or " to " in match["who"]:
        return False
    who, unit = match["who"], match["unit"].removeprefix("the ").removeprefix("our ")
    given = begins_with_given(who) and not any(token in third_persons() for token in who.split()[1:])
    people = given or is_team(who) or who.lower() in known or HANDLE.fullmatch(who) is not None
    return (people or _COUNT.fullmatch(who) is not None) and (
        is_team(unit) or unit.lower() in known or begins_with_given(unit)
    )


_LED = expression(r"(?:by|before|until|after|to|with|on|for|from|if|when|once) ", re.IGNORECASE)


def _is_one(text: str, known: frozenset[str]) -> bool:
    text = text.strip(" .*_")
    if _NUMBERED.fullmatch(text):
        return True
    if (
        HANDLE.fullmatch(text)
        or text.lower() in known
        or text.lower() in ("me", "myself", "mine")
        or re.fullmatch(rf"(?:Team|Squad) {UPPER}\w+", text)
    ):
        return True
    role, _, company = text.partition(" ")
    if company and role in words.load("vendors") and re.fullmatch(rf"{UPPER}[\w’'&-]+(?: {UPPER}[\w’'&-]+)?", company):
        return True
    if (_PARTICIPLE.fullmatch(text) or _CHAIN.fullmatch(text)) and not is_given(text):
        return False
    tokens = re.sub(r"^(?:the|our|my)\s+", "", text, flags=re.IGNORECASE).split()
    acronym = len(tokens) > 1 and tokens[0] in _UNITS and tokens[1][0].isupper()
    if not tokens or (tokens[0].lower().strip(".,") in words.load("action_no_names") and not acronym):
        titled = tokens and len(tokens) > 1 and tokens[0] in ("Mr", "Mr.") and _PERSON_WORD.fullmatch(tokens[1])
        return bool(titled) or text in _SHORT_TEAMS or (is_team(text) and len(tokens) > 1 and not _LED.match(text))
    verb = tokens[0].lower() in words.load("action_verbs") and not is_given(tokens[0])
    if (
        verb
        and (len(tokens) > 2 or not is_team(text))
        and not (tokens[1:] and all(token[0].isupper() for token in tokens))
    ):
        return False
    if len(tokens) <= 4 and all(_PERSON_WORD.fullmatch(token) for token in tokens):
        return bool(re.match(f"{UPPER}|0x|{_NO_CASE}", tokens[0]) or tokens[0] in ("van", "von", "de"))
    strict = text[0].isupper() or text.lower().startswith(("the ", "our ", "my ")) or bool(_STRICT.search(text))
    return (
        strict
        and is_team(text := _ON_DUTY.sub("", text))
        and not re.search(
            r"\b(?:how|what|which|who|why|from|about|including|for|in|on|into|per|and|or|than|as|it|we|is|are|was|has"
            r"|after"
            r"|before|once|until|by|at"
            r"|have|will|must|should|needs?|wants?|requires?|waits?|pending"
            r"|to|that|when|if)\b",
            text,
        )
    )
