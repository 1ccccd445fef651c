"""lemminflect with its tables of words read line by line as they are asked for: whole, they take half a second."""

from __future__ import annotations

import gzip
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

Entry = dict[str, Any]


class Table:
    """A table of lemminflect, its lines in the order of their first field, the word; it is asked as a dict is."""

    def __init__(
        self, path: str | Path, parse: Callable[[list[str]], Entry], fixed: Mapping[str, Entry] | None = None
    ) -> None:
        """Read a table; `fixed` holds what counts whatever the table says."""
        with gzip.open(path, "rt", encoding="utf-8") as file:
            self._lines = file.read().splitlines()
        self._parse = parse
        self._fixed = fixed or {}

    def get(self, word: str, default: Entry) -> Entry:
        """Return what the lines of a word say together, or the default where there is none."""
        if word in self._fixed:
            return self._fixed[word]
        first = bisect_left(self._lines, word, key=_word)
        last = first
        while last < len(self._lines) and _word(self._lines[last]) == word:
            last += 1
        return self._parse(self._lines[first:last]) if first < last else default


def _word(line: str) -> str:
    return line.partition(",")[0]


@cache
def library() -> Any:
    """Return lemminflect, its tables exchanged for ours before it reads them."""
    import lemminflect

    lemminflect.Lemmatizer().lemma_dict = lemma_table()
    lemminflect.Inflections().infl_dict = form_table()
    return lemminflect


def lemma_table() -> Table:
    """Return the table of the lemmas of every word."""
    from lemminflect import config
    from lemminflect.codecs.LemmaLUCodec import LemmaLUCodec
    from lemminflect.core.LexicalUtils import categoryToUPos

    def parse(lines: list[str]) -> Entry:
        return {categoryToUPos(category): forms for _, category, forms in map(LemmaLUCodec.fromString, lines)}

    return Table(config.lemma_lu_fn, parse)


def form_table() -> Table:
    """Return the table of the forms of every lemma; modal and auxiliary verbs are known to the library by heart."""
    from lemminflect import config
    from lemminflect.codecs.InflectionLUCodec import InflectionLUCodec

    def parse(lines: list[str]) -> Entry:
        found: Entry = {}
        for _, _, forms in map(InflectionLUCodec.fromString, lines):
            found |= forms
        return found

    return Table(config.inflection_lu_fn, parse, InflectionLUCodec.updateForAuxMod({}))
