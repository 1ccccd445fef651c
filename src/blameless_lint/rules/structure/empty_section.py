"""A heading has nothing under it.

An empty section looks as if the question had been answered; often it is the part that was hardest to write.

Instead, write what is known, write that nothing is known yet, or take the heading out.

Source: PagerDuty, post-mortem guide: review that every section is filled in.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.rules.smart_form import ask

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading


@rule(
    family="structure",
    category="empty-section",
    severity="info",
    examples=[
        Example("# Queue outage\n\n## Impact\n\n## Timeline\n\n- 10:04 It filled up.\n", ["Impact"]),
        Example("# Queue outage\n\n## Impact\n\n40 orders.\n\n## Lessons learned\n", ["Lessons learned"]),
        Example(
            "# Queue outage\n\nText.\n\n## Detection\n\n## Resolution\n\n## Actions\n\n- Limit retries (Lee)\n",
            ["Detection", "Resolution"],
        ),
        Example("# Queue outage\n\n## Causes\n\n### Trigger\n\n### Factors\n\nNo limit on retries.\n", ["Trigger"]),
        Example(
            "# Queue outage\n\n## Impact\n\n40 orders were late.\n\n## Timeline\n\n- 10:04 The queue filled "
            "up.\n\n## Contributing factors\n\nThe retries had no limit (graph 2).\n\n## Action items\n\n- Limit "
            "retries to 5 (Lee, May)\n"
        ),
        Example("# Queue outage\n\n## Causes\n\n### Trigger\n\nA restart.\n"),
        Example("# Queue outage\n"),
        Example("# Queue outage\n\n## Timeline\n\n| Time | What |\n| --- | --- |\n| 10:04 | It filled up |\n"),
        Example("# Queue outage\n\n## Impact\n\nNone.\n"),
        Example("# Queue outage\n\n## Graphs\n\n![depth of the queue](depth.png)\n\n## Impact\n\n40 orders.\n"),
    ],
)
def empty_section(reading: Reading) -> Iterator[Match]:
    """Yield the places where this holds: a heading has nothing under it."""
    document = reading.document
    sections = [section for section in document.sections if section.level > 0]
    if len(sections) < 2:
        return
    for section, following in zip(sections, [*sections[1:], None], strict=True):
        end = following.span.start if following else len(document.source.text)
        body = document.source.text[section.span.end : end].strip(" #=-*_\r\n\t")
        if not body and section is not sections[0] and (following is None or following.level <= section.level):
            yield Match(
                section.span,
                f"Nothing stands under “{section.title}”.",
                suggestions=ask("What is known about it, or why is there nothing?"),
            )
