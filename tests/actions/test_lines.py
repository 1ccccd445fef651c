"""Lists that are only lines of a paragraph, and headings that sort the tasks below that of the tasks."""

from __future__ import annotations

import pytest

from blameless_lint.actions.item import ActionItem
from blameless_lint.actions.items import find
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source


def items(text: str) -> tuple[ActionItem, ...]:
    return find(read(Source("a.md", text)))


@pytest.mark.parametrize("marks", ["••", "––", "a) b)", "(1) (2)", "A1. A2.", "i) ii)"])
def test_lines_with_marks_are_items_of_their_own(marks: str) -> None:
    first, second = marks.split() if " " in marks else list(marks)
    text = f"# Action items\n\n{first} Label the keys (Odile, May)\n{second} Store the wax in the crypt (Piet)\n"
    found = items(text)

    assert [(item.owner, item.due) for item in found] == [("Odile", "May"), ("Piet", None)]
    assert [text[item.span.start : item.span.end] for item in found] == [
        "Label the keys (Odile, May)",
        "Store the wax in the crypt (Piet)",
    ]


def test_a_line_without_a_mark_goes_on_with_the_item_above() -> None:
    found = items("# Action items\n\nWe agreed:\n• Label the keys\n  of the crypt (Odile)\n• Store the wax (Piet)\n")

    assert [item.owner for item in found] == ["Odile", "Piet"]


@pytest.mark.parametrize(
    "text", ["Label the keys a) of the crypt and b) of the tower (Odile).", "• Label the keys (Odile)"]
)
def test_marks_within_a_line_and_a_single_line_make_no_list(text: str) -> None:
    (found,) = items(f"# Action items\n\n{text}\n")

    assert found.owner == "Odile"


@pytest.mark.parametrize("head", ["### Detect", "**Detection**", "**Faster response**\n"])
def test_a_heading_that_sorts_the_tasks_leaves_them_tasks(head: str) -> None:
    found = items(
        f"## Action plan\n\n**Prevent**\n\n- Label the keys (Odile)\n\n{head}\n- A bell on the crypt door (Piet)\n"
    )

    assert [item.owner for item in found] == ["Odile", "Piet"]


def test_a_section_of_a_whole_report_on_actions_is_none_of_tasks() -> None:
    text = "# Corrective action report\n\n## Detection\n\n- A verger (Piet) saw the smoke\n"

    assert items(text) == ()


def test_a_sentence_that_speaks_on_gives_the_deadline() -> None:
    (found,) = items("# Action items\n\nOdile adds a list of keys. She hopes to have it ready by 3 May.\n")

    assert (found.owner, found.due) == ("Odile", "3 May")


def test_a_column_for_who_acts_may_be_called_action_by() -> None:
    table = "| No | Description | Action by | Due |\n|---|---|---|---|\n| 1 | Fit a bell | Verger Workshop | May |\n"
    (found,) = items(f"# Action items\n\n{table}")

    assert (found.owner, found.due) == ("Verger Workshop", "May")
