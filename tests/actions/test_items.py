"""Where action items are found, and where they are not; their fields at their exact places."""

from __future__ import annotations

import pytest

from blameless_lint.actions.item import ActionItem
from blameless_lint.actions.items import find, incident_date
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source


def items(text: str, path: str = "a.md") -> tuple[ActionItem, ...]:
    return find(read(Source(path, text)))


def texts(text: str, path: str = "a.md") -> list[str]:
    return [item.task_text for item in items(text, path)]


def test_bullets_under_an_action_heading() -> None:
    assert texts("# Action items\n\n- Limit the retries to 5\n- [x] Move the volume\n1. Split the job\n") == [
        "Limit the retries to 5",
        "Move the volume",
        "Split the job",
    ]


def test_table_with_any_columns() -> None:
    text = (
        "## Follow-up\n\n| # | Task | DRI | ETA | Jira | Prio | State |\n| --- | --- | --- | --- | --- | --- | --- |\n"
        "| 1 | Limit the retries | Dana | 4 May 2026 | OPS-12 | P1 | open |\n"
    )
    (item,) = items(text)
    assert (item.owner, item.due, item.due_date, item.ticket) == ("Dana", "4 May 2026", "2026-05-04", "OPS-12")
    assert (item.priority, item.status) == ("P1", "open")
    assert item.task_text == "Limit the retries"


def test_table_without_header() -> None:
    text = "## Action items\n\n| | | |\n| --- | --- | --- |\n| Limit the retries | Dana Reyes | 2026-05-04 |\n"
    (item,) = items(text)
    assert (item.owner, item.due_date) == ("Dana Reyes", "2026-05-04")


def test_transposed_table() -> None:
    text = (
        "## Action items\n\n| Action | Limit the retries | Move the volume |\n| --- | --- | --- |\n"
        "| Owner | Dana | Lee |\n| Due | 2026-05-04 | 2026-06-01 |\n| Ticket | OPS-1 | OPS-2 |\n"
    )
    assert [(item.task_text, item.owner, item.due_date, item.ticket) for item in items(text)] == [
        ("Limit the retries", "Dana", "2026-05-04", "OPS-1"),
        ("Move the volume", "Lee", "2026-06-01", "OPS-2"),
    ]


def test_field_lines_below_an_item() -> None:
    text = "# Action items\n\n- Limit the retries of the consumer\n  - Owner: Dana\n  - Due: 2026-05-04\n"
    (item,) = items(text)
    assert (item.owner, item.due_date) == ("Dana", "2026-05-04")


def test_items_below_a_label() -> None:
    text = "# Outage\n\n- **Impact**:\n  - 40 orders were late\n- **Review actions**:\n  - Limit the retries to 5\n"
    assert texts(text) == ["Limit the retries to 5"]


def test_prose_and_todo() -> None:
    text = (
        "# Prevention\n\nThe queue was full. We will limit the retries to five.\n\nTODO(dana): split the nightly "
        "job in two\n"
    )
    assert texts(text) == ["We will limit the retries to five.", "TODO(dana): split the nightly job in two"]


def test_html_list() -> None:
    assert texts("# Follow-up\n\n<ul>\n<li>Limit the retries (Dana, 4 May)</li>\n</ul>\n") == [
        "Limit the retries (Dana, 4 May)"
    ]


def test_plain_text() -> None:
    assert texts("ACTION ITEMS\n\n- Limit the retries, Dana, 4 May\n", "a.txt") == ["Limit the retries, Dana, 4 May"]


@pytest.mark.parametrize(
    "text",
    [
        "# Timeline\n\n- 10:04 Dana limited the retries\n- 10:20 The queue was empty\n",
        "# Root cause\n\n- [x] Human error\n- [ ] Technology\n",
        "# What went well\n\n- The rollback took two minutes\n",
        "# Action items\n\nAll follow-up work is tracked in Jira.\n",
        "# Remediation\n\n- Restarted the broker\n- Rolled back release 12\n",
        "# Impact\n\n| Region | Orders |\n| --- | --- |\n| EU | 40 |\n",
        "# Action items\n\n- None\n",
    ],
)
def test_no_action_items(text: str) -> None:
    assert texts(text) == []


