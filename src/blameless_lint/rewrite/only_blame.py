"""Whether a sentence tells nothing but blame, strictly: each word of content blames, punishes, or names people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.words import load
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.human_error import ERRORS, TRAITS
from blameless_lint.rewrite.keeping import EMPTY
from blameless_lint.rewrite.telling import BLAME, KNOWING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example("Two bakers have received a written warning.", "a written warning", "Two bakers", "", "punitive"),
    Example("Refresher training for all who opened the hatch.", "Refresher training", "all", "", "punitive"),
    Example("Sloppy rigging all the same.", "Sloppy rigging", "", "", "judgement"),
    Example("Everyone keep clear of the boom and stay sharp", "stay sharp", "Everyone", "", "punitive"),
    Example(
        "Porters to double-check the label before loading",
        "double-check",
        "Porters",
        "",
        "punitive",
    ),
    Example("Lack of staffing.", "Lack of staffing", "", "", "judgement"),
    Example("I'd like to be careful here.", "be careful", "I", "", "punitive"),
    Example("He sings well, but he is lazy.", "he is lazy", "he", "", "judgement"),
    Example("Is our florist to blame: no.", "to blame", "our florist", "", "accusation"),
    Example("The cook goes on spreading lies about the waiter.", "spreading lies", "The cook", "", "judgement"),
    Example("Pickers are reminded to take their ladders seriously", "are reminded", "Pickers", "", "punitive"),
)  # fmt: skip
HEEDING = load("rewriting_heeding")
FRAMES = KNOWING | EMPTY | load("rewriting_framing") | load("rewriting_punishing") | BLAME
LIKE_BLAME = load("rewriting_like_blame")
ORGANISED = frozenset({"supervision", "communication", "coordination", "briefing", "training", "staffing", "ppe"})
WORKS = lemmas("work_nouns") - lemmas("conduct_nouns") - ERRORS - TRAITS
CONDUCT_LIKE = load("rewriting_conduct_like")
BOUNDS = load("rewriting_bounds")


def tells_only_blame(scene: Scene) -> bool:
    """Return whether nothing in a sentence tells what was done, asked for, required or decided."""
    return not any(_tells_more(token, scene) for token in scene.tokens)


def _tells_more(token: Token, scene: Scene) -> bool:
    punishes = scene.request.category == "punitive"
    if token.lower_ in {"but", "at", "may", "might", "result", "effect", "consequence", "outcome", "nature"}:
        return True
    if punishes and token.tag_ == "VBD":
        return True
    if token.dep_ == "auxpass" and token.head.lemma_ == "say":
        return True
    if token.lower_ == "i" and token.head.lemma_ in {"like", "want", "know", "think"}:
        return True
    if token.lemma_.lower() in ORGANISED and any(part.lemma_ in {"lack", "absence"} for part in token.ancestors):
        return True
    if token.i in scene.blamed:
        return False
    if token.like_num and token.lower_ != "one":
        return True
    if token.lower_ in BOUNDS and token.pos_ in {"ADP", "SCONJ"}:
        return True
    if scene.request.category == "accusation" and token.lower_ in {"no", "not", "nor"}:
        return True
    if token.pos_ == "VERB":
        return _is_act(token, scene) or (punishes and _has_happened(token))
    if token.tag_ == "VBG" and token.dep_ in {"ROOT", "nsubj", "pobj", "dobj"}:
        return True
    if not punishes and token.pos_ in {"NOUN", "PROPN"} and scene.request.holds(token):
        return _is_work(token)
    return False


def _is_act(verb: Token, scene: Scene) -> bool:
    """Return whether a verb tells more than that someone is to blame, to be punished, or to heed something."""
    lemma = verb.lemma_.lower()
    if lemma == "keep" and any(child.dep_ in {"oprd", "dobj", "acomp", "prt"} for child in verb.children):
        return True  # “keep clear of …”, “keep their distance”
    if lemma in FRAMES | LIKE_BLAME | lemmas("sanction_verbs") or verb.i in scene.judging:
        return False
    if scene.request.category == "punitive":
        inner = verb.dep_ in {"advcl", "relcl", "acl", "ccomp", "pcomp"}
        return inner or lemma not in HEEDING | {"train", "retrain", "coach", "teach", "brief", "reprimand"}
    if verb.dep_ in {"amod", "compound"}:
        return not scene.request.holds(verb)
    return lemma not in lemmas("judging_verbs")


def _has_happened(verb: Token) -> bool:
    """Return whether a measure is told that was taken already, which is a fact of its own."""
    helped = any(
        child.lower_ in {"has", "have", "had", "was", "were"} for child in verb.children if child.dep_[:3] == "aux"
    )
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and helped)


def _is_work(noun: Token) -> bool:
    """Return whether a noun names a kind of work that was judged, which no general question holds."""
    lemma = noun.lemma_.lower()
    named = lemma in WORKS - CONDUCT_LIKE or (noun.lower_.endswith("ing") and lemma not in CONDUCT_LIKE)
    return named and not any(child.lower_ in {"this", "that", "such"} for child in noun.children)
