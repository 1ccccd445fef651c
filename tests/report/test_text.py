"""The report that people read: marks below the words, long lines windowed, nothing that a terminal would obey."""

from __future__ import annotations

import pytest

from blameless_lint.lint.finding import (
    FileReport,
    Finding,
    Place,
    Report,
    SuggestionEntry,
    Tool,
    read_report,
    summarise,
)
from blameless_lint.lint.remark import Remark
from blameless_lint.report import json
from blameless_lint.report.excerpt import COLUMNS
from blameless_lint.report.text import remark, render, summary
from blameless_lint.report.width import width
from blameless_lint.text.source import Source


def finding(source: Source, excerpt: str, **changes: object) -> Finding:
    start = source.text.index(excerpt)
    places = [source.position(offset) for offset in (start, start + len(excerpt))]
    values = {
        "rule": "omission-by-person",
        "family": "wording",
        "category": "omission",
        "severity": "error",
        "confidence": 0.9,
        "message": "“Dana” is the subject of “forgot”.",
        "excerpt": excerpt,
        "start": Place(line=places[0].line, column=places[0].column, offset=places[0].offset),
        "end": Place(line=places[1].line, column=places[1].column, offset=places[1].offset),
        "suggestions": (SuggestionEntry(text="What would have prompted it?", applicability="question"),),
    }
    return Finding(**{**values, **changes})


def report(text: str, excerpt: str, path: str = "x.md", **changes: object) -> Report:
    source = Source(path, text)
    file = FileReport(path=path, words=1, findings=(finding(source, excerpt, **changes),), text=text)
    return Report(tool=Tool(name="blameless-lint", version="1"), files=(file,), summary=summarise((file,)))


def lines(text: str, excerpt: str) -> list[str]:
    return render(report(text, excerpt)).splitlines()


def test_a_finding_is_a_place_a_line_a_mark_a_reason_and_a_question() -> None:
    assert render(report("One.\nSo Dana forgot it.\n", "Dana forgot it")) == (
        "x.md:2:4: error omission-by-person\n"
        "2 | So Dana forgot it.\n"
        "  |    ^^^^^^^^^^^^^^\n"
        "  | “Dana” is the subject of “forgot”.\n"
        "  | ask: What would have prompted it?\n"
        "\n"
        "1 error in 1 file (1 file checked)\n"
    )


def test_a_rewrite_is_called_instead() -> None:
    rewrite = (SuggestionEntry(text="It was not done.", applicability="suggested"),)
    assert "  | instead: It was not done.\n" in render(report("Dana forgot.", "Dana forgot", suggestions=rewrite))


@pytest.mark.parametrize(
    ("text", "excerpt", "indent", "marks"),
    [
        ("漢字 Dana forgot.", "Dana", 5, 4),
        ("Dana 漢字 forgot.", "漢字", 5, 4),
        ("e\u0301te\u0301 Dana forgot.", "Dana", 4, 4),
        ("👩\u200d🔧 Dana forgot.", "Dana", 5, 4),
        ("\tDana forgot.", "Dana", 4, 4),
    ],
)
def test_marks_stand_below_wide_and_combining_characters(text: str, excerpt: str, indent: int, marks: int) -> None:
    assert lines(text, excerpt)[2] == f"  | {' ' * indent}{'^' * marks}"


@pytest.mark.parametrize("before", ["", "word " * 400, "x" * 5_000])
@pytest.mark.parametrize("after", ["", " word" * 400, "x" * 5_000])
def test_a_long_line_is_windowed_around_the_span(before: str, after: str) -> None:
    shown, marks = lines(f"{before}Dana forgot it{after}", "Dana forgot it")[1:3]
    assert width(shown) <= COLUMNS + 10
    assert shown[marks.index("^") : marks.rindex("^") + 1] == "Dana forgot it"
    assert ("…" in shown) == bool(before or after)


def test_a_span_over_lines_is_marked_on_each() -> None:
    assert lines("Dana\nforgot\nit.\n", "Dana\nforgot\nit")[1:7] == [
        "1 | Dana",
        "  | ^^^^",
        "2 | forgot",
        "  | ^^^^^^",
        "3 | it.",
        "  | ^^",
    ]


def test_what_a_terminal_would_obey_is_not_printed() -> None:
    shown = render(report("Dana\x1b[31m forgot\u202e it\x07.", "forgot", path="a\x1b]0;b.md"))
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)


def test_colour_changes_nothing_but_colour() -> None:
    import re

    made = report("So Dana forgot it.", "Dana forgot it")
    coloured = render(made, colour=True)
    assert "\x1b[1;31merror\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == render(made)


def test_the_summary_counts() -> None:
    source = Source("a.md", "Dana forgot. Lee forgot.")
    findings = [finding(source, name, severity=level) for name, level in (("Dana", "error"), ("Lee", "warning"))]
    files = (
        FileReport(path="a.md", words=4, findings=(*findings, findings[0]), suppressed=2),
        FileReport(path="b.md", words=4),
    )
    made = Report(
        tool=Tool(name="t", version="1"),
        files=files,
        summary=summarise(files),
        problems=(Remark(path="c.md", message="is binary"),),
    )
    assert summary(made) == (
        "2 errors, 1 warning in 1 file (2 files checked, 2 suppressed, 1 path could not be checked)"
    )


def test_a_report_read_back_from_json_can_be_shown_without_its_source() -> None:
    made = report("So Dana forgot it.", "Dana forgot it")
    again = read_report(json.render(made))
    assert render(again).startswith("x.md:1:4: error omission-by-person\n  | “Dana” is the subject")


def test_a_remark_has_its_hint_below() -> None:
    said = remark(Remark(path="a.md", message="is binary", hint="check text files only"), "error")
    assert said == "a.md: error: is binary\n   = help: check text files only"
