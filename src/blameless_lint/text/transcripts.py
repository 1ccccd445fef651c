"""Chat transcripts: finds the lines that people said, and who said them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from blameless_lint.text.document import BlockKind, SectionKind
from blameless_lint.text.expression import expression
from blameless_lint.text.sections import kind_of
from blameless_lint.text.source import Span
from blameless_lint.text.wordlist import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from blameless_lint.text.draft import Draft

_ZONE = r"(?:\s?(?:UTC|GMT|CET|CEST|EST|EDT|PST|PDT|BST|IST|Z)\b)?"
_TIME = (
    rf"[\[(]?(?:\d{{4}}-\d\d-\d\d[T ,]+)?\d{{1,2}}[:.]\d\d(?::\d\d(?:\.\d+)?)?(?:\s?[AaPp]\.?[Mm]\b\.?)?{_ZONE}[\])]?"
)
_NAME = r"@?[^\W\d_][\w.'’-]{0,30}(?: [^\W\d_][\w.'’-]{0,30}){0,2}"
_ANGLE = expression(rf"(?:{_TIME}\s*)?<[@+%~& ]?(?P<who>[^<>\s]{{1,30}})>\s+(?P<said>\S.*)", re.DOTALL)
_TIMED = expression(
    rf"(?:{_TIME}\s*[-–—|·]?\s*(?P<who>{_NAME})\s?:|(?P<name>{_NAME})\s*[,|·]?\s*{_TIME}\s?[:–—-])\s+(?P<said>\S.*)",
    re.DOTALL,
)
_UNTIMED = expression(r"(?P<who>@[\w.-]{2,30}|[a-z][\w.-]{1,20})\s?:\s+(?P<said>\S.*)", re.DOTALL)
_HEADER = expression(
    rf"(?P<who>{_NAME})(?:\s+APP)?\s*[,|·]?\s*(?P<time>{_TIME}|[\[(]?(?:yesterday|today) at {_TIME}[\])]?)\s*",
    re.IGNORECASE,
)
_CHATTY = expression(
    r"^[a-z]|[?!]|(?<!\w)@\w|\b(?:I|I'm|I’m|I'll|I’ll|I've|I’ve|me|my|you|your|u|ok|okay|yes|yep|yeah|nope|thanks|thx|hey|hi|hmm?|lol"
    r"|anyone|pls|sorry|looks like|maybe)\b"
)

_LONGEST = 2000
_REMEMBERED = 128
"""Drafts whose lines are kept at a time: those of a large file take as much room as its blocks."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a draft: its range of the draft's text, the form of message that it opens, and who speaks."""

    draft: int
    start: int
    end: int
    form: str = ""
    who: Span | None = None
    chatty: bool = False


def is_message(line: str) -> bool:
    """Return whether a line by itself is surely a message: `10:04 <ana> text`, `<ana> text`."""
    return bool(_ANGLE.match(line.strip()))


def mark(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with every message of a transcript as a draft of its own, quoted and with its speaker."""

    @lru_cache(maxsize=_REMEMBERED)
    def lines(index: int) -> list[_Line]:
        return list(_lines(drafts[index], index))

    out: list[Draft] = []
    i = 0
    while i < len(drafts):
        last = i
        while last < len(drafts) and any(line.form for line in lines(last)):
            last += 1
            if (
                last < len(drafts)
                and not any(line.form for line in lines(last))
                and lines(last - 1)[-1].form == "header"
            ):
                last += 1
        run = [line for k in range(i, last) for line in lines(k)]
        if last > i and _is_transcript(run, drafts[i]):
            for k in range(i, last):
                out.extend(_messages(drafts[k], lines(k)))
        else:
            out.extend(drafts[i : max(last, i + 1)])
        i = max(last, i + 1)
    return out


def _lines(draft: Draft, index: int) -> Iterator[_Line]:
    if draft.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
        yield _Line(index, 0, draft.flow.size)
        return
    text = draft.flow.text
    start = 0
    for end in [*draft.flow.breaks, len(text)]:
        line = text[start:end]
        yield _line(_Line(index, start, end), line)
        start = end + 1


def _line(line: _Line, text: str) -> _Line:
    if len(text) > _LONGEST or (":" not in text[:120] and not text.startswith("<")):
        return line
    for form, pattern in (("angle", _ANGLE), ("timed", _TIMED), ("untimed", _UNTIMED)):
        found = pattern.match(text)
        if found:
            name = "name" if form == "timed" and found["name"] else "who"
            if form != "angle" and not _is_name(found[name]):
                return line
            who = Span(line.start + found.start(name), line.start + found.end(name))
            return replace(line, form=form, who=who, chatty=bool(_CHATTY.search(found["said"])))
    found = _HEADER.fullmatch(text)
    if found and _is_name(found["who"]):
        who = Span(line.start + found.start("who"), line.start + found.end("who"))
        return replace(line, form="header", who=who, chatty=found["time"].lower().strip("])").endswith("m"))
    return line


def _is_name(who: str) -> bool:
    parts = who.lower().lstrip("@").split()
    if who.isupper() and len(who) > 2:
        return False
    if kind_of(who) is not None or (len(parts) > 1 and any(word[0].islower() for word in who.lstrip("@").split())):
        return False
    return not any(word.strip(".'’") in words("labels") for word in parts)


def _is_transcript(run: Sequence[_Line], first: Draft) -> bool:
    messages = [line for line in run if line.form]
    forms = {line.form for line in messages}
    chatty = sum(line.chatty for line in messages)
    if "angle" in forms:
        return len(messages) > 1 or first.place.quoted
    if forms == {"untimed"}:
        return first.section.kind is not SectionKind.ACTIONS and len(messages) > 2 and chatty * 2 >= len(messages)
    return (len(messages) > 1 or (first.place.quoted and chatty > 0)) and chatty * 2 >= len(messages)


def _messages(draft: Draft, lines: Sequence[_Line]) -> Iterator[Draft]:
    starts = [line for line in lines if line.form]
    if not starts or starts[0].start > 0:
        end = starts[0].start if starts else draft.flow.size
        place = draft.place if starts else replace(draft.place, quoted=True)
        yield replace(draft, flow=draft.flow.piece(0, end), place=place)
    for line, following in zip(starts, [*starts[1:], None], strict=True):
        end = following.start if following else draft.flow.size
        flow = draft.flow.piece(line.start, end)
        assert line.who is not None
        if line.form == "header":
            flow = flow.with_line_end(line.end - line.start)
        speaker = Span(line.who.start - line.start, line.who.end - line.start)
        yield replace(draft, flow=flow, place=replace(draft.place, quoted=True), speaker=speaker)
