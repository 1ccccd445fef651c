"""The place of every block: its section, or what a label above it says, as where an item heads the next ones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import zip_longest

from blameless_lint.actions import lines
from blameless_lint.actions.announced import NO_TASKS, announces, leads_in, opening
from blameless_lint.actions.titles import is_numbered, names_tasks, plain_title
from blameless_lint.text.document import Block, BlockKind, Document, Section, SectionKind
from blameless_lint.text.expression import expression
from blameless_lint.text.sections import kind_of

RESPONSE_TITLE = expression(
    r"\b(?:immediate|remediation|mitigation|resolution|resolved?|fix|recovery|response|completed|taken|in progress)\b",
    re.IGNORECASE,
)
ELSEWHERE = frozenset(
    (
        SectionKind.TIMELINE,
        SectionKind.CAUSES,
        SectionKind.IMPACT,
        SectionKind.SUMMARY,
        SectionKind.PARTICIPANTS,
        SectionKind.EVIDENCE,
    )
)


@dataclass(frozen=True, slots=True)
class Place:
    """What heads a block: the kind, the kind that the nearest title names, that title, and the titles above too."""

    kind: SectionKind
    own: SectionKind
    title: str
    titles: str
    heads: tuple[Block, ...] = ()
    """The label and the headings that head it, the nearest first, up to the one that names its kind."""
    opened: bool = False
    """Whether the block itself begins with the label of a list of tasks, which the sentences behind it then are."""


def places(document: Document) -> Mapping[int, Place]:
    """Return the place of each block by the block's index."""
    found: dict[int, Place] = {}
    labels: list[tuple[float, Place]] = []
    sections: dict[int, Place] = {}
    titles: dict[int, Block] = {}
    blocks = document.blocks
    numbered = False  # whether the label is an item of a numbered list, whose next item ends it
    for block, following in zip_longest(blocks, blocks[1:]):
        title = plain_title(block, following)
        if title is not None:
            named = replace(of_tasks(title, of_section(block.section)), heads=(block,))
            labels = [(-1, named)] if names_tasks(title) else []
            numbered = bool(labels) and block.item is not None
        elif numbered and is_numbered(block):
            labels, numbered = [], False
        depth = _depth(block)
        level = _level(block)
        if block.kind is BlockKind.HEADING:
            labels = []
            titles[id(block.section)] = block
        elif block.cell is None:
            labels = [label for label in labels if label[0] < level]
        place = labels[-1][1] if labels else sections.get(id(block.section))
        if place is None:
            place = replace(of_section(block.section), heads=_heads(block.section, titles))
            sections[id(block.section)] = place
        opened = _opening(block)
        if opened is not None:
            place = replace(_labelled(opened, place), kind=SectionKind.ACTIONS, own=SectionKind.ACTIONS, opened=True)
            labels.append((-1, replace(place, opened=False)))
        found[block.index] = place
        label = _label(block, following, depth)
        if label is not None:
            below = replace(_labelled(label, place), heads=(block, *place.heads))
            labels = [other for other in labels if other[0] < level] + [(level, below)]
    return found


def _heads(section: Section, titles: Mapping[int, Block]) -> tuple[Block, ...]:
    """Return the headings above a block, the nearest first, up to one that names the kind of its section."""
    found: list[Block] = []
    here: Section | None = section
    while here is not None:
        if id(here) in titles:
            found.append(titles[id(here)])
        here = here.parent if here.own is SectionKind.OTHER or _is_phase(here) else None
    return tuple(found)


def _is_phase(section: Section) -> bool:
    return section.parent is not None and _sorts_tasks(section, section.parent)


def of_tasks(title: str, above: Place) -> Place:
    """Return the place of tasks that a title makes below another place."""
    return replace(_labelled(title, above), kind=SectionKind.ACTIONS, own=SectionKind.ACTIONS)


