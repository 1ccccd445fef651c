"""The document does not say when it was or will be reviewed.

A post-mortem that nobody goes through together teaches its author alone, and its tasks are not looked at again.

Instead, give the day of the review meeting, and the day on which the tasks are looked at again.

Source: Google SRE Book, Postmortem Culture: unreviewed postmortems might as well never have existed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.actions.profiles import is_post_mortem
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.rules.smart_form import ask
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading

_REVIEW = expression(
    r"(?:^#+ review\b|\b(?:reviewed (?:on|in|at|by)|review (?:meeting|date|on|held|scheduled)|post-?mortem (?:meeting"
    r"|review)|retrospective (?:on|held)|next review))",
    re.IGNORECASE | re.MULTILINE,
)


@rule(
    family="structure",
    category="no-review-date",
    severity="info",
    default=False,
    examples=[
        Example(
            "# Queue outage\n\n## Impact\n\n40 orders.\n\n## Action items\n\n- Limit retries (Lee)\n", ["Queue outage"]
        ),
        Example(
            "# Key expiry\n\nDate: 2026-03-04\n\n## Timeline\n\n- 10:04 Expired.\n\n## Root cause\n\nNo owner.\n",
            ["Key expiry"],
        ),
        Example("# Full disk\n\n## Causes\n\nLogs.\n\n## Actions\n\n- Review the logs (Lee, May)\n", ["Full disk"]),
        Example(
            "# Lost mails\n\n## Impact\n\n12 mails.\n\n## Lessons\n\nThe review of the change took long.\n",
            ["Lost mails"],
        ),
        Example(
            "# Queue outage\n\nReviewed on 2026-03-12.\n\n## Impact\n\n40 orders.\n\n## Action items\n\n- Limit "
            "retries (Lee)\n"
        ),
        Example(
            "# Queue outage\n\nReview meeting: 12 March 2026\n\n## Impact\n\n40 orders.\n\n## Causes\n\nNo limit.\n"
        ),
        Example(
            "# Queue outage\n\nThe post-mortem meeting takes place on Thursday 12 March.\n\n## Impact\n\n40 "
            "orders.\n\n## Causes\n\nNo limit.\n"
        ),
        Example("# How to install\n\nRun it.\n"),
        Example("# Notes\n\n## Timeline\n\n- 10:04 The queue filled up.\n"),
        Example(
            "# Queue outage\n\n## Impact\n\n40 orders.\n\n## Causes\n\nNo limit.\n\n## Review\n\nWe go through this "
            "list again on 1 May.\n"
        ),
    ],
)
def no_review_date(reading: Reading) -> Iterator[Match]:
    """Yield the places where this holds: the document does not say when it was or will be reviewed."""
    document = reading.document
    if not is_post_mortem(document):
        return
    from blameless_lint.actions.when import find

    for match in _REVIEW.finditer(document.source.text):
        if find(document.source.text[match.start() : match.end() + 80]):
            return
    title = next((section for section in document.sections if section.level > 0), None)
    if title is not None:
        yield Match(
            title.span,
            "No day is given for a review.",
            suggestions=ask("When do you go through it together, and when are the tasks looked at again?"),
        )
