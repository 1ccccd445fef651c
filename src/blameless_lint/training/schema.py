"""The rows of the labelled files, checked by pydantic; a broken row is named with its file and line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, model_validator

from blameless_lint.training.labels import Category

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Level = Literal[0, 1, 2]
Place = Annotated[list[Annotated[int, Field(ge=0)]], Field(min_length=2, max_length=2)]
Text = Annotated[str, Field(min_length=1)]
Register = Literal["timeline", "summary", "root-cause", "lessons", "action", "chat", "notice", "heading", "table"]


class BrokenRowError(ValueError):
    """A row of a labelled file that is not as the schema wants it."""


class Row(BaseModel):
    """What every row has in common: no unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class WordingUnit(Row):
    """An isolated unit: `target` and `agent` are exact parts of the text."""

    text: Text
    level: Level
    categories: list[Category]
    target: str | None
    agent: str | None
    rewrite: str | None = None
    register_: Register = Field(alias="register")

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        for part in (self.target, self.agent):
            if part is not None and part not in self.text:
                raise ValueError(f"{part!r} is no part of the text")
        if bool(self.level) != bool(self.categories):
            raise ValueError("a level above 0 needs categories, and level 0 has none")
        return self


class ActionUnit(Row):
    """An action item or something that looks like one (`action` 0, without traits)."""

    text: Text
    form: str
    action: Literal[0, 1]
    cause: str | None = None
    relevant: bool | None = None
    owner: str | None = None
    due: str | None = None
    due_kind: str | None = None
    ticket: str | None = None
    specific: bool | None = None
    measurable: bool | None = None
    achievable: bool | None = None
    time_bound: bool | None = None
    vague: bool | None = None
    type_: str | None = Field(default=None, alias="type")
    verb: str | None = None
    rewrite: str | None = None


class Labelled(Row):
    """A labelled range [start, end) of a document's text."""

    start: int = Field(ge=0)
    end: int

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.end <= self.start:
            raise ValueError("end must lie behind start")
        return self


class WordingLabel(Labelled):
    """A unit of a document that blames."""

    file: Text
    text: Text
    level: Literal[1, 2]
    categories: list[Category] = Field(min_length=1)
    target: str | None
    agent: str | None
    rewrite: str | None = None


class ActionLabel(Labelled):
    """An action item of a document; a trait is null where the reader did not judge it."""

    file: Text
    action: Literal[1]
    owner: str | None = None
    due: str | None = None
    ticket: str | None = None
    specific: bool
    measurable: bool
    achievable: bool | None
    vague: bool
    relevant: bool | None = None


class SectionLabel(Labelled):
    """The heading of a section and what the section is about."""

    file: Text
    section: Literal[
        "summary", "impact", "timeline", "detection", "causes", "resolution",
        "lessons", "actions", "participants", "evidence", "other",
    ]  # fmt: skip


class PublicWording(Labelled):
    """A blaming unit of a public text: places only, never words."""

    level: Literal[1, 2]
    categories: list[Category] = Field(min_length=1)
    target: Place | None = None


class PublicAction(Labelled):
    """An action item of a public text: places only; a trait is null where two readers disagreed."""

    owner: Place | None = None
    due: Place | None = None
    ticket: Place | None = None
    specific: bool | None = None
    measurable: bool | None = None
    achievable: bool | None = None
    vague: bool | None = None


class PublicDocument(Row):
    """A public text by where it is found: `record` names the row of a table that it was cut from."""

    id: Text
    kind: Literal["engineering", "blameless", "safety"]
    repo: Text
    path: Text
    commit: Annotated[str, Field(pattern=r"^[0-9a-f]{40}$")]
    sha1: Annotated[str, Field(pattern=r"^[0-9a-f]{40}$")]
    license: Text
    origin: Text
    readers: Literal[1, 2]
    record: str | None = None
    labels: list[PublicWording]
    actions: list[PublicAction]


DocumentLabel = WordingLabel | ActionLabel | SectionLabel
_LABELS: dict[str, type[WordingLabel | ActionLabel | SectionLabel]] = {
    "level": WordingLabel,
    "action": ActionLabel,
    "section": SectionLabel,
}
T = TypeVar("T", bound=BaseModel)


def rows(path: Path, model: type[T]) -> Iterator[T]:
    """Yield the checked rows of a JSON Lines file; raises BrokenRowError with file and line."""
    adapter = TypeAdapter(model)
    for number, line in _lines(path):
        try:
            yield adapter.validate_json(line)
        except ValidationError as error:
            raise BrokenRowError(f"{path}:{number}: {_reason(error)}") from error


def document_labels(path: Path) -> Iterator[DocumentLabel]:
    """Yield the checked labels of a set of documents; raises BrokenRowError with file and line."""
    for number, line in _lines(path):
        try:
            keys = json.loads(line)
            model = next(model for key, model in _LABELS.items() if key in keys)
            yield model.model_validate(keys)
        except ValidationError as error:
            raise BrokenRowError(f"{path}:{number}: {_reason(error)}") from error
        except (StopIteration, json.JSONDecodeError) as error:
            raise BrokenRowError(f"{path}:{number}: a label has one of the keys {', '.join(_LABELS)}") from error


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.strip():
            yield number, line


def _reason(error: ValidationError) -> str:
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"])
    return f"{place}: {first['msg']}" if place else str(first["msg"])
