"""Folders of labelled documents to measure on: `labels.jsonl`, one line a document, and `docs/<id>.<ext>`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from blameless_lint.text.source import Span
from blameless_lint.training.align import Label
from blameless_lint.training.data import Labelled
from blameless_lint.training.labels import Category
from blameless_lint.training.schema import rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class GoldLabel(BaseModel):
    """A blaming unit; keys that are not needed here are let through."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    start: int = Field(ge=0)
    end: int
    level: Literal[1, 2]
    categories: list[Category]


class GoldDocument(BaseModel):
    """A document's labels."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: str
    kind: str = "all"
    labels: list[GoldLabel]
    actions: list[dict[str, Any]] | None = None


def gold_documents(folder: Path) -> Iterator[Labelled]:
    """Yield the documents of a folder; raises FileNotFoundError where it is none, BrokenRowError for a bad line."""
    if not (folder / "labels.jsonl").is_file():
        raise FileNotFoundError(f"{folder}: holds no labels.jsonl; see data/README.md for the format")
    for document in rows(folder / "labels.jsonl", GoldDocument):
        path = next(iter(sorted((folder / "docs").glob(f"{document.id}.*"))), None)
        if path is None:
            raise FileNotFoundError(f"{folder / 'docs'}: holds no text of {document.id}")
        yield Labelled(
            name=path.name,
            kind=document.kind,
            text=path.read_bytes().decode("utf-8"),
            labels=tuple(
                Label(Span(label.start, label.end), label.level, tuple(label.categories), agent_known=False)
                for label in document.labels
            ),
        )
