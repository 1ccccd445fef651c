"""Who is said to do what: every verb of a sentence with its agent, its polarity, its mood and its clause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.clause import (
    Clause,
    clause_of,
    is_carried_out,
    is_hypothetical,
    is_imperative,
    is_question,
)
from blameless_lint.language.grammar.subject import is_passive, subject_of
from blameless_lint.language.lexicon import irregular
from blameless_lint.language.people.agent import Agent, Kind, identify

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from blameless_lint.language.people.cast import Cast

MODALS = {
    "should": "should", "shoulda": "should", "ought": "should", "could": "could", "coulda": "could", "would": "would",
    "woulda": "would", "might": "might", "must": "must", "can": "can", "ca": "can", "may": "may", "will": "will",
    "wo": "will", "shall": "will", "'d": "would", "’d": "would",
}  # fmt: skip
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nt", "hardly", "barely", "scarcely"})


@dataclass(frozen=True, slots=True)
class Predication:
    """A verb and what the grammar says of it; `agent` is None unless a person or group does it.

    `subject` is whatever stands in the subject's place (the one acted on, in the passive voice).
    """

    verb: Token
    lemma: str
    agent: Agent | None
    subject: Token | None
    passive: bool
    negated: bool
    modal: str
    perfect: bool
    past: bool
    question: bool
    imperative: bool
    hypothetical: bool
    clause: Clause

    @property
    def is_counterfactual(self) -> bool:
        """Return whether it is said what should, could, would or might have been."""
        return self.perfect and self.modal in {"should", "could", "would", "might"}

    @property
    def is_asserted(self) -> bool:
        """Return whether it is said to have happened, or not: no wish, rule, condition, plan or question."""
        return not (self.modal or self.hypothetical or self.imperative or self.question) and self.clause != "purpose"


def predications(doc: Doc, cast: Cast, previous: Doc | None = None) -> tuple[Predication, ...]:
    """Return the predications of a sentence, in the order of their verbs."""
    return tuple(_predication(token, cast, previous) for token in doc if _is_verb(token))


def _is_verb(token: Token) -> bool:
    if token.pos_ == "VERB":
        return not (
            token.dep_ in {"amod", "compound"} and not any(child.dep_.startswith("nsubj") for child in token.children)
        )
    return token.pos_ == "AUX" and token.dep_ not in {"aux", "auxpass"}


def _predication(verb: Token, cast: Cast, previous: Doc | None) -> Predication:
    passive = is_passive(verb)
    subject = subject_of(verb)
    doer = _by_phrase(verb) if passive else subject
    agent = identify(doer, cast, previous=previous) if doer is not None else None
    modal = _modal(verb.head if is_carried_out(verb) else verb)
    nobody = agent is not None and agent.kind is Kind.NOBODY
    return Predication(
        verb=verb,
        lemma=lemma_of(verb),
        agent=agent,
        subject=subject,
        passive=passive,
        negated=nobody or _is_negated(verb),
        modal=modal,
        perfect=_has_perfect(verb),
        past=_is_past(verb),
        question=is_question(verb),
        imperative=is_imperative(verb, subject),
        hypothetical=is_hypothetical(verb),
        clause=clause_of(verb),
    )


def lemma_of(verb: Token) -> str:
    """Return the lemma in lower case, with its particle: “screwed up” gives "screw up"."""
    particle = next((child.lower_ for child in verb.children if child.dep_ == "prt"), "")
    return f"{irregular().get(verb.lower_, verb.lemma_.lower())} {particle}".strip()


def _by_phrase(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent":
            return next((token for token in child.children if token.dep_ in {"pobj", "pcomp"}), None)
    return None


def chain(verb: Token) -> tuple[Token, ...]:
    """Return the verb and those that govern it as its semi-modals: “was supposed to have checked”, “ought to check”."""
    found = [verb]
    head = verb.head
    while (
        found[-1].dep_ == "xcomp"
        and head != found[-1]
        and head.lemma_.lower() in {"ought", "suppose", "expect", "have", "need"}
    ):
        found.append(head)
        head = head.head
    return tuple(found)


def _first_conjunct(verb: Token) -> Token:
    """Return the verb whose auxiliaries a conjunct without a subject and auxiliaries of its own shares."""
    while verb.dep_ == "conj" and not any(
        child.dep_ in {"aux", "auxpass", "nsubj", "nsubjpass"} for child in verb.children
    ):
        if verb.head.pos_ not in {"VERB", "AUX"} or verb.tag_ != verb.head.tag_:
            break
        verb = verb.head
    return verb


def _modal(verb: Token) -> str:
    for link in (*chain(verb), _first_conjunct(verb)):
        if link.lower_ in {"ought", "supposed"} or (link != verb and link.lemma_.lower() in {"suppose", "expect"}):
            return "should"
        for child in link.children:
            if child.dep_ == "aux" and child.lower_ in MODALS and not _is_had(child):
                return MODALS[child.lower_]
    return ""


def _is_had(token: Token) -> bool:
    """Return whether a clipped 'd stands for “had”: the tagger then calls it a past tense."""
    return token.lower_ in {"'d", "’d"} and token.tag_ == "VBD"


def _is_negated(verb: Token) -> bool:
    return any(_denies(child, link) or _is_at_no_time(child) for link in chain(verb) for child in link.children)


def _is_at_no_time(child: Token) -> bool:
    """Return whether a phrase denies its verb: “at no time did they call”."""
    return child.dep_ == "prep" and any(
        noun.lower_ in {"time", "point", "occasion", "stage"} and any(word.lower_ == "no" for word in noun.children)
        for noun in child.children
    )


def _denies(child: Token, verb: Token) -> bool:
    """Return whether a child denies its verb: “not” before it, or right behind its auxiliary."""
    return child.lower_ in NEGATIONS and child.dep_ in {"neg", "advmod"} and (child.i < verb.i or child.i == verb.i + 1)


def _has_perfect(verb: Token) -> bool:
    for link in (*chain(verb), _first_conjunct(verb)):
        for child in link.children:
            if child.dep_ == "aux" and child.lower_ in {"have", "'ve", "’ve", "ve", "of", "had", "has"}:
                return True
            if child.lower_ in {"shoulda", "coulda", "woulda"}:
                return True
    return any(link.tag_ == "VBD" or _was(link) for link in chain(verb)[1:])


def _was(verb: Token) -> bool:
    """Return whether a passive semi-modal stands in the past: “was supposed to”."""
    return any(child.lower_ in {"was", "were"} for child in verb.children if child.dep_ == "auxpass")


def _is_past(verb: Token) -> bool:
    head = _first_conjunct(verb.head if is_carried_out(verb) else verb)
    helpers = [child for child in head.children if child.dep_ in {"aux", "auxpass"}]
    if not helpers:
        return head.tag_ in {"VBD", "VBN"} or (head.tag_ == "VBP" and head.lower_ in irregular())
    return not _has_modal(head) and any(child.tag_ in {"VBD", "VBN"} or child.lemma_ == "have" for child in helpers)


def _has_modal(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in MODALS for child in verb.children)
