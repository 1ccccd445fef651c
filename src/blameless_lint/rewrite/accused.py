"""Whether a rewrite still tells who did it: those whom a pronoun stands for, or whose error it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas
from blameless_lint.rewrite.human_error import ERRORS
from blameless_lint.rewrite.keeping import LOOSE
from blameless_lint.rewrite.pronouns import THIRD

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

LEAVING_OUT = lemmas("omission_verbs", "strong_omission_verbs") - {"fail", "miss", "decline"}


def still_accuses(outside: str, scene: Scene) -> str:
    """Return who is still told to have done it beside the blamed, or whose error it still is."""
    for token in scene.tokens:
        if token.lemma_.lower() in ERRORS and scene.request.category != "human-error":
            owned = any(child.dep_ == "poss" and child.i in scene.blamed for child in token.children)
            if owned and token.lower_ in outside.lower():
                return f"still {token.text}"
        if token.pos_ != "VERB" or token.text not in outside:
            continue
        if _is_left_out_by(token, outside, scene) or _is_done_by_another(token, outside, scene):
            return f"still {token.text}"
    return ""


def _is_left_out_by(verb: Token, outside: str, scene: Scene) -> bool:
    """Return whether someone is still the subject of a verb of leaving out, or of an act “without …”."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None or f"{subject.text} {subject.nbor(1).text}" not in outside:
        return False
    if scene.request.category in LOOSE and verb.lemma_.lower() in LEAVING_OUT:
        return True
    denied = scene.request.holds(verb) and any(child.dep_ == "neg" for child in verb.children)
    if denied and scene.request.agent is not None and subject.i not in scene.blamed:
        return scene.request.category == "omission"
    without = any(part.lower_ == "without" for part in verb.subtree) and "without" in outside
    return without and scene.request.is_person(subject) and subject.pos_ == "PROPN"


def _is_done_by_another(verb: Token, outside: str, scene: Scene) -> bool:
    """Return whether “they” are gone, but not those whom they stand for: “… by the crew, and they never …”."""
    if scene.head is None or scene.head.lower_ not in THIRD:
        return False
    by = next((part for part in verb.subtree if part.lower_ == "by" and part.i < scene.head.i), None)
    if by is None:
        return False
    return any(
        part.i not in scene.blamed and part.text in outside and scene.request.is_person(part) for part in by.subtree
    )
