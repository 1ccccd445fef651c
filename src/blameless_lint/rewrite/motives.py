"""Ask what would have made a step easier where someone is said to have been too lazy or too hurried for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.rewrite.doing import doing
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.human_error import ERRORS
from blameless_lint.rewrite.judging import judging_words
from blameless_lint.rewrite.render import verbatim
from blameless_lint.rewrite.verb import object_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "The ferry left 20 min late because I was too stubborn to look at the tide table.",
        "I was too stubborn to look at the tide table",
        "I",
        "The ferry left 20 min late; [what would have made it easier to look at the tide table?]",
        "judgement",
    ),
    Example(
        "The new cook was out of her depth with the bread oven.",
        "was out of her depth with the bread oven",
        "The new cook",
        "[What support is there for working with the bread oven?]",
        "judgement",
    ),
    Example(
        "Ivo was in a hurry to lock the hall before the concert.",
        "was in a hurry to lock the hall before the concert",
        "Ivo",
        "[What made locking the hall before the concert urgent?]",
        "judgement",
    ),
    Example("Mira was too tired.", "too tired", "Mira", "", "judgement"),
    Example("He was too proud to say so.", "too proud to say so", "He", "", "judgement"),
)
STATES = judging_words() | {"lazy", "proud", "stubborn", "shy", "vain", "busy", "keen", "cowardly", "arrogant", "timid"}
CAUSAL = frozenset({"because", "since", "as"})
UNKNOWN = frozenset({"idea", "clue", "notion", "inkling"})
FEWEST = 4  # words of what is told beside the motive
OWN = frozenset({"his", "her", "their", "my", "your"})


def motives(scene: Scene) -> Iterator[str]:
    """Yield the facts of a sentence with a question in the place of a motive, or the question alone."""
    if scene.request.category not in {"judgement", "person-cause"} or "?" in scene.text:
        return
    for token in scene.tokens:
        asked = _asked(token, scene) if scene.request.holds(token) else None
        if asked is None:
            continue
        clause = _clause(token)
        facts = _beside(clause, asked, scene)
        if facts is not None:
            yield f"{facts}; [{asked}?]" if facts else f"[{asked[0].upper()}{asked[1:]}?]"
        return


def _asked(token: Token, scene: Scene) -> str | None:
    """Return the question that a word of a motive becomes."""
    if token.pos_ == "ADJ" and any(child.lower_ == "too" for child in token.children):
        step = next(
            (child for child in token.children if child.tag_ == "VB" and child.dep_ in {"xcomp", "advcl"}), None
        )
        said = _step(step, scene) if step is not None and token.lemma_.lower() in STATES else None
        return f"what would have made it easier to {said}" if said else None
    if token.lower_ in {"hurry", "rush"} and token.dep_ == "pobj" and token.head.lower_ == "in":
        near = [*token.children, *token.head.children, *token.head.head.children]
        step = next((child for child in near if child.tag_ == "VB" and child.i > token.i), None)
        said = doing(step, scene) if step is not None else None
        return f"what made {said} urgent" if said else None
    if token.lemma_ == "bother" and token.tag_ == "VBN":
        step = next((child for child in token.children if child.tag_ == "VB"), None)
        said = _step(step, scene) if step is not None else None
        return f"what would have made it easier to {said}" if said else None
    if token.lemma_ == "treat" and token.pos_ == "VERB" and scene.is_done_by_blamed(token):
        return _treated(token, scene)
    return _beyond(token, scene)


def _step(verb: Token, scene: Scene) -> str | None:
    """Return a verb in its base form with what follows it, None where that names the blamed or tells no step."""
    words = [token for token in verb.subtree if token.i >= verb.i and not (token.is_punct and token.i > verb.i + 1)]
    if len(words) < 2 or verb.lemma_ in {"be", "do", "say", "have", "think", "know", "notice", "admit", "care"}:
        return None
    if [token.i for token in words] != list(range(words[0].i, words[-1].i + 1)):
        return None
    if any(token.i in scene.judging or (token.i in scene.blamed and token.lower_ not in OWN) for token in words):
        return None
    return "".join(("the" if token.lower_ in OWN else token.text) + token.whitespace_ for token in words).strip()


def _treated(verb: Token, scene: Scene) -> str | None:
    thing, other = (
        object_of(verb),
        next((c for c in verb.children if c.lower_ in {"as", "like"} and c.i > verb.i), None),
    )
    inner = next((child for child in other.children if child.dep_ == "pobj"), None) if other is not None else None
    if thing is None or inner is None:
        return None
    first, second = _thing(thing, scene), _thing(inner, scene)
    return f"what made {first} look like {second}" if first and second else None


def _beyond(token: Token, scene: Scene) -> str | None:
    """Return the question about a thing that someone is said to be at a loss with, or to know nothing of."""
    if token.lower_ == "depth" and token.i > 2 and token.nbor(-2).lower_ == "of" and token.nbor(-3).lower_ == "out":
        said = _tied(token, frozenset({"with", "in", "on"}), scene)
        return f"what support is there for working with {said}" if said else None
    denied = any(child.lower_ in {"no", "not", "n't"} for child in token.children)
    if token.lower_ in UNKNOWN and denied:
        said = _tied(token, frozenset({"about", "of"}), scene)
        return f"what would have made {said} easier to understand" if said else None
    return None


def _tied(token: Token, ties: frozenset[str], scene: Scene) -> str:
    for part in token.doc[token.i + 1 : token.i + 2]:
        inner = next((child for child in part.children if child.dep_ == "pobj"), None)
        if part.lower_ in ties and inner is not None:
            return _thing(inner, scene)
    return ""


def _thing(noun: Token, scene: Scene) -> str:
    """Return the words of a thing, "" where it is a pronoun, is told at length, or belongs to the blamed."""
    words = list(noun.subtree)
    if noun.pos_ not in {"NOUN", "PROPN"} or len(words) > 8 or any(part.pos_ in {"VERB", "AUX"} for part in words):
        return ""
    if any(part.i in scene.blamed or part.lower_ in OWN or part.text in ',;:()"“”' for part in words):
        return ""
    return verbatim(words).rstrip(".! ")


def _clause(token: Token) -> Token:
    """Return the verb of the clause that a word stands in."""
    while token.head != token and not (
        token.pos_ in {"VERB", "AUX"} and any(child.dep_ in {"nsubj", "nsubjpass"} for child in token.children)
    ):
        token = token.head
    return token


def _beside(clause: Token, asked: str, scene: Scene) -> str | None:
    """Return what is told in front of a clause, "" where nothing is, None where what is told there cannot stay."""
    if any(token.is_alpha for token in scene.doc[clause.right_edge.i + 1 :]):
        return None
    inner = [part for part in clause.subtree if part != clause and part.dep_ in {"conj", "parataxis", "relcl"}]
    if any(part.pos_ in {"VERB", "AUX"} for part in inner):
        return None
    before = scene.doc[: clause.left_edge.i]
    if not any(token.is_alpha for token in before):
        named = [part for part in clause.subtree if part.like_num or part.pos_ == "PROPN"]
        lost = [part for part in named if part.i not in scene.blamed and part.text not in asked]
        return (
            None
            if lost or re.search(r"\b(?:it|them|this)\b(?! (?:easier|urgent))", asked) or clause.dep_ != "ROOT"
            else ""
        )
    causal = clause.left_edge.lower_ in CAUSAL
    if not (causal or before[-1].text in {";", ":", ",", "–"} or before[-1].lower_ == "and"):
        return None
    verb = any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in before)
    others = any(token.i in scene.blamed and token.lower_ not in {"i", "we", "my", "our"} for token in before)
    if others or not verb or len(before) < FEWEST or any(token.lemma_.lower() in ERRORS for token in before):
        return None
    return re.sub(r"(?:[\s,;:–—-]+(?:and|but|so)?)+$", "", before.text)
