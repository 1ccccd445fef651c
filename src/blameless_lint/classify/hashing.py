"""Texts as hashed n-grams: words by one to three, characters by three to five; vectorised over a whole batch.

Every n-gram is the polynomial of its code points modulo 2^64, mixed (the finaliser of SplitMix64) and reduced to a
bucket. Prefix sums give the polynomial of any range at once: hash(a, b) = (P[b] - P[a]) / B^a, where division is
multiplication by the inverse, which exists since B is odd.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from zlib import crc32

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

Numbers = np.ndarray[Any, np.dtype[Any]]
BASE = 0x9E3779B97F4A7C15
INVERSE = pow(BASE, -1, 2**64)
CHARACTERS = (3, 4, 5)
WORDS = (1, 2, 3)
BREAK = "\n"


@dataclass(frozen=True)
class Grams:
    """The n-grams of some texts: their `buckets`, and as `owners` the index of the text that each is of."""

    buckets: Numbers
    owners: Numbers
    texts: int

    @property
    def scale(self) -> Numbers:
        """Return one over the root of the number of n-grams, for every text."""
        counts = np.bincount(self.owners, minlength=self.texts)
        return np.asarray(1.0 / np.sqrt(np.maximum(counts, 1)))


def grams(texts: Sequence[str], places: Sequence[str], *, bits: int) -> Grams:
    """Return the hashed n-grams of texts; `places` (such as "causes/item") counts as one more word each."""
    if not texts:
        empty = np.zeros(0, np.int64)
        return Grams(empty, empty, 0)
    joined = (BREAK + BREAK.join(text.lower().replace(BREAK, " ") for text in texts) + BREAK).encode(
        "utf-32-le", "replace"
    )
    points = np.frombuffer(joined, np.uint32).astype(np.uint64)
    breaks = points == ord(BREAK)
    owner = np.cumsum(breaks) - 1
    hasher = _Prefix(points)
    parts = [_characters(hasher, breaks, size) for size in CHARACTERS] + _words(hasher, points, breaks)
    starts = np.concatenate([start for start, _ in parts])
    hashes = np.concatenate([found for _, found in parts])
    named = np.array([crc32(place.encode()) for place in places], np.uint64)
    mixed = _mix(np.concatenate([hashes, named]))
    return Grams(
        buckets=(mixed >> np.uint64(64 - bits)).astype(np.int64),
        owners=np.concatenate([owner[starts], np.arange(len(texts))]),
        texts=len(texts),
    )


class _Prefix:
    """Prefix sums of code points times powers of the base."""

    def __init__(self, points: Numbers) -> None:
        powers = np.full(len(points), BASE, np.uint64)
        powers[0] = 1
        powers = np.multiply.accumulate(powers)
        inverse = np.full(len(points), INVERSE, np.uint64)
        inverse[0] = 1
        self.inverse = np.multiply.accumulate(inverse)
        self.sums = np.concatenate([np.zeros(1, np.uint64), np.add.accumulate(points * powers)])

    def hashes(self, starts: Numbers, ends: Numbers) -> Numbers:
        """Return the hashes of ranges."""
        return np.asarray((self.sums[ends] - self.sums[starts]) * self.inverse[starts])


def _characters(hasher: _Prefix, breaks: Numbers, size: int) -> tuple[Numbers, Numbers]:
    """Return the starts and hashes of the character n-grams that cross no break."""
    crossed = np.concatenate([np.zeros(1, np.int64), np.cumsum(breaks)])
    starts = np.nonzero(crossed[size:] == crossed[:-size])[0]
    return starts, np.asarray(hasher.hashes(starts, starts + size) ^ np.uint64(size))


def _words(hasher: _Prefix, points: Numbers, breaks: Numbers) -> list[tuple[Numbers, Numbers]]:
    """Return the starts and hashes of the word n-grams; a word is a run of letters, digits and apostrophes."""
    letter = ((points >= 48) & (points <= 57)) | ((points >= 97) & (points <= 122)) | (points == 39) | (points > 127)
    edges = np.diff(letter.astype(np.int8), prepend=0, append=0)
    starts, ends = np.nonzero(edges == 1)[0], np.nonzero(edges == -1)[0]
    single = hasher.hashes(starts, ends)
    line = np.cumsum(breaks)[starts]
    found = []
    for size in WORDS:
        if len(single) < size:
            break
        together = np.nonzero(line[size - 1 :] == line[: len(line) - size + 1])[0]
        value = np.full(len(together), 1000 + size, np.uint64)
        for step in range(size):
            value = _mix(value) + single[together + step]
        found.append((starts[together], value))
    return found


def _mix(values: Numbers) -> Numbers:
    """Return values with their bits spread (Steele, Lea and Flood, SplitMix64, 2014)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))  # type: ignore[no-any-return]
