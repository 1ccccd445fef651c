"""Profiles: which sections a post-mortem has to have, in which order, and under which headings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from blameless_lint.text.document import Document, Section, SectionKind


@dataclass(frozen=True, slots=True)
class Part:
    """A section of a profile: its name, the kind or the headings by which it is known, and whether it is required."""

    name: str
    kind: SectionKind | None = None
    headings: tuple[str, ...] = ()
    required: bool = True

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


def profile(chosen: str | Profile) -> Profile:
    """Return a profile by its name; an unknown name gives the default one."""
    return chosen if isinstance(chosen, Profile) else PROFILES.get(chosen, PROFILES["default"])


def of_table(name: str, table: Mapping[str, object]) -> Profile:
    """Return the profile that a configuration table describes; raises ValueError for what it does not understand.

    Keys: `required` and `optional`, lists of section kinds or headings, or tables {name, headings}; `ordered`.
    """
    unknown = set(table) - {"required", "optional", "ordered"}
    if unknown:
        raise ValueError(f"profile {name}: unknown key {min(unknown)!r}")
    parts = [
        *_parts(name, table.get("required", ()), required=True),
        *_parts(name, table.get("optional", ()), required=False),
    ]
    return Profile(name, tuple(parts), bool(table.get("ordered", False)))


def _parts(name: str, entries: object, *, required: bool) -> Sequence[Part]:
    if not isinstance(entries, Sequence) or isinstance(entries, str):
        raise ValueError(f"profile {name}: sections are a list")
    found = []
    for entry in entries:
        if isinstance(entry, str):
            kind = SectionKind(entry) if entry in set(SectionKind) else None
            found.append(Part(entry, kind, () if kind else (entry,), required))
        elif isinstance(entry, Mapping) and isinstance(entry.get("name"), str):
            headings = tuple(str(heading) for heading in entry.get("headings", ()))
            found.append(Part(entry["name"], None, headings or (entry["name"],), required))
        else:
            raise ValueError(f"profile {name}: {entry!r} is no section")
    return found


def missing(document: Document, chosen: Profile) -> tuple[str, ...]:
    """Return the names of the required parts that a document has no section for."""
    return tuple(
        part.name
        for part in chosen.parts
        if part.required and not any(part.matches(section) for section in document.sections)
    )


def is_post_mortem(document: Document) -> bool:
    """Return whether a document has at least two sections that post-mortems have."""
    telling = {
        SectionKind.IMPACT,
        SectionKind.TIMELINE,
        SectionKind.CAUSES,
        SectionKind.ACTIONS,
        SectionKind.LESSONS,
        SectionKind.DETECTION,
        SectionKind.RESOLUTION,
    }
    return len({section.own for section in document.sections} & telling) >= 2
