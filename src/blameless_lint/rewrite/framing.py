"""Verbs that only lead up to a reproach, and clauses of a reproach that tell no fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.words import load
from blameless_lint.rewrite.keeping import SKIPPABLE
from blameless_lint.rewrite.verb import object_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

FRAMING = load("rewriting_framing")
GOSSIP = frozenset({"act", "apologise", "apologize", "disappear", "go", "laugh", "leave", "move", "vanish"})
TRAITS = load("rewriting_traits")
BEING_HERE = frozenset({"be", "sit", "stand", "talk", "meet", "discuss", "write", "read", "have", "need", "face"})
NO_THINGS = load("rewriting_no_things") | load("rewriting_idiom_objects")


def only_frames(verb: Token, scene: Scene) -> bool:
    """Return whether a verb leads up to a reproach, is a name, or tells how the blamed took it."""
    return _is_called(verb, scene) or _frames(verb) or _is_gossip(verb, scene)


def _frames(verb: Token) -> bool:
    """Return whether a verb only leads up to a reproach, and acts on no thing: “explain to me who …”, “I admit”."""
    thing = object_of(verb)
    if thing is not None and (verb.lemma_.lower(), thing.lemma_.lower()) in {("make", "mistake"), ("face", "it")}:
        return True
    return verb.lemma_.lower() in FRAMING and (thing is None or thing.pos_ == "PRON")


def _is_gossip(verb: Token, scene: Scene) -> bool:
    """Return whether a verb tells where the blamed went or how they took it: “… and went to lunch”."""
    return verb.lemma_.lower() in GOSSIP and object_of(verb) is None and scene.is_done_by_blamed(verb)


def _is_called(token: Token, scene: Scene) -> bool:
    """Return whether the parser took a name or handle of the blamed for a verb."""
    return token.i in scene.blamed and token.dep_ not in {"relcl", "acl", "csubj", "ccomp", "advcl"}


def is_idle_outcome(verb: Token) -> bool:
    """Return whether a wish only tells that all this would not be: “…, we wouldn't be sitting here”."""
    if verb.lemma_.lower() not in BEING_HERE or not any(child.dep_ == "neg" for child in verb.children):
        return False
    unreal = any(child.dep_ == "aux" and child.lower_ in {"would", "'d", "’d"} for child in verb.children)
    met = [child for child in verb.children if child.dep_ == "advcl" and child.left_edge.lower_ in {"if", "had"}]
    inner = {part.i for child in met for part in child.subtree}
    own = [part for part in verb.subtree if part.i not in inner]
    plain = not any(part.like_num or part.pos_ == "PROPN" for part in own)
    return unreal and bool(met) and plain and any(part.lower_ in {"here", "this", "these"} for part in own)


def tells_no_fact(verb: Token, scene: Scene) -> bool:
    """Return whether a clause of the blaming words names no thing, number or act: “… and everyone knows it”."""
    thinks = any(child.dep_ in {"ccomp", "xcomp"} for child in verb.children)  # what is thought is not so because of it
    if thinks or not scene.is_done_by_blamed(verb) or verb.lemma_.lower() in lemmas("act_verbs", "destructive_verbs"):
        return False
    return not any(
        part.like_num
        or (part.pos_ == "PRON" and part.dep_ == "dobj" and not part.lower_.endswith(("self", "selves")))
        or (
            part.pos_ in {"NOUN", "PROPN"}
            and part.i not in scene.blamed | scene.judging
            and part.lemma_.lower() not in NO_THINGS | SKIPPABLE | TRAITS
            and not scene.request.is_person(part)
        )
        for part in verb.subtree
    )
