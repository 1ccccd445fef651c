"""Each floor imports only from floors below it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "blameless_lint"
FLOORS = ("surfaces", "report", "lint", "rules", "rewrite", "actions", "classify", "language", "text")
HEAVY = frozenset(
    {"spacy", "numpy", "sklearn", "torch", "datasets", "onnxruntime", "onnx", "tokenizers", "lemminflect"}
)
LIGHT_FLOORS = ("surfaces", "report", "lint", "rules", "text")


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def imports(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno} imports relatively"
            yield node.module or "", node.lineno
            if node.module == "blameless_lint":
                yield from ((f"blameless_lint.{alias.name}", node.lineno) for alias in node.names)


def floor(module: str) -> str | None:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and parts[0] == "blameless_lint" else None


@pytest.mark.parametrize("path", modules(), ids=name)
def test_a_floor_imports_only_downwards(path: Path) -> None:
    own = path.relative_to(PACKAGE).parts[0]
    if own not in FLOORS:
        return
    below = (*FLOORS[FLOORS.index(own) :], "__version__")
    allowed = (*below, "training") if own == "surfaces" else below
    wrong = [f"line {line}: {module}" for module, line in imports(path) if (to := floor(module)) and to not in allowed]
    assert not wrong, f"{name(path)} reaches up: {wrong}"


def test_every_folder_is_a_floor_or_training() -> None:
    folders = {path.parent.relative_to(PACKAGE).parts[0] for path in PACKAGE.glob("*/__init__.py")}
    assert folders == {*FLOORS, "training"}


def test_training_is_imported_by_the_command_line_only() -> None:
    users = {
        name(path)
        for path in modules()
        for module, _ in imports(path)
        if floor(module) == "training" and not name(path).startswith("training/")
    }
    assert all(user.startswith("surfaces/cli/") for user in users), users


@pytest.mark.parametrize("path", modules(), ids=name)
def test_nothing_heavy_is_imported_with_a_light_floor(path: Path) -> None:
    if path.relative_to(PACKAGE).parts[0] not in LIGHT_FLOORS:
        return
    loaded = list(at_import(ast.parse(path.read_text(encoding="utf-8")).body))
    assert not {module.partition(".")[0] for module in loaded} & HEAVY


def at_import(body: list[ast.stmt]) -> Iterator[str]:
    """Yield the modules that are imported when the module itself is: not in functions, not for type checking."""
    for node in body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
        elif (isinstance(node, ast.If) and "TYPE_CHECKING" not in ast.unparse(node.test)) or isinstance(node, ast.Try):
            yield from at_import(node.body)


@pytest.mark.parametrize("path", [path for path in modules() if name(path).startswith("rules/")], ids=name)
def test_a_rule_is_imported_without_what_reads_tasks(path: Path) -> None:
    loaded = list(at_import(ast.parse(path.read_text(encoding="utf-8")).body))
    through = {f"blameless_lint.actions.{module}" for module in ("doors", "profiles")}
    assert {module for module in loaded if floor(module) == "actions"} <= through
