"""`blameless-lint config`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from blameless_lint.surfaces.cli import terminal

if TYPE_CHECKING:
    from blameless_lint.lint.discover import Loaded


def config(
    path: Annotated[Path, typer.Argument(metavar="[PATH]", help="The file or folder to ask for.")] = Path(),
    *,
    file: Annotated[Path | None, typer.Option("--config", metavar="FILE", help="Use this configuration.")] = None,
) -> None:
    """Print the configuration in force for a path, as TOML, and where each value comes from."""
    with terminal.guarded():
        from blameless_lint.lint.discover import Discovery

        folder = path.absolute() if path.is_dir() else path.absolute().parent
        terminal.write(_shown(Discovery(file=file).for_folder(folder)), None)


def _shown(loaded: Loaded) -> str:
    values = loaded.config.model_dump(mode="json", by_alias=True)
    lines = [(f"{key} = {_toml(value)}", loaded.origins.get(key, "default")) for key, value in values.items()]
    column = min(60, max(len(line) for line, _ in lines))
    head = f"# from {loaded.file}" if loaded.file else "# no configuration file was found"
    return "\n".join([head, *(f"{line:{column}}  # {origin}" for line, origin in lines)]) + "\n"


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        inside = ", ".join(f"{json.dumps(key)} = {_toml(item)}" for key, item in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    return json.dumps(value, ensure_ascii=False)
