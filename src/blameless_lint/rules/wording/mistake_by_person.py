"""A mistake, an error, a slip or an oversight is laid to someone, or given as the cause.

“Mistake” is a verdict from afterwards: at the time the act was the sensible thing to do.

Instead, say which act it was, and what made it look right or made the slip easy.

Source: Dekker, The Field Guide to Understanding 'Human Error'; Reason, Human Error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.extent import between, extent, phrase
from blameless_lint.language.grammar.mood import is_denied, is_meta, is_reported, is_told
from blameless_lint.language.grammar.possession import holder_of
from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.people.agent import Kind
from blameless_lint.rules.flag import flag, level_of, quoted
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.language.grammar.predication import Predication
    from blameless_lint.language.reading import ParsedSentence, Reading

MAKE = frozenset({"make", "commit", "do"})
BY = frozenset({"due", "to", "through", "because", "of", "by", "from"})


@rule(
    category="human-error",
    severity="error",
    cues=[
        expression(
            r"\b(?:an?|['’]s|s['’]|my|our|his|her|their|your|this|another|human|of|some|same) (?:\w+ )?error\b|"
            r"\berrors? (?:by|of|on the part|made|in judg)",
            re.IGNORECASE,
        )
    ],
    examples=[
        Example("Tariq made a mistake in the command.", flags=["Tariq made a mistake in the command"]),
        Example("The outage came from an error by the vendor.", flags=["an error by the vendor"]),
        Example("An engineer's mistake emptied the target group.", flags=["An engineer's mistake"]),
        Example("We made a mistake in the rollout.", flags=["We made a mistake in the rollout"], level="warning"),
        Example("Through an oversight the flag remained on.", flags=["Through an oversight"], level="warning"),
        Example("The parser made an error in rounding."),
        Example("The error of the sensor was 3 %."),
        Example("The service's errors rose to 12 %."),
        Example("Our error rate went up."),
        Example("No mistake was made by the team."),
        Example("A typo in the template broke the build."),
    ],
)
def mistake_by_person(reading: Reading) -> Iterator[Match]:
    """Yield mistakes that belong to people, or that explain."""
    for parsed, predication in reading.predications():
        yield from _made(parsed, predication)
    for parsed in reading.parsed:
        if not is_meta(parsed):
            yield from _held(parsed)


def _made(parsed: ParsedSentence, predication: Predication) -> Iterator[Match]:
    """Yield “Tariq made a mistake”."""
    agent = predication.agent
    if agent is None or agent.kind in {Kind.CUSTOMER, Kind.NOBODY} or predication.lemma not in MAKE:
        return
    if not predication.is_asserted or predication.negated or is_told(parsed, predication) or is_reported(predication):
        return
    objects = (child for child in predication.verb.children if child.dep_ in {"dobj", "attr", "nsubjpass"})
    noun = next((child for child in objects if _is_mistake(child)), None)
    if noun is not None and not is_denied(noun):
        message = f"{quoted(agent, parsed)} is said to have made {quoted(noun, parsed)}."
        yield flag(parsed, extent(predication), message, agent=agent)


def _is_mistake(token: Token) -> bool:
    return token.lemma_.lower() in lemmas("mistake_nouns")


def _held(parsed: ParsedSentence) -> Iterator[Match]:
    for token in parsed.doc:
        if not _is_mistake(token) or is_denied(token) or (token.lemma_.lower() == "error" and token.tag_ == "NNS"):
            continue
        agent = holder_of(token, parsed)
        if agent is not None and agent.kind is not Kind.NOBODY and not _is_measure(token):
            yield flag(
                parsed,
                phrase(token),
                f"{quoted(token, parsed)} is laid to {quoted(agent, parsed)}.",
                agent=agent,
                level=level_of(agent),
            )
        elif (
            token.dep_ == "pobj"
            and token.lemma_.lower() in {"mistake", "oversight", "slip", "blunder", "slip-up", "mix-up", "lapse"}
            and _explains(token)
        ):
            yield flag(
                parsed, between(token.head, phrase(token)), f"{quoted(token, parsed)} is given as the explanation."
            )


def _is_measure(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor().lower_ in lemmas("error_measures")


def _explains(token: Token) -> bool:
    return token.head.lower_ in BY and any(child.dep_ == "det" for child in token.children)
