"""What was done release by release is no list of tasks; a review that names a release keeps its tasks."""

from __future__ import annotations

import pytest

from blameless_lint.actions.doors import action_items
from blameless_lint.text.document import Document
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source

DONE = "- Fix the retry of uploads (Lee, 3 May 2024)\n- Drop the old parser (Kim, 4 May 2024)\n"


def document(text: str) -> Document:
    return read(Source("a.md", text))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("## 1.4.0", "## 1.3.2"),
        ("## [2.0.0] - 2024-05-03", "## [1.9.0] - 2024-01-12"),
        ("### v3.1.0 (unreleased)", "### v3.0.1 (12 May 2024)"),
        ("* Version 2.3.3 - January 10, 2018", "* Version 2.3.2 - February 27, 2017"),
        ("1.2\n---", "1.1\n---"),
        ("harbour (1.2-3) unstable; urgency=medium", "Older releases are not listed."),
    ],
)
def test_a_log_of_releases_has_no_tasks(first: str, second: str) -> None:
    assert action_items(document(f"# Harbour\n\n{first}\n\n{DONE}\n{second}\n\n{DONE}")) == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("## 1.4.0", "## Follow-ups"),
        ("## 1.1 What we saw", "## 1.2 Action items"),
        ("## 1.4.0\n\n## 1.3.2", "## Action items"),
    ],
)
def test_a_review_that_names_releases_keeps_its_tasks(first: str, second: str) -> None:
    assert action_items(document(f"# Queue outage\n\n{first}\n\nIt filled up.\n\n{second}\n\n{DONE}"))


def test_one_release_does_not_make_a_log() -> None:
    tasks = "- [ ] Cap the queue (Lee, 3 May 2024)\n- [ ] Alert at 80 % (Kim, 4 May 2024)\n"

    assert len(action_items(document(f"# Queue outage\n\nIt filled up.\n\n## 1.4.0\n\n{tasks}"))) == 2
