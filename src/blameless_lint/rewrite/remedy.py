"""Ask for a guard in the place of a punishment or an order: against the act, at the moment, for the step."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.words import load
from blameless_lint.rewrite.gerund import gerund
from blameless_lint.rewrite.vigilance import AGAIN, CARE, HEED, PERSONAL, is_past

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

WHEN = frozenset({"when", "whenever", "before", "while", "if", "once"})
ORDERING = frozenset({"must", "should", "shall", "will", "to", "need", "have"})
WARNED = re.compile(r"\b(?:consequences?|accountable|lose|removed|fired|warned|punish\w*)\b", re.IGNORECASE)
SANCTIONS = load("rewriting_sanctions")


def remedies(scene: Scene) -> Iterator[str]:
    """Yield tasks for a guard, the most telling first."""
    if scene.request.category != "punitive" or is_past(scene):
        return
    for said in _against(scene):
        yield f"Make {said} hard: [guardrail]"
    for said, faulty in _moments(scene):
        yield f"Make {said} {'hard' if faulty else 'hard to get wrong'}: [guardrail]"
    for said in _steps(scene):
        yield f"Make {said} easy: [which prompt or default?]"


def _against(scene: Scene) -> Iterator[str]:
    """Yield what people are to be punished for: “whoever pushed to main”, “for clicking unknown links”."""
    for verb in scene.doc:
        if verb.pos_ != "VERB" or any(child.dep_ == "neg" for child in verb.children):
            continue
        told = verb.dep_ in {"relcl", "csubj", "ccomp"} and _has_who(verb)
        told = told and (verb.dep_ != "relcl" or scene.is_blamed(verb.head) or scene.request.is_person(verb.head))
        if not told and not _is_punished(verb):
            continue
        said = gerund(verb, scene)
        said = said.removesuffix(" again").removesuffix(" in the future") if said else None
        if said and not CARE.search(said) and not HEED.search(said):
            yield said.removesuffix(" again")


def _is_punished(verb: Token) -> bool:
    """Return whether a gerund tells what for: “fired for clicking”, and not “accountable for posting”."""
    outer = verb.head
    return verb.dep_ == "pcomp" and outer.lower_ == "for" and outer.head.lower_ not in {"accountable", "responsible"}


def _has_who(verb: Token) -> bool:
    words = {"who", "whoever", "that"} if verb.dep_ == "relcl" else {"who", "whoever"}
    return any(child.dep_ == "nsubj" and child.lower_ in words for child in verb.children)


def _moments(scene: Scene) -> Iterator[tuple[str, bool]]:
    """Yield the moments at which people are told to be careful: “editing files as root”, “touching …”."""
    for verb in scene.doc:
        if verb.pos_ not in {"VERB", "AUX"} or verb.lemma_.lower() in {"return", "resume"}:
            continue
        if verb.dep_ == "advcl" and verb.left_edge.lower_ in WHEN:
            subject = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
            mark = verb.left_edge.lower_
            if subject is None or scene.is_blamed(subject) or subject.pos_ == "PRON":
                said = gerund(verb, scene)
                if said:
                    yield said.removesuffix(" again"), mark == "if" or bool(WARNED.search(scene.doc.text))
        if verb.dep_ == "pcomp" and verb.head.lower_ in {"before", "after", "while", "when"}:
            said = gerund(verb, scene)
            if said:
                yield said, False


def _steps(scene: Scene) -> Iterator[str]:
    """Yield the steps that people are told to take: “reading the README”, “checking each command”."""
    for verb in scene.doc:
        if (
            verb.tag_ not in {"VB", "VBP"}
            or verb.pos_ != "VERB"
            or verb.lemma_.lower() in PERSONAL | lemmas("teaching_verbs")
        ):
            continue
        ordered = any(child.lower_ in ORDERING for child in verb.children if child.dep_ == "aux") or verb.dep_ in {
            "ROOT",
            "conj",
        }
        denied = [child for part in (verb, verb.head) for child in part.children if child.dep_ == "neg"]
        if not ordered or denied or verb.head.lemma_.lower() in {"want", "hope", "wish", "return", "resume"}:
            continue
        said = gerund(verb, scene)
        said = said.removesuffix(" again").removesuffix(" in the future") if said else None
        if (
            said
            and not CARE.search(said)
            and not HEED.search(said)
            and not AGAIN.search(said)
            and not _is_about_someone(verb, scene)
        ):
            yield said


def _is_about_someone(verb: Token, scene: Scene) -> bool:
    return any(
        scene.request.is_person(part) or part.lemma_.lower() in SANCTIONS
        for part in verb.subtree
        if part.i > verb.i and part.pos_ in {"NOUN", "PROPN", "PRON"}
    )
