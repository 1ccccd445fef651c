"""Join the labels of public texts with the texts, which live in a folder that the user names."""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from blameless_lint.training.schema import PublicDocument

ACTION = "\n\nImmediate action taken:\n"


class WrongTextError(ValueError):
    """A text that is not the one which was labelled."""


@dataclass(frozen=True)
class Joined:
    """The public documents whose texts were found, and the ids of those that were not."""

    texts: dict[str, str]
    absent: tuple[str, ...]


def join(documents: Iterable[PublicDocument], folder: Path) -> Joined:
    """Find the text of every document in a folder.

    The folder holds either `<id>.<ext>` files or checkouts, `<folder>/<owner>/<name>/<path>`. The SHA-1 of
    every text must be the labelled one; a file of the right name and another content raises WrongTextError.
    """
    if not folder.is_dir():
        raise FileNotFoundError(f"{folder}: no folder of public texts; see data/README.md for how to get them")
    texts: dict[str, str] = {}
    absent: list[str] = []
    for document in documents:
        content = next(_candidates(document, folder), None)
        if content is None:
            absent.append(document.id)
        else:
            texts[document.id] = content.decode("utf-8")
    return Joined(texts, tuple(absent))


def _candidates(document: PublicDocument, folder: Path) -> Iterator[bytes]:
    """Yield the contents that have the labelled hash."""
    for path in sorted(folder.glob(f"{document.id}.*")):
        yield _verified(path, document)
    path = folder / document.repo / document.path
    if path.is_file() and document.record is None:
        yield _verified(path, document)
    elif path.is_file():
        yield from (content for content in _cut(path) if _sha1(content) == document.sha1)


def _verified(path: Path, document: PublicDocument) -> bytes:
    content = path.read_bytes()
    if _sha1(content) != document.sha1:
        raise WrongTextError(f"{path}: not the text that was labelled; take {document.repo} at {document.commit}")
    return content


def _sha1(content: bytes) -> str:
    return hashlib.sha1(content, usedforsecurity=False).hexdigest()


@cache
def _cut(path: Path) -> tuple[bytes, ...]:
    """Return the texts of a table of safety reports: the narrative, and what was done."""
    with path.open(encoding="utf-8", newline="") as stream:
        table = list(csv.DictReader(stream, skipinitialspace=True))
    texts: list[bytes] = []
    for row in table:
        narrative, action = (str(row.get(name) or "").strip() for name in ("Narrative", "Immediate Action Taken"))
        texts.extend(
            text.encode() for text in (narrative + ACTION + action, narrative + ACTION + action + "\n", narrative)
        )
    return tuple(texts)
