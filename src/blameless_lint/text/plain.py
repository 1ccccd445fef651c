"""Reads plain text into a document: paragraphs, lists and headings as people lay them out with blanks and capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from blameless_lint.text.builder import Builder
from blameless_lint.text.document import BlockKind, Cell, Document, Item
from blameless_lint.text.draft import Place
from blameless_lint.text.flow import Flow
from blameless_lint.text.front_matter import front_matter_end
from blameless_lint.text.sections import kind_of
from blameless_lint.text.source import Source, Span
from blameless_lint.text.urls import urls

_BULLET = re.compile(
    r"(?P<marker>[-*+•◦▪‣●○■□·–—»→✓✗✔☐☑]|o(?=\s{2,})|\d{1,3}[.)](?!\d)|\(\d{1,3}\)|\(?[a-z]\))[ \t]+(?:\[(?P<check>[ xX])\][ \t]+)?(?=\S)"
)
_QUOTE = re.compile(r"[ \t]*>[> \t]*")
_BR = re.compile(r"(?:<br[ \t]*/?>\s*)+", re.IGNORECASE)
_ROW = re.compile(r"\|.*\|")
_CELL = re.compile(r"(?<=\|)(?:[^|\\]|\\.)+")
_RULE = re.compile(r"[ \t]*([-=*_~#+.])(?:[ \t]*\1){2,}[ \t]*")
_HASHES = re.compile(r"#{1,6}[ \t]+")
_HEADER = re.compile(
    r"(?:From|To|Cc|Bcc|Subject|Date|Sent|Reply-To|Message-ID|In-Reply-To|References|List-Id|Received|MIME-Version|"
    r"Content-Type|Content-Transfer-Encoding|X-[\w-]+):(?:[ \t]|$)",
    re.IGNORECASE,
)
_TIME = re.compile(r"[\[(]?\d{1,2}[:.]\d{2}(?::\d{2})?|\d{4}-\d\d-\d\d")
_FIELD = re.compile(r"[A-Z][\w /-]{1,30}:[ \t]+\S")
_NUMBERING = re.compile(r"(?:\d+(?:\.\d+)*[.)]?|[IVX]+\.)[ \t]+")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line: its offset, its text without indentation, quote marks and line break, and the width of its indentation."""

    start: int
    text: str
    indent: int
    quoted: bool
    width: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def read_plain(source: Source) -> Document:
    """Return the document that a plain text holds."""
    builder = Builder(source)
    body = front_matter_end(source.text)
    builder.front_matter = source.text[:body]
    lines = _without_mail_headers(list(_lines(source, body)))
    _Reader(builder, lines).run()
    return builder.document()


def _lines(source: Source, body: int) -> Iterator[_Line]:
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
        yield _Line(start + first + len(rest) - len(inner), inner, indent, quote is not None, width)


def _without_mail_headers(lines: list[_Line]) -> list[_Line]:
    """Return the lines without blocks of two and more mail headers."""
    out: list[_Line] = []
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


