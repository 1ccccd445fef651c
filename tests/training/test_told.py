"""What the tagger of tasks learns from."""

from __future__ import annotations

import json
import random
from pathlib import Path

from blameless_lint.text.source import Span
from blameless_lint.training.told import Told, place, swapped, told


def test_a_part_is_found_at_the_borders_of_words() -> None:
    assert place("Manage it, Ana", "Ana") == Span(11, 14)
    assert place("by 14 March", "14 March") == Span(3, 11)
    assert place("nothing", None) is None
    assert place("nothing", "Ana") is None


def test_exchanged_fields_stand_where_their_ranges_say() -> None:
    pool = [
        Told("Ana to cap the pool by 3 June", Span(0, 3), Span(23, 29)),
        Told("Split it before the freeze (@lee)", Span(28, 32), Span(9, 26)),
        Told("Storage team: alert on lag, due Q3", Span(0, 12), Span(32, 34)),
        Told("Add a test"),
    ]
    owners = {task.text[task.owner.start : task.owner.end] for task in pool if task.owner}
    dues = {task.text[task.due.start : task.due.end] for task in pool if task.due}
    chance = random.Random(5)
    changed = 0
    for _ in range(300):
        task = chance.choice(pool)
        found = swapped(task, pool, chance)
        assert (found.owner is None, found.due is None) == (task.owner is None, task.due is None)
        if found.owner and found.due:
            assert found.text[found.owner.start : found.owner.end] in owners
            assert found.text[found.due.start : found.due.end] in dues
        changed += found != task
    assert changed > 30


def test_units_and_documents_give_their_fields(tmp_path: Path) -> None:
    row = {"text": "Ana to cap the pool by 3 June", "form": "bullet", "action": 1, "owner": "Ana", "due": "3 June"}
    (tmp_path / "actions").mkdir()
    rows = [row, {"text": "The pool was capped.", "form": "prose", "action": 0}, {**row, "form": "table-row"}]
    (tmp_path / "actions" / "ours.jsonl").write_text("\n".join(map(json.dumps, rows)))
    folder = tmp_path / "documents" / "ours"
    folder.mkdir(parents=True)
    text = "# Action items\n\n- Cap the pool (Ana, 3 June)\n- Write the runbook\n"
    (folder / "a.md").write_text(text)
    start = text.index("Cap")
    label = {
        "file": "a.md",
        "action": 1,
        "start": start,
        "end": text.index("\n- Write"),
        "owner": "Ana",
        "due": "3 June",
    }
    traits = dict.fromkeys(("specific", "measurable", "achievable", "vague"), 1)
    (folder / "labels.jsonl").write_text(json.dumps({**label, **traits}))
    found = list(told("develop", data=tmp_path))
    assert found == [
        Told("Ana to cap the pool by 3 June", Span(0, 3), Span(23, 29)),
        Told("The pool was capped."),
        Told("Cap the pool (Ana, 3 June)", Span(14, 17), Span(19, 25)),
        Told("Write the runbook"),
    ]
