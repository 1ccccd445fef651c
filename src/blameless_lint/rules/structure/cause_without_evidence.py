"""The causes are stated without a log line, a graph, a number, a commit or a link.

What cannot be checked is believed or doubted by rank; later readers can neither learn from it nor correct it.

Instead, show what it was seen by: the log line, the graph, the trace, the diff.

Source: VA National Center for Patient Safety and NPSF, RCA2 (2015): findings rest on evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.rules.smart_form import ask
from blameless_lint.text.document import Section, SectionKind
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading

FEW = 12
_EVIDENCE = expression(
    r"\d|`|https?:|\]\(|\b(?:logs? (?:say|show)|graph|trace|screenshot|commit|diff|measured)\w*\b", re.IGNORECASE
)


@rule(
    family="structure",
    category="cause-without-evidence",
    severity="info",
    examples=[
        Example(
            "# Queue outage\n\n## Root cause\n\nThe broker was overloaded because the consumers were slow and the "
            "queue was too small for the evening.\n",
            ["Root cause"],
        ),
        Example(
            "# Queue outage\n\n## Root cause\n\n- The cache was cold after the restart of the shop\n- The database "
            "had too few connections for that\n",
            ["Root cause"],
        ),
        Example(
            "# Outage\n\n## Contributing factors\n\nThe rollout went to every region at once, and the health check "
            "did not look at the queue.\n",
            ["Contributing factors"],
        ),
        Example(
            "# Outage\n\n## Why it happened\n\nA certificate that nobody had on a list expired, so that the mail "
            "server refused all connections.\n",
            ["Why it happened"],
        ),
        Example(
            "# Queue outage\n\n## Root cause\n\nThe broker was overloaded: the consumers took 900 ms for each "
            "message.\n"
        ),
        Example(
            "# Queue outage\n\n## Root cause\n\nThe log says `connection refused`, because the certificate had "
            "expired at midnight on the mail server.\n"
        ),
        Example(
            "# Queue outage\n\n## Root cause\n\nThe broker was overloaded, see [the graph](depth.png), because the "
            "consumers were slow.\n"
        ),
        Example("# Queue outage\n\n## Root cause\n\nNot known yet.\n"),
        Example(
            "# Queue outage\n\n## Impact\n\nSome customers saw errors for a while, and the shop was slow for most of "
            "the evening.\n"
        ),
        Example(
            "# Queue outage\n\n## Root cause\n\nCommit 4f2c91 removed the limit on retries, so that the queue filled "
            "up in the evening of that day.\n"
        ),
    ],
)
def cause_without_evidence(reading: Reading) -> Iterator[Match]:
    """Yield the tasks or the places that the first line of this module describes."""
    document = reading.document
    if any(section.own is SectionKind.EVIDENCE for section in document.sections):
        return
    for section in document.sections:
        if section.own is not SectionKind.CAUSES or section.level == 0 or _is_within_causes(section):
            continue
        following = next(
            (
                other
                for other in document.sections
                if other.span.start > section.span.start and other.level <= section.level
            ),
            None,
        )
        body = document.source.text[section.span.end : following.span.start if following else None]
        if len(body.split()) > FEW and not _EVIDENCE.search(body):
            message = "The causes are stated without a log line, a graph, a number or a link."
            yield Match(section.span, message, suggestions=ask("By which log, graph, trace or diff was it seen?"))


def _is_within_causes(section: Section) -> bool:
    return section.parent is not None and section.parent.kind is SectionKind.CAUSES
