"""Ask for a guard in the place of a punishment or an order: against the act, at the moment, for the step."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.words import load
from blameless_lint.rewrite.doing import doing
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.passive import how_of, told
from blameless_lint.rewrite.render import verbatim
from blameless_lint.rewrite.vigilance import AGAIN, CARE, HEED, PERSONAL, is_past
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "Anyone who deploys on a Friday without asking will lose deploy rights from now on.",
        "will lose deploy rights",
        "Anyone who deploys on a Friday without asking",
        "Make deploying on a Friday without asking hard: [guardrail].",
        "punitive",
    ),
    Example(
        "Issue a formal warning to the contractor who disabled the WAF rule.",
        "Issue a formal warning",
        "the contractor",
        "The WAF rule was disabled; [which guardrail would have kept it from happening?]",
        "punitive",
    ),
    Example(
        "We will all have to be more vigilant when a certificate is about to run out.",
        "have to be more vigilant",
        "",
        "Make it hard to miss when a certificate is about to run out: [guardrail].",
        "punitive",
    ),
    Example(
        "Please be careful when you edit files as root.",
        "be careful",
        "you",
        "Make editing files as root hard to get wrong: [guardrail].",
        "punitive",
    ),
    Example(
        "Tunde must read the manual before he types anything with -R in it.",
        "must read the manual",
        "Tunde",
        "Make reading the manual before typing anything with -R in it easy: [which prompt or default?]",
        "punitive",
    ),
    Example(
        "Officers who respond late should be written up.",
        "should be written up",
        "Officers",
        "",
        "punitive",
    ),
    Example("Write better tests next time.", "Write better tests next time", "", "", "punitive"),
)
WHEN = frozenset({"when", "whenever", "while", "if", "once"})
NOTICED = frozenset({"when", "whenever"})
ORDERING = frozenset({"must", "should", "shall", "will", "to", "need", "have"})
WANTING = frozenset({"want", "hope", "wish", "return", "resume"})
HARSH = PERSONAL | lemmas("teaching_verbs", "sanction_verbs") | {"talk", "make", "give", "put", "ensure", "move"}
SANCTIONS = load("rewriting_sanctions")
VICES = load("vices")
WARNED = expression(
    r"\b(?:consequences?|accountable|loses?|removed|fired?|sack\w*|warn\w*|punish\w*|disciplin\w*|penal\w+|suspend\w*|"
    r"ban(?:ned)?|dismiss\w*|reprimand\w*|tolerance|(?:write|written|writing) up)\b",
    re.IGNORECASE,
)
MANNER = expression(r"\b(?:late|slow(?:ly)?|better|worse|harder|properly|wrong(?:ly)?|enough)\b", re.IGNORECASE)
LONGEST_MOMENT = 16  # words


def remedies(scene: Scene) -> Iterator[str]:
    """Yield tasks for a guard, the most telling first."""
    if scene.request.category != "punitive" or is_past(scene):
        return
    for verb in _punished_for(scene):
        fact = told(verb, scene, how) if verb.tag_ == "VBD" and (how := how_of(verb, scene)) else None
        if fact:
            yield f"{fact.rstrip('.')}; [which guardrail would have kept it from happening?]"
        said = doing(verb, scene, omitting=True)
        if said and not any(words.search(said) for words in (CARE, HEED, MANNER)):
            yield f"Make {said} hard: [guardrail]"
    if CARE.search(scene.text) or HEED.search(scene.text):
        for said in _moments(scene):
            yield f"Make {said} hard to get wrong: [guardrail]"
        for said in _notices(scene):
            yield f"Make it hard to miss {said}: [guardrail]"
    for said in _steps(scene):
        yield f"Make {said} easy: [which prompt or default?]"


def _punished_for(scene: Scene) -> Iterator[Token]:
    """Yield the verbs that tell what people are to be punished for: “whoever pushed to main”."""
    for verb in scene.tokens:
        if verb.pos_ != "VERB" or any(child.dep_ == "neg" for child in verb.children):
            continue
        if _is_punished(verb) or _tells_whom(verb, scene) or _tells_when(verb, scene):
            yield verb


def _tells_when(verb: Token, scene: Scene) -> bool:
    """Return whether a clause tells on what condition people are threatened: “accountable when they ignore …”."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if verb.dep_ != "advcl" or verb.left_edge.lower_ not in WHEN or subject is None or not scene.is_blamed(subject):
        return False
    return _threatens(scene)


