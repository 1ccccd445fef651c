"""Ask for a guard in the place of a remedy against people: for the act, the access, the moment, or the thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.words import load
from blameless_lint.rewrite.doing import doing
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.remedy import SANCTIONS
from blameless_lint.rewrite.render import tidy, verbatim
from blameless_lint.rewrite.thing import AIMED, MIDDLE, PLACES, QUALITIES, UNGUARDED, guarded, phrase, things
from blameless_lint.rewrite.vigilance import CARE, HEED, PERSONAL, RULES, is_past

if TYPE_CHECKING:
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
        "Suspend Kofi's commit rights for a month as a lesson.",
        "Suspend Kofi's commit rights",
        "Kofi",
        "Make commit rights safe to use: [guardrail].",
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
        "Operators to be retested on the isolation procedure",
        "to be retested on the isolation procedure",
        "Operators",
        "Make the isolation procedure easy to get right: [what is hard about it?]",
        "punitive",
    ),
)

THREAT = re.compile(
    r"\b(?:lose|loses|fired?|sack\w*|ban\w*|warn\w*|writ\w+|letter|punish\w*|disciplin\w*|suspend\w*|consequences?|"
    r"accountable|tolera\w+|example|word|example|removed?|revok\w*|pays?|buys?|reprimand\w*|dismiss\w*|expel\w*|sack\w*|apolog\w+|out|penal\w+)\b",
    re.IGNORECASE,
)
ACCESS = frozenset({"access", "right", "permission", "permissions", "rights", "credential", "privilege"})
WHENS = frozenset({"when", "whenever", "once"})
TELLING = frozenset({"remind", "note", "understand", "know", "remember", "learn", "realise", "realize", "inform"})


def guards(scene: Scene) -> Iterator[str]:
    """Yield tasks that name what the remedy is about, the most telling first."""
    if scene.request.category != "punitive" or is_past(scene):
        return
    threat = THREAT.search(scene.doc.text) or any(t.lemma_.lower() in lemmas("sanction_verbs") for t in scene.doc)
    for said in _against(scene):
        said = said.removesuffix(" twice")
        yield f"Make {said} hard{'' if threat else ' to get wrong'}: [guardrail]"
    for said in _accesses(scene):
        yield f"Make {said} safe to use: [guardrail]"
    for said in _notices(scene):
        yield f"Make it hard to miss {said}: [guardrail]"
    for said in _steps(scene):
        yield f"Make {said} easy: [which prompt or default?]"
    if not AIMED.search(scene.doc.text):
        return
    found = list(things(scene))
    moment = _moment(scene)
    if moment:
        for noun, said in found:
            yield guarded(noun, said, scene).replace(":", f" {moment}:", 1)
        yield f"Make the work {moment} hard to get wrong: [guardrail]"
    if len(found) > 1 and found[0][0].lemma_.lower() not in QUALITIES | PLACES | RULES:
        yield guarded(found[0][0], " and ".join(said for _, said in found[:2]), scene)
    for noun, said in found:
        yield guarded(noun, said, scene)


def _is_anyone(token: Token, scene: Scene) -> bool:
    return scene.is_blamed(token) or scene.request.is_person(token) or token.lower_ in {"those", "anyone", "whoever"}


def _against(scene: Scene) -> Iterator[str]:
    """Yield what people are threatened for: the clause about them, or the condition of the threat."""
    for verb in scene.doc:
        if verb.pos_ != "VERB":
            continue
        subject = next((child.lower_ for child in verb.children if child.dep_ == "nsubj"), "")
        about = verb.dep_ == "relcl" and _is_anyone(verb.head, scene) and (subject == "who" or verb.tag_ != "VBP")
        about = about or (verb.dep_ in {"csubj", "ccomp", "pcomp"} and subject in {"who", "whoever"})
        if not about or verb.tag_ not in {"VBZ", "VBP", "VBD"}:
            continue
        inner = next((child for child in verb.children if child.dep_ == "ccomp"), None)
        said = doing(inner if inner is not None and verb.lemma_ == "think" else verb, scene)
        if said:
            yield said


def _accesses(scene: Scene) -> Iterator[str]:
    """Yield the access that is to be taken away: “commit rights”, “the experiment tool”."""
    for noun in scene.doc:
        if noun.lemma_.lower() not in ACCESS or noun.pos_ not in {"NOUN", "PROPN"} or noun.dep_ in MIDDLE:
            continue
        to = next((child for child in noun.children if child.lower_ in {"to", "on", "for"} and child.i > noun.i), None)
        inner = next((part for part in to.children if part.dep_ == "pobj"), None) if to is not None else None
        if inner is not None and to is not None and not scene.request.is_person(inner) and scene.is_clean(inner):
            yield tidy(f"{phrase(noun, scene, upto=to.i)} {to.text} {verbatim(inner.subtree)}".rstrip(" .!"))
            continue
        said = phrase(noun, scene)
        before = noun.nbor(-1) if noun.i else noun
        if (
            " " not in said
            and before.is_alpha
            and before.pos_ in {"NOUN", "VERB", "PROPN"}
            and before.i not in scene.blamed
        ):
            said = f"{before.text} {said}"
        if " " in said and "right of way" not in said:
            yield said


def _notices(scene: Scene) -> Iterator[str]:
    """Yield what people are to notice or to be told: “when a certificate is about to run out”."""
    start, end = scene.request.target
    for verb in scene.doc:
        if verb.pos_ not in {"VERB", "AUX"} or verb.dep_ not in {"advcl", "ccomp"}:
            continue
        subject = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
        first = verb.left_edge
        told = first.lower_ == "that" and verb.head.lemma_.lower() in TELLING
        if not (told or (first.lower_ in WHENS and HEED_OR_CARE.search(scene.doc[start:end].text))) or subject is None:
            continue
        words = list(verb.subtree)
        said = verbatim(words).rstrip(" .!?")
        if _is_about_people(words, scene) or subject.pos_ == "PRON" or '"' in said or len(words) > 16:
            continue
        yield said


def _moment(scene: Scene) -> str:
    """Return when care is asked for: “during maintenance windows”."""
    for token in scene.doc:
        inner = next((child for child in token.children if child.dep_ == "pobj"), None)
        if token.lower_ not in {"during", "before", "after"} or token.dep_ != "prep" or inner is None:
            continue
        named = inner.pos_ in {"NOUN", "PROPN"} and not scene.request.is_person(inner)
        named = named and inner.lemma_.lower() not in SANCTIONS | load("rewriting_times")
        if named and scene.is_clean(token) and not any(part.pos_ in {"VERB", "NUM"} for part in token.subtree):
            return verbatim(token.subtree).strip(" .,;:!")
    return ""


HEED_OR_CARE = re.compile(f"{CARE.pattern}|{HEED.pattern}|sceptical|skeptical|awake|sharp", re.IGNORECASE)


def _is_about_people(words: list[Token], scene: Scene) -> bool:
    return any(
        part.i in scene.blamed or part.i in scene.judging or scene.request.is_person(part)
        or part.lemma_.lower() in SANCTIONS | load("vices") | UNGUARDED & {"shortcut", "trust"}
        for part in words
    )  # fmt: skip


def _steps(scene: Scene) -> Iterator[str]:
    """Yield the steps that people are told to take: “reading the docs”."""
    harsh = PERSONAL | lemmas("teaching_verbs", "sanction_verbs") | {"talk", "make", "give", "put", "ensure", "move"}
    for verb in scene.doc:
        bare = verb.tag_ in {"VB", "VBP"} or (verb.dep_ == "ROOT" and verb.lower_ == verb.lemma_.lower())
        bare = bare or verb.lower_ == "read"
        if not bare or verb.pos_ != "VERB" or verb.lemma_.lower() in harsh:
            continue
        outer = verb.head
        if verb.dep_ not in {"ROOT", "conj", "xcomp", "ccomp"} or outer.lemma_.lower() in {"want", "hope", "wish"}:
            continue
        if any(child.dep_ == "neg" or child.lower_ in {"if", "when"} for child in [*verb.children, *outer.children]):
            continue
        said = doing(verb, scene)
        if said and not (CARE.search(said) or HEED.search(said) or _is_about_people(list(verb.subtree)[1:], scene)):
            yield said
