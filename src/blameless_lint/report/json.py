"""The JSON that tools read: version 1 of the wire format."""

from __future__ import annotations

from blameless_lint.lint.finding import Report


def render(report: Report) -> str:
    """Return the report as one JSON object, indented by two spaces, with a line break at its end."""
    return report.model_dump_json(indent=2) + "\n"
