"""Fixing files: what is applied, what is left alone, and how files are replaced."""

from __future__ import annotations

import io
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from blameless_lint.lint.finding import EditEntry, FileReport, Finding, Place, SuggestionEntry
from blameless_lint.lint.fix import ROUNDS, Choice, Fixed, applied, fix_text
from blameless_lint.lint.fix_files import Fixes, fix_files
from blameless_lint.lint.linter import Linter
from blameless_lint.lint.settings import Settings
from blameless_lint.report.patch import patch
from blameless_lint.rules.rule import Applicability

ALL = Choice(suggested=True, prompts=True)
SAFE = "The careless change was reverted.\n"
SAFE_FIXED = "The change was reverted.\n"
ASKS = "Dana forgot to rotate the key.\n"
ASKS_FIXED = "The key was not rotated; [what would have prompted it?]\n"


def fixed(*paths: Path, choice: Choice = ALL, write: bool = True) -> Fixes:
    return fix_files(Linter(Settings(model="none")), [str(path) for path in paths], choice, write=write)


def finding(text: str, words: str, becomes: str, kind: Applicability = "suggested", rule: str = "a") -> Finding:
    start = text.index(words)
    end = start + len(words)
    edit = EditEntry(start=start, end=end, replacement=becomes)
    return Finding(
        rule=rule, family="wording", category="omission", severity="error", confidence=1, message="",
        excerpt=words, start=Place(line=1, column=1, offset=start), end=Place(line=1, column=1, offset=end),
        suggestions=(SuggestionEntry(text=becomes, applicability=kind, edits=(edit,)),),
    )  # fmt: skip


def fixed_by(text: str, *rewrites: tuple[str, str], choice: Choice = ALL) -> Fixed:
    """Return a text as fixed where these words are found in it, wherever they stand, with these rewrites."""

    def check(now: str) -> FileReport:
        found = tuple(finding(now, old, new, rule=old) for old, new in rewrites if old in now)
        return FileReport(path="a.md", words=0, findings=found, text=now)

    return fix_text(text, check(text), choice, check)


def test_what_is_applied_is_what_was_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    for choice, safe, asks in [
        (Choice(), SAFE_FIXED, ASKS),
        (Choice(suggested=True), SAFE_FIXED, ASKS),
        (ALL, SAFE_FIXED, ASKS_FIXED),
    ]:
        file.write_text(SAFE + "\n" + ASKS)
        fixed(file, choice=choice)
        assert file.read_text() == safe + "\n" + asks


@pytest.mark.parametrize("choice", [Choice(), Choice(suggested=True), ALL])
def test_a_second_run_changes_nothing(choice: Choice) -> None:
    linter = Linter(Settings(model="none"))
    text = (Path(__file__).parents[2] / "examples" / "checkout-outage.md").read_text() + f"\n{SAFE}\n"

    def check(now: str) -> FileReport:
        return linter.lint(now, path="a.md").files[0]

    once = fix_text(text, check(text), choice, check)
    assert once.count > 0
    assert once.report == check(once.text)
    assert fix_text(once.text, once.report, choice, check) == Fixed(once.text, once.report, 0)


def test_edits_that_overlap_are_applied_in_turns() -> None:
    assert fixed_by("one two three", ("one two", "uno dos"), ("two three", "dos tres")).text == "uno dos three"
    again = fixed_by("one two three", ("one two", "uno two"), ("two three", "dos tres"))
    assert (again.text, again.count) == ("uno dos tres", 2)


def test_an_edit_that_does_not_settle_is_refused_and_others_are_not() -> None:
    done = fixed_by("a bad day and a sad night", ("bad", "really bad"), ("sad", "dark"))
    assert (done.text, done.count) == ("a bad day and a dark night", 1)


def test_an_edit_that_brings_another_finding_as_severe_is_refused() -> None:
    assert fixed_by("a bad day", ("bad", "sad"), ("sad", "bad")).text == "a bad day"


def test_a_text_that_never_settles_is_left_alone() -> None:
    checks = 0

    def check(now: str) -> FileReport:
        nonlocal checks
        checks += 1
        left, right = now.split("|")
        behind = left if len(left) <= len(right) else right
        return FileReport(path="a.md", words=0, findings=(finding(now, behind, behind + behind[-1] * 2),), text=now)

    assert fix_text("a|bb", check("a|bb"), ALL, check).text == "a|bb"
    assert checks == ROUNDS + 1


def test_prompts_are_only_left_where_they_may_be() -> None:
    assert fixed_by("it was lost", ("lost", "[what?]"), choice=Choice(suggested=True)).text == "it was lost"
    assert fixed_by("it [was] lost", ("it [was] lost", "it [was]"), choice=Choice(suggested=True)).text == "it [was]"


