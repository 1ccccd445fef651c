"""Whether a sentence itself holds words of reproach or punishment, so that no more than those need be taken off it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas, pattern
from blameless_lint.language.words import load
from blameless_lint.rewrite.human_error import ERRORS, HUMAN, TRAITS
from blameless_lint.rewrite.judging import judging_words
from blameless_lint.rewrite.keeping import DENIAL, WISH
from blameless_lint.rewrite.opening import DOUBTED
from blameless_lint.rewrite.vigilance import TAUGHT
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

SANCTIONS = load("rewriting_sanctions") | load("rewriting_punishing") | lemmas("sanction_verbs")
ACTS = lemmas("sanction_verbs") - {"fire", "replace"}
PRAISE = frozenset({"right", "correct", "good", "great", "best", "excellent"})
WHY = expression(r"(?i)\W*(?:why|how) (?:did|do|does|was|were|is|are)(?:n[’']t)?\b.* \w+ \w+ \w+ \w+")


def blames_in_words(scene: Scene) -> bool:
    """Return whether the words of a sentence, and not only what is made of them, reproach, punish or warn."""
    text, category = scene.text, scene.request.category
    if DOUBTED.search(text) or WHY.match(text):
        return False
    if category == "punitive":
        told = pattern("rewriting_reproach_punitive").search(text) is not None or any(
            _punishes(token) for token in scene.tokens
        )
        return told and "?" not in text
    if category == "human-error":
        return any({token.lemma_.lower(), token.lower_} & (ERRORS | {"human", "keyboard"}) for token in scene.tokens)
    if category == "accusation":
        return (
            pattern("rewriting_reproach_accusation").search(text) is not None
            or pattern("accusation_idioms").search(text) is not None
        )
    if category == "hindsight":
        return True
    return pattern("rewriting_reproach_judgement").search(text) is not None or any(
        _judges(token) for token in scene.tokens
    )


def has_no_word_of_blame(scene: Scene) -> bool:
    """Return whether a span that only the model recognised holds no word that judges or punishes."""
    start, end = scene.request.target
    span, category = scene.doc[start:end], scene.request.category
    if not scene.request.is_implied:
        return False
    if category == "person-cause" and any(_praises(token) for token in span):
        return True
    if category == "omission":
        return DENIAL.search(span.text) is None
    if category == "counterfactual":
        return WISH.search(span.text) is None
    if category == "punitive":
        told = pattern("rewriting_reproach_punitive").search(span.text) is not None
        return not told and not any(_punishes(token) or token.lemma_.lower() in SANCTIONS for token in span)
    if category != "judgement" or any(start <= place < end for place in scene.judging):
        return False
    return pattern("rewriting_reproach_judgement").search(span.text) is None and not any(
        _judges(token) or token.lemma_.lower() in ERRORS for token in span
    )


def _praises(token: Token) -> bool:
    """Return whether a word tells that what was done was well done: “did the right thing”."""
    return token.dep_ == "amod" and token.lower_ in PRAISE and token.head.dep_ == "dobj"


def _punishes(token: Token) -> bool:
    taught = TAUGHT.fullmatch(token.text) is not None
    return taught or (token.pos_ == "VERB" and token.lemma_.lower() in ACTS)


def _judges(token: Token) -> bool:
    """Return whether a word names a vice or judges: “complacency”, “reckless”."""
    judging = judging_words() | TRAITS | lemmas("vices", "harsh_adjectives", "misconduct_verbs", "judging_verbs")
    return bool({token.lemma_.lower(), token.lower_} & judging) and token.lower_ not in HUMAN
