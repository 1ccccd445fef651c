"""The rules about suppressions: they are made where suppressions are applied, and listed with all others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from blameless_lint.rules.rule import Example, Match, Rule, Severity

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading

_SOURCE = "this project's own practice"


def _nowhere(_reading: Reading) -> Iterator[Match]:
    yield from ()


def _meta(name: str, severity: Severity, parts: tuple[str, str, str], examples: tuple[Example, ...]) -> Rule:
    summary, why, instead = parts
    return Rule(name, "structure", name, severity, summary, why, instead, _SOURCE, examples, _nowhere)


UNUSED = _meta(
    "unused-suppression",
    "info",
    (
        "A suppression comment silences nothing.",
        "A comment that has outlived its finding hides the next finding that appears there.",
        "Instead, remove the comment.",
    ),
    (
        Example("The pod failed to start. <!-- blameless-lint: allow omission -->", ["blameless-lint: allow omission"]),
        Example("Dana forgot the key. <!-- blameless-lint: allow omission -- quoted from the interview -->"),
    ),
)
UNKNOWN = _meta(
    "unknown-suppression",
    "info",
    (
        "A suppression comment names no known rule, or cannot be read.",
        "A misspelt name silences nothing, and its author believes that it does.",
        "Instead, write the name of a rule, a category or a family; `blameless-lint rules` lists them.",
    ),
    (
        Example("It broke. <!-- blameless-lint: allow omision -->", ["omision"]),
        Example("It broke. <!-- a plain comment -->"),
    ),
)
WITHOUT_REASON = _meta(
    "suppression-without-reason",
    "warning",
    (
        "A suppression comment gives no reason, and the configuration demands one (require-reason).",
        "The next reader cannot see whether the exception still holds.",
        "Instead, add the reason after two hyphens.",
    ),
    (
        Example("Dana forgot the key. <!-- blameless-lint: allow omission -->", ["blameless-lint: allow omission"]),
        Example("Dana forgot the key. <!-- blameless-lint: allow omission -- quoted from the interview -->"),
    ),
)

META: Mapping[str, Rule] = MappingProxyType({rule.name: rule for rule in (UNUSED, UNKNOWN, WITHOUT_REASON)})
