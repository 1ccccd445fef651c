"""Comments that silence a line, a block, a region, a file."""

from __future__ import annotations

import pytest

from blameless_lint import lint

BLAME = "Dana forgot to rotate the key."
MORE = "Priya forgot to renew the lease."


def rules(text: str, path: str = "x.md", **options: object) -> list[str]:
    return [finding.rule for finding in lint(text, path=path, model="none", **options).findings]


def test_without_a_comment_there_is_a_finding() -> None:
    assert rules(f"{BLAME}\n") == ["omission-by-person"]


@pytest.mark.parametrize(
    "text",
    [
        f"{BLAME} <!-- blameless-lint: allow omission-by-person -- quoted -->\n",
        f"{BLAME} <!--blameless-lint:allow omission_by_person-->\n",
        f"{BLAME} <!-- blameless-lint: allow omission -->\n",
        f"{BLAME} <!-- blameless-lint: allow hindsight, omission -->\n",
        f"<!-- blameless-lint: allow omission -->\n{BLAME}\n",
        f"<!-- blameless-lint: allow omission -->\n\n{BLAME}\n",
        f"- {BLAME} <!-- blameless-lint: allow omission -->\n- Next.\n",
        f"- First.\n\n  <!-- blameless-lint: allow omission -->\n\n  {BLAME}\n",
        f"| What |\n| --- |\n| {BLAME} <!-- blameless-lint: allow omission --> |\n",
        f"<!-- blameless-lint: allow omission -->\n\n| What |\n| --- |\n| The cache filled. |\n| {BLAME} |\n",
        f"<!-- blameless-lint: off omission -->\n\n{BLAME}\n\n{MORE}\n\n<!-- blameless-lint: on -->\n",
        f"<!-- blameless-lint: off -->\n\n{BLAME}\n",
        f"# Title\n\n{BLAME}\n\n{MORE}\n\n<!-- blameless-lint: off-file omission -- a transcript -->\n",
        f"> {BLAME} <!-- blameless-lint: allow omission -->\n",
    ],
)
def test_a_comment_silences(text: str) -> None:
    assert rules(text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"<!-- blameless-lint: allow omission -->\n\n{BLAME}\n\n{MORE}\n",
        f"{BLAME} <!-- blameless-lint: allow omission -->\n\n{MORE}\n",
        f"- {BLAME} <!-- blameless-lint: allow omission -->\n- {MORE}\n",
        f"<!-- blameless-lint: off omission -->\n\n{BLAME}\n\n<!-- blameless-lint: on -->\n\n{MORE}\n",
        f"| What |\n| --- |\n| {BLAME} <!-- blameless-lint: allow omission --> |\n| {MORE} |\n",
    ],
)
def test_a_comment_reaches_no_further(text: str) -> None:
    report = lint(text, path="x.md", model="none")
    assert [finding.excerpt for finding in report.findings] == [MORE.rstrip(".")]
    assert report.summary.suppressed == 1


def test_plain_text_takes_the_same_comments() -> None:
    assert rules(f"{BLAME} <!-- blameless-lint: allow omission -- quoted -->\n", path="x.txt") == []


def test_a_comment_that_silences_nothing_is_reported() -> None:
    report = lint("The pod failed. <!-- blameless-lint: allow omission -->\n", model="none")
    (finding,) = report.findings
    assert (finding.rule, finding.severity, finding.family) == ("unused-suppression", "info", "structure")
    assert finding.excerpt == "<!-- blameless-lint: allow omission -->"


def test_a_comment_about_a_rule_that_was_not_run_is_not_called_unused() -> None:
    assert rules("The pod failed. <!-- blameless-lint: allow omission -->\n", ignore=["omission"]) == []


def test_a_misspelt_rule_is_reported_with_the_nearest() -> None:
    text = f"{BLAME} <!-- blameless-lint: allow omision -->\n"
    found = {finding.rule: finding.message for finding in lint(text, model="none").findings}
    assert found["unknown-suppression"] == "“omision” is no rule, category or family; did you mean “omission”?"
    assert "omission-by-person" in found


@pytest.mark.parametrize("comment", ["alow omission", "allow", "allow -- because"])
def test_a_comment_that_cannot_be_read_is_reported(comment: str) -> None:
    assert rules(f"{BLAME} <!-- blameless-lint: {comment} -->\n") == ["omission-by-person", "unknown-suppression"]


def test_a_reason_may_be_demanded() -> None:
    text = f"{BLAME} <!-- blameless-lint: allow omission{{}} -->\n"
    assert rules(text.format(""), require_reason=True) == ["suppression-without-reason"]
    assert rules(text.format(" -- quoted from the interview"), require_reason=True) == []
    assert rules(text.format("")) == []
