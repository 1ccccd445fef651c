"""Names behind the task that a few words mark: “with Platform”, “goes to Ana”, “the storage team owns this”."""

from __future__ import annotations

import re

from blameless_lint.actions import naming, when
from blameless_lint.actions.doers import is_actor
from blameless_lint.actions.given import is_given
from blameless_lint.actions.phrase import is_machine, is_people, is_thing_with_article
from blameless_lint.actions.segments import Segment
from blameless_lint.actions.verbs import NOUN_TEAMS, verbs
from blameless_lint.language import words
from blameless_lint.language.lexicon import pattern
from blameless_lint.text.expression import expression
from blameless_lint.text.source import Span

_IT = r"(?:this|it|that|this one|the (?:task|item|ticket|work|change|fix))"
_GIVEN = expression(
    r"(?:now |also )?(?:it |this )?(?:(?:goes|going|handed?|handing|handed off|handed over|passed|passing|given"
    r"|assigned|delegated|moves?|moved|over)(?: it| this)?(?: off| over| on)? to|to be (?:done|led|owned|handled) by"
    r"|(?:picked|taken) up by|(?:owned|led|driven|handled|tracked|run|sponsored|coordinated|taken) by"
    r"|in the hands of|lies with|sits with|stays with|rests with|waiting (?:for|on)|pending with) ",
    re.IGNORECASE,
)
"""Words that hand a task to whoever is named behind them."""
_NEAR = expression(r"(?:by|with|for|to|on|from|via|through|ask) ", re.IGNORECASE)
"""Words that may stand before an owner, and before anything else."""
_TAKES = expression(
    rf"(?:[’']s (?:on|got) {_IT}|[’']s (?:plate|list|backlog|desk|queue|agenda)"
    rf"| (?:is|are)(?: already)? on {_IT}| (?:is|are) (?:working|looking|driving"
    rf"|leading|handling|taking|picking|doing|preparing|drafting|planning|owning)\b.*| (?:owns?|drives?|leads?|takes?"
    rf"|has|have|holds?|does|do|handles?|coordinates?|does)(?: {_IT}(?: up| on| over)?)?| (?:picks?|takes?)"
    rf" {_IT}? ?(?:up|on|over)| (?:will|to|can|would) (?:own|drive|lead|take|do|have|pick|handle|follow|coordinate"
    rf"|look|report|send|write|check|prepare|present)\b.*| (?:driving|leading|owning|taking|working|coordinating)\b.*"
    r"| (?:said|agreed|offered|promised|volunteered|asked|informed|commissioned|assigned|on it|volunteers?)(?: .*)?"
    r"|, please| (?:has|have) an? (?:pr|mr|patch|draft|branch|prototype|script|fix|proposal)\b.*)",
    re.IGNORECASE,
)
"""Words behind a name that say it takes the task on."""
_LISTED = expression(r"[’']s \w+$")
_ALONE = expression(r" (?:owns?|drives?|leads?|takes?|has|have|holds?|does|do|handles?|coordinates?)$", re.IGNORECASE)
_LOGIN = expression(r"[a-z][a-z]*(?:[._][a-z]+)?[a-z\d_]*")
_TIME_LED = expression(r"[\s,]*\b(?:by|until|before|from|on|in|for|due|at|with)?\s*$", re.IGNORECASE)


def marked(segment: Segment, known: frozenset[str]) -> tuple[int, Span] | None:
    """Return how surely a piece names an owner by the words around a name, and the name's range, or None."""
    if not (_GIVEN.match(segment.text) or _NEAR.match(segment.text) or _TAKES.search(segment.text)):
        return None
    text = _without_time(segment.text.rstrip(" .!"))
    given = _GIVEN.match(text)
    if given is not None and _is_owner(text[given.end() :], known, sure=True):
        return 5, _placed(segment, given.end(), len(text))
    for mark in _TAKES.finditer(text):
        if mark.end() == len(text):
            near = _NEAR.match(text) if _LISTED.search(mark.group()) else None
            start = near.end() if near else 0
            alone = _ALONE.search(mark.group()) is not None and not segment.inside
            if _is_owner(text[start : mark.start()], known, sure=not alone):
                return 5, _placed(segment, start, mark.start())
    near = _NEAR.match(text)
    if near is not None and _is_owner(text[near.end() :], known, sure=False):
        return 4, _placed(segment, near.end(), len(text))
    return None


def _placed(segment: Segment, start: int, end: int) -> Span:
    return Span(segment.span.start + start, segment.span.start + end)


def _without_time(text: str) -> str:
    """Return a piece without the deadline that it ends with: “Ana has it for next week” → “Ana has it”."""
    times = when.find(text)
    last = times[-1] if times else None
    if last is None or last.span.end < len(text) or not last.is_deadline or last.span.start == 0:
        return text
    return _TIME_LED.sub("", text[: last.span.start])


def _is_owner(name: str, known: frozenset[str], *, sure: bool) -> bool:
    """Return whether words are who may own a task; where the mark is `sure`, in lower case and by any name."""
    name = name.strip(" \"“”'*_`")
    tokens = name.split()
    if not tokens or len(tokens) > 5 or naming.is_no_one(name) or is_machine(name) or re.search(r"\d{3}", name):
        return False
    if naming.HANDLE.fullmatch(name) or name.lower() in known or (is_given(tokens[0]) and naming.is_name(name, known)):
        return True
    first = tokens[0].lower()
    if is_thing_with_article(name) or first in ("and", "or", "but") or first in words.load("action_no_owners"):
        return False
    team = naming.is_team(name) and (first not in verbs() - NOUN_TEAMS or len(tokens) == 1)
    if team and (is_people(name) or name[0].isupper()):
        return True
    if not sure:
        return team and len(tokens) == 1 and name in words.load("bare_teams") and name not in verbs()
    login = _LOGIN.fullmatch(name) is not None and not _is_word(name)
    return team or login or is_actor(name, "", known) or naming.is_name(name, known)


def _is_word(name: str) -> bool:
    """Return whether one word in lower case is an ordinary one: a verb, a thing, a pronoun."""
    return (
        pattern("action_things").fullmatch(name) is not None
        or name in ("who", "what", "which", "whoever")
        or name
        in words.merged(
            "action_stopwords", "action_before_objects", "action_no_subjects", "action_verbs", "action_finite_words"
        )
    )
