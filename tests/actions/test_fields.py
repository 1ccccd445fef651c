"""The small readers: pieces, trackers, states, kinds, names, owners of single lines."""

from __future__ import annotations

import pytest

from blameless_lint.actions import naming, owner, segments, smart, status, stretch, tickets


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Limit retries (Dana, 4 May)", ["Limit retries", "Dana", "4 May"]),
        ("Wait 1,000 ms. T. Wieczorek, 4 May", ["Wait 1,000 ms", "T. Wieczorek", "4 May"]),
        ("Dr. Imhof: takeover test", ["Dr. Imhof", "takeover test"]),
        ("a | b | c", ["a", "b", "c"]),
        ("done in < 4 min. Ngozi, 12.07.2024", ["done in < 4 min", "Ngozi", "12.07.2024"]),
        ("", []),
    ],
)
def test_segments(text: str, pieces: list[str]) -> None:
    found = segments.split(text)
    assert [segment.text for segment in found] == pieces
    assert all(text[segment.span.start : segment.span.end] == segment.text for segment in found)


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("Limit retries OPS-12", "OPS-12"),
        ("Limit retries #4502", "#4502"),
        ("Limit retries infra#1190", "infra#1190"),
        ("Limit retries infra!388", "infra!388"),
        ("Limit retries org/repo#7", "org/repo#7"),
        ("Limit retries GH-212", "GH-212"),
        ("Limit retries T197100", "T197100"),
        ("Limit retries CHG0012903", "CHG0012903"),
        ("Limit retries, PR #52", "PR #52"),
        ("Limit retries https://jira.example/browse/OPS-12", "https://jira.example/browse/OPS-12"),
        ("Limit retries https://git.example/a/b/-/merge_requests/3", "https://git.example/a/b/-/merge_requests/3"),
        ("Map the code DECL-51 to a message", None),
        ("Fix CVE-2024-3094", None),
        ("Follow RFC-7517 and ISO-8601", None),
        ("Encrypt with AES-256", None),
        ("Listen on port 8080 of 10.0.0.1", None),
        ("Upgrade to 3.12.2", None),
        ("Read https://example.com/docs/retries", None),
        ("Ask in #dev-help", None),
        ("SEV-1 needs a call", None),
    ],
)
def test_tickets(text: str, reference: str | None) -> None:
    span = tickets.find(stretch.of_text(text), text)
    assert (text[span.start : span.end] if span else None) == reference


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Alert on queue depth", "detect"),
        ("Write a runbook for the failover", "respond"),
        ("Investigate the full scan", "investigate"),
        ("Training for operators", "people"),
        ("Document the procedure", "process"),
        ("Add a circuit breaker to the client", "mitigate"),
        ("Pin the image to a digest", "prevent"),
    ],
)
def test_type(text: str, kind: str) -> None:
    assert status.type_of(text) == kind


@pytest.mark.parametrize("text", ["TBD", "everyone", "?", "n/a", "unassigned", "up for grabs", "the team", "all", ""])
def test_nobody(text: str) -> None:
    assert naming.is_no_one(text) or not text
    assert not naming.is_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "Dana",
        "Dana Reyes",
        "D. Reyes",
        "@dana",
        "dana@",
        "Storage team",
        "Head of QA",
        "HR",
        "Hye-jin & Lee",
        "Ana / Bea",
    ],
)
def test_names(text: str) -> None:
    assert naming.is_name(text)


@pytest.mark.parametrize(
    "text", ["Done", "2026-05-04", "https://example.com", "OPS-12", "Grafana", "Q3", "p99 < 800 ms"]
)
def test_no_names(text: str) -> None:
    assert not naming.is_name(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("TODO(mwangi): alert the on-call", "mwangi"),
        ("The help desk team will call the office", "The help desk team"),
        ("Limit retries, assigned to @lee", "@lee"),
        ("Limit retries → Kwame", "Kwame"),
        ("Limit retries [IBG]", "IBG"),
        ("The scheduler will limit retries", None),
        ("The scheduler should retry 5 times", None),
        ("Everyone limits retries", None),
        ("We will limit retries", None),
        ("Users will be told about retries", None),
        ("Limit retries (owner?)", None),
        ("Moodle: limit retries — e-learning team, 4 May", "e-learning team"),
    ],
)
def test_owner(text: str, name: str | None) -> None:
    span = owner.find(text, segments.split(text), frozenset())
    assert (text[span.start : span.end] if span else None) == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Make sure that this never happens again", "never"),
        ("Test every possible combination", "every possible"),
        ("Limit the retries to 5", None),
    ],
)
def test_unbounded(text: str, words: str | None) -> None:
    found = smart.unbounded(text)
    assert (found is None) == (words is None)
    assert found is None or words is None or words in found.lower()


@pytest.mark.parametrize(
    ("text", "weak"),
    [
        ("Document the failover", True),
        ("Remind all operators", True),
        ("Alert on failover", False),
        ("Refuse large files", False),
    ],
)
def test_weak(text: str, weak: bool) -> None:
    assert smart.is_weak(text) is weak
