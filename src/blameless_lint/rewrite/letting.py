"""Say what came of letting, making and wasting: “Greed made the operator run 400 shards”."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.words import load
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.inflect import base, form
from blameless_lint.rewrite.passive import told
from blameless_lint.rewrite.render import join, part_of
from blameless_lint.rewrite.verb import Finite, finite, object_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "Greed made the operator run 400 shards on hardware that was meant for 250.",
        "Greed",
        "the operator",
        "400 shards were run on hardware that was meant for 250",
        "judgement",
    ),
    Example(
        "Frankly, the intern had no business touching the production cluster.",
        "had no business touching",
        "the intern",
        "The production cluster was touched",
        "judgement",
    ),
    Example(
        "Ms. Deshmukh wasted the better part of an hour on the HSM.",
        "wasted the better part of an hour on the HSM",
        "Ms. Deshmukh",
        "The better part of an hour went into the HSM",
        "judgement",
    ),
)
MAKING = frozenset({"make", "have", "let", "get"})
WASTING = frozenset({"waste", "lose", "spend", "burn", "squander"})
TIMES = load("rewriting_times")
PAST = Finite("past", "", False, False)


def letting(scene: Scene) -> Iterator[str]:
    """Yield the facts that stand behind such a verb."""
    if not scene.request.is_judgement:
        return
    for verb in scene.tokens:
        how = finite(verb) if verb.pos_ in {"VERB", "AUX"} else None
        if how is None or how.modal or how.negated or how.unreal:
            continue
        said = _made(verb, scene) if verb.lemma_.lower() in MAKING else None
        said = said or (_wasted(verb, scene) if verb.lemma_.lower() in WASTING else None)
        if said:
            yield said


def _made(verb: Token, scene: Scene) -> str | None:
    inner = next((child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i), None)
    subject = next((child for child in inner.children if child.dep_ == "nsubj"), None) if inner is not None else None
    if inner is None or subject is None or inner.tag_ not in {"VB", "VBG"}:
        return None
    if scene.is_blamed(subject) or (subject.lower_ == "business" and inner.tag_ == "VBG"):
        return told(inner, scene, PAST)
    if not scene.is_done_by_blamed(verb) or inner.tag_ != "VB" or subject.pos_ == "PRON":
        return None
    denied = any(child.dep_ == "neg" or child.dep_ == "auxpass" for child in inner.children)
    parts = [part_of(child, inner, scene) for child in inner.children if child.dep_ not in {"nsubj", "punct"}]
    who = part_of(subject, inner, scene)
    if denied or not who or None in parts:
        return None
    return join([who, form(base(inner.text, inner.lemma_), "VBD"), *(part or "" for part in parts)])


def _wasted(verb: Token, scene: Scene) -> str | None:
    """Return “25 minutes went into severity” for time that someone is said to have wasted."""
    time = object_of(verb)
    if time is None or not any(part.lemma_.lower() in TIMES for part in time.subtree):
        return None
    on = next((part for part in verb.subtree if part.dep_ == "prep" and part.lower_ in ON and part.i > time.i), None)
    thing = next((child for child in on.children if child.dep_ == "pobj"), None) if on is not None else None
    if on is None or thing is None or scene.request.is_person(thing) or thing.lemma_.lower() in TIMES:
        return None
    without = [child for child in time.children if child.dep_ not in {"acl", "relcl"} and child != on]
    spent = join(
        [
            said
            for child in sorted([*without, time], key=lambda part: part.i)
            if (said := time.text if child == time else part_of(child, time, scene))
        ]
    )
    what = part_of(thing, on, scene)
    return f"{spent} went into {what}" if what else None


ON = frozenset({"on", "about", "over", "with", "in"})
