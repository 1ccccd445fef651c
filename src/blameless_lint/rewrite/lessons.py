"""Turn a lesson, a reading or a watch that people are given into work on what they had to know, read or see."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.words import load
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.render import verbatim
from blameless_lint.rewrite.sentence import capital, mark_of
from blameless_lint.rewrite.verb import object_of
from blameless_lint.rewrite.vigilance import is_past

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "Ivo will attend a training on tide tables.",
        "will attend a training",
        "Ivo",
        "Make tide tables easy to get right: [what is hard about it?]",
        "punitive",
    ),
    Example(
        "Packers are to check the label more carefully before a delivery.",
        "to check the label more carefully",
        "Packers",
        "Make the label easy to check before a delivery: [which prompt or default?]",
        "punitive",
    ),
    Example("Bea has repeated the forklift course.", "has repeated the forklift course", "Bea", "", "punitive"),
    Example("Cooks to watch their step.", "to watch their step", "Cooks", "", "punitive"),
)
RULES = load("rewriting_rules_read") | {"page", "docs", "doc", "sop", "circular", "bulletin", "handbook", "leaflet"}
COURSES = frozenset({"course", "module", "training", "refresher", "induction", "class", "workshop", "seminar", "exam"})
COURSES |= {"test", "quiz", "retraining", "checkout"}
TAKING = frozenset(
    {"repeat", "attend", "complete", "redo", "re-do", "retake", "re-take", "undergo", "do", "pass", "take"}
)
TAKING |= {"re-sit", "resit", "sit"}
TAUGHT = lemmas("teaching_verbs") | {"retest", "re-test", "reassess", "re-assess", "re-examine", "instruct", "brief"}
TAUGHT |= {"rebrief", "re-brief", "requalify", "re-qualify", "test", "examine", "assess"}
TAUGHT -= {"stress", "emphasise", "emphasize", "reiterate"}
CHECKING = frozenset({"check", "double-check", "re-check", "recheck", "verify", "triple-check"})
BESIDE = frozenset({"sign", "confirm", "reflect", "acknowledge"})
RESTS = frozenset({"before", "after"})
EMPTY = frozenset(
    {"everything", "all", "anything", "step", "steps", "work", "task", "thing", "things", "job", "way", "time"}
)
EMPTY |= {"mouth", "language", "manner", "manners", "tone", "back", "head", "example", "notice", "words"}
OWN = frozenset({"their", "his", "her", "your", "our", "my", "its"})
ONCE_MORE = frozenset(
    {"again", "next", "time", "this", "now", "please", "carefully", "properly", "more", "for", "change"}
)
EASY = ": [which prompt or default?]"
LONGEST = 9  # words of a thing


def lessons(scene: Scene) -> Iterator[str]:
    """Yield tasks for what people are to be taught, to read, to watch, to check, or to leave alone."""
    if scene.request.category != "punitive" or is_past(scene) or "?" in scene.text:
        return
    for make in (_looked_at, _taken, _taught, _checked):
        for token in scene.tokens:
            said = make(token, scene)
            if said:
                yield capital(said, scene) + ("." if mark_of(scene) and not said.endswith("?]") else "")


def _looked_at(verb: Token, scene: Scene) -> str | None:
    """Return a task for a thing that is no rule and that people are told to read."""
    thing = what(verb)
    if _lemma(verb) not in {"read", "re-read", "reread"} or thing is None or thing.lemma_.lower() in RULES:
        return None
    later = {token.lower_ for token in scene.doc[thing.right_edge.i + 1 :] if token.is_alpha} - ONCE_MORE
    said = name(thing, scene) if _is_alone(verb, scene) and verb.tag_ != "VBG" and not later else ""
    return f"Make {said} easy to read{EASY}" if said else None


def _taken(verb: Token, scene: Scene) -> str | None:
    thing = what(verb)
    if _lemma(verb) not in TAKING or thing is None or thing.lemma_.lower() not in COURSES or not _is_alone(verb, scene):
        return None
    topic = about(thing, frozenset({"on", "in", "about", "for"}))
    said = name(topic, scene) if topic is not None else ""
    return f"Make {said} easy to get right: [what is hard about it?]" if said else None


def _taught(verb: Token, scene: Scene) -> str | None:
    if _lemma(verb) not in TAUGHT or not _is_alone(verb, scene):
        return None
    topic = about(verb, frozenset({"on", "about", "in"})) if verb.pos_ == "VERB" else None
    said = name(topic, scene) if topic is not None else ""
    return f"Make {said} easy to get right: [what is hard about it?]" if said else None


def _checked(verb: Token, scene: Scene) -> str | None:
    thing = what(verb)
    if _lemma(verb) not in CHECKING or thing is None or not _is_alone(verb, scene):
        return None
    said = name(thing, scene)
    later = [child for child in verb.children if child.dep_ == "prep" and child.lower_ in RESTS and child.i > thing.i]
    rest = f" {verbatim(later[0].subtree).rstrip('.! ')}" if later else ""
    others = [child for child in verb.children if child.dep_ in {"advcl", "ccomp"} and child.i > verb.i]
    if not said or others or set(rest.split()) & OWN:
        return None
    return f"Make {said} easy to check{rest}{EASY}"


def _lemma(verb: Token) -> str:
    """Return the base form of a verb, with the “re-” or “double-” that a hyphen ties to it."""
    tied = verb.i > 1 and verb.nbor(-1).text == "-" and verb.nbor(-2).lower_ in {"re", "double", "triple"}
    return f"{verb.nbor(-2).lower_}-{verb.lemma_.lower()}" if tied else verb.lemma_.lower()


def what(verb: Token) -> Token | None:
    """Return what a verb acts on, also where it is said in the passive."""
    thing = object_of(verb) if verb.pos_ in {"VERB", "AUX"} else None
    following = verb.doc[thing.i + 1] if thing is not None and thing.i + 1 < len(verb.doc) else None
    if following is not None and following.pos_ == "NOUN" and following.head == verb and thing is not None:
        return None if thing.pos_ != "NOUN" else following  # “repeat the controls course”, read as two things
    return thing if thing is not None and thing.pos_ in {"NOUN", "PROPN"} else None


def about(word: Token, ties: frozenset[str]) -> Token | None:
    """Return what a preposition ties to a word."""
    for child in word.children:
        inner = next((part for part in child.children if part.dep_ == "pobj"), None)
        if child.dep_ == "prep" and child.lower_ in ties and inner is not None and child.i > word.i:
            return inner
    return None


def _is_alone(verb: Token, scene: Scene) -> bool:
    """Return whether a sentence asks for nothing else than this, and perhaps a signature for it."""
    others = [
        token
        for token in scene.tokens
        if token.pos_ in {"VERB", "AUX"} and token.dep_ in {"conj", "ccomp", "advcl", "relcl"} and token != verb
    ]
    return all(
        other.lemma_.lower() in BESIDE | TAUGHT | TAKING
        or other.left_edge.lower_ == "before"
        or (other.dep_ == "advcl" and scene.is_done_by_blamed(other))
        for other in others
    )


def name(thing: Token, scene: Scene) -> str:
    """Return the words of a thing as they stand, "" where they are empty, too many, or name people."""
    held = [
        part
        for part in thing.subtree
        if part.lower_ not in {"again", "all", "correct", "mandatory", "entire", "whole", "right", "damn", "bloody"}
    ]
    if thing.lemma_.lower() in EMPTY or thing.pos_ == "PRON" or len(held) > LONGEST:
        return ""
    clauses = {part.dep_ for part in held} & {"relcl", "acl", "advcl", "appos", "conj"}
    if clauses or any(part.i in scene.blamed or part.text in ',;:()"“”' for part in held):
        return ""
    if any(
        part.lower_ in OWN - {"our", "its"} or (part.pos_ != "DET" and scene.request.is_person(part)) for part in held
    ):
        return ""
    if any(part.i in scene.judging for part in held):
        return ""
    return verbatim(held).rstrip(".! ").removesuffix(" in future").removesuffix(" from now on")
