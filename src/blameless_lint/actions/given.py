"""Whether a word is a person's given name, by the list that the language floor keeps."""

from __future__ import annotations

from blameless_lint.language import words
from blameless_lint.language.lexicon import pattern


def is_given(word: str) -> bool:
    """Return whether a word is a given name with a capital; one of two parts counts where one part does."""
    plain = word.strip(' .,*_“”"').removesuffix("'s").removesuffix("’s")
    if not plain[:1].isupper() or (plain.isupper() and len(plain) > 1) or plain.lower() in words.load("software"):
        return False
    if pattern("action_given_names").fullmatch(plain):
        return True
    first, _, second = plain.lower().partition("-")
    names = words.load("given_names")
    return plain.lower() in names or (second.isalpha() and (first in names or second in names) and _may_join(plain))


def begins_with_given(text: str) -> bool:
    """Return whether the first word of a text is a given name; a text of blanks or marks alone has none."""
    return is_given(next(iter(text.split()), ""))


def _may_join(word: str) -> bool:
    """Return whether the second part of a hyphenated word could be one of a name: Hye-jin, Marie-Claire."""
    return len(word) < 18 and not word.endswith(("ing", "ed", "er", "tion"))