def _threatens(scene: Scene) -> bool:
    """Return whether a sentence speaks of a punishment."""
    return WARNED.search(scene.text) is not None


def _is_punished(verb: Token) -> bool:
    """Return whether a gerund tells what for: “fired for clicking”, and not “accountable for posting”."""
    outer = verb.head
    return verb.dep_ == "pcomp" and outer.lower_ == "for" and outer.head.lower_ not in {"accountable", "responsible"}


def _tells_whom(verb: Token, scene: Scene) -> bool:
    """Return whether a clause tells whom the punishment is for: “whoever pushed …”, “anyone who deploys …”."""
    if not _threatens(scene):
        return False
    subject = next((child.lower_ for child in verb.children if child.dep_ == "nsubj"), "")
    if verb.dep_ == "relcl":
        someone = scene.is_blamed(verb.head) or scene.request.is_person(verb.head)
        return subject in {"who", "that"} and (someone or verb.head.lower_ in {"those", "anyone"})
    return verb.dep_ in {"csubj", "ccomp"} and subject in {"who", "whoever"}


def _moments(scene: Scene) -> Iterator[str]:
    """Yield the moments at which people are told to be careful: “editing files as root”, “touching …”."""
    for verb in scene.tokens:
        if verb.pos_ != "VERB" or verb.lemma_.lower() in WANTING:
            continue
        subject = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
        own = subject is None or scene.is_blamed(subject) or subject.pos_ == "PRON"
        clause = verb.dep_ == "advcl" and verb.left_edge.lower_ in WHEN and own
        if clause or (verb.dep_ == "pcomp" and verb.head.lower_ in {"while", "when", "in"}):
            said = doing(verb, scene)
            if said:
                yield said


def _notices(scene: Scene) -> Iterator[str]:
    """Yield when people are to be watchful: “when a certificate is about to run out”."""
    for verb in scene.tokens:
        subject = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
        if verb.dep_ != "advcl" or verb.left_edge.lower_ not in NOTICED or subject is None or subject.pos_ == "PRON":
            continue
        words = list(verb.subtree)
        if not _is_about_people(words, scene) and len(words) <= LONGEST_MOMENT and '"' not in verbatim(words):
            yield verbatim(words).rstrip(" .!?")


def _steps(scene: Scene) -> Iterator[str]:
    """Yield the steps that people are told to take: “reading the README”, “checking each command”."""
    for verb in scene.tokens:
        if verb.tag_ not in {"VB", "VBP"} or verb.pos_ != "VERB" or verb.lemma_.lower() in HARSH:
            continue
        if not _is_ordered(verb):
            continue
        denied = any(child.dep_ == "neg" for part in (verb, verb.head) for child in part.children)
        if denied or verb.head.lemma_.lower() in WANTING or _is_about_people(list(verb.subtree)[1:], scene):
            continue
        said = doing(verb, scene)
        if said and not any(words.search(said) for words in (CARE, HEED, AGAIN, MANNER)):
            yield said


def _is_ordered(verb: Token) -> bool:
    """Return whether a verb stands in an order: “read …”, “must read …”, “to read …” by itself, “need to read …”."""
    if verb.dep_ in {"ROOT", "conj"}:
        return True
    marks = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    return bool(marks & (ORDERING - {"to"})) or ("to" in marks and verb.head.lemma_.lower() in {"need", "have"})


def _is_about_people(words: list[Token], scene: Scene) -> bool:
    return any(
        part.i in scene.judging or scene.request.is_person(part) or part.lemma_.lower() in SANCTIONS | VICES
        for part in words
        if part.pos_ in {"NOUN", "PROPN", "PRON", "ADJ"} and part.i not in scene.blamed
    )
