"""The verbs of tasks, in the base form and in the third person."""

from __future__ import annotations

import re
from functools import cache

from blameless_lint.language import words

NOUN_TEAMS = frozenset(("support", "release", "build", "control", "store", "lead"))


@cache
def verbs() -> frozenset[str]:
    """Return the verbs of tasks in the base form."""
    return words.load("action_verbs")


@cache
def third_persons() -> frozenset[str]:
    """Return the verbs of tasks in the third person."""
    found = set()
    for verb in verbs():
        found.add(verb + "s")
        found.add(
            verb + "es"
            if re.search(r"(?:s|sh|ch|x|z|o)$", verb)
            else verb[:-1] + "ies"
            if re.search(r"[^aeiou]y$", verb)
            else verb + "s"
        )
    return frozenset(found)
