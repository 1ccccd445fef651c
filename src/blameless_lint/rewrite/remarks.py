"""Words that only judge and stand beside a fact that can stay: “…, which tells you everything”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.words import load
from blameless_lint.rewrite.judging import judging_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

REMARKS = load("rewriting_remarks")
JUDGING = judging_words() | lemmas("vices", "state_adjectives", "harsh_adjectives", "judging_verbs", "virtues")
OPENERS = frozenset({"and", "but", "so", "which", "what", "a", "an", "this", "that", "it", "you", "one", "i", "–", "—"})
OPENERS |= {"something", "as", "who", "whatever", "such", "how", "to", "no", "not", "these", "there"}
CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM", "ADV"})


def is_remark(words: list[Token], scene: Scene) -> bool:
    """Return whether words only judge: no number, name, quotation or thing of their own."""
    if not words or any(token.is_quote or (token.like_num and token.lower_ != "one") for token in words):
        return False
    return all(_is_empty(token, scene) for token in words)


def _is_empty(token: Token, scene: Scene) -> bool:
    if token.i in scene.blamed or token.i in scene.judging or token.pos_ not in CONTENT or token.is_stop:
        return True
    known = {token.lower_, token.lemma_.lower()}
    return bool(known & (REMARKS | JUDGING)) or (token.pos_ == "ADV" and token.lower_.endswith("ly"))
