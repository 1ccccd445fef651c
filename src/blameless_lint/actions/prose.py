"""Whether a sentence of running text states a follow-up task."""

from __future__ import annotations

import re
from collections.abc import Iterator

from blameless_lint.actions import doers, moods, naming, owner, segments, tickets
from blameless_lint.actions.asked import asked, is_sure
from blameless_lint.actions.chosen import chosen
from blameless_lint.actions.phrase import is_people
from blameless_lint.actions.places import ELSEWHERE, Place, is_action_place
from blameless_lint.actions.pledges import is_pledge, is_somebody, pledged
from blameless_lint.actions.tails import trailing
from blameless_lint.actions.verbs import third_persons, verbs
from blameless_lint.text.document import Block, SectionKind
from blameless_lint.text.expression import expression

_WITH_FIELDS = expression(
    r"\W*(?:(?:Action(?: item)?|CAPA|Measure|Recommendation|Task)(?: \d+)?:|[A-Z]{1,4}-\d{1,3}\W)(?s:.*)"
    r"\b(?:Owner|DRI|Due|Assignee|Responsible|Accountable|Deadline)\W{0,3}:"
)
_FRAGMENT = expression(
    r"\W*(?:an? |the |some |any |all )?(?:\w+ly )?(?:(?:better|closer|clearer|stricter|earlier|faster|proper|improved"
    r"|intensive|regular|mandatory|disciplinary|additional|further|more|less|fewer|new) \w+|(?:\w+ ){0,3}(?:training"
    r"|supervision|screening|oversight|briefings?|inspections?|removal|replacement|installation|enforcement|review"
    r"|checking|revision|purchase|follow-?up) (?:of|for|with|by|before|from)\b)",
    re.IGNORECASE,
)
FINITE = expression(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|should|can|could|may|might|must|needs?"
    r"|i|we|they|he|she|it|you)\b",
    re.IGNORECASE,
)
_POINTS_BACK = expression(
    r"\W*(?:this|that|these|those|it|they)(?: \w+){0,3}? (?:will (?!be (?:done|added|fixed|changed"
    r"|addressed|moved))|would|makes?|means?|gives?|allows?|helps?|turned|could)\b",
    re.IGNORECASE,
)
_PURPOSE = expression(r",? (?:so (?:that )?(?=\w+ )|to (?:ensure|make sure)|in order to).*", re.IGNORECASE | re.DOTALL)
"""What follows the task and says what it is good for."""
_AHEAD = expression(
    r"\b(?:will|must|should|shall|needs? to"
    r"|ha(?:s|ve) (?:to|agreed|offered|promised|volunteered|taken (?:on|over))|going to|(?:is|are) to)\b",
    re.IGNORECASE,
)
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


def is_task_sentence(text: str, block: Block, place: Place, *, taken: bool = False) -> bool:
    """Return whether a sentence of running text states a task; `taken` says that a field of it follows."""
    text = moods.unhedged(text)
    words = len(text.split())
    if (
        block.quoted
        or not 2 <= words <= _LONGEST
        or moods.BOILERPLATE.search(text)
        or text.rstrip().endswith(":")
        or (text.rstrip().endswith("?") and not _is_asked(text, place))
        or moods.NORM.search(_PURPOSE.sub("", text))
        or _POINTS_BACK.match(text)
    ):
        return False
    if (
        _NUMBERED.fullmatch(text)
        or ((_READER.search(text) or text[:6].lower() == "please") and not _is_asked(text, place))
        or re.match(
            r"(?:there (?:will|is)(?! agreement)|if you|you |to (?:protect|replicate|understand|prevent|share)\b)",
            text,
            re.IGNORECASE,
        )
        or (moods.UNREAL.search(text) and not (is_action_place(place) and (owner.takes_on(text) or _is_told(text))))
    ):
        return False
    if is_action_place(place):
        if moods.DECLINED.search(text):
            return False
        if place.opened and not moods.NARRATIVE.match(text):
            return True
        if _FRAGMENT.match(text) and not FINITE.search(text):
            return True
        plain = words > 3 and (not moods.PERFECT.match(text) or _AHEAD.search(text[:160]) is not None)
        if words > 3 and (is_pledge(text) or is_doing(text) or _ADDED.match(text) or _is_told_to(text)):
            return True
        told = moods.PROMISE.search(text) or moods.FUTURE.search(text) or moods.SUGGESTS.search(text)
        return moods.is_imperative(text) or (plain and bool(told or taken or _names_doer(text) or is_due(text)))
    if words < 4 or place.kind in ELSEWHERE or moods.PERFECT.match(text):
        return False
    if place.kind is SectionKind.LESSONS:
        return bool(moods.PROMISE.search(text))
    return moods.is_plan(text) or _is_pledged(text) or (_CLOSING.search(place.title) is not None and _is_resolve(text))


_READER = expression(r"^(?!.*\b(?:we|our|i)\b).*\byou(?:rs?)?\b", re.IGNORECASE | re.DOTALL)
"""Words to the reader, which advise and plan nothing of the authors'."""
_NUMBERED = expression(r"\W*\w+ \d+\W*")
"""A title such as “Issue 2)”, which begins with a word that is a verb as well."""


