"""The noun phrase around a head: what stands before it, how far it reaches, and what shapes its words have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

PREMODIFIERS = frozenset(
    {"det", "poss", "compound", "amod", "nmod", "nummod", "predet", "quantmod", "preconj", "neg", "advmod", "case"}
)
CODE = expression(r"[_/\\=<>{}$#]|\d|\w\.\w|[a-z][A-Z]|^[A-Z][a-z]+[A-Z]|::|\(\)|^-|.:$")
LEVEL = expression(r"^[LTlt]\d$|^1st$|^2nd$|^3rd$")  # levels of support
INITIAL = expression(r"^[A-ZÀ-Ž]\.(?:-?[A-Z]\.)?$")
ARTICLES = frozenset({"the", "a", "an", "our", "my", "their", "his", "her", "your", "no", "this", "that"})
COMPANIONS = frozenset({"in", "at", "on", "from", "of", "among", "within"})


def is_opaque(token: Token) -> bool:
    """Return whether a token stands for code, a URL or something else that is never judged."""
    start, end = token.idx, token.idx + len(token.text)
    return any(span.start < end and start < span.end for span in token.doc.user_data.get("opaque", ()))


def is_code_shaped(text: str) -> bool:
    """Return whether a word looks like an identifier, a version or a path and not like a word of language."""
    return len(text) > 1 and bool(CODE.search(text)) and not LEVEL.match(text)


def hyphenated(token: Token) -> str:
    """Return the whole word that a token is part of, where hyphens split it: “woo” of “Hyun-woo” gives "Hyun-woo"."""
    start = end = token.i
    doc = token.doc
    while (
        start >= 2 and doc[start - 1].text == "-" and not doc[start - 1].whitespace_ and not doc[start - 2].whitespace_
    ):
        start -= 2
    while end + 2 < len(doc) and doc[end + 1].text == "-" and not doc[end].whitespace_ and not doc[end + 1].whitespace_:
        end += 2
    return str(doc[start : end + 1].text)


def modifiers(head: Token) -> list[Token]:
    """Return the words before a head that belong to it, in order, those of compounds and possessors included."""
    found: list[Token] = []
    for child in head.lefts:
        if child.dep_ in PREMODIFIERS:
            found.extend(child.subtree)
    return sorted(found, key=lambda token: token.i)


def closest(head: Token) -> list[Token]:
    """Return the words directly before a head that belong to it: no determiners, possessors or numbers."""
    return [
        t
        for t in modifiers(head)
        if t.dep_ in {"compound", "amod", "nmod", "advmod", "punct"} and t.pos_ != "PART" and not _is_possessed(t, head)
    ]


def _is_possessed(token: Token, head: Token) -> bool:
    while token.head != head and token.head != token:
        token = token.head
        if token.dep_ == "poss":
            return True
    return token.dep_ == "poss"


def determiner(head: Token) -> str:
    """Return the determiner, possessive pronoun or negation before a head, in lower case, or ""."""
    for child in head.lefts:
        if child.dep_ in {"det", "poss", "neg", "predet"} and (child.dep_ != "poss" or child.pos_ in {"PRON", "DET"}):
            return str(child.lower_)
    return ""


def before(token: Token) -> Token | None:
    """Return the token before, if any."""
    return token.nbor(-1) if token.i > 0 else None


def governor(token: Token) -> Token | None:
    """Return the verb that a subject, a conjunct of one, or the object of a by-phrase belongs to."""
    while token.dep_ in {"conj", "appos"} and token.head != token:
        token = token.head
    if token.dep_ in {"nsubj", "nsubjpass"}:
        return token.head
    if token.dep_ == "pobj" and token.head.dep_ == "agent":
        return token.head.head
    return None


def _with_article(first: Token) -> int:
    """Return the index of the article before a word, also before the parts that hyphens join to it."""
    doc, start = first.doc, int(first.i)
    while start >= 2 and (doc[start].text == "-" or doc[start - 1].text == "-") and not doc[start - 1].is_space:
        start -= 1
    while start > 0 and doc[start - 1].lower_ in ARTICLES and doc[start].i <= first.i:
        start -= 1
    return start


def reach(head: Token, *, with_companions: bool = False) -> tuple[int, int]:
    """Return the token range of a phrase: what stands before its head, the head, and close appositions behind it."""
    left = modifiers(head)
    start = left[0].i if left else head.i
    start = _with_article(head.doc[min(start, head.i)])
    end = head.i + 1
    for child in head.rights:
        if child.dep_ == "appos" and child.i - end <= 2:
            end = max(end, child.right_edge.i + 1 if child.right_edge.i - child.i < 8 else child.i + 1)
        elif child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN"} and child.i - end <= 5:
            end = max(end, child.i + 1)
        elif with_companions and child.dep_ == "prep" and child.lower_ in COMPANIONS and child.i == end:
            end = max(end, child.right_edge.i + 1 if child.right_edge.i - child.i < 8 else child.i + 1)
        elif child.i == end and child.dep_ in {"flat", "nummod"}:
            end = child.i + 1
    return start, end
