"""Every notation of a date: its kind, its day, or why there is none; and what is no date at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from blameless_lint.actions.when import Calendar, find, notations, read

INCIDENT = Calendar(date(2026, 3, 4))
TABLE = (Path(__file__).parent / "notations.tsv").read_text(encoding="utf-8").splitlines()
NOTATIONS = [line.split("\t") for line in TABLE if not line.startswith("#")]


def test_the_table_is_long() -> None:
    assert len(NOTATIONS) >= 300


@pytest.mark.parametrize(("text", "kind", "expected"), NOTATIONS, ids=[row[0] for row in NOTATIONS])
def test_notation(text: str, kind: str, expected: str) -> None:
    (when,) = find(text, INCIDENT)
    assert (when.kind, when.date or when.reason) == (kind, expected)
    assert text[when.span.start : when.span.end] == when.text


@pytest.mark.parametrize(
    "text",
    [
        "It may be late",
        "Upgrade to Python 3.12.2",
        "retry for 10 min",
        "p99 below 800 ms",
        "port 8080",
        "CVE-2024-3094",
        "keep logs older than 90 days",
        "5.5 bar",
        "march over to the rack",
        "10.0.0.1",
        "a 50-day buffer",
        "RFC 3339",
        "mon-agent",
        "1/2 of the pods are on",
    ],
)
def test_no_date(text: str) -> None:
    assert not [when for when in find(text, INCIDENT) if when.date]


@pytest.mark.parametrize(
    ("text", "day_first", "expected"),
    [("01/04/2026", True, "2026-04-01"), ("01/04/2026", False, "2026-01-04"), ("13/04/2026", False, "2026-04-13")],
)
def test_order_of_day_and_month(text: str, day_first: bool, expected: str) -> None:
    when = read(text, Calendar(date(2026, 3, 4), day_first))
    assert when is not None
    assert when.date == expected


@pytest.mark.parametrize("text", [row[0] for row in NOTATIONS])
@pytest.mark.parametrize("around", ["{}", "Rotate the key by {}.", "Rotate the key, {}, and tell them"])
def test_what_matches_has_its_clue(around: str, text: str) -> None:
    whole = around.format(text)
    matching = [notation for notation in notations() if notation.pattern.search(whole)]
    assert all(notation.clue is None or notation.clue.search(whole) for notation in matching)
