"""Markdown becomes blocks whose every character knows its place."""

from __future__ import annotations

import pytest

from blameless_lint.text.document import Block, BlockKind, Document
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source, Span


def document(text: str) -> Document:
    return read(Source("a.md", text))


def texts(text: str) -> list[str]:
    return [block.text for block in document(text).blocks]


def only(text: str) -> Block:
    (block,) = document(text).blocks
    return block


def opaque(block: Block) -> list[str]:
    return [block.text[span.start : span.end] for span in block.opaque]


def source_of(text: str, phrase: str) -> str:
    """Return what of the source a phrase of its only block stands for."""
    block = only(text)
    start = block.text.index(phrase)
    span = block.to_source(Span(start, start + len(phrase)))
    return text[span.start : span.end]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("The **pod** was *killed*.", "The pod was killed."),
        ("a ~~b~~ c", "a b c"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("snake_case_name and __init__.py", "snake_case_name and init.py"),
        ("Tom &amp; Ana", "Tom & Ana"),
        (r"5 \* 3, C:\dir", r"5 * 3, C:\dir"),
        ("We ran `` a`b `` twice", "We ran a`b twice"),
        ('see [the *log*](http://x.org/a_b_c "t") now', "see the log now"),
        ("see [the log][1] now\n\n[1]: http://x.org", "see the log now"),
        ("see [1] now", "see [1] now"),
        ("a ![screenshot](x.png) b", "a  b"),
        ("at <https://x.org/a> now", "at https://x.org/a now"),
        ("H<sub>2</sub>O and a<!-- no -->b", "H2O and ab"),
        ("<%= render 'x' %> then", "then"),
        ("Use <Tip kind={a}>this</Tip> one", "Use this one"),
        ("deploy <service> to prod", "deploy <service> to prod"),
        ("The job[^1] failed.", "The job failed."),
        ("a\0b", "a\ufffdb"),
        ("A 🚒 and 𝒳 end", "A 🚒 and 𝒳 end"),
    ],
)
def test_inline_markup_leaves_plain_text(source: str, text: str) -> None:
    assert document(source).blocks[0].text == text


@pytest.mark.parametrize(
    ("source", "phrase", "origin"),
    [
        ("The **pod** was *killed*.", "pod was killed", "pod** was *killed"),
        ("Tom &amp; Ana", "& Ana", "&amp; Ana"),
        (r"5 \* 3", "* 3", r"\* 3"),
        ("one\ntwo three", "two", "two"),
        ("one\r\ntwo three", "one two", "one\r\ntwo"),
        ("> one\n> two", "one two", "one\n> two"),
        ("> one\ntwo", "two", "two"),
        ("- one\n  two", "one two", "one\n  two"),
        ("1. a\n\tb", "a b", "a\n\tb"),
        ("  # Title here ##", "Title here", "Title here"),
        ("Title\nhere\n=====", "Title here", "Title\nhere"),
        ("We ran `` a`b `` twice", "a`b", "a`b"),
        ("at <https://x.org/a> now", "https://x.org/a", "https://x.org/a"),
        ("x <b>y</b> z", "x y z", "x <b>y</b> z"),
        ("𝒳 &#x1F692; end", "🚒 end", "&#x1F692; end"),
        ("---\ntitle: x\n---\nThe text", "The text", "The text"),
    ],
)
def test_characters_know_their_places(source: str, phrase: str, origin: str) -> None:
    assert source_of(source, phrase) == origin


def test_identical_cells_have_their_own_places() -> None:
    text = "| Who | Who |\n| --- | --- |\n| Dana | Dana |\n| a \\| b | Dana |\n"
    blocks = document(text).blocks
    assert [block.text for block in blocks] == ["Who", "Who", "Dana", "Dana", "a | b", "Dana"]
    assert [text[block.span.start : block.span.end] for block in blocks][2:] == ["Dana", "Dana", "a \\| b", "Dana"]
    assert len({block.span for block in blocks}) == 6
    assert [(block.cell.row, block.cell.column, block.cell.header) for block in blocks if block.cell][2:4] == [
        (1, 0, "Who"),
        (1, 1, "Who"),
    ]


def test_tables_in_quotes_and_lists_know_their_places() -> None:
    text = "> | a | b |\n> |---|---|\n> | c | d |\n\n- x\n\n  | e | f |\n  |---|---|\n  | g | h |\n"
    for block in document(text).blocks:
        assert text[block.span.start : block.span.end] == block.text


def test_code_spans_and_urls_are_opaque() -> None:
    block = only("Run `kubectl delete` at https://x.org/a_b_(c). See www.x.org, too.")
    assert opaque(block) == ["kubectl delete", "https://x.org/a_b_(c)", "www.x.org"]


