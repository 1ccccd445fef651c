"""What hangs in the air once the blamed or the judgement is gone: participles, hollow predicates, rules for all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.verb import finite
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example("It was careless baking, the loaf was raw.", "careless baking", "", "", "judgement"),
    Example("Obviously you don't open an oven twice.", "Obviously you don't open", "you", "", "hindsight"),
    Example(
        "The baker did not weigh the flour, a step that any apprentice would have taken.",
        "did not weigh",
        "The baker",
        "",
    ),
    Example("We forgot the oven while singing.", "forgot the oven", "We", ""),
)
TORN = expression(
    r"\b(?:and|but) (?!then|so|that|when|while|if|as|because|after|before|until|where|only|since|now|all|both|not|also"
    r"|even|again|yet|still|later|once)[a-z]+ (?:the|an?|no) [\w-]+ (?:was|were)\b"
    r"|^(?:[Oo]ur|[Mm]y|[Tt]heir|[Hh]is|[Hh]er|[Tt]he) [\w-]+ (?:the|an?|no|our|its|it|\.\w+)\b"
)
MEANWHILE = frozenset({"while", "when", "before", "after", "by"})


def dangling(outside: str, _text: str, scene: Scene) -> str:
    """Return what of a rewrite hangs on nothing any more, "" where all has its place."""
    if scene.request.category == "punitive":
        return ""
    torn = TORN.search(outside)
    if torn is not None and torn[0] not in scene.text:
        return f"torn {torn[0]}"
    for token in scene.tokens:
        if _is_hollow(token, outside, scene):
            return f"says no more than that it was {token.head.text}"
        if _is_wish_beside(token, scene):
            return f"turns the wish in {token.text}"
        if _is_loose(token, outside, scene):
            return f"does not say who was {token.text}"
    return "turns a rule for all into what happened" if _is_rule(scene) else ""


def _is_hollow(word: Token, outside: str, scene: Scene) -> bool:
    """Return whether a judging word is gone that was all that was said of something: “it was (careless) work”."""
    said = word.head.dep_ in {"attr", "ccomp"} and word.head.head.lemma_ == "be" and word.dep_ == "amod"
    judged = word.i in scene.judging or (scene.request.holds(word) and scene.request.is_judgement)
    stays = re.search(rf"(?i)\b{re.escape(word.head.text)}\b", outside) is not None
    return said and judged and stays and word.lower_ not in outside.lower()


def _is_wish_beside(verb: Token, scene: Scene) -> bool:
    """Return whether a relative clause tells what others would have done."""
    if verb.dep_ != "relcl" or verb.pos_ != "VERB" or scene.is_done_by_blamed(verb):
        return False
    how = finite(verb)
    return how is not None and how.unreal


def _is_loose(verb: Token, outside: str, scene: Scene) -> bool:
    """Return whether a clause in -ing stays that told what the blamed were doing: “while working on the fix”."""
    if verb.tag_ != "VBG" or verb.dep_ not in {"advcl", "pcomp"} or any(c.dep_ == "nsubj" for c in verb.children):
        return False
    mark = verb.head if verb.dep_ == "pcomp" else next((c for c in verb.children if c.dep_ in {"mark", "advmod"}), verb)
    act = mark.head if verb.dep_ == "pcomp" else verb.head
    if mark.lower_ not in MEANWHILE or act.pos_ != "VERB" or not scene.is_done_by_blamed(act):
        return False
    return re.search(rf"(?i)\b{mark.text} (?:\w+ )?{re.escape(verb.text)}\b", outside) is not None


def _is_rule(scene: Scene) -> bool:
    """Return whether “you” stands for anyone, of whom a rule is told: “you don't restart it five times”."""
    head = scene.head
    if head is None or head.lower_ != "you" or head.dep_ != "nsubj":
        return False
    how = finite(head.head)
    return how is not None and how.tense == "present" and not how.modal