def _is_pledged(text: str) -> bool:
    """Return whether a sentence says that somebody will do something: “The vendor will send a new one”."""
    will = _WILL.search(text[:_NEAR])
    return will is not None and doers.subject(text, frozenset(), start=0) is not None and not moods.NORM.search(text)


_WILL = expression(
    r"\b(?:will|is going to|are going to|is preparing|are preparing)\b(?! (?:be|have|not|no longer)\b)", re.IGNORECASE
)
_NEAR = 60  # characters in which a sentence has its verb


def _is_asked(text: str, place: Place) -> bool:
    return is_action_place(place) and asked(text, frozenset()) is not None


def _is_told(text: str) -> bool:
    return pledged(text, frozenset()) is not None


def is_doing(text: str) -> bool:
    """Return whether a clause says what somebody in particular does: “Odile moves the lamp”, “…; Odile moves it”."""
    return any(_does(text, start) for start in (0, *(match.end() for match in _CLAUSE.finditer(text))))


_CLAUSE = expression(r"; | [–—-] ")


_ADDED = expression(
    r"\W*(?:an?|new|additional|more|further|two|three) [^.;:]{3,160}? (?:(?:has|have)(?: \w+)? been (?:added|introduced"
    r"|installed|put in place|set up|created|written|built|fitted|enabled|ordered|scheduled|opened|drafted)"
    r"|(?:is|are) (?:now |already )?in place)\b",
    re.IGNORECASE,
)
"""The announcement of something new that is there by now: “A test has been added in #611”."""


def _is_told_to(text: str) -> bool:
    """Return whether a sentence is somebody with what to do, and no verb else: “Operator to repeat the course”."""
    match = _TO.match(text)
    return match is not None and match["verb"] in verbs() and is_somebody(match["who"], frozenset())


_TO = expression(r"\W*(?P<who>(?:[\w’'&/.-]+ ){0,5}?[\w’'&/.-]+) to (?P<verb>[a-z]+)\b")


def _does(text: str, start: int) -> bool:
    span = doers.subject(text, frozenset(), start=start)
    if span is None or moods.NORM.search(text) or text[span.end : span.end + 1] != " ":
        return False
    words = [word.strip(".,;") for word in text[span.end :].split() if word not in _ADVERBS]
    name = text[span.start : span.end]
    going = len(words) > 1 and words[0] in ("is", "are") and words[1].endswith("ing") and words[1] != "being"
    return (going or words[0] in third_persons() | verbs()) and (
        is_sure(name, frozenset()) or (" " in name and is_people(name))
    )


_ADVERBS = ("now", "also", "then", "already")


def _is_resolve(text: str) -> bool:
    """Return whether a sentence says what the authors should do."""
    match = re.search(
        r"\bwe (?:should|need to|have to|must)(?: also)? ([a-z-]+)\b", text.replace("\n", " "), re.IGNORECASE
    )
    return match is not None and match.group(1) in verbs()


def _names_doer(text: str) -> bool:
    """Return whether a sentence says that somebody does something by some time: “Telia replaces card 3 in May”."""
    from blameless_lint.actions import when

    parts = segments.split(text)
    if _SIGNED.search(text) and moods.NARRATIVE.match(text) is None:
        behind = trailing(parts, frozenset())
        if behind is not None and behind[0] >= owner.SURE:
            return True
    if not any(time.is_deadline for time in when.find(text)) and not any(
        tickets.is_reference(part) for part in _pieces(text)
    ):
        return False
    return owner.find(text, parts, frozenset()) is not None or (
        moods.NARRATIVE.match(text) is None and chosen(text, parts, frozenset(), least=_LIKELY) is not None
    )


_SIGNED = expression(
    rf"\w (?:[–—-] {naming.UPPER}[\w’'-]+(?: {naming.UPPER}[\w’'-]+)?|(?:[–—-] |\()@[\w-]+)"
    r"(?:, [^,;()]{4,40})?\)?\.?\s*$"
)
"""Somebody behind a dash at the end, or a handle in brackets, perhaps with a deadline."""


def is_due(text: str) -> bool:
    """Return whether a sentence in the present says by when something happens: “the cable goes in by Friday”."""
    from blameless_lint.actions import when

    if _PAST.search(text) or moods.NARRATIVE.match(text):
        return False
    return any(AHEAD_OF_IT.search(text[: time.span.start]) or _COMING.match(time.text) for time in when.find(text))


AHEAD_OF_IT = expression(r"\b(?:by|until|before|no later than|from|on|starting)(?: the)? $", re.IGNORECASE)
_COMING = expression(r"(?:by|until|before|no later than|from|on|starting|end of|next|this) \w", re.IGNORECASE)
_PAST = expression(
    r"\b(?:was|were|had|did|has|have|been)\b|\b\w{2,}(?<!e)ed\b(?! (?:by|until|before|on|in|next))", re.IGNORECASE
)
_LIKELY = 0.6
"""How likely a phrase has to be the owner for its sentence to be a task."""


def _pieces(text: str) -> Iterator[str]:
    for segment in segments.split(text):
        yield segment.text
        yield segment.text.rpartition(" ")[2]
