"""Say that nothing was passed on where an idiom tells of silence: “kept it to herself”, “said nothing”."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.inflect import base
from blameless_lint.rewrite.passive import back_of, front_of, how_of, passive
from blameless_lint.rewrite.render import join
from blameless_lint.rewrite.verb import object_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene
    from blameless_lint.rewrite.verb import Finite

EXAMPLES = (
    Example(
        "The purser kept the list to himself.",
        "kept the list to himself",
        "The purser",
        "The list was not passed on; [",
    ),
    Example(
        "The purser saw the crack and said nothing.",
        "said nothing",
        "The purser",
        "The purser saw the crack, and nothing was said; [",
    ),
    Example("The purser kept the key to the hold.", "kept the key", "The purser", "The key to the hold was kept"),
)
SELVES = frozenset({"himself", "herself", "themselves", "itself", "myself", "ourselves", "yourself"})
ABOUT = frozenset({"about", "of", "on", "to"})


def kept_quiet(verb: Token, scene: Scene) -> str | None:
    """Return the clause of an idiom of silence as what was not done."""
    if scene.request.category != "omission" or not scene.is_done_by_blamed(verb):
        return None
    how = how_of(verb, scene)
    if how is None or how.modal or how.tense == "present":
        return None
    lemma = base(verb.text, verb.lemma_)
    if lemma == "keep" and not how.negated:
        return _kept(verb, scene, how)
    if lemma == "say":
        return _said(verb, scene, how)
    return None


def is_silence(verb: Token) -> bool:
    """Return whether a verb is that of “keep it to oneself”."""
    links = (link for link in verb.subtree if link.lower_ == "to")
    return verb.lemma_ == "keep" and any(part.lower_ in SELVES for link in links for part in link.children)


def _kept(verb: Token, scene: Scene, how: Finite) -> str | None:
    thing = object_of(verb)
    inside = [(link, part) for link in verb.subtree if link.lower_ == "to" for part in link.children]
    link = next((link for link, part in inside if part.lower_ in SELVES), None)
    if thing is None or link is None or link.head not in {verb, thing}:
        return None
    gone = scene.but(dropped=scene.dropped | {link.i})
    return passive(verb, gone, replace(how, negated=True), done="passed on")


def _said(verb: Token, scene: Scene, how: Finite) -> str | None:
    after = [child for child in verb.children if child.i > verb.i and not child.is_punct]
    if any(child.lower_ in ABOUT for child in verb.subtree):
        return None
    thing = next((child for child in after if child.lower_ in {"nothing", "so"}), None)
    if thing is None or (thing.lower_ == "so") != how.negated or thing.n_rights:
        return None
    gone = scene.but(dropped=scene.dropped | {thing.i})
    front, back = front_of(verb, scene), back_of(verb, gone, how, None)
    if front is None or back is None:
        return None
    core = how.be(plural=False, negated=how.negated)
    return join([front, "this" if how.negated else "nothing", core, "said", back])
