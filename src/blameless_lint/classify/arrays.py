"""A model's folder: its configuration and its arrays, with their hashes checked; read with NumPy alone, no pickle."""

from __future__ import annotations

import hashlib
import json
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from blameless_lint.language.pipeline import ModelError

if TYPE_CHECKING:
    from collections.abc import Mapping

Numbers = np.ndarray[Any, np.dtype[Any]]
KINDS = {"F64": np.float64, "F32": np.float32, "F16": np.float16, "I64": np.int64, "I32": np.int32, "U8": np.uint8}


@dataclass(frozen=True)
class Stored:
    """A model's folder after its check: `config` is what config.json says."""

    folder: Path
    config: Mapping[str, Any]

    def path(self, name: str) -> Path:
        """Return the path of a file."""
        return self.folder / name


def models_folder() -> Path:
    """Return the folder of the models that ship: inside the package, or beside `src` in a checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "models"
    return inside if inside.is_dir() else package.parents[1] / "models"


def open_model(folder: Path) -> Stored:
    """Check a model's files against the hashes in its config.json; raises ModelError where they differ."""
    path = folder / "config.json"
    try:
        config = json.loads(path.read_text(encoding="utf-8"))
        files = dict(config["files"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{path}: no model here; {_ADVICE}") from error
    for name, wanted in files.items():
        try:
            found = sha256(folder / name)
        except OSError as error:
            raise ModelError(f"{folder / name}: this file of the model is missing; {_ADVICE}") from error
        if found != wanted:
            raise ModelError(f"{folder / name}: this file is not the one that config.json names; {_ADVICE}")
    return Stored(folder, config)


_ADVICE = "install blameless-lint again, or train the model (`blameless-lint train --help`)"


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file as hexadecimal digits."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def read_arrays(path: Path) -> dict[str, Numbers]:
    """Return the arrays of a safetensors file; raises ModelError where it is not well formed.

    The format: the length of the header as 8 bytes, little-endian; the header as JSON; the arrays, row by row.
    """
    content = path.read_bytes()
    try:
        (length,) = struct.unpack("<Q", content[:8])
        header = json.loads(content[8 : 8 + length])
        header.pop("__metadata__", None)
        body = memoryview(content)[8 + length :]
        return {name: _array(body, entry) for name, entry in header.items()}
    except (struct.error, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{path}: not a safetensors file; {_ADVICE}") from error


def _array(body: memoryview, entry: Mapping[str, Any]) -> Numbers:
    start, end = entry["data_offsets"]
    return np.frombuffer(body[start:end], KINDS[entry["dtype"]]).reshape(entry["shape"])


def write_arrays(path: Path, arrays: Mapping[str, Numbers]) -> None:
    """Write arrays as a safetensors file."""
    names = {np.dtype(kind): name for name, kind in KINDS.items()}
    header: dict[str, object] = {}
    place = 0
    for name, array in arrays.items():
        header[name] = {
            "dtype": names[array.dtype],
            "shape": list(array.shape),
            "data_offsets": [place, place + array.nbytes],
        }
        place += array.nbytes
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with path.open("wb") as stream:
        stream.write(struct.pack("<Q", len(text)) + text)
        for array in arrays.values():
            stream.write(np.ascontiguousarray(array).tobytes())
