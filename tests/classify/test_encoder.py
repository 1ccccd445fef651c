"""The encoder that ships: what it recognises, where, and what happens when it cannot run."""

import json
import shutil
import sys
from pathlib import Path

import pytest

from blameless_lint.classify.arrays import ModelError, models_folder
from blameless_lint.classify.encoder import Encoder, Unavailable, Unit, load_encoder

BLAME = Unit(
    "The outage happened because Dana forgot to rotate the key and ignored two warnings.", "causes", "paragraph"
)
CALM = Unit("At 10:04 the health check failed and the balancer took the node out of rotation.", "timeline", "item")


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    pytest.importorskip("onnxruntime")
    found = load_encoder()
    assert isinstance(found, Encoder)
    return found


def test_blame_is_told_from_narration_and_its_words_are_found(encoder: Encoder) -> None:
    blame, calm = encoder.score([BLAME, CALM])
    assert blame.blame > 0.9
    assert calm.blame < 0.1
    assert blame.levels[2] > blame.levels[1]
    assert blame.category in {"omission", "person-cause"}
    assert blame.target is not None
    assert "forgot" in BLAME.text[blame.target.start : blame.target.end]
    assert blame.agent is not None
    assert BLAME.text[blame.agent.start : blame.agent.end] == "Dana"


def test_scores_do_not_depend_on_the_batch(encoder: Encoder) -> None:
    many = [CALM, BLAME, Unit("Short."), BLAME, Unit("x " * 400), Unit("")] * 6
    scores = encoder.score(many)
    alone = encoder.score([BLAME])[0]
    assert len(scores) == len(many)
    for unit, score in zip(many, scores, strict=True):
        assert sum(score.levels) == pytest.approx(1.0, abs=1e-5)
        for span in (score.target, score.agent):
            assert span is None or 0 <= span.start < span.end <= len(unit.text)
    assert scores[1].blame == pytest.approx(alone.blame, abs=0.05)


def test_nothing_is_scored_for_no_sentences(encoder: Encoder) -> None:
    assert encoder.score([]) == []


def test_without_its_packages_it_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    load_encoder.cache_clear()
    found = load_encoder()
    load_encoder.cache_clear()
    assert isinstance(found, Unavailable)
    assert "onnxruntime is not installed" in found.reason


def test_a_changed_file_is_refused(tmp_path: Path) -> None:
    pytest.importorskip("onnxruntime")
    folder = tmp_path / "model"
    shutil.copytree(models_folder() / "wording-encoder", folder)
    tokenizer = folder / "tokenizer.json"
    settings = json.loads(tokenizer.read_text(encoding="utf-8"))
    tokenizer.write_text(json.dumps(settings | {"version": "9"}), encoding="utf-8")
    with pytest.raises(ModelError, match=r"tokenizer\.json: this file is not the one"):
        load_encoder(folder)
