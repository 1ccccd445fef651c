"""Comments in plain text: they have the form of HTML's, and are no prose."""

from __future__ import annotations

import re
from dataclasses import replace

from blameless_lint.text.document import Comment, Document
from blameless_lint.text.expression import expression
from blameless_lint.text.reader import format_of, read
from blameless_lint.text.source import Source, Span

_COMMENT = expression(r"<!--(.*?)-->", re.DOTALL)
_INK = expression(r"[^\r\n]")


def read_document(source: Source) -> Document:
    """Return the document that a source holds; in plain text, comments are read as blanks and kept beside blocks."""
    if format_of(source.path) != "text" or "<!--" not in source.text:
        return read(source)
    comments = tuple(Comment(Span(*found.span()), found[1]) for found in _COMMENT.finditer(source.text))
    blanked = _COMMENT.sub(lambda found: _INK.sub(" ", found[0]), source.text)
    return replace(read(Source(source.path, blanked)), source=source, comments=comments)
