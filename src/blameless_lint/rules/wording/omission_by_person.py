"""A person or a group is the subject of an omission: forgot, overlooked, ignored, failed to.

Naming who left something out ends the search one step too early: it hides why leaving it out looked right, or was easy.

Instead, say what was not done, and ask what would have prompted it.

Source: Dekker, The Field Guide to Understanding 'Human Error'; VA NCPS, RCA2, the five rules of causation.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.extent import extent
from blameless_lint.language.grammar.mood import is_explained, is_told
from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.people.agent import Kind
from blameless_lint.rules.flag import flag, quoted
from blameless_lint.rules.rule import Example, Match, rule

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.language.grammar.predication import Predication
    from blameless_lint.language.reading import Reading


@rule(
    category="omission",
    severity="error",
    examples=[
        Example("Dana forgot to rotate the key.", flags=["Dana forgot to rotate the key"]),
        Example("QA missed the regression.", flags=["QA missed the regression"]),
        Example("The on-call engineer ignored the first page.", flags=["The on-call engineer ignored the first page"]),
        Example("We overlooked the second region.", flags=["We overlooked the second region"], level="warning"),
        Example("I failed to update the runbook.", flags=["I failed to update the runbook"]),
        Example("The foreman chose to ignore the horn.", flags=["The foreman chose to ignore the horn"]),
        Example("The pod failed to start."),
        Example("The scheduler skipped the job and the replica missed two heartbeats."),
        Example("Jenkins forgot the workspace after the restart."),
        Example("Customers who forgot their password could not reset it."),
        Example("If the operator misses the page, the second on-call is paged."),
        Example("Priya rolled back the deploy."),
        Example("We abandoned the first fix after three hours."),
    ],
)
def omission_by_person(reading: Reading) -> Iterator[Match]:
    """Yield the omissions whose subject is a person or a group."""
    for parsed, predication in reading.predications():
        agent = predication.agent
        if (
            agent is None
            or not _is_omission(predication)
            or is_told(parsed, predication)
            or is_explained(parsed, predication)
        ):
            continue
        if agent.kind is Kind.CUSTOMER and not parsed.is_cause:
            continue
        message = f"{quoted(agent, parsed)} is the subject of {quoted(predication.verb, parsed)}."
        yield flag(parsed, extent(predication), message, agent=agent)


def _is_omission(predication: Predication) -> bool:
    lemma = predication.lemma
    if predication.negated or not predication.is_asserted:
        return False
    if lemma not in lemmas("strong_omission_verbs"):
        return False
    if lemma == "miss" and (predication.verb.tag_ == "VBG" or _misses_an_event(predication.verb)):
        return False
    if (
        lemma in {"refuse", "abandon"}
        and predication.agent is not None
        and predication.agent.kind in {Kind.WE, Kind.SELF}
    ):
        return False
    if lemma == "fail":
        return any(child.dep_ == "xcomp" for child in predication.verb.children)
    if predication.passive:
        return True
    if lemma in {"skip", "dismiss", "refuse", "miss"}:
        return (
            any(child.dep_ in {"dobj", "xcomp", "ccomp", "relcl"} for child in predication.verb.children)
            or lemma == "refuse"
        )
    return True


def _misses_an_event(verb: Token) -> bool:
    return any(child.dep_ == "dobj" and child.lower_ in lemmas("missable_events") for child in verb.children)
