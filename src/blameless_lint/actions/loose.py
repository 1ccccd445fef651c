"""Whether a few words have the shape of a unit's name, where the place lets an owner be expected."""

from __future__ import annotations

import re

from blameless_lint.actions import naming
from blameless_lint.actions.doers import NOUN_TEAMS, verbs
from blameless_lint.language import words
from blameless_lint.language.lexicon import pattern


def is_loose(name: str, *, sure: bool = False) -> bool:
    """Return whether a few words could be the name of a unit: a capital first, no verb, nothing finite, no number.

    Where the place makes it `sure`, the last word may be one of a thing: “Enablement”, “Billing”.
    """
    tokens = name.split()
    return (
        len(tokens) <= 4
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
