"""All rules: every module of the folders wording, actions and structure that holds one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from types import MappingProxyType, ModuleType

from blameless_lint.rules import actions, structure, wording
from blameless_lint.rules.rule import Rule


@cache
def rules() -> Mapping[str, Rule]:
    """Return every rule by its name, families in the order wording, action, structure."""
    found: dict[str, Rule] = {}
    for package in (wording, actions, structure):
        for name in _modules(package):
            for value in vars(import_module(name)).values():
                if isinstance(value, Rule):
                    found[value.name] = value
    return MappingProxyType(found)


@cache
def cues() -> tuple[re.Pattern[str], ...]:
    """Return the expressions of all rules that the gate must let through."""
    return tuple(dict.fromkeys(cue for rule in rules().values() for cue in rule.cues))


def _modules(package: ModuleType) -> Iterator[str]:
    """Yield the names of a package's modules, in order; pkgutil would ask inspect of each file."""
    for path in sorted(Path(package.__path__[0]).iterdir()):
        if path.suffix == ".py" and path.stem != "__init__":
            yield f"{package.__name__}.{path.stem}"
