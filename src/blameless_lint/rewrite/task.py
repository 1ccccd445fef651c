"""Whether a task for the system tells all that a remedy against people told: its steps, and what they deny."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas as listed
from blameless_lint.language.words import load
from blameless_lint.rewrite.inflect import base, lemmas
from blameless_lint.rewrite.keeping import WORD
from blameless_lint.rewrite.verb import is_negated
from blameless_lint.rewrite.vigilance import CARE, HEED
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

LEADING = load("rewriting_asked") | load("rewriting_punishing") | listed("teaching_verbs", "sanction_verbs")
AGAIN = frozenset({"happen", "occur", "repeat", "recur", "be", "have"})
IDLE = expression(
    r"Make (?:it easy to )?(?:\w+ing|do|run|have) (?:things?|stuff|it|this|that|anything|something)\b", re.IGNORECASE
)


def falls_short(outside: str, text: str, scene: Scene) -> str:
    """Return which step or denial of a remedy its task does not tell, "" for other texts and where all is told."""
    if scene.request.category != "punitive" or not text.lower().startswith("make "):
        return ""
    if IDLE.match(text):
        return "guards nothing"
    words = {found.lower() for found in WORD.findall(outside)}
    known = words | {lemma for word in words for lemma in lemmas(word)}
    lost = next((token for token in scene.tokens if _is_lost_step(token, known, scene)), None)
    return f"loses {lost.text}" if lost is not None else ""


def _is_lost_step(token: Token, known: set[str], scene: Scene) -> bool:
    """Return whether a verb tells neither what is asked of people nor a punishment, and is gone."""
    if token.pos_ != "VERB" or token.i in scene.blamed or token.i in scene.judging:
        return False
    lemma = base(token.text, token.lemma_)
    denied = is_negated(token) and token.tag_ != "VBD" and lemma not in AGAIN
    if lemma in known or token.lower_ in known:
        return False
    if CARE.search(token.text) or HEED.search(token.text):
        return False
    return denied or lemma not in LEADING
