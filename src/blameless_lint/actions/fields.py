"""The fields of an item that cells of their own hold, and who stands where an owner would."""

from __future__ import annotations

import re
from dataclasses import replace

from blameless_lint.actions import bounds, due, naming, owner, segments, status, tails, tickets, when
from blameless_lint.actions.candidates import Candidate
from blameless_lint.actions.item import ActionItem
from blameless_lint.actions.stretch import Stretch
from blameless_lint.text.document import Block, Document
from blameless_lint.text.expression import expression
from blameless_lint.text.source import Span

_NOTHING = segments.Segment(Span(0, 0), "", "", "|", inside=False)


def with_cells(item: ActionItem, candidate: Candidate, document: Document, calendar: when.Calendar) -> ActionItem:
    """Return an item with the fields that cells of their own hold."""
    cells = candidate.fields
    if "owner" in cells:
        block = cells["owner"]
        name = _first_names(owner.plain(block.text.strip()))
        span = _trimmed(block, name)
        if name and not naming.is_no_one(name) and "?" not in name:
            item = replace(item, owner=name, owner_span=span)
        elif name and naming.is_diffuse(name):
            item = replace(item, diffuse=name, diffuse_span=span)
    if "due" in cells:
        item = _with_due_cell(item, cells["due"], calendar)
    for role in ("status", "ticket", "owner"):
        if role in cells and item.due is None and item.loose is None:
            item = _with_due_beside(item, cells[role], calendar)
    for role in ("ticket", "status", "number", "due", "owner"):
        if role in cells and item.ticket is None:
            block = cells[role]
            found = tickets.find(_stretch_of(block), "") or (
                tickets.find(_stretch_of(block), document.source.text[: block.span.end + 200])
                if role == "ticket"
                else None
            )
            if found is None and role == "ticket" and tickets.numbered(block.text) and when.read(block.text) is None:
                found = block.span
            if found is not None:
                item = replace(item, ticket=document.source.excerpt(found), ticket_span=found)
    return item


def with_other_cells(
    item: ActionItem, candidate: Candidate, known: frozenset[str], calendar: when.Calendar
) -> ActionItem:
    """Return a row's item with the owner and the deadline that a cell for anything gives: “Ana, by 3 June, OPS-12”."""
    taken = {id(block) for block in candidate.fields.values()}
    for block in candidate.blocks:
        if id(block) in taken or block.to_source(Span(0, len(block.text))) == item.task:
            continue
        lead = "… | "
        parts = segments.split(lead + block.text)
        named = tails.trailing(parts, known) if item.owner is None and "owner" not in candidate.fields else None
        if named is not None and named[0] > owner.UNSURE and len(parts) > 2:
            span = Span(named[1].start - len(lead), named[1].end - len(lead))
            item = replace(item, owner=block.text[span.start : span.end], owner_span=block.to_source(span))
        if item.due is None and item.loose is None and "due" not in candidate.fields and len(parts) > 2:
            item = _with_due_beside(item, block, calendar)
    return item


def _first_names(text: str) -> str:
    """Return the names of a cell without a deadline or a reference behind them: “Ana, 3 June” → “Ana”."""
    text = _COMPANY.sub("", text)
    parts = segments.split(text)
    cut = next((part for part in parts[1:] if not tails.is_plain(part)), None)
    return text[: cut.span.start].rstrip(" ,;(–—-/|") if cut is not None else text


_COMPANY = expression(
    r"(?:, (?:together )?(?:with|see)| and whoever)\b.*$"
    r"|, (?:orders?|req\.?|ref\.?|quotes?|renewal|from|via|since|until|at|once|when|as soon as) .*$"
    r"|, (?:[A-Z][\w’'-]*\.? ){1,3}"
    r"(?:asks|follows|checks|helps|supports|confirms|signs|approves|reviews|knows|agrees)\b.*$"
)
"""What a cell says behind whoever does it: with whose help, and where to look who it is."""
_RECURS = expression(
    r"(?:each|every|any|already|always|daily|weekly|monthly|yearly|continuous\w*|permanent\w*|running|delivered|issued"
    r"|in place|as needed|when)\b|after [A-Z]+-\d",
    re.IGNORECASE,
)
"""What stands for a deadline in a cell and names none: a habit, or that it is done."""
_UNSURE = expression(r"[a-zA-Z\d]\s*\?$|\b(?:maybe|perhaps|possibly)\b", re.IGNORECASE)


