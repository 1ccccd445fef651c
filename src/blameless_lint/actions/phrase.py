"""Noun phrases that name who acts: what only tells more about them is taken off, what is a thing is refused."""

from __future__ import annotations

import re

from blameless_lint.actions import naming
from blameless_lint.actions.given import is_given
from blameless_lint.language import words
from blameless_lint.text.expression import expression

_ARTICLE = expression(r"^(?:the|our|my|your|their|an?|any|one|each|every|local|involved)\s+", re.IGNORECASE)
_MORE = expression(
    r"\s*\([^)]*\)|\s+(?:for|of|from|at|in|on|with|responsible|working|using|assigned|involved)(?=\s).*", re.DOTALL
)
_SIDES = frozenset(("who", "side", "panel", "party", "user", "users", "researcher"))


def core(name: str) -> str:
    """Return a name without what tells more about it: “Manager for the Western Region (Boise)” → “Manager”."""
    return _MORE.sub("", name).strip()


def is_people(name: str) -> bool:
    """Return whether a name, without its article and what tells more about it, ends with a word for people at work."""
    plain = _ARTICLE.sub("", core(name).strip())
    tokens = plain.lower().split()
    if (
        not tokens
        or len(tokens) > 5
        or any(token in words.load("action_finite_words") - {"personnel"} for token in tokens)
    ):
        return False
    last = tokens[-1].strip("’'.,")
    people = (
        words.merged("roles", "team_nouns", "vendors", "double_roles", "crowds")
        - words.merged("customers", "machine_roles")
        - _SIDES
    )
    return (
        any(form in people for form in (last, last.removesuffix("s"), last.removesuffix("es")))
        or bool(re.search(r"(?:^|[ -])(?:team|squad|staff|office|lead|leads|engineers?|on-?call|owners?)$", last))
        or (
            naming.is_team(plain)
            and last not in words.load("action_thing_units")
            and "-" not in last
            and not _is_bare(name, plain)
        )
    )


def _is_bare(name: str, plain: str) -> bool:
    """Return whether a department of one word stands behind an article, where it means a thing: “the risk”."""
    return plain != name.strip() and plain in words.load("bare_teams")


def is_thing_with_article(name: str) -> bool:
    """Return whether a name is one of a thing by its article: “the platform”, where “Platform” may be a team."""
    match = _ARTICLE.match(name)
    plain = name[match.end() :] if match else ""
    return (
        bool(plain)
        and plain.islower()
        and (plain.split()[-1] in words.load("action_thing_units") or plain in words.load("bare_teams"))
        and not (is_people(plain))
    )


def is_machine(name: str) -> bool:
    """Return whether one hyphenated word is the name of software by its second part: “cert-manager”."""
    first, _, second = name.strip(" `").rpartition("-")
    return bool(first) and " " not in name and not is_given(name) and second.lower().removesuffix("s") in _MACHINES


_MACHINES = frozenset(
    ("manager", "controller", "provider", "service", "client", "worker", "proxy", "agent", "operator")
)
