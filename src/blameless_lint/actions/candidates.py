"""Where a document could state its follow-up tasks: rows of tables, list items, sentences, headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from blameless_lint.actions import (
    bars,
    behind,
    fielded,
    heads,
    inline,
    lines,
    listed,
    owner,
    places,
    prose,
    records,
    stretch,
    tables,
    tasks,
)
from blameless_lint.actions.asked import asked
from blameless_lint.actions.places import Place
from blameless_lint.actions.pledges import pledged
from blameless_lint.actions.stretch import Stretch
from blameless_lint.text.document import Block, BlockKind, Document, SectionKind
from blameless_lint.text.expression import expression
from blameless_lint.text.source import Span

Form = Literal["item", "row", "sentence", "heading"]


@dataclass(frozen=True, eq=False, slots=True)
class Candidate:
    """A task as it stands: its blocks, its whole text, the part that says what to do, and the cells of fields."""

    form: Form
    blocks: tuple[Block, ...]
    whole: Stretch
    task: Stretch
    fields: dict[str, Block] = field(default_factory=dict)
    checked: bool | None = None
    place: SectionKind = SectionKind.OTHER
    heads: tuple[Block, ...] = ()
    """The label and the headings above it, the nearest first."""


def candidates(document: Document, known: frozenset[str] = frozenset()) -> Iterator[Candidate]:
    """Yield every place that states a follow-up task, in the order of the document; `known` are who it names."""
    blocks = [block for block in lines.cut(document.blocks, document.source.text) if block.text.strip()]
    place = places.places(document)
    runs = [list(group) for _, group in groupby(blocks, key=_group)]
    for number, run in enumerate(runs):
        first = run[0]
        if first.cell is not None:
            yield from _rows(run, place[first.index])
        elif _is_item(first):
            if not (number and _heads_fields(runs[number - 1][-1], run)):
                yield from _items(run, listed.places_of(run, place, known))
        elif first.kind is BlockKind.PARAGRAPH:
            if not (number and _heads_fields(runs[number - 1][-1], run)):
                for part, here in inline.within(first, place[first.index], document.source.text):
                    yield from _paragraph(part, document, {**place, first.index: here}, known)
        elif first.kind is BlockKind.HEADING:
            following = runs[number + 1] if number + 1 < len(runs) else []
            if _heads_fields(first, following):
                yield _of_blocks("heading", [first, *following], place[first.index])
            elif tasks.is_heading_task(first):
                yield _of_blocks("heading", run[:1], place[first.index])


def _paragraph(block: Block, document: Document, place: dict[int, Place], known: frozenset[str]) -> Iterator[Candidate]:
    """Yield the tasks of a paragraph: a table drawn with bars, a form, a list that no reader took for one, or prose."""
    here, source = place[block.index], document.source.text
    if drawn := bars.table(block):
        yield from _rows(drawn, here)
        return
    forms = records.records(block, source)
    if forms and tasks.is_task_form(forms, here):
        yield from (_of_form(form, here) for form in forms)
        return
    arrows = [part for part in lines.drawn(block, source) if listed.is_drawn(part.text, known)]
    if arrows and here.own is not SectionKind.TIMELINE:
        yield from (_of_blocks("item", [part], here) for part in arrows)
        return
    marked = lines.items(block, source)
    if not marked and places.is_action_place(here):
        marked = _unmarked(block, here, source, known)
    yield from _items(marked, place) if marked else _sentences(block, here)


def _unmarked(block: Block, place: Place, source: str, known: frozenset[str]) -> tuple[Block, ...]:
    """Return the items that a paragraph among tasks is without marks: by its number, by who begins it, or as a line."""
    whole = lines.numbered(block)
    led = (whole,) if whole is not None else lines.led(block, source, lambda name: listed.is_one(name, known))
    if led or places.RESPONSE_TITLE.search(place.titles):
        return led
    line = lines.sole(block, source)
    return (line,) if line is not None and listed.is_line(line.text, known) else ()


def _of_form(form: records.Record, place: Place) -> Candidate:
    whole, task = stretch.of_blocks([form.whole], ""), stretch.of_blocks([form.task], "")
    return Candidate(
        "item", (form.whole,), whole, task, form.fields, place=places.kind_of_place(place), heads=place.heads
    )


def _heads_fields(head: Block, run: Sequence[Block]) -> bool:
    """Return whether a heading is a task of which the blocks behind it give nothing but the fields."""
    return (
        head.kind is BlockKind.HEADING
        and head.section.own is SectionKind.OTHER
        and head.section.parent is not None
        and head.section.parent.kind is SectionKind.ACTIONS
        and len(head.text.split()) > _TITLE
        and bool(run)
        and all(block.cell is None and tasks.is_field_line(block.text) for block in run)
    )


_TITLE = 2
"""Words that the title of a part has; a heading that is a task has more."""


def _group(block: Block) -> tuple[str, int]:
    if block.cell is not None:
        return "table", block.cell.table
    if _is_item(block):
        return "list", id(block.section)
    return "block", block.index


def _is_item(block: Block) -> bool:
    """Return whether a block is in a list; items of HTML lists have no layout of their own."""
    return block.item is not None or block.kind is BlockKind.ITEM


def _of_blocks(form: Form, blocks: Sequence[Block], place: Place) -> Candidate:
    whole = stretch.of_blocks(blocks, "\n")
    checked = next((block.item.checked for block in blocks if block.item is not None), None)
    return Candidate(
        form, tuple(blocks), whole, whole, checked=checked, place=places.kind_of_place(place), heads=place.heads
    )


def _rows(table: Sequence[Block], place: Place) -> Iterator[Candidate]:
    expected = places.is_action_place(place)
    for row in tables.rows(table, expected=expected):
        if tasks.is_task_row(row, place):
            cells = row.cells if row.task in row.cells else (row.task,)
            first = (
                0
                if re.search(r"[A-Za-z]{2}", cells[0].text)
                else next(i for i, cell in enumerate(cells) if re.search(r"[A-Za-z]{2}", cell.text))
            )
            shown = cells[first:]
            yield Candidate(
                "row",
                tuple(shown),
                stretch.of_blocks(shown, " | "),
                stretch.of_blocks([row.task], ""),
                row.fields,
                place=places.kind_of_place(place),
                heads=place.heads,
            )


def _items(blocks: Sequence[Block], place: Mapping[int, Place]) -> Iterator[Candidate]:
    """Yield the tasks among list items: an item goes with its paragraphs, its field lines and its noun sub-items."""
    index = 0
    while index < len(blocks):
        end = index + 1
        while end < len(blocks) and not _starts(blocks, index, end):
            end += 1
        run = blocks[index:end]
        index = end
        if len(run) == 1 and end < len(blocks) and _is_below(blocks[end], run[0]) and heads.owner(run[0], frozenset()):
            continue
        if tasks.is_task_item(run, place[run[0].index]):
            yield _of_blocks("item", run, place[run[0].index])
        else:
            yield from (_of_blocks("sentence", [part], place[part.index]) for part in behind.tasks(run[0], place))


def _is_below(block: Block, head: Block) -> bool:
    return block.item is not None and head.item is not None and block.item.depth > head.item.depth


def _starts(blocks: Sequence[Block], first: int, this: int) -> bool:
    """Return whether a block begins an item of its own rather than going on with an earlier one."""
    block, head = blocks[this], blocks[first]
    if (
        block.item is None
        or head.item is None
        or block.kind is not BlockKind.ITEM
        or block.item.depth <= head.item.depth
    ):
        return block.kind is BlockKind.ITEM
    return not tasks.is_detail(head, block)


def _is_whose(label: str, text: str) -> bool:
    """Return whether the label before a sentence says who is to do it: “Owner:”, “Ana: could you …”."""
    if owner.LABEL.fullmatch(label) is not None or asked(text, frozenset()) is not None:
        return True
    return pledged(f"{label}: …", frozenset()) is not None


_LABEL = {False: expression(r"[A-Z][\w()/ -]{3,40}?:\s+"), True: expression(r"[^:.\n]{2,40}?:\s+")}
"""The label before the first sentence of a paragraph; any words may be one that opens a list of tasks."""


def _sentences(block: Block, place: Place) -> Iterator[Candidate]:
    from blameless_lint.text.sentences import split

    body = Stretch(block.text, block.starts, block.ends)
    if prose.is_whole_task(block):
        yield Candidate("sentence", (block,), body, body, place=places.kind_of_place(place), heads=place.heads)
        return
    spans = split(block.text, opaque=block.opaque)
    among, index = places.is_action_place(place), 0

    def is_field(number: int) -> bool:
        return among and number < len(spans) and fielded.is_field(block.text[spans[number].start : spans[number].end])

    while index < len(spans):
        start = _behind_label(block, place, spans[index])
        led = among and index + 1 < len(spans) and fielded.is_labelled(block.text[start : spans[index].end])
        told = index + (led and start == spans[index].start)
        end = told + 1  # a field may go before what is to be done: “Owner: Ana. Swap the disk.”
        while is_field(end):
            end += 1
        text = block.text[start if told == index else spans[told].start : spans[told].end]
        if prose.is_task_sentence(text, block, place, taken=end > index + 1):
            part = body.part(start, spans[end - 1].end)
            yield Candidate("sentence", (block,), part, part, place=places.kind_of_place(place), heads=place.heads)
        index = end


def _behind_label(block: Block, place: Place, span: Span) -> int:
    """Return where a sentence begins behind the label of its list: “Next: swap the disk”; a label of its own stays."""
    label = _LABEL[place.opened].match(block.text) if span.start == 0 else None
    if label is None or label.end() >= span.end or _is_whose(label.group().rstrip(": \n"), block.text):
        return span.start
    return label.end()
