"""The things that a sentence names beside its blame, and how a question names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.words import load
from blameless_lint.rewrite.human_error import ERRORS, HUMAN, TRAITS
from blameless_lint.rewrite.keeping import SKIPPABLE
from blameless_lint.rewrite.render import word

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

NO_FACTS = (
    load("rewriting_no_facts")
    | load("rewriting_no_things")
    | load("rewriting_idiom_objects")
    | load("vices")
    | SKIPPABLE
    | ERRORS
    | TRAITS
)
SANCTIONS = load("rewriting_sanctions") | load("rewriting_times")
NO_TOPICS = frozenset(
    {"this", "that", "it", "such", "more", "much", "own", "other", "any", "all", "every", "no", "damn", "bloody"}
)
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
FEW = 4  # words of a thing that is asked about


def is_thing(token: Token, scene: Scene) -> bool:
    """Return whether a noun names a thing, and neither people, a fault, a trait, a sanction nor a turn of phrase."""
    if token.pos_ not in {"NOUN", "PROPN"} or token.i in scene.blamed | scene.judging or not token.is_alpha:
        return False
    empty = NO_FACTS | SANCTIONS if scene.request.category == "punitive" else NO_FACTS
    if scene.request.is_person(token) or token.lower_ in HUMAN:
        return False
    if {token.lemma_.lower(), token.lower_} & empty and not any(
        child.dep_ == "compound"
        and child.is_alpha
        and child.lemma_.lower() not in empty | SANCTIONS
        and child.i not in scene.blamed
        and not scene.request.is_person(child)
        for child in token.children
    ):
        return False
    if any(part.i in scene.blamed for part in token.ancestors if part.pos_ in {"NOUN", "PROPN"}):
        return False
    return token.dep_ not in {"compound", "nmod"} or token.head.pos_ not in {"NOUN", "PROPN"}


def is_minded(noun: Token) -> bool:
    """Return whether a thing is what people are to be aware of, or careful with: a guard can stand around that."""
    return noun.dep_ == "pobj" and noun.head.head.pos_ == "ADJ"


def named(noun: Token, scene: Scene) -> str:
    """Return the words of a thing with the article that fits, without what judges it or whose it is."""
    judged = scene.request.category != "punitive"
    before = [
        child
        for child in noun.children
        if child.i < noun.i
        and child.dep_ in {"compound", "amod", "nmod", "nummod"}
        and child.lower_ not in NO_TOPICS
        and child.i not in scene.judging | scene.blamed
        and not (judged and scene.request.holds(child) and child.dep_ == "amod")
    ]
    words = [part for child in before for part in child.subtree] + [noun]
    if noun.i + 1 < len(noun.doc) and noun.nbor(1).like_num:
        return ""
    if len(words) > FEW or any(part.pos_ == "PUNCT" or part.pos_ == "ADP" for part in words):
        return ""
    first = next((child for child in noun.children if child.dep_ in {"det", "poss"}), None)
    owned = first is not None and (first.lower_ in DEFINITE or first.dep_ == "poss")
    own = first.lower_ if first is not None and first.lower_ in {"this", "each", "every"} else ""
    article = f"{own} " if own else "the " if owned else ""
    if not article and noun.tag_ == "NN" and first is not None and first.lower_ in {"a", "an"}:
        article = "the "
    return article + " ".join(word(part) for part in words)
