"""A rule has one name in three spellings, four parts in its docstring, and enough examples of both kinds."""

from __future__ import annotations

from pathlib import Path

import pytest

import blameless_lint.rules
from blameless_lint.rules.registry import rules
from blameless_lint.rules.rule import Rule

CATEGORIES = {
    "person-cause",
    "omission",
    "counterfactual",
    "judgement",
    "human-error",
    "accusation",
    "hindsight",
    "punitive",
}


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.name)
def test_shape(rule: Rule) -> None:
    flagged = [example for example in rule.examples if example.flags]
    assert rule.find.__module__.rpartition(".")[2] == rule.name.replace("-", "_")
    assert rule.summary
    assert rule.why
    assert rule.instead.startswith("Instead, ")
    assert rule.source
    assert len(flagged) >= 4
    assert len(rule.examples) - len(flagged) >= 6
    assert rule.category in CATEGORIES if rule.family == "wording" else rule.category == rule.name


def test_every_file_of_the_rule_folders_holds_a_rule() -> None:
    folder = Path(blameless_lint.rules.__file__).parent
    files = {path.stem for name in ("wording", "actions", "structure") for path in (folder / name).glob("*.py")} - {
        "__init__"
    }
    assert files == {name.replace("-", "_") for name in rules()}


def test_every_category_has_a_rule() -> None:
    assert {rule.category for rule in rules().values()} >= CATEGORIES
    assert sum(rule.family == "wording" for rule in rules().values()) >= 16
