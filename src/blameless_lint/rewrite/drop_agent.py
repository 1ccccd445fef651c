"""Leave the agent out: “Priya pushed a bad config” becomes “A bad config was pushed”, a by-phrase goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.grammar.subject import is_passive
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.passive import STATES, back_of, how_of, passive
from blameless_lint.rewrite.render import assemble, join
from blameless_lint.rewrite.subject import CHAINS
from blameless_lint.rewrite.verb import Finite, is_plural, lemma_of, participle

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "Priya pushed a broken config to production.",
        "Priya pushed",
        "Priya",
        "A broken config was pushed to production",
        "person-cause",
    ),
    Example(
        "The config was pushed by a porter on Friday.",
        "by a porter",
        "a porter",
        "The config was pushed on Friday",
        "person-cause",
    ),
    Example("Priya did not run any tests.", "did not run", "Priya", "No tests were run"),
    Example("QA never told us about the flag.", "never told", "QA", "We were not told about the flag"),
    Example(
        "The pod restarted.",
        "restarted",
        "The pod",
        "",
        "person-cause",
    ),
)


def drop_agent(verb: Token, scene: Scene) -> str | None:
    """Return the clause in the passive without whoever acted."""
    if is_passive(verb):
        return _without_by(verb, scene)
    if not scene.is_done_by_blamed(verb) and not _is_given(verb, scene):
        return None
    how = how_of(verb, scene)
    if verb.dep_ == "relcl" and how is not None:
        return _done_to(verb, scene, how)
    return passive(verb, scene, how) if how is not None else None


def _done_to(verb: Token, scene: Scene, how: Finite) -> str | None:
    """Return the clause of what the blamed did to the noun it hangs on: “the plan that Sam made”: “that was made”."""
    acted = next((child for child in verb.children if child.dep_ == "dobj"), None)
    if scene.is_blamed(verb.head) or (acted is not None and acted.i > verb.i):
        return passive(verb, scene, how)
    chained = [child for child in verb.children if (verb.lemma_.lower(), child.lower_) in CHAINS and child.n_rights]
    if (
        lemma_of(verb) in STATES
        or chained
        or any(child.dep_ in {"prep", "pobj", "advmod"} and child.i < verb.i for child in verb.children)
    ):
        return None
    back = back_of(verb, scene, how, None)
    if back is None or any(child.dep_ in {"ccomp", "xcomp"} for child in verb.children):
        return None
    pronoun = acted.text if acted is not None else "that"
    return join([pronoun, how.be(plural=is_plural(verb.head)), participle(verb), back])


def _is_given(verb: Token, scene: Scene) -> bool:
    return scene.given is not None and scene.given[0] == verb.i


def _without_by(verb: Token, scene: Scene) -> str | None:
    by = [child for child in verb.children if child.dep_ == "agent"]
    if not any(part.i in scene.blamed for child in by for part in child.subtree):
        return None
    return assemble(verb, scene)
