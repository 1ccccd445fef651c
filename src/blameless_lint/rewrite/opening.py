"""Where an open question may stand in a sentence, and what may stand beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

TWICE = expression(r"(?i)(\[which step, under which conditions\]).*\1")
DOUBTED = expression(r"(?:assumed|suspected|presumed|probable|likely|possible)", re.IGNORECASE)
MOST = expression(r"\d ?%|\b(?:percent|per cent|most|majority|half|many|two|three|several) ", re.IGNORECASE)
TORN = expression(
    r"(?i)□ led to (?:not )?\w+ing, no\b|^(?:it|this|that) (?:was|is) an? [\w-]+(?:[.;]|$)|"
    r"^(?:\w+ )?(?:days|hours|minutes|weeks|months)(?:[’']d| had| were| was)\b"
)
"""An act without its thing, a pronoun that is only called something, a length of time that something is done to."""
JOINED = expression(
    r"(?i)\b(?:that|because|since|if|when|who|which|after|before)\b[^;:]*\b(?:and|but|yet),? □ led to\b"
)
BOUND = expression(r"\b(?:because|since|after|before|until|while|that|as|if|whether),? □ led to\b", re.IGNORECASE)


def opened_wrongly(outside: str, text: str, scene: Scene) -> str:
    """Return why an open question cannot stand: asked twice, in a bound clause, for several cases, behind a name."""
    if TORN.search(outside):
        return "asks for nothing"
    if any(_leads_someone(token, outside, scene) for token in scene.tokens):
        return "still leads someone"
    if TWICE.search(text):
        return "asks twice"
    if BOUND.search(outside) or JOINED.search(outside):
        return "asks in a bound clause"
    if scene.request.category == "human-error" and "[which step" in text.lower() and MOST.search(scene.text):
        return "one step for many"
    if re.search(r"(?i)\b(?:when|while|after|before) \w+ing\b[^;,]*, □ led to\b", outside):
        return "hanging moment"
    if re.search(r"□ led to (?:not )?(?:finding it|finding the|having the|taking the time|bothering)\b", outside):
        return "no act"
    if re.search(r"(?i)\b(?:no (?:time|point)|never|nowhere|not once)\b[^;:]*□ led to (?!not\b)", outside):
        return "denies the condition"
    before = outside.partition("□ led to")[0].rstrip(" ,") if "□ led to" in outside else ""
    last = next(
        (token for token in scene.tokens if before.endswith(token.text) and scene.request.is_person(token)), None
    )
    if before and last is not None and last.pos_ in {"NOUN", "PROPN"}:
        return f"hanging {last.text}"
    doubt = next((t for t in scene.doc[:-1] if DOUBTED.fullmatch(t.text) and _is_before_prompt(t, text, scene)), None)
    if doubt is not None:
        return f"loses {doubt.text}"
    runs_on = next((token for token in scene.tokens if _runs_on(token, outside)), None)
    if runs_on is not None:
        return f"runs on at {runs_on.text}"
    mixed = next((token for token in scene.tokens if _is_left_finite(token, outside)), None)
    return f"mixes {mixed.text}" if mixed is not None else ""


def _leads_someone(verb: Token, outside: str, scene: Scene) -> bool:
    """Return whether an open condition is said to have led people to their act: “… led the team to skip it”."""
    led = verb.lemma_ == "lead" and re.search(r"□ led (?!to\b)", outside) is not None
    return led and any(child.dep_ in {"dobj", "nsubj"} and scene.request.is_person(child) for child in verb.children)


def _is_before_prompt(token: Token, text: str, scene: Scene) -> bool:
    """Return whether a doubt stood at the cause that is now asked for, and is gone."""
    start, end = scene.request.target
    asked = scene.request.category == "human-error" and "[which step" in text.lower()
    return asked and start - 1 <= token.i < end and token.lower_ not in text.lower()


def _is_left_finite(token: Token, outside: str) -> bool:
    """Return whether a verb beside one that is now in -ing stayed as it was: “led to driving … and hit”."""
    led = re.search(r"□ led to (?:not )?(?:\w+ly )?(\w+ing)\b(.*)", outside, re.IGNORECASE)
    if led is None or token.dep_ != "conj" or token.tag_ not in {"VBD", "VBN", "VBZ", "VBP"} or token.pos_ != "VERB":
        return False
    same = led[1].lower().startswith(token.head.lemma_.lower()[:-1])
    own = any(child.dep_ in {"nsubj", "nsubjpass"} for child in token.children)
    return same and not own and re.search(rf"\b{re.escape(token.text)}\b", led[2]) is not None


def _runs_on(verb: Token, outside: str) -> bool:
    """Return whether a clause of its own follows one in -ing without a comma: “led to talking … and nothing came”."""
    if "□ led to" not in outside or verb.dep_ != "conj" or verb.pos_ not in {"VERB", "AUX"}:
        return False
    subject = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or subject.left_edge.i < 2:
        return False
    before = verb.doc[subject.left_edge.i - 1]
    comma = verb.doc[before.i - 1].text in {",", ";"} if before.dep_ == "cc" else before.text in {",", ";"}
    later = outside.partition("□ led to")[2]
    return not comma and f"{before.text} {subject.left_edge.text}" in later
