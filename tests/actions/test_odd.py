"""Words that are none: brackets alone, a dash, a blank that is no space."""

from __future__ import annotations

import pytest

from blameless_lint.actions import asked, cells, loose, naming
from blameless_lint.actions.given import begins_with_given
from blameless_lint.actions.items import find
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source

ODD = ("", " ", "\t", "\u00a0", "\u200b", "—", "(Ana)", "()", ", Bo", "…", "**", "@", "·", "“")


@pytest.mark.parametrize("text", ODD)
def test_what_holds_no_name_is_asked_safely(text: str) -> None:
    nobody = frozenset[str]()
    assert not naming.is_team(text)
    assert not loose.is_loose(text.strip(), sure=True)
    assert not asked.is_sure(text, nobody) or "Ana" in text
    assert not cells.is_somebody(text)
    assert not loose.is_unit(text.strip()) or text.strip()


def test_a_first_word_may_be_a_given_name() -> None:
    assert begins_with_given("Maria from the platform team")
    assert not begins_with_given("Platform team with Maria")
    assert not begins_with_given("\u00a0")


@pytest.mark.parametrize("text", ODD)
@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_odd_cells_leave_the_task_alone(text: str, name: str) -> None:
    rows = f"| Add an alert on the depth of the queue | {text} |\n| {text} | {text} |\n"
    for table in (f"| | |\n|---|---|\n{rows}", f"| Action | Owner | Due |\n|---|---|---|\n{rows}", rows):
        items = find(read(Source(name, f"# Action items\n\n{table}")))
        assert all(text[:1] != item.text for item in items)
