"""The facts of an incident, its timeline, and the profiles of its document."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from blameless_lint.actions import facts, profiles, timeline
from blameless_lint.text.document import Document
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source

TIMELINE = """# Queue outage

Date: 2026-03-04
Severity: 2

## Timeline

- 10:04 Release 12 was deployed.
- 10:31 An alert fired for queue depth; Dana was paged.
- 10:50 Dana rolled back release 12.
- 11:20 The queue was empty and service was back to normal.

## Participants

- Dana Reyes (incident commander)
- Lee Okafor

See https://graphs.example/queue
"""


def document(text: str) -> Document:
    return read(Source("a.md", text))


def test_points_and_durations() -> None:
    found = facts.read(document(TIMELINE))
    assert found.day == date(2026, 3, 4)
    assert (found.time_to_detect, found.time_to_mitigate, found.time_to_resolve) == (27, 46, 76)
    assert found.severity == "2"
    assert [person.name for person in found.participants] == ["Dana Reyes", "Lee Okafor"]
    assert found.participants[0].role == "incident commander"
    assert found.evidence == ("https://graphs.example/queue",)


def test_labels_go_before_the_timeline() -> None:
    found = facts.read(document(TIMELINE.replace("Severity: 2", "\nDetected: 10:20\n\nServices: shop, mailer\n")))
    assert found.time_to_detect == 16
    assert found.services == ("shop", "mailer")


def test_nothing_is_invented() -> None:
    found = facts.read(document("# Notes\n\nThe queue filled up.\n"))
    assert (found.day, found.start, found.detection, found.end, found.severity) == (None, None, None, None, None)
    assert (found.participants, found.services, found.evidence) == ((), (), ())


@pytest.mark.parametrize(
    ("lines", "minutes"),
    [
        (("23:50 a", "00:10 b"), 20),
        (("2026-03-04 10:00 a", "2026-03-05 09:00 b"), 1380),
        (("Thu 16:00 a", "Fri 08:00 b"), 960),
        (("1:15 pm a", "2:05 pm b"), 50),
        (("10:20 a", "10:05 b"), -15),
        (("20 Jan 11:05 a", "21 Jan 09:30 b"), 1345),
    ],
)
def test_minutes_between(lines: tuple[str, str], minutes: int) -> None:
    first, second = timeline.entries(document("# Timeline\n\n" + "".join(f"- {line}\n" for line in lines)))
    assert timeline.minutes_between(first, second) == minutes


def test_entries_of_a_table() -> None:
    text = "# Timeline\n\n| Time | Event |\n| --- | --- |\n| 10:04 | Full |\n| 10:40 | Empty |\n"
    assert [(entry.minutes, entry.text) for entry in timeline.entries(document(text))] == [
        (604, "Full"),
        (640, "Empty"),
    ]


def test_missing_sections() -> None:
    found = document("# A\n\n## Impact\n\n40\n\n## Timeline\n\n- 10:04 b\n")
    assert profiles.missing(found, profiles.profile("default")) == ("contributing factors", "action items")
    assert "trigger" in profiles.missing(found, profiles.profile("google"))


ROOT = Path(__file__).parent.parent.parent
INCIDENTS = [
    line.split("\t")
    for line in (Path(__file__).parent / "incidents.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize("row", INCIDENTS, ids=[row[0] for row in INCIDENTS])
def test_what_a_reader_takes_from_a_document(row: list[str]) -> None:
    name, day, *points = row
    path = ROOT / "data" / "documents" / f"{name}.md"
    found = facts.read(read(Source(path.name, path.read_bytes().decode("utf-8"))))
    assert str(found.day or "-") == day
    moments = (found.start, found.detection, found.mitigation, found.end)
    told = [f"{moment.at:%H:%M}" if moment else "-" for moment in moments]
    assert [have for have, want in zip(told, points, strict=True) if want != "?"] == [
        want for want in points if want != "?"
    ]
