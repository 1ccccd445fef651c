"""Whether an item, a row, a sentence or a heading states a follow-up task, and not what was done in the response."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from blameless_lint.actions import doers, owner
from blameless_lint.text.document import Block, SectionKind
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from blameless_lint.actions.places import Place
    from blameless_lint.actions.tables import Row

_FIELD_LINE = expression(
    r"^(?:\W*)(?:owner|dri|assignee|assigned to|responsible|due|deadline|eta|status|priority|ticket|tracking|jira"
    r"|estimate)\b\s*[:=-]?|^\W*(?:type|issue|link|see|pr|who|when|by|target)\s*[:=]",
    re.IGNORECASE,
)
_PAST_ = expression(
    r"^(?:we |i |they |the (?:team|on-?call)\b[^.]{0,20}? )?(?:have |had |has )?(?:was|were|had|did|rolled|reverted"
    r"|restarted|applied|disabled|enabled|paged|notified|called|deployed|removed|identified|found|noticed|confirmed"
    r"|escalated|declared|opened|tried|began|started|contacted|replaced|fixed|updated|changed|moved|added|increased"
    r"|decreased|resolved|restored|asked|sent|posted)\b"
)
_FUTURE = expression(
    r"\b(?:will|we[’']ll|i[’']ll|going to|plan(?:s|ning)? to|intend to|need(?:s)? to|have to|has to|want to|must"
    r"|should|shall|to be|next step|todo|let[’']s|are working on|is working on|are (?:adding|making|building|changing"
    r"|rolling|implementing|introducing|extending|improving|reviewing|moving|investing)|is being|are being"
    r"|recommend\w*|propose\w*|suggest\w*|would be (?:nice|good|useful|great|worth)|could|may also be worth|ought)\b",
    re.IGNORECASE,
)
_BOILERPLATE = expression(
    r"\b(?:apologi[sz]e|we are sorry|thank|thanks|we take .{0,30} seriously|appreciate|following (?:actions?|items?"
    r"|steps?|measures?|table|list)|listed below|see below|as follows|are tracked|is tracked|tracked (?:in|under)"
    r"|will be (?:updated|shared|published|posted) (?:here|in|when)|this (?:document|section|page|table|list)|action "
    r"items? (?:are|is|were)|no (?:further )?action|for the avoidance of|template|actions? (?:items? )?(?:should"
    r"|fall)|each action|read on|subscribe to|see the)\b",
    re.IGNORECASE,
)
_ANNOUNCES = expression(
    r"\b(?:what(?:[’']s| is| are| will| we| do| did| comes| changes| have| now| is being)?(?: \w+){0,4} (?:chang\w+"
    r"|do(?:ing)?|next|now|prevent\w*|improv\w+|differently|done and will do)"
    r"|what (?:changes|now|next|comes next|is next)|next steps?|roadmap|to[- ]?dos?|follow[- ]?ups?|long(?:er)?[- "
    r"]term (?:solution|fix|plan)s?|how (?:do|can|will|could|are) we|prevent\w*|going forward|looking ahead|future "
    r"(?:work|prevention|plans?|improvements?)"
    r"|actions?(?! taken)|improvements?|enhancements?|requirements?|recommend\w*|plans?|outcomes|measures"
    r"|consequences|we will|promises?|commitments?|backlog)\b",
    re.IGNORECASE,
)
_NOT_TASK_TITLE = expression(
    r"\b(?:went|lucky|timeline|glossary|participants?|references?|appendix|background|status|already done|done so far"
    r"|done on the day|taken during|immediate(?:ly)? (?:response|taken)|links?|related|not (?:do|doing|planned)"
    r"|won[’']t|will not|rejected|considered|(?:tests?|testing) (?:checklist|required|results?|steps?)|manual tests?"
    r"|manual testing|verification|results|benefits|achieved|guidelines|notes? to|best practices|what (?:we know|is "
    r"known|happened|worked|we (?:set out|tried|learned|did))|set out)\b",
    re.IGNORECASE,
)
_RESPONSE_TITLE = expression(
    r"\b(?:immediate|remediation|mitigation|resolution|resolved?|fix|recovery|response|completed|taken|in progress)\b",
    re.IGNORECASE,
)
_NO_ACTIONS = frozenset(
    (
        SectionKind.TIMELINE,
        SectionKind.CAUSES,
        SectionKind.IMPACT,
        SectionKind.SUMMARY,
        SectionKind.PARTICIPANTS,
        SectionKind.EVIDENCE,
    )
)
_PROMISE = expression(
    r"\b(?:going forward|in (?:the )?(?:near )?future|from now on|long(?:er)?[- ]term|next,|(?:we|i|they|the \w+ "
    r"team)(?: \w+ly)? (?:will|are going to|plan to|intend to|need|should|must|want to|have to|would like to|are "
    r"(?:also |now )?(?:adding|making|building|changing|rolling|implementing|introducing|"
    r"extending|improving|reviewing|moving|investing|working|looking|planning))|we[’']ll|we[’']re (?:also )?(?:adding"
    r"|looking|working|planning)|should (?:be|have|also|always|never|not)|needs? to be|will be|follow-?up:|todo)\b",
    re.IGNORECASE,
)
_NORM = expression(
    r"\b(?:more careful|careful|more aware|be aware|attention|not assume|never assume|remember|mindful|patience|trust"
    r"|understand|know that|happy to|apolog\w+|inconvenience|confiden\w+|continue to (?:monitor|work hard)|provide "
    r"(?:an |you )?(?:\w+ )?updates?|keep (?:this|you|the|interruption)|insight|look at how|such incidents|similar "
    r"incidents|diligently|remain|monitor the situation|as progress is made)\b",
    re.IGNORECASE,
)
_MEASURED = expression(r"[^.]{3,60}: \W*\d[\d:,. ]*\s?(?:h|m|s|min|%|hours?|minutes?|days?)?\b[\dhms *]*")
_NARRATIVE = expression(
    r"^\W*(?:[\w`’'./*-]+ ){1,7}?(?:had|didn[’']t|did not|was|were|would have|could have)\b", re.IGNORECASE
)
_SUGGESTS = expression(
    r"\b(?:would (?:be|help|alleviate|eliminate|reduce|prevent|allow|like)|could be|can be|may be|recommend\w*"
    r"|suggest\w*|propos\w+|needs?|must|shall|should|will|ought to|has to|have to|requires?|to be)\b"
    r"|^\W*(?:(?:\w+ly|next|in addition|perhaps|also|then|first|second|finally)[, ]+)?(?:more|better|additional"
    r"|proper|continued|increased|less|fewer|further|possible|training|consider\w*)\b",
    re.IGNORECASE,
)
_UNREAL = expression(
    r"\b(?:should|would|could|might|must)(?: not|n[’']t)? have\b|^(?:i|he|she|they|it)\b(?! (?:recommend|suggest"
    r"|propose))|\b(?:i|he|she) (?:believe|feel|think|told|said|will|was|am)\b",
    re.IGNORECASE,
)
_PERFECT = expression(
    r"^(?:\W*(?:[\w`’'./*-]+ ){0,9}?(?:was|were|has been|have been|had been|has|have|is now|are now|now)\b"
    r"|\W*(?:added|created|fixed|updated|removed|implemented|deployed|applied|restarted|repeated|coordinated|disabled"
    r"|enabled|changed|moved|increased|reverted|published|released|verified|rebuilt|set up|sent|notified|advisory"
    r"|(?!need|embed|feed|seed|speed|shed|unused)[a-z]{2,}ed)\b)",
    re.IGNORECASE,
)


def is_action_place(place: Place) -> bool:
    """Return whether a place is headed by words that announce follow-up tasks."""
    if _NOT_TASK_TITLE.search(place.title) and place.own is not SectionKind.ACTIONS:
        return False
    return place.kind is SectionKind.ACTIONS or announces(place.title)


def kind_of_place(place: Place) -> SectionKind:
    """Return the kind of a place, with every place that announces tasks being one of actions."""
    return SectionKind.ACTIONS if is_action_place(place) else place.kind


def announces(title: str) -> bool:
    """Return whether a heading says that changes or plans follow, whatever kind of section it opens."""
    return bool(_ANNOUNCES.search(title)) and not _NOT_TASK_TITLE.search(title)


def is_imperative(text: str) -> bool:
    """Return whether a text begins with a verb of tasks in the base form, a number, a label or an adverb aside."""
    text = re.sub(
        r"^(?:[\W_]*|(?:\(?[A-Za-z]?\d{1,2}[.)]|[A-Z]+-\d+|TODO:?|Action:|Please|Also|Then|Perhaps|Maybe|Actively"
        r"|Always|Never|Do not|Don[’']t|Not to|To|Let[’']s|Continue to|Better)\s+)*",
        "",
        text,
    )
    word = re.match(r"[A-Za-z-]+", text)
    return word is not None and word.group().lower() in doers.verbs()


def speaks_of_future(text: str) -> bool:
    """Return whether a text speaks of what will, should or needs to be."""
    return bool(_FUTURE.search(text))


def is_detail(head: Block, block: Block) -> bool:
    """Return whether a nested item only adds to the item above: a field, a note, or a list without verbs."""
    if _FIELD_LINE.match(block.text):
        return True
    if head.text.rstrip().endswith(":") and len(head.text.split()) <= (4 if is_imperative(head.text) else 9):
        return False
    return not is_imperative(block.text) and block.item is not None and block.item.checked is None


def is_task_row(row: Row, place: Place) -> bool:
    """Return whether a row states a task."""
    text = row.task.text.strip()
    if place.own is SectionKind.TIMELINE:
        return False
    return bool(re.search(r"[A-Za-z]{2}", text)) and not re.fullmatch(r"(?:total|none|n/?a|\W*)", text, re.IGNORECASE)


def is_task_item(run: Sequence[Block], place: Place) -> bool:
    """Return whether a list item states a task: by its checkbox, its place, its wording."""
    head = run[0]
    text = head.text.strip()
    if head.quoted or not re.search(r"[A-Za-z]{2}", text) or _NOTHING.fullmatch(text) or _LEGEND.match(text):
        return False
    if _FIELD_LINE.match(text) and len(text) < 80 and not is_imperative(text):
        return False
    if text.endswith(":") and len(run) == 1 and not re.search(r"\b(?:test|add|create)\b", text, re.IGNORECASE):
        return False
    if re.match(r"(?:TODO|FIXME|Action(?: item)?:)", text):
        return True
    if is_action_place(place):
        return _is_listed_task(head, text, place)
    if place.kind in _NO_ACTIONS or _NOT_TASK_TITLE.search(place.titles):
        return False
    if head.item is not None and head.item.checked is not None:
        return is_imperative(text) or (
            not _BOILERPLATE.search(text) and bool(_FUTURE.search(text) or _FIELD_WITHIN.search(text))
        )
    if place.kind is SectionKind.LESSONS:
        advice = re.match(r"[^.:]{3,50}(?:: | [-–—] )[A-Z]", text)
        return (
            ((is_imperative(text) and not advice) or bool(_PROMISE.search(text)))
            and not _NORM.search(text)
            and not _PERFECT.match(text)
        )
    return bool(_PROMISE.search(text)) and is_plan(text)


_FIELD_WITHIN = expression(r"(?<!\w)@\w|\b[A-Z]{2,}-\d|#\d|\b(?:owner|due)\b", re.IGNORECASE)
_NOTHING = expression(r"\W*(?:none|n/?a|tbd|todo|as above|see above)\W*", re.IGNORECASE)
_LEGEND = expression(
    r"(?:P[0-5]|SEV\d|Prevent|Detect|Mitigate|Respond|Process|Repair|Investigate)\s*(?:-|–|—|:|=)\s", re.IGNORECASE
)


def _is_listed_task(head: Block, text: str, place: Place) -> bool:
    """Return whether an item among follow-up tasks is one of them: not a remark, not a step of the response."""
    if (_BOILERPLATE.search(text[:80]) and not is_imperative(text)) or _MEASURED.fullmatch(text):
        return False
    if head.item is not None and head.item.checked is not None:
        return True
    if is_imperative(text) or _FUTURE.search(text) or text.endswith("?"):
        return True
    return not (_RESPONSE_TITLE.search(place.titles) and _PERFECT.match(text)) and not _NARRATIVE.match(text)


def is_plan(text: str) -> bool:
    """Return whether a sentence says what the authors are going to do."""
    return bool(
        re.search(
            r"\b(?:we|i|the \w+ team|the team|they)\b.{0,25}\b(?:will|going to|plan to|intend to)\b|\bwe[’']ll\b"
            r"|\bgoing forward\b|\bin (?:the )?future\b",
            text,
            re.IGNORECASE,
        )
    ) and not _NORM.search(text)


def is_heading_task(block: Block) -> bool:
    """Return whether a heading is itself a task: among actions, with a reference, a handle or a date in it."""
    title = block.text.strip()
    parent = block.section.parent
    if parent is None or parent.kind is not SectionKind.ACTIONS or block.section.own is not SectionKind.OTHER:
        return False
    return len(title.split()) > 3 and bool(
        re.search(
            r"@\w|[A-Z]{2,}-\d|#\d|\b\d{1,2} [A-Z][a-z]{2}|\d{4}-\d\d-\d\d|^(?:TODO|Action)\b|\b(?:owner|due)\b", title
        )
    )


def is_whole_task(block: Block) -> bool:
    """Return whether a whole paragraph is one task: a line that begins with TODO."""
    return bool(re.match(r"\W*(?:TODO|FIXME)\b", block.text)) and len(block.text.split()) > 2


_AHEAD = expression(r"\b(?:will|ha(?:s|ve) (?:to|agreed|offered|promised)|going to|(?:is|are) to)\b", re.IGNORECASE)


_LONGEST = 300  # words; what is longer is no sentence that a person wrote


def is_task_sentence(text: str, block: Block, place: Place) -> bool:
    """Return whether a sentence of running text states a task."""
    words = len(text.split())
    if (
        block.quoted
        or not 2 <= words <= _LONGEST
        or _BOILERPLATE.search(text)
        or text.rstrip().endswith((":", "?"))
        or _NORM.search(text)
    ):
        return False
    if re.match(
        r"(?:there (?:will|is)|if you|please|you |to (?:protect|replicate|understand|prevent|share)\b)",
        text,
        re.IGNORECASE,
    ) or _UNREAL.search(text):
        return False
    if is_action_place(place):
        plain = words > 3 and (not _PERFECT.match(text) or _AHEAD.search(text[:160]) is not None)
        told = _PROMISE.search(text) or _FUTURE.search(text) or _SUGGESTS.search(text)
        return is_imperative(text) or (plain and bool(told or _names_doer(text)))
    if words < 4 or place.kind in _NO_ACTIONS or _PERFECT.match(text):
        return False
    if place.kind is SectionKind.LESSONS:
        return bool(_PROMISE.search(text))
    return is_plan(text) or (_CLOSING.search(place.title) is not None and _is_resolve(text))


_CLOSING = expression(
    r"\b(?:post-?mortem|conclusions?|resolution|recovery|misc|summary|future|afterwards|long[- ]term)\b", re.IGNORECASE
)


def _is_resolve(text: str) -> bool:
    """Return whether a sentence says what the authors should do."""
    match = re.search(
        r"\bwe (?:should|need to|have to|must)(?: also)? ([a-z-]+)\b", text.replace("\n", " "), re.IGNORECASE
    )
    return match is not None and match.group(1) in doers.verbs()


def _names_doer(text: str) -> bool:
    """Return whether a sentence says that somebody does something by some time: “Telia replaces card 3 in May”."""
    from blameless_lint.actions import when

    found = owner.find(text, (), frozenset())
    return found is not None and any(time.is_deadline for time in when.find(text))


def is_proposal(place: Place) -> bool:
    """Return whether a place holds recommendations in free text."""
    return bool(
        re.search(r"\b(?:recommend\w*|action taken|suggest\w*|corrective|lessons)\b", place.titles, re.IGNORECASE)
    )
