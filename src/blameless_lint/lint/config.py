"""Checked configuration: what is said of a wrong key or value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from pydantic import ConfigDict, TypeAdapter, ValidationError, field_validator
from pydantic.dataclasses import dataclass

from blameless_lint.lint.settings import ConfigError, Level, Settings

__all__ = ["Config", "ConfigError", "keys", "make"]

_UNITS = {"": 1, "b": 1, "kb": 1_000, "mb": 1_000_000, "gb": 1_000_000_000}


@dataclass(frozen=True, config=ConfigDict(extra="forbid", defer_build=True))
class Config(Settings):
    """Settings that are checked when they are made; raises pydantic's ValidationError.

    >>> Config(select=["omission"], max_file_size="1MB").max_file_size
    1000000
    """

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

    @field_validator("min_confidence")
    @classmethod
    def _share(cls, value: float) -> float:
        if not 0.0 <= value <= 1.0:
            raise ValueError("write a number from 0 to 1")
        return value

    @field_validator("profile", mode="before")
    @classmethod
    def _profile(cls, value: object) -> object:
        """Read the name of a profile, or a table that describes one."""
        from blameless_lint.actions.own_profile import of_table
        from blameless_lint.actions.profiles import PROFILES, Profile
        from blameless_lint.lint.catalogue import closest

        if isinstance(value, Mapping):
            return of_table("own", value)
        if isinstance(value, Profile) or value in PROFILES:
            return value
        raise ValueError(f"there is no profile “{value}”{closest(str(value), PROFILES)}")

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
        return TypeAdapter(Config).validate_python({key.replace("-", "_"): value for key, value in values.items()})
    except ValidationError as error:
        raise ConfigError("\n".join(f"{origin}: {_said(found)}" for found in error.errors())) from None


def keys() -> tuple[str, ...]:
    """Return the names of all keys, as configuration files spell them."""
    return tuple(_kebab(field.name) for field in fields(Settings))


def _kebab(name: str) -> str:
    return name.replace("_", "-")


def _said(error: Any) -> str:
    """Return one sentence about one error of pydantic's."""
    from blameless_lint.lint.catalogue import closest

    place = [str(part) for part in error["loc"]]
    place[:1] = [_kebab(name) for name in place[:1]]
    key = ".".join(place)
    if error["type"] in ("extra_forbidden", "unexpected_keyword_argument"):
        return f"unknown key “{key}”{closest(place[-1], keys())}"
    said = str(error["msg"]).removeprefix("Value error, ")
    return f"{key}: {said[:1].lower()}{said[1:]}"
