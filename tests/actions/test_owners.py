"""Who is read as an owner, by the way it is said: given names, phrases, passives, later clauses, who is asked."""

from __future__ import annotations

import pytest

from blameless_lint.actions import owner, segments
from blameless_lint.actions.given import is_given
from blameless_lint.actions.items import find
from blameless_lint.actions.loose import is_loose
from blameless_lint.actions.phrase import core, is_machine, is_people, is_thing_with_article
from blameless_lint.actions.recommended import recommended
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source


def named(text: str, *known: str) -> str | None:
    """Return who is read as the owner of a task."""
    span = owner.find(text, segments.split(text), frozenset(known))
    return text[span.start : span.end] if span else None


@pytest.mark.parametrize("word", ["Petra", "Petra's", "Hye-jin", "Marie-Claire"])
def test_given_names(word: str) -> None:
    assert is_given(word)


@pytest.mark.parametrize("word", ["petra", "PETRA", "Jenkins", "Kafka", "Rolling", "Petra-based", ""])
def test_no_given_names(word: str) -> None:
    assert not is_given(word)


@pytest.mark.parametrize(
    "name",
    ["the on-call engineers", "the crew for the night", "Release managers", "our vendor", "the storage team", "DBAs"],
)
def test_people(name: str) -> None:
    assert is_people(name)


@pytest.mark.parametrize(
    "name", ["the storage", "our customers", "the scheduler", "the risk", "who is on the team", ""]
)
def test_no_people(name: str) -> None:
    assert not is_people(name)


def test_core_leaves_out_what_tells_more() -> None:
    assert core("Manager for the Western Region (Boise)") == "Manager"
    assert core("Storage team") == "Storage team"


def test_an_article_makes_a_thing_of_a_unit() -> None:
    assert is_thing_with_article("the platform")
    assert not is_thing_with_article("Platform")
    assert not is_thing_with_article("the platform team")


def test_software_that_is_called_by_a_role() -> None:
    assert is_machine("volume-manager")
    assert not is_machine("volume manager")


def test_loose_names() -> None:
    assert is_loose("Partner Relations")
    assert not is_loose("partner relations")
    assert not is_loose("Add retries")
    assert not is_loose("Gateway 7")
    assert is_loose("Billing", sure=True)
    assert not is_loose("Billing is slow", sure=True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Valves to be labelled by the crew boss", "the crew boss"),
        ("The runbook will be picked up by Petra in January", "Petra"),
        ("Alerts, reviewed by @lee", "@lee"),
        ("Alert on pages that were caused by Petra's script", None),
        ("Jobs to be started by the scheduler", None),
        ("Rows to be sorted by size", None),
    ],
)
def test_passive(text: str, name: str | None) -> None:
    assert named(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("By 4 May Hana will limit the retries", "Hana"),
        ("One click locks a session; the storage team shows it in May", "the storage team"),
        ("Limit the retries, so Hana and Petra write a test", "Hana and Petra"),
        ("By 4 May the scheduler will limit the retries", None),
        ("Limit the retries; the queue drops the rest", None),
    ],
)
def test_later_clause(text: str, name: str | None) -> None:
    assert named(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("(Petra) Limit the retries", "Petra"),
        ("(Optional) Limit the retries", None),
        ("(Monitoring) Limit the retries", None),
        ("Have Petra limit the retries", "Petra"),
        ("Have Petra's queue limit the retries", None),
        ("Ask Petra how the queue limits retries", None),
        ("petra.lee to limit the retries", "petra.lee"),
        ("config.yaml to hold the limit", None),
        ("I will limit the retries", "I"),
        ("I'll limit the retries (Petra)", "Petra"),
        ("[Petra] [4 May] Limit the retries", "Petra"),
        ("Limit the retries @petra @lee 2026/05/04", "@petra @lee"),
        ("Limit the retries and tell @petra about the result", None),
        ("Limit the retries; responsible is the build crew", "the build crew"),
        ("Limit the retries. Lead is Petra, target May", "Petra"),
        ("Limit the retries: IT security team, deadline: 4 May", "IT security team"),
        ("Limit the retries — owner tbd, target Q3", None),
        ("Petra promised to limit the retries", "Petra"),
        ("Petra has a PR that limits the retries", "Petra"),
        ("The queue has a script that limits the retries", None),
    ],
)
def test_asked(text: str, name: str | None) -> None:
    assert named(text) == name


@pytest.mark.parametrize(
    ("row", "fields"),
    [
        ("Limit the retries | Partner Enablement | 4 May | OPS-12", ("Partner Enablement", "4 May", "OPS-12")),
        ("P1 | Petra | Limit the retries | 4 May | OPS-12", ("Petra", "4 May", "OPS-12")),
        ("Limit the retries | OPS-12 | Petra | Sprint 14", ("Petra", "Sprint 14", "OPS-12")),
        ("Limit the retries | tbd | Q2 | open", (None, "Q2", None)),
    ],
)
def test_row_without_header(row: str, fields: tuple[str | None, str | None, str | None]) -> None:
    width = row.count("|") + 1
    table = f"|{'   |' * width}\n|{' --- |' * width}\n| {row} |\n"
    (item,) = find(read(Source("draft.md", f"# Action items\n\n{table}")))
    assert (item.owner, item.due, item.ticket) == fields


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The panel recommends that the board fund a second pump", "the board"),
        ("It is recommended that Ferris Bay Ferries include a brake test", "Ferris Bay Ferries"),
        ("**2031-R-7** It is recommended that the review board publish its notes", "the review board"),
        ("We ask the Agency to add the pump to its list", "the Agency"),
        ("It is recommended that the valves be replaced", None),
        ("It is recommended that Release Notes include the limit", None),
        ("The service asks the cache to refresh", None),
    ],
)
def test_whom_a_recommendation_is_made_to(text: str, name: str | None) -> None:
    assert named(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Second pump for the lab (ordered).", None),
        ("Second pump for the lab (bought).", None),
        ("Second pump for the lab (ahmed).", "ahmed"),
        ("Replace the disk. Invoice follows separately.", None),
        ("Replace the disk. Petra follows up with the vendor.", "Petra"),
        ("Write a checklist that the night crew uses.", None),
        ("Write a checklist that the night crew will print.", "the night crew"),
    ],
)
def test_what_is_no_owner_beside_what_is_one(text: str, name: str | None) -> None:
    assert named(text) == name


def test_a_form_recommends_nothing_and_a_crowd_is_recommended_nothing() -> None:
    assert recommended("We recommend that teams limit the retries", frozenset()) is None
    assert recommended("The alert asks the operator to confirm", frozenset()) is None
    assert recommended("The inspector asks the operator to confirm", frozenset()) is not None
