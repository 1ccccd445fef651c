"""To whom a recommendation is made: “It is recommended that the operator revise …”, “X is recommended to:”."""

from __future__ import annotations

import re
from itertools import islice

from blameless_lint.actions import naming
from blameless_lint.actions.doers import is_actor
from blameless_lint.actions.given import is_given
from blameless_lint.actions.phrase import is_people, is_thing_with_article
from blameless_lint.actions.verbs import verbs
from blameless_lint.language import words
from blameless_lint.language.lexicon import pattern
from blameless_lint.text.expression import expression
from blameless_lint.text.source import Span

_ALSO = r"(?:(?:therefore|also|further|furthermore|strongly|hereby|now) )*"
_GIVER = r"(?:We|(?:The )?[\w’'&-]+(?: [\w’'&-]+){0,4})"
_NUMBER = r"\W{0,6}(?:[A-Z\d][\w./-]{0,20}\d[\w./-]{0,9}\W+)?"
"""The number that a recommendation may have in front: “2031-R-7”."""
_LEAD = (
    rf"{_NUMBER}(?:It (?:is|was) {_ALSO}(?:recommended|advised|suggested|proposed|requested) that"
    rf"|{_GIVER} {_ALSO}(?:recommends?|advises?|proposes?|requests?|asks?) that) "
)
_THAT = expression(_LEAD)
_CLAUSE = expression(r"[^,;:()]*")
_TO = expression(
    rf"{_NUMBER}(?P<giver>{_GIVER}) {_ALSO}(?:recommends?|advises?|asks?|requests?|urges?|calls? (?:up)?on"
    r"|invites?) (?P<name>(?:the )?[^,;:.()]{2,60}?) to (?P<verb>[a-z-]+)\b"
)
_ABOVE_THAT = expression(rf"{_LEAD}(?P<name>[^,;:.()]{{2,70}}?)(?: should)?$")
_ABOVE_TO = expression(
    rf"(?P<name>[^,;:.()]{{2,70}}?) (?:is|are) {_ALSO}(?:recommended|advised|asked|urged|requested|invited) to$"
)
_MOST = 7
"""Words of a name at most."""


def recommended(text: str, known: frozenset[str]) -> Span | None:
    """Return the range of whom a sentence recommends something to, or asks for it, or None."""
    lead = _THAT.match(text)
    if lead is not None:
        return _before_verb(text, lead.end(), known)
    match = _TO.match(text)
    if match is None or not (match["giver"] == "We" or is_addressee(match["giver"], known)):
        return None  # a form or an alert asks whoever sees it
    told = _is_asked_for(match["verb"]) and is_addressee(match["name"], known)
    return Span(*match.span("name")) if told else None


def _before_verb(text: str, start: int, known: frozenset[str]) -> Span | None:
    """Return the range of the addressee that begins at `start` and ends before what it is to do."""
    rest = _CLAUSE.match(text, start)
    for word in islice(re.finditer(r"\S+", rest.group() if rest else ""), 1, _MOST + 2):
        name = text[start : start + word.start()].removesuffix(" ").removesuffix(" should")
        if _is_asked_for(word.group()) and is_addressee(name, known):
            return Span(start, start + len(name))
    return None


def _is_asked_for(verb: str) -> bool:
    return verb in verbs() or verb in _MORE


def above(label: str, known: frozenset[str]) -> Span | None:
    """Return the range of whom all that stands below a label is recommended to, or None."""
    for shape in (_ABOVE_THAT, _ABOVE_TO):
        match = shape.match(label)
        if match is not None and is_addressee(match["name"], known):
            return Span(*match.span("name"))
    return None


_MORE = frozenset(("include", "fund", "ensure", "consider", "restrict", "require", "publish"))
"""What recommendations ask for most."""


def is_addressee(name: str, known: frozenset[str]) -> bool:
    """Return whether words name a person, a role or an organisation to whom a recommendation may be made."""
    tokens = re.sub(r"^(?:the|our)\s+", "", name, flags=re.IGNORECASE).split()
    if not 0 < len(tokens) <= _MOST or naming.is_no_one(name) or naming.is_diffuse(name):
        return False
    last = tokens[-1].lower()
    if last.removesuffix("s") in words.load("customers") or last in _ANYONE:
        return False
    if name.lower() in known or is_given(tokens[0]) or is_actor(name, "", known):
        return True
    if is_thing_with_article(name):
        return False
    return is_people(name) or naming.is_team(name) or _is_called(tokens)


def _is_called(tokens: list[str]) -> bool:
    """Return whether words are the name of an organisation by their capitals, the first being no ordinary word."""
    first = tokens[0].lower()
    ordinary = first in verbs() or naming.is_common(first) or pattern("action_things").fullmatch(first)
    return len(tokens) > 1 and not ordinary and all(token[0].isupper() for token in tokens if token not in _SMALL)


_ANYONE = frozenset(("user", "users", "teams", "people", "everyone", "clients", "customers"))
"""Crowds that advice is for, none of whom takes a task on."""
_SMALL = frozenset(("of", "and", "for", "the", "&", "de", "la"))
"""Words in lower case within a name."""
