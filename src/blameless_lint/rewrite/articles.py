"""The article that fits: before another word, or where a possessor stood."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene


UNCOUNTED = frozenset({"code", "work", "behaviour", "behavior", "interference", "meddling", "config", "configuration"})


def a_or_an(following: str) -> str:
    """Return the indefinite article that a word asks for."""
    return "an" if re.match(r"(?i)[aeio]|u(?!n[ia]|s[eia]|ti)|hour|[FHLMNRSX](?![a-z])", following) else "a"


def article_for(noun: Token, scene: Scene) -> str:
    """Return the article that takes the place of the blamed as a noun's possessor."""
    between = [
        token
        for token in noun.children
        if token.dep_ in {"amod", "compound", "nummod"} and token.i not in scene.judging and token.lower_ != "own"
    ]
    first = min([*(token.left_edge for token in between), noun], key=lambda token: token.i)
    if noun.tag_ in {"NNS", "NNPS"}:
        return "the" if any(child.lower_ in {"of", "own"} for child in noun.children) else ""
    if (
        noun.lemma_.lower() in lemmas("change_nouns")
        and not any(child.lower_ == "of" for child in noun.children)
        and noun.lemma_.lower() not in UNCOUNTED
    ):
        return a_or_an(first.text)
    return "the"
