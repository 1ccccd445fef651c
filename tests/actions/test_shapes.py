"""Shapes in which fields are written: tables drawn with bars, deadlines that fill a piece, references of all sorts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blameless_lint.actions.item import ActionItem
from blameless_lint.actions.items import find
from blameless_lint.actions.moods import unhedged
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source


def items(text: str) -> tuple[ActionItem, ...]:
    return find(read(Source("a.md", text)))


def item(text: str) -> ActionItem:
    (found,) = items(f"# Action items\n\n{text}\n")
    return found


@pytest.mark.parametrize("header", ["| Action | Owner | Due | Issue |", "||Action||Owner||Due||Issue||"])
def test_a_table_without_a_line_of_dashes(header: str) -> None:
    text = f"# Action items\n\n{header}\n| Limit the retries | Dana | 2026-05-04 | #131 |\n| Move the volume | | | |\n"
    first, second = items(text)
    assert (first.task_text, first.owner, first.due, first.ticket) == (
        "Limit the retries",
        "Dana",
        "2026-05-04",
        "#131",
    )
    assert (second.task_text, second.owner, second.due) == ("Move the volume", None, None)
    assert first.owner_span is not None
    assert text[first.owner_span.start : first.owner_span.end] == "Dana"


def test_bars_in_running_text_are_no_table() -> None:
    assert [one.task_text for one in items("# Action items\n\nWe will pipe a | b | c.\n")] == [
        "We will pipe a | b | c."
    ]


@pytest.mark.parametrize(
    ("text", "due", "date"),
    [
        ("- Limit the retries (Dana, before phase 3)", "before phase 3", None),
        ("- Limit the retries – Dana, ahead of 8.13", "ahead of 8.13", None),
        ("- Limit the retries, Dana, two weeks ahead of the launch", "two weeks ahead of the launch", None),
        ("- Limit the retries (Dana, 10.0)", "10.0", None),
        ("- Limit the retries, Dana, launch day", "launch day", None),
        ("- Limit the retries, before the demo of 21 June 2026", "before the demo of 21 June 2026", "2026-06-21"),
        ("- Limit the retries before switching over", None, None),
        ("- A job that cannot start within two hours is dropped", None, None),
        ("- Move the volume, cut-over on Sat 24 July 2027", "Sat 24 July 2027", "2027-07-24"),
    ],
)
def test_deadlines(text: str, due: str | None, date: str | None) -> None:
    found = item(text)
    assert (found.due, found.due_date) == (due, date)


@pytest.mark.parametrize(
    ("text", "ticket"),
    [
        ("- Limit the retries [3264](https://git.example/a/b/issues/3264)", "3264"),
        ("- Limit the retries ([issue][limit])\n\n[limit]: https://git.example/a/b/issues/7", "[issue][limit]"),
        ("- Limit the retries. Ticket: CAPA-23/104", "CAPA-23/104"),
        ("- Limit the retries, QN 200123", "QN 200123"),
        ("- Limit the retries, LL-117-3", "LL-117-3"),
        ("- Limit the retries of engine #3", None),
        ("- Apply MS17-010", None),
    ],
)
def test_references(text: str, ticket: str | None) -> None:
    assert item(text).ticket == ticket


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("- Limit the retries, web team ticket OPS-12", "web team"),
        ("- Limit the retries. Supplier asked, quote due 20 March", "Supplier"),
        ("- Limit the retries. Tobias and one volunteer. Begins in December 2026.", "Tobias and one volunteer"),
        ("- README: how to set the limit (@marisol, this week)", "@marisol"),
        ("- NFS: move the home directories. HPC group, 3 May 2026", "HPC group"),
        ("- NFS: move the home directories", None),
        ("| Action | Owner |\n| --- | --- |\n| Limit the retries | Dana to agree with the supplier |", "Dana"),
    ],
)
def test_owners(text: str, owner: str | None) -> None:
    assert item(text).owner == owner


def test_opinions_are_read_as_what_they_ask_for() -> None:
    assert unhedged("I believe that the pumps need to be checked.") == "the pumps need to be checked."
    assert unhedged("I believe him.") == "I believe him."


def test_a_task_can_say_that_it_is_in_force() -> None:
    assert item("- The limit of 5 retries is active since Tuesday").status == "done"
    assert item("- The limit of 5 retries will be active by Tuesday").status is None


@given(
    st.lists(
        st.sampled_from(
            ["—", "–", "-", "…", "|", "/", "?", "()", "[ ]", "·", ".", "n/a", ";;", "→", "4 May", "Dana", "#131"]
        ),
        max_size=3,
    ),
    st.sampled_from(["Owner", "Due", "Ticket", "Status", "Priority"]),
)
def test_whatever_marks_a_cell_holds_the_task_is_found(marks: list[str], column: str) -> None:
    cell = " ".join(marks).replace("|", "¦")
    (found,) = items(
        f"# Action items\n\n| Action | {column} |\n|---|---|\n| Limit the retries of the client | {cell} |\n"
    )
    assert found.task_text == "Limit the retries of the client"


def test_a_dash_in_the_column_of_dates_is_no_date() -> None:
    (found,) = items("# Action items\n\n| Action | Owner | By |\n|---|---|---|\n| Limit the retries | Dana | — |\n")
    assert (found.owner, found.due) == ("Dana", None)


@pytest.mark.parametrize(
    ("header", "owner", "due"),
    [
        ("| What | By | Until |", "Workshop", "5 July"),
        ("| Measure | By | When |", "Workshop", "5 July"),
        ("| What | Who | By |", "Workshop", "5 July"),
    ],
)
def test_a_column_by_asks_for_whom_beside_one_of_dates(header: str, owner: str, due: str) -> None:
    (found,) = items(f"# Measures\n\n{header}\n|---|---|---|\n| New hinges for the hatch | Workshop | 5 July |\n")
    assert (found.owner, found.due) == (owner, due)


def test_a_purchase_order_is_no_ticket() -> None:
    assert item("- Fit a gauge to each tank - Dana, by 5 July, two of them bought (PO 3321)").ticket is None
    assert item("- Fit a gauge to each tank - Dana, by 5 July (OPS 3321)").ticket == "OPS 3321"
