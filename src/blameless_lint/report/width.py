"""How wide characters stand in a terminal, so that marks stand below what they mark."""

from __future__ import annotations

import unicodedata

TAB = 4


def cells(character: str) -> int:
    """Return the columns that a character takes: 0 for combining ones, 2 for wide ones."""
    if character.isascii():
        return 1
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def width(text: str) -> int:
    """Return the columns that a printable text takes."""
    return sum(map(cells, text))


def printable(text: str) -> str:
    """Return a text safe to print on a terminal: tabs and odd spaces are blanks, control characters are replaced."""
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character.isprintable() or character == " ":
        return character
    if character == "\t":
        return " " * TAB
    category = unicodedata.category(character)
    if category in ("Zs", "Zl", "Zp"):
        return " "
    if category == "Cf" and character not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069":
        return character
    return "\N{REPLACEMENT CHARACTER}"
