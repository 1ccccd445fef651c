"""Reads plain text into a document: paragraphs, lists and headings as people lay them out with blanks and capitals."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from blameless_lint.text.builder import Builder
from blameless_lint.text.document import BlockKind, Cell, Document, Item
from blameless_lint.text.draft import Place
from blameless_lint.text.expression import expression
from blameless_lint.text.front_matter import front_matter_end
from blameless_lint.text.plain_headings import BULLET, RULE, TIME, is_heading, is_underline
from blameless_lint.text.plain_lines import Line, cut, flow_of, lines_of, without_mail_headers
from blameless_lint.text.source import Source, Span

_ROW = expression(r"\|.*\|")
_CELL = expression(r"(?<=\|)(?:[^|\\]|\\.)+")
_HASHES = expression(r"#{1,6}[ \t]+")
_FIELD = expression(r"[A-Z][\w /-]{1,30}:[ \t]+\S")


def read_plain(source: Source) -> Document:
    """Return the document that a plain text holds."""
    builder = Builder(source)
    body = front_matter_end(source.text)
    builder.front_matter = source.text[:body]
    lines = without_mail_headers(list(lines_of(source, body)))
    _Reader(builder, lines).run()
    return builder.document()


@dataclass(eq=False)
class _Reader:
    """Groups lines into blocks."""

    builder: Builder
    lines: list[Line]
    group: list[Line] = field(default_factory=list)
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
        if not line.text or RULE.fullmatch(line.text):
            self._flush()
            return 1
        if following and not self.group and is_underline(line, following):
            self._heading(line, 1 if following.text[0] in "=*#" else 2)
            return 2
        if not self._is_marked(line, self.lines[i - 1] if i else None, following):
            self.headers = None
            self._body(line)
        return 1

    def _is_marked(self, line: Line, before: Line | None, following: Line | None) -> bool:
        """Read a line that is a heading or a table's row by itself; return whether it is one."""
        hashes = _HASHES.match(line.text)
        if hashes:
            self._flush()
            self._heading(cut(line, hashes.end()), len(hashes[0].strip()))
        elif not self.group and is_heading(line, before, following):
            self._heading(line, 2)
        elif _ROW.match(line.text):
            self._flush()
            self._row(line)
        else:
            return False
        return True

    def _body(self, line: Line) -> None:
        """Read a line of a list item or a paragraph."""
        bullet = BULLET.match(line.text)
        if bullet:
            self._flush()
            self._open_item(line, bullet)
            self.group.append(cut(line, bullet.end()))
            return
        if self.group and self._apart(line):
            self._flush()
        if not self.group and not self._belongs(line):
            self.item = None
            self.items.clear()
        self.group.append(line)

    def _row(self, line: Line) -> None:
        """Read a table's row."""
        if not line.text.strip("|+:-= \t"):
            return
        cells = [cut(line, found.start(), found.end()) for found in _CELL.finditer(line.text)]
        flows = [flow_of([cell], self.builder.source.text) for cell in cells]
        if self.headers is None:
            self.headers = [flow.text for flow in flows]
            self.table += 1
            self.table_row = -1
        self.table_row += 1
        for column, flow in enumerate(flows):
            header = self.headers[column] if column < len(self.headers) else ""
            cell = Cell(self.table, self.table_row, column, header, self.table_row == 0)
            self.builder.add(flow, BlockKind.CELL, Place(line.quoted, None, cell))

    def _apart(self, line: Line) -> bool:
        """Return whether a line begins a block of its own, though no blank line stands before it."""
        previous = self.group[-1]
        if line.quoted != previous.quoted:
            return True
        if TIME.match(line.text) and (previous.width < 50 or TIME.match(self.group[0].text)):
            return True
        if _FIELD.match(line.text) and (previous.width < 60 or _FIELD.match(self.group[0].text)):
            return True
        return self.item is not None and line.indent == 0 and self.hang > 0 and previous.text.endswith((".", ":"))

    def _belongs(self, line: Line) -> bool:
        """Return whether a line after a blank one goes on with the open item."""
        return self.item is not None and line.indent >= self.hang > 0

    def _open_item(self, line: Line, bullet: re.Match[str]) -> None:
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
        flow = flow_of(lines, self.builder.source.text)
        first = self.item is not None and lines[0].start > self.item.marker.end and self._is_first(lines[0])
        self.builder.add(flow, BlockKind.ITEM if first else BlockKind.PARAGRAPH, Place(lines[0].quoted, self.item))

    def _is_first(self, line: Line) -> bool:
        """Return whether a line is the one that the open item's marker stands on."""
        assert self.item is not None
        return "\n" not in self.builder.source.text[self.item.marker.end : line.start]

    def _heading(self, line: Line, level: int) -> None:
        self._flush()
        self.item = None
        self.items.clear()
        flow = flow_of([line], self.builder.source.text)
        self.builder.open(flow, level)
        self.builder.add(flow, BlockKind.HEADING, Place(line.quoted))
