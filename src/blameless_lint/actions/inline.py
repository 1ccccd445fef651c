"""Labels of tasks at the beginning of a line that goes on with a paragraph: “Follow-up: an alarm”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from blameless_lint.actions import lines
from blameless_lint.actions.announced import sentence
from blameless_lint.actions.places import Place, is_action_place, of_tasks
from blameless_lint.text.document import Block, SectionKind
from blameless_lint.text.expression import expression
from blameless_lint.text.source import Span

_LINE = expression(
    r"(?:follow-?ups?|(?:\w+ )?(?:actions?|measures?)(?: items?| points?)?|(?:next|further) steps?|to-?dos?"
    r"|(?:\w+ )?recommendations?|improvements?|prevention|counter-?measures?|agreed|decisions?|going forward)"
    r": +(?=\S+ \S)",
    re.IGNORECASE,
)
"""Labels of tasks at the beginning of a line that goes on with a paragraph."""
_NO_LABEL = expression(
    r"(?:immediate|first|emergency|initial|response|mitigating|containment|remedial) ", re.IGNORECASE
)
_OTHER = expression(
    r"(?!(?:owners?|due|who|when|by|ticket|deadline|status|responsible|eta)\b)[A-Z][\w/-]*(?: [\w/-]+){0,2}: ",
    re.IGNORECASE,
)
"""The label of something else, which ends the tasks."""


def within(block: Block, place: Place, source: str) -> Iterator[tuple[Block, Place]]:
    """Yield a paragraph with its place, or its parts where a line in it begins with the label of a list of tasks."""
    start = 0
    if place.kind is not SectionKind.TIMELINE and not is_action_place(place) and not block.quoted:
        for label, span in _lines(block, source):
            opened = replace(of_tasks(label, place), opened=True)
            if block.text[start : span.start].strip():
                yield lines.paragraph(block, start, span.start), place
            yield lines.paragraph(block, span.start, span.end), opened
            start = span.end
    if block.text[start:].strip():
        yield (lines.paragraph(block, start, len(block.text)) if start else block), place


_SENTENCE = expression(
    r"(?<=[.!?)]) +(?=(?:this|here|these|we|i|the \w+|two|three|four|five|six|several|some|a few|\d)\b[^.:!?]{0,50}"
    r"(?:propos|suggest|recommend|plan|intend|ask|agreed|will|follow)\w*[^.:!?]{0,50}[.:]\s)",
    re.IGNORECASE,
)
"""Where within a paragraph a sentence could stand that says that tasks come behind it."""


def _lines(block: Block, source: str) -> Iterator[tuple[str, Span]]:
    """Yield the label and the range of each part that a label of tasks, or a sentence that announces them, begins."""
    said = _SENTENCE.search(block.text)
    if said is not None and (first := sentence(block.text[said.end() :])) is not None:
        yield first, Span(said.end(), len(block.text))
        return
    starts = lines.starts(block, source)
    for number, start in enumerate(starts):
        label = _LINE.match(block.text, start) if start else None
        if label is None or _NO_LABEL.match(label.group()):
            continue
        ends = (other for other in starts[number + 1 :] if _OTHER.match(block.text, other))
        yield label.group().rstrip(": "), Span(start, next(ends, len(block.text)))
