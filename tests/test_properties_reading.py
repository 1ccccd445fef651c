"""What holds for every text that is read: nothing is invented, nothing moves, nothing raises."""

from __future__ import annotations

import html
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blameless_lint.text.document import Document
from blameless_lint.text.reader import read
from blameless_lint.text.sentences import split
from blameless_lint.text.source import Source, Span

SHARED = Path(__file__).parents[2] / "shared"
PATHS = st.sampled_from(["a.md", "a.txt"])
PIECES = st.sampled_from(
    [
        "Dana forgot the key.", "a", " ", "  ", "\t", "\n", "\n\n", "\r\n", "\r", "\0", "\ufeff", "🚒", "é",
        "\u2028", "- ", "* ", "1. ", "- [ ] ", "> ", ">", "# ", "## Timeline", "===", "---", "```", "~~~",
        "    ", "|", "| a | b |\n|---|---|\n", "\\|", "**", "*", "_", "__", "~~", "`", "``", "[", "]", "](",
        ")", "](http://x.org)", "![", "[^1]", "[^1]: ", "[a]: http://b\n", "<", ">", "<b>", "</b>", "<br>",
        "<!-- ", " -->", "<details>", "<td>", "<p>", "<%= x %>", "<Foo a={b} />", "&amp;", "&#x41;", "&nbsp;",
        "&", "\\", "\\*", "https://x.org/a_(b)", "www.x.org", "10:04 ana: hi?", "<ana> hi", "Impact:", "...",
        "!", "?", "e.g. ", "From: a\nTo: b\n", "ROOT CAUSE\n", "+++\n", "{: .x }", "import a from 'b'\n", "(",
        "“", "”",
    ]
)  # fmt: skip
SOUP = st.lists(PIECES | st.text(max_size=4), max_size=40).map("".join)
TAGS = re.compile(r"(?:</?[a-zA-Z][^>]*>\s*)+")
WORDS = st.lists(st.sampled_from(["pod", "key", "Dana", "forgot", "🚒", "über"]), min_size=1, max_size=8).map(" ".join)


def is_from(character: str, origin: str) -> bool:
    """Return whether a character of a block may stand for a range of the source."""
    return (
        character == origin
        or (character == "\ufffd" and (origin == "\0" or origin.startswith("&#")))
        or (origin.startswith("\\") and origin[1:] == character)
        or (origin.startswith("&") and character in html.unescape(origin))
        or (character in " \n" and (not origin.strip() or TAGS.fullmatch(origin) is not None))
    )  # fmt: skip


def check(document: Document) -> None:
    source = document.source.text
    for block in document.blocks:
        assert len(block.text) == len(block.starts) == len(block.ends) > 0
        assert block.text == block.text.strip()
        assert all(a <= b for a, b in pairwise(block.starts))
        for character, start, end in zip(block.text, block.starts, block.ends, strict=True):
            assert 0 <= start < end <= len(source)
            assert is_from(character, source[start:end]), (character, source[start:end])
        for span in block.opaque:
            assert 0 <= span.start < span.end <= len(block.text)
        assert all(a.end <= b.start for a, b in pairwise(block.opaque))
        assert block.speaker is None or 0 <= block.speaker.start < block.speaker.end <= len(block.text)
    assert [sentence.index for sentence in document.sentences] == list(range(len(document.sentences)))
    for sentence in document.sentences:
        assert sentence.text == sentence.text.strip() != ""
        assert "\n" not in sentence.text
        assert 0 <= sentence.span.start < sentence.span.end <= len(source)
    for comment in document.comments:
        assert source[comment.span.start : comment.span.end].startswith("<!--")


@settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PATHS, SOUP)
def test_every_character_is_from_the_source(path: str, text: str) -> None:
    check(read(Source(path, text)))


@settings(max_examples=150, deadline=None)
@given(PATHS, SOUP)
def test_line_and_column_lead_back_to_the_offset(path: str, text: str) -> None:
    source = Source(path, text)
    for offset in range(len(text) + 1):
        position = source.position(offset)
        assert source.line_starts[position.line - 1] + position.column - 1 == offset
    assert "".join(source.line(n + 1) for n in range(len(source.line_starts))) == re.sub(r"[\r\n]", "", text)


@settings(max_examples=150, deadline=None)
@given(SOUP, st.lists(st.tuples(st.integers(0, 80), st.integers(1, 9)), max_size=3))
def test_sentences_cover_the_text_and_leave_code_whole(text: str, codes: list[tuple[int, int]]) -> None:
    opaque, last = [], 0
    for start, size in sorted(codes):
        if last <= start and start + size <= len(text):
            opaque.append(Span(start, start + size))
            last = start + size
    spans = split(text, opaque=opaque)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    gaps = zip([0, *(span.end for span in spans)], [*(span.start for span in spans), len(text)], strict=True)
    assert all(not text[start:end].strip() for start, end in gaps)
    assert not any(
        code.start < span.start < code.end and text[code.start : span.start].strip()
        for code in opaque
        for span in spans
    )


@settings(max_examples=150, deadline=None)
@given(WORDS, WORDS, st.sampled_from(["**", "*", "~~", "__"]))
def test_emphasis_only_shifts(before: str, inside: str, mark: str) -> None:
    plain = read(Source("a.md", f"{before} {inside} end"))
    marked = read(Source("a.md", f"{before} {mark}{inside}{mark} end"))
    assert [block.text for block in plain.blocks] == [block.text for block in marked.blocks]
    start = len(before) + 1
    block = marked.blocks[0]
    assert block.starts[start] == start + len(mark)
    assert block.starts[-1] == start + len(inside) + 2 * len(mark) + len(" en")


@settings(max_examples=150, deadline=None)
@given(PATHS, SOUP.filter(lambda text: "\r" not in text))
def test_line_endings_only_shift(path: str, text: str) -> None:
    windows = text.replace("\n", "\r\n")
    one, two = read(Source(path, text)), read(Source(path, windows))
    assert [block.text for block in one.blocks] == [block.text for block in two.blocks]
    for block, other in zip(one.blocks, two.blocks, strict=True):
        assert [start + text.count("\n", 0, start) for start in block.starts] == list(other.starts)


@settings(max_examples=150, deadline=None)
@given(SOUP.filter(lambda text: not text.startswith(("---", "+++"))))
def test_front_matter_only_shifts(text: str) -> None:
    front = "---\ntitle: Dana forgot it\n---\n"
    one, two = read(Source("a.md", text)), read(Source("a.md", front + text))
    assert two.front_matter == front
    assert [block.text for block in one.blocks] == [block.text for block in two.blocks]
    for block, other in zip(one.blocks, two.blocks, strict=True):
        assert [start + len(front) for start in block.starts] == list(other.starts)


@pytest.mark.parametrize("folder", ["gold/dev/docs", "real-train/docs", "../main/examples"])
def test_real_documents_are_read(folder: str) -> None:
    if not (SHARED / folder).is_dir():
        pytest.skip(f"{folder} is not here")
    for path in sorted((SHARED / folder).iterdir()):
        check(read(Source(path.name, path.read_bytes().decode("utf-8"))))
