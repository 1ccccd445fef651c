"""What an epoch of the wording encoder sees: all that is hard, a part of what is easy, context dropped at random."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from zlib import crc32

from blameless_lint.training.batches import Encoded, encode
from blameless_lint.training.data import wording_units
from blameless_lint.training.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tokenizers import Tokenizer

    from blameless_lint.training.labels import Example

EASY_KEPT = 0.35
WITHOUT_CONTEXT = 0.15
WITHOUT_PREVIOUS = 0.15
HELD_OUT = 10
MENTIONS = re.compile(
    r"\b(?:I|we|our|us|my|me|you|your|he|she|they|his|her|their|them|who|someone|somebody|anyone|everyone|nobody|"
    r"no one|"
    r"engineers?|teams?|operators?|admins?|staff|crews?|managers?|developers?|people|persons?|vendors?|contractors?|"
    r"customers?|users?|should|could|would|ought|must|fail\w*|forg\w+|errors?|mistak\w+|accident\w*|wrong\w*|missed|not|"
    r"never|ignor\w*|neglect\w*|careless\w*|blam\w*|fault\w*|clearly|simply|obvious\w*|poor\w*|human|lack\w*|because|due)\b"
    r"|n't\b|\w [A-Z][a-z]+"
)


@dataclass(frozen=True)
class Parts:
    """Examples to fit on, those of the validation part by name, and those of the test."""

    develop: list[Example]
    validation: dict[str, list[Example]]
    test: list[Example]

    @property
    def measured(self) -> dict[str, list[Example]]:
        """Return the examples to measure on by the name of their set, without empty sets."""
        return {name: rows for name, rows in {**self.validation, "test": self.test}.items() if rows}


def parts(
    public_texts: Path | None, folder: Path | None = None, *, share: float = 1.0, everything: bool = False
) -> Parts:
    """Return the examples of each part of the data.

    With public texts, every tenth of their documents validates instead. `share` takes only that part of the documents
    and units (for a quick run); `everything` adds validation, held-out public texts and test to what is fitted.
    """
    develop = wording_units("develop", folder) + sentences("develop", public_texts, folder)
    test = sentences("test", None, folder)
    validation = {
        "documents": sentences("validation", None, folder),
        "units": wording_units("validation", folder),
        "public": [example for example in develop if is_held(example.origin)],
    }
    if everything:
        develop += validation["documents"] + validation["units"] + test
    else:
        develop = [example for example in develop if not is_held(example.origin)]
    taken = {name: _taken(rows, share) for name, rows in validation.items()}
    return Parts(_taken(develop, share), {name: rows for name, rows in taken.items() if rows}, _taken(test, share))


def _taken(examples: list[Example], share: float) -> list[Example]:
    return [example for example in examples if _is_taken(example, share)]


def is_held(name: str) -> bool:
    """Return whether a document is a public one that is held out for validation."""
    return name.startswith("public/") and crc32(name.encode()) % HELD_OUT == 0


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

    def epoch(self, number: int) -> list[Encoded]:
        """Return the rows of an epoch: seeded by its number."""
        generator = random.Random(self.seed * 1000 + number)  # noqa: S311
        kept = self.hard + generator.sample(self.easy, int(len(self.easy) * EASY_KEPT))
        found: list[Encoded] = []
        changed: list[Example] = []
        for index in kept:
            row, chance = self.rows[index], generator.random()
            bare = _bare(row.example, chance)
            if bare == row.example:
                found.append(row)
            else:
                changed.append(bare)
        return found + encode(self.tokenizer, changed)


def _bare(example: Example, chance: float) -> Example:
    """Return an example without its context, or without its previous sentence, as chance has it."""
    if chance < WITHOUT_CONTEXT:
        return replace(example, section="", block="", previous="")
    if chance < WITHOUT_CONTEXT + WITHOUT_PREVIOUS:
        return replace(example, previous="")
    return example


def mix(tokenizer: Tokenizer, examples: Sequence[Example], seed: int) -> Mix:
    """Return examples ready to be drawn from; easy are level-0 sentences of real texts without a telling word."""
    easy = [
        number
        for number, example in enumerate(examples)
        if example.origin.startswith("public/") and not example.level and not MENTIONS.search(example.text)
    ]
    skipped = set(easy)
    hard = [number for number in range(len(examples)) if number not in skipped]
    return Mix(tokenizer, encode(tokenizer, examples), hard, easy, seed)
