"""Someone should, could, would or ought to have done something.

A counterfactual describes a past that was not, chosen by someone who knows the end. It explains nothing that happened.

Instead, say what was done and seen, and ask what would have drawn attention to the other way.

Source: Dekker, The Field Guide to Understanding 'Human Error';
Allspaw, Blameless PostMortems and a Just Culture (Etsy).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.extent import extent
from blameless_lint.language.grammar.mood import is_meta, is_reported
from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.people.agent import Kind
from blameless_lint.rules.flag import flag, level_of, quoted
from blameless_lint.rules.rule import Example, Match, rule

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.language.grammar.predication import Predication
    from blameless_lint.language.reading import Reading


@rule(
    category="counterfactual",
    severity="error",
    examples=[
        Example("She should have checked the dashboard.", flags=["She should have checked the dashboard"]),
        Example(
            "The reviewer could have spotted the missing clause.",
            flags=["The reviewer could have spotted the missing clause"],
        ),
        Example("Tomasz ought to have paused the rollout.", flags=["Tomasz ought to have paused the rollout"]),
        Example("We should have tested the rollback.", flags=["We should have tested the rollback"], level="warning"),
        Example("Any competent engineer would have stopped.", flags=["Any competent engineer would have stopped"]),
        Example(
            "Any apprentice would have closed the valve first.",
            flags=["Any apprentice would have closed the valve first"],
        ),
        Example(
            "Anyone with a feeling for ropes would have waited.",
            flags=["Anyone with a feeling for ropes would have waited"],
        ),
        Example("Any reader would have done the same."),
        Example("Anyone with the link would have been able to read the file."),
        Example("The script should have validated its input."),
        Example("The operator should restart the job if it fails."),
        Example("Customers could have seen errors between 10:00 and 10:20."),
        Example("Engineers should request review."),
        Example("The cache would have expired at noon."),
        Example("With one more gust we might have dropped the whole mast on the deck."),
        Example("We could have lost all data, but the snapshots were intact."),
        Example("Anyone with a key could have restarted the chain."),
        Example("Anyone could have spotted the typo.", flags=["Anyone could have spotted the typo"]),
    ],
)
def should_have(reading: Reading) -> Iterator[Match]:
    """Yield what people should, could or would have done."""
    for parsed, predication in reading.predications():
        agent = predication.agent
        if (
            agent is None
            or not predication.is_counterfactual
            or predication.passive
            or predication.hypothetical
            or is_meta(parsed)
        ):
            continue
        if _is_supposition(predication) or is_reported(predication):
            continue
        tokens = extent(predication)
        message = f"{quoted(agent, parsed)} {predication.modal} have done otherwise: a past that was not."
        yield flag(parsed, tokens, message, agent=agent, level=level_of(agent))


def _is_measure(token: Token) -> bool:
    """Return whether a phrase names whom someone is measured against: “any competent engineer”, “any apprentice”."""
    if any(child.dep_ == "det" and child.lower_ == "any" for child in token.children):
        return True
    if token.lower_ in {"anyone", "anybody"}:
        return any(child.dep_ == "prep" or _tells_of_them(child) for child in token.children)
    indefinite = any(child.dep_ == "det" and child.lower_ in {"a", "an", "any"} for child in token.children)
    return indefinite and any(
        child.dep_ == "amod" and child.lower_ in lemmas("positive_adjectives") for child in token.children
    )


def _tells_of_them(clause: Token) -> bool:
    """Return whether a relative clause says who they are: “anyone who knows the tide”."""
    return clause.dep_ == "relcl" and not any(child.dep_ == "aux" for child in clause.children)


def _is_supposition(predication: Predication) -> bool:
    """Return whether “could/may/might/would have” only guesses what happened: “users could have seen errors”."""
    verb = predication.verb.lemma_.lower()
    agent = predication.agent
    if agent is not None and agent.kind is Kind.CUSTOMER:
        return predication.modal != "should" or verb in lemmas("luck_verbs")
    if predication.modal == "should":
        return verb in {"see", "receive", "like"} and not predication.negated
    if predication.modal == "would":
        if agent is not None and _is_measure(agent.token):
            return predication.negated or verb in {"be", "get", "have", "need"}
        return (
            predication.negated
            or agent is None
            or agent.kind in {Kind.WE, Kind.SELF}
            or verb not in lemmas("seeing_verbs")
        )
    if predication.modal == "could" and agent is not None and agent.token.lower_ in {"anyone", "anybody"}:
        return verb not in lemmas("seeing_verbs")
    if predication.modal == "might" and agent is not None and agent.kind in {Kind.WE, Kind.SELF}:
        return True
    return verb in lemmas("luck_verbs") or predication.negated
