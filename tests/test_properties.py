"""What holds for the findings of every document, however its sentences are put together and marked up."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from blameless_lint.lint.config import Config
from blameless_lint.lint.finding import Finding
from blameless_lint.lint.linter import Linter

LINTER = Linter(Config(model="none", select=("wording",)))
SENTENCES = st.sampled_from(
    [
        "Dana forgot to rotate the key.",
        "The on-call engineer should have noticed the alert.",
        "This was caused by human error.",
        "Nobody bothered to check the backup.",
        "The vendor carelessly rebooted the switch. 🚒",
        "Operators must be more careful.",
        "The pod restarted at 10:04.",
        "The job failed to start.",
        "The queue – über 40 000 entries – filled up.",
        "We had no alert on its depth.",
    ]
)
MARKS = st.sampled_from(
    ["{}\n\n", "- {}\n", "> {}\n\n", "## {}\n\n", "| a | {} |\n|---|---|\n\n", "1. {}\n\n", "{} <!-- x -->\n\n"]
)
DOCUMENTS = st.lists(st.tuples(MARKS, SENTENCES), min_size=1, max_size=8).map(
    lambda parts: "".join(mark.format(sentence) for mark, sentence in parts)
)
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=6).map("\n\n".join)


def findings(text: str) -> tuple[Finding, ...]:
    return LINTER.lint(text, path="text.md").findings


def told(found: tuple[Finding, ...]) -> Counter[tuple[str, str, str]]:
    """Return what is found without its places."""
    return Counter((finding.rule, finding.severity, " ".join(finding.excerpt.split())) for finding in found)


@settings(max_examples=60, deadline=None)
@given(DOCUMENTS)
def test_a_finding_stands_where_it_says(text: str) -> None:
    lines = text.splitlines(keepends=True)
    last = 0
    for finding in findings(text):
        start, end = finding.start, finding.end
        assert 0 <= start.offset < end.offset <= len(text)
        assert text[start.offset : end.offset] == finding.excerpt
        assert start.offset >= last, "two findings on the same words"
        last = end.offset
        for place in (start, end):
            assert sum(map(len, lines[: place.line - 1])) + place.column - 1 == place.offset


@settings(max_examples=40, deadline=None)
@given(PARAGRAPHS)
def test_line_ends_only_shift_findings(text: str) -> None:
    plain, windows = findings(text), findings(text.replace("\n", "\r\n"))
    assert [(f.rule, f.severity, f.start.line, f.start.column) for f in plain] == [
        (f.rule, f.severity, f.start.line, f.start.column) for f in windows
    ]


@settings(max_examples=40, deadline=None)
@given(PARAGRAPHS)
def test_front_matter_only_shifts_findings(text: str) -> None:
    head = "---\ntitle: A review\n---\n\n"
    assert [(f.rule, f.excerpt, f.start.offset + len(head)) for f in findings(text)] == [
        (f.rule, f.excerpt, f.start.offset) for f in findings(head + text)
    ]


@settings(max_examples=40, deadline=None)
@given(PARAGRAPHS, PARAGRAPHS)
def test_joined_documents_give_joined_findings(one: str, other: str) -> None:
    assert told(findings(f"{one}\n\n{other}")) == told(findings(one)) + told(findings(other))


@settings(max_examples=40, deadline=None)
@given(PARAGRAPHS)
def test_code_is_never_judged(text: str) -> None:
    assert findings("```\n" + text + "\n```\n") == ()
