"""Linear models: what is exported scores as what was fitted, and only what was exported is loaded."""

import warnings
from pathlib import Path
from shutil import copytree

import numpy as np
import pytest

from blameless_lint.classify.arrays import ModelError, models_folder, read_arrays
from blameless_lint.classify.linear import Linear, load_linear, place
from blameless_lint.training.regression import Output, features, fit_all, store

TEXTS = [
    "Dana forgot the flag",
    "The pod restarted",
    "QA missed it again",
    "The queue filled up",
    "He was careless",
    "All fine",
]
PLACES = ["causes/item", "timeline/item"] * 3


def _fitted(folder: Path) -> tuple[Linear, np.ndarray]:
    pytest.importorskip("sklearn")
    ones = np.ones(len(TEXTS))
    wanted = [
        Output("blame", np.array([1, 0, 1, 0, 1, 0]), ones.astype(bool), ones),
        Output("omission", np.array([1, 0, 1, 0, 0, 0]), np.array([1, 0, 1, 0, 1, 1], bool), ones * 2),
    ]
    matrix = features(TEXTS, PLACES)
    models = fit_all(matrix, wanted, strength=30.0)
    store(
        folder, dict(zip(("blame", "omission"), models, strict=True)), thresholds={"gate": 0.1}, more={"model": "small"}
    )
    return load_linear(folder), np.stack([model.predict_proba(matrix)[:, 1] for model in models], axis=1)


def test_export_scores_as_scikit_learn(tmp_path: Path) -> None:
    model, wanted = _fitted(tmp_path)
    assert np.abs(model.scores(TEXTS, PLACES) - wanted).max() < 1e-6
    assert np.abs(model.scores(TEXTS, PLACES, ["omission"])[:, 0] - wanted[:, 1]).max() < 1e-6
    assert model.scores([], []).shape == (0, 2)


def test_the_file_is_what_the_safetensors_library_reads(tmp_path: Path) -> None:
    numpy_reader = pytest.importorskip("safetensors.numpy")
    _fitted(tmp_path)
    theirs = numpy_reader.load_file(tmp_path / "weights.safetensors")
    ours = read_arrays(tmp_path / "weights.safetensors")
    assert ours.keys() == theirs.keys()
    assert all(np.array_equal(ours[name], theirs[name]) for name in ours)


@pytest.mark.parametrize("damage", ["changed", "missing", "no config", "broken config"])
def test_a_model_that_is_not_whole_says_what_to_do(tmp_path: Path, damage: str) -> None:
    copytree(models_folder() / "wording-linear", tmp_path, dirs_exist_ok=True)
    load_linear.cache_clear()
    weights, config = tmp_path / "weights.safetensors", tmp_path / "config.json"
    if damage == "changed":
        content = bytearray(weights.read_bytes())
        content[-1] ^= 1
        weights.write_bytes(content)
    elif damage == "missing":
        weights.unlink()
    elif damage == "no config":
        config.unlink()
    else:
        config.write_text("{", encoding="utf-8")
    with pytest.raises(ModelError, match="install blameless-lint again, or train the model"):
        load_linear(tmp_path)


def test_a_file_that_is_no_safetensors_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "weights.safetensors").write_bytes(b"\x05\x00\x00\x00\x00\x00\x00\x00hello")
    with pytest.raises(ModelError, match="not a safetensors file"):
        read_arrays(tmp_path / "weights.safetensors")


def test_the_model_that_ships_tells_blame_from_narration() -> None:
    model = load_linear()
    texts = [
        "Dana forgot to rotate the key because she was careless.",
        "The pod was rescheduled to another node at 10:04.",
    ]
    blame, calm = model.scores(texts, ["causes/paragraph", "timeline/item"], ["blame"])[:, 0]
    assert blame > model.thresholds["flag"] > calm
    assert (models_folder() / "wording-linear" / "CARD.md").is_file()


def test_a_text_of_megabytes_gives_probabilities_and_no_warning() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = load_linear().scores(["the thing and more " * 60_000], [place("actions", "item")])
    assert ((found >= 0) & (found <= 1)).all()
