"""Reads Markdown into a document. Positions are carried through the parser; nothing is searched for afterwards."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from blameless_lint.text.builder import LABEL_LEVEL, Builder
from blameless_lint.text.document import BlockKind, Cell, Document, Item
from blameless_lint.text.draft import Place
from blameless_lint.text.expression import expression
from blameless_lint.text.front_matter import front_matter_end
from blameless_lint.text.html import prose
from blameless_lint.text.labels import is_bold, is_label, label_kind
from blameless_lint.text.markdown_blocks import Content, normalised, parser
from blameless_lint.text.markdown_flow import Inliner
from blameless_lint.text.source import Source, Span
from blameless_lint.text.transcripts import is_message

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from blameless_lint.text.flow import Flow

_MARKER = expression(r"[\s>]*([-+*]|\d{1,9}[.)])")
_TASK = expression(r"\[([ xX])\][ \t]+")
_MODULE = expression(
    r"(?:import\s[^\n]*?from\s+['\"]|import\s+['\"]|export\s+(?:default|const|let|var|function|async|\{))"
)
_ATTRIBUTES = expression(r"\{:[^{}\n]*\}")
_LONE = [
    "ordered_list_open", "list_item_open", "paragraph_open", "inline", "paragraph_close", "list_item_close",
    "ordered_list_close",
]  # fmt: skip


def read_markdown(source: Source) -> Document:
    """Return the document that a Markdown source holds."""
    reader = _Reader(source)
    reader.run()
    return reader.builder.document()


@cache
def _parser() -> MarkdownIt:
    return parser()


@dataclass(eq=False)
class _List:
    """A list that is open, and the item of it that is being read."""

    ordered: bool
    lone: bool = False
    item: Item | None = None
    fresh: bool = False


@dataclass(eq=False)
class _Table:
    """A table that is open."""

    number: int
    row: int = -1
    column: int = -1
    headers: list[str] = field(default_factory=list)


class _Reader:
    """Walks over block tokens and hands what it meets to the builder."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.builder = Builder(source)
        self.env: dict[str, Any] = {}
        self.inliner = Inliner(_parser(), self.env, source.text, self.builder.comments)
        self.lists: list[_List] = []
        self.table: _Table | None = None
        self.tables = 0
        self.quotes = 0
        self.level = 0
        self.first_line = 0
        self.marker_ends: dict[int, int] = {}

    def run(self) -> None:
        """Read the whole source."""
        text = self.source.text
        body = front_matter_end(text)
        self.builder.front_matter = text[:body]
        self.first_line = self.source.position(body).line - 1
        normal, self.env["shifts"] = normalised(self.source, body)
        tokens = _parser().block.parse(normal, _parser(), self.env, []) or []
        tokens.reverse()
        while tokens:  # each is let go once it was read: those of a large file take more room than its blocks
            if tokens[-1].type == "ordered_list_open":
                tokens[-1].meta["lone"] = [part.type for part in tokens[: -len(_LONE) - 1 : -1]] == _LONE
            token = tokens.pop()
            handler = _HANDLERS.get(token.type)
            if handler is not None:
                handler(self, token)

    @property
    def place(self) -> Place:
        item = self.lists[-1].item if self.lists else None
        return Place(self.quotes > 0, item)

    def enter_list(self, token: Token) -> None:
        """Open a list."""
        self.lists.append(_List(token.type.startswith("ordered"), lone=token.meta.get("lone", False)))

    def leave_list(self, _token: Token) -> None:
        """Close a list."""
        self.lists.pop()

    def item(self, token: Token) -> None:
        """Open an item: its marker is the next thing on its line that is no blank and no quote mark."""
        line = token.map[0] if token.map else 0
        start = self.marker_ends.get(line, self.source.line_starts[self.first_line + line])
        found = _MARKER.match(self.source.text, start)
        marker = Span(*found.span(1)) if found else Span(start, start)
        self.marker_ends[line] = marker.end
        self.lists[-1].item = Item(len(self.lists) - 1, self.lists[-1].ordered, None, marker)
        self.lists[-1].fresh = True

    def leave_item(self, _token: Token) -> None:
        """Close an item."""
        self.lists[-1].fresh = False

    def quote(self, token: Token) -> None:
        """Open or close a block quote."""
        self.quotes += token.nesting

    def heading(self, token: Token) -> None:
        """Open or close a heading."""
        self.level = int(token.tag[1]) if token.nesting > 0 else 0

    def table_edge(self, token: Token) -> None:
        """Open or close a table."""
        self.table = _Table(self.tables) if token.nesting > 0 else None
        self.tables += token.nesting > 0

    def row(self, _token: Token) -> None:
        """Begin a row."""
        if self.table:
            self.table.row += 1
            self.table.column = -1

    def html(self, token: Token) -> None:
        """Read the prose of an HTML block."""
        content: Content = token.meta["content"]
        for run in prose(content):
            self._html_run(content.part(run.start, run.end).stripped(), run.tag)

    def _html_run(self, content: Content, tag: str) -> None:
        flow = self.inliner.flow(content)
        if tag[:1] == "h" and tag[1:].isdigit():
            self.builder.open(flow, int(tag[1:]))
            self.builder.add(flow, BlockKind.HEADING, self.place)
            return
        if tag == "summary":
            self._open_label(flow)
        kinds = {"td": BlockKind.CELL, "th": BlockKind.CELL, "li": BlockKind.ITEM}
        self.builder.add(flow, kinds.get(tag, BlockKind.PARAGRAPH), self.place)

    def code(self, token: Token) -> None:
        """Read indented lines only where people speak in them: a chat that was pasted with an indentation."""
        content: Content = token.meta["content"]
        if all(is_message(line) for line in content.text.split("\n") if line.strip()):
            self.builder.add(self.inliner.flow(content.stripped()), BlockKind.PARAGRAPH, Place(True, self.place.item))

    def inline(self, token: Token) -> None:
        """Read a heading, a cell or a paragraph."""
        content: Content = token.meta["content"]
        if _ATTRIBUTES.fullmatch(content.text):
            return
        if self.table:
            self._cell(content)
        elif self.level:
            flow = self.inliner.flow(content)
            self.builder.open(flow, self.level)
            self.builder.add(flow, BlockKind.HEADING, self.place)
        elif not _MODULE.match(content.text):
            self._paragraph(content)

    def _cell(self, content: Content) -> None:
        table = self.table
        assert table is not None
        flow = self.inliner.flow(content)
        table.column += 1
        if table.row == 0:
            table.headers.append(flow.text.strip())
        header = table.headers[table.column] if table.column < len(table.headers) else ""
        cell = Cell(table.number, table.row, table.column, header, table.row == 0)
        self.builder.add(flow, BlockKind.CELL, Place(self.quotes > 0, self.place.item, cell))

    def _paragraph(self, content: Content) -> None:
        fresh = bool(self.lists) and self.lists[-1].fresh
        if fresh:
            content = self._task(content)
        flow = self.inliner.flow(content)
        if not self.quotes and (
            self._is_lone_item() if self.lists else is_label(content.text) or is_bold(content.text)
        ):
            self._open_label(flow, first=not self.builder.drafts and is_bold(content.text))
        self.builder.add(flow, BlockKind.ITEM if fresh else BlockKind.PARAGRAPH, self.place)
        if fresh:
            self.lists[-1].fresh = False

    def _is_lone_item(self) -> bool:
        """Return whether the paragraph is all of a numbered list: a heading with a number before it."""
        return len(self.lists) == 1 and self.lists[0].lone

    def _task(self, content: Content) -> Content:
        """Return an item's content without its check box, which goes to the item."""
        found = _TASK.match(content.text)
        item = self.lists[-1].item
        if not found or item is None:
            return content
        self.lists[-1].item = Item(item.depth, item.ordered, found[1] != " ", item.marker)
        return content.part(found.end(), len(content.text))

    def _open_label(self, flow: Flow, *, first: bool = False) -> None:
        """Open the section of a line that names one, or of a bold line that begins the document: its title."""
        if label_kind(flow.text) is not None:
            self.builder.open(flow, LABEL_LEVEL)
        elif first:
            self.builder.open(flow, 1)


_HANDLERS: dict[str, Callable[[_Reader, Token], None]] = {
    "bullet_list_open": _Reader.enter_list,
    "ordered_list_open": _Reader.enter_list,
    "bullet_list_close": _Reader.leave_list,
    "ordered_list_close": _Reader.leave_list,
    "list_item_open": _Reader.item,
    "list_item_close": _Reader.leave_item,
    "blockquote_open": _Reader.quote,
    "blockquote_close": _Reader.quote,
    "heading_open": _Reader.heading,
    "heading_close": _Reader.heading,
    "table_open": _Reader.table_edge,
    "table_close": _Reader.table_edge,
    "tr_open": _Reader.row,
    "html_block": _Reader.html,
    "code_block": _Reader.code,
    "inline": _Reader.inline,
}
