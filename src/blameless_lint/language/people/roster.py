"""Who the configuration names: people, teams and systems."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Roster:
    """People, teams and systems by the names that texts use; systems win over all else, people over the word lists."""

    people: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()
