"""Only one person or role contributed to the post-mortem.

Each person saw a part of the incident; a text with one perspective takes that part for the whole.

Instead, ask those who answered the phones, ran the tool and wrote the change what they saw.

Source: Dekker, The Field Guide to Understanding 'Human Error', on multiple narratives; Etsy, Debriefing Facilitation
Guide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.rules.smart_form import ask
from blameless_lint.text.document import Block, BlockKind, SectionKind

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading


@rule(
    family="structure",
    category="one-perspective",
    severity="info",
    default=False,
    examples=[
        Example("# Outage\n\n## Participants\n\n- Dana Reyes\n", ["Participants"]),
        Example("# Outage\n\n## Participants\n\nDana Reyes (on-call engineer)\n", ["Participants"]),
        Example("# Outage\n\n## Attendees\n\n- Lee\n", ["Attendees"]),
        Example(
            "# Outage\n\n## Responders\n\n| Name | Role |\n| --- | --- |\n| Priya | Incident commander |\n",
            ["Responders"],
        ),
        Example("# Outage\n\n## Participants\n\n- Dana Reyes\n- Lee Okafor\n"),
        Example("# Outage\n\n## Participants\n\nDana Reyes, Lee Okafor and Priya Nair\n"),
        Example(
            "# Outage\n\n## Responders\n\n| Name | Role |\n| --- | --- |\n| Priya | Incident commander |\n| Lee | "
            "Scribe |\n"
        ),
        Example("# Outage\n\n## Timeline\n\n- 10:04 Dana joins.\n"),
        Example("# Outage\n\n## Participants\n\nEveryone of the two teams took part in the review.\n"),
        Example("# Outage\n\nWritten by Dana.\n"),
    ],
)
def one_perspective(reading: Reading) -> Iterator[Match]:
    """Yield the places where this holds: only one person or role contributed to the post-mortem."""
    document = reading.document
    for section in document.sections:
        if section.own is not SectionKind.PARTICIPANTS or section.level == 0:
            continue
        blocks = [
            block for block in document.blocks if block.section is section and block.kind is not BlockKind.HEADING
        ]
        names = {name for block in blocks for name in _names(block)}
        if len(names) == 1:
            yield Match(
                section.span,
                "Only one person is named as taking part.",
                suggestions=ask("Who else saw a part of it: support, operations, the authors of the change?"),
            )


def _names(block: Block) -> Iterator[str]:
    if block.cell is not None and (block.cell.is_header or block.cell.column > 0):
        return
    from blameless_lint.actions.naming import is_name

    plain = re.sub(r"\([^)]*\)", "", block.text)
    for part in re.split(r"[,;:|&–—]|\band\b", plain):
        if len(part.split()) <= 4 and is_name(part):
            yield part.strip()
        elif len(part.split()) > 4:
            yield from ("several", "people")
