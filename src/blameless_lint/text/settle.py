"""Settles what an open heading names: by the other headings of its document, and by what stands under it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from blameless_lint.text.document import Section, SectionKind
from blameless_lint.text.expression import expression
from blameless_lint.text.sections import kind_of, normal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LED_BY_TIME = expression(
    r"\W*(?:(?:~|ca\.?|about|at|around) ?)?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?"
    r"(?:\d{4}-\d\d-\d\d|\d{1,2}[:.h]\d\d|T ?[+-] ?\d|[+-]\d+ ?(?:min|m|h)\b)",
    re.IGNORECASE,
)
_TIME = expression(r"\b\d{1,2}:\d\d\b")
_OF_RESPONSE = expression(
    r"(?:immediate |first |emergency |corrective )*(?:actions?|steps|measures) (?:taken|done)(?: .*)?"
    r"|immediate actions?|immediate (?:corrective |remedial )actions?|short term fix(?:es)?|fixes|done"
)
_FEW = 3
"""Blocks up to which an account is short."""


def settled(sections: Sequence[Section], held: Mapping[int, Sequence[str]]) -> dict[int, Section]:
    """Return the final section for the identity of each; `held` has the texts under each, by its identity.

    “What happened” is the timeline of a document; it is the summary where no other heading names one, and either
    another names the timeline or it is short and gives no times. “Problem” is a short summary where none is named.
    What was done at once belongs to the response where other headings list the follow-up tasks.
    A log is the timeline where none is named and its lines begin with times.
    A heading that names nothing is the timeline where the lines under it begin with times.
    """
    out: dict[int, Section] = {}
    counts = Counter(section.own for section in sections)
    for section in sections:
        parent = out[id(section.parent)] if section.parent is not None else None
        own, kind = section.own, section.kind
        named = {kind for kind, count in counts.items() if count > (kind is section.own)}
        shown = _shown(section, held.get(id(section), ()), named)
        if shown is not None:
            own = kind = shown
        elif section.parent is not None and parent is not None and own is SectionKind.OTHER:
            kind = parent.kind if kind is section.parent.kind else kind
        out[id(section)] = replace(section, own=own, kind=kind, parent=parent)
    return out


def _shown(section: Section, texts: Sequence[str], named: set[SectionKind]) -> SectionKind | None:
    """Return the kind that the words under a heading and the other headings show, or None where they do not."""
    title = normal(section.title)
    short = len(texts) <= _FEW and sum(len(_TIME.findall(text)) for text in texts) < _FEW
    if title == "what happened" and SectionKind.SUMMARY not in named:
        alone = named <= {SectionKind.OTHER}
        return SectionKind.SUMMARY if (short and not alone) or SectionKind.TIMELINE in named else None
    if title == "problem" and short and SectionKind.SUMMARY not in named:
        return SectionKind.SUMMARY
    if section.own is SectionKind.ACTIONS and SectionKind.ACTIONS in named and _OF_RESPONSE.fullmatch(title):
        return SectionKind.RESOLUTION
    record = section.own is SectionKind.EVIDENCE and SectionKind.TIMELINE not in named
    if (
        title == "facts"
        or record
        or (section.kind is SectionKind.OTHER and section.parent is not None and kind_of(section.title) is None)
    ):
        timed = sum(_LED_BY_TIME.match(text) is not None for text in texts)
        return SectionKind.TIMELINE if len(texts) >= _FEW and timed * 2 >= len(texts) else None
    return None