def _with_due_cell(item: ActionItem, block: Block, calendar: when.Calendar) -> ActionItem:
    text = block.text.strip()
    if _UNSURE.search(text):
        return replace(item, loose=text, loose_span=_trimmed(block, text))
    times = when.find(text, calendar)
    dated = [time for time in times if time.kind != "open"]
    best = next((time for time in dated if time.kind not in ("milestone", "impossible")), dated[0] if dated else None)
    done = status.is_done(text) and text.lower().startswith(
        ("done", "closed", "complete", "merged", "finished", "in ", "live")
    )
    if best is not None and not done and _is_brief(text) and best.kind != "impossible":
        best = replace(best, text=text, span=Span(block.text.find(text), block.text.find(text) + len(text)))
    elif best is not None and not done:
        best = bounds.with_event(block.text, best)
    if best is not None and not done:
        return replace(
            item,
            due=best.text,
            due_span=_stretch_of(block).to_source(best.span),
            due_date=best.date,
            due_kind=best.kind,
            due_reason=best.reason,
        )
    pieces = segments.split(text)
    whole = bounds.of_piece((_NOTHING, *pieces), 1, calendar) if best is None and pieces else None
    if whole is not None and len(whole.text) + 1 >= len(text):
        span = _trimmed(block, whole.text)
        return replace(
            item, due=whole.text, due_span=span, due_date=whole.date, due_kind=whole.kind, due_reason=whole.reason
        )
    loose = next((time for time in times if time.kind == "open"), None)
    if loose is not None:
        return replace(item, loose=loose.text, loose_span=_stretch_of(block).to_source(loose.span))
    if re.match(r"(?:not|if|no)\b", text, re.IGNORECASE) or _RECURS.match(text):
        return replace(item, loose=text, loose_span=_trimmed(block, text))
    if text and not done and not status.is_state(text) and re.search(r"[a-z]{3}|v\d", text) and len(text) < 60:
        return replace(
            item,
            due=text,
            due_span=_trimmed(block, text),
            due_kind="milestone",
            due_reason="the day of the event is not in the text",
        )
    return item


def _is_brief(text: str) -> bool:
    """Return whether a cell is all deadline: a few words, none of a state, nothing in brackets, one clause."""
    return (
        0 < len(text.split()) <= _BRIEF
        and not _RECURS.match(text)
        and not status.is_state(text.split()[0])
        and re.search(r"[()?;@#|]|, (?!\d{4}\b)|\b(?:or|then|if|not)\b|[A-Z]{2,}-\d", text) is None
    )


_BRIEF = 5
"""Words that a cell with nothing but a deadline has at most."""


def _with_due_beside(item: ActionItem, block: Block, calendar: when.Calendar) -> ActionItem:
    """Return an item with the deadline that a cell for something else gives too: “in progress, due by 5 Sep”."""
    best, _ = due.find_due(segments.split(block.text), calendar)
    if best is None or status.is_done(block.text):
        return item
    return replace(
        item,
        due=best.text,
        due_span=_stretch_of(block).to_source(best.span),
        due_date=best.date,
        due_kind=best.kind,
        due_reason=best.reason,
    )


def _stretch_of(block: Block) -> Stretch:
    return Stretch(block.text, block.starts, block.ends)


def _trimmed(block: Block, text: str) -> Span | None:
    start = block.text.find(text)
    return block.to_source(Span(start, start + len(text))) if text else None


def with_diffuse(item: ActionItem, parts: tuple[segments.Segment, ...], candidate: Candidate) -> ActionItem:
    """Return an item with who stands where its owner would: everybody, somebody, a team without a name."""
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
