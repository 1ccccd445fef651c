"""Which rules are in force for a file."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from blameless_lint.lint.catalogue import all_rules, selected
from blameless_lint.lint.settings import Settings
from blameless_lint.rules.rule import Rule


def in_force(config: Settings, path: str, root: Path) -> tuple[Rule, ...]:
    """Return the rules that a configuration runs on a path; its globs are relative to `root`."""
    chosen = _chosen(config.select, (*config.ignore, *_ignored(config, path, root)))
    return tuple(rule for rule in chosen.values() if config.severity.get(rule.name) != "off")


def _ignored(config: Settings, path: str, root: Path) -> tuple[str, ...]:
    if not config.per_file_ignores:
        return ()
    from blameless_lint.lint.globs import matches

    return tuple(
        name for glob, names in config.per_file_ignores.items() if matches(path, (glob,), root) for name in names
    )


@lru_cache(maxsize=64)
def _chosen(select: tuple[str, ...], ignore: tuple[str, ...]) -> Mapping[str, Rule]:
    wanted = selected(select) if select else frozenset(rule.name for rule in all_rules().values() if rule.default)
    unwanted = selected(ignore) if ignore else frozenset()
    return {name: rule for name, rule in all_rules().items() if name in wanted and name not in unwanted}
