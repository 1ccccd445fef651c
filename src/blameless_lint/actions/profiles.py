"""Profiles: which sections a post-mortem has to have, in which order, and under which headings."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from blameless_lint.text.document import Block, BlockKind, Document, Section, SectionKind
from blameless_lint.text.expression import expression
from blameless_lint.text.source import Span


@dataclass(frozen=True, slots=True)
class Part:
    """A section of a profile: its name, the kind or the headings by which it is known, and whether it is required.

    `holds` names what must stand in it, each one of `HOLDS`; where `placed` is not set, it may stand anywhere.
    """

    name: str
    kind: SectionKind | None = None
    headings: tuple[str, ...] = ()
    required: bool = True
    holds: tuple[str, ...] = ()
    placed: bool = True

    def matches(self, section: Section) -> bool:
        """Return whether a section is this part: by its heading's words, or else by its kind."""
        title = section.title.lower()
        if any(re.search(rf"\b{re.escape(heading.lower())}\b", title) for heading in self.headings):
            return True
        return self.kind is not None and section.own is self.kind


@dataclass(frozen=True, slots=True)
class Profile:
    """The parts that a team's post-mortems have; `ordered` says that their order counts."""

    name: str
    parts: tuple[Part, ...]
    ordered: bool = False


def _part(name: str, kind: SectionKind | None = None, *headings: str, required: bool = True) -> Part:
    return Part(name, kind, headings, required)


_TIMELINE = _part("timeline", SectionKind.TIMELINE)
_IMPACT = _part("impact", SectionKind.IMPACT)
_CAUSES = _part("contributing factors", SectionKind.CAUSES)
_ACTIONS = _part("action items", SectionKind.ACTIONS)
_SUMMARY = _part("summary", SectionKind.SUMMARY, "overview", "abstract")
_LESSONS = _part("lessons learned", SectionKind.LESSONS)
_DETECTION = _part("detection", SectionKind.DETECTION)
_RESOLUTION = _part("resolution", SectionKind.RESOLUTION)

PROFILES: Mapping[str, Profile] = {
    profile.name: profile
    for profile in (
        Profile("default", (_IMPACT, _TIMELINE, _CAUSES, _ACTIONS)),
        Profile(
            "google",
            (
                _part("authors", None, "author", "authors", required=False),
                _SUMMARY,
                _IMPACT,
                _CAUSES,
                _part("trigger", None, "trigger"),
                _RESOLUTION,
                _DETECTION,
                _ACTIONS,
                _LESSONS,
                _TIMELINE,
            ),
            ordered=True,
        ),
        Profile(
            "pagerduty",
            (
                _part("overview", SectionKind.SUMMARY, "overview"),
                _part("what happened", None, "what happened", "description"),
                _CAUSES,
                _RESOLUTION,
                _IMPACT,
                _part("responders", SectionKind.PARTICIPANTS, "responders"),
                _TIMELINE,
                _part("how it went", SectionKind.LESSONS, "how'd we do", "what went well"),
                _ACTIONS,
                _part("messaging", None, "messaging", "external message", required=False),
            ),
            ordered=True,
        ),
        Profile(
            "atlassian",
            (
                _SUMMARY,
                _part("leadup", None, "leadup", "lead-up", "background"),
                _part("fault", None, "fault"),
                _IMPACT,
                _DETECTION,
                _part("response", SectionKind.RESOLUTION, "response"),
                _part("recovery", None, "recovery"),
                _TIMELINE,
                _CAUSES,
                _part("backlog check", None, "backlog check", required=False),
                _part("recurrence", None, "recurrence", required=False),
                _LESSONS,
                _ACTIONS,
            ),
            ordered=True,
        ),
    )
}


def profile(chosen: object) -> Profile:
    """Return a profile as it is or by its name; an unknown name gives the default one."""
    return chosen if isinstance(chosen, Profile) else PROFILES.get(str(chosen), PROFILES["default"])


def misplaced(document: Document, chosen: Profile) -> Iterator[tuple[Section, str, str]]:
    """Yield the sections that stand before one that an ordered profile puts first, with both names."""
    if not chosen.ordered:
        return
    places = [
        (number, part.name, section)
        for part in chosen.parts
        if part.placed
        for number, section in enumerate(document.sections)
        if part.matches(section)
    ]
    first: dict[str, tuple[int, Section]] = {}
    for number, name, section in places:
        first.setdefault(name, (number, section))
    last, before = -1, ""
    for name, (number, section) in first.items():
        if number < last:
            yield section, name, before
        else:
            last, before = number, name


def unfilled(document: Document, chosen: Profile) -> Iterator[tuple[Section, str, str]]:
    """Yield the sections that lack what the profile wants in them, with the part's name and what is lacking."""
    for part in (part for part in chosen.parts if part.holds):
        sections = [section for section in document.sections if part.matches(section)]
        spans = {section.span for section in sections}
        held = [block for block in document.blocks if _is_within(block.section, spans)]
        for what in part.holds:
            if sections and not HOLDS[what](held, document):
                yield sections[0], part.name, what


def _is_within(section: Section, spans: Collection[Span]) -> bool:
    """Return whether a section is one with these spans or one of those below them."""
    here: Section | None = section
    while here is not None and here.span not in spans:
        here = here.parent
    return here is not None


def _has(pattern: str) -> Callable[[Sequence[Block], Document], bool]:
    compiled = expression(pattern, re.IGNORECASE)
    return lambda blocks, _: any(compiled.search(block.text) for block in blocks if block.kind is not BlockKind.HEADING)


def _has_link(blocks: Sequence[Block], document: Document) -> bool:
    """Return whether an address stands in the source of the blocks or on their lines, where links keep theirs."""
    text = document.source.text
    return any("://" in text[block.span.start : _line_end(text, block.span.end)] for block in blocks)


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


HOLDS: Mapping[str, Callable[[Sequence[Block], Document], bool]] = {
    "number": _has(r"\d"),
    "time": _has(r"\b\d{1,2}[:.h]\d\d\b"),
    "link": _has_link,
    "list": lambda blocks, _: any(block.item is not None for block in blocks),
    "table": lambda blocks, _: any(block.cell is not None for block in blocks),
}
"""What a section can be asked to hold, and how it is seen."""


def missing(document: Document, chosen: Profile) -> tuple[str, ...]:
    """Return the names of the required parts that a document has no section for."""
    return tuple(
        part.name
        for part in chosen.parts
        if part.required and not any(part.matches(section) for section in document.sections)
    )


def is_post_mortem(document: Document, chosen: Profile | None = None) -> bool:
    """Return whether a document has at least two sections that post-mortems have, or that a profile names."""
    telling = {
        SectionKind.IMPACT,
        SectionKind.TIMELINE,
        SectionKind.CAUSES,
        SectionKind.ACTIONS,
        SectionKind.LESSONS,
        SectionKind.DETECTION,
        SectionKind.RESOLUTION,
    }
    parts = chosen.parts if chosen is not None and chosen.name not in PROFILES else ()
    named = sum(any(part.matches(section) for section in document.sections) for part in parts)
    return max(named, len({section.own for section in document.sections} & telling)) >= 2
