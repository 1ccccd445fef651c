"""Rewrites whose question does not fit what happened, or whose idiom falls apart once nobody does it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.pronouns import NOBODY, THEY

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example("Nobody hurried us.", "Nobody hurried us", "Nobody", ""),
    Example("Nobody opens a crate unless I have signed.", "Nobody opens a crate", "Nobody", ""),
    Example(
        "Whoever drew the map should be asked why.",
        "Whoever drew the map should be asked",
        "Whoever",
        "",
        "counterfactual",
    ),
    Example("The stall did not receive the crates.", "did not receive", "The stall", ""),
    Example("We skip them with a note each.", "skip them", "We", ""),
    Example("The tailor never informed the choir of his holiday.", "never informed", "The tailor", "The choir"),
    Example("So the cook spoiled the soup and went home.", "spoiled the soup", "the cook", "", "person-cause"),
    Example("He abandoned the stall.", "He abandoned", "He", ""),
    Example("Who gave the porter a master key?", "Who gave the porter a master key", "Who", "", "accusation"),
)
UNFIT = re.compile(
    r"\b(?:i|we|they) (?:was|were) not (?:pushed|rushed|hurried|forced|hurt|injured|harmed|blamed)\b"
    r"|\bnot (?:push|rush|hurry|forc|hurt|injur|harm|blam)ing (?:me|us|them)\b"
    r"|\b(?:was|were|been|not) (?:received|gotten|receiving|getting)\b"
    r"|\bof (?:the |his |her |its |their )?[\w ]+ (?:was|were) not (?:informed|notified|advised|told|warned)\b"
    r"|□ led to [^;]*\band (?:have|has|had) (?:\w+ly )?\w+ed\b"
    r"|\b(?:was|were) \w+ (?:should|would|could|must)\b|\bit[’']?s (?:plain|obvious|clear|evident) that\b"
    r"|\band going (?:home|to lunch|to bed)\b|\babandon(?:ed|ing)\b|\b(?:was|were) made to\b",
    re.IGNORECASE,
)
SOFTWARE = frozenset({"ci", "pipeline", "monitoring", "bot", "script", "system", "alerting", "automation"})


def unfitting(outside: str, text: str, scene: Scene) -> str:
    """Return what of a rewrite does not fit what happened, "" where nothing is amiss."""
    if scene.request.category == "punitive":
        return ""
    found = UNFIT.search(outside)
    if re.match(r"\d[\d.,]* (?:in|on|at)\b", outside) and not re.match(r"\d", scene.text):
        return "begins with a number"
    if found and (scene.head is not None or scene.request.is_judgement or found[0].lower() not in scene.text.lower()):
        return f"does not fit {found[0]}"
    if re.search(r"(?i)\bby \[which step", text):
        return "asks by whom"
    if scene.doc[0].lower_ == "who" and any(token.dep_ == "dative" for token in scene.tokens):
        return "asks who gave whom"
    head = scene.head
    if head is None:
        return ""
    if scene.request.is_implied and scene.request.category == "person-cause" and _is_background(head.head):
        return "asks why of what went on anyway"
    if head.lower_ in SOFTWARE or (scene.request.agent and scene.doc[scene.request.agent[0]].lower_ == "that"):
        return "no one is blamed"
    owner = next((t for t in scene.tokens if t.lower_ in {"his", "her"} and t.dep_ == "poss"), None)
    if head.lower_ in THEY and owner is not None and f"{owner.text} {owner.nbor(1).text}" not in text:
        return f"loses {owner.text}"
    nobody = head.lower_ in NOBODY | {"noone"} and head.head.tag_ == "VBZ"
    habit = nobody or (head.pos_ == "PRON" and head.head.tag_ == "VBP" and head.head.pos_ == "VERB")
    return "asks for a habit" if habit and scene.request.category == "omission" else ""


def _is_background(verb: Token) -> bool:
    """Return whether a verb tells what was going on or had been done before, which no grammar holds for the cause."""
    helps = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    return (verb.tag_ == "VBG" and bool(helps & {"was", "were", "is", "are"})) or (
        verb.tag_ == "VBN" and "had" in helps
    )
