"""Who is asked in front of the task: “(Ana) Add …”, “Have Ana add …”, “I will add …”, “ana.lee to add …”."""

from __future__ import annotations

import re

from blameless_lint.actions import naming, status
from blameless_lint.actions.doers import NAME
from blameless_lint.actions.given import begins_with_given, is_given
from blameless_lint.actions.verbs import verbs
from blameless_lint.text.expression import expression
from blameless_lint.text.source import Span

_NAMES = rf"(?P<name>{NAME}(?: (?:and |& |\+ )?{NAME})*)"
_ROUND = expression(r"\((?P<name>[^(),;:\d]{2,40})\):? +(?=[\w`\"“])")
_HAVE = expression(rf"(?:Have|Let|Get|Let[’']s have|Please have|Please let) {_NAMES} (?:to )?(?P<verb>[a-z-]+)\b")
_PLEASE = expression(rf"{_NAMES}(?:,|:| [–-])? (?:please|pls|plz|(?:can|could) you(?: please)?) (?P<verb>[a-z-]+)\b")
_POLITE = expression(rf"Please,? {_NAMES},? (?P<verb>[a-z-]+)\b")
_MYSELF = expression(r"(?P<name>I)(?: will| shall|[’']ll| have to|[’']ve| am going to|[’']m going to)\b(?! not? )")
_LOGIN = expression(r"(?P<name>[a-z]{2,}[._][a-z]{2,})(?: (?:to|will) (?P<verb>[a-z-]+)|: )")


def asked(text: str, known: frozenset[str]) -> Span | None:
    """Return the range of who is asked at the very beginning of a task, or None."""
    for pattern in (_ROUND, _HAVE, _PLEASE, _POLITE):
        match = pattern.match(text)
        if match is not None and _tells(match) and is_sure(match["name"], known):
            return Span(*match.span("name"))
    match = _LOGIN.match(text)
    named = match is not None and any(is_given(part.title()) for part in re.split(r"[._]", match["name"]))
    return Span(*match.span("name")) if match is not None and named and _tells(match) else None


def myself(text: str) -> Span | None:
    """Return the range of “I” where the writer takes the task on, or None."""
    match = _MYSELF.match(text)
    return Span(*match.span("name")) if match else None


def _tells(match: re.Match[str]) -> bool:
    """Return whether what follows the name is what they are to do."""
    verb = match.groupdict().get("verb")
    return verb is None or verb in verbs() or verb == "own"


def is_sure(name: str, known: frozenset[str]) -> bool:
    """Return whether a name is somebody's by itself: a handle, a given name, a team, one named elsewhere."""
    if naming.is_no_one(name) or status.type_cell(name) or status.is_state(name) or status.priority(name):
        return False
    return bool(
        naming.HANDLE.fullmatch(name)
        or name.lower() in known
        or begins_with_given(name)
        or (naming.is_team(name) and name[0].isupper())
    )
