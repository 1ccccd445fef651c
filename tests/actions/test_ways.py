"""The fields of tasks in the many ways that teams write them, from a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from blameless_lint.actions.items import find
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source

LINES = (Path(__file__).parent / "fields.tsv").read_text(encoding="utf-8").splitlines()[1:]


@pytest.mark.parametrize("line", LINES)
def test_fields(line: str) -> None:
    text, *fields = line.split("\t")
    (item,) = find(read(Source("a.md", f"# Action items\n\n- {text}\n")))
    assert [item.owner or "-", item.due or "-", item.ticket or "-"] == fields


@pytest.mark.parametrize(
    "text",
    [
        "### Limit the retries to 500\n\n- Owner: Petra\n- Due: 3 June\n- Ticket: OPS-12\n",
        "- Limit the retries to 500 **Owner:** Petra **Due:** 3 June **Ticket:** OPS-12\n",
        "- Limit the retries to 500\n  - Responsible - Petra\n  - Target - 3 June\n  - Issue - OPS-12\n",
        "The retries get a limit of 500. Petra does this by 3 June, tracked in OPS-12.\n",
        "Limit the retries to 500. Owner: Petra. Due: 3 June. Ticket: OPS-12.\n",
        "| Action | Details |\n|---|---|\n| Limit the retries to 500 | Petra, by 3 June, OPS-12 |\n",
        "| Improvement | Squad | Quarter | Epic |\n|---|---|---|---|\n| Limit retries | Petra | 3 June | OPS-12 |\n",
    ],
)
def test_layouts(text: str) -> None:
    (item,) = find(read(Source("a.md", f"## Action items\n\n{text}")))
    assert (item.owner, item.due, item.ticket) == ("Petra", "3 June", "OPS-12")
