"""Splits the text of a block into sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blameless_lint.text.expression import expression
from blameless_lint.text.source import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_STOP = expression(r"(?<![.!?…。！？])[.!?…。！？]++[\"'”’»)\]]*+(?=\s)|(?<=[。！？])(?=[^\s\"'”’»)\]。！？])|\n")
_STARTS = expression(
    r"\s++(?:[\"'“‘«(\[]*(?:[A-Z0-9À-ÖØ-Þ@#`$\[]|[^\x00-\x7f\W]|\([A-Z])|[\"“«]\w|\W{1,4}\s*[A-Z])|\s*$"
)
_ABBREVIATION = expression(
    r"(?:^|[\s(\[\"'“‘/])(?:[eE]\.g|[iI]\.e|[vV]s|[cC]f|[aA]pprox|[cC]a|[rR]esp|pp|Mrs?"
    r"|Ms|Mx|Dr|Prof|St|Sr|Jr|Gen|Col|Sgt|Capt|Lt|Rev|Hon|Mt|Ft|[aA]l|[eE]st|[iI]ncl|[eE]xcl|[tT]el|Sen|Gov|Cpl|Maj|Cmdr)\.$"
)
_SOFT_ABBREVIATION = expression(
    r"(?:^|[\s(\[\"'“‘/\d])(?:inc|ltd|corp|co|llc|plc|gmbh|etc|a\.m|p\.m|u\.s|u\.k|e\.u|u\.n|jan|feb|mar|apr|jun|jul|aug|sep|sept"
    r"|oct|nov|dec|mon|tue|tues|wed|thu|thur|thurs|fri|sat|dept|ext|min|max|avg|hr|hrs|mins|secs|st|rd|ave|ed|rev|sect)\.$",
    re.IGNORECASE,
)
_NEW_START = expression(
    r"\s+[\"'“‘(\[]*(?:The|A|An|This|That|These|Those|It|He|She|We|They|I|You|In|On|At|By|After|Before|When|While|If|As|For"
    r"|From|Our|Their|His|Her|Its|No|Not|Nobody|There|Then|But|And|So|However|Also|Since|Because|What|Why|How|Who)\b"
)
_INITIAL = expression(r"(?:^|[\s(\[\"'“‘.])[A-Z]\.$")
_NUMBERED = expression(r"^\s*(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})\.$")
_ABBREVIATED_NUMBER = expression(r"(?:^|[\s(])(?:[nN]os?|[fF]igs?|[eE]qs?|[sS]ec|[cC]h|[vV]ol|[pP]t|[aA]rt)\.$")
_NUMBER = expression(r"\s+\d")
_LOOK_BACK = 24


def split(text: str, *, opaque: Sequence[Span] = ()) -> list[Span]:
    """Return the sentences of a block's text as trimmed ranges, in order, never split inside an opaque range.

    A line feed ends a sentence; a stop does where a new sentence can begin after it, unless it belongs to an
    abbreviation, an initial or a list's number. Runs in linear time.
    """
    out: list[Span] = []
    first = 0
    covers = iter(opaque)
    cover = next(covers, None)
    for stop in _STOP.finditer(text):
        while cover is not None and cover.end <= stop.start():
            cover = next(covers, None)
        if cover is not None and cover.start <= stop.start():
            continue
        code_follows = cover is not None and cover.start == stop.end() + 1
        if stop[0] == "\n" or ((code_follows or _STARTS.match(text, stop.end())) and _ends(text, first, stop)):
            _append(out, text, first, stop.end())
            first = stop.end()
    _append(out, text, first, len(text))
    return out


def _ends(text: str, first: int, stop: re.Match[str]) -> bool:
    """Return whether a stop ends the sentence that begins at `first`, though it may belong to an abbreviation."""
    if stop[0] != ".":
        return True
    before = text[max(first, stop.start() - _LOOK_BACK) : stop.end()]
    if _ABBREVIATED_NUMBER.search(before):
        return before.strip() == "No." or not _NUMBER.match(text, stop.end())
    if _ABBREVIATION.search(before):
        return False
    if _SOFT_ABBREVIATION.search(before):
        return bool(_NEW_START.match(text, stop.end()))
    if _INITIAL.search(before):
        return before.endswith(" I.") and bool(_NEW_START.match(text, stop.end()))
    return not (stop.end() - first <= 4 and _NUMBERED.match(before))


def _append(out: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        out.append(Span(start, end))
