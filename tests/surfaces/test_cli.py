"""The command as people run it: exit codes, messages, formats."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

CLEAN = "# Summary\n\nThe gateway returned 503 for forty minutes. The cache was cold.\n"
INFO = "# Summary\n\nThe cache was cold. <!-- blameless-lint: allow omission -->\n"
BLAME = "Dana forgot to rotate the key.\n"


def run(*arguments: object, cwd: Path, text: str | None = None, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
    command = [sys.executable, "-m", "blameless_lint", *map(str, arguments)]
    return subprocess.run(
        command, cwd=cwd, input=text, capture_output=True, text=True, check=False, env={**environment, **variables}
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "clean.md").write_text(CLEAN)
    (tmp_path / "info.md").write_text(INFO)
    (tmp_path / "blame.md").write_text(BLAME)
    return tmp_path


def test_clean_exits_with_0(folder: Path) -> None:
    done = run("check", "clean.md", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "No findings (1 file checked)\n", "")


def test_findings_exit_with_1_and_are_shown(folder: Path) -> None:
    done = run("check", "blame.md", "--model", "none", cwd=folder)
    assert done.returncode == 1
    assert done.stdout.startswith(
        "blame.md:1:1: error omission-by-person\n"
        "1 | Dana forgot to rotate the key.\n"
        "  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "  | “Dana” is the subject of “forgot”.\n"
    )
    assert done.stdout.endswith("\n1 error in 1 file (1 file checked)\n")


@pytest.mark.parametrize(("level", "code"), [("error", 0), ("warning", 0), ("info", 1), ("never", 0)])
def test_fail_on_says_from_which_severity_on(folder: Path, level: str, code: int) -> None:
    done = run("check", "info.md", "--fail-on", level, cwd=folder)
    assert done.returncode == code
    assert "unused-suppression" in done.stdout


def test_fail_on_of_each_files_own_configuration(folder: Path) -> None:
    (folder / "strict").mkdir()
    (folder / "strict" / "info.md").write_text(INFO)
    (folder / "strict" / ".blameless-lint.toml").write_text('fail-on = "info"')
    assert run("check", "info.md", cwd=folder).returncode == 0
    assert run("check", "info.md", "strict", cwd=folder).returncode == 1


def test_an_unreadable_file_exits_with_2_and_does_not_stop_the_others(folder: Path) -> None:
    (folder / "broken.md").write_bytes(b"caf\xe9")
    done = run("check", "broken.md", "info.md", "gone.md", cwd=folder)
    assert done.returncode == 2
    assert "broken.md: error: is not UTF-8: byte 3 (line 1) is 0xe9" in done.stderr
    assert "gone.md: error: there is no such file or folder" in done.stderr
    assert "info.md:3:21: info unused-suppression" in done.stdout
    assert done.stdout.endswith("1 info in 1 file (1 file checked, 2 paths could not be checked)\n")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("utf16.md", "text".encode("utf-16"), "is UTF-16 or UTF-32, and only UTF-8 is read"),
        ("nul.md", b"a\0b", "is binary: there is a NUL byte at byte 1"),
        ("image.md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is binary"),
        ("large.md", b"x" * 2_001, "is larger than 2,000 bytes"),
    ],
)
def test_bad_input_is_named(folder: Path, name: str, data: bytes, said: str) -> None:
    (folder / name).write_bytes(data)
    (folder / ".blameless-lint.toml").write_text('max-file-size = "2kB"')
    done = run("check", name, cwd=folder)
    assert done.returncode == 2
    assert f"{name}: error: {said}" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_empty_file_is_clean(folder: Path) -> None:
    (folder / "empty.md").write_bytes(b"")
    assert run("check", "empty.md", cwd=folder).returncode == 0


def test_a_line_of_15_megabytes_is_read(folder: Path) -> None:
    (folder / "long.md").write_text("cold cache " * 1_370_000)
    done = run("check", "long.md", "--model", "none", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")


def test_dangling_links_and_loops(folder: Path) -> None:
    (folder / "gone.md").symlink_to("nowhere.md")
    (folder / "loop.md").symlink_to("loop.md")
    done = run("check", ".", "--model", "none", "--select", "structure", cwd=folder)
    assert done.returncode == 2
    assert "gone.md: error: is a link to nowhere.md, which does not exist" in done.stderr
    assert "loop.md: error: is a loop of links" in done.stderr
    assert "(3 files checked, 2 paths could not be checked)" in done.stdout


def test_another_language_is_named_once_and_left_alone(folder: Path) -> None:
    german = "Der Dienst war am Montag für vierzig Minuten nicht erreichbar, weil der Schlüssel abgelaufen war. "
    (folder / "de.md").write_text(german * 5)
    done = run("check", "de.md", cwd=folder)
    assert done.returncode == 0
    assert done.stderr == "de.md: note: does not look like English, and was left alone\n"


def test_a_folder_without_documents_is_noted(tmp_path: Path) -> None:
    done = run("check", ".", cwd=tmp_path)
    assert done.returncode == 0
    assert ".: note: holds no document to check" in done.stderr


def test_standard_input_takes_a_name(folder: Path) -> None:
    (folder / ".blameless-lint.toml").write_text('fail-on = "info"')
    done = run("check", "-", "--stdin-filename", "draft.txt", cwd=folder, text=INFO)
    assert done.returncode == 1
    assert done.stdout.startswith("draft.txt:3:21: info unused-suppression\n")
    assert run("check", "-", cwd=folder, text=INFO).stdout.startswith("<stdin>:3:21: info")


def test_the_json_has_the_promised_form(folder: Path) -> None:
    done = run("check", "info.md", "missing.md", "--format", "json", cwd=folder)
    report = json.loads(done.stdout)
    assert (report["version"], report["tool"]["name"]) == ("1", "blameless-lint")
    (file,) = report["files"]
    assert (file["path"], file["words"]) == ("info.md", 5)
    (finding,) = file["findings"]
    assert finding["start"] == {"line": 3, "column": 21, "offset": 31}
    assert finding["excerpt"] == INFO[finding["start"]["offset"] : finding["end"]["offset"]]
    assert file["sections"] == [{"kind": "summary", "title": "Summary", "start": {"line": 1, "column": 3, "offset": 2}}]
    assert report["summary"] == {"files": 1, "error": 0, "warning": 0, "info": 1, "suppressed": 0}
    assert [problem["path"] for problem in report["problems"]] == ["missing.md"]
    assert not {"text", "fails"} & set(file)


def test_output_is_written_whole_to_a_file(folder: Path) -> None:
    done = run("check", "info.md", "--format", "json", "--output", "report.json", cwd=folder)
    assert (done.returncode, done.stdout) == (0, "")
    assert json.loads((folder / "report.json").read_text())["summary"]["info"] == 1
    assert sorted(path.name for path in folder.iterdir()) == ["blame.md", "clean.md", "info.md", "report.json"]
    failed = run("check", "info.md", "--output", "no/such/report", cwd=folder)
    assert failed.returncode == 2
    assert "Traceback" not in failed.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_output_never_replaces_what_is_no_file(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    reader = subprocess.Popen(["cat", str(folder / "pipe")], stdout=subprocess.PIPE, text=True)
    assert run("check", "clean.md", "--output", "pipe", cwd=folder).returncode == 0
    assert reader.communicate(timeout=60)[0].startswith("No findings")
    assert (folder / "pipe").is_fifo()
    (folder / "kept.txt").write_text("old")
    (folder / "link").symlink_to("kept.txt")
    assert run("check", "clean.md", "--output", "link", cwd=folder).returncode == 0
    assert (folder / "link").is_symlink()
    assert (folder / "kept.txt").read_text().startswith("No findings")
    (folder / "place").mkdir()
    failed = run("check", "clean.md", "--output", "place", cwd=folder)
    assert (failed.returncode, failed.stderr) == (2, "blameless-lint: place: Is a directory\n")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_folder_does_not_mean_its_named_pipes(folder: Path) -> None:
    os.mkfifo(folder / "pipe.md")
    done = subprocess.run(
        [sys.executable, "-m", "blameless_lint", "check", ".", "--model", "none"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert "3 files checked" in done.stdout


def test_the_configuration_is_printed_as_toml(folder: Path) -> None:
    (folder / ".blameless-lint.toml").write_text(
        'ignore = ["hindsight"]\n[profile]\nname = "ours"\norder = ["impact"]\n'
        'required = [{ name = "impact", holds = ["number"] }, { name = "thanks", headings = ["Thanks"] }]\n'
    )
    printed = run("config", cwd=folder).stdout
    (folder / "again.toml").write_text(printed)
    again = run("config", "--config", "again.toml", cwd=folder)
    assert again.returncode == 0
    assert tomllib.loads(again.stdout) == tomllib.loads(printed)


def test_quiet_prints_findings_and_problems_only(folder: Path) -> None:
    assert run("check", "clean.md", "--quiet", cwd=folder).stdout == ""
    done = run("check", "info.md", "gone.md", "-q", cwd=folder)
    assert done.stdout.startswith("info.md:3:21: info unused-suppression\n")
    assert "checked" not in done.stdout
    assert "gone.md: error:" in done.stderr


def test_colour_follows_the_environment(folder: Path) -> None:
    plain = run("check", "info.md", cwd=folder).stdout
    forced = run("check", "info.md", cwd=folder, FORCE_COLOR="1").stdout
    assert "\x1b[" not in plain
    assert "\x1b[1;36minfo\x1b[0m" in forced
    assert run("check", "info.md", cwd=folder, FORCE_COLOR="1", NO_COLOR="1").stdout == plain
    assert run("check", "info.md", "--no-color", cwd=folder, FORCE_COLOR="1").stdout == plain


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("chekc", "x"), "there is no command chekc; did you mean “check”?"),
        (("check", "clean.md", "--fromat", "json"), "there is no option --fromat; did you mean “--format”?"),
        (("check", "clean.md", "--format", "jsn"), "“jsn” is none of text, json; did you mean “json”?"),
        (("check", "clean.md", "--select", "omision"), "did you mean “omission”?"),
        (("check", "clean.md", "--severity", "hindsight"), "write RULE=LEVEL"),
        (("check", "clean.md", "--severity", "hindsight=fatal"), "severity.hindsight"),
        (("check", "clean.md", "--min-confidence", "high"), "min-confidence"),
        (("check", "clean.md", "--jobs", "0"), "“0” is no number of processes; write 1 or more"),
        (("check", "clean.md", "--config", "gone.toml"), "gone.toml: cannot be read"),
        (("check",), "PATH"),
        (("explain", "omission-by-persn"), "did you mean “omission-by-person”?"),
    ],
)
def test_wrong_use_exits_with_2_and_helps(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    done = run(*arguments, cwd=folder)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_wrong_configuration_exits_with_2_and_names_file_and_key(folder: Path) -> None:
    (folder / ".blameless-lint.toml").write_text("fial-on = 'info'")
    done = run("check", "clean.md", cwd=folder)
    assert done.returncode == 2
    assert f"{folder / '.blameless-lint.toml'}: unknown key “fial-on”; did you mean “fail-on”?" in done.stderr


def test_options_may_stand_between_paths(folder: Path) -> None:
    done = run("check", "clean.md", "--fail-on", "info", "info.md", cwd=folder)
    assert done.returncode == 1
    assert done.stdout.endswith("1 info in 1 file (2 files checked)\n")


def test_explain_shows_the_page_of_a_rule(folder: Path) -> None:
    done = run("explain", "omission_by_person", cwd=folder)
    assert done.returncode == 0
    for part in ("omission-by-person (omission): error", "Instead, ", "Source: ", "Flagged\n", "Not flagged\n"):
        assert part in done.stdout


def test_rules_lists_every_rule_by_family(folder: Path) -> None:
    listed = json.loads(run("rules", "--format", "json", cwd=folder).stdout)
    table = run("rules", cwd=folder).stdout
    assert {rule["family"] for rule in listed} >= {"wording", "structure"}
    assert all(f"  {rule['name']} " in table for rule in listed)


def test_config_prints_what_is_in_force_as_toml_with_origins(folder: Path) -> None:
    import tomllib

    (folder / ".blameless-lint.toml").write_text("people = ['Dana']\nseverity = { hindsight = 'off' }")
    done = run("config", cwd=folder)
    values = tomllib.loads(done.stdout)
    assert (values["people"], values["severity"], values["quotes"]) == (["Dana"], {"hindsight": "off"}, "downgrade")
    origins = {line.split(" = ")[0]: line.rpartition("# ")[2] for line in done.stdout.splitlines() if " = " in line}
    assert origins["people"] == str(folder / ".blameless-lint.toml")
    assert origins["quotes"] == "default"


@pytest.mark.parametrize(
    "arguments", [("--help",), ("--version",), ("rules",), ("explain", "omission"), ("config",), ("check", "clean.md")]
)
def test_spacy_is_not_imported_where_nothing_is_parsed(folder: Path, arguments: tuple[str, ...]) -> None:
    code = f"""
