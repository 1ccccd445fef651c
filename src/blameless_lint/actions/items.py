"""The action items of a document: what is to be done, by whom, by when, under which reference, and how well it is put."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from blameless_lint.actions import due, naming, owner, relevance, segments, smart, status, tickets, timeline, when
from blameless_lint.actions.candidates import Candidate, Form, candidates
from blameless_lint.actions.learned import joined
from blameless_lint.actions.relevance import Cause
from blameless_lint.text.document import Block, Document, SectionKind
from blameless_lint.text.source import Span

RELEVANT = 0.3


@dataclass(frozen=True, eq=False, slots=True)
class ActionItem:
    """A follow-up task. Spans are ranges of the source; `task` is the range that says what to do.

    `due_date` is ISO 8601 or None, and `due_reason` then says why. `loose` is what stands where a deadline would,
    without being one ("soon"); `diffuse` what stands where an owner would, without being one ("everyone").
    `relevant` is None where the document names no cause; `cause` is the nearest one. `reasons` has one for each trait.
    """

    span: Span
    text: str
    task: Span
    task_text: str
    form: Form
    blocks: tuple[Block, ...]
    place: SectionKind = SectionKind.OTHER
    owner: str | None = None
    owner_span: Span | None = None
    diffuse: str | None = None
    diffuse_span: Span | None = None
    due: str | None = None
    due_span: Span | None = None
    due_date: str | None = None
    due_kind: str | None = None
    due_reason: str = ""
    loose: str | None = None
    loose_span: Span | None = None
    ticket: str | None = None
    ticket_span: Span | None = None
    priority: str | None = None
    status: str | None = None
    type: str = "prevent"
    specific: bool = True
    measurable: bool = True
    achievable: bool = True
    relevant: bool | None = None
    vague: bool = False
    cause: Cause | None = None
    reasons: dict[str, str] = field(default_factory=dict)
    sure: frozenset[str] = frozenset()

    @property
    def time_bound(self) -> bool:
        """Return whether a deadline is given."""
        return self.due is not None

    @property
    def is_settled(self) -> bool:
        """Return whether it is done or rejected, so that nothing is left to ask for."""
        return self.status in ("done", "rejected")


@lru_cache(maxsize=8)
def find(document: Document) -> tuple[ActionItem, ...]:
    """Return the action items of a document, in order; the answer for a document is kept."""
    places = list(candidates(document))
    if not places:
        return ()
    known = naming.known_names(document)
    calendar = when.Calendar(incident_date(document), day_first(document))
    found = joined([_item(candidate, document, known, calendar) for candidate in places])
    taken = tuple(item.span for item in found)
    causes = relevance.causes(document, taken) if found else ()
    return tuple(_related(item, causes) for item in found)


def named_causes(document: Document) -> tuple[Cause, ...]:
    """Return the sentences under causes and detection that a task could address."""
    taken = tuple(item.span for item in find(document))
    kinds = (SectionKind.CAUSES, SectionKind.DETECTION)
    return tuple(cause for cause in relevance.causes(document, taken) if cause.kind in kinds)


def incident_date(document: Document) -> date | None:
    """Return the day of the incident: the timeline's first, or the first date with a year that the document gives."""
    entries = timeline.entries(document)
    dated = [entry.day for entry in entries if entry.dated and entry.known]
    return min(dated) if dated else timeline.first_date(document)


def day_first(document: Document) -> bool | None:
    """Return whether numeric dates of a document give the day first, or None where it cannot be seen."""
    for first, second in re.findall(r"(?<![\d/.-])(\d\d?)[/-](\d\d?)[/-](?:20)?\d\d(?![\d/-])", document.source.text):
        if int(first) > 12 >= int(second):
            return True
        if int(second) > 12 >= int(first):
            return False
    return None


def _item(candidate: Candidate, document: Document, known: frozenset[str], calendar: when.Calendar) -> ActionItem:
    whole, task = candidate.whole, candidate.task
    text = document.source.text
    item = ActionItem(whole.span, whole.text, task.span, task.text, candidate.form, candidate.blocks, candidate.place)
    item = _with_cells(item, candidate, document, calendar) if candidate.fields else item
    parts = segments.split(task.text)
    if item.owner is None and "owner" not in candidate.fields:
        span = owner.find(task.text, parts, known)
        if span is not None:
            item = replace(item, owner=task.text[span.start : span.end], owner_span=task.to_source(span))
    if item.owner is None and item.diffuse is None:
        item = _with_diffuse(item, parts, candidate)
    if item.due is None and item.loose is None:
        best, loose = due.find_due(task.text, parts, calendar)
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
    ticket = item.ticket_span or tickets.find(whole, text)
    if ticket is not None:
        item = replace(item, ticket=text[ticket.start : ticket.end], ticket_span=ticket)
    return _judged(item, parts, candidate)


