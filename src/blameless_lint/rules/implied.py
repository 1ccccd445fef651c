"""What the trained encoder recognised and no grammar rule explains: the eight “implied” rules share this."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.mood import is_meta
from blameless_lint.rules.flag import flag, quoted
from blameless_lint.rules.rule import Match

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan

    from blameless_lint.language.people.agent import Agent
    from blameless_lint.language.reading import ParsedSentence, Reading
    from blameless_lint.language.score import Score
    from blameless_lint.text.source import Span

FLOOR = 0.1
"""Below this probability of blame nothing is proposed; what is proposed the one decision weighs."""


def implied(reading: Reading, category: str, says: str) -> Iterator[Match]:
    """Yield the sentences in which the encoder sees this category most likely; `says` completes the message."""
    for parsed in reading.parsed:
        score = reading.scores.get(parsed.sentence.index)
        if score is None or score.category != category or score.blame < FLOOR or is_meta(parsed):
            continue
        tokens = _tokens(parsed, score.target) or parsed.doc[:]
        if not _is_opaque(parsed, tokens):
            yield _match(parsed, tokens, score, says)


def _is_opaque(parsed: ParsedSentence, tokens: TokenSpan) -> bool:
    """Return whether all words of the span are code, URLs or other text that is never judged."""
    opaque = parsed.doc.user_data["opaque"]
    return all(
        not token.text[0].isalnum() or any(span.start <= token.idx < span.end for span in opaque) for token in tokens
    )


def _match(parsed: ParsedSentence, tokens: TokenSpan, score: Score, says: str) -> Match:
    agent = _agent(parsed, score, tokens)
    named = f", and names {quoted(agent, parsed)}" if agent is not None else ""
    return flag(
        parsed,
        tokens,
        f"{quoted(tokens, parsed)} {says}{named}.",
        agent=agent,
        level="error" if score.severe >= 0.5 else "warning",
    )


def _tokens(parsed: ParsedSentence, span: Span | None) -> TokenSpan | None:
    """Return the tokens of a range of the sentence's text, without what stands before the clause."""
    if span is None or span.end <= parsed.shift:
        return None
    start = max(0, span.start - parsed.shift)
    return parsed.doc.char_span(start, span.end - parsed.shift, alignment_mode="expand")


def _agent(parsed: ParsedSentence, score: Score, target: TokenSpan) -> Agent | None:
    tagged = _tokens(parsed, score.agent)
    for tokens in (tagged, target):
        for token in tokens if tokens is not None else ():
            agent = parsed.who(token) if token.pos_ in {"NOUN", "PROPN", "PRON", "DET"} else None
            if agent is not None:
                return agent
    return None
