"""What a document without tasks and timelines imports of the floor that reads them: next to nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest

from blameless_lint.actions.doors import action_items, could_hold_tasks, timeline
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source

QUIET = "# Backup moved\n\nThe job writes to the new bucket. Its run time fell from 41 to 12 minutes.\n"


@pytest.mark.parametrize(
    "text",
    [
        "We will add an alert on queue depth by May.",
        "We'll add an alert on queue depth by May.",
        "Going forward, the database team will test restores each month.",
        "Action: add an alert on queue depth. Owner: Dana",
        "Recommendations: install a relief valve on each line.",
        "# Action items\n\nAdd an alert on queue depth.",
        "# Lessons learned\n\nRestores need to be tested each month.",
        "# What we are changing\n\nAdd an alert on queue depth.",
        "# Conclusion\n\nWe should add an alert on queue depth.",
        "# Notes\n\n- [ ] Add an alert on queue depth",
        "| Action | Owner | Due |\n| --- | --- | --- |\n| Add an alert | Dana | May |",
        "# Follow-up\n\n## Add an alert on queue depth OPS-12\n\nOwner: Dana",
    ],
)
def test_the_door_opens_for_tasks(text: str) -> None:
    assert action_items(read(Source("text.md", text + "\n")))


def test_the_door_stays_shut_where_nothing_could_be_a_task() -> None:
    document = read(Source("text.md", QUIET))
    assert not could_hold_tasks(document)
    assert action_items(document) == ()
    assert timeline(document) == ()


def test_the_door_opens_for_a_timeline() -> None:
    document = read(Source("text.md", "# Timeline\n\n10:04 The queue filled up.\n"))
    assert [entry.minutes for entry in timeline(document)] == [604]


def test_a_quiet_file_imports_nothing_that_reads_tasks_or_parses(tmp_path) -> None:
    path = tmp_path / "quiet.md"
    path.write_text(QUIET, encoding="utf-8")
    program = (
        "import sys\nfrom blameless_lint.surfaces.cli import main\n"
        f"sys.argv = ['blameless-lint', 'check', '--quiet', {str(path)!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(*(name for name in sys.modules if name.startswith(('spacy', 'blameless_lint.actions.'))))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    allowed = {"announced", "doors", "profiles", "titles"}
    assert {name.removeprefix("blameless_lint.actions.") for name in done.stdout.split()} <= allowed
