"""One file on its way through the linter."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from blameless_lint.lint.settings import Settings
from blameless_lint.rules.rule import Rule
from blameless_lint.text.source import Source

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading
    from blameless_lint.text.document import Document


@dataclass(frozen=True)
class FileCheck:
    """A decoded file, how it was understood, and the rules in force for it; `note` says why it was left alone."""

    source: Source
    config: Settings
    root: Path
    document: Document
    rules: tuple[Rule, ...]
    reading: Reading | None = None
    note: str = ""
