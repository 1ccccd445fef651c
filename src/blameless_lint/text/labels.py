"""Lines that are headings without a heading's marks."""

from __future__ import annotations

from blameless_lint.text.document import SectionKind
from blameless_lint.text.expression import expression
from blameless_lint.text.sections import kind_of, names_kind

_BOLD = expression(r"(\*\*|__)[^*_\n]{2,80}\1\s*:?")
_TITLE = expression(r"(\*\*|__)[^*_\n]{12,160}\1")
_COLON = expression(r"[^\n.:!?|]{2,60}:")
_NUMBERED = expression(r"(?:\d+\.)*\d+[.)]?[ \t]+[^\n.:!?|]{2,60}")
_LONGEST = 8


def is_bold(text: str) -> bool:
    """Return whether a paragraph's Markdown is one bold line, of any length that a title has."""
    return _TITLE.fullmatch(text) is not None


def is_label(text: str) -> bool:
    """Return whether a paragraph's Markdown is a heading in all but its marks.

    That is a line alone, in bold, in capitals, numbered, or with a colon at its end.
    """
    if _BOLD.fullmatch(text) or _COLON.fullmatch(text) or _NUMBERED.fullmatch(text):
        return True
    return len(text) <= 60 and text.isupper() and "\n" not in text


def label_kind(text: str) -> SectionKind | None:
    """Return what a line says about the section that it opens, or None where it is no heading."""
    if text.count(" ") >= _LONGEST:
        return None
    kind = kind_of(text)
    return None if kind is SectionKind.OTHER and not names_kind(text) else kind
