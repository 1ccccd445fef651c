"""Lines of plain text: where they begin, how far they are indented, and how they join to a flow."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from blameless_lint.text.expression import expression
from blameless_lint.text.flow import Flow
from blameless_lint.text.urls import urls

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blameless_lint.text.source import Source

_QUOTE = expression(r"[ \t]*>[> \t]*")
_BR = expression(r"(?:<br[ \t]*/?>\s*)+", re.IGNORECASE)
_HEADER = expression(
    r"(?:From|To|Cc|Bcc|Subject|Date|Sent|Reply-To|Message-ID|In-Reply-To|References|List-Id|Received|MIME-Version|"
    r"Content-Type|Content-Transfer-Encoding|X-[\w-]+):(?:[ \t]|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line: the offset of its text, which is without indentation, quote marks and line break.

    `indent` is the width of the indentation, `width` the length of the whole line.
    """

    start: int
    text: str
    indent: int
    quoted: bool
    width: int

    @property
    def end(self) -> int:
        """Return the offset behind the text."""
        return self.start + len(self.text)


def lines_of(source: Source, body: int) -> Iterator[Line]:
    """Yield the lines of a source from an offset on."""
    for number, start in enumerate(source.line_starts, start=1):
        if start < body:
            continue
        text = source.line(number)
        width = len(text.rstrip())
        quote = _QUOTE.match(text)
        first = quote.end() if quote else 0
        rest = text[first:].rstrip()
        inner = rest.lstrip()
        indent = len(rest[: len(rest) - len(inner)].expandtabs(4))
        yield Line(start + first + len(rest) - len(inner), inner, indent, quote is not None, width)


def without_mail_headers(lines: list[Line]) -> list[Line]:
    """Return the lines without blocks of two and more mail headers."""
    out: list[Line] = []
    i = 0
    while i < len(lines):
        last = i
        count = 0
        while (
            last < len(lines)
            and lines[last].text
            and (_HEADER.match(lines[last].text) or (count and lines[last].indent))
        ):
            count += bool(_HEADER.match(lines[last].text))
            last += 1
        if count >= 2:
            i = last
        else:
            out.append(lines[i])
            i += 1
    return out


def cut(line: Line, start: int, end: int | None = None) -> Line:
    """Return a part of a line."""
    text = line.text[start:end]
    blanks = len(text) - len(text.lstrip())
    return Line(line.start + start + blanks, text.strip(), line.indent, line.quoted, line.width)


def flow_of(lines: list[Line], source: str) -> Flow:
    """Return lines joined with spaces."""
    flow = Flow()
    for i, line in enumerate(lines):
        if i:
            end = lines[i - 1].end
            brk = min(
                place
                for place in (source.find("\n", end, line.start), source.find("\r", end, line.start), line.start - 1)
                if place >= 0
            )
            flow.breaks.append(flow.size)
            flow.put(" ", brk, brk + (2 if source.startswith("\r\n", brk) else 1))
        place = 0
        for found in _BR.finditer(line.text):
            flow.add(line.text[place : found.start()], line.start + place)
            flow.put("\n", line.start + found.start(), line.start + found.end())
            place = found.end()
        flow.add(line.text[place:], line.start + place)
    flow.opaque.extend(urls(flow.text))
    return flow
