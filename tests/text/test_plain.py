"""Plain text becomes paragraphs, items and headings as people lay them out."""

from __future__ import annotations

from blameless_lint.text.document import Document
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source


def document(text: str) -> Document:
    return read(Source("notes.txt", text))


def outline(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in document(text).blocks]


def test_wrapped_lines_join_and_indentation_is_not_code() -> None:
    text = "The pod was killed\r\nby the kernel.\r\n\r\n    It came back\r\n    after a minute.\r\n"
    assert outline(text) == [
        ("paragraph", "The pod was killed by the kernel."),
        ("paragraph", "It came back after a minute."),
    ]
    first = document(text).blocks[0]
    assert text[first.span.start : first.span.end] == "The pod was killed\r\nby the kernel."


def test_bullets_of_all_sorts() -> None:
    text = "- one\n  goes on\n• two\n* three\n   - four\n1. five\n2) six\n(3) seven\n- [x] eight\n"
    assert [text for _, text in outline(text)] == [
        "one goes on",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
    ]
    blocks = document(text).blocks
    assert [block.item.depth for block in blocks if block.item] == [0, 0, 0, 1, 0, 0, 0, 0]
    assert [block.item.ordered for block in blocks if block.item] == [False] * 4 + [True] * 3 + [False]
    assert blocks[-1].item is not None
    assert blocks[-1].item.checked is True


def test_headings() -> None:
    text = (
        "Checkout outage\n===============\n\nThe start.\n\nTIMELINE\n\na\n\nRoot cause:\nb\n\nAction items\n\n- c\n\n"
        "What went well\n--------------\n\nd\n\n1. LESSONS LEARNED\n\ne\n"
    )
    assert [(block.text, block.section.kind.value) for block in document(text).blocks if block.kind == "heading"] == [
        ("Checkout outage", "other"),
        ("TIMELINE", "timeline"),
        ("Root cause:", "causes"),
        ("Action items", "actions"),
        ("What went well", "lessons"),
        ("1. LESSONS LEARNED", "lessons"),
    ]


def test_mail_headers_are_no_prose_and_quotes_are_quoted() -> None:
    text = "From: Ana <ana@x.org>\nTo: ops@x.org\nSubject: Dana forgot it\n\nHello.\n\n> Dana forgot it.\n> Really.\n"
    blocks = document(text).blocks
    assert [(block.text, block.quoted) for block in blocks] == [("Hello.", False), ("Dana forgot it. Really.", True)]


def test_timeline_lines_stand_apart() -> None:
    text = "10:04 The alert fired.\n10:09 Priya rolled back the deploy, which\n      took a while.\n10:20 Over.\n"
    assert [text for _, text in outline(text)] == [
        "10:04 The alert fired.",
        "10:09 Priya rolled back the deploy, which took a while.",
        "10:20 Over.",
    ]


def test_tables_have_cells() -> None:
    cells = document("| When | What |\n|------|------|\n| 10:04 | The alert fired |\n").blocks
    assert [(block.text, block.cell.header, block.cell.row) for block in cells if block.cell] == [
        ("When", "When", 0),
        ("What", "What", 0),
        ("10:04", "When", 1),
        ("The alert fired", "What", 1),
    ]


def test_one_very_long_line() -> None:
    assert len(document("The pod restarted, again. " * 20_000).sentences) == 20_000
