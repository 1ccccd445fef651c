"""Turn a fitted encoder into what ships: an ONNX graph with int8 weights, its tokenizer and their hashes."""

from __future__ import annotations

import copy
import json
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

from blameless_lint.classify.arrays import sha256
from blameless_lint.training.batches import LONGEST

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from blameless_lint.training.bert import Encoder

INPUTS = ("ids", "segments", "mask")
OUTPUTS = ("levels", "categories", "tags")
OPSET = 17


def export(
    model: Encoder,
    tokenizer: Path,
    folder: Path,
    *,
    outputs: Sequence[str] = OUTPUTS,
    more: Mapping[str, object] | None = None,
) -> None:
    """Write model.onnx (int8), tokenizer.json and config.json into a folder; `more` goes into the configuration.

    The encoder that ships wants `categories` and `shares` there: of the blame that it learned, how much is of each.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        export_whole(_with_small_words(model), whole, outputs)
        quantize_dynamic(
            whole,
            folder / "model.onnx",
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,  # 7 bits: without them processors that lack VNNI overflow, and machines would differ
            nodes_to_exclude=_heads(whole),
            op_types_to_quantize=["MatMul"],
        )
    write_tokenizer(tokenizer, folder / "tokenizer.json")
    write_config(folder, dict(more or {}))


class SmallEmbedding(nn.Module):
    """An embedding whose rows are int8, each with a scale of its own: a common scale would cost precision."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(dim=1).clamp(min=1e-8) / 127.0
        self.register_buffer("rows", torch.round(weight / scale[:, None]).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """Return the vectors of tokens."""
        return self.rows[ids].to(torch.float32) * self.scale[ids].unsqueeze(-1)


def _with_small_words(model: Encoder) -> Encoder:
    small = copy.deepcopy(model)
    small.words = SmallEmbedding(model.words.weight.detach())
    return small


def export_whole(model: Encoder, path: Path, outputs: Sequence[str] = OUTPUTS) -> None:
    """Write the ONNX graph in single precision; rows and length are free."""
    model.eval()
    sample = tuple(torch.ones((2, 8), dtype=torch.int64) for _ in INPUTS)
    long = ("tags", *INPUTS)
    free = {name: {0: "rows", 1: "length"} if name in long else {0: "rows"} for name in (*INPUTS, *outputs)}
    torch.onnx.export(
        model,
        sample,
        str(path),
        input_names=list(INPUTS),
        output_names=list(outputs),
        opset_version=OPSET,
        dynamic_axes=free,
        dynamo=False,
    )


def _heads(path: Path) -> list[str]:
    """Return the names of the graph's nodes that belong to the heads, which stay in single precision."""
    import onnx

    return [
        node.name
        for node in onnx.load(path).graph.node
        if node.name.split("/")[1:2] in (["levels"], ["categories"], ["tags"])
    ]


def write_tokenizer(source: Path, target: Path) -> None:
    """Copy a tokenizer without padding, cut to the longest length."""
    settings = json.loads(source.read_text(encoding="utf-8"))
    settings["padding"] = None
    settings["truncation"] = {"direction": "Right", "max_length": LONGEST, "strategy": "LongestFirst", "stride": 0}
    target.write_text(json.dumps(settings, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def write_config(folder: Path, more: Mapping[str, object]) -> None:
    """Write config.json: what the model is, and the hash of every file beside it."""
    names = sorted(path.name for path in folder.iterdir() if path.name in ("model.onnx", "tokenizer.json"))
    config = {
        "format": 1,
        "longest": LONGEST,
        **more,
        "files": {name: sha256(folder / name) for name in names},
    }
    (folder / "config.json").write_text(json.dumps(config, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def copy_model(source: Path, target: Path) -> None:
    """Replace a model's folder by another, file by file."""
    target.mkdir(parents=True, exist_ok=True)
    for path in source.iterdir():
        shutil.copy2(path, target / path.name)
