"""Reads a source into a document, by its format."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from blameless_lint.text.document import Document
    from blameless_lint.text.source import Source

Format = Literal["markdown", "text"]


def read(source: Source, *, format: Format | None = None) -> Document:  # noqa: A002
    """Return the document that a source holds.

    Without a format, a path that ends with `.txt` or `.text` is plain text and everything else is Markdown.
    """
    if (format or format_of(source.path)) == "text":
        from blameless_lint.text.plain import read_plain

        return read_plain(source)
    from blameless_lint.text.markdown import read_markdown

    return read_markdown(source)


def format_of(path: str) -> Format:
    """Return the format that a path's ending names."""
    return "text" if PurePath(path).suffix.lower() in (".txt", ".text") else "markdown"
