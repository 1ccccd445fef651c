"""Lists of tasks under no heading that says so, by what their items are, and lines that begin with an arrow."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from blameless_lint.actions import due, moods, naming, prose, segments, when
from blameless_lint.actions.announced import NO_TASKS, announces
from blameless_lint.actions.asked import asked
from blameless_lint.actions.doers import subject
from blameless_lint.actions.places import ELSEWHERE, Place, is_action_place
from blameless_lint.actions.tails import leading, trailing
from blameless_lint.actions.verbs import third_persons
from blameless_lint.text.document import Block, BlockKind, SectionKind
from blameless_lint.text.expression import expression

_FEWEST = 2
"""Items of a list."""
_SURE = 5
"""How sure a name behind an item has to be."""


def places_of(run: Sequence[Block], place: Mapping[int, Place], known: frozenset[str]) -> Mapping[int, Place]:
    """Return the places of a list's blocks, those of tasks where most of its items are tasks and one has a field."""
    first = place[run[0].index]
    if is_action_place(first) or first.kind in ELSEWHERE or NO_TASKS.search(first.titles) or run[0].quoted:
        return place
    least = min(block.item.depth for block in run if block.item is not None) if run[0].item is not None else 0
    items = [
        block for block in run if block.kind is BlockKind.ITEM and (block.item is None or block.item.depth == least)
    ]
    told = [block for block in items if _is_brief(block.text) and not is_told(block.text)]
    given = [block for block in told if is_assigned(block.text, known)]
    if len(given) >= _FEWEST and len(given) * 3 >= len(items):
        return {block.index: replace(place[block.index], kind=SectionKind.ACTIONS) for block in run}
    commands = [block for block in told if moods.is_imperative(block.text)]
    if len(items) < _FEWEST or not commands or len(told) * 2 < len(items):
        return place
    fielded = [block for block in told if has_field(block.text, known)]
    if not fielded or sum(block in fielded or block in commands for block in told) * 2 < len(items):
        return place
    return {block.index: replace(place[block.index], kind=SectionKind.ACTIONS) for block in run}


def _is_brief(text: str) -> bool:
    """Return whether an item is short, of one piece, and no field with its name: “Authors: Ana”."""
    return len(text.split()) <= _LONGEST and "\n" not in text and _NAMED.match(text) is None


_LONGEST = 40
"""Words of an item in a list that no heading calls one of tasks."""
_NAMED = expression(r"\W*[A-Z][\w ’'/-]{2,30}:\s+(?=\S)(?!.*\b(?:to|add|ask)\b)")


def is_told(text: str) -> bool:
    """Return whether an item tells what was."""
    return bool(moods.NARRATIVE.match(text) or (moods.PERFECT.match(text) and not moods.FUTURE.search(text)))


def has_field(text: str, known: frozenset[str]) -> bool:
    """Return whether an item says who is to do it, or by when, by the place that it gives to them."""
    parts = segments.split(text)
    behind = trailing(parts, known)
    if behind is not None and behind[0] >= _SURE:
        return True
    if asked(text, known) is not None:
        return True
    before = leading(parts, known)
    if before is not None and moods.is_imperative(text[before.end :]):
        return True
    if not moods.is_imperative(text):
        return False
    best, _ = due.find_due(parts, when.Calendar())
    return best is not None and best.kind != "milestone"


def is_assigned(text: str, known: frozenset[str]) -> bool:
    """Return whether an item ends with who is to do it and says by when as well: “tags for the racks (Sue, 1 June)”."""
    parts = segments.split(text)
    behind = trailing(parts, known)
    if behind is None or behind[0] < _SURE:
        return False
    best, _ = due.find_due(parts, when.Calendar())
    return best is not None and best.kind != "impossible"


def is_line(text: str, known: frozenset[str]) -> bool:
    """Return whether a line by itself below a title of tasks is one: by who or by when, or as words without a verb."""
    if is_told(text) or moods.NARRATIVE.match(text) or text.rstrip().endswith((":", "?")) or _POINTS.match(text):
        return False
    if has_field(text, known) or is_assigned(text, known) or _WHO.match(text):
        return True
    words = re.findall(r"[\w’'-]+", text.lower())
    told = third_persons() | _STATES
    return len(words) > _FEW and not prose.FINITE.search(text) and not told.intersection(words[1:])


_STATES = frozenset(
    {
        "belongs", "comes", "costs", "gets", "goes", "keeps", "knows", "lies", "looks", "remains", "says",
        "seems", "stands", "stays", "takes", "thanks", "thinks", "wants", "works", "went", "came", "got",
        "said", "took", "gave", "made",
    }
)  # fmt: skip
"""Verbs that no list of tasks begins its items with, by which a line is told to be a sentence."""
_FEW = 3
"""Words that no task has fewer of which is told without a verb."""
_POINTS = expression(r"\W*(?:read|see|view|visit|watch|click|download|share|subscribe)\b", re.IGNORECASE)
"""What sends the reader somewhere: “Read the follow-up: …”."""
_WHO = expression(r"\W*(?:@[\w-]+|\[[^\[\]\d]{2,40}\])[ :–—-]+\w")
"""Who begins a line in the notation for it: “@ana …”, “[Ana] …”."""


def is_drawn(text: str, known: frozenset[str]) -> bool:
    """Return whether what stands behind an arrow at the beginning of a line is a task."""
    if is_told(text):
        return False
    label, mark, rest = text.partition(": ")
    if mark and announces(label):
        return True
    someone = bool(mark) and is_one(label, known)
    if someone and len(rest.split()) > 1:
        return True
    return moods.is_imperative(text) or subject(text, known, start=0) is not None or has_field(text, known)


def is_one(label: str, known: frozenset[str]) -> bool:
    """Return whether the words before a line's colon or arrow say who is to do it, or that no one is named yet."""
    return naming.is_no_one(label) or naming.is_name(label, known) or label.lower() in known
