"""An entry of a timeline has no time, while its neighbours have one.

Order and duration are what a timeline is read for; an entry without a time can stand anywhere.

Instead, give the time, an estimate ("about 10:20"), or move the remark out of the timeline.

Source: PagerDuty, post-mortem guide, on creating the timeline.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from blameless_lint.actions.doors import timeline
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.rules.smart_form import ask
from blameless_lint.text.document import Block, BlockKind, Document, SectionKind
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading

_TIME = expression(
    r"\d{1,2}[:.h]\d\d|\b\d{1,2} ?[ap]m\b|T ?[+-] ?\d|\d{4}-\d\d|^\W*\d{1,2}/\d{1,2}|^.{0,14}\d{1,2} [A-Z][a-z]{2}"
    r"|^\W*(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
)


@rule(
    family="structure",
    category="timeline-entry-without-time",
    severity="info",
    examples=[
        Example(
            "# Queue outage\n\n## Timeline\n\n- 10:04 The queue filled up.\n- The broker was restarted.\n- 10:40 The "
            "queue was empty.\n",
            ["The broker was restarted."],
        ),
        Example(
            "# Queue outage\n\n## Timeline\n\n- 10:04 UTC – first alert\n- 10:10 UTC – Dana joins\n- someone opened "
            "the dashboard\n",
            ["someone opened the dashboard"],
        ),
        Example(
            "# Queue outage\n\n## Timeline\n\n| Time | Event |\n| --- | --- |\n| 10:04 | The queue filled up |\n| | "
            "The broker was restarted |\n| 10:40 | The queue was empty |\n",
            ["The broker was restarted"],
        ),
        Example(
            "# Queue outage\n\n## Timeline\n\n1. 09:00 Deploy of release 12.\n2. 09:05 Errors rise.\n3. "
            "Rollback.\n4. 09:30 Errors gone.\n",
            ["Rollback."],
        ),
        Example(
            "# Queue outage\n\n## Timeline\n\n- 10:04 The queue filled up.\n- 10:20 The broker was restarted.\n- "
            "10:40 The queue was empty.\n"
        ),
        Example("# Queue outage\n\n## Timeline\n\n- The queue filled up.\n- The broker was restarted.\n"),
        Example(
            "# Queue outage\n\n## Timeline\n\n- 10:04 The queue filled up.\n  - It held 40,000 messages.\n- 10:40 "
            "The queue was empty.\n"
        ),
        Example(
            "# Queue outage\n\n## Timeline\n\n| Time | Event |\n| --- | --- |\n| 10:04 | The queue filled up |\n| "
            "10:40 | The queue was empty |\n"
        ),
        Example(
            "# Queue outage\n\n## Timeline\n\nAll times are UTC.\n\n- 10:04 The queue filled up.\n- 10:40 The queue "
            "was empty.\n"
        ),
        Example(
            "# Queue outage\n\n## Actions\n\n- 10:04 is too late: move the job to 09:00 (Lee)\n- Limit retries "
            "(Lee)\n- Split the job by 11:00 (Dana)\n"
        ),
        Example(
            "# Queue outage\n\n## Timeline\n\n- about 10:00 The queue filled up.\n- ~10:20 The broker was "
            "restarted.\n- 10:40 The queue was empty.\n"
        ),
    ],
)
def timeline_entry_without_time(reading: Reading) -> Iterator[Match]:
    """Yield the places where this holds: an entry of a timeline has no time, while its neighbours have one."""
    document = reading.document
    timed = {entry.block.index for entry in timeline(document)}
    for group in _lists(document):
        known = [block for block in group if block.index in timed]
        if len(known) < 2 or len(known) * 2 < len(group):
            continue
        for block in group:
            if block.index not in timed and not _TIME.search(block.text):
                message = "This entry of the timeline has no time."
                yield Match(block.span, message, suggestions=ask("When was it, at least about?"))


def _lists(document: Document) -> Iterator[list[Block]]:
    """Yield the entries of each timeline: the top items of its list, or the first cells of its rows."""
    inside = [block for block in document.blocks if block.section.kind is SectionKind.TIMELINE]
    for _, blocks in groupby(inside, key=lambda block: (id(block.section), block.cell.table if block.cell else -1)):
        rows: dict[int, Block] = {}
        items: list[Block] = []
        for block in blocks:
            if block.cell is not None and not block.cell.is_header:
                rows.setdefault(block.cell.row, block)
            elif block.item is not None and block.item.depth == 0 and block.kind is BlockKind.ITEM:
                items.append(block)
        yield [*rows.values()]
        yield items
