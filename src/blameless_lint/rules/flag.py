"""How wording rules make their matches: the span, the blamed, the level by who is blamed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.grammar.extent import bounds
from blameless_lint.language.people.agent import Agent, Kind
from blameless_lint.rules.rule import Match, Severity
from blameless_lint.text.source import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

    from blameless_lint.language.reading import ParsedSentence

GROUPS = frozenset({Kind.WE, Kind.NOBODY})


def level_of(agent: Agent | None) -> Severity:
    """Return how severe it is by who is blamed: "warning" for we, nobody and no one named, "error" for all others."""
    return "warning" if agent is None or agent.kind in GROUPS else "error"


def flag(
    parsed: ParsedSentence,
    tokens: TokenSpan | Token,
    message: str,
    *,
    agent: Agent | None = None,
    level: Severity | None = None,
) -> Match:
    """Return the match of a run of tokens; without a level it is as severe as who is blamed makes it."""
    start, end = bounds(tokens)
    blamed = None
    if agent is not None:
        whole = parsed.doc[agent.start : agent.end]
        blamed = parsed.span(whole)
    return Match(
        span=parsed.span(parsed.doc[start:end]),
        message=message,
        level=level or level_of(agent),
        agent=blamed,
        sentence=parsed,
        target=Span(start, end),
        blamed=Span(agent.start, agent.end) if agent is not None else None,
        kind=agent.kind if agent is not None else None,
    )


def quoted(tokens: TokenSpan | Token | Agent, parsed: ParsedSentence) -> str:
    """Return the words in quotation marks, as messages show them."""
    if isinstance(tokens, Agent):
        tokens = parsed.doc[tokens.start : tokens.end]
    words = " ".join(tokens.text.split())
    return f"“{words if len(words) <= 60 else words[:57] + '…'}”"
