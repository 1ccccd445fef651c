"""`blameless-lint config`."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from blameless_lint.surfaces.cli import terminal

if TYPE_CHECKING:
    from blameless_lint.lint.discover import Loaded


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    parser.add_argument(
        "path", nargs="?", type=Path, default=Path(), metavar="PATH", help="the file or folder to ask for"
    )
    parser.add_argument("--config", type=Path, metavar="FILE", help="use this configuration")


def run(options: argparse.Namespace) -> int:
    """Print the configuration in force."""
    from blameless_lint.lint.discover import Discovery

    path = options.path.absolute()
    terminal.write(_shown(Discovery(file=options.config).for_folder(path if path.is_dir() else path.parent)), None)
    return 0


def _shown(loaded: Loaded) -> str:
    from blameless_lint.actions.own_profile import table_of
    from blameless_lint.actions.profiles import Profile

    values = {name.replace("_", "-"): value for name, value in asdict(loaded.config).items()}
    if isinstance(loaded.config.profile, Profile):
        values["profile"] = table_of(loaded.config.profile)
    lines = [(f"{key} = {_toml(value)}", loaded.origins.get(key, "default")) for key, value in values.items()]
    column = min(60, max(len(line) for line, _ in lines))
    head = f"# from {loaded.file}" if loaded.file else "# no configuration file was found"
    return "\n".join([head, *(f"{line:{column}}  # {origin}" for line, origin in lines)]) + "\n"


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        inside = ", ".join(f"{json.dumps(key)} = {_toml(item)}" for key, item in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)
