"""From marked inline tokens to a flow of plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from blameless_lint.text.document import Comment
from blameless_lint.text.expression import expression
from blameless_lint.text.flow import Flow, merged
from blameless_lint.text.html import is_element
from blameless_lint.text.markdown_inline import LONG, SPECIAL
from blameless_lint.text.source import Span
from blameless_lint.text.urls import urls

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from blameless_lint.text.markdown_blocks import Content

_LABEL = expression(r"[ \t]*(?:\*\*|__)[^*_\n]{1,60}(?::(?:\*\*|__)|(?:\*\*|__)[ \t]*:)")
_APART = expression(
    r"</?(?:p|div|td|th|tr|li|ul|ol|table|summary|details|h[1-6]|hr|br|dd|dt|blockquote|section)\b", re.IGNORECASE
)
_PLACEHOLDER = expression(r"<[A-Za-z][\w.-]*>")
_BREAK = expression(r"<br\b", re.IGNORECASE)
_COARSE = expression(
    r"(?P<comment><!--.*?(?:-->|\Z))|(?P<tag></?[A-Za-z][^<>\n]{0,500}>)|(?P<code>`[^`\n]{1,500}`)|(?P<line>\n[ \t]*)",
    re.DOTALL,
)


@dataclass(eq=False)
class Inliner:
    """What turns inline content into flows: a parser, its environment, and the comments met on the way."""

    md: MarkdownIt
    env: MutableMapping[str, Any]
    source: str
    comments: list[Comment] = field(default_factory=list)

    def flow(self, content: Content) -> Flow:
        """Return the plain text of inline content."""
        pen = _Pen(content, self.source)
        if len(content.text) > LONG:
            self._coarse(pen)
        elif not SPECIAL.search(content.text):
            pen.text(0, len(content.text))
        else:
            tokens = self.md.inline.parse(content.text, self.md, self.env, [])
            for token, following in zip(tokens, [*tokens[1:], None], strict=False):
                self._token(pen, token, following)
        _mark_urls(pen.flow)
        return pen.flow

    def _token(self, pen: _Pen, token: Token, following: Token | None) -> None:
        at, to = token.meta.get("at", 0), token.meta.get("to", 0)
        match token.type:
            case "text":
                pen.text(at, at + len(token.content)) if not token.meta.get("skip") else None
            case "text_special" if token.info == "entity":
                pen.flow.put(token.content, pen.content.source(at), pen.content.source(to - 1) + 1)
            case "text_special" if len(token.content) == 1:
                pen.flow.put(token.content, pen.content.source(at), pen.content.source(to - 1) + 1)
            case "text_special":
                pen.text(at, to)
            case "code_inline":
                pen.code(at + len(token.markup), to - len(token.markup))
            case "url":
                pen.opaque(at, to)
            case "link_open" if token.markup == "autolink" and following is not None:
                pen.opaque(at + 1, to - 1)
                following.meta["skip"] = True
            case "softbreak" | "hardbreak":
                pen.line_break(at if pen.content.text[at] == "\n" else at + 1, hard=token.type == "hardbreak")
            case "html_inline" | "template":
                self._html(pen, at, to)

    def _html(self, pen: _Pen, at: int, to: int) -> None:
        tag = pen.content.text[at:to]
        if tag.startswith("<!--"):
            start = pen.content.source(at)
            end = pen.content.source(to - 1) + 1
            self.comments.append(Comment(Span(start, end), self.source[start + 4 : end - 3]))
        elif _PLACEHOLDER.fullmatch(tag) and not is_element(tag[1:-1]) and f"</{tag[1:]}" not in pen.content.text:
            pen.text(at, to)
        elif _BREAK.match(tag):
            pen.hard_break(at, to)
        elif _APART.match(tag):
            pen.space(at, to)

    def _coarse(self, pen: _Pen) -> None:
        """Read a very long text: tags, comments and code spans are seen, emphasis and links are not."""
        position = 0
        for found in _COARSE.finditer(pen.content.text):
            pen.text(position, found.start())
            position = found.end()
            if found["line"]:
                pen.line_break(found.start(), hard=False)
            elif found["code"]:
                pen.opaque(found.start() + 1, found.end() - 1)
            else:
                self._html(pen, found.start(), found.end())
        pen.text(position, len(pen.content.text))


@dataclass(eq=False)
class _Pen:
    """Writes ranges of inline content into a flow."""

    content: Content
    source: str
    flow: Flow = field(default_factory=Flow)

    def text(self, start: int, end: int) -> None:
        """Write a range that reads as it stands."""
        for first, last in self._runs(start, end):
            self.flow.add(self.content.text[first:last], self.content.source(first))

    def opaque(self, start: int, end: int) -> None:
        """Write a range that is never judged."""
        first = self.flow.size
        self.text(start, end)
        if self.flow.size > first:
            self.flow.opaque.append(Span(first, self.flow.size))

    def code(self, start: int, end: int) -> None:
        """Write what stands in a code span: line breaks are spaces, one space at both ends is none."""
        text = self.content.text[start:end]
        if len(text) > 1 and text[0] in " \n" and text[-1] in " \n" and text.strip(" \n"):
            start, end = start + 1, end - 1
        first = self.flow.size
        for row in re.finditer(r"\n|[^\n]+", self.content.text[start:end]):
            if row[0] == "\n":
                self._put(" ", start + row.start())
            else:
                self.text(start + row.start(), start + row.end())
        if self.flow.size > first:
            self.flow.opaque.append(Span(first, self.flow.size))

    def line_break(self, at: int, *, hard: bool) -> None:
        """Write a line break: a space, or a line feed where a new sentence begins in a new line on purpose."""
        rest = self.content.text[at + 1 : at + 80].lstrip(" \t")
        apart = (hard and not rest[:1].islower()) or rest.startswith("|") or _LABEL.match(rest)
        self.flow.breaks.append(self.flow.size)
        self._put("\n" if apart else " ", at)

    def hard_break(self, at: int, to: int) -> None:
        """Write a `<br>`."""
        rest = self.content.text[to : to + 80].lstrip(" \t\n")
        self.flow.breaks.append(self.flow.size)
        self.flow.put("\n" if not rest[:1].islower() else " ", self.content.source(at), self.content.source(to - 1) + 1)

    def space(self, at: int, to: int) -> None:
        """Write a tag that keeps words apart."""
        self.flow.put(" ", self.content.source(at), self.content.source(to - 1) + 1)

    def _put(self, character: str, at: int) -> None:
        start = self.content.source(at)
        self.flow.put(character, start, start + (2 if self.source.startswith("\r\n", start) else 1))

    def _runs(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the pieces of a range that stand together in the source."""
        at = self.content.at
        if len(at) > 1:
            from bisect import bisect_right

            for cut in at[bisect_right(at, start) : bisect_right(at, end - 1)]:
                yield start, cut
                start = cut
        if start < end:
            yield start, end


def _mark_urls(flow: Flow) -> None:
    """Note the bare URLs that came through as text."""
    text = flow.text
    if "//" in text or "www." in text or "git@" in text:
        flow.opaque = merged([*flow.opaque, *urls(text)])
