"""The impact is told without a number.

How many, how long and how much decide what the follow-up is worth; "some users" fits every incident.

Instead, give counts, durations or shares, with "about" where they are estimated.

Source: Google SRE Book, Example Postmortem: impact in queries lost and minutes; PagerDuty, post-mortem guide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.rules.smart_form import ask
from blameless_lint.text.document import BlockKind, Section, SectionKind
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading

_NUMBER = expression(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?"
    r"|half|third|quarter|all|none|nobody|no (?:customers?|users?|data|orders?|impact))\b",
    re.IGNORECASE,
)


@rule(
    family="structure",
    category="impact-not-quantified",
    severity="info",
    examples=[
        Example("# Queue outage\n\n## Impact\n\nSome customers saw errors for a while.\n", ["Impact"]),
        Example(
            "# Queue outage\n\n## Customer impact\n\n- Orders were late.\n- Mails were not sent.\n", ["Customer impact"]
        ),
        Example("# Queue outage\n\n## Impact\n\nThe shop was slow.\n\n## Timeline\n\n- 10:04 Slow.\n", ["Impact"]),
        Example("# Queue outage\n\n## User impact\n\nMany users could not log in.\n", ["User impact"]),
        Example("# Queue outage\n\n## Impact\n\n40 orders were late.\n"),
        Example("# Queue outage\n\n## Impact\n\nAbout a third of all customers saw errors.\n"),
        Example("# Queue outage\n\n## Impact\n\n- Orders were late by up to 36 minutes.\n"),
        Example("# Queue outage\n\n## Impact\n\nNo customer was affected.\n"),
        Example("# Queue outage\n\n## Impact\n\n| Region | Orders |\n| --- | --- |\n| EU | 40 |\n"),
        Example("# Queue outage\n\n## Timeline\n\n- 10:04 Slow.\n"),
        Example("# Queue outage\n\n## Impact\n\nNone.\n"),
    ],
)
def impact_not_quantified(reading: Reading) -> Iterator[Match]:
    """Yield the places where this holds: the impact is told without a number."""
    held: dict[int, list[str]] = {}
    for block in reading.document.blocks:
        for section in _above(block.section) if block.kind is not BlockKind.HEADING else ():
            held.setdefault(id(section), []).append(block.text)
    for section in reading.document.sections:
        if section.own is not SectionKind.IMPACT or section.level == 0:
            continue
        text = " ".join(held.get(id(section), ()))
        if len(text.split()) > 3 and not _NUMBER.search(text):
            yield Match(
                section.span,
                "The impact is told without a number.",
                suggestions=ask("How many, for how long, how much?"),
            )


def _above(section: Section | None) -> Iterator[Section]:
    while section is not None:
        yield section
        section = section.parent
