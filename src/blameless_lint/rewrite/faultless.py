"""What is no fault at all, so that no rewrite may ask about it: what nobody touched, an injury, a lack of years."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.inflect import base
from blameless_lint.rewrite.pronouns import THEY
from blameless_lint.rewrite.verb import is_negated, is_whoever, object_of, participle
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example("The waiter did not touch the gas tap.", "did not touch the gas tap", "The waiter", ""),
    Example(
        "The feast was put off, as the cook had broken his leg.",
        "the cook had broken his leg",
        "the cook",
        "",
        "person-cause",
    ),
    Example(
        "The stew burnt: the apprentice had never seen a copper pot and ignored the bell.",
        "ignored the bell",
        "the apprentice",
        "",
    ),
    Example("They don't do recipes.", "don't do recipes", "They", ""),
    Example("Whoever built this oven had never baked a loaf.", "had never baked", "Whoever", "", "hindsight"),
    Example(
        "The oven cooled because Ana, unlike the others, did not shut the door.",
        "did not shut the door",
        "Ana",
        "",
    ),
    Example("The cook salted the soup the way he felt like, and it was sent back.", "felt like", "he", "", "judgement"),
)
HARMLESS = frozenset(  # what it is good not to have done
    {"touch", "alter", "tamper", "harm", "damage", "break", "disturb", "destroy", "hurt", "worsen", "violate"}
    | {"interfere", "meddle", "deviate", "cause", "ruin", "injure", "lose", "delete"}
)
BODY = frozenset(
    {"arm", "ankle", "back", "collarbone", "elbow", "finger", "foot", "hand", "head", "hip", "knee", "leg", "neck"}
    | {"nose", "rib", "shoulder", "thumb", "toe", "tooth", "wrist"}
)
MEETING = frozenset({"see", "meet", "use", "hear", "encounter", "experience", "work", "handle", "operate"})
TORN_OFF = expression(r"(?i)\bunlike\b|\b(?:was|were) let down\b|\bthe way(?:[.,;:]| and\b| \[|$)")


def faults_the_faultless(outside: str, _text: str, scene: Scene) -> str:
    """Return what of a sentence is no fault, though a rewrite would make one of it, "" where nothing is."""
    if scene.request.category == "punitive":
        return ""
    torn = TORN_OFF.search(outside)
    if torn is not None and scene.head is not None:
        return f"tears {torn[0]}"
    head = scene.head
    if head is not None and head.lower_ == "whoever" and not _is_act_told(head.head, outside, scene):
        return "tells what someone is like"
    for verb in scene.tokens:
        if verb.pos_ == "VERB" and scene.is_done_by_blamed(verb) and (found := _faultless(verb, outside, scene)):
            return found
    return ""


def _is_act_told(verb: Token, outside: str, scene: Scene) -> bool:
    """Return whether what “whoever …” did is told as a clause of its own."""
    told = is_whoever(verb) and participle(verb) in outside
    return scene.request.category == "omission" and told


def _faultless(verb: Token, outside: str, scene: Scene) -> str:
    lemma, thing = base(verb.text, verb.lemma_), object_of(verb)
    if scene.request.category == "omission" and is_negated(verb) and lemma in HARMLESS and scene.request.holds(verb):
        return f"asks why of what nobody did: {lemma}"
    if thing is not None and thing.lemma_.lower() in BODY and any(child.dep_ == "poss" for child in thing.children):
        return "tells an injury"
    if _is_unknown(verb, lemma, thing) and re.search(
        rf"(?i)\bno [^,;]*\b{re.escape(thing.text if thing else '')}\b", outside
    ):
        return "denies what someone had not met"
    helps = {child.lower_ for child in verb.children if child.dep_ in {"aux", "neg"}}
    if scene.head is not None and scene.head.lower_ in THEY and helps & {"do", "does"} and is_negated(verb):
        return "asks for a habit"
    return ""


def _is_unknown(verb: Token, lemma: str, thing: Token | None) -> bool:
    """Return whether a verb tells what someone had never met: “had never seen a split-brain”."""
    parts = {child.lower_ for child in verb.children if child.dep_ in {"aux", "neg", "advmod"}}
    met = thing is not None and any(child.lower_ in {"a", "an", "any"} for child in thing.children)
    return lemma in MEETING and "never" in parts and bool(parts & {"had", "has", "have"}) and met
