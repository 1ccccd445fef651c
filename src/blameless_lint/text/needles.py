"""Words that a text must hold before a pattern can match: read off the pattern's source, without compiling it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_TOKEN = re.compile(
    r"([^\\\[\]()|*+?{}.^$]+(?![*?{]))"  # literal characters, up to one that may be missing
    r"|(\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?:\?(?:<[=!]|P[=>]|[^<P]))?|(?:[*+?]|\{[\d,]+\})[+?]?|.)",
    re.DOTALL,
)
_GROUPS = frozenset({"(", "(?:", "(?>", "(?P"})
_NONE: frozenset[str] = frozenset()


def needles(pattern: str) -> frozenset[str]:
    """Return strings of which every match of a pattern holds at least one; none where that cannot be told.

    The pattern heeds case and is not written in the verbose form.
    """
    return _alternatives(iter(_TOKEN.findall(pattern)))


def _alternatives(tokens: Iterator[tuple[str, str]]) -> frozenset[str]:
    """Return the needles of alternatives, up to the bracket that closes them: those of all of them together."""
    found: list[frozenset[str]] = []
    parts: list[frozenset[str]] = []
    for literal, other in tokens:
        if literal:
            parts.append(frozenset({literal}))
        elif other == ")":
            break
        elif other == "|":
            found.append(_longest(parts))
            parts = []
        elif other[0] == "(":
            inside = _alternatives(tokens)
            parts.append(inside if other in _GROUPS else _NONE)
        elif other[0] in "*?{" and parts:
            parts.pop()
        elif other[0] != "+":
            parts.append(_NONE)
    found.append(_longest(parts))
    return _NONE.union(*found) if all(found) else _NONE


def _longest(parts: Sequence[frozenset[str]]) -> frozenset[str]:
    """Return the needles that are likely to be the rarest: those whose words are the longest."""
    return max(parts, key=lambda part: (min(map(_length, part), default=0), -len(part)), default=_NONE)


def _length(needle: str) -> int:
    return max(map(len, needle.split()), default=0)
