"""Who a document itself names: participants, owners, handles, speakers, and those that the configuration adds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from blameless_lint.language import words
from blameless_lint.language.people import mentions
from blameless_lint.language.people.roster import Roster
from blameless_lint.text.document import Document
from blameless_lint.text.expression import expression

VERSIONED = (
    expression(r"\b(?:version|release|build)\s\d[\w.]*\sof\sthe\s(?P<named>\w+(?:[\s-]\w+){0,2})", re.IGNORECASE),
    expression(r"\b(?P<named>\w+)\s(?:version\s|v)\d", re.IGNORECASE),
)
"""What has a version: “version 4.2 of the print dispatcher”, “operator v2”."""


VOUCHED = expression(
    r"\b(?P<named>[a-z]{4,})s? (?:said|says|apologi[sz]ed|phoned|radioed)\b",
    re.IGNORECASE,
)
"""Where a word for a role, or else for software, is said to do what people alone do: programs forget and want, too."""


@dataclass(frozen=True)
class Cast:
    """The people, handles, teams and systems known for one document, all in lower case.

    `names` holds whole names and their parts. `people` are those of the configuration, which win over word lists;
    `systems` win over everything. `roles` are words for a role, or else for software, that the document once says
    what people do of: it means a role everywhere then.
    """

    names: frozenset[str] = frozenset()
    handles: frozenset[str] = frozenset()
    teams: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    systems: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()

    @cached_property
    def words(self) -> frozenset[str]:
        """Return the single words by which people and teams of this document may be found in a text."""
        single = {term for term in self.names | self.people | self.handles if " " not in term}
        return frozenset(single | {team.split()[-1] for team in self.teams})

    def with_names(self, names: Iterable[str]) -> Cast:
        """Return a cast that knows further names of people."""
        return replace(self, names=self.names | frozenset(part for name in names for part in parts_of(name)))


def cast_of(document: Document, roster: Roster | None = None) -> Cast:
    """Return who is known before any sentence is parsed: from the configuration and from the document's layout."""
    roster = roster or Roster()
    found = list(mentions.in_document(document))
    return Cast(
        names=frozenset(part for kind, text in found if kind == "name" for part in parts_of(text)),
        handles=frozenset(text.lstrip("@").lower() for kind, text in found if kind == "handle"),
        teams=frozenset(_teams(roster.teams)) | frozenset(text.lower() for kind, text in found if kind == "team"),
        people=frozenset(part for name in roster.people for part in _known_parts(name)),
        systems=frozenset(name.lower() for name in roster.systems) | frozenset(_versioned(document)),
        roles=frozenset(_vouched(document)),
    )


def _versioned(document: Document) -> Iterator[str]:
    """Yield the words that mean a role elsewhere, and here something that has a version."""
    roles = words.merged("machine_roles", "double_roles")
    for form in VERSIONED:
        for found in form.finditer(document.source.text):
            yield from roles.intersection(re.split(r"[\s-]", found["named"].lower()))


def _vouched(document: Document) -> Iterator[str]:
    """Yield the words for a role, or else for software, that the document says what people do of."""
    doubtful = words.load("machine_roles") & words.load("double_roles")
    for found in VOUCHED.finditer(document.source.text):
        yield from doubtful.intersection((found["named"].lower(), found["named"].lower().removesuffix("s")))


def parts_of(name: str) -> Iterator[str]:
    """Yield a name and those of its parts that stand for it elsewhere: no particles, initials, or words for things."""
    clean = name.strip(" .,;:@").lower()
    if not clean:
        return
    if " " in clean:
        yield clean
    for part in clean.split():
        if len(part) > 2 and part not in words.load("name_particles") and not is_thing_word(part):
            yield part


def is_thing_word(word: str) -> bool:
    """Return whether a word in lower case names software, a thing or a role, and so no person by itself."""
    return word in words.merged(
        "software", "things", "roles", "double_roles", "machine_roles", "team_nouns", "titles", "teams", "bare_teams"
    )


def _known_parts(name: str) -> Iterator[str]:
    lower = name.lstrip("@").lower()
    yield lower
    yield from (part for part in lower.split() if len(part) > 2 and part not in words.load("name_particles"))


def _teams(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        lower = name.lower()
        yield lower
        yield lower.removeprefix("the ").removesuffix(" team")
