"""Files checked in several processes."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from blameless_lint.lint.batches import CHARACTERS, Task, batches, check
from blameless_lint.lint.broken import RuleError
from blameless_lint.lint.discover import Loaded
from blameless_lint.lint.processes import WORTHWHILE, checked
from blameless_lint.lint.settings import Settings
from blameless_lint.text.source import Source

LOADED = Loaded(Settings(model="none"), None, Path.cwd(), {})


def task(number: int, *, loaded: Loaded = LOADED, size: int = 0) -> Task:
    text = f"# Outage {number}\n\nDana forgot to rotate key {number}.\n\nThe cache was cold.\n"
    return Task(Source(f"{number}.md", text + "\n" * max(0, size - len(text))), loaded)


@pytest.fixture(scope="module")
def four() -> list[list[Task]]:
    return [[task(number)] for number in range(WORTHWHILE + 1)]


def test_processes_find_what_one_finds_and_in_the_same_order(four: list[list[Task]]) -> None:
    found = [file for batch in checked(four, 2) for file in batch.files]
    assert [file.path for file in found] == ["0.md", "1.md", "2.md", "3.md"]
    assert found == [file for batch in four for file in check(batch).files]
    assert all(file.findings for file in found)


def test_what_a_lost_process_had_is_checked_here(four: list[list[Task]]) -> None:
    found = checked(four, 2)
    first = next(found)
    for process in multiprocessing.active_children():
        process.kill()
    assert [file.path for batch in (first, *found) for file in batch.files] == ["0.md", "1.md", "2.md", "3.md"]


def test_few_files_need_no_process() -> None:
    found = checked([[task(1)], [task(2)]], 2)
    assert [len(batch.files[0].findings) for batch in found] == [1, 1]
    assert not multiprocessing.active_children()


def test_batches_are_cut_by_size_and_by_configuration() -> None:
    other = Loaded(Settings(model="none", people=("Dana",)), None, Path.cwd(), {})
    long = [task(number, size=CHARACTERS // 2) for number in range(3)]
    assert [len(batch) for batch in batches([*long, task(3, loaded=other)])] == [2, 1, 1]


def test_a_broken_rule_can_be_told_to_another_process() -> None:
    import pickle

    error = pickle.loads(pickle.dumps(RuleError("broken", "a.md", "KeyError: 'x'")))
    assert (str(error), error.path) == ("the rule broken failed: KeyError: 'x'", "a.md")
