"""Prose in HTML blocks: what stands between the tags, cut at the tags that make a block."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from blameless_lint.text.expression import expression
from blameless_lint.text.wordlist import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blameless_lint.text.markdown_blocks import Content

_TAG = expression(
    r"(?P<comment><!--.*?(?:-->|\Z))|(?P<erb><%.*?(?:%>|\Z))|(?P<silent><(?P<name>script|style|pre|textarea|svg|math|code)\b.*?"
    r"(?:</(?P=name)\s*>|\Z))|</?(?P<tag>[A-Za-z][\w:.-]*)(?:[^<>\"'{]|\"[^\"]*\"|'[^']*'|\{[^{}]*\})*>|<[!?][^>]*>",
    re.DOTALL | re.IGNORECASE,
)
_BLANK_LINES = expression(r"\n[ \t]*\n")


def is_element(name: str) -> bool:
    """Return whether HTML has an element of this name; other tags may be placeholders or nicks."""
    return name.lower() in words("html-inline") or name.lower() in words("html-block")


@dataclass(frozen=True, slots=True)
class Prose:
    """A run of prose: its range of the block, and the tag that it stands in."""

    start: int
    end: int
    tag: str


def prose(content: Content) -> Iterator[Prose]:
    """Yield the runs of prose of an HTML block, in order; inline tags and comments stay in them."""
    start = 0
    tag = "p"
    text = content.text
    for found in _TAG.finditer(text):
        name = (found["tag"] or "").lower()
        if found["comment"] or found["erb"] or name in words("html-inline"):
            continue
        if found["name"] and found["name"].lower() == "code":
            continue
        yield from _paragraphs(text, Prose(start, found.start(), tag))
        start = found.end()
        if name and not found[0].startswith("</"):
            tag = name
        elif name:
            tag = "p"
    yield from _paragraphs(text, Prose(start, len(text), tag))


def _paragraphs(text: str, run: Prose) -> Iterator[Prose]:
    start = run.start
    for blank in _BLANK_LINES.finditer(text, run.start, run.end):
        if text[start : blank.start()].strip():
            yield Prose(start, blank.start(), run.tag)
        start = blank.end()
    if text[start : run.end].strip():
        yield Prose(start, run.end, run.tag)
