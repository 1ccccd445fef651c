"""Turn a remedy that asks people to be careful, or punishes them, into a prompt for a guardrail."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blameless_lint.language.words import load
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.render import verbatim
from blameless_lint.rewrite.verb import object_of
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from collections.abc import Callable

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
        "Everyone must be vigilant, read the plan and be careful with deploys.",
        "be vigilant",
        "Everyone",
        "",
        "punitive",
    ),
    Example("This must never happen again.", "must never happen again", "", "[Which guard in the system", "punitive"),
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
        "Remind all nurses that gloves are mandatory.",
        "Remind all nurses",
        "all nurses",
        "Make gloves hard to leave out: [guardrail]",
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

CARE = expression(
    r"\b(?:careful\w*|care|caution|cautious\w*|vigilan\w+|diligen\w+|thorough\w*|mindful|attentive|disciplin\w+|respect)\b",
    re.IGNORECASE,
)
HEED = expression(
    r"\b(?:attention|closer look|alert|watch|attentive\w*|notice|awareness|aware)\b(?<!further notice)", re.IGNORECASE
)
TAUGHT = expression(
    r"(?:re-?)?(?:train|educate|coach|teach|training|coaching)|re-?(?:test|brief|assess)|refresher|workshop",
    re.IGNORECASE,
)
AGAIN = expression(r"\b(?:next time|twice|again|in (?:the )?future)\b", re.IGNORECASE)
ASKED = load("rewriting_asked")
PERSONAL = load("rewriting_personal")
RULES = load("rewriting_rules_read")
MUSTS = frozenset({"mandatory", "compulsory", "obligatory"})
READING = frozenset({"read", "review", "study", "reread", "re-read", "follow", "respect", "observe"})
UNGUARDED = load("rewriting_unguarded") | load("rewriting_sanctions") | load("rewriting_times")


def vigilance(scene: Scene) -> str | None:
    """Return a task for the system in the place of a task for people's care, or None."""
    if scene.request.category != "punitive" or is_past(scene):
        return None
    return _asked(scene) or _required(scene) or _taught(scene) or _reread(scene) or _careful(scene)


def is_past(scene: Scene) -> bool:
    """Return whether the sentence tells of a sanction that was carried out: a fact, and no task."""
    root = next(token for token in scene.tokens if token.head == token)
    return root.tag_ == "VBD" or any(
        child.dep_ in {"aux", "auxpass"} and child.lower_ in {"has", "have", "had", "was", "were", "been"}
        for child in root.children
        if root.pos_ == "VERB" and not any(part.tag_ in {"MD", "TO"} for part in root.children)
    )


def _asked(scene: Scene) -> str | None:
    """Return a task for what people are told, reminded or trained to do, or not to do."""
    for verb in scene.tokens:
        inner = _bare(verb) if verb.lemma_.lower() in ASKED else None
        thing = object_of(verb)
        if inner is None or (thing is not None and not scene.request.is_person(thing)):
            continue
        said = verbatim(part for part in inner.subtree if part.i >= inner.i).rstrip(".!")
        if inner.lemma_ in PERSONAL or any(words.search(said) for words in (CARE, AGAIN, HEED)):
            continue
        if _is_about_people(inner, scene) or " " not in said:
            continue
        if any(child.dep_ == "neg" for child in inner.children):
            return f"Make it hard to {said}: [guardrail]"
        return f"Make it easy to {said}: [which prompt or default?]"
    return None


def _bare(verb: Token) -> Token | None:
    return next(
        (c for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and c.tag_ == "VB" and c.i > verb.i), None
    )  # fmt: skip


def _is_about_people(inner: Token, scene: Scene) -> bool:
    """Return whether what people are told to do names the blamed, another person, or a judging word."""
    return any(
        part.i in scene.blamed | scene.judging
        or (part.pos_ in {"NOUN", "PROPN"} and scene.request.is_person(part))
        or part.lower_ in {"it", "they", "them", "this"}
        for part in inner.subtree
        if part.i >= inner.i
    )


def _required(scene: Scene) -> str | None:
    """Return a task for what people are told is a must: “that gloves are mandatory”."""
    for token in scene.tokens:
        must = token.lower_ in MUSTS and not any(child.dep_ == "neg" for child in token.head.children)
        may_not = token.lower_ == "optional" and any(child.dep_ == "neg" for child in token.head.children)
        verb = token.head
        thing = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
        if (
            not (must or may_not)
            or verb.dep_ not in {"ccomp", "relcl", "acl"}
            or thing is None
            or not _may_be_guarded(thing, scene)
        ):
            continue
        if any(child.dep_ == "conj" for child in verb.children) or thing.pos_ == "PRON":
            continue
        return f"Make {verbatim(thing.subtree)} hard to leave out: [guardrail]"
    return None


def _taught(scene: Scene) -> str | None:
    thing = _thing(scene, frozenset({"on", "in", "about", "for", "of"}), TAUGHT.fullmatch)
    return f"Make {thing} easy to get right: [what is hard about it?]" if thing else None


def _reread(scene: Scene) -> str | None:
    """Return a task for the rules that people are told to read again, are reminded of, or are to follow."""
    for token in scene.tokens:
        thing = object_of(token) if token.lemma_.lower() in READING else None
        if token.lower_ in {"of", "about"} and token.head.lemma_.lower() == "remind":
            thing = next((child for child in token.children if child.dep_ == "pobj"), None)
        if thing is None or thing.lemma_.lower() not in RULES or not _may_be_guarded(thing, scene):
            continue
        said = verbatim(part for part in thing.subtree if part.dep_ != "punct").rstrip(".!")
        return f"Make {said.removesuffix(' in future')} easy to follow: [which prompt or default?]"
    return None


def _careful(scene: Scene) -> str | None:
    """Return a task for the thing that people are told to be careful with, or to heed."""
    heeded = _thing(scene, frozenset({"to", "on"}), HEED.fullmatch)
    if heeded:
        return f"Make {heeded} hard to miss: [guardrail]"
    thing = _thing(scene, frozenset({"with", "about", "around", "on"}), CARE.fullmatch)
    return f"Make {thing} hard to get wrong: [guardrail]" if thing else None


def _thing(scene: Scene, prepositions: frozenset[str], asks: Callable[[str], object]) -> str | None:
    """Return the phrase that a preposition ties to a word that asks for something: “careful with deploys”."""
    for token in scene.tokens:
        inner = next((child for child in token.children if child.dep_ in {"pobj", "pcomp"}), None)
        if token.lower_ not in prepositions or inner is None or not _may_be_guarded(inner, scene):
            continue
        outer = [token.head, token.head.head]
        near = [*outer, *(child for part in outer for child in part.children if child.i < token.i)]
        if any(asks(part.lower_) or asks(part.lemma_.lower()) for part in near):
            return verbatim(inner.subtree).rstrip(".!")
    return None


def _may_be_guarded(thing: Token, scene: Scene) -> bool:
    """Return whether a phrase names a thing or an act, and neither people, a time, a place nor a sanction."""
    lemma = thing.lemma_.lower()
    if thing.pos_ not in {"NOUN", "PROPN", "VERB"} and thing.dep_ != "pcomp":
        return False
    if lemma in UNGUARDED or CARE.search(thing.text) or HEED.search(thing.text) or not scene.is_clean(thing):
        return False
    return not any(scene.request.is_person(part) for part in thing.subtree)
