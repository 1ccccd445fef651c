"""Settles what “What happened” names: it depends on the other headings of the document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from blameless_lint.text.document import Section, SectionKind
from blameless_lint.text.sections import normal

if TYPE_CHECKING:
    from collections.abc import Sequence

_AMBIGUOUS = "what happened"


def settled(sections: Sequence[Section]) -> dict[int, Section]:
    """Return the final section for the identity of each.

    “What happened” is the timeline of a document; where another heading names the timeline and none the summary, it is
    the summary.
    """
    open_ends = [section for section in sections if normal(section.title) == _AMBIGUOUS]
    named = {section.own for section in sections if section not in open_ends}
    if not open_ends or SectionKind.TIMELINE not in named or SectionKind.SUMMARY in named:
        return {id(section): section for section in sections}
    out: dict[int, Section] = {}
    for section in sections:
        parent = out[id(section.parent)] if section.parent is not None else None
        own, kind = section.own, section.kind
        if section in open_ends:
            own = kind = SectionKind.SUMMARY
        elif (
            section.parent is not None
            and parent is not None
            and own is SectionKind.OTHER
            and kind is section.parent.kind
        ):
            kind = parent.kind
        out[id(section)] = replace(section, own=own, kind=kind, parent=parent)
    return out
