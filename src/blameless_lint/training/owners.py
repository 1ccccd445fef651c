"""Train the choice of owners: weights over the clues of the phrases of labelled action items."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from blameless_lint.actions import segments
from blameless_lint.actions.candidates import candidates
from blameless_lint.actions.clues import clues, setting
from blameless_lint.actions.known import known_names
from blameless_lint.actions.owned import LEAST
from blameless_lint.actions.phrases import phrases
from blameless_lint.text.source import Source, Span
from blameless_lint.training.data import action_units, public_documents, task_documents
from blameless_lint.training.plain import store_plain

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from blameless_lint.training.data import Labelled
    from blameless_lint.training.labels import Split

STRENGTH = 0.2


@dataclass(frozen=True, slots=True)
class Task:
    """The text of an action item with its owner and the phrases that could name one, each with its clues."""

    text: str
    owner: str | None
    found: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def right(self) -> tuple[bool, ...]:
        """Return for each phrase whether it is the one that names the owner best."""
        scores = [shared(self.owner or "", text) for text, _ in self.found]
        best = max(scores, default=0.0)
        return tuple(score == best >= 1 / 2 for score in scores)


def train_owners(target: Path, public_texts: Path | None = None, data: Path | None = None) -> dict[str, Any]:
    """Fit, store and measure the choice of owners; return what metrics.json holds."""
    from sklearn.linear_model import LogisticRegression

    rows = list(tasks("develop", data))
    if public_texts is not None:
        rows += [row for each in public_documents(public_texts, data) if each.actions for row in _of_document(each)]
    names = sorted({clue for row in rows for _, found in row.found for clue in found})
    wanted = [answer for row in rows for answer in row.right]
    model = LogisticRegression(C=STRENGTH, max_iter=1000, solver="liblinear").fit(_table(rows, names), wanted)
    weights = {name: round(float(w), 4) for name, w in zip(names, model.coef_[0], strict=True)}
    found = {"intercept": round(float(model.intercept_[0]), 4), "weights": weights}
    metrics: dict[str, Any] = {
        "public_texts": public_texts is not None,
        "items": len(rows),
        "phrases": len(wanted),
        "owners": sum(wanted),
    }
    metrics |= {split: measure(found, tasks(split, data)) for split in ("validation", "test")}
    store_plain(target, found, metrics, card(metrics))
    return metrics


def _table(rows: Iterable[Task], names: list[str]) -> Any:
    """Return the clues of all phrases as a sparse table (phrases, clues)."""
    import numpy as np
    from scipy.sparse import csr_matrix

    places = {name: place for place, name in enumerate(names)}
    found = [[places[clue] for clue in each] for row in rows for _, each in row.found]
    ends = np.cumsum([0, *map(len, found)], dtype=np.int32)
    columns = np.array([place for each in found for place in each], dtype=np.int32)
    return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(found), len(names)))


def tasks(split: Split, data: Path | None = None) -> Iterator[Task]:
    """Yield our labelled action items of a split whose owner, if there is one, stands in the words of the task."""
    for unit in action_units(split, data):
        if unit.action and unit.form != "table-row":
            yield _task(unit.text, unit.owner, frozenset())
    for document in task_documents(split, data):
        if document.actions:
            yield from _of_document(document)


def _of_document(document: Labelled) -> Iterator[Task]:
    from blameless_lint.text.reader import read

    whole = read(Source(document.name, document.text))
    known = known_names(whole)
    for candidate in candidates(whole):
        if "owner" in candidate.fields:
            continue
        span = candidate.whole.span
        for label in document.actions:
            place = Span(label.start, label.end)
            common = min(span.end, place.end) - max(span.start, place.start)
            if common * 2 >= min(len(span), len(place)):
                yield _task(candidate.task.text, label.owner, known)
                break


def _task(text: str, owner: str | None, known: frozenset[str]) -> Task:
    parts = segments.split(text)
    here = setting(text, parts, known)
    found = ((phrase.text, tuple(clues(phrase, here))) for phrase in phrases(parts, known))
    return Task(text, owner, tuple(found))


def shared(first: str, second: str) -> float:
    """Return the share of the words of two texts that both have."""
    ours, theirs = ({*re.findall(r"\w+", text.lower())} for text in (first, second))
    return len(ours & theirs) / max(1, len(ours | theirs))


def measure(model: dict[str, Any], rows: Iterable[Task]) -> dict[str, int]:
    """Return how many owners the weights alone, without the rules, name rightly, wrongly and not at all."""
    from blameless_lint.classify.owners import Owners

    owners = Owners(model["weights"], model["intercept"])
    counts = {"right": 0, "wrong": 0, "missed": 0}
    for row in rows:
        scored = ((owners.probability(found), text) for text, found in row.found)
        score, text = max(scored, default=(0.0, ""))
        named = score >= LEAST
        right = named and shared(row.owner or "", text) >= 1 / 2
        counts["right"] += right
        counts["wrong"] += named and not right
        counts["missed"] += bool(row.owner) and not right
    return counts


CARD = """# owners

A logistic regression over named clues of a phrase in an action item (what kind of name it is, where it stands, what is
before and behind it), which tells whether the phrase names who is to do the item. It is asked only where no rule finds
an owner; the likeliest phrase is taken if it is likely enough (`actions/owned.py`).

**Intended use**: inside blameless-lint. **Form**: weights.json, scored in plain Python; its SHA-256 is in config.json.

**Data**: the action items of `data/` and of public texts that are for development: {items} items with {phrases}
phrases, {owners} of them owners.

| the weights alone, from {least} on, without the rules | right | wrong | missed |
| --- | --- | --- | --- |
{rows}

Written by `blameless-lint train owners` from metrics.json. **Limits**: English; `python benchmarks/actions.py` measures
rules and weights together.
"""


def card(metrics: Mapping[str, Any]) -> str:
    """Return the card, every figure of it from the metrics."""
    parts = {name: figures for name, figures in metrics.items() if isinstance(figures, dict)}
    lines = [f"| {name} | {each['right']} | {each['wrong']} | {each['missed']} |" for name, each in parts.items()]
    counts = {name: figure for name, figure in metrics.items() if name not in parts}
    return CARD.format(least=LEAST, rows="\n".join(lines), **counts)
