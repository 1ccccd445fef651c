"""Whether an item, a row, a sentence or a heading states a follow-up task, and not what was done in the response."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from blameless_lint.actions import owner
from blameless_lint.text.document import Block, SectionKind

if TYPE_CHECKING:
    from blameless_lint.actions.tables import Row

_FIELD_LINE = re.compile(r"^(?:\W*)(?:owner|dri|assignee|assigned to|responsible|due|deadline|eta|status|priority|ticket|tracking|type|issue|jira|link|see|pr|who|when|by|target|estimate)\b\s*[:=-]?", re.IGNORECASE)
_PAST = re.compile(
    r"^(?:we |i |they |the (?:team|on-?call)\b[^.]{0,20}? )?(?:have |had |has )?(?:was|were|had|did|rolled|reverted|restarted|applied|disabled|enabled|paged|notified|called|deployed|removed|identified|found|noticed|confirmed|escalated|declared|opened|tried|began|started|contacted|replaced|fixed|updated|changed|moved|added|increased|decreased|resolved|restored|asked|sent|posted)\b"
)
_FUTURE = re.compile(
    r"\b(?:will|we[’']ll|i[’']ll|going to|plan(?:s|ning)? to|intend to|need(?:s)? to|have to|has to|want to|must|should|shall|to be|next step|todo|let[’']s|are working on|is working on|are (?:adding|making|building|changing|rolling|implementing|introducing|extending|improving|reviewing|moving|investing)|is being|are being|recommend\w*|propose\w*|suggest\w*|would be (?:nice|good|useful|great|worth)|could|may also be worth|ought)\b",
    re.IGNORECASE,
)
_BOILERPLATE = re.compile(
    r"\b(?:apologi[sz]e|we are sorry|thank|thanks|we take .{0,30} seriously|appreciate|following (?:actions?|items?|steps?|measures?|table|list)|listed below|see below|as follows|are tracked|is tracked|tracked (?:in|under)|will be (?:updated|shared|published|posted) (?:here|in|when)|this (?:document|section|page|table|list)|action items? (?:are|is|were)|no (?:further )?action|for the avoidance of|template)\b",
    re.IGNORECASE,
)
_NOT_TASK_TITLE = re.compile(r"\b(?:what went|went well|lucky|timeline|glossary|participants?|references?|appendix|background|status|already done|done (?:so far|on the day)|taken during|immediate(?:ly)? taken|links?|related|not (?:do|doing|planned)|won[’']t|will not|rejected|considered)\b", re.IGNORECASE)


def is_action_section(block: Block) -> bool:
    """Return whether a block stands under a heading that announces follow-up tasks."""
    section = block.section
    return section.kind is SectionKind.ACTIONS and not _NOT_TASK_TITLE.search(section.title if section.own is SectionKind.OTHER else "")


def is_imperative(text: str) -> bool:
    """Return whether a text begins with a verb of tasks in the base form, perhaps behind a number, a label or an adverb."""
    text = re.sub(r"^(?:[\W_]*|(?:\(?[A-Za-z]?\d{1,2}[.)]|[A-Z]+-\d+|TODO:?|Action:|Please|Also|Then|Perhaps|Maybe|Actively|Always|Never|Do not|Don[’']t|Not to|To|Let[’']s|Continue to|Better)\s+)*", "", text)
    word = re.match(r"[A-Za-z-]+", text)
    return bool(word) and word.group().lower() in owner.verbs()


def is_detail(head: Block, block: Block) -> bool:
    """Return whether a nested item only adds to the item above: a field, a note, or a list without verbs."""
    if _FIELD_LINE.match(block.text):
        return True
    if head.text.rstrip().endswith(":") and not is_imperative(head.text) and len(head.text) < 60:
        return False
    return not is_imperative(block.text) and block.item is not None and block.item.checked is None


def is_task_row(row: Row, *, expected: bool) -> bool:
    """Return whether a row states a task."""
    text = row.task.text.strip()
    return bool(re.search(r"[A-Za-z]{2}", text)) and not re.fullmatch(r"(?:total|none|n/?a|\W*)", text, re.IGNORECASE)


def is_task_item(run: Sequence[Block]) -> bool:
    """Return whether a list item states a task: by its checkbox, its section, its wording."""
    head = run[0]
    text = head.text.strip()
    if head.item is None or head.quoted or len(re.findall(r"[A-Za-z]{2,}", text)) < 1:
        return False
    if _FIELD_LINE.match(text) and len(text) < 80 and not is_imperative(text):
        return False
    if text.endswith(":") and len(text) < 60 and len(run) == 1:
        return False
    if is_action_section(head):
        return not _BOILERPLATE.search(text[:80]) or is_imperative(text)
    if head.section.kind in (SectionKind.TIMELINE, SectionKind.CAUSES, SectionKind.IMPACT, SectionKind.SUMMARY, SectionKind.PARTICIPANTS, SectionKind.EVIDENCE):
        return bool(re.match(r"(?:TODO|FIXME|Action item)\b", text))
    if head.item.checked is not None:
        return head.item.checked is False or head.section.kind is not SectionKind.RESOLUTION
    if re.match(r"(?:TODO|Action(?: item)?:)", text):
        return True
    if head.section.kind is SectionKind.LESSONS:
        return is_imperative(text) or bool(re.match(r"(?:we|i) (?:need|should|must|will|have to|are going to)\b", text, re.IGNORECASE))
    return False


def is_heading_task(block: Block) -> bool:
    """Return whether a heading is itself a task: under an action heading, with a verb in front or a reference."""
    title = block.text.strip()
    parent = block.section.parent
    if parent is None or parent.kind is not SectionKind.ACTIONS or block.section.own is not SectionKind.OTHER:
        return False
    return is_imperative(title) and len(title.split()) > 2


def is_whole_task(block: Block) -> bool:
    """Return whether a whole paragraph is one task: a line that begins with TODO."""
    return bool(re.match(r"\W*(?:TODO|FIXME)\b", block.text)) or (is_action_section(block) and is_imperative(block.text) and len(block.text) < 300)


def is_task_sentence(text: str, block: Block, before: str) -> bool:
    """Return whether a sentence of running text states a task."""
    if block.quoted or _BOILERPLATE.search(text) or len(text.split()) < 4 or text.rstrip().endswith((":", "?")):
        return False
    if is_action_section(block):
        return (is_imperative(text) or bool(_FUTURE.search(text))) and not _PAST.match(text)
    if block.section.kind in (SectionKind.TIMELINE, SectionKind.CAUSES, SectionKind.IMPACT, SectionKind.SUMMARY, SectionKind.PARTICIPANTS, SectionKind.EVIDENCE):
        return False
    return False
