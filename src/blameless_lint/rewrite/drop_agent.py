"""Leave the agent out: “Priya pushed a bad config” becomes “A bad config was pushed”, a by-phrase goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.grammar.subject import is_passive
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.passive import how_of, passive
from blameless_lint.rewrite.render import assemble

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
        "The config was pushed by a contractor on Friday.",
        "by a contractor",
        "a contractor",
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
    return passive(verb, scene, how) if how is not None else None


def _is_given(verb: Token, scene: Scene) -> bool:
    return scene.given is not None and scene.given[0] == verb.i


def _without_by(verb: Token, scene: Scene) -> str | None:
    by = [child for child in verb.children if child.dep_ == "agent"]
    if not any(part.i in scene.blamed for child in by for part in child.subtree):
        return None
    return assemble(verb, scene)
