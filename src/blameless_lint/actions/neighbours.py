"""The words before and behind a phrase, each by the class that tells who acts: a modal, a verb, a preposition."""

from __future__ import annotations

import re

from blameless_lint.actions.phrases import BEFORE, Phrase
from blameless_lint.actions.verbs import third_persons, verbs
from blameless_lint.language import words
from blameless_lint.text.expression import expression

_HANDED = expression(
    r"(?:goes|go|going|assigned|given|handed|falls|up|over|moves|moved|passed|passes|belongs|lies|left|delegated"
    r"|entrusted|down|off|fell|went)"
)
_TAKEN = expression(
    r"(?:takes?|owns?|leads?|does|drives?|handles?|picks?|coordinates?|agreed|offered|volunteer\w*|promised|wants"
    r"|plans|expects|intends|owes|needs|undertook|undertakes)"
)
_LINKED = frozenset(
    ("as", "before", "after", "when", "if", "until", "because", "so", "than", "over", "under", "into", "while", "where")
)
_PLACED = frozenset(
    (
        *("the", "a", "an", "our", "as", "per", "than", "when", "if", "where", "until", "before", "after", "because"),
        *("so", "but", "or", "which", "while", "this", "every", "each", "also", "next", "please", "then", "not"),
        *("into", "onto", "about", "in", "on", "agreed", "between", "against", "under", "over", "within"),
    )
)


def before(phrase: Phrase) -> str:
    """Return the class of the word before a phrase."""
    if phrase.first == 0:
        return "-"
    word = phrase.words[phrase.first - 1]
    behind = phrase.words[phrase.first - 2].low if phrase.first > 1 else ""
    if word.low == "by":
        return "by-done" if re.search(r"(?:ed|en|ne|lt|de|un|pt|ut|et)$", behind) else "by"
    if word.low == "to":
        return "to-handed" if _HANDED.fullmatch(behind) else "to"
    if word.low in BEFORE or word.low in _PLACED:
        return word.low
    if word.stops:
        return "stop"
    return kind_of_word(word.bare)


def kind_of_word(word: str) -> str:
    """Return the class of a word by its list or its ending."""
    low = word.lower()
    if low in verbs():
        return "verb"
    if low in third_persons():
        return "verb-s"
    if word[:1].isupper():
        return "capital"
    if any(char.isdigit() for char in word):
        return "number"
    if low in words.load("action_stopwords"):
        return "stopword"
    return next((end for end in ("ed", "ing", "ly") if low.endswith(end)), "word")


def after(phrase: Phrase) -> str:
    """Return the class of what follows a phrase in its piece: a modal, a verb in the present, a preposition."""
    rest = phrase.words[phrase.last + 1 :]
    if not rest or phrase.words[phrase.last].stops:
        return "-"
    low, then = rest[0].low, rest[1].low if len(rest) > 1 else ""
    if low == "to":
        return "to-verb" if then in verbs() else "to"
    if low in ("will", "shall", "must", "should", "can", "would", "may", "could"):
        return "modal-be" if then == "be" else "modal"
    if low in ("is", "are", "was", "were"):
        ending = "ing" if then.endswith("ing") else "to" if then == "to" else "ed" if then.endswith("ed") else ""
        return f"be-{ending}"
    if low in ("has", "have", "had"):
        return "have-to" if then == "to" else "have-" + ("ed" if then.endswith("ed") else "a" if then in _A else "")
    if low in ("who", "which", "that", "whose"):
        return "relative"
    if _TAKEN.fullmatch(low):
        return "takes"
    if low in ("gets", "get", "receives", "receive"):
        return "gets"
    if low in ("and", "&", "or", "+"):
        return "and"
    if low in BEFORE or low in _LINKED or low in ("in", "on"):
        return "link"
    return kind_of_word(rest[0].bare) if rest[0].bare else "mark"


_A = frozenset(("a", "an", "the", "this", "it", "that"))
