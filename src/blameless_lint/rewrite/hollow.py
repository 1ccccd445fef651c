"""Whether a rewrite of a judgement is hollow: no thing and no act of the sentence is told, or only a trait."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas as listed
from blameless_lint.language.words import load
from blameless_lint.rewrite.asking import leaves_open
from blameless_lint.rewrite.inflect import lemmas
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

CONTROLS = load("rewriting_controls")
ABILITY = expression(r"\b(?:can|could|cannot|ca)(?:\b| not|n['’]t)", re.IGNORECASE)
START = expression(r"(?:Let|Had|Got|Made) ")
VAGUE = load("rewriting_skippable") | load("rewriting_times") | {"answer", "change", "story"}


def hollow(outside: str, text: str, scene: Scene) -> str:
    """Return what makes a rewrite hollow, "" where it tells something."""
    start, end = scene.request.target
    if not scene.request.is_judgement:
        return ""
    if START.match(outside) and not START.match(scene.text):
        return "hanging start"
    if "?" not in text.split("[")[0] and _names_nothing(outside, scene):
        return "names nothing"
    trait = scene.request.category == "judgement" and ABILITY.search(scene.doc[start:end].text)
    return "tells what someone is not able to do" if trait and ABILITY.search(outside) else ""


def _names_nothing(outside: str, scene: Scene) -> bool:
    """Return whether no thing and no act of the sentence is told: “It is not the first time”."""
    if outside.startswith("□") or "?" in scene.text:
        return False
    words = re.findall(r"[\w-]+", outside.lower())
    said = {*words, *(lemma for word in words for lemma in lemmas(word))}
    return not any(
        {token.lower_, token.lemma_.lower()} & said
        and (token.pos_ == "VERB" or (token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() not in VAGUE))
        for token in scene.tokens
    )


def failure_lost(outside: str, text: str, scene: Scene) -> str:
    """Return whether only the judging words told that something failed, or was lacking, and they are gone."""
    only_judges = scene.head is None and scene.request.category == "judgement" and not leaves_open(text)
    if only_judges and not _tells_without(scene):
        return "no failure"
    lack = next((token for token in scene.tokens if _is_lack(token, outside, scene)), None)
    if lack is not None:
        return f"loses the lack of {lack.text}"
    control = next((token for token in scene.tokens if _carries_failure(token, scene)), None)
    if control is not None and control.lower_ in outside.lower() and "[which condition" not in text.lower():
        return f"no failure of {control.text}"
    return ""


def _is_lack(noun: Token, outside: str, scene: Scene) -> bool:
    """Return whether the blaming words tell that there was none of something, and it is gone: “no supervision”."""
    denied = any(child.lower_ == "no" for child in noun.children)
    denied = denied or (noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in {"lack", "absence"})
    wanted = noun.lemma_.lower() in listed("lack_nouns", "work_nouns", "conduct_nouns")
    return denied and wanted and scene.request.holds(noun) and noun.lower_ not in outside.lower()


def _carries_failure(token: Token, scene: Scene) -> bool:
    """Return whether only the adjective that was taken from a noun of control told that something went wrong."""
    if not {token.lemma_.lower(), token.lower_} & CONTROLS:
        return False
    if token.head.lemma_ in {"let", "allow", "miss"}:
        return False
    told = token.dep_ in {"ROOT", "nsubj", "nsubjpass", "attr"} or token.head.lower_ in {"to", "by", "of", "from"}
    return told and any(
        child.dep_ in {"amod", "compound", "advmod"} and child.i in scene.judging for child in token.children
    )


def _tells_without(scene: Scene) -> bool:
    """Return whether a sentence of judgement tells something without its judging words: no fragment, no bare manner."""
    if not any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in scene.tokens):
        return False
    return not any(
        _tells_which(token) for token in scene.tokens if token.i in scene.judging and token.head.i not in scene.judging
    )


def _tells_which(token: Token) -> bool:
    """Return whether a judging word tells how it was done, or which things are meant: “contain rude remarks”."""
    if token.dep_ == "advmod":
        return token.i > token.head.i
    return token.dep_ == "amod" and token.head.dep_ not in {"nsubj", "nsubjpass", "attr"}
