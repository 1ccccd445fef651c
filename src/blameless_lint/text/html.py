"""Prose in HTML blocks: what stands between the tags, cut at the tags that make a block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from blameless_lint.text.markdown_blocks import Content

_TAG = re.compile(
    r"(?P<comment><!--.*?(?:-->|\Z))|(?P<erb><%.*?(?:%>|\Z))|(?P<silent><(?P<name>script|style|pre|textarea|svg|math|code)\b.*?"
    r"(?:</(?P=name)\s*>|\Z))|</?(?P<tag>[A-Za-z][\w:.-]*)(?:[^<>\"'{]|\"[^\"]*\"|'[^']*'|\{[^{}]*\})*>|<[!?][^>]*>",
    re.DOTALL | re.IGNORECASE,
)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "br",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
    ]
    + [
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
HTML_NAMES = _INLINE | frozenset(
    [
        "address",
        "article",
        "aside",
        "audio",
        "blockquote",
        "body",
        "button",
        "caption",
        "center",
        "col",
        "colgroup",
        "dd",
        "details",
    ]
    + [
        "dialog",
        "div",
        "dl",
        "dt",
        "embed",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
    ]
    + [
        "head",
        "header",
        "hr",
        "html",
        "iframe",
        "input",
        "li",
        "link",
        "main",
        "menu",
        "meta",
        "nav",
        "ol",
        "option",
        "p",
        "picture",
    ]
    + [
        "pre",
        "script",
        "section",
        "select",
        "source",
        "style",
        "summary",
        "svg",
        "table",
        "tbody",
        "td",
        "template",
        "textarea",
    ]
    + [
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
        "video",
        "math",
        "object",
        "param",
        "ruby",
        "rt",
        "rp",
        "noscript",
        "canvas",
    ]
)
"""The names of HTML's elements; a tag with another name may be a placeholder or a nick."""

_BLANK_LINES = re.compile(r"\n[ \t]*\n")


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
        if found["comment"] or found["erb"] or name in _INLINE:
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
