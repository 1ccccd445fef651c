"""The lessons name what went wrong and nothing that went well.

What kept the incident small is as much worth keeping as its causes are worth removing, and it is lost if unnamed.

Instead, add what worked, who helped, and where there was luck.

Source: Google SRE Book, Example Postmortem: what went well, what went wrong, where we got lucky; Hollnagel, Safety-
II.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.rules.smart_form import ask
from blameless_lint.text.document import SectionKind
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading

_WELL = expression(
    r"(?<!not go )(?<!not )\b(?:went (?:well|right)|worked (?:well|as|at once)|luck(?:y|ily)?|helped|good (?:news"
    r"|things|points)|positives?|thanks to|strengths|keep doing)\b",
    re.IGNORECASE,
)


@rule(
    family="structure",
    category="no-what-went-well",
    severity="info",
    default=False,
    examples=[
        Example("# Outage\n\n## Lessons learned\n\n### What went wrong\n\n- No alert fired.\n", ["Lessons learned"]),
        Example(
            "# Outage\n\n## Lessons learned\n\n- The queue needs a limit.\n- Alerts were missing.\n",
            ["Lessons learned"],
        ),
        Example("# Outage\n\n## Lessons\n\nWe had no alert on the queue.\n", ["Lessons"]),
        Example("# Outage\n\n## What did not go well\n\n- No alert fired.\n", ["What did not go well"]),
        Example(
            "# Outage\n\n## Lessons learned\n\n### What went well\n\n- The rollback took 2 minutes.\n\n### What went "
            "wrong\n\n- No alert fired.\n"
        ),
        Example("# Outage\n\n## Lessons learned\n\nWe were lucky that the night was quiet.\n"),
        Example("# Outage\n\n## What went well\n\n- The rollback took 2 minutes.\n"),
        Example("# Outage\n\n## Impact\n\n40 orders.\n"),
        Example(
            "# Outage\n\n## Lessons learned\n\n- The runbook helped: the rollback worked at once.\n- No alert fired.\n"
        ),
        Example("# Outage\n\n## What went wrong\n\n- No alert.\n\n## Where we got lucky\n\n- The night was quiet.\n"),
    ],
)
def no_what_went_well(reading: Reading) -> Iterator[Match]:
    """Yield the places where this holds: the lessons name what went wrong and nothing that went well."""
    document = reading.document
    lessons = [section for section in document.sections if section.own is SectionKind.LESSONS]
    if lessons and not _WELL.search(document.source.text):
        yield Match(
            lessons[0].span,
            "Nothing is named that went well.",
            suggestions=ask("What worked, who helped, and where was there luck?"),
        )
