"""Someone is said not to have been qualified, trained, prepared or familiar, or not to have had the knowledge.

It judges who was there. Who is there, with which training, is decided long before and by others.

Instead, say what the task asked for, and how people were assigned, prepared and supported for it.

Source: Dekker, Just Culture; VA NCPS, RCA2, the five rules of causation.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.extent import between, extent, phrase
from blameless_lint.language.grammar.mood import is_explained, is_reported, is_told
from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.people.agent import Kind
from blameless_lint.rules.flag import flag, quoted
from blameless_lint.rules.rule import Example, Match, rule

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.language.grammar.predication import Predication
    from blameless_lint.language.people.agent import Agent
    from blameless_lint.language.reading import ParsedSentence, Reading

THIRD_PERSONS = frozenset({Kind.NAME, Kind.HANDLE, Kind.ROLE, Kind.TEAM, Kind.VENDOR, Kind.PRONOUN, Kind.INDEFINITE})
LINKS = frozenset({"be", "seem", "appear", "become"})


@rule(
    category="judgement",
    severity="error",
    examples=[
        Example(
            "The operator was not qualified for the crane.", flags=["The operator was not qualified for the crane"]
        ),
        Example("He was not trained on this pump.", flags=["He was not trained on this pump"]),
        Example("The contractor did not have the experience.", flags=["The contractor did not have the experience"]),
        Example("The crew was not familiar with the valve.", flags=["The crew was not familiar with the valve"]),
        Example("The foreman did not know the rules.", flags=["The foreman did not know the rules"]),
        Example("The foreman lacks experience.", flags=["The foreman lacks experience"]),
        Example("The image lacks the skills file."),
        Example("The foreman did not know the address."),
        Example("The replica was not prepared for the load."),
        Example("The operator was qualified for the crane."),
        Example("We were not prepared for the load."),
        Example("The contractor did not have access to the vault."),
        Example("Operators who are not qualified must not use the crane."),
        Example("The script did not have the knowledge of the new path."),
    ],
)
def unfit_for_task(reading: Reading) -> Iterator[Match]:
    """Yield fitness for a task that people are said to have lacked."""
    for parsed, predication in reading.predications():
        agent = _who(parsed, predication)
        if agent is None or agent.kind not in THIRD_PERSONS or predication.clause == "relative":
            continue
        lacked = _lacked(predication)
        if lacked is None or is_told(parsed, predication):
            continue
        if not predication.is_asserted or is_explained(parsed, predication) or is_reported(predication):
            continue
        tokens = between(parsed.doc[agent.start : agent.end], between(extent(predication), phrase(lacked)))
        yield flag(parsed, tokens, f"{quoted(lacked, parsed)} is denied of {quoted(agent, parsed)}.", agent=agent)


def _who(parsed: ParsedSentence, predication: Predication) -> Agent | None:
    """Return who lacked it: the agent, or whom a participle such as “trained” is said of."""
    if predication.passive and predication.agent is None and predication.subject is not None:
        return parsed.who(predication.subject)
    return predication.agent


BASICS = frozenset(
    {"basics", "procedure", "procedures", "terminology", "rules", "policy", "policies", "protocol", "protocols", "job"}
)


def _is_basic(child: Token) -> bool:
    """Return whether it is a trade that somebody does not know: its rules, or how something is done."""
    how = child.dep_ == "xcomp" and any(grand.lower_ in {"how", "what"} for grand in child.subtree)
    return how or (child.dep_ == "dobj" and child.lower_ in BASICS)


def _lacked(predication: Predication) -> Token | None:
    """Return what is denied: the adjective or participle behind “was not”, the noun behind “did not have”."""
    if predication.lemma == "lack" and not predication.negated and not predication.passive:
        objects = (child for child in predication.verb.children if child.dep_ == "dobj")
        return next((child for child in objects if child.lemma_.lower() in lemmas("fitness_nouns")), None)
    if not predication.negated:
        return None
    verb = predication.verb
    if predication.passive or verb.lower_ in lemmas("positive_adjectives"):
        return verb if verb.lower_ in lemmas("positive_adjectives") else None
    for child in verb.children:
        if (
            predication.lemma in LINKS
            and child.dep_ in {"acomp", "attr"}
            and child.lower_ in lemmas("positive_adjectives")
        ):
            return child
        if predication.lemma == "know" and _is_basic(child):
            return child
        if (
            predication.lemma in {"have", "possess"}
            and child.dep_ == "dobj"
            and child.lemma_.lower() in lemmas("fitness_nouns")
        ):
            return child
    return None
