"""The labelled data: its split, its schemas, and how public texts are joined."""

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from blameless_lint.training import data
from blameless_lint.training.public import WrongTextError
from blameless_lint.training.schema import BrokenRowError

UNIT = {
    "text": "Dana forgot the flag.",
    "level": 2,
    "categories": ["omission"],
    "target": "forgot the flag",
    "agent": "Dana",
    "rewrite": None,
    "register": "timeline",
}


def _write(path: Path, *rows: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def test_no_author_file_is_in_two_parts() -> None:
    parts = [
        {example.origin for example in data.wording_units(split)}
        | {document.name for document in data.documents(split)}
        for split in ("develop", "validation", "test")
    ]
    assert all(parts)
    assert len(set.union(*parts)) == sum(len(part) for part in parts)


def test_every_row_is_well_formed_and_every_label_is_where_it_says() -> None:
    for split in ("develop", "validation", "test"):
        for document in data.documents(split):
            for label in document.labels:
                assert label.target is None or label.span.contains(label.target)
                assert label.span.end <= len(document.text)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"level": 3}, "level"),
        ({"categories": []}, "categories"),
        ({"target": "not there"}, "no part of the text"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_broken_row_is_named_with_its_file_and_line(tmp_path: Path, change: dict[str, object], reason: str) -> None:
    _write(tmp_path / "wording" / "ours.jsonl", UNIT, UNIT | change)
    with pytest.raises(BrokenRowError, match=rf"ours\.jsonl:2: .*{reason}"):
        data.wording_units("develop", tmp_path)


def test_a_teams_own_file_joins_the_development_part(tmp_path: Path) -> None:
    _write(tmp_path / "wording" / "ours.jsonl", UNIT)
    (example,) = data.wording_units("develop", tmp_path)
    assert data.wording_units("validation", tmp_path) == []
    assert example.target is not None
    assert example.text[example.target.start : example.target.end] == "forgot the flag"


def _public(folder: Path, text: str, **more: object) -> None:
    row = {
        "id": "X-1",
        "kind": "engineering",
        "repo": "someone/docs",
        "path": "incidents/one.md",
        "commit": "a" * 40,
        "sha1": hashlib.sha1(text.encode()).hexdigest(),
        "license": "MIT",
        "origin": "someone/docs",
        "readers": 1,
        "labels": [{"start": 0, "end": 21, "level": 2, "categories": ["omission"], "target": [5, 20]}],
        "actions": [],
    }
    _write(folder / "public" / "labels.jsonl", row | more)


def test_public_texts_are_joined_from_files_and_from_checkouts(tmp_path: Path) -> None:
    _public(tmp_path, UNIT["text"])
    for place in ("by-id/X-1.md", "checkouts/someone/docs/incidents/one.md"):
        path = tmp_path / place
        path.parent.mkdir(parents=True)
        path.write_text(UNIT["text"], encoding="utf-8")
    for folder in ("by-id", "checkouts"):
        (document,) = data.public_documents(tmp_path / folder, tmp_path)
        assert document.text == UNIT["text"]
        assert not document.labels[0].agent_known
    (tmp_path / "empty").mkdir()
    assert list(data.public_documents(tmp_path / "empty", tmp_path)) == []


def test_a_public_text_that_changed_is_refused(tmp_path: Path) -> None:
    _public(tmp_path, UNIT["text"])
    (tmp_path / "X-1.md").write_text("Something else.", encoding="utf-8")
    with pytest.raises(WrongTextError, match=r"X-1\.md: not the text that was labelled"):
        list(data.public_documents(tmp_path, tmp_path))


def test_a_report_is_cut_from_its_table(tmp_path: Path) -> None:
    text = "The crew left.\n\nImmediate action taken:\nNone."
    _public(tmp_path, text, path="table.csv", record="7", kind="safety", labels=[])
    table = tmp_path / "someone" / "docs" / "table.csv"
    table.parent.mkdir(parents=True)
    table.write_text('"ID", "Narrative", "Immediate Action Taken"\n"7","The crew left.","None."\n', encoding="utf-8")
    (document,) = data.public_documents(tmp_path, tmp_path)
    assert document.text == text


def test_the_public_labels_hold_no_words_of_the_texts() -> None:
    for line in (data.data_folder() / "public" / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert "title" not in row
        assert "text" not in row
        for place in [*row["labels"], *row["actions"]]:
            assert not any(isinstance(value, str) for value in place.values())


def test_a_part_is_served_as_a_dataset(tmp_path: Path) -> None:
    datasets = pytest.importorskip("datasets")
    shutil.copytree(data.data_folder() / "wording", tmp_path / "wording")
    found = data.load("wording", "validation", folder=tmp_path)
    assert isinstance(found, datasets.Dataset)
    assert len(found) == len(data.wording_units("validation", tmp_path))
    assert {"text", "level", "categories", "target"} <= set(found.column_names)


def test_documents_of_action_items_alone_teach_no_wording():
    names = {document.name for document in data.task_documents("develop") if document.name.startswith("actions/")}

    assert names
    assert not names & {document.name for document in data.documents("develop")}
    assert not names & {document.name for document in data.task_documents("test")}
