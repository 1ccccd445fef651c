"""A person or a group is the subject of the act that did the damage: “Alex took down checkout”.

The act was possible, looked right, and was not stopped: three things that the sentence leaves out.

Instead, make the change or the missing guard the subject, and keep the time and the facts.

Source: Beyer et al., Site Reliability Engineering, chapter 15; Cook, How Complex Systems Fail.
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
from blameless_lint.text.document import SectionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.language.grammar.predication import Predication
    from blameless_lint.language.reading import ParsedSentence, Reading


@rule(
    category="person-cause",
    severity="error",
    examples=[
        Example("Alex took down checkout with a bad query.", flags=["Alex took down checkout with a bad query"]),
        Example("A contractor wiped the bucket.", flags=["A contractor wiped the bucket"]),
        Example("The intern broke the build.", flags=["The intern broke the build"]),
        Example("We broke the login page.", flags=["We broke the login page"], level="warning"),
        Example("The new release broke the build."),
        Example("The autoscaler killed the pods."),
        Example("Attackers corrupted the ledger."),
        Example("Priya drained the node."),
        Example("An engineer broke the lock with the vendor's tool so that the job could finish, as the runbook says."),
        Example("The trigger caused a loop."),
        Example("A visitor slipped on the ramp and broke her ankle."),
        Example("The fitter broke the head of the pump.", flags=["The fitter broke the head of the pump"]),
    ],
)
def person_did_damage(reading: Reading) -> Iterator[Match]:
    """Yield damaging acts whose subject is a person or a group."""
    for parsed, predication in reading.predications():
        agent = predication.agent
        if agent is None or predication.negated or not predication.is_asserted or is_told(parsed, predication):
            continue
        if agent.kind in {Kind.CUSTOMER, Kind.NOBODY} or not _is_damage(parsed, predication):
            continue
        message = f"{quoted(agent, parsed)} is the subject of {quoted(predication.verb, parsed)}."
        yield flag(parsed, extent(predication), message, agent=agent)


PURPOSE = frozenset({"purpose", "test", "drill", "rehearsal", "exercise"})


def _is_damage(parsed: ParsedSentence, predication: Predication) -> bool:
    lemma = predication.lemma
    harmed = _object(predication.verb)
    if harmed is not None and _is_own_body(harmed):
        return False
    if any(token.lower_ in PURPOSE for token in predication.verb.subtree):
        return False
    if lemma in lemmas("damage_verbs"):
        return True
    if lemma not in lemmas("destructive_verbs") or not (predication.past or parsed.room is SectionKind.TIMELINE):
        return False
    if lemma in lemmas("mild_damage_verbs"):
        return parsed.is_cause or _brings_about(predication.verb)
    if lemma in {"break", "cause", "corrupt", "crash"}:
        return _object(predication.verb) is not None and not _follows_a_guide(predication.verb)
    return _object(predication.verb) is not None


def _is_own_body(harmed: Token) -> bool:
    """Return whether somebody hurt a part of their own body: “her ankle”, and not “the head of the pump”."""
    owned = any(child.dep_ == "poss" and child.pos_ == "PRON" for child in harmed.children)
    return owned and harmed.lemma_.lower() in lemmas("body_parts")


def _object(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in {"dobj", "nsubjpass", "relcl"}), None)


def _follows_a_guide(verb: Token) -> bool:
    return any(
        token.lower_ in {"runbook", "procedure", "documented", "documentation", "instructions"} for token in verb.doc
    )


def _brings_about(verb: Token) -> bool:
    """Return whether the act goes on to an effect: “…, which took the site down”, “…, causing an outage”."""
    for child in verb.subtree:
        if (
            child.i > verb.i
            and child.dep_ in {"advcl", "relcl", "conj"}
            and child.lemma_.lower() in lemmas("effect_verbs")
        ):
            return True
    return False
