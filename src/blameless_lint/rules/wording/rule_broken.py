"""Someone is said to have violated, bypassed or disregarded a rule.

Rules are bent wherever work has to get done; saying that one was broken does not say why that made sense.

Instead, say what was done in place of the rule, and ask what made the rule hard to follow there.

Source: Dekker, The Field Guide to Understanding 'Human Error'; Hollnagel, work-as-imagined and work-as-done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.extent import extent
from blameless_lint.language.grammar.mood import is_meta, is_told
from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.people.agent import Kind
from blameless_lint.rules.flag import flag, quoted
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.language.reading import Reading

PHRASE = expression(
    r"\b(?:in|a|direct|clear) (?:violation|breach|defiance|disregard|contravention) of\b|\bagainst (?:the |our |all |"
    r"company |department )?"
    r"(?:rules?|polic(?:y|ies)|procedures?|protocol|advice|orders|instructions|regulations)\b|\bwithout (?:authority|"
    r"authori[sz]ation|permission)\b",
    re.IGNORECASE,
)


@rule(
    category="accusation",
    severity="error",
    cues=[PHRASE],
    examples=[
        Example("The engineer violated the change policy.", flags=["The engineer violated the change policy"]),
        Example("Priya bypassed the review process.", flags=["Priya bypassed the review process"]),
        Example("He deviated from the procedure.", flags=["He deviated from the procedure"]),
        Example("In violation of the two-person rule, the key was used alone.", flags=["In violation of"]),
        Example("The request violated a constraint of the table."),
        Example("The packet exceeded the limit of 9 kB."),
        Example("The cron job bypassed the proxy."),
        Example("Nobody may bypass the review."),
        Example("The client ignored the rate limit header."),
        Example("The order of the steps in the runbook was reversed."),
    ],
)
def rule_broken(reading: Reading) -> Iterator[Match]:
    """Yield broken rules whose breaker is a person or a group."""
    for parsed, predication in reading.predications():
        agent = predication.agent
        if agent is None or predication.negated or not predication.is_asserted or is_told(parsed, predication):
            continue
        if agent.kind in {Kind.CUSTOMER, Kind.NOBODY} or predication.lemma not in lemmas("rule_breaking_verbs"):
            continue
        if any(token.lemma_.lower() in lemmas("rule_nouns") for token in _objects(predication.verb)):
            yield flag(
                parsed, extent(predication), f"{quoted(agent, parsed)} is said to have broken a rule.", agent=agent
            )
    for parsed in reading.parsed:
        if not is_meta(parsed):
            for tokens in parsed.find(PHRASE):
                yield flag(parsed, tokens, f"{quoted(tokens, parsed)} says that a rule was broken.", level="error")


def _objects(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ == "dobj":
            yield child
        elif child.dep_ == "prep":
            yield from (token for token in child.children if token.dep_ == "pobj")
