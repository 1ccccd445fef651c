"""Inline Markdown into plain text: markdown-it's rules, with a note of what each of them consumes.

markdown-it tells where a block is, by lines, and nothing about where inline text came from. Here its inline rules run
one by one, each for the characters that it can start at; whatever tokens a rule leaves are marked with the range of the
content that the rule consumed. Literal text between them is marked with its beginning.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import (
    StateInline,
    autolink,
    backtick,
    emphasis,
    entity,
    escape,
    html_inline,
    image,
    link,
    strikethrough,
)  # fmt: skip

from blameless_lint.text.expression import expression
from blameless_lint.text.urls import url_end

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    Rule = Callable[[StateInline, bool], bool]

LONG = 20_000
"""Characters from which on a run of text is read without emphasis and links, in linear time."""

_FAILED_LINKS = 200
"""How many brackets of one run of text may turn out to be no link before the others are taken as text."""

SPECIAL = expression(r"[\n\\`*~\[<&]|!\[|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|(?<![A-Za-z0-9])https?://")
_SPECIAL_OR_CLOSE = expression(SPECIAL.pattern + r"|\]")
_FOOTNOTE = expression(r"\[\^[^\]\s]{1,80}\]")
_ERB = expression(r"<%.*?%>", re.DOTALL)
_JSX = expression(
    r"</?[A-Za-z][\w.:-]{0,60}(?:\s+[\w.:-]+(?:=(?:\{[^{}<>]*(?:\{[^{}<>]*\}[^{}<>]*)?\}|\"[^\"]*\"|'[^']*'))?)*\s*/?>|</?>"
)


def _newline(state: StateInline, silent: bool) -> bool:
    """Consume a line break and the blanks around it."""
    if not silent:
        pending = state.pending
        state.pending = pending.rstrip(" \t")
        state.push("hardbreak" if pending.endswith("  ") else "softbreak", "br", 0)
    state.pos += 1
    while state.pos < state.posMax and state.src[state.pos] in " \t":
        state.pos += 1
    return True


def _url(state: StateInline, silent: bool) -> bool:
    """Consume a bare URL."""
    end = min(url_end(state.src, state.pos), state.posMax)
    if not silent:
        state.push("url", "", 0)
    state.pos = end
    return True


def _footnote(state: StateInline, silent: bool) -> bool:
    """Consume a footnote mark."""
    found = _FOOTNOTE.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push("footnote_ref", "", 0)
    state.pos = found.end()
    return True


def _template(state: StateInline, silent: bool) -> bool:
    """Consume an ERB tag, or a JSX tag that is no HTML."""
    found = _ERB.match(state.src, state.pos, state.posMax) or _JSX.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push("template", "", 0)
    state.pos = found.end()
    return True


def _bounded(rule: Rule) -> Rule:
    """Return a link's or an image's rule that gives up on a text in which too many brackets were none."""

    def bounded(state: StateInline, silent: bool) -> bool:
        failed = state.env.get("failed_links", 0)
        if failed > _FAILED_LINKS:
            return False
        if rule(state, silent):
            return True
        state.env["failed_links"] = failed + 1
        return False

    return bounded


_RULES: dict[str, tuple[Rule, ...]] = {
    "\n": (_newline,),
    "\\": (escape,),
    "`": (backtick,),
    "*": (emphasis.tokenize,),
    "_": (emphasis.tokenize,),
    "~": (strikethrough.tokenize,),
    "[": (_footnote, _bounded(link)),
    "!": (_bounded(image),),
    "<": (autolink, html_inline, _template),
    "&": (entity,),
    "h": (_url,),
}


class MarkedState(StateInline):
    """An inline state that remembers where its pending text begins."""

    run = -1

    def pushPending(self) -> Token:  # noqa: N802
        """Flush the pending text as a token that knows where it begins."""
        token = super().pushPending()
        token.meta["at"] = self.run
        self.run = -1
        return token


class MarkedInline(ParserInline):
    """An inline parser that marks every token with the range of the content that it came from."""

    def skipToken(self, state: StateInline) -> None:  # noqa: N802
        """Step over one token."""
        position = state.pos
        if position in state.cache:
            state.pos = state.cache[position]
            return
        found = _SPECIAL_OR_CLOSE.search(state.src, position, state.posMax)
        if found is None or found.start() > position:
            state.pos = found.start() if found else state.posMax
        elif not self._apply(state, True):
            state.pos = position + 1
        state.cache[position] = state.pos

    def tokenize(self, state: StateInline) -> None:
        """Turn the range of the state into marked tokens."""
        assert isinstance(state, MarkedState)
        while state.pos < state.posMax:
            position = state.pos
            found = SPECIAL.search(state.src, position, state.posMax)
            stop = found.start() if found else state.posMax
            if stop > position:
                state.append_pending(state.src[position:stop])
                state.pos = stop
            elif not self._marked(state, position):
                state.append_pending(state.src[position])
                state.pos += 1
            if not state.pending:
                state.run = -1
            elif state.run < 0:
                state.run = position
        if state.pending:
            state.pushPending()
        state.run = -1

    def _marked(self, state: MarkedState, position: int) -> bool:
        count = len(state.tokens)
        if not self._apply(state, False):
            return False
        at = position
        for token in state.tokens[count:]:
            if "at" not in token.meta:
                token.meta["at"] = at
                token.meta["to"] = state.pos
                if token.type == "text":
                    at += len(token.content)
        return True

    def _apply(self, state: StateInline, silent: bool) -> bool:
        if state.level >= state.md.options["maxNesting"]:
            return False
        for rule in _RULES.get(state.src[state.pos], ()):
            if silent:
                state.level += 1
            done = rule(state, silent)
            if silent:
                state.level -= 1
            if done:
                return True
        return False

    def parse(self, src: str, md: MarkdownIt, env: MutableMapping[str, Any], tokens: list[Token]) -> list[Token]:
        """Turn inline content into marked tokens."""
        state = MarkedState(src, md, env, tokens)
        outer = env.get("failed_links", 0)
        self.tokenize(state)
        env["failed_links"] = outer
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens
