"""Every rule that can be named: those of the rules floor, and those about suppressions; and what a name selects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from blameless_lint.lint.meta import META
from blameless_lint.rules.rule import Rule


@cache
def all_rules() -> Mapping[str, Rule]:
    """Return every rule by its name."""
    from blameless_lint.rules.registry import rules

    return MappingProxyType({**rules(), **META})


def selected(names: Iterable[str]) -> frozenset[str]:
    """Return the rules that names of rules, categories and families stand for; "all" is every rule."""
    wanted = {canonical(name) for name in names}
    return frozenset(
        rule.name
        for rule in all_rules().values()
        if wanted & {rule.name, rule.category, rule.family, "all"} - ({"all"} if "all" not in wanted else set())
    )


def is_known(name: str) -> bool:
    """Return whether a name is that of a rule, a category or a family."""
    return canonical(name) in _names()


def closest(name: str, among: Iterable[str] | None = None) -> str:
    """Return "; did you mean …?" for the nearest name, or nothing where none is near."""
    import difflib

    found = difflib.get_close_matches(canonical(name), list(_names() if among is None else among), n=1, cutoff=0.6)
    return f"; did you mean “{found[0]}”?" if found else ""


def canonical(name: str) -> str:
    """Return a name in the spelling of the command line: omission_by_person is omission-by-person."""
    return name.strip().lower().replace("_", "-").removesuffix(".py")


@cache
def _names() -> frozenset[str]:
    found = {"all"}
    for rule in all_rules().values():
        found |= {rule.name, rule.category, rule.family}
    return frozenset(found)
