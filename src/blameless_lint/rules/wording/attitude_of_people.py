"""An attitude is laid to people: a casual approach, a lax attitude, a relaxed view of the rules.

An attitude is read into people from outside, after the event; nobody can check it, and nothing follows from it.

Instead, say what was done at which step, and what the step showed, asked for and allowed.

Source: Dekker, Just Culture; Ross, The Intuitive Psychologist and His Shortcomings (fundamental attribution error).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.compound import whole
from blameless_lint.language.grammar.extent import between, phrase
from blameless_lint.language.grammar.mood import is_denied, is_meta
from blameless_lint.language.grammar.possession import holder_of
from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.people.agent import Kind
from blameless_lint.rules.flag import flag, level_of, quoted
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.language.people.agent import Agent
    from blameless_lint.language.reading import ParsedSentence, Reading

CUE = expression(
    r"\b(?:approach|attitude|demeanou?r|manner|mentality|mind-?set|outlook|reaction|stance|style|treatment|view)\b",
    re.IGNORECASE,
)
ALWAYS = frozenset({"attitude", "demeanor", "demeanour", "mentality", "mind-set", "mindset"})
"""Nouns that only people have: with such an adjective they need nobody named beside them."""
HAVING = frozenset({"adopt", "bring", "display", "have", "show", "take"})


@rule(
    category="judgement",
    severity="error",
    cues=[CUE],
    examples=[
        Example(
            "Cause: the casual approach of the fitters to the tag-out.",
            flags=["the casual approach of the fitters to the tag-out"],
        ),
        Example("A lax attitude to the seals did the rest.", flags=["A lax attitude to the seals"]),
        Example(
            "The agency took a relaxed view of the deadline.", flags=["The agency took a relaxed view of the deadline"]
        ),
        Example("The foreman's manner was offhand.", flags=["The foreman's manner was offhand"]),
        Example(
            "We would describe the skipper's approach as optimistic.",
            flags=["the skipper's approach as optimistic"],
        ),
        Example(
            "Our approach to the drill was casual.", flags=["Our approach to the drill was casual"], level="warning"
        ),
        Example("The optimistic approach of the store to locking led to retries."),
        Example("The casual approach of the song was praised."),
        Example("The crew's approach was careful."),
        Example("A casual look at the graph shows two peaks."),
        Example("The foreman took a view of the yard from the crane."),
        Example("There was no lax attitude to the seals."),
        Example("Worn seals can lead to a lax attitude."),
        Example("The plane was in a loose climb attitude."),
        Example("The vendor has a loose coupling between the two."),
    ],
)
def attitude_of_people(reading: Reading) -> Iterator[Match]:
    """Yield attitudes of reproach that people are said to have."""
    for parsed in reading.parsed:
        if not CUE.search(parsed.text) or is_meta(parsed):
            continue
        for token in parsed.doc:
            if token.lower_ in lemmas("attitude_nouns") and token.pos_ == "NOUN" and not is_denied(token):
                yield from _judged(parsed, token)


def _judged(parsed: ParsedSentence, noun: Token) -> Iterator[Match]:
    adjective = next((child for child in noun.children if _is_attribute(child)), None)
    said = adjective or _said_of(noun)
    if said is None or not _judges(said):
        return
    agent = holder_of(noun, parsed) or (_haver(noun, parsed) if adjective is not None else None)
    alone = agent is None and adjective is not None and noun.lower_ in ALWAYS and not _is_of_craft(noun)
    if alone and any(child.tag_ == "MD" for token in noun.ancestors for child in token.children):
        return  # “can lead to a lax attitude”: of nobody yet
    if (agent is None and not alone) or (agent is not None and agent.kind in {Kind.NOBODY, Kind.CUSTOMER}):
        return
    tokens = phrase(noun) if adjective is not None else between(phrase(noun), said)
    if agent is not None and agent.start < tokens.start:
        tokens = parsed.doc[agent.start : tokens.end]
    level = level_of(agent) if agent is not None else "error"
    yield flag(parsed, tokens, f"{quoted(said, parsed)} judges an attitude.", agent=agent, level=level)


def _is_attribute(child: Token) -> bool:
    return child.dep_ in {"amod", "compound", "nmod"} and _judges(child)


def _judges(adjective: Token) -> bool:
    return whole(adjective) in lemmas("attitude_adjectives", "judgement_adjectives", "harsh_adjectives")


def _said_of(noun: Token) -> Token | None:
    """Return the adjective that is said of the noun: “his manner was offhand”, “describe his approach as offhand”."""
    verb = noun.head
    if noun.dep_ == "nsubj" and verb.lemma_ in {"be", "seem", "remain", "become"}:
        if any(child.dep_ in {"neg", "aux"} for child in verb.children):
            return None
        return next((child for child in verb.children if child.dep_ in {"acomp", "attr"}), None)
    if noun.dep_ in {"dobj", "nsubjpass"} and not any(child.dep_ == "neg" for child in verb.children):
        behind = (grand for child in verb.children if child.lower_ == "as" for grand in child.children)
        return next((word for word in behind if word.pos_ == "ADJ"), None)
    return None


def _haver(noun: Token, parsed: ParsedSentence) -> Agent | None:
    """Return who has it: “the agency took a relaxed view”."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_.lower() not in HAVING:
        return None
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    return parsed.who(subject) if subject is not None else None


def _is_of_craft(noun: Token) -> bool:
    """Return whether it is the attitude of an aircraft: “climb attitude”."""
    return any(child.dep_ == "compound" and not _judges(child) for child in noun.children)
