"""What was acted on, as the subject of the clause in which no one acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.words import load
from blameless_lint.rewrite.human_error import ERRORS
from blameless_lint.rewrite.moving import BIDDING, moving
from blameless_lint.rewrite.render import assemble, part_of
from blameless_lint.rewrite.verb import Finite, lemma_of, object_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene


NOMINATIVE = {"me": "I", "us": "we", "him": "he", "her": "she", "them": "they", "whom": "who"}
NEGATIVE = {
    "any": "no",
    "anything": "nothing",
    "anyone": "no one",
    "anybody": "nobody",
    "either": "neither",
    "someone": "no one",
    "somebody": "nobody",
    "something": "nothing",
    "a": "no",
    "an": "no",
}
CHAINS = frozenset(tuple(line.split()) for line in load("rewriting_chains"))
IDIOMS = frozenset({"wing", "blow", "lose", "make", "call", "take", "do", "get", "push"})
IDIOM_OBJECTS = load("rewriting_idiom_objects")
THINGS = frozenset({"ball", "corner", "head", "heel", "job", "lesson", "wheel"})
MISSING = frozenset({"disregard", "dismiss", "forget", "ignore", "miss", "overlook", "skip"})
TAKEN = load("rewriting_times") | load("rewriting_taken")
NEVER_FIRST = frozenset(
    {
        "what",
        "which",
        "whom",
        "that",
        "who",
        "itself",
        "other",
        "another",
        "themselves",
        "himself",
        "each",
        "all",
        "more",
        "less",
        "much",
        "little",
        "lot",
    }
)


def promoted(verb: Token, scene: Scene, how: Finite) -> tuple[str | None, Token | None, bool]:
    """Return the new subject's text, the token it is made of, and whether the clause stays denied."""
    target = object_of(verb)
    if target is None:
        return _without_object(verb, scene, how)
    if target.i in scene.blamed or not _is_movable(target, verb):
        return None, None, how.negated
    moved = moving(target)
    said = (
        part_of(target, verb, scene)
        if not moved
        else assemble(target, scene, without=frozenset(child.i for child in moved))
    )
    if not said:
        return None, None, how.negated
    closing = closing_quote(target)
    if closing is not None:
        said += target.doc[closing].text
    if "," in said and not said.endswith(",") and any(_is_aside(child) for child in target.subtree):
        said += ","
    return _as_subject(said, target, how.negated), target, how.negated


def _is_aside(part: Token) -> bool:
    """Return whether a phrase in an object stands behind a comma: “any briefing, including weather”."""
    if part.dep_ in {"relcl", "appos"}:
        return True
    return part.dep_ in {"prep", "acl"} and part.left_edge.i > 0 and part.doc[part.left_edge.i - 1].text == ","


def _is_movable(target: Token, verb: Token) -> bool:
    """Return whether an object is one whole phrase that may stand in front: no idiom, and not torn by the parser."""
    doc = target.doc
    if target.lower_ in NEVER_FIRST or (target.lemma_.lower() in IDIOM_OBJECTS and not _is_literal(target)):
        return False
    if verb.lemma_.lower() in {"leave", "keep"} and any(
        child.dep_ in {"acl", "relcl"} and child.tag_ in {"VBN", "VBG"} for child in target.children
    ):
        return False
    if any(_is_asked(part) or _is_another_act(part, target) for part in target.subtree):
        return False
    if any(token.text in {"(", "["} for token in doc[verb.i : target.i]):
        return False
    if target.lower_ == "one" and target.n_lefts + target.n_rights == 0:
        return False
    if (
        target.lemma_.lower() in BIDDING
        and verb.lemma_.lower() not in MISSING
        and target.right_edge.i + 1 < len(doc)
        and doc[target.right_edge.i + 1].tag_ == "TO"
    ):
        return False
    if verb.lemma_.lower() == "take" and target.lemma_.lower() in TAKEN:
        return False
    if target.lower_ == "it" and lemma_of(verb) in IDIOMS:
        return False
    if target.lemma_.lower() in ERRORS and verb.lemma_.lower() in {"make", "commit"}:
        return False
    after = target.right_edge.i + 1
    if after > verb.right_edge.i:
        return after >= len(doc) or bool(doc[after - 1].whitespace_) or doc[after].text not in {"-", "/"}
    following = doc[after]
    if not doc[after - 1].whitespace_ and following.text in {"-", "/"}:
        return False
    if sum(child.dep_ == "dobj" for child in verb.children) > 1 or (
        following.pos_ == "VERB" and following.tag_ != "VBG"
    ):
        return False
    complements = {"npadvmod", "oprd", "acomp", "ccomp", "xcomp", "conj", "advmod", "prt"}
    begins = following.pos_ in {"NOUN", "PROPN", "ADJ", "DET", "NUM"}
    return not begins or _outmost(following, after).dep_ in complements


