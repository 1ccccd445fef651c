"""Words that the tokenizer takes apart at their hyphens: “half-baked”, “over-confident”."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

HYPHENS = frozenset({"-", "‑"})


def whole(token: Token) -> str:
    """Return the hyphenated word that ends in a token, or the token itself, in lower case."""
    parts = [token.lower_]
    place = token.i
    doc = token.doc
    while (
        place >= 2
        and doc[place - 1].text in HYPHENS
        and not doc[place - 1].whitespace_
        and not doc[place - 2].whitespace_
    ):
        parts[:0] = [doc[place - 2].lower_, "-"]
        place -= 2
    return "".join(parts)
