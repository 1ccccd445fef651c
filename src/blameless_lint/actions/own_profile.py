"""A team's own profile, as its configuration describes it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from blameless_lint.actions.profiles import HOLDS, Part, Profile
from blameless_lint.text.document import SectionKind

_KEYS = ("name", "required", "optional", "order", "ordered")
_PART_KEYS = ("name", "kind", "headings", "holds")
_NEAR = 0.8


def of_table(name: str, table: Mapping[str, object]) -> Profile:
    """Return the profile that a configuration table describes; raises ValueError for what it does not understand.

    Keys: `required` and `optional`, lists of kinds of sections, of headings, or of tables with name, kind, headings and
    holds; `order`, a list of their names, or `ordered`, where they stand in the order of the lists; `name`.
    """
    _known(table, _KEYS)
    parts = [
        *_parts(table.get("required", ()), required=True),
        *_parts(table.get("optional", ()), required=False),
    ]
    ordered = table.get("ordered", False)
    if not isinstance(ordered, bool):
        raise ValueError("ordered: write true or false")
    order = table.get("order")
    if order is not None:
        parts, ordered = _in_order(parts, _texts(order, "order")), True
    return Profile(str(table.get("name", name)), tuple(parts), ordered)


def _parts(entries: object, *, required: bool) -> list[Part]:
    if not isinstance(entries, Sequence) or isinstance(entries, str):
        raise ValueError("sections are a list")
    return [_part(entry, required=required) for entry in entries]


def _part(entry: object, *, required: bool) -> Part:
    if isinstance(entry, str):
        kind = _kind(entry)
        return Part(entry, kind, () if kind else (entry,), required)
    if not isinstance(entry, Mapping) or not isinstance(entry.get("name"), str):
        raise ValueError(f"{entry!r} is no section; write a kind, a heading, or a table with a name")
    _known(entry, _PART_KEYS)
    holds = _texts(entry.get("holds", ()), "holds")
    for what in holds:
        if what not in HOLDS:
            raise ValueError(f"holds: “{what}” cannot be checked{_hint(what, HOLDS)}")
    name, headings = entry["name"], _texts(entry.get("headings", ()), "headings")
    kind = _kind(str(entry.get("kind", name)))
    if "kind" in entry and kind is None:
        raise ValueError(f"kind: “{entry['kind']}” is no kind of section{_hint(str(entry['kind']), list(SectionKind))}")
    return Part(name, kind, headings or (() if kind else (name,)), required, holds)


def _kind(name: str) -> SectionKind | None:
    """Return the kind of that name; raises ValueError for a name that is nearly one."""
    import difflib

    if name in list(SectionKind):
        return SectionKind(name)
    if name.islower() and difflib.get_close_matches(name, list(SectionKind), n=1, cutoff=_NEAR):
        raise ValueError(f"“{name}” is no kind of section{_hint(name, list(SectionKind))}")
    return None


def _in_order(parts: Sequence[Part], names: Sequence[str]) -> list[Part]:
    """Return the parts in the order of their names; those that are not named stand behind, and are free in a text."""
    known = [part.name for part in parts]
    for name in names:
        if name not in known:
            raise ValueError(f"order: “{name}” is none of the sections{_hint(name, known)}")
    placed = [replace(part, placed=part.name in names) for part in parts]
    return sorted(placed, key=lambda part: names.index(part.name) if part.placed else len(names))


def table_of(profile: Profile) -> Mapping[str, object]:
    """Return the configuration table that describes a profile, so that `of_table` makes the same one of it."""
    placed = [part.name for part in profile.parts if part.placed]
    return {
        "name": profile.name,
        "required": [_table_of(part) for part in profile.parts if part.required],
        "optional": [_table_of(part) for part in profile.parts if not part.required],
        **({"order": placed} if profile.ordered else {}),
    }


def _table_of(part: Part) -> Mapping[str, object]:
    table = {"name": part.name, "kind": part.kind, "headings": list(part.headings), "holds": list(part.holds)}
    return {key: value for key, value in table.items() if value}


def _texts(value: object, key: str) -> tuple[str, ...]:
    if isinstance(value, str) or not isinstance(value, Sequence) or not all(isinstance(text, str) for text in value):
        raise ValueError(f"{key}: write a list of texts")
    return tuple(value)


def _known(table: Mapping[str, object], keys: Collection[str]) -> None:
    for key in table:
        if key not in keys:
            raise ValueError(f"unknown key “{key}”{_hint(key, keys)}")


def _hint(name: str, among: Collection[str]) -> str:
    import difflib

    found = difflib.get_close_matches(name, [str(one) for one in among], n=1)
    return f"; did you mean “{found[0]}”?" if found else ""
