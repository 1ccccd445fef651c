"""Block-level Markdown: markdown-it's rules, with a note of where each line of inline content stands in the source."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock
from mdit_py_plugins.footnote.index import footnote_def

from blameless_lint.text.markdown_inline import MarkedInline

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping, Sequence

    from markdown_it.token import Token

    from blameless_lint.text.source import Source

    Rule = Callable[[StateBlock, int, int, bool], bool]

_BLANKS = " \t\n\r\x0b\x0c"


@dataclass(frozen=True, slots=True)
class Content:
    """Inline content: its characters from `at[k]` on stand in the source from `to[k]` on, one by one."""

    text: str
    at: Sequence[int]
    to: Sequence[int]

    def source(self, index: int) -> int:
        """Return the offset in the source of a character, or of the end."""
        run = max(bisect_right(self.at, index) - 1, 0)
        return self.to[run] + index - self.at[run]

    def part(self, start: int, end: int) -> Content:
        """Return the content of a range."""
        if len(self.at) == 1:
            return Content(self.text[start:end], (0,), (self.to[0] + start - self.at[0],))
        first = max(bisect_right(self.at, start) - 1, 0)
        last = bisect_right(self.at, end)
        at = [max(place - start, 0) for place in self.at[first:last]]
        to = [place + max(start - self.at[first + i], 0) for i, place in enumerate(self.to[first:last])]
        return Content(self.text[start:end], at, to)

    def stripped(self) -> Content:
        """Return the content without surrounding blanks."""
        start = len(self.text) - len(self.text.lstrip(_BLANKS))
        return self.part(start, max(len(self.text.rstrip(_BLANKS)), start))


class MarkedBlocks(StateBlock):
    """A block state that remembers where the lines that it cuts out stand in the source.

    `shifts[line]` is what a line's offsets in the source are ahead of those in the text that markdown-it reads.
    """

    shifts: Sequence[int] = ()
    last: Content = Content("", (0,), (0,))

    def getLines(self, begin: int, end: int, indent: int, keepLastLF: bool) -> str:  # noqa: N802, N803
        """Return lines without their indentation, and remember their places."""
        pieces: list[str] = []
        at: list[int] = []
        to: list[int] = []
        size = 0
        for line in range(begin, end):
            first, ahead = self._after_indent(line, indent)
            last = self.eMarks[line] + (1 if line + 1 < end or keepLastLF else 0)
            piece = " " * ahead + self.src[first:last]
            at.append(size)
            to.append(first - ahead + self.shifts[line])
            pieces.append(piece)
            size += len(piece)
        text = "".join(pieces)
        self.last = Content(text, at or (0,), to or (0,))
        return text

    def _after_indent(self, line: int, indent: int) -> tuple[int, int]:
        """Return where a line's text begins, and how many columns of a tab are left over before it."""
        start = first = self.bMarks[line]
        width = 0
        while first < self.eMarks[line] and width < indent:
            character = self.src[first]
            if character == "\t":
                width += 4 - (width + self.bsCount[line]) % 4
            elif character == " " or first - start < self.tShift[line]:
                width += 1
            else:
                break
            first += 1
        return first, max(width - indent, 0)

    def slice(self, line: int, start: int, end: int) -> Content:
        """Return a range of one line as content."""
        return Content(self.src[start:end], (0,), (start + self.shifts[line],))


class MarkedParser(ParserBlock):
    """A block parser whose inline tokens carry their content with its places in `meta["content"]`."""

    def parse(self, src: str, md: MarkdownIt, env: MutableMapping[str, Any], outTokens: list[Token]) -> list[Token]:  # noqa: N803
        """Turn text into block tokens; `env["shifts"]` holds the shift of each line."""
        state = MarkedBlocks(src, md, env, outTokens)
        state.shifts = env["shifts"]
        self.tokenize(state, state.line, state.lineMax)
        return state.tokens


