"""Ask what made an act possible where a question looks for a person and the act has no object to be promoted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.words import load
from blameless_lint.rewrite.doing import doing
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.omission import LEAVING
from blameless_lint.rewrite.verb import finite

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "lol ok which genius pushed straight to main again",
        "which genius pushed straight to main",
        "which genius",
        "what made pushing straight to main again possible, and what would have guarded against it?",
        "accusation",
    ),
    Example(
        "Why would anyone restart the primary first?",
        "Why would anyone restart the primary first",
        "anyone",
        "What made restarting the primary first look right at the time?",
        "accusation",
    ),
    Example(
        "Who forgot to renew the certificate this time?",
        "Who forgot",
        "",
        "What would have prompted renewing the certificate this time?",
        "accusation",
    ),
)
WHO = frozenset({"who", "whoever", "whom"})
WHICH = frozenset({"genius", "idiot", "clown", "moron", "joker", "hero", "person", "one", "engineer", "manager"})
ANYONE = frozenset({"anyone", "anybody", "someone", "somebody", "you", "we", "people", "person", "they", "one", "team"})
FRAMES = frozenset({"think", "decide", "believe", "find", "choose"})
SEEING = load("rewriting_seeing")


def how_possible(scene: Scene) -> str | None:
    """Return a question about the act that a question for a person holds, None where it holds none."""
    if not scene.request.is_judgement:
        return None
    first = next((token for token in scene.tokens if _asks(token, scene)), None)
    if first is None:
        return None
    for verb in scene.doc[first.i + 1 : first.i + 9]:
        if verb.pos_ != "VERB" or verb.i in scene.judging or (finite(verb) is None and verb.tag_ == "VBG"):
            continue
        if any(child.dep_ == "neg" for child in verb.children):
            return None
        return _about(verb, first, scene)
    return None


def _asks(token: Token, scene: Scene) -> bool:
    if token.lower_ in WHO:
        return (
            not scene.doc[: token.i].text.lower().endswith((" people ", " person ", "someone ", "somebody ", " those "))
        )
    if token.lower_ in {"which", "what"}:
        return token.i + 1 < len(scene.doc) and token.nbor(1).lower_ in WHICH
    if token.lower_ not in {"why", "how"} or token.i > 3:
        return False
    return any(part.lower_ in ANYONE or part.i in scene.blamed for part in scene.doc[token.i + 1 : token.i + 7])


def _about(verb: Token, first: Token, scene: Scene) -> str | None:
    lemma = verb.lemma_.lower()
    inner = next((part for part in verb.subtree if part.tag_ == "VB" and part.i > verb.i and part.pos_ == "VERB"), None)
    if lemma in LEAVING:
        said = doing(inner, scene) if inner is not None else None
        return f"what would have prompted {said}?" if said else None
    said = doing(inner, scene) if lemma in FRAMES and inner is not None else doing(verb, scene)
    if said is None or lemma in SEEING | {"miss", "want", "like", "know"}:
        return None
    if lemma in lemmas("harm_verbs", "damage_verbs") and first.lower_ in {"why", "how"}:
        return None  # nobody meant to
    if lemma in FRAMES or first.lower_ in {"why", "how"}:
        return f"what made {said} look right at the time?"
    return f"what made {said} possible, and what would have guarded against it?"
