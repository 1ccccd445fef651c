"""Say that something did not come about where its verb takes no object: “there was no follow-up”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.words import load
from blameless_lint.rewrite.adverbs import adverbs_of
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.inflect import base
from blameless_lint.rewrite.passive import back_of, front_of, passive
from blameless_lint.rewrite.render import join
from blameless_lint.rewrite.verb import participle, subject_child

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene
    from blameless_lint.rewrite.verb import Finite

EXAMPLES = (
    Example(
        "The lab did not follow up on the red samples.",
        "did not follow up",
        "The lab",
        "There was no follow-up on the red samples",
    ),
    Example("The caterer never called back.", "never called back", "The caterer", "There was no call-back"),
    Example("The porter did not pick up.", "did not pick up", "The porter", "There was no answer"),
    Example("The porter did not pick up the parcel.", "did not pick up", "The porter", "The parcel was not picked up"),
    Example(
        "The tent had been leaning since noon and nobody noticed.",
        "nobody noticed",
        "nobody",
        "The tent had been leaning since noon and this was not noticed",
    ),
    Example("The choir sang on and did not call the usher.", "did not call the usher", "The choir", ""),
)
NOUNS = dict(line.split(": ", 1) for line in load("rewriting_missing"))
ANSWERS = frozenset({"response", "reply", "reaction"})
BEHIND = frozenset({"up", "back", "in", "over", "off"})
HAD = {
    "past": "there was no",
    "present": "there is no",
    "past perfect": "there had been no",
    "present perfect": "there has been no",
}
THINGS = frozenset({"DET", "NOUN", "PROPN", "PRON"})
NOTICING = frozenset({"notice", "spot", "realise", "realize"})
"""Verbs of seeing that go without an object where it was told before what there was to be seen."""


def noun_of(verb: Token) -> str:
    """Return the noun of what a verb tells, "" where it has none: “answer” for “pick up”."""
    after = next((c.lower_ for c in verb.children if c.i == verb.i + 1 and c.lower_ in BEHIND), "")
    stem = base(verb.text, verb.lemma_)
    return NOUNS.get(f"{stem} {after}".strip(), "")


def missing(verb: Token, scene: Scene, how: Finite) -> str | None:
    """Return the clause of what was not done as what did not come about, None where its verb has no such noun."""
    if not how.negated or how.modal or how.tense not in HAD or adverbs_of(verb, scene):
        return None
    if verb.lemma_.lower() in NOTICING and _stands_alone(verb):
        return _unnoticed(verb, scene, how)
    noun = noun_of(verb)
    if any(child.dep_ == "advmod" and child.i > verb.i and child.lower_.endswith("ly") for child in verb.children):
        return None  # how it was done, and not that it was not
    takes = any(c.dep_ == "dobj" or (c.dep_ == "ccomp" and c.i > verb.i) for c in verb.children)
    if not noun or (noun not in ANSWERS and (takes or passive(verb, scene, how))):
        return None
    if verb.doc[verb.i + 1 : verb.i + 2].text and verb.nbor(1).pos_ in THINGS:
        return None  # an object that the parser missed
    gone = frozenset(c.i for c in verb.children if c.i == verb.i + 1 and c.lower_ in BEHIND and c.n_rights == 0)
    front, back = front_of(verb, scene), back_of(verb, scene.but(dropped=scene.dropped | gone), how, None)
    if front is None or back is None:
        return None
    return join([front, HAD[how.tense], noun, back])


def _stands_alone(verb: Token) -> bool:
    """Return whether a verb tells neither a thing nor a clause that was, or was not, seen."""
    subject = subject_child(verb)
    held = [*subject.rights, *(c for c in verb.children if subject.i < c.i < verb.i)] if subject is not None else []
    if any(child.dep_ not in {"aux", "neg"} and (child.dep_ != "prep" or child.n_rights == 0) for child in held):
        return False  # “nobody outside”
    return not any(child.dep_ in {"dobj", "ccomp", "xcomp"} or child.lower_ == "of" for child in verb.children)


def _unnoticed(verb: Token, scene: Scene, how: Finite) -> str | None:
    front, back = front_of(verb, scene), back_of(verb, scene, how, None)
    if front is None or back is None:
        return None
    return join([front, "this", how.be(plural=False), participle(verb), back])
