"""Where a bare URL ends, and where URLs stand in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.text.expression import expression
from blameless_lint.text.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_URL = expression(r"[^\s<>\[\]`\"“”|\\^{}]{0,4000}")
_BARE = expression(r"(?<![A-Za-z0-9])(?:https?://|ftp://|ssh://|git@|www\.)(?=[A-Za-z0-9])")
_TRAILING = ".,;:!?'’*_~"


def url_end(text: str, start: int) -> int:
    """Return where the URL that starts at an offset ends: closing punctuation is no part of it."""
    found = _URL.match(text, start)
    end = found.end() if found else start
    while end > start:
        last = text[end - 1]
        if last in _TRAILING or (last == ")" and text.count(")", start, end) > text.count("(", start, end)):
            end -= 1
        else:
            break
    return end


def urls(text: str) -> Iterator[Span]:
    """Yield the ranges of the bare URLs of a text."""
    position = 0
    while found := _BARE.search(text, position):
        position = max(url_end(text, found.start()), found.end())
        yield Span(found.start(), position)
