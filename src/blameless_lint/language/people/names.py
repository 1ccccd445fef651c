"""Whether a word is a person's name: by the cast, by title and initials, by given names, by what stands beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language import words
from blameless_lint.language.people.cast import Cast
from blameless_lint.language.people.phrase import INITIAL, before, governor, hyphenated, is_code_shaped
from blameless_lint.language.people.roles import is_human_act

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_name(token: Token, cast: Cast) -> bool:
    """Return whether the head of a phrase is the name of a person."""
    word = token.lower_
    if word in cast.people or _joined(token) in cast.people:
        return True
    whole = hyphenated(token)
    if whole != token.text and _is_hyphenated_name(whole):
        return True
    if token.text.startswith("-") or (is_code_shaped(token.text) and not _is_mixed_name(token.text)):
        return False
    if INITIAL.match(token.text):
        return _is_after_name(token, cast)
    capital = token.text[:1].isupper()
    if word in cast.names and (capital or word in words.load("given_names") or token.pos_ == "PROPN"):
        return not (word in words.load("ambiguous") and not capital)
    if capital and _has_title(token):
        return True
    if word in words.merged("software", "things", "companies"):
        return capital and _has_given_before(token) and word not in words.merged("software", "things")
    if _is_given(word):
        return capital or (len(word) > 3 and token.pos_ != "AUX" and not _has_article(token))
    if not capital:
        return False
    if _has_given_before(token) and _may_be_surname(word):
        return True
    return word in words.load("ambiguous") and _is_used_as_name(token)


def _joined(token: Token) -> str:
    left = before(token)
    return f"{left.lower_} {token.lower_}" if left is not None else token.lower_


def _is_given(word: str) -> bool:
    names = words.load("given_names")
    return word in names or (
        "-" in word
        and all(part in names or part in words.load("ambiguous") for part in word.split("-"))
        and any(part in names for part in word.split("-"))
    )


def _is_hyphenated_name(text: str) -> bool:
    """Return whether a hyphenated word is a name such as Hyun-woo, Marie-Claire or al-Rashid."""
    lower = text.lower()
    return text[:1].isupper() and (lower in words.load("given_names") or (_is_given(lower) and text.count("-") == 1))


def _is_mixed_name(text: str) -> bool:
    """Return whether inner capitals are those of names such as McDonald, MacLeod, DeShawn or O'Neil."""
    return text.isalpha() and text.startswith(("Mc", "Mac", "De", "La", "Le", "Fitz", "Van"))


def _has_title(token: Token) -> bool:
    left = before(token)
    while left is not None and (
        INITIAL.match(left.text)
        or (left.text[:1].isupper() and left.dep_ == "compound" and left.lower_ not in words.load("titles"))
    ):
        left = before(left)
    return left is not None and left.text[:1].isupper() and left.lower_ in words.load("titles")


def _is_after_name(token: Token, cast: Cast) -> bool:
    """Return whether an initial ends a name (“Thandiwe M.”) or stands in a subject's place (“J. M.”)."""
    left = before(token)
    if left is not None and (_is_given(left.lower_) or left.lower_ in cast.names or INITIAL.match(left.text)):
        return True
    return governor(token) is not None


def _has_given_before(token: Token) -> bool:
    """Return whether a given name or an initial stands before, with only further capitalised words between."""
    left = before(token)
    for _ in range(3):
        if left is None or not (
            left.text[:1].isupper() or left.lower_ in {"van", "de", "von", "der", "den", "al", "da", "del"}
        ):
            return False
        if INITIAL.match(left.text) or (_is_given(left.lower_) and left.lower_ not in words.load("software")):
            return True
        if (
            left.lower_ in words.load("ambiguous")
            and left.lower_ not in words.load("calendar") | words.load("software")
            and left.dep_ == "compound"
        ):
            return True
        left = before(left)
    return False


def _may_be_surname(word: str) -> bool:
    nouns = words.merged(
        "roles",
        "things",
        "software",
        "team_nouns",
        "machine_roles",
        "double_roles",
        "teams",
        "bare_teams",
        "customers",
        "companies",
    )
    return (
        word not in nouns
        and word not in words.load("calendar")
        and word.isalpha() | ("-" in word) | ("’" in word) | ("'" in word)
    )


def _has_article(token: Token) -> bool:
    return any(child.dep_ == "det" for child in token.lefts)


def _is_used_as_name(token: Token) -> bool:
    """Return whether a name that is also a common word stands where names stand: alone, as a subject or possessor."""
    if token.pos_ == "NOUN" and is_human_act(governor(token)) and not token.text.endswith("s"):
        return not any(True for _ in token.lefts)
    if token.pos_ != "PROPN" or any(child.dep_ in {"det", "compound", "amod", "nummod"} for child in token.lefts):
        return False
    if token.lower_ in words.load("software") or (
        token.dep_ == "compound" and token.head.lower_ in words.load("things")
    ):
        return False
    if token.dep_ == "poss":
        return token.lower_ not in words.load("calendar")
    verb = governor(token) or (token.head if token.dep_ in {"dobj", "attr", "dative"} and token.i > 0 else None)
    return verb is not None and (
        token.lower_ not in words.load("calendar") or verb.lemma_.lower() in words.load("human_verbs")
    )
