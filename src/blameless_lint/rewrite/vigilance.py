"""Turn a remedy that asks people to be careful, or punishes them, into a prompt for a guardrail."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blameless_lint.language.words import load
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.render import verbatim
from blameless_lint.rewrite.verb import object_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "Be more careful with deploys.",
        "Be more careful",
        "",
        "Make deploys hard to get wrong: [guardrail]",
        "punitive",
    ),
    Example(
        "Remind everyone to check the dashboard.",
        "Remind everyone",
        "everyone",
        "Make it easy to check the dashboard: [which prompt or default?]",
        "punitive",
    ),
    Example(
        "Remind the team not to merge on Fridays.",
        "Remind the team",
        "the team",
        "Make it hard to merge on Fridays: [guardrail]",
        "punitive",
    ),
    Example(
        "Everyone must pay attention to the alerts.",
        "pay attention",
        "Everyone",
        "Make the alerts hard to miss: [guardrail]",
        "punitive",
    ),
    Example(
        "Retrain the operators on the failover procedure.",
        "Retrain the operators",
        "the operators",
        "Make the failover procedure easy to get right: [what is hard about it?]",
        "punitive",
    ),
)

CARE = re.compile(
    r"\b(?:careful\w*|care|caution|cautious\w*|vigilan\w+|diligen\w+|thorough\w*|mindful|attentive|disciplin\w+|double-check\w*|respect)\b",
    re.IGNORECASE,
)
HEED = re.compile(
    r"\b(?:attention|closer look|alert|watch|attentive\w*|notice|awareness|aware)\b(?<!further notice)", re.IGNORECASE
)
SANCTIONS = load("rewriting_sanctions")
ASKED = load("rewriting_asked")
TAUGHT = frozenset(
    {
        "retrain",
        "train",
        "educate",
        "coach",
        "teach",
        "training",
        "retraining",
        "retest",
        "rebrief",
        "refresher",
        "coaching",
        "workshop",
    }
)


def vigilance(scene: Scene) -> str | None:
    """Return a task for the system in the place of a task for people's care, or None."""
    if scene.request.category != "punitive" or is_past(scene):
        return None
    return _asked(scene) or _taught(scene) or _reread(scene) or _careful(scene)


def is_past(scene: Scene) -> bool:
    """Return whether the sentence tells of a sanction that was carried out: a fact, and no task."""
    root = next(token for token in scene.doc if token.head == token)
    return root.tag_ == "VBD" or any(
        child.dep_ in {"aux", "auxpass"} and child.lower_ in {"has", "have", "had", "was", "were", "been"}
        for child in root.children
        if root.pos_ == "VERB" and not any(part.tag_ in {"MD", "TO"} for part in root.children)
    )


def _asked(scene: Scene) -> str | None:
    for verb in scene.doc:
        if verb.lemma_.lower() not in ASKED:
            continue
        inner = next(
            (
                child
                for child in verb.children
                if child.dep_ in {"xcomp", "ccomp"} and child.tag_ == "VB" and child.i > verb.i
            ),
            None,
        )
        object_ = object_of(verb)
        if object_ is not None and not scene.request.is_person(object_):
            continue
        if (
            inner is None
            or CARE.search(scene.doc[inner.left_edge.i : inner.right_edge.i + 1].text)
            or AGAIN.search(scene.doc[inner.left_edge.i : inner.right_edge.i + 1].text)
            or HEED.search(inner.text)
        ):
            continue
        kept = [part for part in inner.subtree if part.i >= inner.i]
        if (
            any(part.i in scene.blamed or part.i in scene.judging for part in kept)
            or inner.lemma_ in PERSONAL
            or HEED.search(verbatim(kept))
        ):
            continue
        if any(scene.request.is_person(part) for part in kept if part.pos_ in {"NOUN", "PROPN"}):
            continue
        said = verbatim(kept).rstrip(".!")
        if any(child.dep_ == "neg" for child in inner.children):
            return f"Make it hard to {said}: [guardrail]"
        return f"Make it easy to {said}: [which prompt or default?]"
    return None


AGAIN = re.compile(r"\b(?:next time|twice|again|in (?:the )?future)\b", re.IGNORECASE)
PERSONAL = load("rewriting_personal")


def _taught(scene: Scene) -> str | None:
    if not any(token.lemma_.lower() in TAUGHT for token in scene.doc):
        return None
    thing = _thing(scene, {"on", "in", "about", "for", "of"})
    return f"Make {thing} easy to get right: [what is hard about it?]" if thing else None


def _reread(scene: Scene) -> str | None:
    """Return a task for what people are told to read again or are reminded of, or to take seriously."""
    for token in scene.doc:
        thing = object_of(token) if token.pos_ == "VERB" else None
        if token.lower_ in {"of", "about"} and token.head.lemma_.lower() == "remind":
            thing = next((child for child in token.children if child.dep_ == "pobj"), None)
        if (
            thing is None
            or not scene.is_clean(thing)
            or thing.pos_ not in {"NOUN", "PROPN"}
            or any(scene.request.is_person(part) for part in thing.subtree)
        ):
            continue
        said = verbatim(part for part in thing.subtree if part.dep_ != "punct").rstrip(".!").removesuffix(" in future")
        if thing.lemma_.lower() in RULES and token.lemma_.lower() in {
            "read",
            "review",
            "study",
            "reread",
            "follow",
            "of",
            "about",
            "respect",
            "observe",
        }:
            return f"Make {said} easy to follow: [which prompt or default?]"
        if token.lemma_.lower() == "take" and any(child.lower_ == "seriously" for child in token.children):
            return f"Make {said} hard to miss: [guardrail]"
    return None


RULES = load("rewriting_rules_read")


def _careful(scene: Scene) -> str | None:
    target = scene.doc.text
    thing = _thing(scene, {"with", "to", "on", "about", "around"})
    if thing is None:
        return None
    if HEED.search(target) and not CARE.search(target):
        return f"Make {thing} hard to miss: [guardrail]"
    if CARE.search(target):
        return f"Make {thing} hard to get wrong: [guardrail]"
    return None


def _thing(scene: Scene, prepositions: set[str]) -> str | None:
    for token in scene.doc:
        checked = object_of(token) if token.lemma_.lower() in {"check", "recheck", "verify"} else None
        if checked is None and HEED.search(token.lower_):
            checked = object_of(token)
        if checked is not None and checked.pos_ in {"NOUN", "PROPN"} and scene.is_clean(checked):
            return verbatim(checked.subtree).rstrip(".!")
    for token in scene.doc:
        if token.lower_ not in prepositions or token.dep_ not in {"prep", "dative"}:
            continue
        inner: Token | None = next((child for child in token.children if child.dep_ in {"pobj", "pcomp"}), None)
        if (
            inner is None
            or not scene.is_clean(inner)
            or any(scene.request.is_person(part) for part in inner.subtree)
            or inner.lemma_.lower() in SANCTIONS
            or inner.lemma_.lower()
            in {
                "future",
                "time",
                "discipline",
                "work",
                "term",
                "vigilance",
                "importance",
                "care",
                "attention",
                "spot",
                "lesson",
                "heart",
                "hand",
                "window",
                "shift",
                "server",
                "seriousness",
                "prod",
            }
        ):
            continue
        if CARE.search(inner.text) or HEED.search(inner.text):
            continue
        return verbatim(inner.subtree).rstrip(".!")
    return None
