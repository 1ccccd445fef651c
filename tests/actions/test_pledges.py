"""Tasks that are told of somebody: asked for, promised, taken over, or simply due; and who does them by when."""

from __future__ import annotations

import pytest

from blameless_lint.actions.item import ActionItem
from blameless_lint.actions.items import find
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source


def items(text: str) -> tuple[ActionItem, ...]:
    return find(read(Source("a.md", text)))


@pytest.mark.parametrize(
    ("text", "owner", "due"),
    [
        (
            "The bakery team is asked to move the yeast to the cellar; this is tracked as BAK-12.",
            "The bakery team",
            None,
        ),
        ("Laundry have been asked by the matron to label the two hatches.", "Laundry", None),
        ("Odile promised to swap the lamp by 3 May.", "Odile", "3 May"),
        (
            "The organ builder team has accepted to tune the reeds by 2 June.",
            "The organ builder team",
            "2 June",
        ),
        ("The new cable goes in by Friday.", None, "Friday"),
    ],
)
def test_a_sentence_among_actions_that_tells_who_will_do_what_is_one(
    text: str, owner: str | None, due: str | None
) -> None:
    (found,) = items(f"# Action items\n\n{text}\n")

    assert found.owner == owner or (owner is not None and found.owner == owner.removeprefix("The "))
    assert (found.due or "").removeprefix("by ") == (due or "")


@pytest.mark.parametrize(
    "text",
    [
        "The porters were in the yard by Friday.",
        "The vote was moved by noon, and nobody had been told.",
        "Odile had promised a lamp.",
    ],
)
def test_what_was_so_is_no_task(text: str) -> None:
    assert items(f"# Action items\n\n{text}\n") == ()


@pytest.mark.parametrize("place", ["Timeline", "Root cause"])
def test_a_promise_elsewhere_is_no_task(place: str) -> None:
    assert items(f"# {place}\n\nOdile promised to swap the lamp.\n") == ()


def test_a_long_heading_among_actions_is_a_task_though_its_words_name_another_section() -> None:
    (found,) = items("# Action items\n\n## Move both looms to the repaired frame (WEA-31, Weaving, week 14)\n")

    assert found.ticket == "WEA-31"


def test_a_heading_among_actions_that_ends_with_a_field_is_a_task() -> None:
    (found,) = items("# Action items\n\n## Yarn store away from the boiler (project lead: Odile)\n")

    assert found.owner == "Odile"


def test_the_cell_that_is_left_over_in_a_table_without_a_header_names_who_does_it() -> None:
    table = "| | | | |\n|---|---|---|---|\n| WEA-31 | Oil both looms before each run | Bobbins | 25 Apr |\n"
    (found,) = items(f"# Action items\n\n{table}")

    assert (found.owner, found.ticket) == ("Bobbins", "WEA-31")


def test_cells_of_names_and_dates_keep_what_counts() -> None:
    row = "| Oil both looms | Odile, with the bobbin maker | round 7, 25 April |"
    rows = f"| Recommendation | For | By |\n|---|---|---|\n{row}\n"
    (found,) = items(f"# Action items\n\n{rows}")

    assert (found.owner, found.due) == ("Odile", "25 April")
