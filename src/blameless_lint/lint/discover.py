"""Finds the configuration of each file: upwards from its folder, read once a folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from blameless_lint.lint.settings import ConfigError, Settings

OWN_NAME = ".blameless-lint.toml"
DEFAULT = "default"
COMMAND_LINE = "command line"


@dataclass(frozen=True)
class Loaded:
    """A configuration in force: the `file` it came from, the `root` its globs start at, and where each key was set."""

    config: Settings
    file: Path | None
    root: Path
    origins: Mapping[str, str]


@dataclass
class Discovery:
    """Finds and remembers configurations; `overrides` win over every file, `file` stands for all discovery."""

    overrides: Mapping[str, Any] = field(default_factory=dict)
    file: Path | None = None
    _found: dict[Path, Loaded] = field(default_factory=dict)
    _made: dict[Path | None, Loaded] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse wrong overrides before any file is looked at; raises ConfigError."""
        if self.overrides:
            checked(self.overrides, COMMAND_LINE)

    def for_path(self, path: str) -> Loaded:
        """Return what is in force for a file; `-` and paths that do not exist count by their folder."""
        return self.for_folder(Path(path).absolute().parent)

    def for_folder(self, folder: Path) -> Loaded:
        """Return what is in force in a folder; raises ConfigError where a file cannot be used."""
        if self.file is not None:
            return self._load(self.file)
        known = self._found.get(folder)
        if known is None:
            own = config_in(folder)
            known = self._load(own) if own or folder.parent == folder else self.for_folder(folder.parent)
            self._found[folder] = known
        return known

    def _load(self, file: Path | None) -> Loaded:
        if file not in self._made:
            self._made[file] = load(file, self.overrides)
        return self._made[file]


def config_in(folder: Path) -> Path | None:
    """Return the configuration file of a folder: its own, or a pyproject.toml with a [tool.blameless-lint] table."""
    own = folder / OWN_NAME
    if own.is_file():
        return own
    project = folder / "pyproject.toml"
    return (
        project if project.is_file() and "tool" in (values := _toml(project)) and _table(values) is not None else None
    )


def load(file: Path | None, overrides: Mapping[str, Any]) -> Loaded:
    """Return the configuration of a file with overrides on top; raises ConfigError."""
    values = {_key(key): value for key, value in (_values(file) if file else {}).items()}
    if file:
        checked(values, str(file))
    over = {_key(key): value for key, value in overrides.items()}
    merged = {**values, **over}
    if "severity" in values and "severity" in over:
        merged["severity"] = {**values["severity"], **over["severity"]}
    origins = dict.fromkeys(values, str(file)) | dict.fromkeys(over, COMMAND_LINE)
    config = checked(merged, COMMAND_LINE) if merged else Settings()
    return Loaded(config, file, file.absolute().parent if file else Path.cwd(), origins)


def checked(values: Mapping[str, Any], origin: str) -> Settings:
    """Return the settings that values make; raises ConfigError that names `origin` and the key."""
    from blameless_lint.lint.config import make

    return make(values, origin=origin)


def _key(key: str) -> str:
    return key.replace("_", "-")


def _values(file: Path) -> Mapping[str, Any]:
    values = _toml(file)
    table = _table(values) if file.name == "pyproject.toml" else values
    if table is None:
        raise ConfigError(f"{file}: there is no [tool.blameless-lint] table")
    if not isinstance(table, dict):
        raise ConfigError(f"{file}: tool.blameless-lint must be a table")
    return table


def _table(values: Mapping[str, Any]) -> Any:
    tools = values.get("tool")
    return tools.get("blameless-lint") if isinstance(tools, dict) else None


def _toml(file: Path) -> Mapping[str, Any]:
    import tomllib

    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{file}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{file}: is not UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{file}: is not valid TOML: {error}") from None
