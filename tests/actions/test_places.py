"""Where tasks are expected: behind labels in running text, under wishes, in what somebody pledges."""

from __future__ import annotations

import pytest

from blameless_lint.actions.items import find
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source


def _tasks(text: str) -> list[str]:
    return [item.text for item in find(read(Source("a.md", text)))]


@pytest.mark.parametrize("label", ["Next:", "To do:", "Measures.", "Follow-ups –", "What we want."])
def test_a_label_makes_of_a_paragraph_a_list_of_tasks(label: str) -> None:
    text = f"# Flooded cellar\n\nThe pump stood still.\n\n{label} A float switch in the pit. Spare pump by 3 May.\n"
    assert [task.rstrip(".") for task in _tasks(text)][-1] == "Spare pump by 3 May"
    assert len(_tasks(text.replace(label, "Weather:"))) < len(_tasks(text))


@pytest.mark.parametrize("wish", ["What I would like to see:", "What should be done in my opinion?", "My suggestions:"])
def test_a_list_of_wishes_is_one_of_tasks(wish: str) -> None:
    assert _tasks(f"# Report\n\n{wish}\n\n- A rail along the ramp\n- A lamp at the gate\n") == [
        "A rail along the ramp",
        "A lamp at the gate",
    ]


def test_somebody_pledges_in_any_section() -> None:
    assert _tasks("# Report\n\nThe gate jammed. The vendor will send a stronger hinge.\n") == [
        "The vendor will send a stronger hinge."
    ]
    assert _tasks("# Report\n\nThe gate will jam in wet weather.\n") == []


def test_words_to_the_reader_are_no_task() -> None:
    assert _tasks("# Action items\n\nUpdate your client before you sign in.\n") == []


def test_what_a_thing_changes_is_told_and_not_planned() -> None:
    table = "| set | drop |\n| --- | --- |\n| test | 0.01 |\n"
    assert _tasks(f"# Model\n\nWhat rounding changes against the whole:\n\n{table}") == []
    assert _tasks("# Model\n\nWhat we are changing:\n\n- A rail along the ramp\n") == ["A rail along the ramp"]


def test_a_table_of_findings_with_a_column_of_follow_ups_lists_tasks() -> None:
    text = (
        "# Review\n\n| Topic | What we saw | Why | Follow up |\n|---|---|---|---|\n"
        "| Pump | No cap | Worn thread | New caps on all pumps, Workshop, before May |\n"
        "| Talks | Ten minutes | Fine | Keep |\n"
    )
    (found,) = find(read(Source("a.md", text)))
    assert (found.task_text, found.owner) == ("New caps on all pumps, Workshop, before May", "Workshop")


def test_a_list_whose_items_end_with_who_and_when_lists_tasks() -> None:
    text = (
        "# The regatta\n\nIt rained.\n\n1. Tags for the racks (Sue, 1 June)\n"
        "2. A card for each boat, by next Saturday (Tom)\n3. Second key in the box\n"
    )
    assert [one.owner for one in find(read(Source("a.md", text)))] == ["Sue", "Tom", None]


def test_a_list_of_who_was_there_is_none() -> None:
    assert not find(
        read(Source("a.md", "# The regatta\n\n- Race box (Sue, Tom)\n- Boat 4 (Ann)\n- Shore (Mike, Lee)\n"))
    )