import sys
sys.argv = ["blameless-lint", *{arguments!r}]
from blameless_lint.surfaces.cli import main
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
print(sorted({{"spacy", "numpy", "torch", "sklearn", "rich", "typer"}} & set(sys.modules)), file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.strip()) == (0, "[]")


def test_a_closed_pipe_ends_quietly(folder: Path) -> None:
    command = [sys.executable, "-m", "blameless_lint", "rules"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode in (0, -signal.SIGPIPE)


def test_an_interruption_ends_without_a_traceback(folder: Path) -> None:
    command = [sys.executable, "-m", "blameless_lint", "check", "-"]
    with subprocess.Popen(
        command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        process.stdin.write(INFO)
        process.stdin.flush()
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(timeout=1.5)
        process.send_signal(signal.SIGINT)
        said = process.stderr.read()
    assert (process.returncode, said) == (130, "\nblameless-lint: interrupted\n")


def test_many_files_are_reported_alike_by_one_process_and_by_several(folder: Path) -> None:
    sentences = "\n\n".join(f"Dana forgot to rotate key {number}, and the cache was cold." for number in range(40))
    filler = "The cache was warm again. " * 4_000
    for number in range(4):
        (folder / f"long-{number}.md").write_text(f"# Outage\n\n{sentences}\n\n{filler}\n", encoding="utf-8")
    arguments = ("check", ".", "--model", "none", "--format", "json")
    one, several = (run(*arguments, "--jobs", jobs, cwd=folder) for jobs in (1, 2))
    assert one.stdout == several.stdout
    assert several.stdout.count("omission-by-person") >= 160
    assert (one.returncode, several.returncode, several.stderr) == (1, 1, "")
