"""What a section of a post-mortem is about, by its heading."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

from blameless_lint.text.document import SectionKind

_NUMBERING = re.compile(
    r"^(?:(?:part|section|chapter|step|phase|annex|appendix)\s+)?"
    r"(?:\d+(?:\.\d+)*[.):]?|[ivxlc]+[.)]|[a-z][.)]|[a-z](?=\s+[–—-]))\s+|^(?:part|section)\s+[ivx]+\b"
)
_NO_WORD = re.compile(r"[^\w]+")


def kind_of(title: str) -> SectionKind | None:
    """Return what a heading says its section is about, or None where it does not say.

    Numbers, emoji and Markdown marks around the words are ignored. The wordings stand in words/sections.txt.
    """
    words = _normal(title)
    if not words:
        return None
    for kind, pattern in _patterns():
        if pattern.search(words):
            return kind
    return None


def _normal(title: str) -> str:
    title = unicodedata.normalize("NFKC", title).lower().strip(" *_#`~:>|\t")
    title = _NUMBERING.sub("", title)
    return _NO_WORD.sub(" ", title).replace("_", " ").strip()


@cache
def _patterns() -> tuple[tuple[SectionKind, re.Pattern[str]], ...]:
    lines = (Path(__file__).parent / "words" / "sections.txt").read_text(encoding="utf-8").splitlines()
    entries = (line.split(": ", 1) for line in lines if line.strip() and not line.startswith("#"))
    return tuple((SectionKind(kind), _pattern(phrase.strip())) for kind, phrase in entries)


def _pattern(phrase: str) -> re.Pattern[str]:
    words = re.escape(phrase.lstrip("=^")).replace(r"\*", r"\w*").replace(r"\ ", " ")
    if phrase.startswith("="):
        return re.compile(rf"^{words}$")
    return re.compile(rf"^{words}\b" if phrase.startswith("^") else rf"\b{words}(?!\w)")
