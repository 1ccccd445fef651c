"""Whether a document is written in English, by the share of its function words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.text.expression import expression
from blameless_lint.text.wordlist import words

if TYPE_CHECKING:
    from blameless_lint.text.document import Document

_WORD = expression(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ENOUGH_WORDS = 8
_ENOUGH_FOREIGN = 3
_LIMIT = 200_000


def is_english(document: Document) -> bool | None:
    """Return whether a document's prose is English, or None where there is too little of it to tell.

    Code, URLs and other opaque ranges are not looked at. Words that only English uses for grammar are counted against
    those that only other languages use; a text in another script than Latin is not English.
    """
    text = _prose(document)
    letters = sum(character.isalpha() for character in text)
    foreign_script = sum(character.isalpha() and ord(character) > 0x24F for character in text)
    if letters >= _ENOUGH_WORDS and foreign_script * 2 > letters:
        return False
    tokens = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    if len(tokens) < _ENOUGH_WORDS:
        return None
    english = sum(word in words("english") for word in tokens)
    foreign = sum(word in words("foreign") for word in tokens)
    if foreign >= _ENOUGH_FOREIGN and foreign > 2 * english:
        return False
    if english * 25 >= len(tokens) and english >= foreign:
        return True
    return None


def _prose(document: Document) -> str:
    pieces: list[str] = []
    size = 0
    for block in document.blocks:
        position = 0
        for span in block.opaque:
            pieces.append(block.text[position : span.start])
            position = span.end
        pieces.append(block.text[position:])
        size += len(block.text)
        if size > _LIMIT:
            break
    return "\n".join(pieces)[:_LIMIT]
