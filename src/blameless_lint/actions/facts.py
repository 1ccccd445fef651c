"""What a document says of its incident as a whole: when it began, was seen, contained and over; who; what; how bad."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from blameless_lint.actions import moments, naming, timeline, when
from blameless_lint.actions.moments import Moment
from blameless_lint.actions.timeline import Entry
from blameless_lint.text.document import Block, Document, SectionKind
from blameless_lint.text.expression import expression
from blameless_lint.text.source import Span


@dataclass(frozen=True, slots=True)
class Participant:
    """A person who took part, with the role where one is given."""

    name: str
    role: str | None


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of an incident, each None or empty where the document does not give it; durations are minutes."""

    day: date | None = None
    start: Moment | None = None
    detection: Moment | None = None
    mitigation: Moment | None = None
    end: Moment | None = None
    participants: tuple[Participant, ...] = ()
    services: tuple[str, ...] = ()
    severity: str | None = None
    evidence: tuple[str, ...] = ()

    @property
    def time_to_detect(self) -> int | None:
        """Return the minutes from the start to the detection."""
        return _between(self.start, self.detection)

    @property
    def time_to_mitigate(self) -> int | None:
        """Return the minutes from the start to the mitigation."""
        return _between(self.start, self.mitigation)

    @property
    def time_to_resolve(self) -> int | None:
        """Return the minutes from the start to the end."""
        return _between(self.start, self.end)


def _between(first: Moment | None, second: Moment | None) -> int | None:
    if first is None or second is None or second.at < first.at:
        return None
    return int((second.at - first.at).total_seconds() // 60)


_LABELS = {
    "start": r"(?:incident |impact |outage )?(?:start(?:ed)?|began|begin|onset|from)(?: time| at| of (?:impact"
    r"|incident))?",
    "detection": r"(?:time )?(?:detected|detection|first detected|noticed|reported|identified|acknowledged)(?: at| "
    r"time)?",
    "mitigation": r"(?:mitigated|mitigation|contained|stabili[sz]ed)(?: at| time)?",
    "end": r"(?:incident |impact |outage )?(?:resolved|end(?:ed)?|recovered|resolution|closed|repaired|to|until)(?: "
    r"time| at)?",
}
_LABEL = {name: expression(rf"^\W*(?:{words})\W*$", re.IGNORECASE) for name, words in _LABELS.items()}
_INLINE = {
    name: expression(rf"^\W*(?:{words})\s*[:|=]\s*(?P<value>.+)$", re.IGNORECASE) for name, words in _LABELS.items()
}
_SEVERITY = expression(
    r"\b(?:sev(?:erity)?|prio(?:rity)?)\s*[:|=-]?\s*(?P<value>[0-5]|[1-5]/[1-5]|critical|high|medium|major|minor|low)\b"
    r"|\b(?P<short>SEV-?[0-5]|[SP][0-4])\b(?=\s*(?:incident|outage|$|[,.;)]))",
    re.IGNORECASE,
)
_SERVICE = expression(
    r"^\W*(?:affected |impacted )?(?:services?|systems?|components?|products?)(?: affected| impacted)?\W*[:"
    r"|]\s*(?P<value>.+)$",
    re.IGNORECASE,
)
_LINK = expression(r"https?://[^\s<>()\[\]\"']+")
_ROLE = expression(
    r"(?P<role>incident (?:commander|lead|manager)|commander|scribe|on-call(?: engineer)?|facilitator|author"
    r"|operations lead|communications(?: lead)?)",
    re.IGNORECASE,
)


@lru_cache(maxsize=8)
def read(document: Document) -> Facts:
    """Return the facts of a document's incident; the answer for a document is kept."""
    entries = timeline.entries(document)
    found = dict(moments.of_timeline(entries)) | dict(_from_labels(document, entries))
    return Facts(
        day=_day(document, entries),
        start=found.get("start"),
        detection=found.get("detection"),
        mitigation=found.get("mitigation"),
        end=found.get("end"),
        participants=tuple(_participants(document)),
        services=tuple(_services(document)),
        severity=_severity(document),
        evidence=tuple(dict.fromkeys(_LINK.findall(document.source.text))),
    )


def _day(document: Document, entries: Sequence[Entry]) -> date | None:
    """Return the day of the incident: the timeline's first, or the first date with a year that the document gives."""
    dated = [entry.day for entry in entries if entry.dated and entry.known]
    return min(dated) if dated else timeline.first_date(document)


def _from_labels(document: Document, entries: Sequence[Entry]) -> Iterator[tuple[str, Moment]]:
    """Yield the points that labels give: “Detected: 10:04”, or a cell beside a cell that names it."""
    day = _day(document, entries)
    blocks = document.blocks
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        if block.section.kind is SectionKind.TIMELINE or len(block.text) > 120:
            continue
        for name in _LABELS:
            match = _INLINE[name].match(block.text)
            if match is not None:
                yield from _labelled(name, block, match.start("value"), day)
            elif following is not None and block.cell and following.cell and _LABEL[name].match(block.text):
                yield from _labelled(name, following, 0, day) if _same_row(block, following) else ()


def _same_row(first: Block, second: Block) -> bool:
    return bool(
        first.cell and second.cell and (first.cell.table, first.cell.row) == (second.cell.table, second.cell.row)
    )


def _labelled(name: str, block: Block, start: int, day: date | None) -> Iterator[tuple[str, Moment]]:
    text = block.text[start:]
    clock = re.search(r"(?<![\d:])([01]?\d|2[0-3])[:h]([0-5]\d)", text)
    if clock is None:
        return
    written = when.read(text, when.Calendar(day))
    own = date.fromisoformat(written.date) if written and written.date and written.kind == "absolute" else day
    at = moments.at(own or date(2000, 1, 3), int(clock.group(1)) * 60 + int(clock.group(2)))
    yield name, Moment(block.to_source(Span(start + clock.start(), start + clock.end())), at, own)


def _participants(document: Document) -> Iterator[Participant]:
    """Yield who took part: the names under participants, with the role behind or before them."""
    seen: set[str] = set()
    for block in document.blocks:
        if block.section.kind is not SectionKind.PARTICIPANTS or (block.cell and block.cell.is_header):
            continue
        for part in re.split(r"[,;|]|\s[–—-]\s|:\s|\band\b(?! \w+ team)", re.sub(r"\(([^)]*)\)", r"; \1", block.text)):
            name = part.strip(" .*")
            role = _ROLE.search(block.text)
            if naming.is_name(name) and not naming.is_team(name) and not _ROLE.fullmatch(name) and name not in seen:
                seen.add(name)
                yield Participant(name, role.group("role") if role else None)


def _services(document: Document) -> Iterator[str]:
    seen: set[str] = set()
    blocks = document.blocks
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        match = _SERVICE.match(block.text) if len(block.text) < 200 else None
        value = match.group("value") if match else ""
        if not value and following and _same_row(block, following) and _SERVICE.match(block.text + ": x"):
            value = following.text
        for name in re.split(r"[,;|]|\band\b", value):
            if name.strip(" .*`") and name.strip() not in seen:
                seen.add(name.strip())
                yield name.strip(" .*`")


def _severity(document: Document) -> str | None:
    match = _SEVERITY.search(document.source.text[:4000].replace("*", " "))
    return (match.group("value") or match.group("short")) if match else None
