"""How far a phrase reaches: the words that a finding underlines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

    from blameless_lint.language.grammar.predication import Predication

FAR = 12  # tokens between an agent and its verb beyond which they are not underlined together
OUTSIDE = frozenset({"advcl", "conj", "cc", "punct", "parataxis", "relcl", "dep", "mark", "preconj", "intj", "csubj"})


def extent(predication: Predication) -> TokenSpan:
    """Return the agent, the verb and what belongs to the verb closely, as one run of tokens."""
    verb = predication.verb
    tokens = {token.i for token in _core(verb)} | {part.i for part in _governors(verb)}
    start, end = min(tokens), max(tokens) + 1
    agent = predication.agent
    if agent is not None:
        if agent.end <= verb.i and start - agent.end <= FAR:
            start = min(start, agent.start)
        elif agent.start > verb.i and agent.start - end <= FAR:
            end = max(end, agent.end)
    return _trimmed(verb, start, end)


def _governors(verb: Token) -> Iterator[Token]:
    """Yield the semi-modals that govern the verb, with their auxiliaries: “was supposed to have checked”."""
    while verb.dep_ == "xcomp" and verb.head.lemma_.lower() in {"ought", "suppose", "expect"}:
        verb = verb.head
        yield verb
        yield from (child for child in verb.children if child.dep_ in {"aux", "auxpass", "neg"})


def phrase(head: Token) -> TokenSpan:
    """Return a noun phrase or clause with what hangs on it closely, without relative clauses and conjuncts."""
    tokens = [token.i for token in _core(head)]
    return _trimmed(head, min(tokens), max(tokens) + 1)


def between(first: TokenSpan | Token, last: TokenSpan | Token) -> TokenSpan:
    """Return the run of tokens from the earlier to the later of two places."""
    places = (bounds(first), bounds(last))
    return first.doc[min(start for start, _ in places) : max(end for _, end in places)]


def bounds(place: TokenSpan | Token) -> tuple[int, int]:
    """Return where a token or a span of tokens starts and ends, counted in tokens."""
    from spacy.tokens import Token

    return (place.i, place.i + 1) if isinstance(place, Token) else (place.start, place.end)


def _core(head: Token) -> Iterator[Token]:
    yield head
    for child in head.children:
        if child.dep_ in OUTSIDE or (child.dep_.startswith("nsubj") and child.i < head.i):
            continue
        if child.dep_ == "npadvmod" and child.i < head.i:
            continue
        if child.dep_ in {"prep", "advmod"} and child.i < head.i and not _is_close(child, head):
            continue
        yield from _core(child)


def _is_close(child: Token, head: Token) -> bool:
    """Return whether only adverbs, auxiliaries and negations stand between a modifier and its head."""
    return all(
        token.dep_ in {"aux", "auxpass", "neg", "advmod", "amod", "compound", "det"}
        for token in child.doc[child.right_edge.i + 1 : head.i]
    )


def _trimmed(head: Token, start: int, end: int) -> TokenSpan:
    doc = head.doc
    while (
        end - 1 > head.i
        and (doc[end - 1].is_punct or doc[end - 1].is_space)
        and doc[end - 1].text not in {")", "”", '"', "’", "%"}
    ):
        end -= 1
    while (
        start < head.i and (doc[start].is_punct or doc[start].is_space) and doc[start].text not in {"(", "“", '"', "@"}
    ):
        start += 1
    return doc[start:end]