@pytest.mark.parametrize(
    "text",
    [
        "```\nDana forgot it.\n```",
        "    Dana forgot it.",
        "~~~~ text\nDana\n~~~\nforgot it.\n~~~~",
        "---\nauthor: Dana forgot it.\n---\n",
        "+++\ntitle = 'Dana forgot it.'\n+++\n",
        "<!-- Dana forgot it. -->",
        "<script>\nDana forgot it.\n</script>",
        "<div title='Dana forgot it.'></div>",
        "import Dana from 'forgot it'",
        "![Dana forgot it](x.png)",
        "[x]: http://x.org 'Dana forgot it'",
        "{: .dana-forgot-it }",
    ],
)
def test_what_is_no_prose_is_not_read(text: str) -> None:
    assert texts(text) == []


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert texts("---\n\nDana and Tom met.\n\n---\n") == ["Dana and Tom met."]


def test_html_blocks_are_read() -> None:
    text = (
        "<details>\n<summary>Root cause</summary>\n<p>The <b>pod</b> was\nkilled.</p>\n"
        "<ul><li>one</li><li>two</li></ul>\n<table><tr><td>three</td></tr></table>\n<pre>four</pre>\n</details>\n"
    )
    blocks = document(text).blocks
    assert [(block.kind, block.text) for block in blocks] == [
        (BlockKind.PARAGRAPH, "Root cause"),
        (BlockKind.PARAGRAPH, "The pod was killed."),
        (BlockKind.ITEM, "one"),
        (BlockKind.ITEM, "two"),
        (BlockKind.CELL, "three"),
    ]
    assert blocks[1].section.kind == "causes"
    assert text[blocks[1].span.start : blocks[1].span.end] == "The <b>pod</b> was\nkilled."


def test_comments_are_found_everywhere() -> None:
    text = (
        "<!-- one -->\n\n- item <!-- two -->\n  <!-- three -->\n\n| a <!-- four --> |\n| --- |\n\n"
        "> <!-- five\n> six -->\n\n<div><!-- seven --></div>\n"
    )
    comments = document(text).comments
    assert [comment.text.split()[0] for comment in comments] == ["one", "two", "three", "four", "five", "seven"]
    assert all(text[comment.span.start : comment.span.end].startswith("<!--") for comment in comments)
    assert all(text[comment.span.start : comment.span.end].endswith("-->") for comment in comments)


def test_list_items() -> None:
    text = "- [ ] open\n- [x] done\n  1. deep\n\n  after\n* - twice\n> - quoted\n"
    blocks = document(text).blocks
    found = [(block.kind.value, block.text, block.item and (block.item.depth, block.item.ordered)) for block in blocks]
    assert found == [
        ("item", "open", (0, False)),
        ("item", "done", (0, False)),
        ("item", "deep", (1, True)),
        ("paragraph", "after", (0, False)),
        ("item", "twice", (1, False)),
        ("item", "quoted", (0, False)),
    ]
    assert [block.item.checked for block in blocks[:2] if block.item] == [False, True]
    assert [text[b.item.marker.start : b.item.marker.end] for b in blocks if b.item] == ["-", "-", "1.", "-", "-", "-"]
    assert blocks[-1].quoted


def test_line_breaks_on_purpose_end_sentences() -> None:
    text = "**Date:** 3 May\n**Owner:** Sam\n\nOne line  \nTwo lines<br>Three\n\nsoft\nbreak"
    assert [sentence.text for sentence in document(text).sentences] == [
        "Date: 3 May",
        "Owner: Sam",
        "One line",
        "Two lines",
        "Three",
        "soft break",
    ]


def test_headings_open_sections() -> None:
    text = (
        "# Postmortem: search outage\n\nintro\n\n## Timeline\n\na\n\n## Analysis\n\n### The cache\n\nb\n\n"
        "**Action items**\n\nc\n\nWhat went well:\n\n- d\n\n## Background\n\ne\n"
    )
    kinds = {block.text: block.section.kind.value for block in document(text).blocks}
    assert {name: kinds[name] for name in ("intro", "a", "b", "c", "d", "e")} == {
        "intro": "other",
        "a": "timeline",
        "b": "causes",
        "c": "actions",
        "d": "lessons",
        "e": "other",
    }


def test_what_happened_depends_on_the_other_headings() -> None:
    assert document("## What happened\n\na\n").blocks[1].section.kind == "timeline"
    assert document("## What happened\n\na\n\n## Timeline\n\nb").blocks[1].section.kind == "summary"
    assert document("## Summary\n\n## What happened\n\na\n\n## Timeline").blocks[2].section.kind == "timeline"


def test_long_lines_and_deep_nesting_are_read() -> None:
    line = "The `pod` restarted - again (see https://x.org/a). "
    block = only(line * 4000)
    assert len(block.opaque) == 8000
    assert len(document(line * 4000).sentences) == 4000
    document("[" * 30_000)
    document("![" * 10_000)
    document(">" * 1000 + " a")
    document("".join("  " * depth + "- a\n" for depth in range(200)))
