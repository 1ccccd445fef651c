"""Whether a rewrite of a judgement is hollow: no thing and no act of the sentence is told, or only a trait."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blameless_lint.language.words import load
from blameless_lint.rewrite.inflect import lemmas

if TYPE_CHECKING:
    from blameless_lint.rewrite.scene import Scene

ABILITY = re.compile(r"\b(?:can|could|cannot|ca)(?:\b| not|n['’]t)", re.IGNORECASE)
JUDGED = frozenset({"judgement", "accusation", "hindsight"})
START = re.compile(r"(?:Let|Had|Got|Made) ")
VAGUE = load("rewriting_skippable") | load("rewriting_times") | {"answer", "change", "story"}


def hollow(outside: str, text: str, scene: Scene) -> str:
    """Return what makes a rewrite hollow, "" where it tells something."""
    start, end = scene.request.target
    if scene.request.category not in JUDGED:
        return ""
    if START.match(outside) and not START.match(scene.doc.text):
        return "hanging start"
    if "?" not in text.split("[")[0] and _names_nothing(outside, scene):
        return "names nothing"
    trait = scene.request.category == "judgement" and ABILITY.search(scene.doc[start:end].text)
    return "tells what someone is not able to do" if trait and ABILITY.search(outside) else ""


def _names_nothing(outside: str, scene: Scene) -> bool:
    """Return whether no thing and no act of the sentence is told: “It is not the first time”."""
    if outside.startswith("□") or "?" in scene.doc.text:
        return False
    words = re.findall(r"[\w-]+", outside.lower())
    said = {*words, *(lemma for word in words for lemma in lemmas(word))}
    return not any(
        {token.lower_, token.lemma_.lower()} & said
        and (token.pos_ == "VERB" or (token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() not in VAGUE))
        for token in scene.doc
    )
