"""Finds the action items of a document and judges them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from blameless_lint.actions import (
    due,
    heads,
    known,
    owned,
    owner,
    relevance,
    segments,
    smart,
    status,
    tickets,
    timeline,
    when,
)
from blameless_lint.actions.candidates import Candidate, candidates
from blameless_lint.actions.fields import with_cells, with_diffuse, with_other_cells
from blameless_lint.actions.item import ActionItem
from blameless_lint.actions.learned import joined
from blameless_lint.actions.relevance import Cause
from blameless_lint.actions.tagged import due_of
from blameless_lint.language.tagged import Tagger
from blameless_lint.text.document import Document, SectionKind

RELEVANT = 0.35


@dataclass(frozen=True, slots=True)
class Setting:
    """What all items of a document share: who is named in it, and what its dates are resolved against."""

    names: frozenset[str]
    calendar: when.Calendar


@lru_cache(maxsize=8)
def find(document: Document, tagger: Tagger | None = None) -> tuple[ActionItem, ...]:
    """Return the action items of a document, in order; the answer for a document is kept.

    With a tagger, owners and due dates are those that it and the rules agree on.
    """
    names = known.known_names(document)
    places = list(candidates(document, names))
    if not places:
        return ()
    here = Setting(names, when.Calendar(incident_date(document), day_first(document)))
    read = owned.read(places, names, tagger)
    found = joined([_item(place, document, here, one) for place, one in zip(places, read, strict=True)])
    taken = tuple(item.span for item in found)
    pool = relevance.Pool(relevance.causes(document, taken) if found else ())
    return tuple(_related(item, pool) for item in found)


def named_causes(document: Document, tagger: Tagger | None = None) -> tuple[Cause, ...]:
    """Return the sentences under causes and detection that a task could address."""
    taken = tuple(item.span for item in find(document, tagger))
    kinds = (SectionKind.CAUSES, SectionKind.DETECTION)
    return tuple(cause for cause in relevance.causes(document, taken) if cause.kind in kinds)


def incident_date(document: Document) -> date | None:
    """Return the day of the incident: the timeline's first, or the first date with a year that the document gives."""
    entries = timeline.entries(document)
    dated = [entry.day for entry in entries if entry.dated and entry.known]
    return min(dated) if dated else timeline.first_date(document)


def day_first(document: Document) -> bool | None:
    """Return whether numeric dates of a document give the day first, or None where it cannot be seen."""
    for match in re.finditer(r"(?<![\d/.-])(\d\d?)[/-](\d\d?)[/-](?:20)?\d\d(?![\d/-])", document.source.text):
        first, second = match.groups()
        if int(first) > 12 >= int(second):
            return True
        if int(second) > 12 >= int(first):
            return False
    return None


def _item(candidate: Candidate, document: Document, setting: Setting, read: owned.Read) -> ActionItem:
    whole, task, names, calendar = candidate.whole, candidate.task, setting.names, setting.calendar
    text = document.source.text
    item = ActionItem(whole.span, whole.text, task.span, task.text, candidate.form, candidate.blocks, candidate.place)
    item = with_cells(item, candidate, document, calendar) if candidate.fields else item
    parts, span = read.parts, read.owner
    if item.owner is None and span is not None:
        item = replace(item, owner=task.text[span.start : span.end], owner_span=task.to_source(span))
    if candidate.form == "row":
        item = with_other_cells(item, candidate, names, calendar)
    if item.owner is None and item.diffuse is None:
        item = with_diffuse(item, parts, candidate)
    if item.due is None and item.loose is None:
        best, loose = due.find_due(parts, calendar)
        if read.tagged is not None:
            best = due_of(task.text, best, read.tagged, calendar)
        if best is not None:
            item = replace(
                item,
                due=best.text,
                due_span=task.to_source(best.span),
                due_date=best.date,
                due_kind=best.kind,
                due_reason=best.reason,
            )
        elif loose is not None:
            item = replace(item, loose=loose.text, loose_span=task.to_source(loose.span))
    item = _with_heads(item, candidate, setting, parts)
    ticket = item.ticket_span or tickets.find(whole, text)
    if ticket is None and (named := tickets.labelled(parts)) is not None:
        ticket = task.to_source(named)
    if ticket is not None:
        item = replace(item, ticket=text[ticket.start : ticket.end], ticket_span=ticket)
    return _judged(item, parts, candidate)


