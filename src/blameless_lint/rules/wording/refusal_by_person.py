"""Someone would not, or will not, do something: a refusal.

“Would not” turns what did not happen into bad will, and leaves out what stood against it at the time.

Instead, say what was asked for and what came of it, and ask which rule, load or risk stood in the way.

Source: Dekker, The Field Guide to Understanding 'Human Error'; Ross, The Intuitive Psychologist and His Shortcomings.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.extent import extent
from blameless_lint.language.grammar.mood import is_explained, is_reported, is_told
from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.people.agent import Kind
from blameless_lint.rules.flag import flag, quoted
from blameless_lint.rules.rule import Example, Match, rule

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.language.grammar.predication import Predication
    from blameless_lint.language.reading import Reading

OTHERS = frozenset({Kind.NAME, Kind.HANDLE, Kind.ROLE, Kind.TEAM, Kind.VENDOR, Kind.PRONOUN, Kind.INDEFINITE})
KNOWING = frozenset({"be", "find", "hear", "know", "mind", "notice", "see"})


@rule(
    category="omission",
    severity="error",
    examples=[
        Example("The storekeeper would not issue the gloves.", flags=["The storekeeper would not issue the gloves"]),
        Example("Support won't open a ticket for us.", flags=["Support won't open a ticket for us"]),
        Example("Ivo would never answer the radio.", flags=["Ivo would never answer the radio"]),
        Example("The vendor will not repair the pump.", flags=["The vendor will not repair the pump"]),
        Example("The pod would not start."),
        Example("We will not deploy on Fridays."),
        Example("With the new lock an engineer will not be able to delete the table."),
        Example("The operator would not have seen the alert."),
        Example("If the key is lost, the vendor will not open the safe."),
        Example("The vendor would not ship the part, because customs had closed."),
    ],
)
def refusal_by_person(reading: Reading) -> Iterator[Match]:
    """Yield what people would not or will not do."""
    for parsed, predication in reading.predications():
        agent = predication.agent
        if agent is None or agent.kind not in OTHERS or not _is_refusal(predication) or parsed.is_action:
            continue
        if is_told(parsed, predication) or is_explained(parsed, predication) or is_reported(predication):
            continue
        message = f"{quoted(agent, parsed)} is said to refuse: {quoted(predication.verb, parsed)}."
        yield flag(parsed, extent(predication), message, agent=agent)


def _is_conditional(verb: Token) -> bool:
    """Return whether a condition hangs on the verb: then it is a rule or a plan."""
    clauses = (child for child in verb.children if child.dep_ == "advcl")
    return any(mark.lower_ in {"if", "unless"} for clause in clauses for mark in clause.children if mark.dep_ == "mark")


def _is_refusal(predication: Predication) -> bool:
    if predication.modal not in {"would", "will"} or not predication.negated or predication.perfect:
        return False
    if predication.passive or predication.hypothetical or predication.question or _is_conditional(predication.verb):
        return False
    return predication.lemma.split()[0] not in lemmas("being_verbs") | KNOWING
