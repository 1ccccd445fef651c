"""An idiom of reproach or an insult: “dropped the ball”, “asleep at the wheel”, “screwed up”.

Colour of this kind says what the writer feels; readers will remember it, and not the facts.

Instead, say in plain words what happened and what was missing.

Source: Dekker, Just Culture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.mood import is_meta
from blameless_lint.language.lexicon import pattern
from blameless_lint.language.people.agent import Agent, Kind
from blameless_lint.rules.flag import flag, level_of, quoted
from blameless_lint.rules.rule import Example, Match, rule

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan

    from blameless_lint.language.reading import ParsedSentence, Reading


AMBIGUOUS = re.compile(
    r"screw|mess|cock|bugger|fuck|fell|drag|silent|quiet|let|cut|asleep|show|nowhere|hung|corners|rubber|gone|give|job|pass|felt|only|botched|bungled",
    re.IGNORECASE,
)


@rule(
    category="accusation",
    severity="error",
    cues=[pattern("accusation_idioms")],
    examples=[
        Example("Security dropped the ball.", flags=["Security dropped the ball"]),
        Example("The vendor was asleep at the wheel.", flags=["The vendor was asleep at the wheel"]),
        Example("I screwed up the migration.", flags=["I screwed up"]),
        Example("Finance couldn't be bothered to reply.", flags=["Finance couldn't be bothered"]),
        Example("The cache screwed up the order of the rows."),
        Example("The job dropped the table."),
        Example("The scheduler cut the queue in half."),
        Example("We cut the corner cases from the test."),
        Example("The deploy messed up the index."),
        Example("The idle pods were asleep."),
    ],
)
def reproach(reading: Reading) -> Iterator[Match]:
    """Yield idioms of reproach that are not about software."""
    for parsed in reading.parsed:
        if is_meta(parsed):
            continue
        for tokens in parsed.find(pattern("accusation_idioms")):
            agent, is_software = _subject(parsed, tokens)
            if is_software and AMBIGUOUS.search(tokens.text):
                continue
            whole = parsed.doc[min(tokens.start, agent.start) : tokens.end] if agent is not None and tokens.start - agent.end <= 6 else tokens
            level = level_of(agent) if agent is not None and agent.kind in {Kind.WE, Kind.NOBODY} else "error"
            yield flag(parsed, whole, f"{quoted(tokens, parsed)} is a reproach.", agent=agent, level=level)


def _subject(parsed: ParsedSentence, tokens: TokenSpan) -> tuple[Agent | None, bool]:
    """Return who the idiom is said of, and whether its subject is software instead."""
    covered = {token.i for token in tokens}
    for predication in parsed.predications:
        if predication.verb.i in covered:
            subject = predication.subject
            if predication.agent is not None:
                return (predication.agent, False) if predication.agent.start < tokens.start else (None, False)
            return None, subject is not None and subject.pos_ in {"NOUN", "PROPN"} and subject.i < tokens.start
    for token in reversed(list(parsed.doc[: tokens.start])):
        if token.dep_.startswith("nsubj"):
            return parsed.who(token), False
    return None, False
