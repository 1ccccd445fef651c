"""Turn a question that looks for a person into one that asks how or what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.passive import back_of, how_of
from blameless_lint.rewrite.render import join
from blameless_lint.rewrite.subject import promoted
from blameless_lint.rewrite.verb import is_plural, participle
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "Who missed this step?",
        "Who missed",
        "",
        "How was this step missed, and what in the process allowed that?",
        "accusation",
    ),
    Example(
        "Who approved the migration?",
        "Who approved",
        "",
        "How was the migration approved, and what in the process allowed that?",
        "accusation",
    ),
)
ASKING = expression(
    r"\b(?:who|whose|which (?:genius|idiot|clown|person|engineer|one of you|moron|joker|hero)|"
    r"what (?:genius|idiot|clown))\b",
    re.IGNORECASE,
)


def who_question(scene: Scene) -> str | None:
    """Return the question turned to the system, or None where the sentence asks for no one."""
    if scene.text.lower().startswith(("it was", "it's", "i am", "i'm")):
        return None
    for verb in (token for token in scene.tokens if token.pos_ == "VERB"):
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        if (
            subject is None
            or verb.dep_ in {"relcl", "acl"}
            or not ASKING.match(scene.doc[subject.left_edge.i : subject.i + 1].text)
        ):
            continue
        said = _asked(verb, scene)
        if said:
            return said
    return None


def _asked(verb: Token, scene: Scene) -> str | None:
    how = how_of(verb, scene)
    if how is None or how.negated or how.modal:
        return None
    subject, thing, _ = promoted(verb, scene, how)
    if subject is None or thing is None or any(child.dep_ == "dative" for child in verb.children):
        return None
    back = back_of(verb, scene, how, thing)
    if back is None:
        return None
    auxiliary, _, rest = how.be(plural=is_plural(thing)).partition(" ")
    core = join(["how", auxiliary, subject, rest, participle(verb), back]).rstrip("?!. ")
    if re.search(r"[.!?] ", core):
        return None
    return f"{core}, and what in the process allowed that?"
