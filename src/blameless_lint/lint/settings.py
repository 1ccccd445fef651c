"""The settings of a run and their defaults, without the checks: those are in config.py, and need pydantic."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from blameless_lint.rules.rule import Severity

Level = Severity | Literal["off"]


class ConfigError(Exception):
    """A configuration that cannot be used; the message names the file and the key."""


@dataclass(frozen=True)
class Settings:
    """What can be configured; `max_file_size` counts bytes, `profile` is a name or a table, kept as a Profile."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Level] = field(default_factory=dict)
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    people: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()
    quotes: Literal["lint", "downgrade", "skip"] = "downgrade"
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    max_file_size: int = 20_000_000
    min_confidence: float = 0.0
    fail_on: Literal["error", "warning", "info", "never"] = "warning"
    require_reason: bool = False
    trust_codeowners: bool = False
    trust_git_authors: bool = False
    profile: Any = "default"
    model: Literal["auto", "encoder", "linear", "none"] = "auto"
