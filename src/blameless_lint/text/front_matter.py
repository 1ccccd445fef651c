"""Front matter: YAML or TOML at the head of a file."""

from __future__ import annotations

import re

from blameless_lint.text.expression import expression

_FRONT = expression(
    r"(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<body>.*?)^(?:(?P=fence)|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_FIELD = expression(r"\s*(?:#.*|\[.*\]\s*|[\w\"'.-][^:=\n]*(?::(?:\s|$)|\s*=).*)")


def front_matter_end(text: str) -> int:
    """Return where the front matter ends, or 0 where there is none."""
    found = _FRONT.match(text)
    if not found:
        return 0
    lines = [line for line in found["body"].splitlines() if line.strip()]
    return found.end() if not lines or _FIELD.fullmatch(lines[0]) else 0
