"""All rules: every module of the folders wording, actions and structure that holds one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

from blameless_lint.rules import actions, structure, wording
from blameless_lint.rules.rule import Rule


@cache
def rules() -> Mapping[str, Rule]:
    """Return every rule by its name, families in the order wording, action, structure."""
    found: dict[str, Rule] = {}
    for package in (wording, actions, structure):
        for module in iter_modules(package.__path__, package.__name__ + "."):
            loaded = import_module(module.name)
            for value in vars(loaded).values():
                if isinstance(value, Rule):
                    found[value.name] = value
    return MappingProxyType(found)


@cache
def cues() -> tuple[re.Pattern[str], ...]:
    """Return the expressions of all rules that the gate must let through."""
    return tuple(dict.fromkeys(cue for rule in rules().values() for cue in rule.cues))
