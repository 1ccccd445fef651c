"""Tells the log of a project's releases, whose items say in a command's words what was done: “Fix the parser”."""

from __future__ import annotations

import re

from blameless_lint.text.document import Document, SectionKind
from blameless_lint.text.expression import expression

_FEWEST = 2
"""Releases of a log; one version in a heading can be what a review is about."""
_PACKAGED = expression(r"^[a-z0-9][a-z0-9+.-]+ \([^()\s]+\) [\w. -]+; *urgency=", re.MULTILINE)
_NUMBER = r"v?\d{1,9}(?:\.\d{1,9}){1,8}[\w.+~-]{0,60}"
_WHEN = r"\(?[^\n()]{0,20}\b(?:19|20)\d\d\b[^\n()]{0,10}\)?"
_RELEASE = expression(
    rf"^[ \t]*(?:"
    rf"#{{1,4}} *(?:(?:version|release)s? +)?\[?{_NUMBER}\]?(?:\([^\n()]*\))?"
    rf"(?: *[-–—:,]* *(?:{_WHEN}|\(?unreleased\)?))?"
    rf"|[*-]? *(?:version|release) +{_NUMBER}(?: *[-–—:,]* *{_WHEN})?:?"
    rf"|{_NUMBER} *[-–—:,]* *{_WHEN}:?"
    rf"|{_NUMBER}:?[ \t]*\n[ \t]*[=~-]{{3,}}"
    rf")[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
"""A line that says only which release what follows is about, and when it came out."""


def is_release_log(document: Document) -> bool:
    """Return whether a document lists what was done release by release, and has no section of tasks."""
    if any(section.kind is SectionKind.ACTIONS for section in document.sections):
        return False
    text = document.source.text
    if _PACKAGED.search(text):
        return True
    return sum(1 for _ in zip(range(_FEWEST), _RELEASE.finditer(text), strict=False)) == _FEWEST