@pytest.mark.parametrize(
    ("text", "owner", "due", "ticket"),
    [
        ("Dana to limit the retries by 4 May (OPS-12)", "Dana", "4 May", "OPS-12"),
        ("@dana limits the retries by 4 May, #12", "@dana", "4 May", "#12"),
        ("Limit the retries. Owner: Dana Reyes. Due: 4 May. OPS-12", "Dana Reyes", "4 May", "OPS-12"),
        ("Limit the retries (Dana, next sprint)", "Dana", "next sprint", None),
        ("Limit the retries — Dana, 4 May", "Dana", "4 May", None),
        ("Dana: limit the retries by EOW", "Dana", "EOW", None),
        ("Storage team to limit the retries before the next release", "Storage team", "before the next release", None),
        ("[dana] limit the retries", "dana", None, None),
        ("Limit the retries, see acme/shop#12", None, None, "acme/shop#12"),
        (
            "Limit the retries https://github.com/acme/shop/issues/12",
            None,
            None,
            "https://github.com/acme/shop/issues/12",
        ),
        ("Limit the retries (INC0081442)", None, None, "INC0081442"),
        ("OPS-12 Limit the retries", None, None, "OPS-12"),
        ("Dana & Lee: limit the retries", "Dana & Lee", None, None),
        ("Limit the retries (TBD)", None, None, None),
        ("Limit the retries @dana @lee 2026/05/04", "@dana @lee", "2026/05/04", None),
        ("Due 4 May: limit the retries (Dana)", "Dana", "4 May", None),
        ("Limit the retries that failed on 12 May", None, None, None),
        ("Limit the retries to 5 within 30 seconds", None, None, None),
        ("Patch CVE-2024-3094 on port 8080 per RFC 7517", None, None, None),
        ("Upgrade to TLS-1.3 and AES-256", None, None, None),
        ("Set the flag in #dev-help after 5 retries", None, None, None),
    ],
)
def test_fields(text: str, owner: str | None, due: str | None, ticket: str | None) -> None:
    (item,) = items(f"# Action items\n\n- {text}\n")
    assert (item.owner, item.due, item.ticket) == (owner, due, ticket)


def test_spans_are_exact() -> None:
    source = Source(
        "a.md",
        "# Action items\n\n- Limit the **retries** of `mailer` (Dana, 4 May 2026, "
        "[OPS-12](https://x.example/browse/OPS-12))\n",
    )
    (item,) = find(read(source))
    for span, text in ((item.owner_span, "Dana"), (item.due_span, "4 May 2026"), (item.ticket_span, "OPS-12")):
        assert span is not None
        assert source.excerpt(span) == text
    assert source.excerpt(item.span).startswith("Limit the **retries**")


@pytest.mark.parametrize(
    ("text", "specific", "measurable", "vague"),
    [
        ("Alert when the queue holds more than 500 messages for 10 minutes", True, True, False),
        ("Improve monitoring", False, False, True),
        ("Look into autoscaling", False, False, True),
        ("Better communication", False, False, True),
        ("Move the etcd volumes to dedicated disks, one node at a time", True, True, False),
    ],
)
def test_traits(text: str, specific: bool, measurable: bool, vague: bool) -> None:
    (item,) = items(f"# Action items\n\n- {text}\n")
    assert (item.specific, item.measurable, item.vague) == (specific, measurable, vague)
    assert set(item.reasons) >= {"specific", "measurable", "achievable", "vague", "time_bound"}


def test_relevance_names_the_pair() -> None:
    text = (
        "# Root cause\n\nThe retries of the consumer had no limit.\n\n# Action items\n\n- Limit the retries of "
        "the consumer to 5\n"
    )
    (item,) = items(text)
    assert item.relevant is True
    assert item.cause is not None
    assert item.cause.text == "The retries of the consumer had no limit."


def test_relevance_is_unknown_without_causes() -> None:
    (item,) = items("# Action items\n\n- Limit the retries of the consumer to 5\n")
    assert item.relevant is None


def test_relative_dates_count_from_the_incident() -> None:
    text = "# Outage of 2026-03-04\n\n# Action items\n\n- Limit the retries, Dana, next week\n"
    (item,) = items(text)
    assert item.due_date == "2026-03-13"


def test_incident_date_is_not_a_deadline() -> None:
    text = "# Outage\n\nOn 11 February the queue filled up.\n\n# Action items\n\n- Limit the retries by 2026-02-20\n"
    assert str(incident_date(read(Source("a.md", text)))) == "2026-02-11"


@pytest.mark.parametrize(
    ("mark", "status"),
    [("(done)", "done"), ("(rejected)", "rejected"), ("(proposed)", "proposed"), ("(in progress)", "in progress")],
)
def test_status(mark: str, status: str) -> None:
    (item,) = items(f"# Action items\n\n- Limit the retries {mark}\n")
    assert item.status == status
