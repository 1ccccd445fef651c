"""What readers of rewrites found to go astray: a meaning turned round, a topic lost, a frame about nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blameless_lint.language.words import load
from blameless_lint.rewrite.vigilance import CARE, HEED, SANCTIONS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

DENIED = re.compile(r"\b(?:not (?:one|a single)|none) of\b", re.IGNORECASE)
DENIAL = re.compile(r"\b(?:not?|never|none|nobody|nothing|neither|nor|without|cannot)\b|n[’']t\b", re.IGNORECASE)
CONTRAST = re.compile(r"\bnot\b.*\binstead of\b|\bperhaps\b", re.IGNORECASE)
SUGGESTED = re.compile(r"\b(?:suggest|recommend|propose|assume)\b.*\bnot\b", re.IGNORECASE)
MEANS = re.compile(r"\bnot (?:prevented|avoided|averted|discovered|detected)\b.* (?:with|by) ", re.IGNORECASE)
TWICE = re.compile(r"(?i)(\[which step, under which conditions\]).*\1")
DOUBTED = re.compile(r"(?:assumed|suspected|presumed|probable|likely|possible)", re.IGNORECASE)
FRAMES = re.compile(
    r"\b(?:act|sign|moment) of □|\w\., (?:was|were)\b|\b(?:or|nor);|"
    r"\bled to (?:an?|one|the) (?:whole |entire |full )?(?:day|hour|week|month)\b|"
    r"\bat no (?:time|point) (?:that \w+ )?(?!(?:was|were|is|are|did|had|has|have)\b)\w",
    re.IGNORECASE,
)
IDLE = re.compile(
    r"Make (?:\w+ing (?:things?|stuff|it|this|that|anything)|(?:working|being|sitting) .+|.* and what .+) hard\b",
    re.IGNORECASE,
)
NAMED = re.compile(r"\bname (?:me )?(?:one|a single)\b.*\bwho\b", re.IGNORECASE)
AGAIN = frozenset({"happen", "occur", "repeat", "recur", "be", "have"})
UNSAID = SANCTIONS | load("rewriting_times") | load("vices")


def astray(outside: str, text: str, scene: Scene) -> str:
    """Return what a rewrite makes of its sentence that a reader would not accept, "" where there is nothing."""
    original = scene.doc.text
    if scene.request.category == "punitive" and text.lower().startswith("make "):
        return _idle_guard(text, scene)
    if DENIED.search(original) and outside.strip(" ;.,□") and not DENIAL.search(outside):
        return "loses negation"
    if scene.request.category == "counterfactual":
        if CONTRAST.search(outside) or SUGGESTED.search(outside):
            return "turns a contrast"
        if scene.request.agent is None and MEANS.search(outside):
            return "denies a means"
    if TWICE.search(text):
        return "asks twice"
    if NAMED.search(original) and "possible" in text:
        return "turned round"
    found = FRAMES.search(outside)
    if found and found[0].lower() not in original.lower():
        return f"hanging {found[0]}"
    doubt = next((t for t in scene.doc[:-1] if DOUBTED.fullmatch(t.text) and _is_before_prompt(t, text, scene)), None)
    if doubt is not None:
        return f"loses {doubt.text}"
    mixed = next((token for token in scene.doc if _is_left_finite(token, outside)), None)
    return f"mixes {mixed.text}" if mixed is not None else ""


def _idle_guard(text: str, scene: Scene) -> str:
    if IDLE.match(text):
        return "guards nothing"
    if "[the unsafe step]" in text and any(_is_topic(token, scene) for token in scene.doc):
        return "loses the topic"
    if "safe to use" in text and re.search(r"\b(?:next|another|one more)\b", scene.doc.text, re.IGNORECASE):
        return "loses the act"
    for denial in scene.doc:
        verb = denial.head
        if (denial.dep_ == "neg" or denial.lower_ == "never") and verb.pos_ == "VERB" and verb.tag_ != "VBD":
            stem = verb.lemma_.lower()[:-1] if len(verb.lemma_) > 3 else verb.lemma_.lower()
            if verb.lemma_.lower() not in AGAIN and f" {stem}" not in text.lower():
                return f"loses {verb.text}"
    return ""


def _is_topic(token: Token, scene: Scene) -> bool:
    """Return whether a noun tells what a remedy is about: “be stricter in reviews”, “write better tests”."""
    return (
        token.pos_ in {"NOUN", "PROPN"}
        and token.dep_ in {"pobj", "dobj"}
        and token.i not in scene.blamed
        and not scene.request.is_person(token)
        and token.lemma_.lower() not in UNSAID
        and not CARE.search(token.text)
        and not HEED.search(token.text)
    )


def _is_before_prompt(token: Token, text: str, scene: Scene) -> bool:
    """Return whether a doubt stood at the cause that is now asked for, and is gone."""
    start, end = scene.request.target
    asked = scene.request.category == "human-error" and "[which step" in text.lower()
    return asked and start - 1 <= token.i < end and token.lower_ not in text.lower()


def _is_left_finite(token: Token, outside: str) -> bool:
    """Return whether a verb beside one that is now in -ing stayed as it was: “led to driving … and hit”."""
    led = re.search(r"□ led to (?:not )?(\w+ing)\b(.*)", outside, re.IGNORECASE)
    if led is None or token.dep_ != "conj" or token.tag_ != "VBD" or token.head.tag_ != "VBD":
        return False
    same = led[1].lower().startswith(token.head.lemma_.lower()[:-1])
    own = any(child.dep_ in {"nsubj", "nsubjpass"} for child in token.children)
    return same and not own and re.search(rf"\b{re.escape(token.text)}\b", led[2]) is not None
