"""The judge: a finding belongs to the sentence that it overlaps most."""

import json
from pathlib import Path

import pytest

from blameless_lint.text.source import Span
from blameless_lint.training.align import Label
from blameless_lint.training.data import Labelled
from blameless_lint.training.gold import gold_documents
from blameless_lint.training.judge import Found, judge

TEXT = "Dana forgot the flag. The pod failed. We should have tested it. QA missed it."


def _label(part: str, level: int) -> Label:
    start = TEXT.index(part)
    return Label(Span(start, start + len(part)), level, ("omission",))


def _document() -> Labelled:
    labels = (_label("Dana forgot the flag.", 2), _label("We should have tested it.", 1), _label("QA missed it.", 2))
    return Labelled("a.md", "drafts", TEXT, labels)


def _found(part: str, severity: str = "error", category: str = "omission", confidence: float = 0.9) -> Found:
    start = TEXT.index(part)
    return Found(start, start + len(part), severity, category, confidence)


def test_findings_are_judged_by_level_category_and_severity() -> None:
    found = [
        _found("Dana forgot"),
        _found("pod failed", confidence=0.4),
        _found("should have", "error", "counterfactual"),
    ]
    figures = judge([_document()], lambda _text, _name: found).figures["drafts"]
    assert figures["precision"] == pytest.approx(2 / 3)
    assert figures["recall"] == pytest.approx(1 / 2)
    assert figures["level"] == pytest.approx(1 / 2)
    assert figures["category"] == pytest.approx(1.0)
    assert figures["false"] == pytest.approx(1000 / 15)


def test_info_counts_for_calibration_only() -> None:
    judged = judge([_document()], lambda _text, _name: [_found("pod failed", "info", confidence=0.3)])
    assert judged.figures["all"]["flagged"] == 0
    assert judged.confidence.tolist() == [0.3]
    assert judged.right.tolist() == [False]
    assert judged.calibration_error == pytest.approx(0.3)


def test_no_findings_are_judged_as_such() -> None:
    judged = judge([_document()], lambda _text, _name: [])
    assert judged.figures["all"]["recall"] == 0.0
    assert judged.figures["all"]["precision"] is None


def test_a_folder_in_the_gold_format_is_read(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "x.txt").write_text(TEXT, encoding="utf-8")
    label = {"start": 0, "end": 21, "level": 2, "categories": ["omission"], "note": "more keys are fine"}
    (tmp_path / "labels.jsonl").write_text(
        json.dumps({"id": "x", "labels": [label], "title": "t"}) + "\n", encoding="utf-8"
    )
    (document,) = gold_documents(tmp_path)
    assert (document.text, document.labels[0].level) == (TEXT, 2)
    with pytest.raises(FileNotFoundError, match=r"holds no labels\.jsonl"):
        list(gold_documents(tmp_path / "docs"))
