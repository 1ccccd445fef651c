"""A person, or a person's change, is named as what caused the failure.

“Caused by Dana” closes the question of how one act could do it. The answer is in what surrounded the act.

Instead, make the change, or the condition that let it through, the subject.

Source: VA NCPS, RCA2, the five rules of causation; Beyer et al., Site Reliability Engineering, chapter 15.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.extent import between, extent, phrase
from blameless_lint.language.grammar.mood import is_denied, is_meta
from blameless_lint.language.grammar.possession import holder_of
from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.people.agent import Kind
from blameless_lint.rules.flag import flag, quoted
from blameless_lint.rules.rule import Example, Match, rule

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.language.grammar.predication import Predication
    from blameless_lint.language.people.agent import Agent
    from blameless_lint.language.reading import ParsedSentence, Reading

DUE = frozenset({"due", "because", "owing", "thanks", "result", "consequence", "down", "attributable"})


@rule(
    category="person-cause",
    severity="error",
    examples=[
        Example("Dana's change took down checkout.", flags=["Dana's change took down checkout"]),
        Example("The outage was caused by the platform team.", flags=["caused by the platform team"]),
        Example("The flood was triggered by an engineer.", flags=["triggered by an engineer"]),
        Example("Our deploy broke the login page.", flags=["Our deploy broke the login page"], level="warning"),
        Example("The outage was caused by a full disk."),
        Example("The pipeline was triggered by Jenkins."),
        Example("Dana's change fixed checkout."),
        Example("The incident was not caused by any team."),
        Example("The deploy was started by Priya at 10:04."),
        Example("A change in the scheduler took down checkout."),
    ],
)
def cause_by_person(reading: Reading) -> Iterator[Match]:
    """Yield causes that are people, or that belong to people."""
    for parsed, predication in reading.predications():
        if predication.hypothetical or predication.negated or predication.modal or is_meta(parsed):
            continue
        yield from _by_phrase(parsed, predication)
        yield from _owned_change(parsed, predication)
        yield from _copula(parsed, predication)
    for parsed in reading.parsed:
        yield from _due_to(parsed)


def _by_phrase(parsed: ParsedSentence, predication: Predication) -> Iterator[Match]:
    verb = predication.verb
    if not predication.passive or verb.lemma_.lower() not in lemmas("causing_verbs"):
        return
    if verb.lemma_.lower() in {"start", "create", "introduce"} and not _is_failure(predication.subject):
        return
    for child in verb.children:
        if child.dep_ not in {"agent", "prep"} or child.lower_ not in {"by", "to"}:
            continue
        for cause in child.children:
            agent = parsed.who(cause) or (_owner(cause, parsed) if cause.dep_ == "pobj" else None)
            if agent is not None and agent.kind is not Kind.NOBODY:
                tokens = between(verb, phrase(cause))
                yield flag(parsed, tokens, f"{quoted(agent, parsed)} is given as the cause.", agent=agent)


def _is_failure(subject: Token | None) -> bool:
    return subject is not None and subject.lemma_.lower() in lemmas("failure_nouns")


def _owner(noun: Token, parsed: ParsedSentence) -> Agent | None:
    return holder_of(noun, parsed) if noun.lemma_.lower() in lemmas("change_nouns") else None


REASONS = frozenset({"cause", "reason", "trigger", "problem", "origin", "explanation", "weakness"})


def _copula(parsed: ParsedSentence, predication: Predication) -> Iterator[Match]:
    """Yield “the root cause was Tunde”, “the problem is miners creating invalid blocks”."""
    subject = predication.subject
    if predication.verb.lemma_ != "be" or subject is None or subject.lemma_.lower() not in REASONS:
        return
    for child in predication.verb.children:
        agent = parsed.who(child) if child.dep_ in {"attr", "acomp"} else None
        if agent is not None and agent.kind not in {Kind.NOBODY, Kind.WE, Kind.CUSTOMER}:
            yield flag(
                parsed,
                between(phrase(subject), phrase(child)),
                f"{quoted(agent, parsed)} is given as the cause.",
                agent=agent,
            )


def _owned_change(parsed: ParsedSentence, predication: Predication) -> Iterator[Match]:
    subject = predication.subject
    if subject is None or predication.passive or predication.agent is not None or not _has_effect(predication):
        return
    if subject.lemma_.lower() not in lemmas("change_nouns"):
        return
    agent = holder_of(subject, parsed)
    if agent is not None and agent.kind not in {Kind.CUSTOMER, Kind.NOBODY}:
        yield flag(
            parsed,
            between(phrase(subject), extent(predication)),
            f"{quoted(phrase(subject), parsed)} is given as the cause.",
            agent=agent,
        )


def _has_effect(predication: Predication) -> bool:
    lemma = predication.lemma
    first = lemma.split()[0]
    if first in {"lead", "result", "contribute"}:
        return any(child.dep_ == "prep" for child in predication.verb.children)
    if first in lemmas("light_effect_verbs"):
        return lemma in {"take down", "take out", "bring down"} or (
            first in {"make", "turn", "leave", "cost"} and predication.past
        )
    return lemma in lemmas("effect_verbs") | lemmas("destructive_verbs")


def _due_to(parsed: ParsedSentence) -> Iterator[Match]:
    if is_meta(parsed):
        return
    for token in parsed.doc:
        if token.lower_ not in DUE or is_denied(token):
            continue
        cause = _object_after(token)
        if cause is None:
            continue
        agent = parsed.who(cause) or (_owner(cause, parsed))
        if agent is None or agent.kind in {Kind.NOBODY, Kind.CUSTOMER, Kind.WE} or _is_passive_help(token):
            continue
        yield flag(
            parsed, between(token, phrase(cause)), f"{quoted(agent, parsed)} is given as the cause.", agent=agent
        )


def _object_after(token: Token) -> Token | None:
    for child in token.children:
        if child.dep_ == "pobj":
            return child
        if child.dep_ in {"prep", "pcomp"} and child.lower_ in {"to", "of"}:
            return next((inner for inner in child.children if inner.dep_ == "pobj"), None)
    return None


def _is_passive_help(token: Token) -> bool:
    return token.lower_ in {"thanks", "result", "consequence", "down"}
