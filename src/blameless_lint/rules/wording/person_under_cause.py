"""Someone's ordinary act stands where the cause is given: under “Root cause”, after “because”, before “which caused”.

Neutral narration turns into blame by its place: the act is presented as the reason for the failure.

Instead, put the act into the timeline, and name as the cause the condition that made it do harm.

Source: VA NCPS, RCA2, the five rules of causation, rule 3; Dekker, The Field Guide to Understanding 'Human Error'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.extent import extent, phrase
from blameless_lint.language.grammar.mood import is_denied, is_explained, is_meta, is_told
from blameless_lint.language.grammar.possession import holder_of
from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.people.agent import Kind
from blameless_lint.rules.flag import flag, quoted
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.text.document import SectionKind
from blameless_lint.text.expression import expression
from blameless_lint.text.sections import kind_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.language.grammar.predication import Predication
    from blameless_lint.language.people.agent import Agent
    from blameless_lint.language.reading import ParsedSentence, Reading

GUIDE = expression(
    r"\b(?:following|as (?:planned|agreed|documented|described|usual|per)|per (?:the )?runbook|according to|runbook|"
    r"procedure|documented|"
    r"because|since|believ\w+|in order to|so that|expect\w+|approved|reviewed|routine|scheduled|planned)\b",
    re.IGNORECASE,
)
PEOPLE = frozenset(
    {Kind.NAME, Kind.HANDLE, Kind.ROLE, Kind.TEAM, Kind.VENDOR, Kind.PRONOUN, Kind.SELF, Kind.INDEFINITE}
)
INDIVIDUALS = frozenset({Kind.NAME, Kind.HANDLE, Kind.ROLE, Kind.INDEFINITE})
GROUPS = frozenset({Kind.TEAM, Kind.VENDOR})
ACTS = frozenset(
    {
        "acceptance", "approval", "attempt", "choice", "continuation", "decision", "departure", "descent", "handling",
        "insistence", "intervention", "omission", "refusal", "selection", "use",
    }
)  # fmt: skip


@rule(
    category="person-cause",
    severity="error",
    examples=[
        Example(
            "A developer pushed the wrong branch.", section="Root cause", flags=["A developer pushed the wrong branch"]
        ),
        Example("Checkout was down because Ilse pushed an untested chart.", flags=["Ilse pushed an untested chart"]),
        Example(
            "Tariq restarted all brokers at once, which caused the outage.",
            flags=["Tariq restarted all brokers at once"],
        ),
        Example("Someone deleted the bucket.", section="Root cause", flags=["Someone deleted the bucket"]),
        Example("The line was put in by our agency.", section="Root cause", flags=["was put in by our agency"]),
        Example(
            "Cause: the carrier dropped the route.",
            flags=["the carrier dropped the route"],
        ),
        Example(
            "The owner's decision to open on the Sunday.",
            section="Root cause",
            flags=["The owner's decision to open on the Sunday"],
        ),
        Example("Hose not tightened by the fitter.", section="Root cause", flags=["not tightened by the fitter"]),
        Example("Hose not tightened by the tool.", section="Root cause"),
        Example("The owner's decision to open on the Sunday.", section="Timeline"),
        Example("The balancer's selection of a dead node.", section="Root cause"),
        Example("Cause: the scheduler dropped the route."),
        Example("Cause: the carrier believed that the cards were in use."),
        Example("The agency renamed the table as announced.", section="Root cause"),
        Example("A developer pushed a branch at 10:04.", section="Timeline"),
        Example("The bot merged the branch.", section="Root cause"),
        Example("An engineer applied the change following the runbook.", section="Root cause"),
        Example("The job deleted the bucket because the tag was missing.", section="Root cause"),
        Example("Because Priya rolled back the deploy, the site recovered."),
        Example("Lee added the alert, which caught the second wave."),
    ],
)
def person_under_cause(reading: Reading) -> Iterator[Match]:
    """Yield ordinary acts of people that are presented as the cause."""
    for parsed, predication in reading.predications():
        agent = predication.agent
        if agent is None or agent.kind not in PEOPLE or is_told(parsed, predication):
            continue
        if not (_is_act(predication) or _is_labelled(parsed, predication) or _is_undone(parsed, predication)):
            continue
        if _is_undone(parsed, predication):
            stands_as_cause = True
        elif predication.clause == "cause":
            stands_as_cause = _explains_failure(parsed, predication.verb)
        else:
            stands_as_cause = _under_cause(parsed, predication, agent) or _brings_about(predication.verb)
        if stands_as_cause:
            tokens = extent(predication)
            yield flag(parsed, tokens, f"{quoted(agent, parsed)} stands where the cause is given.", agent=agent)
    for parsed in reading.parsed:
        if parsed.is_cause and not is_meta(parsed):
            yield from _owned_act(parsed)


def _owned_act(parsed: ParsedSentence) -> Iterator[Match]:
    """Yield a cause that is no sentence, but someone's act by name: “the owner's decision to …”."""
    root = next((token for token in parsed.doc if token.dep_ == "ROOT"), None)
    if root is None or root.pos_ != "NOUN" or root.lemma_.lower() not in ACTS or GUIDE.search(parsed.text):
        return
    agent = holder_of(root, parsed)
    if agent is not None and agent.kind in INDIVIDUALS | GROUPS | {Kind.PRONOUN} and not is_denied(root):
        message = f"{quoted(agent, parsed)} stands where the cause is given."
        yield flag(parsed, phrase(root), message, agent=agent)


def _is_undone(parsed: ParsedSentence, predication: Predication) -> bool:
    """Return whether it is given as a cause what somebody did not do: “relay not connected by the fitter”."""
    told = predication.passive and predication.negated and predication.is_asserted
    return told and parsed.is_cause and predication.clause == "main" and not is_explained(parsed, predication)


def _is_act(predication: Predication) -> bool:
    if predication.negated or not predication.is_asserted or not predication.past:
        return False
    first = predication.lemma.split()[0]
    return first in {lemma.split()[0] for lemma in lemmas("act_verbs")} or predication.lemma in lemmas(
        "destructive_verbs"
    )


def _is_labelled(parsed: ParsedSentence, predication: Predication) -> bool:
    """Return whether a label says that it is the cause, and the sentence that somebody did something."""
    if not parsed.label or kind_of(parsed.label) is not SectionKind.CAUSES or predication.verb.dep_ != "ROOT":
        return False
    silent = predication.lemma.split()[0] in lemmas("being_verbs") | lemmas("inner_verbs") | lemmas("belief_verbs")
    return predication.past and predication.is_asserted and not (predication.negated or silent)


def _under_cause(parsed: ParsedSentence, predication: Predication, agent: Agent) -> bool:
    if not parsed.is_cause or GUIDE.search(parsed.text) or is_explained(parsed, predication):
        return False
    return (
        predication.clause == "main"
        and (
            agent.kind in INDIVIDUALS
            or ((predication.passive or _is_labelled(parsed, predication)) and agent.kind in GROUPS)
        )
        and predication.lemma.split()[0] not in lemmas("mild_act_verbs")
    )


def _explains_failure(parsed: ParsedSentence, verb: Token) -> bool:
    if parsed.is_cause and verb.head == verb:
        return True
    clause = verb
    while clause.dep_ in {"conj", "xcomp"} and clause.head != clause:
        clause = clause.head
    main = clause.head
    if main == clause:
        return True
    who = next((parsed.who(child) for child in main.children if child.dep_.startswith("nsubj")), None)
    return who is None and main.lemma_.lower() not in lemmas("recovery_verbs")


def _brings_about(verb: Token) -> bool:
    """Return whether the act goes on to harm: “…, which took the site down”, “…, and so broke …”."""
    for child in verb.subtree:
        if (
            child.i > verb.i
            and child.lemma_.lower() in lemmas("harm_verbs")
            and child.dep_ in {"advcl", "relcl", "conj", "ROOT"}
        ):
            if child.lemma_.lower() in {"take", "bring"} and not any(
                p.lower_ in {"down", "offline", "out"} for p in child.children
            ):
                continue
            return True
    return False
