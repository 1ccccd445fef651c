"""Whether a sentence of running text states a follow-up task."""

from __future__ import annotations

import re

from blameless_lint.actions import doers, moods, owner, segments
from blameless_lint.actions.places import ELSEWHERE, Place, is_action_place
from blameless_lint.text.document import Block, SectionKind
from blameless_lint.text.expression import expression

_WITH_FIELDS = expression(r"\W*Action(?: item)?(?: \d+)?:.*\b(?:Owner|DRI|Due|Assignee)\W{0,3}:", re.DOTALL)
_FRAGMENT = expression(
    r"\W*(?:an? |the |some |any |all )?(?:\w+ly )?(?:(?:better|closer|clearer|stricter|earlier|faster|proper|improved"
    r"|intensive|regular|mandatory|disciplinary|additional|further|more|less|fewer|new) \w+|(?:\w+ ){0,3}(?:training"
    r"|supervision|screening|oversight|briefings?|inspections?|removal|replacement|installation|enforcement|review"
    r"|checking|revision|purchase|follow-?up) (?:of|for|with|by|before|from)\b)",
    re.IGNORECASE,
)
_FINITE = expression(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|should|can|could|may|might|must|needs?"
    r"|i|we|they|he|she|it|you)\b",
    re.IGNORECASE,
)
_POINTS_BACK = expression(
    r"\W*(?:this|that|these|those|it|they)(?: \w+){0,3}? (?:will (?!be (?:done|added|fixed|changed"
    r"|addressed|moved))|would|makes?|means?|gives?|allows?|helps?|turned|could)\b",
    re.IGNORECASE,
)
_AHEAD = expression(r"\b(?:will|ha(?:s|ve) (?:to|agreed|offered|promised)|going to|(?:is|are) to)\b", re.IGNORECASE)
_LONGEST = 300
"""Words; what is longer is no sentence that a person wrote."""
_CLOSING = expression(
    r"\b(?:post-?mortem|conclusions?|resolution|recovery|misc|summary|future|afterwards|long[- ]term)\b", re.IGNORECASE
)


def is_whole_task(block: Block) -> bool:
    """Return whether a whole paragraph is one task: a line that begins with TODO, or an action with its fields."""
    if len(block.text.split()) < 3:
        return False
    return bool(re.match(r"\W*(?:TODO|FIXME)\b", block.text) or _WITH_FIELDS.match(block.text))


def is_task_sentence(text: str, block: Block, place: Place) -> bool:
    """Return whether a sentence of running text states a task."""
    text = moods.unhedged(text)
    words = len(text.split())
    if (
        block.quoted
        or not 2 <= words <= _LONGEST
        or moods.BOILERPLATE.search(text)
        or text.rstrip().endswith((":", "?"))
        or moods.NORM.search(text)
        or _POINTS_BACK.match(text)
    ):
        return False
    if re.match(
        r"(?:there (?:will|is)|if you|please|you |to (?:protect|replicate|understand|prevent|share)\b)",
        text,
        re.IGNORECASE,
    ) or moods.UNREAL.search(text):
        return False
    if is_action_place(place):
        if _FRAGMENT.match(text) and not _FINITE.search(text):
            return True
        plain = words > 3 and (not moods.PERFECT.match(text) or _AHEAD.search(text[:160]) is not None)
        told = moods.PROMISE.search(text) or moods.FUTURE.search(text) or moods.SUGGESTS.search(text)
        return moods.is_imperative(text) or (plain and bool(told or _names_doer(text)))
    if words < 4 or place.kind in ELSEWHERE or moods.PERFECT.match(text):
        return False
    if place.kind is SectionKind.LESSONS:
        return bool(moods.PROMISE.search(text))
    return moods.is_plan(text) or (_CLOSING.search(place.title) is not None and _is_resolve(text))


def _is_resolve(text: str) -> bool:
    """Return whether a sentence says what the authors should do."""
    match = re.search(
        r"\bwe (?:should|need to|have to|must)(?: also)? ([a-z-]+)\b", text.replace("\n", " "), re.IGNORECASE
    )
    return match is not None and match.group(1) in doers.verbs()


def _names_doer(text: str) -> bool:
    """Return whether a sentence says that somebody does something by some time: “Telia replaces card 3 in May”."""
    from blameless_lint.actions import when

    found = owner.find(text, segments.split(text), frozenset())
    return found is not None and any(time.is_deadline for time in when.find(text))
