"""Whether a few words have the shape of a unit's name, where the place lets an owner be expected."""

from __future__ import annotations

import re

from blameless_lint.actions import naming
from blameless_lint.actions.moods import is_imperative
from blameless_lint.actions.verbs import NOUN_TEAMS, verbs
from blameless_lint.language import words
from blameless_lint.language.lexicon import pattern


def is_loose(name: str, *, sure: bool = False) -> bool:
    """Return whether a few words could be the name of a unit: a capital first, no verb, nothing finite, no number.

    Where the place makes it `sure`, the last word may be one of a thing: “Enablement”, “Billing”.
    """
    tokens = name.split()
    return (
        0 < len(tokens) <= 4
        and name[0].isupper()
        and not re.search(r"[\d`=<>%$]", name)
        and tokens[0].lower() not in verbs() - NOUN_TEAMS
        and not any(
            token.lower().strip(".,") in words.load("action_finite_words")
            or token.lower() in words.load("action_no_subjects")
            for token in tokens
        )
        and (not naming.is_common(tokens[0]) or naming.is_team(tokens[0]))
        and not tokens[0].endswith("ly")
        and not tokens[-1].endswith("ed")
        and (sure or not pattern("action_things").fullmatch(tokens[-1]))
    )


_ALONE = frozenset(
    ("vendor", "supplier", "hr", "legal", "qa", "sre", "devops", "it", "noc", "soc", "secops", "facilities")
)
"""Names of one word that are a team's before a colon, where most are a system's."""


def is_unit(name: str) -> bool:
    """Return whether the name of a role or a unit in lower case is nothing more: no verb, no article of a clause."""
    tokens = name.lower().split()
    return (
        0 < len(tokens) <= 3
        and not tokens[0][0].isdigit()
        and tokens[0] not in verbs() - NOUN_TEAMS
        and not any(token in words.load("action_finite_words") for token in tokens)
    )


def is_told_unit(name: str, rest: str) -> bool:
    """Return whether a unit before a colon is told what follows, rather than the part of the system it is about."""
    lower = name.lower()
    last = lower.split()[-1]
    if is_imperative(rest) and (lower in words.load("teams") or last not in words.load("action_labels")):
        return True
    if last != lower:
        return last not in words.load("action_thing_units") - {"infra", "shop", "it"}
    return lower in _ALONE
