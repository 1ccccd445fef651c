"""A placeholder of the template was left in the text.

It marks an answer that nobody gave, and readers cannot tell whether it was forgotten or unknown.

Instead, give the answer, or write that it is not known and who would know it.

Source: Atlassian, post-mortem template: its instructions are to be replaced.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.rules.smart_form import ask
from blameless_lint.text.expression import expression
from blameless_lint.text.source import Span

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading


_PLACEHOLDER = expression(
    r"\b(?:[A-Z]{2,6}-(?:X{2,}|0000|NNN+)|YYYY-MM-DD|DD[/.]MM[/.]YYYY|MM/DD/YYYY|(?:HH|hh|XX|xx):(?:MM|mm|XX|xx))\b"
    r"|(?i:lorem ipsum)|\{\{\s+[\w. ]+\s+\}\}|\{\{[\w]+_[\w]+\}\}"
    r"|[\[<](?i:insert|describe|add|enter|your|fill in|replace|list|explain|link to|e\.g\.|name of|short description"
    r"|brief)\b[^\]>\n]{3,120}[\]>](?!\()"
)


@rule(
    family="structure",
    category="template-placeholder-left",
    severity="info",
    examples=[
        Example("# Incident INC-XXXX\n\nThe queue filled up.\n", ["INC-XXXX"]),
        Example("# Queue outage\n\nDate: YYYY-MM-DD\n", ["YYYY-MM-DD"]),
        Example(
            "# Queue outage\n\n## Impact\n\n[Describe the impact on customers here]\n",
            ["[Describe the impact on customers here]"],
        ),
        Example("# Queue outage\n\n## Timeline\n\n- HH:MM What happened\n", ["HH:MM"]),
        Example("# Queue outage\n\nOwner: {{ owner_name }}\n", ["{{ owner_name }}"]),
        Example("# Queue outage\n\n## Summary\n\nLorem ipsum dolor sit amet.\n", ["Lorem ipsum"]),
        Example(
            "# Queue outage\n\n## Impact\n\n40 orders were late.\n\n## Timeline\n\n- 10:04 The queue filled "
            "up.\n\n## Contributing factors\n\nThe retries had no limit (graph 2).\n\n## Action items\n\n- Limit "
            "retries to 5 (Lee, May)\n"
        ),
        Example("# Queue outage\n\nDate: 2026-03-04\n"),
        Example("# Queue outage\n\nThe value `YYYY-MM-DD` was read as text.\n"),
        Example("# Queue outage\n\n[owner] to limit the retries by [date]\n"),
        Example("# Queue outage\n\nSee [the graph of the queue](graph.png).\n"),
        Example("# Queue outage\n\n- {{done}} The heap has 32 GB now\n"),
        Example("# Queue outage\n\nThe job list [1] was describing the impact.\n"),
    ],
)
def template_placeholder_left(reading: Reading) -> Iterator[Match]:
    """Yield the places where this holds: a placeholder of the template was left in the text."""
    for block in reading.document.blocks:
        for match in _PLACEHOLDER.finditer(block.text):
            span = Span(match.start(), match.end())
            if not any(opaque.overlaps(span) for opaque in block.opaque):
                message = f"“{match.group()}” was left from a template."
                yield Match(block.to_source(span), message, suggestions=ask("What belongs here, or who would know it?"))
