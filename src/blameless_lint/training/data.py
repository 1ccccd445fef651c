"""The labelled data in its fixed split, by author file and by document, never by sentence."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from blameless_lint.text.source import Span
from blameless_lint.training.align import Label
from blameless_lint.training.labels import Example, Split
from blameless_lint.training.public import Joined, join
from blameless_lint.training.schema import (
    ActionLabel,
    ActionUnit,
    DocumentLabel,
    PublicDocument,
    WordingLabel,
    WordingUnit,
    document_labels,
    rows,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from datasets import Dataset

Name = Literal["wording", "sentences", "actions"]
DEVELOP_SETS = ("set-a", "set-b", "set-c", "set-d", "set-g")
VALIDATION_SETS = ("set-e",)
TEST_SETS = ("set-f",)
VALIDATION_WORDING = "wording-3.jsonl"
VALIDATION_ACTIONS = "actions-4.jsonl"
ACTIONS_TO_DEVELOP = 700
_SETS: dict[Split, tuple[str, ...]] = {"develop": DEVELOP_SETS, "validation": VALIDATION_SETS, "test": TEST_SETS}
_PLACES = {
    "timeline": ("timeline", ""),
    "summary": ("summary", ""),
    "root-cause": ("causes", ""),
    "lessons": ("lessons", ""),
    "action": ("actions", ""),
    "notice": ("summary", ""),
    "heading": ("", "heading"),
    "table": ("", "cell"),
}


@dataclass(frozen=True)
class Labelled:
    """A document with its labels: `path` is the file's name, `labels` of wording, `actions` as they were labelled."""

    name: str
    kind: str
    text: str
    labels: tuple[Label, ...]
    actions: tuple[ActionLabel, ...] = ()


def data_folder() -> Path:
    """Return the `data` folder of the checkout that this module runs from; raises FileNotFoundError outside of one."""
    folder = Path(__file__).resolve().parents[3] / "data"
    if not folder.is_dir():
        raise FileNotFoundError(
            f"{folder}: the labelled data is in the repository only; clone it, or name a folder with --data"
        )
    return folder


def wording_units(split: Split, folder: Path | None = None) -> list[Example]:
    """Return the isolated units of a split; files of your own beside ours are for development."""
    found: list[Example] = []
    for path in sorted(((folder or data_folder()) / "wording").glob("*.jsonl")):
        if split == ("validation" if path.name == VALIDATION_WORDING else "develop"):
            found.extend(_unit(unit, path.name) for unit in rows(path, WordingUnit))
    return found


def _unit(unit: WordingUnit, name: str) -> Example:
    section, block = _PLACES.get(unit.register_, ("", ""))
    return Example(
        text=unit.text,
        level=unit.level,
        categories=tuple(unit.categories),
        target=_find(unit.text, unit.target),
        agent=_find(unit.text, unit.agent),
        section=section,
        block=block,
        origin=f"wording/{name}",
        kind="units",
        end=len(unit.text),
    )


def _find(text: str, part: str | None, shift: int = 0) -> Span | None:
    start = text.find(part) if part else -1
    return Span(shift + start, shift + start + len(part)) if part and start >= 0 else None


def documents(split: Split, folder: Path | None = None) -> Iterator[Labelled]:
    """Yield the whole documents of a split; sets of your own (`documents/<name>/`) are for development."""
    root = (folder or data_folder()) / "documents"
    known = {name for names in _SETS.values() for name in names}
    own = tuple(sorted(path.name for path in root.iterdir() if path.is_dir() and path.name not in known))
    for name in _SETS[split] + (own if split == "develop" else ()):
        if (root / name).is_dir():
            yield from documents_in(root / name)


def documents_in(folder: Path) -> Iterator[Labelled]:
    """Yield the documents of one set: `*.md` beside `labels.jsonl`."""
    by_file: dict[str, list[DocumentLabel]] = {}
    for label in document_labels(folder / "labels.jsonl"):
        by_file.setdefault(label.file, []).append(label)
    for path in sorted(folder.glob("*.md")):
        labels = by_file.get(path.name, [])
        yield Labelled(
            name=f"{folder.parent.name}/{folder.name}/{path.name}",
            kind=folder.name,
            text=path.read_bytes().decode("utf-8"),
            labels=tuple(_label(label) for label in labels if isinstance(label, WordingLabel)),
            actions=tuple(label for label in labels if isinstance(label, ActionLabel)),
        )