@dataclass(eq=False)
class _Reader:
    """Groups lines into blocks."""

    builder: Builder
    lines: list[_Line]
    group: list[_Line] = field(default_factory=list)
    items: list[tuple[int, Item]] = field(default_factory=list)
    item: Item | None = None
    hang: int = 0
    headers: list[str] | None = None
    table: int = -1
    table_row: int = -1

    def run(self) -> None:
        """Read all lines."""
        i = 0
        while i < len(self.lines):
            i += self._step(i)
        self._flush()

    def _step(self, i: int) -> int:
        """Read the line at an index; return how many lines were consumed."""
        line = self.lines[i]
        following = self.lines[i + 1] if i + 1 < len(self.lines) else None
        if not line.text or _RULE.fullmatch(line.text):
            self._flush()
            return 1
        if following and not self.group and _is_underline(line, following):
            self._heading(line, 1 if following.text[0] in "=*#" else 2)
            return 2
        hashes = _HASHES.match(line.text)
        if hashes:
            self._flush()
            self._heading(_cut(line, hashes.end()), len(hashes[0].strip()))
            return 1
        if not self.group and _is_heading(line, self.lines[i - 1] if i else None, following):
            self._heading(line, 2)
            return 1
        if _ROW.match(line.text):
            self._flush()
            self._row(line)
            return 1
        self.headers = None
        bullet = _BULLET.match(line.text)
        if bullet:
            self._flush()
            self._open_item(line, bullet)
            self.group.append(_cut(line, bullet.end()))
            return 1
        if self.group and self._apart(line):
            self._flush()
        if not self.group and not self._belongs(line):
            self.item = None
            self.items.clear()
        self.group.append(line)
        return 1

    def _row(self, line: _Line) -> None:
        """Read a table's row."""
        if not line.text.strip("|+:-= \t"):
            return
        cells = [_cut(line, found.start(), found.end()) for found in _CELL.finditer(line.text)]
        flows = [_flow([cell], self.builder.source.text) for cell in cells]
        if self.headers is None:
            self.headers = [flow.text for flow in flows]
            self.table += 1
            self.table_row = -1
        self.table_row += 1
        for column, flow in enumerate(flows):
            header = self.headers[column] if column < len(self.headers) else ""
            cell = Cell(self.table, self.table_row, column, header, self.table_row == 0)
            self.builder.add(flow, BlockKind.CELL, Place(line.quoted, None, cell))

    def _apart(self, line: _Line) -> bool:
        """Return whether a line begins a block of its own, though no blank line stands before it."""
        previous = self.group[-1]
        if line.quoted != previous.quoted:
            return True
        if _TIME.match(line.text) and (previous.width < 50 or _TIME.match(self.group[0].text)):
            return True
        if _FIELD.match(line.text) and (previous.width < 60 or _FIELD.match(self.group[0].text)):
            return True
        return self.item is not None and line.indent == 0 and self.hang > 0 and previous.text.endswith((".", ":"))

    def _belongs(self, line: _Line) -> bool:
        """Return whether a line after a blank one goes on with the open item."""
        return self.item is not None and line.indent >= self.hang > 0

    def _open_item(self, line: _Line, bullet: re.Match[str]) -> None:
        while self.items and self.items[-1][0] >= line.indent + 1:
            self.items.pop()
        if self.items and self.items[-1][0] == line.indent:
            self.items.pop()
        marker = Span(line.start + bullet.start("marker"), line.start + bullet.end("marker"))
        check = bullet["check"]
        ordered = bullet["marker"].strip("(").rstrip(".)").isalnum() and bullet["marker"] != "o"
        depth = len(self.items)
        self.item = Item(depth, ordered, None if check is None else check != " ", marker)
        self.items.append((line.indent, self.item))
        self.hang = line.indent + bullet.end("marker") - bullet.start("marker") + 1

    def _flush(self) -> None:
        if not self.group:
            return
        lines, self.group = self.group, []
        flow = _flow(lines, self.builder.source.text)
        first = self.item is not None and lines[0].start > self.item.marker.end and self._is_first(lines[0])
        self.builder.add(flow, BlockKind.ITEM if first else BlockKind.PARAGRAPH, Place(lines[0].quoted, self.item))

    def _is_first(self, line: _Line) -> bool:
        """Return whether a line is the one that the open item's marker stands on."""
        assert self.item is not None
        return "\n" not in self.builder.source.text[self.item.marker.end : line.start]

    def _heading(self, line: _Line, level: int) -> None:
        self._flush()
        self.item = None
        self.items.clear()
        flow = _flow([line], self.builder.source.text)
        self.builder.open(flow, level)
        self.builder.add(flow, BlockKind.HEADING, Place(line.quoted))


def _cut(line: _Line, start: int, end: int | None = None) -> _Line:
    text = line.text[start:end]
    blanks = len(text) - len(text.lstrip())
    return _Line(line.start + start + blanks, text.strip(), line.indent, line.quoted, line.width)


def _is_underline(line: _Line, following: _Line) -> bool:
    text = following.text
    if len(text) < 3 or text[0] not in "=-~*#^_+" or text.strip(text[0]) or line.quoted:
        return False
    return len(line.text) <= 100 and abs(len(text) - len(line.text)) <= max(4, len(line.text) // 2)


def _is_heading(line: _Line, previous: _Line | None, following: _Line | None) -> bool:
    """Return whether a line that opens a block is a heading: in capitals, or a short title that names a section."""
    text = line.text
    if line.quoted or len(text) > 80 or (previous is not None and previous.text and not _RULE.fullmatch(previous.text)):
        return False
    words = _NUMBERING.sub("", text)
    letters = [character for character in words if character.isalpha()]
    alone = following is None or not following.text
    if len(letters) >= 3 and words.upper() == words and not _TIME.match(text) and not text.endswith((".", "!")):
        return alone or kind_of(text) is not None
    if _BULLET.match(text) and not (_NUMBERING.match(text) and kind_of(text) is not None and alone):
        return False
    if len(words.split()) <= 8 and not text.rstrip(":").endswith((".", "!", ",", ";", ")")) and _only_colon_last(text):
        return (text.endswith(":") or alone) and kind_of(text) is not None
    return False


def _only_colon_last(text: str) -> bool:
    return ":" not in text[:-1]


def _flow(lines: list[_Line], source: str) -> Flow:
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
