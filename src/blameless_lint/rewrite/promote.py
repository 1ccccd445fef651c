"""Let the thing be the subject: a person's change becomes a change, a person's cause becomes an open question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.words import load
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.passive import back_of, front_of, how_of
from blameless_lint.rewrite.render import assemble, join, part_of
from blameless_lint.rewrite.verb import object_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "Alex's change took down checkout.",
        "Alex's change",
        "Alex",
        "A change took down checkout",
        "person-cause",
    ),
    Example(
        "A developer pushed a misconfigured change that bypassed automated checks.",
        "A developer pushed",
        "A developer",
        "A misconfigured change bypassed automated checks",
        "person-cause",
    ),
    Example(
        "I introduced a second bug that was worse than the first.",
        "I introduced",
        "I",
        "A second bug that was worse than the first was introduced",
        "person-cause",
    ),
    Example(
        "The platform team caused the outage.",
        "caused the outage",
        "The platform team",
        "[Which change or condition] caused the outage",
        "person-cause",
    ),
)

MAKING = load("rewriting_making")
CAUSING = frozenset({"cause", "trigger", "provoke"})


def promote(verb: Token, scene: Scene) -> str | None:
    """Return the clause with the thing that was made as its subject, or with an open subject for what caused."""
    if not scene.is_done_by_blamed(verb):
        return None
    return _made(verb, scene) or _caused(verb, scene)


def _made(verb: Token, scene: Scene) -> str | None:
    thing = object_of(verb)
    how = how_of(verb, scene)
    if thing is None or how is None or how.negated or verb.lemma_.lower() not in MAKING:
        return None
    clause = next((child for child in thing.children if child.dep_ == "relcl"), None)
    if (
        clause is None
        or clause.lemma_ == "be"
        or not any(child.dep_ == "nsubj" and child.lower_ in {"that", "which"} for child in clause.children)
    ):
        return None
    others = [child for child in verb.children if child.i > thing.i and not child.is_punct]
    if others:
        return None
    name = assemble(thing, scene, without=frozenset({clause.i}))
    pronoun = next(child for child in clause.children if child.dep_ == "nsubj")
    said = assemble(clause, scene, without=frozenset({pronoun.i}))
    front = front_of(verb, scene)
    if name is None or said is None or front is None:
        return None
    marks = [child.text for child in verb.children if child.is_punct and child.i > thing.i]
    return join([front, name.rstrip(","), said, *marks])


def _caused(verb: Token, scene: Scene) -> str | None:
    how = how_of(verb, scene)
    thing = object_of(verb)
    if (
        verb.lemma_.lower() not in CAUSING
        or how is None
        or how.negated
        or how.modal
        or thing is None
        or how.tense != "past"
    ):
        return None
    front, rest = front_of(verb, scene), back_of(verb, scene, how, thing)
    said = part_of(thing, verb, scene)
    if front is None or rest is None or said is None:
        return None
    return join([front, "[which change or condition]", "caused", said, rest])
