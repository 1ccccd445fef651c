"""Sentences that say of somebody that they were asked, have promised, or are now to do something; and of whom."""

from __future__ import annotations

import re
from itertools import pairwise

from blameless_lint.actions import naming
from blameless_lint.actions.asked import is_sure
from blameless_lint.actions.phrase import core, is_people, is_thing_with_article
from blameless_lint.actions.verbs import third_persons, verbs
from blameless_lint.text.expression import expression
from blameless_lint.text.source import Span

_ASKED = (
    r"(?:is|are|was|were|has been|have been) (?:also |now )?(?:asked|requested|instructed|invited|tasked|commissioned)"
    r"(?: by [^,;.:]{2,40}?)? to (?P<asked>[a-z-]+)"
)
_AGREED = (
    r"(?:ha(?:s|ve) )?(?:promised|agreed|accepted|offered|undertaken|undertook|volunteered|committed) to"
    r" (?P<agreed>[a-z-]+)|took it upon (?:themselves|himself|herself|itself) to (?P<took>[a-z-]+)"
    r"|intends? to (?P<meant>[a-z-]+)"
)
_PLEDGE = expression(rf"\b(?:{_ASKED}|{_AGREED})")
_OVER = expression(
    r"\b(?:is|are|been|was|were) (?:tasked|charged) with \w+ing\b"
    r"|^\W*[^,;.:]{2,40}? (?:also )?takes? over the \w+|; @?\w[\w-]* is working on (?:it|that|this)\b"
)

_WHO = r"(?P<who>[\w’'@&.-]*\w(?: [\w’'@&.-]*\w){0,6}?)"
_THAT = expression(
    r"\b(?:agreement|consensus|agreed|decided|resolved|recommend(?:ed|s)?|propose[ds]?|suggest(?:ed|s)?|asks?|requires?|directed|requested)"
    r" that "
)
_WOULD = frozenset(("would", "will", "shall", "should", "must"))
_TO = expression(
    r"(?:\b(?i:we|i)(?: have|[’']ve| would|[’']d)?(?: also| now)?|\b(?:agreed|decided) to)"
    r" (?:ask(?:ed)?|requested|instructed|tasked"
    rf"|commissioned|invited|expect|want|would like)(?<!decided to want) {_WHO} (?:to [a-z]|for an? )"
)
_LIKE = expression(rf"\bI(?:[’']d| would) like {_WHO} to [a-z]")
_HANDED = expression(
    r"(?:\b(?:goes|moves|passes|falls|(?:is|are|has been|have been) (?:now )?(?:given|handed|handed over|assigned"
    r"|transferred|passed))|\b(?:ownership|responsibility|task|work|job)\b.{0,60} (?:was|were) (?:given|handed|assigned"
    rf"|transferred|passed)) to {_WHO}(?=[.,;]|$| \(| and | to )",
    re.IGNORECASE,
)
_CHARGE = expression(
    rf"\b(?:is|that[’']s)(?: now)? {_WHO}(?:[’']s|(?<=s)[’']) (?:job|task|project|responsibility|turn|duty)\b"
    rf"|\b(?:is|are|goes|stays)(?: now)? (?:on|in) {_WHO.replace('who', 'whose')}[’']s"
    r" (?:list|backlog|desk|queue|agenda)\b"
)
_OF = expression(rf"\b(?:is|are)(?: now)? (?:the|a) (?:job|task|responsibility|duty) (?:of|for) {_WHO}(?=[.,;]|$| \()")
_ON = expression(rf"^\W*(?i:(?:action|task|job|request|recommendation) (?:on|for|to)|assigned to|for|to) {_WHO}:(?= )")
_BOUND = expression(
    rf"^\W*{_WHO}(?<! had)(?<! would) (?:(?:ha(?:s|ve) )?"
    r"(?:committed to|(?:accepted|took on)(?= the (?:task|job|work|action)\b)"
    r"|promised us|promised|taken on"
    r"|undertaken) (?:an?|the)|(?:is|are) on the hook for|said (?:he|she|they) (?:would|will))\b"
)

_CLAIMED = expression(
    rf"(?:^\W*|(?:,|;|\band|\bbut|\bso) ){_WHO}(?<! had)(?<! would) (?:ha(?:s|ve) put (?:her|his|their) hands? up"
    r"|ha(?:s|ve) signed up|puts? (?:her|his|their) name (?:to|on)|signs? up)(?: for| to|$)"
)


def is_pledge(text: str) -> bool:
    """Return whether a sentence says that somebody was asked to do something, or has taken it on."""
    if _OVER.search(text) or pledged(text, frozenset()) is not None:
        return True
    return any(verb in verbs() for match in _PLEDGE.finditer(text) for verb in match.groupdict().values() if verb)


def told_that(text: str, known: frozenset[str]) -> Span | None:
    """Return the range of whoever others say should do something: “Ana asks that Odile move it”, or None."""
    match = _THAT.search(text)
    words = list(re.finditer(r"\S+", text[match.end() : match.end() + _NEAR])) if match is not None else []
    for this, following in pairwise(words[:_MOST]):
        word = following.group()
        does = word in _WOULD or (word in verbs() | third_persons() and word not in ("get", "gets"))
        name = text[match.end() : match.end() + this.end()] if match is not None else ""
        if match is not None and does and is_somebody(name, known):
            return Span(match.end(), match.end() + this.end())
    return None


_NEAR, _MOST = 80, 7
"""Characters and words in which the subject of a clause ends."""


def pledged(text: str, known: frozenset[str]) -> Span | None:
    """Return the range of whoever was asked, or is said, to do something: “agreed that Ana would call”, or None."""
    found = (_found(pattern, text, known) for pattern in (_ON, _TO, _LIKE, _HANDED, _CHARGE, _OF, _BOUND, _CLAIMED))
    return told_that(text, known) or next((span for span in found if span is not None), None)


def _found(pattern: re.Pattern[str], text: str, known: frozenset[str]) -> Span | None:
    match = pattern.search(text)
    if match is None:
        return None
    group = next(name for name, value in match.groupdict().items() if value)
    return Span(*match.span(group)) if is_somebody(match[group], known) else None


def is_somebody(name: str, known: frozenset[str]) -> bool:
    """Return whether a few words name a person or people at work."""
    name = re.sub(r"[’']s?$", "", name)
    if naming.is_no_one(name) or is_thing_with_article(name) or name.lower() in ("we", "it", "they", "you", "this"):
        return False
    plain = core(name)
    return is_sure(name, known) or is_people(name) or is_people(plain) or (plain.islower() and naming.is_team(plain))
