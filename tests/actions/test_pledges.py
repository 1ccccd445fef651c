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


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("It was agreed that Odile would polish the bell before the feast.", "Odile"),
        ("The choir asks that the caretaker repair the hinges.", "the caretaker"),
        ("We asked the glazing department to seal the rose window.", "the glazing department"),
        ("I’d like Odile to store the wax in the crypt.", "Odile"),
        ("I have asked Odile for a list of all keys.", "Odile"),
        ("Care of the key cabinet moves to the vestry team.", "the vestry team"),
        ("A new list of keys is now Odile’s job.", "Odile"),
        ("Action on the vestry team: count the candles twice.", "the vestry team"),
        ("Odile moves the wax out of the sun.", "Odile"),
        ("For now, the vestry team checks the crypt by hand.", "the vestry team"),
        ("Next, Odile looks into the draught behind the organ.", "Odile"),
        ("@odile, could you label the keys before the feast?", "@odile"),
        ("Odile: could you label the keys?", "Odile"),
        ("Two locks on the crypt - @odile, once the smith is back.", "@odile"),
        ("6.2 The caretaker should label the candles.", "The caretaker"),
        ("We’d want the glazing department to label the panes.", "the glazing department"),
        ("There is agreement that the bell founder replaces the clapper by May.", "the bell founder"),
        ("Odile is on the hook for the list of keys.", "Odile"),
        ("Odile said she would label the keys.", "Odile"),
        ("A list of the keys is the job of Odile.", "Odile"),
        ("The vestry team accepted the task of labelling the keys.", "The vestry team"),
        ("The rota will be shown to the ringers by the tower captain during the feast.", "the tower captain"),
        ("Please, Odile, label the keys today.", "Odile"),
        ("We expect the bell founder to deliver the clapper.", "the bell founder"),
        ("Assigned to Odile: store the wax in the crypt.", "Odile"),
        ("It falls to the caretaker to store the wax.", "the caretaker"),
        ("IT has been tasked with writing a list of keys.", "IT"),
        ("A list of all keys is on Odile’s list for next week.", "Odile"),
        ("Odile and Piet take turns to watch the candles.", "Odile and Piet"),
        ("The vestry team now checks each candle.", "The vestry team"),
        ("Work on the hinges has started (ORG-7, Odile) and is planned for May.", "Odile"),
        ("The bell is rung by hand; Odile writes the rota.", "Odile"),
        ("The vestry team is to be told to count the candles.", "The vestry team"),
    ],
)
def test_who_was_asked_or_said_to_do_something_is_the_owner(text: str, owner: str) -> None:
    (found,) = items(f"# Action items\n\n{text}\n")

    assert found.owner == owner


@pytest.mark.parametrize(
    "text",
    [
        "It was agreed that the wax would melt again in July.",
        "Is the crypt dry?",
        "The bell rings each hour, and nobody minds it.",
        "The keys were handed to Odile.",
        "The vestry team accepted the tower in 2017.",
    ],
)
def test_what_names_nobody_who_does_anything_is_no_task(text: str) -> None:
    assert [found.owner for found in items(f"# Action items\n\n{text}\n") if found.owner] == []


def test_a_list_below_as_agreed_holds_tasks() -> None:
    found = items("Dear all,\n\nthank you for coming. As agreed:\n\n1. Odile repairs the hinges\n2. Label the keys\n")

    assert [item.owner for item in found] == ["Odile", None]


def test_columns_for_who_and_when_go_by_many_names() -> None:
    table = "| Measure | Function in charge | Latest |\n|---|---|---|\n| Oil the hinges | Vestry | before the feast |\n"
    (found,) = items(f"# Action items\n\n{table}")

    assert (found.owner, found.due) == ("Vestry", "before the feast")


def test_a_letter_for_the_priority_is_no_owner() -> None:
    table = "| | | | |\n|---|---|---|---|\n| H | Oil the hinges of the crypt | Odile | May 2023 |\n"
    (found,) = items(f"# Action items\n\n{table}")

    assert found.owner == "Odile"


def test_a_field_before_its_task_in_running_text_goes_with_it() -> None:
    (found,) = items("# Action items\n\nOwner: Odile. Move the wax to the crypt, Q3.\n")

    assert (found.owner, found.due) == ("Odile", "Q3")


@pytest.mark.parametrize(
    ("cell", "due"), [("v3.2", "v3.2"), ("when the roof is dry", None), ("after ORG-7", None), ("May", "May")]
)
def test_a_cell_for_the_deadline_holds_one_or_none(cell: str, due: str | None) -> None:
    table = f"| Action | Owner | Due |\n|---|---|---|\n| Repair the hinges | Odile | {cell} |\n"
    (found,) = items(f"# Action items\n\n{table}")

    assert found.due == due


def test_a_supplier_goes_by_its_trade_and_name() -> None:
    (found,) = items("# Action items\n\n- Repair the hinges of the crypt - supplier Norvik - within 4 weeks\n")

    assert found.owner == "supplier Norvik"


def test_a_deadline_behind_a_unit_is_no_part_of_its_name() -> None:
    (found,) = items("# Action items\n\n- List all keys. Architecture, by Q4 planning.\n")

    assert found.owner == "Architecture"
