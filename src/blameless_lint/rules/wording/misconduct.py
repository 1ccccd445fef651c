"""Someone is accused of misconduct: lied, threatened, falsified, ridiculed.

A review is no hearing: the accused cannot answer, and those who read it will not report the next incident.

Instead, take conduct to the people whose task it is, and say here what the work was like without the safeguard.

Source: Dekker, Just Culture.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.extent import extent
from blameless_lint.language.grammar.mood import is_told
from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.people.agent import Kind
from blameless_lint.rules.flag import flag, quoted
from blameless_lint.rules.rule import Example, Match, rule

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading


@rule(
    category="accusation",
    severity="error",
    examples=[
        Example("The supervisor threatened the crew.", flags=["The supervisor threatened the crew"]),
        Example("The vendor lied about the firmware.", flags=["The vendor lied about the firmware"]),
        Example("He yelled at the dispatcher.", flags=["He yelled at the dispatcher"]),
        Example("The contractor falsified the log.", flags=["The contractor falsified the log"]),
        Example("The certificate lies in the vault."),
        Example("The attackers threatened to publish the data."),
        Example("The proxy pretended to be the origin."),
        Example("The graph is misleading at this scale."),
        Example("The mock server returned an error."),
        Example("The supervisor thanked the crew."),
        Example("The pilot flew it like he had stolen it."),
    ],
)
def misconduct(reading: Reading) -> Iterator[Match]:
    """Yield acts of misconduct whose subject is a person or a group."""
    for parsed, predication in reading.predications():
        agent = predication.agent
        if agent is None or predication.negated or not predication.is_asserted or is_told(parsed, predication):
            continue
        if predication.lemma not in lemmas("misconduct_verbs") or agent.kind in {Kind.CUSTOMER, Kind.NOBODY, Kind.WE}:
            continue
        if predication.lemma == "lie" and not predication.past:
            continue
        if any(child.dep_ == "mark" and child.lower_ == "like" for child in predication.verb.children):
            continue
        message = f"{quoted(agent, parsed)} is accused by {quoted(predication.verb, parsed)}."
        yield flag(parsed, extent(predication), message, agent=agent)