def task_documents(split: Split, folder: Path | None = None) -> Iterator[Labelled]:
    """Yield the whole documents of a split whose action items may be labelled; `actions/<name>/` has nothing else."""
    yield from documents(split, folder)
    if split == "develop":
        for own in sorted(path for path in ((folder or data_folder()) / "actions").iterdir() if path.is_dir()):
            yield from documents_in(own)


def _label(label: WordingLabel) -> Label:
    return Label(
        span=Span(label.start, label.end),
        level=label.level,
        categories=tuple(label.categories),
        target=_find(label.text, label.target, label.start),
        agent=_find(label.text, label.agent, label.start),
    )


def public_documents(texts: Path, folder: Path | None = None) -> Iterator[Labelled]:
    """Yield the public documents whose texts are in a folder; they belong to the development part."""
    listed = list(rows((folder or data_folder()) / "public" / "labels.jsonl", PublicDocument))
    joined: Joined = join(listed, texts)
    for document in listed:
        if document.id in joined.texts:
            yield _public(document, joined.texts[document.id])


def _public(document: PublicDocument, text: str) -> Labelled:
    def words(place: list[int] | None) -> str | None:
        return text[place[0] : place[1]] if place else None

    return Labelled(
        name=f"public/{document.id}{'.txt' if document.record else '.md'}",
        kind=document.kind,
        text=text,
        labels=tuple(
            Label(
                span=Span(label.start, label.end),
                level=label.level,
                categories=tuple(label.categories),
                target=Span(*label.target) if label.target else None,
                agent_known=False,
            )
            for label in document.labels
        ),
        actions=tuple(
            ActionLabel.model_construct(
                file=document.id,
                action=1,
                **action.model_dump(exclude={"owner", "due", "ticket"}),
                owner=words(action.owner),
                due=words(action.due),
                ticket=words(action.ticket),
            )
            for action in document.actions
        ),
    )


def action_units(split: Split, folder: Path | None = None) -> list[ActionUnit]:
    """Return the action items of a split: the first 700 lines of actions-1 and every file but actions-4 develop."""
    found: list[ActionUnit] = []
    for path in sorted(((folder or data_folder()) / "actions").glob("*.jsonl")):
        units = list(rows(path, ActionUnit))
        if path.name == "actions-1.jsonl":
            parts = {"develop": units[:ACTIONS_TO_DEVELOP], "test": units[ACTIONS_TO_DEVELOP:]}
        else:
            parts = {"validation" if path.name == VALIDATION_ACTIONS else "develop": units}
        found.extend(parts.get(split, []))
    return found


def load(name: Name, split: Split, *, public_texts: Path | None = None, folder: Path | None = None) -> Dataset:
    """Return a part of the data as a Hugging Face dataset, without the network.

    `wording` are isolated units, `sentences` the sentences of whole documents (with the public texts of a folder, when
    one is given), `actions` the action items.
    """
    from datasets import Dataset

    from blameless_lint.training.sentences import sentences

    if name == "wording":
        return Dataset.from_list([_row(example) for example in wording_units(split, folder)])
    if name == "sentences":
        return Dataset.from_list([_row(example) for example in sentences(split, public_texts, folder)])
    return Dataset.from_list([unit.model_dump(by_alias=True) for unit in action_units(split, folder)])


def _row(example: Example) -> dict[str, object]:
    spans = {name: [span.start, span.end] if span else None for name, span in _spans(example)}
    plain = ("text", "level", "section", "block", "previous", "origin", "kind", "start", "end")
    return {name: getattr(example, name) for name in plain} | {"categories": list(example.categories)} | spans


def _spans(example: Example) -> tuple[tuple[str, Span | None], ...]:
    return (("target", example.target), ("agent", example.agent))