def _opening(block: Block) -> str | None:
    """Return the label of an action section with which a paragraph begins: "Recommendations: install …"."""
    if block.kind is not BlockKind.PARAGRAPH or block.item is not None:
        return None
    if (said := opening(block.text)) is not None:
        return said
    match = re.match(r"([A-Z][\w()/ -]{3,40}?):\s", block.text)
    return match.group(1) if match and kind_of(re.sub(r"\(s\)", "s", match.group(1))) is SectionKind.ACTIONS else None


def _depth(block: Block) -> int:
    return block.item.depth + 1 if block.item is not None else 0


def _level(block: Block) -> float:
    """Return how deep a block stands among labels: what goes on with an item, or is numbered by hand, a half deeper."""
    if _is_label_item(block):
        return _depth(block) - 0.5
    below = block.item is not None or lines.numbered(block) is not None
    return _depth(block) + (0.5 if block.kind is BlockKind.PARAGRAPH and below else 0)


def _is_label_item(block: Block) -> bool:
    """Return whether an item does nothing but head the items behind it."""
    text = block.text.strip()
    return block.kind is BlockKind.ITEM and text.endswith(":") and len(text.split()) <= 6


def of_section(section: Section) -> Place:
    """Return the place that a section's heading makes."""
    titles = [section.title]
    parent = section.parent
    if parent is not None and _sorts_tasks(section, parent):
        return Place(SectionKind.ACTIONS, SectionKind.ACTIONS, section.title, f"{section.title} / {parent.title}")
    while parent is not None and section.own is SectionKind.OTHER and len(titles) < 3:
        titles.append(parent.title)
        parent = parent.parent
    return Place(section.kind, section.own, section.title, " / ".join(titles))


def _sorts_tasks(section: Section, parent: Section) -> bool:
    """Return whether a heading below that of the tasks sorts them by what they better: “Detect”, “Faster response”."""
    return (
        parent.own is SectionKind.ACTIONS
        and section.own in _PHASES
        and max(len(section.title.split()), len(parent.title.split())) <= _SHORT
        and not _WHOLE.search(parent.title)
    )


_PHASES = frozenset((SectionKind.DETECTION, SectionKind.RESOLUTION, SectionKind.IMPACT))
_SHORT = 4
"""Words that the title of a list of tasks, and of a part of it, has at most."""
_WHOLE = expression(r"\b(?:report|review|incident|post-?mortem|rca|summary|analysis)\b", re.IGNORECASE)
"""Words of a title that heads a whole document."""


def _label(block: Block, following: Block | None, depth: int) -> str | None:
    """Return the title that a block gives to the items or the table behind it, or None where it gives none."""
    if following is None or block.cell is not None or BlockKind.HEADING in (block.kind, following.kind):
        return None
    text = block.text.strip()
    heads = (
        _level(following) > max(depth, _level(block))
        or (following.cell is not None and depth == 0)
        or (_is_label_item(block) and _depth(following) == depth)
    )
    if not heads:
        return None
    last = re.split(r"(?<=[.!?])\s+", text)[-1]
    return (
        last.rstrip(":").strip()
        if (len(last.split()) <= _LONGEST or (len(last.split()) <= 2 * _LONGEST and leads_in(last.rstrip(": "))))
        and (last.endswith((":", "?")) or len(last) == len(text))
        else None
    )


_LONGEST = 9
"""Words of a label; of a whole clause that leads in to a list, twice as many."""


def _labelled(label: str, above: Place) -> Place:
    own = kind_of(re.sub(r"\(s\)", "s", label))
    if own in _PHASES and above.own is SectionKind.ACTIONS and len(label.split()) <= _SHORT:
        own = SectionKind.ACTIONS
    if own is None:
        return Place(above.kind, SectionKind.OTHER, label, f"{label} / {above.titles}")
    return Place(own, own, label, label)


def is_action_place(place: Place) -> bool:
    """Return whether a place is headed by words that announce follow-up tasks."""
    if NO_TASKS.search(place.title) and place.own is not SectionKind.ACTIONS:
        return False
    return place.kind is SectionKind.ACTIONS or announces(place.title)


def kind_of_place(place: Place) -> SectionKind:
    """Return the kind of a place, with every place that announces tasks being one of actions."""
    return SectionKind.ACTIONS if is_action_place(place) else place.kind
