"""Places in a text are counted as editors count them."""

from __future__ import annotations

from blameless_lint.text.source import Position, Source, Span


def test_lines_end_as_editors_end_them() -> None:
    source = Source("a.md", "one\r\ntwo\rthree\nfour\x0b\u2028five\n")
    assert [source.line(number) for number in range(1, 6)] == ["one", "two", "three", "four\x0b\u2028five", ""]
    assert source.position(5) == Position(2, 1, 5)
    assert source.position(len(source.text)) == Position(5, 1, len(source.text))


def test_columns_count_code_points() -> None:
    assert Source("a.md", "🚒🚒 x").position(3).column == 4


def test_excerpts_and_spans() -> None:
    assert Source("a.md", "one two").excerpt(Span(4, 7)) == "two"
    assert len(Span(4, 7)) == 3
    assert Span(0, 4).overlaps(Span(3, 5))
    assert not Span(0, 4).overlaps(Span(4, 5))
    assert Span(0, 4).contains(Span(1, 4))


def test_an_empty_text_has_one_line() -> None:
    assert Source("a.md", "").line_starts == [0]
