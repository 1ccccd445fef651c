"""What can be configured: keys, their values, and what is said of a wrong one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from blameless_lint.rules.rule import Severity

Level = Severity | Literal["off"]
_UNITS = {"": 1, "b": 1, "kb": 1_000, "mb": 1_000_000, "gb": 1_000_000_000}


class ConfigError(Exception):
    """A configuration that cannot be used; the message names the file and the key."""


def _kebab(name: str) -> str:
    return name.replace("_", "-")


class Config(BaseModel):
    """The settings of a run; in files and in `lint(...)` keys may be written with hyphens or underscores.

    >>> Config(select=["omission"], max_file_size="1MB").max_file_size
    1000000
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", alias_generator=_kebab, populate_by_name=True, defer_build=True
    )

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Level] = Field(default_factory=dict)
    per_file_ignores: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    people: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()
    quotes: Literal["lint", "downgrade", "skip"] = "downgrade"
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    max_file_size: int = 20_000_000
    min_confidence: float = Field(default=0.0, ge=0.0, le=1.0)
    fail_on: Literal["error", "warning", "info", "never"] = "warning"
    require_reason: bool = False
    trust_codeowners: bool = False
    trust_git_authors: bool = False
    profile: str = "default"
    model: Literal["auto", "encoder", "linear", "none"] = "auto"

    @field_validator("max_file_size", mode="before")
    @classmethod
    def _bytes(cls, value: object) -> object:
        """Read "20MB", "500 kB" or a number of bytes."""
        if not isinstance(value, str):
            return value
        found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*([a-z]*)\s*", value.lower())
        if found is None or found[2] not in _UNITS:
            raise ValueError('write a number of bytes, or a size such as "20MB" or "500kB"')
        return int(float(found[1]) * _UNITS[found[2]])

    @field_validator("select", "ignore")
    @classmethod
    def _names(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(_known(name) for name in names)

    @field_validator("per_file_ignores")
    @classmethod
    def _ignored(cls, table: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
        return {pattern: tuple(_known(name) for name in names) for pattern, names in table.items()}

    @field_validator("severity")
    @classmethod
    def _rules(cls, table: Mapping[str, Level]) -> Mapping[str, Level]:
        from blameless_lint.lint.catalogue import all_rules, canonical, closest

        for name in table:
            if canonical(name) not in all_rules():
                raise ValueError(f"there is no rule “{name}”{closest(name, all_rules())}")
        return {canonical(name): level for name, level in table.items()}


def _known(name: str) -> str:
    from blameless_lint.lint.catalogue import canonical, closest, is_known

    if not is_known(name):
        raise ValueError(f"“{name}” is no rule, category or family{closest(name)}")
    return canonical(name)


def make(values: Mapping[str, Any], *, origin: str) -> Config:
    """Return the configuration that values make; raises ConfigError that names `origin` and the key."""
    try:
        return Config.model_validate({_kebab(key): value for key, value in values.items()})
    except ValidationError as error:
        raise ConfigError("\n".join(f"{origin}: {_said(found)}" for found in error.errors())) from None


def keys() -> tuple[str, ...]:
    """Return the names of all keys, as configuration files spell them."""
    return tuple(_kebab(name) for name in Config.model_fields)


def _said(error: Any) -> str:
    """Return one sentence about one error of pydantic's."""
    from blameless_lint.lint.catalogue import closest

    place = [str(part) for part in error["loc"]]
    key = ".".join(place)
    if error["type"] == "extra_forbidden":
        return f"unknown key “{key}”{closest(place[-1], keys())}"
    said = str(error["msg"]).removeprefix("Value error, ")
    return f"{key}: {said[:1].lower()}{said[1:]}"
