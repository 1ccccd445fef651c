"""Idioms of reproach: where one stands, and of whom it is said. The rules for idioms share this."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.mood import is_meta
from blameless_lint.language.people.agent import Agent, Kind
from blameless_lint.rules.flag import flag, level_of, quoted
from blameless_lint.rules.rule import Match
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan

    from blameless_lint.language.reading import ParsedSentence, Reading

AMBIGUOUS = expression(
    r"wast|gave|fall|screw|mess|cock|bugger|fuck|fell|drag|silent|quiet|let|cut|asleep|show|nowhere|hung|corners|rubber|gone|give|job|pass|felt|only|botched|bungled|trusted|"
    r"another planet|own account|yet to|to themselves|for themselves|turn|reputation|regardless|anyway|"
    r"anyhow|all the same|volumes|says it all|telling|tells|optional|still|nonetheless|"
    r"nevertheless",
    re.IGNORECASE,
)
"""Idioms that are said of software too: they count only where no software is their subject."""


def idioms(reading: Reading, expression: re.Pattern[str], says: str) -> Iterator[Match]:
    """Yield the idioms that an expression finds and that are not said of software; `says` completes the message."""
    for parsed in reading.parsed:
        if is_meta(parsed):
            continue
        for tokens in parsed.find(expression):
            agent, is_software = _subject(parsed, tokens)
            if is_software and AMBIGUOUS.search(tokens.text):
                continue
            near = agent is not None and tokens.start - agent.end <= 6
            whole = parsed.doc[min(tokens.start, agent.start) : tokens.end] if agent is not None and near else tokens
            level = level_of(agent) if agent is not None and agent.kind in {Kind.WE, Kind.NOBODY} else "error"
            yield flag(parsed, whole, f"{quoted(tokens, parsed)} {says}.", agent=agent, level=level)


def _subject(parsed: ParsedSentence, tokens: TokenSpan) -> tuple[Agent | None, bool]:
    """Return who the idiom is said of, and whether its subject is software instead."""
    covered = {token.i for token in tokens}
    for predication in parsed.predications:
        if predication.verb.i in covered:
            subject = predication.subject
            if predication.agent is not None:
                return (predication.agent, False) if predication.agent.start < tokens.start else (None, False)
            patient = parsed.who(subject) if subject is not None and predication.passive else None
            if patient is not None:
                return (patient, False) if patient.start < tokens.start else (None, False)
            return None, subject is not None and subject.pos_ in {"NOUN", "PROPN"} and subject.i < tokens.start
    for token in reversed(list(parsed.doc[: tokens.start])):
        if token.dep_.startswith("nsubj"):
            return parsed.who(token), False
    return None, False