def normalised(source: Source, body: int) -> tuple[str, list[int]]:
    """Return what markdown-it reads from an offset on, and how far each of its lines stands behind in the source.

    It has line feeds only, and U+FFFD for NUL.
    """
    normal = source.text[body:].replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    starts = source.line_starts[source.position(body).line - 1 :]
    shifts: list[int] = []
    place = 0
    for start, line in zip(starts, normal.split("\n"), strict=True):
        shifts.append(start - place)
        place += len(line) + 1
    return normal, [*shifts, 0]


def parser() -> MarkdownIt:
    """Return a Markdown parser whose tokens know their places."""
    md = MarkdownIt("commonmark", {"maxNesting": 40})
    md.block = MarkedParser()
    md.inline = MarkedInline()
    md.inline.ruler2.disable(["fragments_join"])
    ruler = md.block.ruler
    ruler.before("reference", "footnote_def", footnote_def, {"alt": ["paragraph", "reference"]})
    for rule in list(ruler.__rules__):
        if rule.name in _MARKERS:
            ruler.at(rule.name, partial(_marked, rule.fn, _MARKERS[rule.name]), {"alt": rule.alt})
    return md


def _marked(rule: Rule, mark: Callable[[MarkedBlocks, list[Token], int], None], *call: Any) -> bool:
    """Run a block rule, and give the tokens that it leaves their content."""
    state, line, end, silent = call
    count = len(state.tokens)
    if not rule(state, line, end, silent):
        return False
    if not silent:
        mark(state, state.tokens[count:], line)
    return True


def _mark_lines(state: MarkedBlocks, tokens: list[Token], _line: int) -> None:
    """Mark tokens whose content is the lines that were cut out last."""
    for token in tokens:
        if token.type == "inline":
            token.meta["content"] = state.last.stripped()
        elif token.type in ("html_block", "code_block"):
            token.meta["content"] = state.last


def _mark_heading(state: MarkedBlocks, tokens: list[Token], line: int) -> None:
    start = state.bMarks[line] + state.tShift[line] + len(tokens[0].markup)
    content = state.slice(line, start, state.eMarks[line]).stripped()
    tokens[1].meta["content"] = content.part(0, len(tokens[1].content))


def _mark_table(state: MarkedBlocks, tokens: list[Token], _line: int) -> None:
    cells: list[Content] = []
    for token in tokens:
        if token.type == "tr_open" and token.map:
            row = token.map[0]
            cells = _cells(state.slice(row, state.bMarks[row] + state.tShift[row], state.eMarks[row]).stripped())
        elif token.type == "inline":
            token.meta["content"] = cells.pop(0) if cells else Content("", (0,), (0,))


def _cells(row: Content) -> list[Content]:
    """Return the cells of a table's row; an escaped pipe is a pipe."""
    cells: list[_Cell] = [_Cell(row)]
    escaped = False
    position = 0
    for position, character in enumerate(row.text):
        if character == "|":
            cells[-1].take(position - 1 if escaped else position)
            if escaped:
                cells[-1].start = position
            else:
                cells.append(_Cell(row, position + 1))
        escaped = character == "\\"
    cells[-1].take(len(row.text))
    contents = [cell.content() for cell in cells]
    if contents and not contents[0].text:
        del contents[0]
    if contents and not contents[-1].text:
        del contents[-1]
    return [content.stripped() for content in contents]


@dataclass(slots=True)
class _Cell:
    """A cell under construction, piece by piece between escaped pipes."""

    row: Content
    start: int = 0
    pieces: list[tuple[int, int]] = field(default_factory=list)

    def take(self, end: int) -> None:
        self.pieces.append((self.start, end))

    def content(self) -> Content:
        text, at, to = "", [], []
        for start, end in self.pieces:
            at.append(len(text))
            to.append(self.row.source(start))
            text += self.row.text[start:end]
        return Content(text, at, to)


_MARKERS: dict[str, Callable[[MarkedBlocks, list[Token], int], None]] = {
    "paragraph": _mark_lines,
    "lheading": _mark_lines,
    "html_block": _mark_lines,
    "code": _mark_lines,
    "heading": _mark_heading,
    "table": _mark_table,
}