def test_applied_makes_all_edits() -> None:
    edits = [EditEntry(start=0, end=1, replacement="🚒🚒"), EditEntry(start=2, end=2, replacement="!")]
    assert applied("abc", edits) == "🚒🚒b!c"


def test_bytes_around_the_edit_stay(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"\xef\xbb\xbf# \xf0\x9f\x9a\x92\r\n\r\n" + SAFE.encode()[:-1] + b"  \r\nEnd\ra\nlast")
    file.chmod(0o640)
    assert fixed(file).count == 1
    assert file.read_bytes() == (
        b"\xef\xbb\xbf# \xf0\x9f\x9a\x92\r\n\r\n" + SAFE_FIXED.encode()[:-1] + b"  \r\nEnd\ra\nlast"
    )
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_a_links_target_is_fixed_and_the_link_stays(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    target = tmp_path / "real" / "a.md"
    target.write_text(SAFE)
    link = tmp_path / "link.md"
    link.symlink_to(Path("real") / "a.md")
    fixed(link)
    assert link.is_symlink()
    assert target.read_text() == SAFE_FIXED
    assert link.readlink() == Path("real") / "a.md"


def test_a_file_that_may_not_be_written_is_named_and_stays(tmp_path: Path) -> None:
    closed, open_ = tmp_path / "closed.md", tmp_path / "open.md"
    closed.write_text(SAFE)
    closed.chmod(0o444)
    open_.write_text(SAFE)
    done = fixed(closed, open_)
    assert [(problem.path, problem.message) for problem in done.report.problems] == [
        (str(closed), "may not be written, and stays as it is")
    ]
    assert done.report.exit_code == 2
    assert (closed.read_text(), open_.read_text()) == (SAFE, SAFE_FIXED)
    assert done.count == 1
    assert len(done.report.findings) == 1


def test_without_writing_nothing_changes(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(SAFE)
    before = file.stat()
    done = fixed(file, write=False)
    assert [(change.before, change.after) for change in done.changes] == [(SAFE, SAFE_FIXED)]
    assert file.stat() == before
    assert len(done.report.findings) == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("\ufeffa\r\nb\r\nc\r\n", "\ufeffa\r\nB\r\nc\r\n"),
        ("a\nb", "a\nB"),
        ("a\u2028b\nc\n", "a\u2028b\nC\n"),
        ("", "a\n"),
    ],
)
def test_a_patch_applies(tmp_path: Path, before: str, after: str) -> None:
    (tmp_path / "a b.md").write_bytes(before.encode())
    made = patch("a b.md", before, after)
    done = subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=made.encode(), capture_output=True, check=False)
    assert done.stderr == b""
    assert (tmp_path / "a b.md").read_bytes() == after.encode()
    assert patch("a.md", after, after) == ""


def test_standard_input_is_fixed(monkeypatch: pytest.MonkeyPatch) -> None:
    data = ("\ufeff" + SAFE).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
    done = fix_files(Linter(Settings(model="none")), ["-"], ALL, write=True)
    assert (done.stdin, done.count, done.report.exit_code) == ("\ufeff" + SAFE_FIXED, 1, 0)
    assert [file.path for file in done.report.files] == ["<stdin>"]


def command(*arguments: str, cwd: Path, text: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "blameless_lint", "check", "--model", "none", *arguments],
        cwd=cwd, input=text, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_the_command_prints_what_is_left(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(SAFE + "\n" + ASKS)
    patched = command("a.md", "--diff", cwd=tmp_path)
    assert (patched.returncode, patched.stderr) == (1, "1 finding would be fixed in 1 file\n")
    assert patched.stdout.endswith(f"-{SAFE}+{SAFE_FIXED} \n {ASKS}")
    done = command("a.md", "--fix", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith("a.md:3:1: error omission-by-person")
    assert done.stdout.endswith("1 error in 1 file (1 file checked)\n1 finding fixed in 1 file\n")
    again = command("a.md", "--diff", cwd=tmp_path)
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "No findings would be fixed\n")


def test_the_command_fixes_standard_input(tmp_path: Path) -> None:
    done = command("-", "--fix", "--suggested", "--prompts", cwd=tmp_path, text=ASKS)
    assert (done.returncode, done.stdout) == (0, ASKS_FIXED)
    assert "<stdin>:1:26: info unanswered-prompt" in done.stderr
    assert done.stderr.endswith("1 finding fixed in 1 file\n")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--prompts", "--fix"], "--prompts needs --suggested"),
        (["--suggested"], "--suggested needs --fix or --diff"),
    ],
)
def test_options_that_need_others_say_so(tmp_path: Path, options: list[str], said: str) -> None:
    (tmp_path / "a.md").write_text(SAFE)
    done = command("a.md", *options, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