def _with_cells(item: ActionItem, candidate: Candidate, document: Document, calendar: when.Calendar) -> ActionItem:
    """Return an item with the fields that cells of their own hold."""
    cells = candidate.fields
    if "owner" in cells:
        block = cells["owner"]
        name = block.text.strip()
        span = _trimmed(block, name)
        if name and not naming.is_no_one(name) and "?" not in name:
            item = replace(item, owner=name, owner_span=span)
        elif name and naming.is_diffuse(name):
            item = replace(item, diffuse=name, diffuse_span=span)
    if "due" in cells:
        item = _with_due_cell(item, cells["due"], calendar)
    for role in ("status", "ticket"):
        if role in cells and item.due is None and item.loose is None:
            item = _with_due_beside(item, cells[role], calendar)
    for role in ("ticket", "status", "number", "due"):
        if role in cells and item.ticket is None:
            block = cells[role]
            found = tickets.find(stretch_of(block), "") or (
                tickets.find(stretch_of(block), document.source.text[: block.span.end + 200])
                if role == "ticket"
                else None
            )
            if found is not None:
                item = replace(item, ticket=document.source.excerpt(found), ticket_span=found)
    return item


def _with_due_cell(item: ActionItem, block: Block, calendar: when.Calendar) -> ActionItem:
    text = block.text.strip()
    times = when.find(text, calendar)
    dated = [time for time in times if time.kind != "open"]
    best = next((time for time in dated if time.kind not in ("milestone", "impossible")), dated[0] if dated else None)
    done = status.is_done(text) and text.lower().startswith(
        ("done", "closed", "complete", "merged", "finished", "in ", "live")
    )
    if best is not None and not done:
        return replace(
            item,
            due=best.text,
            due_span=stretch_of(block).to_source(best.span),
            due_date=best.date,
            due_kind=best.kind,
            due_reason=best.reason,
        )
    loose = next((time for time in times if time.kind == "open"), None)
    if loose is not None:
        return replace(item, loose=loose.text, loose_span=stretch_of(block).to_source(loose.span))
    if re.match(r"(?:when|after|not|if|once|no)\b", text, re.IGNORECASE):
        return replace(item, loose=text, loose_span=_trimmed(block, text))
    if text and not done and not status.is_state(text) and re.search(r"[a-z]{3}", text) and len(text) < 60:
        return replace(
            item,
            due=text,
            due_span=_trimmed(block, text),
            due_kind="milestone",
            due_reason="the day of the event is not in the text",
        )
    return item


def _with_due_beside(item: ActionItem, block: Block, calendar: when.Calendar) -> ActionItem:
    """Return an item with the deadline that a cell for something else gives too: “in progress, due by 5 Sep”."""
    best, _ = due.find_due(block.text, segments.split(block.text), calendar)
    if best is None or status.is_done(block.text):
        return item
    return replace(
        item,
        due=best.text,
        due_span=stretch_of(block).to_source(best.span),
        due_date=best.date,
        due_kind=best.kind,
        due_reason=best.reason,
    )


def stretch_of(block: Block):
    from blameless_lint.actions.stretch import Stretch

    return Stretch(block.text, block.starts, block.ends)


def _trimmed(block: Block, text: str) -> Span | None:
    start = block.text.find(text)
    return block.to_source(Span(start, start + len(text))) if text else None


def _with_diffuse(item: ActionItem, parts: tuple[segments.Segment, ...], candidate: Candidate) -> ActionItem:
    for part in parts:
        match = re.match(
            r"(?:everyone|everybody|somebody|someone|anyone|all of us|the (?:whole )?team|all (?:engineers|staff"
            r"|teams|developers))\b",
            part.text,
            re.IGNORECASE,
        )
        if match and (part.span.start == 0 or naming.is_diffuse(part.text)):
            span = candidate.task.to_source(Span(part.span.start, part.span.start + match.end()))
            return replace(item, diffuse=match.group(), diffuse_span=span)
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
        status=status.state(outside + " " + tail, checked=candidate.checked)
        if outside or tail or candidate.checked is not None
        else None,
        type=kind,
        specific=traits.specific,
        measurable=traits.measurable,
        achievable=traits.achievable,
        vague=traits.vague,
        sure=traits.sure,
        reasons=traits.reasons | {"time_bound": "a deadline is given" if item.due else "no deadline is given"},
    )


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


def _related(item: ActionItem, causes: tuple[Cause, ...]) -> ActionItem:
    link = relevance.nearest(item.task_text, causes, vague=item.vague)
    if link is None:
        return item
    relevant = link.score >= RELEVANT
    words = ", ".join(link.shared[:4])
    reason = (
        f"it shares {words} with “{link.cause.text[:80]}”"
        if link.shared
        else "it shares no telling word with what the document names"
    )
    return replace(
        item, relevant=relevant, cause=link.cause if relevant else None, reasons=item.reasons | {"relevant": reason}
    )
