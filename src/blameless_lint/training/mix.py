"""What an epoch of the wording encoder sees: the hard, a part of the easy and settled, context dropped at random."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from zlib import crc32

from blameless_lint.training.batches import Encoded, encode
from blameless_lint.training.data import wording_units
from blameless_lint.training.folds import fold_of
from blameless_lint.training.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from tokenizers import Tokenizer

    from blameless_lint.training.labels import Example

EASY_KEPT = 0.1
SETTLED = 0.03
"""The probability of blame under which a sentence without blame teaches little more."""
SETTLED_KEPT = 0.25
REAL = 1.5
"""What a sentence of a public text weighs against one that was written for us: the tool meets the former."""
WITHOUT_CONTEXT = 0.15
WITHOUT_PREVIOUS = 0.15


@dataclass(frozen=True)
class Parts:
    """Examples to fit on, and those of the test.

    What is fitted on is dealt out into folds by document and by author, so that it can be scored unseen as well.
    """

    develop: list[Example]
    test: list[Example]

    def without(self, fold: int) -> list[Example]:
        """Return what is fitted on where a fold is left out."""
        return [example for example in self.develop if fold_of(example.origin) != fold]

    def held(self, fold: int) -> list[Example]:
        """Return the examples of a fold."""
        return [example for example in self.develop if fold_of(example.origin) == fold]


def parts(
    public_texts: Path | None, folder: Path | None = None, *, share: float = 1.0, everything: bool = False
) -> Parts:
    """Return the examples of each part of the data: all but the test part is fitted on.

    `share` takes only that part of the documents and units (for a quick run); `everything` fits on the test as well.
    """
    test = sentences("test", None, folder)
    develop = [
        *wording_units("develop", folder),
        *wording_units("validation", folder),
        *sentences("develop", public_texts, folder),
        *sentences("validation", None, folder),
        *(test if everything else ()),
    ]
    return Parts([_weighed(example) for example in develop if _is_taken(example, share)], test)


def _weighed(example: Example) -> Example:
    return replace(example, weight=REAL) if example.origin.startswith("public/") else example


def _is_taken(example: Example, share: float) -> bool:
    name = example.text if example.kind == "units" else example.origin
    return share >= 1.0 or crc32(name.encode()) % 1000 < 1000 * share


@dataclass(frozen=True)
class Mix:
    """The rows to fit on, as tokens."""

    tokenizer: Tokenizer
    rows: list[Encoded]
    hard: list[int]
    easy: list[int]
    seed: int

    def epoch(self, number: int, known: Mapping[int, float]) -> list[Encoded]:
        """Return the rows of an epoch, seeded by its number; `known` is each row's probability of blame when last seen.

        Of the sentences without blame that the model is sure of, only a part is seen again.
        """
        generator = random.Random(self.seed * 1000 + number)  # noqa: S311
        settled = {index for index in self.hard if self._is_settled(index, known)}
        kept = [index for index in self.hard if index not in settled or generator.random() < SETTLED_KEPT]
        kept += generator.sample(self.easy, int(len(self.easy) * EASY_KEPT))
        found: list[Encoded] = []
        changed: list[tuple[Example, int]] = []
        for index in kept:
            row = self.rows[index]
            bare = _bare(row.example, generator.random())
            if bare == row.example:
                found.append(row)
            else:
                changed.append((bare, index))
        return found + encode(self.tokenizer, [each for each, _ in changed], [index for _, index in changed])

    def _is_settled(self, index: int, known: Mapping[int, float]) -> bool:
        return not self.rows[index].example.level and known.get(index, 1.0) < SETTLED


def _bare(example: Example, chance: float) -> Example:
    """Return an example without its context, or without its previous sentence, as chance has it."""
    if chance < WITHOUT_CONTEXT:
        return replace(example, section="", block="", previous="")
    if chance < WITHOUT_CONTEXT + WITHOUT_PREVIOUS:
        return replace(example, previous="")
    return example


def mix(tokenizer: Tokenizer, examples: Sequence[Example], seed: int) -> Mix:
    """Return examples ready to be drawn from; easy are those of level 0 that the gate's word lists turn away."""
    easy = [number for number, example in enumerate(examples) if not example.level and not example.is_open]
    skipped = set(easy)
    hard = [number for number in range(len(examples)) if number not in skipped]
    return Mix(tokenizer, encode(tokenizer, examples), hard, easy, seed)
