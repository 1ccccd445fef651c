"""The pronouns and names that may stand for the blamed, and the possessives whose owner they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

THEY = frozenset(["they", "them", "their", "theirs", "themselves"])
THIRD = THEY | {"he", "she", "him", "her", "his", "hers", "himself", "herself"}
FIRST = frozenset(["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"])
SECOND = frozenset(["you", "your", "yours", "yourself", "yourselves"])
NOBODY = frozenset({"nobody", "none", "neither", "no-one"})
RELATIVES = frozenset({"who", "whom", "that", "which"})
POSSESSIVES = frozenset({"its", "their", "his", "her"})


def name_of(head: Token) -> list[Token]:
    """Return the head of a phrase with the other words of its name."""
    parts = {"compound", "flat", "nmod", "conj"}
    return [head, *(child for child in head.children if child.dep_ in parts and child.pos_ == "PROPN")]


def owned(doc: Doc, head: Token, is_person: Callable[[Token], bool]) -> set[int]:
    """Return the places of the possessives before things that are acted on and can only be the blamed's own."""
    return {
        token.i
        for token in doc[head.i + 1 :]
        if has_blamed_owner(token, head)
        and token.head.dep_ == "dobj"
        and not any(is_person(p) for p in (*doc[head.i + 1 : token.i], token.head) if p != head and p.head != head)
    }


def has_blamed_owner(token: Token, head: Token) -> bool:
    """Return whether a possessive behind the head of the blamed can have no other owner."""
    if token.lower_ not in POSSESSIVES or token.tag_ != "PRP$" or head.i > token.i:
        return False
    between = token.doc[head.i + 1 : token.i]
    plural = token.lower_ == "their"
    owners = [part for part in between if part.pos_ in {"NOUN", "PROPN"} and (part.tag_ in {"NNS", "NNPS"}) == plural]
    return not any(part.dep_ in {"nsubj", "nsubjpass"} for part in owners)