def _is_literal(target: Token) -> bool:
    """Return whether a word of idioms names a thing: “the second head”, “the wheels”, but not “the ball”."""
    told = any(child.dep_ in {"compound", "nummod", "amod"} for child in target.children)
    many = target.tag_ == "NNS" and any(child.lower_ == "the" for child in target.children)
    return target.lemma_.lower() in THINGS and (told or (many and target.lemma_.lower() in {"wheel", "ball"}))


def _is_asked(clause: Token) -> bool:
    """Return whether the parser hung what was asked on whom it was asked of: “asked the porters what they carry”."""
    return clause.dep_ == "relcl" and clause.left_edge.lower_ == "what"


def _is_another_act(verb: Token, thing: Token) -> bool:
    """Return whether the parser hung what was done next with a thing on the thing: “moved a crate … and hid it”."""
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or not thing.is_ancestor(verb):
        return False
    return any(child.dep_ == "dobj" and child.lower_ in {"it", "them"} for child in verb.children)


def _outmost(token: Token, start: int) -> Token:
    """Return the head of the phrase that begins at a place."""
    while token.head != token and token.head.i >= start:
        token = token.head
    return token


def closing_quote(target: Token) -> int | None:
    """Return the place of the quotation mark behind an object that opens one and does not close it."""
    after = target.right_edge.i + 1
    if sum(token.text in {'"', "“", "”"} for token in target.subtree) % 2 == 0 or after >= len(target.doc):
        return None
    return after if target.doc[after].text in {'"', "”"} else None


def _is_awaited(thing: Token, verb: Token) -> bool:
    """Return whether it is not the thing but what it does that is meant: “waited for the first one to end”."""
    if any(child.dep_ in {"acl", "relcl"} and child.tag_ == "VB" for child in thing.children):
        return True
    after = thing.right_edge.i + 1
    return (
        after < len(thing.doc)
        and thing.doc[after].tag_ == "TO"
        and verb.lemma_.lower() in {"wait", "ask", "plan", "look"}
    )


def _as_subject(said: str, target: Token, negated: bool) -> str:
    if said.lower() in NOMINATIVE:
        return NOMINATIVE[said.lower()]
    first, space, rest = said.partition(" ")
    plain = first.lower() not in {"a", "an"} or target.right_edge == target
    if negated and plain and first.lower() in NEGATIVE and target.left_edge.lower_ == first.lower():
        return ("none" if rest.startswith("of ") else NEGATIVE[first.lower()]) + space + rest
    return said


def _without_object(verb: Token, scene: Scene, how: Finite) -> tuple[str | None, Token | None, bool]:
    for child in verb.children:
        if (
            child.dep_ == "xcomp"
            and child.tag_ == "VBG"
            and child.i > verb.i
            and verb.lemma_.lower() in {"enable", "disable"}
        ):
            return part_of(child, verb, scene), child, how.negated
        if child.dep_ == "dative" and child.i > verb.i and child.lower_ != "to" and child.i not in scene.blamed:
            said = part_of(child, verb, scene)
            return (NOMINATIVE.get(said.lower(), said), child, how.negated) if said else (None, None, how.negated)
        if child.dep_ == "ccomp" and child.i > verb.i and verb.lemma_.lower() not in {"say", "let", "make"}:
            known = child.left_edge.lower_ in {"that", "whether", "if", "how", "when", "where"}
            return ("it", None, how.negated) if known else (None, None, how.negated)
        if child.dep_ == "prep" and (verb.lemma_.lower(), child.lower_) in CHAINS:
            inner = next((part for part in child.children if part.dep_ == "pobj"), None)
            if inner is not None and _is_awaited(inner, verb):
                return None, None, how.negated
            said = part_of(inner, child, scene) if inner is not None else None
            if inner is not None and said:
                said += (
                    ","
                    if "," in said and not said.endswith(",") and any(p.dep_ == "relcl" for p in inner.subtree)
                    else ""
                )
                return _as_subject(said, inner, how.negated), inner, how.negated
    return None, None, how.negated
