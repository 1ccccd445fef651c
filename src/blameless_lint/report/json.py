"""The JSON that tools read: version 1 of the wire format."""

from __future__ import annotations

import json
from dataclasses import asdict

from blameless_lint.lint.finding import HIDDEN, Report


def render(report: Report) -> str:
    """Return the report as one JSON object, indented by two spaces, with a line break at its end."""
    values = asdict(report)
    for file in values["files"]:
        for name in HIDDEN:
            del file[name]
    return json.dumps(values, indent=2, ensure_ascii=False) + "\n"
