"""What differs between two texts, word by word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from blameless_lint.text.expression import expression

WORD = expression(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Change:
    """A replacement of the range [start, end) of a block's text by `text`."""

    start: int
    end: int
    text: str


def ways(old: str, new: str, base: int) -> Iterator[list[Change]]:
    """Yield the changes by the longest words in common, then those between what both texts begin and end with."""
    yield list(_changes(old, new, base))
    if old == new:
        return
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    yield [Change(base + head, base + len(old) - tail, new[head : len(new) - tail])]


def _changes(old: str, new: str, base: int) -> Iterator[Change]:
    """Yield what changes, word by word; changes that only a blank divides are one."""
    before, after = WORD.findall(old), WORD.findall(new)
    offsets = [base]
    for word in before:
        offsets.append(offsets[-1] + len(word))
    held: Change | None = None
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        text = "".join(after[j1:j2])
        if tag != "equal":
            held = Change(held.start, offsets[i2], held.text + text) if held else Change(offsets[i1], offsets[i2], text)
        elif held is not None and text.isspace():
            held = Change(held.start, offsets[i2], held.text + text)
        elif held is not None:
            yield held
            held = None
    if held is not None:
        yield held


def _alike(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    return next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if len({*pair}) > 1), min(len(one), len(other))
    )
