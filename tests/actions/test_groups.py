"""Fields that stand above a list or in lines of a form, and tables that say nothing but who does what."""

from __future__ import annotations

import pytest

from blameless_lint.actions.items import find
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source


def _fields(text: str) -> list[tuple[str, str | None, str | None]]:
    items = find(read(Source("review.md", text)))
    return [(item.task_text, item.owner, item.due) for item in items]


@pytest.mark.parametrize(
    ("label", "owner"),
    [
        ("**Payments squad**", "Payments squad"),
        ("Actions for the data team:", "the data team"),
        ("### Customer support (Oyinda)", "Customer support (Oyinda)"),
        ("Ana will:", "Ana"),
        ("For the network group (lead P. Osei):", "the network group (lead P. Osei)"),
        ("It is recommended that Ferris Bay Ferries:", "Ferris Bay Ferries"),
        ("The harbour authority is recommended to:", "The harbour authority"),
        ("It is recommended that the valves:", None),
        ("**Quick wins**", None),
        ("### Wishes of the pilot", None),
        ("**Database**", None),
    ],
)
def test_a_label_says_whose_the_tasks_below_it_are(label: str, owner: str | None) -> None:
    found = _fields(f"# Action items\n\n{label}\n\n- Add an alert on the queue\n- Replace the old disk, Marek\n")
    assert found == [("Add an alert on the queue", owner, None), ("Replace the old disk, Marek", "Marek", None)]


def test_an_item_heads_the_items_below_it_and_is_no_task() -> None:
    found = _fields("# Action items\n\n- **Ad ops**\n  - reject loud masters\n- **Legal team**\n  - the contract\n")
    assert found == [("reject loud masters", "Ad ops", None), ("the contract", "Legal team", None)]


@pytest.mark.parametrize(
    ("label", "due"),
    [
        ("By 12 May:", "12 May"),
        ("### This week", "This week"),
        ("### Improvements (due 14 June)", "14 June"),
        ("### Things we saw in May", None),
    ],
)
def test_a_label_says_by_when_the_tasks_below_it_are_due(label: str, due: str | None) -> None:
    found = _fields(f"# Action items\n\n{label}\n\n- Add an alert on the queue\n- Replace the disk by 3 May\n")
    assert [each[2] for each in found] == [due, "3 May"]


def test_lines_of_a_form_are_the_fields_of_a_task() -> None:
    text = (
        "# Follow-up\n\nMeasure: Second switch in the sump, wired\nto the other card\n"
        "Who does it: Electrical (B. Njoroge)\n"
        "Effective from: 1 July\n\nOwner: Hilde\nTask: reprint page 12\nFinished by: the spring tide\n"
    )
    assert _fields(text) == [
        ("Second switch in the sump, wired to the other card", "Electrical (B. Njoroge)", "1 July"),
        ("reprint page 12", "Hilde", "the spring tide"),
    ]


def test_lines_that_tell_what_happened_are_no_form() -> None:
    text = "# Short report\n\nWhat: keys lost\nWhen: 14 September\nWho was affected: all teams that deploy\n"
    assert _fields(text) == []


def test_a_table_of_two_columns_lists_tasks_where_most_cells_tell_what_to_do() -> None:
    rows = "| Kaz | ask the door firm |\n| front desk | try the door first |\n"
    assert [each[1] for each in _fields(f"# Whiteboard\n\n| who | thing |\n|---|---|\n{rows}")] == ["Kaz", "front desk"]
    rows = "| Kaz | saw the door open |\n| Mo | incident commander |\n"
    assert _fields(f"# Whiteboard\n\n| who | thing |\n|---|---|\n{rows}") == []


def test_a_list_under_no_title_is_one_of_tasks_where_its_items_are() -> None:
    text = (
        "# Mail\n\nSome of it has a name.\n\n- Alert at 80 % (Marek, end of May)\n- Write down how to purge the cache\n"
    )
    assert _fields(text) == [
        ("Alert at 80 % (Marek, end of May)", "Marek", "end of May"),
        ("Write down how to purge the cache", None, None),
    ]


@pytest.mark.parametrize(
    "items",
    [
        "- Authors: Marek, Oyinda\n- Date: 2024-05-03\n- Check the dashboard for more\n",
        "- The cache was purged by hand (Marek)\n- Marek called the vendor on 3 May\n",
        "- Write to the support address\n- Check the status page\n",
    ],
)
def test_other_lists_are_none_of_tasks(items: str) -> None:
    assert _fields(f"# Mail\n\nSome words.\n\n{items}") == []


def test_a_line_that_begins_with_an_arrow_is_a_task() -> None:
    text = "# Thread\n\nThe save was newer.\n\n→ Marek: check the version on load\n\n→ it worked\n"
    assert _fields(text) == [("Marek: check the version on load", "Marek", None)]


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("The insurer will be asked by Solfrid whether this is covered.", "Solfrid"),
        ("A second line to the depot is to be laid by Fibre Networks.", "Fibre Networks"),
        ("Facilities is swapping the dead readers, ten a night.", "Facilities"),
        ("Marek has put his hand up for the correction page.", "Marek"),
    ],
)
def test_sentences_among_tasks_say_who_acts(sentence: str, owner: str) -> None:
    assert _fields(f"# Action items\n\n{sentence}\n") == [(sentence, owner, None)]


@pytest.mark.parametrize("sentence", ["The page was seen by Marek.", "The fault was caused by Fibre Networks."])
def test_a_passive_that_looks_back_is_no_task(sentence: str) -> None:
    assert _fields(f"# Action items\n\n{sentence}\n") == []


@pytest.mark.parametrize("due", ["05JUL", "10:00 Monday at the latest", "Friday 17:00", "WW43"])
def test_short_forms_of_days_are_due_dates(due: str) -> None:
    assert _fields(f"# Action items\n\n- Replace the old disk, Marek, {due}\n")[0][2] == due


def test_columns_are_known_by_what_they_hold_where_their_titles_are_foreign() -> None:
    rows = "| Seal on door 4 | Marek | 27 October |\n| One page on tills | Oyinda (sales) | 3 May |\n"
    text = (
        f"# Action items\n\n| Quoi | Qui | Pour quand |\n|---|---|---|\n{rows}| Clear notices | all departments | |\n"
    )
    found = [each[1:] for each in _fields(text)]
    assert found == [("Marek", "27 October"), ("Oyinda (sales)", "3 May"), (None, None)]


def test_a_column_of_days_that_were_is_none_of_deadlines() -> None:
    text = "# Action items\n\n| Task | Reported |\n|---|---|\n| Fix the pump | 3 May |\n| Replace the seal | 4 May |\n"
    assert [each[2] for each in _fields(text)] == [None, None]


def test_what_was_not_agreed_is_no_task() -> None:
    text = "Minutes\n\n2 Agreed\n- Marek adds a check\n\n3 Not agreed\n- Second operator at night\n"
    assert _fields(text) == [("Marek adds a check", "Marek", None)]


def test_somebody_who_looks_into_what_was_takes_a_task_on() -> None:
    text = "Marek looks into why the connections were never closed"
    assert _fields(f"# Action items\n\n- {text}\n- The old connections were never closed by anyone\n")[0][:2] == (
        text,
        "Marek",
    )
