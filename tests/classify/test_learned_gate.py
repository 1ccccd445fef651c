"""The gate's learned half."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from blameless_lint.classify.arrays import models_folder
from blameless_lint.classify.gate import Opened, load_gate, moods
from blameless_lint.language.pipeline import ModelError
from blameless_lint.text.document import Document
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source

CALM = "The pod was rescheduled to another node at 10:04. The queue filled up. The team met on Monday."
ANGRY = "Dana forgot to rotate the key because she was careless. Omar was too lazy to look. Priya broke it again."


def document(text: str) -> Document:
    return read(Source("draft.md", f"# Outage\n\n{text}\n"))


def decided(text: str, *, by_words: bool = True) -> dict[str, tuple[bool, bool]]:
    found = document(text)
    opened = load_gate()(found.sentences, [by_words] * len(found.sentences))
    return dict(zip((s.text for s in found.sentences), zip(opened.parsed, opened.shown, strict=True), strict=True))


def test_blame_is_let_through_and_narration_is_kept_out() -> None:
    found = decided(f"{CALM} {ANGRY}", by_words=False)
    assert found["Dana forgot to rotate the key because she was careless."] == (True, True)
    assert found["The pod was rescheduled to another node at 10:04."] == (False, False)


def test_what_is_shown_is_parsed_too() -> None:
    assert all(parsed for parsed, shown in decided(f"{CALM} {ANGRY}").values() if shown)


def test_among_blame_the_gate_opens_wider() -> None:
    rates = moods(np.array([0.1, 0.9, 0.9, 0.9])), moods(np.array([0.1, 0.01, 0.01, 0.01]))
    assert rates[0][0] > rates[1][0]


def test_the_mood_leaves_the_sentence_itself_out() -> None:
    assert moods(np.array([0.9, 0.2, 0.2]))[0] == moods(np.array([0.1, 0.2, 0.2]))[0]


def test_no_sentences_are_no_trouble() -> None:
    assert load_gate()([], []) == Opened((), ())


def test_a_model_without_a_gate_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "wording-linear"
    shutil.copytree(models_folder() / "wording-linear", folder)
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    del config["gate"]
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    with pytest.raises(ModelError, match="lacks “gate”; train the model again"):
        load_gate(folder)
