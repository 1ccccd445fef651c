"""Say an act as a phrase in -ing, word by word as it was told: “deploying on a Friday without asking”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas, pattern
from blameless_lint.language.words import load
from blameless_lint.rewrite.articles import article_for
from blameless_lint.rewrite.inflect import base, form
from blameless_lint.rewrite.pronouns import FIRST, SECOND, THIRD
from blameless_lint.rewrite.render import tidy, word
from blameless_lint.rewrite.verb import finite, object_of, prefix
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

NOT_SAID = (load("rewriting_not_in_ing") - {"turn", "show", "work", "share"}) | {
    "waste",
    "own",
    "owe",
    "insist",
    "start",
}
HARSH = ("misconduct_verbs", "judging_verbs", "sanction_verbs", "mind_verbs")
PLAIN = frozenset({"read", "type", "press", "click"})
OMITTING = ("omission_verbs", "strong_omission_verbs")
STOPS = frozenset({",", ";", ":", ".", "!", "?", "–", "—", "(", ")", '"', "“", "”", "…", "??"})
LATER = expression(
    r"(?: (?:again|twice|too|as well|ever again|next time|(?:once|any) ?more|plz|please|in (?:the )?future))+$",
    re.IGNORECASE,
)
EMPTY = frozenset({"it", "them", "this", "that", "so", "something", "anything", "nothing", "what"})
IDIOMS = load("rewriting_idiom_objects") | load("rewriting_efforts")
OWN = frozenset({"his", "her", "their", "my", "our", "your", "its"})
LONGEST = 16  # words


def doing(verb: Token, scene: Scene, *, omitting: bool = False) -> str | None:
    """Return a verb in -ing with the words that follow it, None where they name the blamed or tell no act.

    With `omitting`, verbs of leaving out are acts: “bypassing CI”.
    """
    lemma = base(verb.text, verb.lemma_)
    thing = object_of(verb)
    if lemma in NOT_SAID or lemma in _harsh(omitting=omitting) or not lemma.isalpha() or _is_no_act(verb):
        return None
    if thing is not None and (thing.lower_ in EMPTY or thing.lemma_.lower() in IDIOMS):
        return None
    words = list(_following(verb))
    moments = _moments(words, scene)
    words = [token for token in words if token.i not in moments or moments[token.i]]
    if any(_is_unsaid(token, scene) for token in words):
        return None
    kept = [token for token in words if token.i not in scene.judging or token.pos_ not in {"ADV", "ADJ", "INTJ"}]
    said = "".join((moments.get(token.i) or _own(token, scene)) + token.whitespace_ for token in kept)
    said = tidy(f"{prefix(verb)}{form(lemma, 'VBG')} {said}").rstrip(" ,-")
    said = LATER.sub("", said) if scene.request.category == "punitive" else said
    if re.search(r"\bbefore to\b|\blike\b|^\w+ (?:it|them)\b|^\w+ that$|\bdoing so\b", said):
        return None
    is_said = 1 < len(said.split()) <= LONGEST and not pattern("rewriting_never").search(said)
    return (
        said
        if is_said
        and kept
        and (kept[-1].dep_ == "prt" or kept[-1].pos_ not in {"DET", "ADP", "CCONJ", "PART", "SCONJ"})
        else None
    )


def _harsh(*, omitting: bool) -> frozenset[str]:
    """Return the verbs that judge; to read or to type is an act, though it can be left half done."""
    return (lemmas(*HARSH) if omitting else lemmas(*HARSH, *OMITTING)) - PLAIN


def _moments(words: list[Token], scene: Scene) -> dict[int, str]:
    """Return what “before he types it” becomes by the places of its words: no subject, the verb in -ing."""
    found: dict[int, str] = {}
    for token in words:
        verb = token.head
        bound = verb.dep_ == "advcl" and verb.left_edge.lower_ in {"before", "after", "when", "while"}
        if token.dep_ != "nsubj" or token.i not in scene.blamed or not bound or verb.i != token.i + 1:
            continue
        if verb.tag_ in {"VBD", "VBZ", "VBP"} and verb.pos_ == "VERB":
            found |= {token.i: "", verb.i: form(base(verb.text, verb.lemma_), "VBG")}
    return found


def _is_no_act(verb: Token) -> bool:
    denied = any(child.dep_ == "neg" for child in verb.children)
    only = any(child.lower_ == "only" and child.i < verb.i for child in verb.children)
    return denied or only or any(child.dep_ == "auxpass" for child in verb.children)


def _following(verb: Token) -> Iterator[Token]:
    """Yield the words behind a verb that hang on it, up to the next mark or clause."""
    held = {token.i for token in verb.subtree}
    for token in verb.doc[verb.i + 1 :]:
        if token.i not in held or token.text in STOPS or _begins_clause(token):
            return
        yield token


def _begins_clause(token: Token) -> bool:
    """Return whether a conjunction ties on what someone else does, or what was left undone."""
    if token.dep_ != "cc" or token.head.pos_ not in {"VERB", "AUX"}:
        return False
    following = [child for child in token.head.children if child.dep_ == "conj" and child.i > token.i]
    return not following or finite(following[0]) is not None or following[0].tag_ in {"VB", "VBN"}


def _is_unsaid(token: Token, scene: Scene) -> bool:
    start, end = scene.request.agent or (0, 0)
    named = token == scene.head or token.lower_ in THIRD | FIRST | SECOND or not start <= token.i < end
    if token.i in scene.blamed and named and token.lower_ not in OWN:
        return True
    if token.lower_ in (FIRST | SECOND | THIRD) - OWN - {"us", "them", "him", "her", "me"}:
        return True
    return token.i in scene.judging and token.pos_ in {"NOUN", "VERB", "AUX"}


def _own(token: Token, scene: Scene) -> str:
    if token.lower_ in OWN and token.dep_ == "poss" and (token.i in scene.blamed or token.lower_ in {"his", "her"}):
        return article_for(token.head, scene)
    return word(token)
