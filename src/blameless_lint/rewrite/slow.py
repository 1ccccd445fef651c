"""Say how long it was until something was done, and not who took so long: “Two hours passed before …”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.words import load
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.missing import noun_of
from blameless_lint.rewrite.passive import back_of, front_of, how_of, told
from blameless_lint.rewrite.render import join, verbatim
from blameless_lint.rewrite.verb import Finite, object_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "It took the caterer two hours to answer our call.",
        "It took the caterer two hours",
        "the caterer",
        "Two hours passed before our call was answered",
    ),
    Example(
        "The porters took an hour to respond.", "took an hour to respond", "The porters", "An hour passed before there"
    ),
    Example(
        "The porters needed ten minutes to open the gate.",
        "needed ten minutes",
        "The porters",
        "Ten minutes passed before the gate was opened",
    ),
    Example("The porters took the lift to reach the roof.", "took the lift", "The porters", "The lift was taken"),
)
TIMES = load("rewriting_times") - {"time", "times"}
TAKING = frozenset({"take", "need"})


def took_long(verb: Token, scene: Scene) -> str | None:
    """Return the clause of what someone took long to do as the time that passed before it was done."""
    how = how_of(verb, scene)
    if verb.lemma_.lower() not in TAKING or how is None or how.negated or how.modal or how.tense != "past":
        return None
    if scene.request.category != "omission" or not (_is_of_blamed(verb, scene) or scene.is_done_by_blamed(verb)):
        return None
    time = next((c for c in verb.children if c.dep_ in {"dobj", "npadvmod"} and c.lemma_.lower() in TIMES), None)
    act = next((c for c in verb.children if c.dep_ in {"xcomp", "advcl"} and c.tag_ == "VB"), None)
    if time is None or act is None or not any(child.dep_ == "nummod" or child.tag_ == "DT" for child in time.children):
        return None
    said = _done(act, scene)
    gone = frozenset({time.i, *(c.i for c in verb.children if c.i > verb.i and scene.is_blamed(c))})
    front = front_of(verb, scene)
    back = back_of(verb, scene.but(dropped=scene.dropped | gone), how, None, after=act.i)
    if said is None or front is None or back is None:
        return None
    return join([front, verbatim(time.subtree), "passed before", said, back])


def _is_of_blamed(verb: Token, scene: Scene) -> bool:
    """Return whether “it” took someone of the blamed a time."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    after = [c for c in verb.children if c.dep_ in {"dative", "dobj"} and scene.is_blamed(c)]
    return subject is not None and subject.lower_ == "it" and bool(after)


def _done(act: Token, scene: Scene) -> str | None:
    noun = noun_of(act) if object_of(act) is None else ""
    if noun:
        rest = back_of(act, scene, Finite("past", "", False, False), None)
        return None if rest is None else join(["there was", f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}", rest])
    return told(act, scene, Finite("past", "", False, False))
