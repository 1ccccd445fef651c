"""A team's own profile: its sections, their order, what they hold, and what is said of a wrong table."""

from __future__ import annotations

from pathlib import Path

import pytest

from blameless_lint.actions.own_profile import of_table, table_of
from blameless_lint.actions.profiles import misplaced, missing, unfilled
from blameless_lint.lint.config import make
from blameless_lint.lint.linter import Linter
from blameless_lint.lint.settings import ConfigError
from blameless_lint.text.document import Document
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source

TABLE: dict[str, object] = {
    "required": ["impact", {"name": "heroes", "headings": ["Who helped"]}],
    "optional": ["lessons"],
}


def document(text: str) -> Document:
    return read(Source("a.md", text))


def test_required_sections_by_kind_and_by_heading() -> None:
    own = of_table("ours", TABLE)
    assert missing(document("# A\n\n## Impact\n\n40\n"), own) == ("heroes",)
    assert missing(document("# A\n\n## Impact\n\n40\n\n## Who helped us\n\nLee\n"), own) == ()


def test_order() -> None:
    text = "# A\n\n## Timeline\n\nb\n\n## Impact\n\n40\n"
    table = {"required": ["timeline", "impact"]}
    assert list(misplaced(document(text), of_table("ours", table))) == []
    assert list(misplaced(document(text), of_table("ours", table | {"ordered": True}))) == []
    ((section, name, before),) = misplaced(document(text), of_table("ours", table | {"order": ["impact", "timeline"]}))
    assert (section.title, name, before) == ("Timeline", "timeline", "impact")


def test_a_section_that_the_order_does_not_name_may_stand_anywhere() -> None:
    table = {"required": ["impact", "timeline", {"name": "thanks", "headings": ["Thanks"]}]}
    own = of_table("ours", table | {"order": ["impact", "timeline"]})
    text = "# A\n\n## Thanks\n\nLee\n\n## {}\n\n40\n\n## {}\n\nb\n"
    assert list(misplaced(document(text.format("Impact", "Timeline")), own)) == []
    assert [found[1:] for found in misplaced(document(text.format("Timeline", "Impact")), own)] == [
        ("timeline", "impact")
    ]


@pytest.mark.parametrize(
    "order", [{}, {"order": ["timeline", "thanks"]}, {"order": ["thanks"]}, {"ordered": True}], ids=str
)
def test_a_profile_can_be_written_down_again(order: dict[str, object]) -> None:
    table = {
        "name": "harbour",
        "required": [{"name": "impact", "holds": ["number"]}, {"name": "thanks", "headings": ["Thanks", "Who"]}],
        "optional": ["timeline"],
    }
    own = of_table("harbour", table | order)
    assert of_table("", table_of(own)) == own


@pytest.mark.parametrize(
    ("what", "without", "holding"),
    [
        ("number", "many", "40 orders"),
        ("time", "at 10", "at 10:04"),
        ("link", "graph 2", "[graph 2](https://graphs.example/2)"),
        ("list", "one", "- one"),
        ("table", "| a |", "| a |\n| --- |\n| b |"),
    ],
)
def test_what_a_section_holds(what: str, without: str, holding: str) -> None:
    own = of_table("ours", {"required": [{"name": "impact", "holds": [what]}]})
    assert [found[1:] for found in unfilled(document(f"# A\n\n## Impact\n\n{without}\n"), own)] == [("impact", what)]
    below = f"# A\n\n## Impact\n\n### On whom\n\n{holding}\n"
    assert list(unfilled(document(below), own)) == []


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"requird": []}, "unknown key “requird”; did you mean “required”"),
        ({"required": "impact"}, "sections are a list"),
        ({"required": [3]}, "3 is no section"),
        ({"required": ["timelime"]}, "did you mean “timeline”"),
        ({"required": [{"name": "heroes", "heading": ["Who"]}]}, "did you mean “headings”"),
        ({"required": [{"name": "impact", "holds": ["numbers"]}]}, "did you mean “number”"),
        ({"required": ["impact"], "order": ["imapct"]}, "did you mean “impact”"),
        ({"required": ["impact"], "ordered": "yes"}, "write true or false"),
        ("gogle", "there is no profile “gogle”; did you mean “google”"),
    ],
)
def test_a_wrong_profile_is_said(table: object, said: str) -> None:
    with pytest.raises(ConfigError, match="profile: ") as refused:
        make({"profile": table}, origin="pyproject.toml")
    assert said in str(refused.value)


def test_the_file_beside_the_document_counts(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        '[tool.blameless-lint.profile]\nname = "harbour"\norder = ["heroes", "impact"]\n'
        'required = [{ name = "impact", holds = ["number"] }, { name = "heroes", headings = ["Who helped"] },'
        ' "causes"]\n',
        encoding="utf-8",
    )
    path = tmp_path / "a.md"
    path.write_text("# A\n\n## Impact\n\nmany\n\n## Who helped\n\nLee\n", encoding="utf-8")
    report = Linter().lint_file(path)
    found = [finding for finding in report.files[0].findings if finding.rule == "missing-section"]
    assert [(finding.excerpt, finding.severity) for finding in found] == [
        ("A", "warning"),
        ("Impact", "warning"),
    ]
    assert "causes" in found[0].message
    assert "holds no number" in found[1].message
