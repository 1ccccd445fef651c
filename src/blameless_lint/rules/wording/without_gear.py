"""People are said not to wear what protects them: “had no helmet on”, “was on the line without gloves”.

Seen from outside it looks like carelessness; the sentence does not say what there was to wear, who had it, and what the
work asked for at that moment.

Instead, say what was worn and what was at hand, and ask what made it hard to wear.

Source: Dekker, The Field Guide to Understanding 'Human Error'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.extent import extent
from blameless_lint.language.grammar.mood import is_explained, is_told
from blameless_lint.language.people.agent import Kind
from blameless_lint.language.words import load
from blameless_lint.rules.flag import flag, quoted
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.language.grammar.predication import Predication
    from blameless_lint.language.reading import Reading

GEAR = expression(
    r"\b(?:no|not|n['’]t|without|never)\b[^.;]{0,30}\b(?:ppe|helmets?|gloves|hard ?hats?|harness)\b", re.IGNORECASE
)
WEARING = frozenset({"wear", "have", "put on", "don", "use"})
THIRD = frozenset({Kind.NAME, Kind.HANDLE, Kind.ROLE, Kind.TEAM, Kind.VENDOR, Kind.PRONOUN})


@rule(
    category="omission",
    severity="error",
    cues=[GEAR],
    examples=[
        Example("The rigger had no helmet on.", flags=["The rigger had no helmet on"]),
        Example("The welder was not wearing his gloves.", flags=["The welder was not wearing his gloves"]),
        Example(
            "The foreman stood on the ramp without a helmet.", flags=["The foreman stood on the ramp without a helmet"]
        ),
        Example("She walked into the bay with no gloves.", flags=["She walked into the bay with no gloves"]),
        Example("The rigger had no helmet, because the only one at hand was too small."),
        Example("The visitors had no badge yet when the alarm rang."),
        Example("The rigger was wearing a helmet and gloves."),
        Example("The sensor has no shield."),
        Example("The pump ran for an hour without its shield."),
        Example("Nobody may enter without a helmet."),
    ],
)
def without_gear(reading: Reading) -> Iterator[Match]:
    """Yield the people who are said not to have worn what protects them."""
    for parsed, predication in reading.predications():
        agent = predication.agent
        if agent is None or agent.kind not in THIRD or not predication.is_asserted:
            continue
        if not (_wears_none(predication) or _goes_without(predication.verb)):
            continue
        if is_told(parsed, predication) or is_explained(parsed, predication):
            continue
        message = f"{quoted(agent, parsed)} is said not to have worn what protects."
        yield flag(parsed, extent(predication), message, agent=agent)


def _wears_none(predication: Predication) -> bool:
    """Return whether wearing is denied: “was not wearing a harness”, “had no helmet on”."""
    worn = [child for child in predication.verb.children if child.dep_ == "dobj" and _is_gear(child)]
    if predication.lemma.split()[0] not in {word.split()[0] for word in WEARING} or not worn:
        return False
    if predication.lemma.startswith(("have", "use")) and not predication.past:
        return False
    none = any(child.lower_ == "no" for noun in worn for child in noun.children)
    yet = any(child.lower_ == "yet" for child in predication.verb.children)
    return (predication.negated or none) and not yet


def _goes_without(verb: Token) -> bool:
    """Return whether the act was done without gear: “stood on the ramp without a helmet”."""
    for child in verb.children:
        if child.dep_ == "prep" and child.i > verb.i and child.lower_ in {"without", "with"}:
            for noun in child.children:
                none = child.lower_ == "without" or any(word.lower_ == "no" for word in noun.children)
                if noun.dep_ == "pobj" and none and _is_gear(noun):
                    return True
    return False


def _is_gear(noun: Token) -> bool:
    joined = [noun, *noun.conjuncts]
    names = {f"{token.lemma_.lower()}" for token in joined}
    names |= {f"{child.lower_} {noun.lower_}" for child in noun.children if child.dep_ in {"compound", "amod"}}
    return bool(names & load("worn_gear"))
