"""Say of a thing in which state it was left: “left the pumps running”: “the pumps were left running”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.passive import back_of, front_of, how_of
from blameless_lint.rewrite.render import assemble, join, part_of
from blameless_lint.rewrite.subject import NOMINATIVE
from blameless_lint.rewrite.verb import is_plural

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "The gardener left three pumps running in the greenhouse.",
        "left three pumps running",
        "The gardener",
        "Three pumps were left running in the greenhouse",
    ),
    Example("The gardener left it paused.", "left it paused", "The gardener", "It was left paused"),
    Example("The gardener left us waiting.", "left us waiting", "The gardener", "We were left waiting"),
)
STATES = frozenset({"VBG", "VBN", "VBD", "JJ"})
PEOPLE = frozenset({"i", "me", "us", "we", "you", "him", "her", "them"})


def left_so(verb: Token, scene: Scene) -> str | None:
    """Return the clause of what someone left in a state, with the thing as its subject."""
    if verb.lemma_.lower() != "leave" or scene.request.category != "omission" or not scene.is_done_by_blamed(verb):
        return None
    how = how_of(verb, scene)
    thing, state = _left(verb)
    if how is None or how.negated or how.modal or thing is None or state is None:
        return None
    if thing.lower_ in PEOPLE or scene.request.is_person(thing) or scene.is_blamed(thing):
        return None
    inside = thing.head == state
    name = part_of(thing, verb, scene) if inside else assemble(thing, scene, without=frozenset({state.i}))
    told = assemble(state, scene, without=frozenset({thing.i}) if inside else frozenset())
    front = front_of(verb, scene)
    back = back_of(verb, scene.but(dropped=scene.dropped | {thing.i}), how, None, after=state.i)
    if not name or told is None or front is None or back is None:
        return None
    be = how.be(plural=is_plural(thing))
    return join([front, NOMINATIVE.get(name.lower(), name), be, "left", told, back])


def _left(verb: Token) -> tuple[Token | None, Token | None]:
    """Return the thing that was left and the word for its state, however the parser ties the two."""
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.dep_ == "ccomp" and child.tag_ in STATES:
            return next((part for part in child.children if part.dep_ == "nsubj" and part.i < child.i), None), child
        if child.dep_ == "dobj":
            state = next((part for part in child.children if part.dep_ == "acl" and part.tag_ in STATES), None)
            return child, state if state is not None and state.left_edge == state else None
    return None, None
