"""Short lines that head a list of tasks in a text without headings."""

from __future__ import annotations

import pytest

from blameless_lint.actions.doors import action_items
from blameless_lint.actions.titles import names_tasks
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source


def tasks(text: str) -> list[str]:
    return [text[item.span.start : item.span.end] for item in action_items(read(Source("a.md", text)))]


@pytest.mark.parametrize(
    "line",
    [
        "Measures",
        "4. Agreed",
        "Recommendations.",
        "What we will do",
        "Next steps:",
        "So, what now?",
        "We'll do",
        "Who does what –",
        "ACTION LIST (second draft)",
        "Resolved / to do",
    ],
)
def test_a_line_by_itself_can_name_a_list_of_tasks(line: str) -> None:
    assert names_tasks(line)


@pytest.mark.parametrize(
    "line",
    [
        "No action was needed.",
        "We will see.",
        "Requests timed out",
        "What we will do?",
        "What we do not know",
        "Who did what",
        "Resolved",
        "",
    ],
)
def test_a_sentence_names_none(line: str) -> None:
    assert not names_tasks(line)


def test_what_stands_below_such_a_line_is_a_task() -> None:
    text = "The oven was cold.\n\nMeasures\n\nBuy a spare fuse for the west oven and test it.\n"

    assert tasks(text) == ["Buy a spare fuse for the west oven and test it."]


def test_a_sentence_among_the_tasks_does_not_end_them() -> None:
    text = (
        "The oven was cold.\n\nAgreed\n\nBuy a spare fuse.\n\nTom writes the page.\n\nTest the west oven on Monday.\n"
    )

    assert tasks(text) == ["Buy a spare fuse.", "Tom writes the page.", "Test the west oven on Monday."]


def test_the_next_numbered_title_ends_them() -> None:
    text = "1. Facts\n\nThe oven was cold.\n\n2. Agreed\n\nBuy a spare fuse.\n\n3. Thanks\n\nBuy the baker a cake.\n"

    assert tasks(text) == ["Buy a spare fuse."]


def test_lines_without_marks_below_such_a_title_are_tasks_where_they_say_who_or_tell_nothing() -> None:
    text = (
        "The lift stood for an hour.\n\nWhat now\n\n"
        "[Ines] spare rope in the cellar, by Friday\n\n"
        "a card with the number of the duty desk at every floor\n\n"
        "A photo of the stairs at night stays in the hall.\n\n"
        "The lift was quiet on Sunday.\n"
    )

    assert tasks(text) == [
        "[Ines] spare rope in the cellar, by Friday",
        "a card with the number of the duty desk at every floor",
    ]
