"""One single cause is given for the incident.

Complex systems fail when several conditions meet; the search that ends at one leaves the others in place.

Instead, list what else had to be so: what let it happen, what hid it, what made it last.

Source: Cook, How Complex Systems Fail; Dekker, The Field Guide to Understanding 'Human Error'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.rules.smart_form import ask
from blameless_lint.text.document import BlockKind, SectionKind
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading

_ONE = expression(r"\bcause\b", re.IGNORECASE)
_MORE = expression(
    r"\b(?:and|also|because|since|while|combined|together|not known|unknown|investigat\w+)\b", re.IGNORECASE
)


@rule(
    family="structure",
    category="single-cause",
    severity="info",
    default=False,
    examples=[
        Example("# Queue outage\n\n## Root cause\n\nThe root cause was a wrong flag.\n", ["Root cause"]),
        Example("# Outage\n\n## Root cause\n\n- A certificate expired at 02:00.\n", ["Root cause"]),
        Example("# Outage\n\n## The root cause\n\nA bug in release 12 of the parser.\n", ["The root cause"]),
        Example("# Outage\n\n## Cause\n\nThe disk of `db-1` was full.\n", ["Cause"]),
        Example("# Outage\n\n## Root causes\n\n- A certificate expired at 02:00.\n- No alert covered it.\n"),
        Example("# Outage\n\n## Contributing factors\n\n- A certificate expired.\n"),
        Example(
            "# Queue outage\n\n## Root cause\n\nA certificate expired at 02:00. No alert covered it. The list of "
            "certificates had no owner.\n"
        ),
        Example("# Outage\n\n## Cause\n\nThe disk was full.\n\n## Contributing factors\n\n- Logs were kept forever.\n"),
        Example("# Outage\n\n## Impact\n\nThe disk was full.\n"),
        Example("# Queue outage\n\n## Root cause\n\nNot known yet.\n"),
        Example("# Queue outage\n\n## Root cause\n\nA flag was wrong, and the check for it ran only at night.\n"),
    ],
)
def single_cause(reading: Reading) -> Iterator[Match]:
    """Yield the places where this holds: one single cause is given for the incident."""
    document = reading.document
    causes = [section for section in document.sections if section.own is SectionKind.CAUSES]
    if len(causes) != 1 or not _ONE.search(causes[0].title):
        return
    blocks = [block for block in document.blocks if block.section is causes[0] and block.kind is not BlockKind.HEADING]
    text = " ".join(block.text for block in blocks)
    if len(blocks) == 1 and len(re.findall(r"[.!?](?:\s|$)", text)) <= 1 and not _MORE.search(text):
        yield Match(
            causes[0].span,
            "One single cause is given.",
            suggestions=ask("What else had to be so: what let it happen, what hid it, what made it last?"),
        )
