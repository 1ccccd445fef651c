"""The phrase behind an object that belongs to the object, whatever the parser ties it to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.words import load
from blameless_lint.rewrite.moving import BIDDING, is_when

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

UNPLACED = frozenset({"run", "test", "try", "measure"})
SEEING = (load("rewriting_seeing") | load("rewriting_checking") | {"question"}) - UNPLACED
PLACING = load("rewriting_placing") | load("rewriting_sending")
TELLING = load("rewriting_telling")
TEACHING = frozenset({"train", "brief", "teach", "instruct", "advise", "educate"})
WHERE = frozenset({"the", "our", "this", "that", "these", "those"})


def place_of(thing: Token, verb: Token, scene: Scene) -> Token | None:
    """Return the phrase right behind an object that tells which one it is: “the copy on the CDN”."""
    after = thing.right_edge.i + 1
    bidden = next((part for part in verb.children if part.left_edge.i == after and part.tag_ == "VB"), None)
    if bidden is not None and thing.lemma_.lower() in BIDDING and scene.is_clean(bidden):
        return bidden  # “two calls to pull back”
    child = next((part for part in verb.children if part.i == after and part.dep_ == "prep"), None)
    inner = next((part for part in child.children if part.dep_ == "pobj"), None) if child is not None else None
    if (
        child is None
        or inner is None
        or thing.pos_ == "PRON"
        or scene.request.is_person(thing)
        or not scene.is_clean(child)
    ):
        return None
    if child.lower_ == "with" and any(part.lower_ in {"it", "them"} for part in child.subtree):
        return child
    if child.lower_ == "from" and inner.lower_ in lemmas("calendar") and child.n_rights == 1:
        return child
    if child.lower_ == "about" and not scene.request.is_person(thing) and verb.lemma_.lower() not in TELLING:
        return child
    seen = verb.lemma_.lower() in SEEING and child.lower_ in {"on", "in", "about", "of", "between"}
    placed = child.lower_ in {"on", "in"} and verb.lemma_.lower() not in PLACING | TELLING | TEACHING
    known = seen or any(part.lower_ in WHERE for part in inner.children)
    if not (seen or placed) or not known or is_when(inner):
        return None
    return child if not any(part.pos_ == "VERB" for part in child.subtree) else None
