"""Headings of plain text: underlined, in capitals, or short titles that name a section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.text.expression import expression
from blameless_lint.text.sections import kind_of

if TYPE_CHECKING:
    from blameless_lint.text.plain_lines import Line

BULLET = expression(
    r"(?P<marker>[-*+•◦▪‣●○■□·–—»→✓✗✔☐☑]|o(?=\s{2,})|\d{1,3}[.)](?!\d)|\(\d{1,3}\)|\(?[a-z]\))[ \t]+"
    r"(?:\[(?P<check>[ xX])\][ \t]+)?(?=\S)"
)
RULE = expression(r"[ \t]*([-=*_~#+.])(?:[ \t]*\1){2,}[ \t]*")
TIME = expression(r"[\[(]?\d{1,2}[:.]\d{2}(?::\d{2})?|\d{4}-\d\d-\d\d")
_NUMBERING = expression(r"(?:\d+(?:\.\d+)*[.)]?|[IVX]+\.)[ \t]+")


def is_underline(line: Line, following: Line) -> bool:
    """Return whether a line underlines the one before it."""
    text = following.text
    if len(text) < 3 or text[0] not in "=-~*#^_+" or text.strip(text[0]) or line.quoted:
        return False
    return len(line.text) <= 100 and abs(len(text) - len(line.text)) <= max(4, len(line.text) // 2)


def is_heading(line: Line, previous: Line | None, following: Line | None) -> bool:
    """Return whether a line that opens a block is a heading: in capitals, or a short title that names a section."""
    text = line.text
    if line.quoted or len(text) > 80 or (previous is not None and previous.text and not RULE.fullmatch(previous.text)):
        return False
    words = _NUMBERING.sub("", text)
    letters = [character for character in words if character.isalpha()]
    alone = following is None or not following.text
    if len(letters) >= 3 and words.upper() == words and not TIME.match(text) and not text.endswith((".", "!")):
        return alone or kind_of(text) is not None
    if BULLET.match(text) and not (_NUMBERING.match(text) and kind_of(text) is not None and alone):
        return False
    if len(words.split()) <= 8 and not text.rstrip(":").endswith((".", "!", ",", ";", ")")) and _only_colon_last(text):
        return (text.endswith(":") or (alone and words[:1].isupper())) and kind_of(text) is not None
    return False


def _only_colon_last(text: str) -> bool:
    return ":" not in text[:-1]
