"""Splits the text of a block into sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

from blameless_lint.text.source import Span

_STOP = re.compile(r"(?:[.!?…。！？]+[\"'”’»)\]]*(?=\s)|(?<=[。！？])|\n)")
_STARTS = re.compile(r"\s+[\"'“‘«(\[]*(?:[A-Z0-9À-ÖØ-Þ@#`$\[(]|[^\x00-\x7f])|\s*$")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[\"'“‘/])(?:e\.g|i\.e|vs|cf|approx|ca|resp|no|nos|fig|figs|eq|sec|ch|pp|vol|mr|mrs|ms|mx|dr|prof|st|sr|jr"
    r"|gen|col|sgt|capt|lt|rev|hon|al|est|dept|mt|ft|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|ext|tel|min|max|avg"
    r"|incl|excl)\.$",
    re.IGNORECASE,
)
_SOFT_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[\"'“‘/])(?:inc|ltd|corp|co|llc|plc|gmbh|etc|a\.m|p\.m|u\.s|u\.k|e\.u|u\.n)\.$", re.IGNORECASE
)
_NEW_START = re.compile(
    r"\s+[\"'“‘(\[]*(?:The|A|An|This|That|These|Those|It|He|She|We|They|I|You|In|On|At|By|After|Before|When|While|If|As|For"
    r"|From|Our|Their|His|Her|Its|No|Not|Nobody|There|Then|But|And|So|However|Also|Since|Because|What|Why|How|Who)\b"
)
_INITIAL = re.compile(r"(?:^|[\s(\[\"'“‘.])[A-Z]\.$")
_NUMBERED = re.compile(r"^\s*(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})\.$")
_ABBREVIATED_NUMBER = re.compile(r"(?:^|[\s(])(?:no|nos|fig|figs|eq|sec|ch|pp|vol)\.$", re.IGNORECASE)
_NUMBER = re.compile(r"\s+\d")
_LOOK_BACK = 24


def split(text: str, *, opaque: Sequence[Span] = ()) -> list[Span]:
    """Return the sentences of a block's text as trimmed ranges, in order, never split inside an opaque range."""
    out: list[Span] = []
    first = 0
    covers = iter(opaque)
    cover = next(covers, None)
    for stop in _STOP.finditer(text):
        end = stop.end()
        while cover is not None and cover.end <= stop.start():
            cover = next(covers, None)
        if cover is not None and cover.start <= stop.start() < cover.end:
            continue
        if text[stop.start()] == "\n" or _ends(text, first, stop.start(), end):
            _append(out, text, first, end)
            first = end
    _append(out, text, first, len(text))
    return out


def _ends(text: str, first: int, start: int, end: int) -> bool:
    """Return whether the stop in [start, end) ends the sentence that begins at `first`."""
    if text[start : start + 1] in ("!", "?") or text[start:end].startswith(".."):
        return bool(_STARTS.match(text, end))
    if not _STARTS.match(text, end):
        return False
    if text[start] != ".":
        return True
    before = text[max(first, start - _LOOK_BACK) : start + 1]
    if end > start + 1 and text[start + 1 : end].strip("\"'”’»"):
        return not _ABBREVIATION.search(before) or text[end - 1] == ")"
    if _ABBREVIATED_NUMBER.search(before):
        return before.strip().lower() == "no." or not (_NUMBER.match(text, end) or before[-3:].islower())
    if _ABBREVIATION.search(before):
        return False
    if _SOFT_ABBREVIATION.search(before):
        return bool(_NEW_START.match(text, end))
    if _INITIAL.search(before):
        return before.endswith(" I.") and bool(_NEW_START.match(text, end))
    return not (start - first <= 4 and _NUMBERED.match(text[first : start + 1]))


def _append(out: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        out.append(Span(start, end))
