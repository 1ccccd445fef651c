"""What stands in front of a clause is set apart: times, bullets, labels, speakers."""

from __future__ import annotations

import pytest

from blameless_lint.language.lead import lead


@pytest.mark.parametrize(
    ("text", "rest", "label"),
    [
        ("Dana forgot the key.", "Dana forgot the key.", ""),
        ("10:04 UTC Dana joined the call.", "Dana joined the call.", ""),
        ("14:02 – 14:10 The pods restarted.", "The pods restarted.", ""),
        ("2026-03-04 10:04:12 – Dana joined.", "Dana joined.", ""),
        ("March 4, 2026: Dana joined.", "Dana joined.", ""),
        ("- Dana joined.", "Dana joined.", ""),
        ("22:41 <mirel> who closed the valve", "who closed the valve", ""),
        ("<br> is a tag", "<br> is a tag", ""),
        ("3.2.1 The queue filled.", "The queue filled.", ""),
        ("Root cause: Dana forgot the key.", "Dana forgot the key.", "Root cause"),
        ("* 10:04 Root cause: Dana forgot the key.", "Dana forgot the key.", "Root cause"),
        ("It was clear: Dana forgot the key.", "It was clear: Dana forgot the key.", ""),
        ("Human error: Dana forgot the key.", "Human error: Dana forgot the key.", ""),
    ],
)
def test_lead(text: str, rest: str, label: str) -> None:
    start, found = lead(text)
    assert text[start:] == rest
    assert found == label


def test_what_is_a_lead_and_nothing_else_is_kept() -> None:
    assert lead("10:04 ") == (0, "")
    assert lead("") == (0, "")
