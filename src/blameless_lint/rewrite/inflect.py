"""Forms of verbs, from lemminflect."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from blameless_lint.rewrite.tables import library

Tense = Literal["past", "present", "past perfect", "present perfect", "past progressive", "present progressive"]


@lru_cache(maxsize=4096)
def form(lemma: str, tag: str) -> str:
    """Return a verb's form by its Penn tag, the regular one where the dictionary does not know the verb."""
    found = library().getInflection(lemma, tag)
    if not found or " " in found[0]:
        return lemma
    return str(found[0]) if found else lemma


def participle_of(word: str, lemma: str) -> str:
    """Return the past participle of a verb, spelled as the text spells it: “cancelled” stays so."""
    options = library().getInflection(lemma, "VBN")
    regular = word.lower().endswith("ed")
    if not options:
        return word.lower() if regular else lemma
    return (
        word.lower()
        if regular and (word.lower() in options or options[0].endswith("ed")) and options[0].endswith("ed")
        else str(options[0])
    )


@lru_cache(maxsize=4096)
def base(word: str, lemma: str) -> str:
    """Return the base form of a verb; `lemma` is what the parser took for it."""
    found = library().getAllLemmas(word.lower()).get("VERB", ())
    return lemma.lower() if lemma.lower() in found or not found else str(found[0])


@lru_cache(maxsize=4096)
def is_verb(word: str) -> bool:
    """Return whether the dictionary knows a word as a form of a verb."""
    return bool(library().getAllLemmas(word.lower()).get("VERB"))


@lru_cache(maxsize=8192)
def lemmas(word: str) -> frozenset[str]:
    """Return every lemma that a word may be a form of, itself included."""
    found = {word}
    for options in library().getAllLemmas(word).values():
        found.update(options)
    return frozenset(found)


def be(tense: Tense, *, plural: bool, negated: bool = False) -> str:
    """Return the form of “be” that stands before a participle: "was not", "have been"."""
    no = " not" if negated else ""
    past, present = ("were", "are") if plural else ("was", "is")
    have = "have" if plural else "has"
    return {
        "past": past + no,
        "present": present + no,
        "past perfect": f"had{no} been",
        "present perfect": f"{have}{no} been",
        "past progressive": f"{past}{no} being",
        "present progressive": f"{present}{no} being",
    }[tense]
