"""What can be configured, where it is found, and what is said of a wrong key."""

from __future__ import annotations

from pathlib import Path

import pytest

from blameless_lint import Config
from blameless_lint.lint.choose import in_force
from blameless_lint.lint.config import ConfigError, make
from blameless_lint.lint.discover import COMMAND_LINE, Discovery

ROOT = Path("/repository")


def write(folder: Path, text: str, name: str = ".blameless-lint.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def names(config: Config, path: str = "a.md") -> set[str]:
    return {rule.name for rule in in_force(config, path, ROOT)}


def test_the_nearest_file_upwards_is_in_force(tmp_path: Path) -> None:
    outer = write(tmp_path, 'fail-on = "error"')
    inner = write(tmp_path / "a" / "b", "[tool.blameless-lint]\nfail-on = 'info'", "pyproject.toml")
    (tmp_path / "a" / "b" / "c").mkdir()
    discovery = Discovery()
    assert discovery.for_folder(tmp_path / "a").file == outer
    assert discovery.for_folder(tmp_path / "a" / "b" / "c").file == inner
    assert discovery.for_path(str(tmp_path / "a" / "b" / "c" / "x.md")).config.fail_on == "info"


def test_a_pyproject_without_our_table_is_passed_over(tmp_path: Path) -> None:
    outer = write(tmp_path, 'fail-on = "error"')
    write(tmp_path / "a", "[tool.ruff]\nline-length = 100", "pyproject.toml")
    assert Discovery().for_folder(tmp_path / "a").file == outer


def test_our_own_file_wins_over_a_pyproject_beside_it(tmp_path: Path) -> None:
    own = write(tmp_path, 'fail-on = "error"')
    write(tmp_path, "[tool.blameless-lint]\nfail-on = 'info'", "pyproject.toml")
    assert Discovery().for_folder(tmp_path).file == own


def test_the_command_line_wins_and_says_so(tmp_path: Path) -> None:
    file = write(
        tmp_path, 'fail-on = "error"\npeople = ["Dana"]\nseverity = { hindsight = "off", should-have = "info" }'
    )
    loaded = Discovery({"fail-on": "info", "severity": {"hindsight": "error"}}).for_folder(tmp_path)
    assert loaded.config.fail_on == "info"
    assert loaded.config.people == ("Dana",)
    assert loaded.config.severity == {"hindsight": "error", "should-have": "info"}
    assert loaded.origins["people"] == str(file)
    assert loaded.origins["fail-on"] == COMMAND_LINE


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("selct = []", "unknown key “selct”; did you mean “select”?"),
        ('select = ["omision"]', "select: “omision” is no rule, category or family; did you mean “omission”?"),
        ('quotes = "ignore"', "quotes: input should be 'lint', 'downgrade' or 'skip'"),
        (
            'severity = { omission-by-persn = "off" }',
            "there is no rule “omission-by-persn”; did you mean “omission-by-person”?",
        ),
        ('severity = { hindsight = "fatal" }', "severity.hindsight"),
        ("min-confidence = 2", "min-confidence: write a number from 0 to 1"),
        ('max-file-size = "many"', 'max-file-size: write a number of bytes, or a size such as "20MB" or "500kB"'),
        ('people = "Dana"', "people"),
        ("[", "is not valid TOML"),
    ],
)
def test_a_wrong_key_is_named_with_its_file(tmp_path: Path, text: str, said: str) -> None:
    file = write(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        Discovery().for_folder(tmp_path)
    assert str(file) in str(caught.value)
    assert said in str(caught.value)


def test_keys_may_be_written_with_underscores() -> None:
    assert (
        Config(max_file_size="2 kB").max_file_size == make({"max-file-size": 2000}, origin="test").max_file_size == 2000
    )


def test_select_takes_rules_categories_and_families() -> None:
    assert names(Config(select=["omission-by-person"])) == {"omission-by-person"}
    assert "omission-by-person" in names(Config(select=["omission"]))
    assert names(Config(select=["omission"])) < names(Config(select=["wording"])) < names(Config(select=["all"]))


def test_ignore_wins_over_select() -> None:
    assert names(Config(select=["omission"], ignore=["omission_by_person"])) == names(Config(select=["omission"])) - {
        "omission-by-person"
    }


def test_a_rule_that_is_off_is_not_run() -> None:
    assert names(Config(severity={"omission-by-person": "off"})) == names(Config()) - {"omission-by-person"}


def test_per_file_ignores_are_relative_to_the_configuration() -> None:
    config = Config(per_file_ignores={"drafts/**": ["omission"]})
    assert names(config, str(ROOT / "drafts" / "a.md")) == names(config) - names(Config(select=["omission"]))
    assert names(config, str(ROOT / "final" / "a.md")) == names(Config())
