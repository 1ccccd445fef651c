"""Headings of a wording of their own come near a kind by the words they share, or near none."""

from __future__ import annotations

import pytest

from blameless_lint.text.likeness import likely_kind
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("A silent alert", "detection"),
        ("Customers in the north", "impact"),
        ("Odd numbers", "impact"),
        ("From Operations, Tuesday 09:15", None),
        ("The harbour office", None),
        ("Answers", None),
    ],
)
def test_the_words_of_a_title(title: str, kind: str | None) -> None:
    assert likely_kind(title) == kind


def test_a_heading_within_a_named_section_belongs_to_it() -> None:
    text = "# Report of an outage\n\n## Causes\n\na\n\n### A silent alert\n\nb\n\n## A silent alert\n\nc\n"
    kinds = {block.text: block.section.kind for block in read(Source("a.md", text)).blocks}
    assert (kinds["b"], kinds["c"]) == ("causes", "detection")


def test_lines_that_begin_with_times_make_a_timeline() -> None:
    rows = "".join(f"- {hour}:10 step {hour}\n" for hour in (10, 11, 12))
    text = f"# Report of an outage\n\n## Zebras\n\n{rows}\n## Giraffes\n\n- 10:10 one\n- two\n- three\n"
    kinds = {block.text: block.section.kind for block in read(Source("a.md", text)).blocks}
    assert (kinds["10:10 step 10"], kinds["10:10 one"]) == ("timeline", "other")


def test_a_short_problem_is_the_summary_unless_another_is() -> None:
    for extra, kind in (("", "summary"), ("## Summary\n\nb\n\n", "causes")):
        document = read(Source("a.md", f"# Five whys\n\n{extra}## Problem\n\na\n"))
        assert next(block.section.kind for block in document.blocks if block.text == "a") == kind