def _with_heads(
    item: ActionItem, candidate: Candidate, setting: Setting, parts: tuple[segments.Segment, ...]
) -> ActionItem:
    """Return an item with the owner and the deadline that the headings above give to all of their items."""
    if item.owner is None and item.diffuse is None and "owner" not in candidate.fields:
        named = heads.first_owner(candidate.heads, setting.names)
        if named is not None and not owner.is_open(parts):
            block, span = named
            item = replace(item, owner=block.text[span.start : span.end], owner_span=block.to_source(span))
    if item.due is None and item.loose is None and "due" not in candidate.fields:
        timed = heads.first_deadline(candidate.heads, setting.calendar)
        if timed is not None:
            head, time = timed
            item = replace(
                item,
                due=time.text,
                due_span=head.to_source(time.span),
                due_date=time.date,
                due_kind=time.kind,
                due_reason=time.reason,
            )
    return item


def _judged(item: ActionItem, parts: tuple[segments.Segment, ...], candidate: Candidate) -> ActionItem:
    cells = candidate.fields
    outside = " | ".join(cells[role].text for role in ("status", "due") if role in cells)
    tail = " ; ".join(part.text for part in parts[1:] if status.is_state(part.text))
    priority = (
        cells["priority"].text.strip()
        if "priority" in cells
        else next((found for part in parts if (found := status.priority(part.text))), None)
    )
    kind = (status.type_cell(cells["type"].text) if "type" in cells else None) or status.type_of(item.task_text)
    traits = smart.judge(_without_fields(item, candidate))
    return replace(
        item,
        priority=priority,
        status=_state(item, outside + " " + tail, candidate),
        type=kind,
        specific=traits.specific,
        measurable=traits.measurable,
        achievable=traits.achievable,
        vague=traits.vague,
        sure=traits.sure,
        reasons=traits.reasons | {"time_bound": "a deadline is given" if item.due else "no deadline is given"},
    )


def _state(item: ActionItem, told: str, candidate: Candidate) -> str | None:
    """Return the state that cells, pieces or a checkbox give, or else the words of the task."""
    if told.strip() or candidate.checked is not None:
        return status.state(told, checked=candidate.checked)
    return "done" if status.is_told_done(item.task_text) else None


def _without_fields(item: ActionItem, candidate: Candidate) -> str:
    """Return the words that say what to do, with owner, deadline and reference taken out."""
    text = candidate.task.text
    for value in (item.owner, item.due, item.ticket):
        if value and len(value) > 1:
            text = text.replace(value, "…", 1)
    return re.sub(
        r"[\s,;(\[–—.:]*(?:(?:by|due|before|until|owner|pic|deadline|lead|ticket)\b[ :]*)*…[)\]]*",
        " ",
        text,
        flags=re.IGNORECASE,
    ).strip(" ,;.")


def _related(item: ActionItem, pool: relevance.Pool) -> ActionItem:
    """Return an item with the cause that it comes nearest to, and whether that is near enough."""
    link = relevance.nearest(item.task_text, pool, vague=item.vague)
    if link is None:
        return item
    relevant = link.score >= RELEVANT
    words = ", ".join(link.shared[:4])
    near = f"it shares {words} with “{link.cause.text[:80]}”" if link.shared else "it speaks of the same things"
    reason = near if relevant else "it comes near none of the causes, gaps and pains that are named"
    cause = link.cause if relevant and link.shared else None
    return replace(item, relevant=relevant, cause=cause, reasons=item.reasons | {"relevant": reason})
