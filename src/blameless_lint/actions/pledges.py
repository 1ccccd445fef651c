"""Sentences that say of somebody that they were asked, or have promised, to do something."""

from __future__ import annotations

from blameless_lint.actions import doers
from blameless_lint.text.expression import expression

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
_OVER = expression(r"^\W*[^,;.:]{2,40}? (?:also )?takes? over the \w+|; @?\w[\w-]* is working on (?:it|that|this)\b")


def is_pledge(text: str) -> bool:
    """Return whether a sentence says that somebody was asked to do something, or has taken it on."""
    if _OVER.search(text):
        return True
    return any(verb in doers.verbs() for match in _PLEDGE.finditer(text) for verb in match.groupdict().values() if verb)
