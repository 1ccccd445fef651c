"""Who acts without being the subject: “to be assigned by the coordinator”."""

from __future__ import annotations

import re

from blameless_lint.actions import naming
from blameless_lint.actions.given import begins_with_given
from blameless_lint.actions.phrase import core, is_people, is_thing_with_article
from blameless_lint.language.lexicon import pattern
from blameless_lint.text.expression import expression
from blameless_lint.text.source import Span

_WORDS = r"(?P<name>[\w’'&-]+(?: [\w’'&-]+){0,6})"
_BY = expression(rf"(?<= by ){_WORDS}")
_DONE_BY = expression(
    r"(?:\b(?P<told>was|were|been|got|\w+n[’']t)(?: \w+)? |\b(?:be|being|and) (?:\w+ly )?|[,;:(—–-] ?|^)(?:\w+ed and )?"
    r"(?!(?:held|used|caused|affected|reported|raised|found|detected|noticed|spotted|signed|followed|accompanied"
    r"|replaced"
    r"|covered|blocked|limited|triggered|sent|recommended|suggested|requested|asked|required|given|written|provided)\b)"
    r"(?:(?:\w+ed|\w+en)(?: (?:up|over|out|forward))?|done|led|run|made|built|set up|patch up|put in) by $",
    re.IGNORECASE,
)
_DONE_BEFORE = expression(
    r"\b(?:is|are|(?:to|will|must|should|shall|needs? to) be) (?:\w+ly )?\w+(?:ed|en|ne|de|un|ut|wn|ilt|et|pt|ght)\b"
    r"[^.;:()]{1,60} by $",
    re.IGNORECASE,
)
"""A passive that looks ahead, with words between the verb and who is to do it: “is to be capped at 500 by”."""
_AHEAD = expression(
    r"\b(?:(?:will|must|should|shall|(?:is|are|has|have|needs?|remains?)(?: yet| still)? to|to) be|(?:is|are) being"
    r"|(?:gets?|is|are) (?=\w+ by $))(?: \w+ly)? (?!used|caused|affected|blocked|limited|triggered|covered)\w+"
    r"(?: \w{2,4})? by $",
    re.IGNORECASE,
)
"""A passive that looks ahead, with whoever is to do it right behind: “will be asked by”, “is being checked by”."""
_STOP = expression(
    r" (?:whether|how|if|what|whose|together|to|in|of|for|until|before|at|on|with|when|by|after|from|who|that"
    r"|each|every|once|during|within|and (?![A-Z]|the ))\b.*"
)


def acting(text: str, known: frozenset[str]) -> Span | None:
    """Return the range of who is named behind “by” as the one who is to do it, or None."""
    if " by " not in text:
        return None
    for match in _BY.finditer(text):
        before = text[max(0, match.start() - 90) : match.start()]
        led = _DONE_BY.search(before)
        ahead = _AHEAD.search(before) is not None
        if (led is None or led["told"]) and not ahead and not _DONE_BEFORE.search(before):
            continue
        name = _STOP.sub("", match["name"])
        if is_thing_with_article(name) or naming.is_no_one(name):
            continue
        if _is_actor(name, known) or (ahead and _is_unit(name)):
            return Span(match.start(), match.start() + len(name))
    return None


def _is_unit(name: str) -> bool:
    """Return whether several words with capitals could name a unit: “Fibre Networks”."""
    tokens = name.split()
    return (
        1 < len(tokens) <= _MOST
        and all(token[0].isupper() or token in ("and", "of", "&") for token in tokens)
        and pattern("action_things").fullmatch(tokens[-1].lower()) is None
    )


_MOST = 4
"""Words of the name of a unit."""


def _is_actor(name: str, known: frozenset[str]) -> bool:
    plain = core(name)
    return (
        plain.lower() in known
        or begins_with_given(plain)
        or naming.HANDLE.fullmatch(plain) is not None
        or re.fullmatch(r"[a-z]\w+-[a-z]", plain) is not None
        or (is_people(plain) and (" " in plain or plain[0].isupper()))
    )
