"""A post-mortem lacks a section that its profile asks for.

Readers look for the same few answers in every post-mortem; a missing one is not asked for until the next incident.

Instead, add the section, or say in one line why there is nothing to say.

Source: Google SRE Book, Example Postmortem; PagerDuty and Atlassian post-mortem guides: all ask for timeline, impact,
factors and actions.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.actions.profiles import is_post_mortem, misplaced, missing, profile, unfilled
from blameless_lint.rules.rule import Example, Match, Severity, rule
from blameless_lint.rules.smart_form import ask

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading


@rule(
    family="structure",
    category="missing-section",
    severity="info",
    examples=[
        Example(
            "# Queue outage\n\n## Impact\n\n40 orders were late.\n\n## Timeline\n\n- 10:04 The queue filled up.\n",
            ["Queue outage"],
        ),
        Example(
            "# Key expiry\n\n## Timeline\n\n- 10:04 The key expired.\n\n## Action items\n\n- Alert 21 days before a "
            "key expires (Lee)\n",
            ["Key expiry"],
        ),
        Example(
            "# Full disk\n\n## Root cause\n\nLogs were kept forever.\n\n## Action items\n\n- Delete logs after 14 "
            "days (Lee)\n",
            ["Full disk"],
        ),
        Example(
            "# Lost mails\n\n## Impact\n\n12 mails.\n\n## Root cause\n\nA retry without limit.\n\n## Timeline\n\n- "
            "10:04 First mail lost.\n",
            ["Lost mails"],
        ),
        Example(
            "# Queue outage\n\n## Impact\n\n40 orders were late.\n\n## Timeline\n\n- 10:04 The queue filled "
            "up.\n\n## Contributing factors\n\nThe retries had no limit (graph 2).\n\n## Action items\n\n- Limit "
            "retries to 5 (Lee, May)\n"
        ),
        Example(
            "# Queue outage\n\n## What was affected\n\n40 orders.\n\n## Timeline\n\n- 10:04 It filled up.\n\n## Root "
            "causes\n\nNo limit.\n\n## Follow-ups\n\n- Limit retries to 5 (Lee)\n"
        ),
        Example("# How to install\n\nRun the script.\n"),
        Example("# Notes\n\n## Timeline\n\n- 10:04 The queue filled up.\n"),
        Example("The queue filled up at 10:04.\n"),
        Example(
            "# Queue outage\n\n## Customer impact\n\n40 orders.\n\n## Timeline\n\n- 10:04 It filled up.\n\n## "
            "Contributing factors\n\nNo limit.\n\n## Next steps\n\n- Limit retries to 5 (Lee)\n"
        ),
    ],
)
def missing_section(reading: Reading) -> Iterator[Match]:
    """Yield the places where this holds: a post-mortem lacks a section that its profile asks for."""
    document = reading.document
    chosen = profile(reading.profile)
    title = next((section for section in document.sections if section.level > 0), None)
    if title is None or not is_post_mortem(document, chosen):
        return
    level: Severity = "info" if chosen.name == "default" else "warning"
    names = missing(document, chosen)
    if names:
        message = f"No section for {', '.join(names)}, which the profile “{chosen.name}” asks for."
        yield Match(title.span, message, level, ask(f"Which heading would hold the {names[0]}?"))
    for section, name, what in unfilled(document, chosen):
        message = f"The section for {name} holds no {what}, which the profile “{chosen.name}” asks for."
        yield Match(section.span, message, level, ask(f"Which {what} belongs under {name}?"))
    for section, name, before in misplaced(document, chosen):
        message = f"The profile “{chosen.name}” puts the {name} behind the {before}."
        yield Match(section.span, message, "info", ask(f"Would readers find the {name} behind the {before}?"))
