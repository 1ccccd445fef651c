"""Verbs with their forms, and patterns, from the word lists."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from blameless_lint.language import words
from blameless_lint.text.expression import expression

VERB_LISTS = (
    "omission_verbs",
    "duty_verbs",
    "destructive_verbs",
    "act_verbs",
    "effect_verbs",
    "misconduct_verbs",
    "gate_with_person",
)


@cache
def lemmas(*names: str) -> frozenset[str]:
    """Return the terms of the lists without their further forms."""
    return frozenset(line.partition(":")[0].strip() for name in names for line in words.load(name))


@cache
def forms(name: str) -> frozenset[str]:
    """Return every form of a list's terms of one word, regular ones made by rule, a few too many on purpose."""
    return frozenset().union(
        *(found for line in words.load(name) for found in [_forms(line)] if " " not in line.partition(":")[0])
    )


@cache
def phrasal(name: str) -> frozenset[str]:
    """Return every form of the first words of a list's phrasal verbs; their particles are in lemmas("particles")."""
    return frozenset().union(*(_forms(line) for line in words.load(name) if " " in line.partition(":")[0]))


def _forms(line: str) -> set[str]:
    term, _, irregular_forms = line.partition(":")
    return regular(term.split()[0]) | set(irregular_forms.split())


@cache
def irregular() -> Mapping[str, str]:
    """Return the lemma of each irregular form in the verb lists; the tagger takes some of them for another verb."""
    found: dict[str, str] = {}
    for name in VERB_LISTS:
        for line in words.load(name):
            term, _, irregular_forms = line.partition(":")
            found.update(
                {form: term for form in irregular_forms.split() if " " not in term and not form.endswith("ing")}
            )
    return found


def regular(lemma: str) -> set[str]:
    """Return the regular forms of an English verb or noun: -s, -ed, -ing."""
    stem = lemma.removesuffix("e")
    found = {lemma, lemma + "s", lemma + "es", lemma + "ed", lemma + "d", lemma + "ing", stem + "ing", stem + "ed"}
    if lemma.endswith("y"):
        found |= {lemma[:-1] + "ies", lemma[:-1] + "ied"}
    if re.search(r"[^aeiou][aeiou][bdglmnprt]$", lemma):
        found |= {lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"}
    return found


@cache
def pattern(*names: str) -> re.Pattern[str]:
    """Return one pattern, ignoring case, for all expressions of the lists, with word boundaries at the ends."""
    parts = [line for name in names for line in sorted(words.load(name), key=len, reverse=True)]
    return expression(r"(?<![\w-])(?:" + "|".join(parts) + r")(?![\w-])", re.IGNORECASE)
