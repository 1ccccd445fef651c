"""It is said of people that they did not check, test, ask, tell or do what was theirs to do.

What people did not do is a list without an end, and it is made afterwards; it does not say what they saw and had to
weigh.

Instead, say which check, step or message was missing, and ask what would have made it happen.

Source: Dekker, The Field Guide to Understanding 'Human Error'; Woods, Behind Human Error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.extent import extent
from blameless_lint.language.grammar.mood import is_explained, is_reported, is_told
from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.people.agent import Kind
from blameless_lint.rules.flag import flag, quoted
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.language.grammar.predication import Predication
    from blameless_lint.language.people.agent import Agent
    from blameless_lint.language.reading import Reading


@rule(
    category="omission",
    severity="error",
    cues=[expression(r"(?:\bnot|n['’]t|\bnever) even\b", re.IGNORECASE)],
    examples=[
        Example(
            "Tomasz did not check the dashboard before the deploy.",
            flags=["Tomasz did not check the dashboard before the deploy"],
        ),
        Example(
            "The vendor never told us about the maintenance.", flags=["The vendor never told us about the maintenance"]
        ),
        Example("We did not test the rollback.", flags=["We did not test the rollback"], level="warning"),
        Example("The reviewers didn't read the diff.", flags=["The reviewers didn't read the diff"]),
        Example(
            "The crane was lifted with the foreman not watching the load.",
            flags=["the foreman not watching the load"],
        ),
        Example("The clerk was not even at the desk.", flags=["The clerk was not even at the desk"]),
        Example("At no time did the foreman call the tower.", flags=["did the foreman call the tower"]),
        Example("Sales told nobody.", flags=["Sales told nobody"]),
        Example("The bosun mentioned it to no one.", flags=["The bosun mentioned it to no one"]),
        Example("No test was carried out by the clerk.", flags=["was carried out by the clerk"]),
        Example("No test was carried out by the job."),
        Example("The door opened with the motor not running."),
        Example("We did not have an alert on queue depth."),
        Example("The script did not check its input."),
        Example("The controller never notified the subscribers."),
        Example("He did not see the alert, because the LEDs are on the back of the rack."),
        Example("Engineers must not test in production."),
        Example("We did not find any errors in the logs."),
        Example("Customers did not notice the failover."),
        Example("Queues fill up in places you never tested."),
        Example("The lookout did not stop waving until the barge had passed."),
        Example("The mate did not stop the winch.", flags=["The mate did not stop the winch"]),
        Example("The chair did not share that view."),
        Example("I have never written a review before."),
        Example("I have never checked the spare pump.", flags=["I have never checked the spare pump"]),
        Example("We ask how the work was done, not who did it."),
    ],
)
def duty_not_done(reading: Reading) -> Iterator[Match]:
    """Yield the denied duties whose subject is a person or a group."""
    for parsed, predication in reading.predications():
        agent = predication.agent
        if agent is None or not _is_duty(predication, agent) or is_told(parsed, predication):
            continue
        if is_explained(parsed, predication) or is_reported(predication):
            continue
        message = f"{quoted(agent, parsed)} is said not to have done something: {quoted(predication.verb, parsed)}."
        yield flag(parsed, extent(predication), message, agent=agent)


def _is_duty(predication: Predication, agent: Agent) -> bool:
    if agent.kind in {Kind.NOBODY, Kind.CUSTOMER}:
        return False
    if _is_left_out(predication) and agent.kind in THIRD_PERSONS:
        return True
    if not predication.is_asserted:
        return False
    first = predication.lemma if predication.lemma in lemmas("duty_verbs") else predication.lemma.split()[0]
    if predication.past and agent.kind is not Kind.WE and _does_nothing(predication.verb):
        return True
    if predication.past and agent.kind in THIRD_PERSONS | {Kind.PRONOUN} and _tells_nobody(predication):
        return True
    if not predication.negated or _holds_on(predication):
        return False
    if _not_even(predication.verb) and agent.kind in THIRD_PERSONS | {Kind.PRONOUN}:
        return True
    if agent.kind is Kind.WE:
        return predication.past and first in lemmas("own_duty_verbs")
    if not predication.past and (first in lemmas("inner_verbs") or first == "remember"):
        return False
    if (agent.kind is Kind.INDEFINITE or agent.token.lower_ == "you") and predication.clause == "relative":
        return False
    if agent.kind is Kind.SELF:
        return first in lemmas("duty_verbs") - lemmas("inner_verbs")
    if first in lemmas("duty_verbs"):
        return True
    return (
        predication.past
        and first not in lemmas("being_verbs") | lemmas("inner_verbs")
        and (_never(predication.verb) or agent.kind in THIRD_PERSONS)
    )


THIRD_PERSONS = frozenset({Kind.NAME, Kind.HANDLE, Kind.ROLE, Kind.TEAM, Kind.VENDOR})
EMPTY = frozenset({"no", "little"})


def _holds_on(predication: Predication) -> bool:
    """Return whether the denial denies no act: “did not stop waving”, “did not share the view”, “have never flown”."""
    verb = predication.verb
    if predication.lemma.split()[0] in ENDING:
        return any(child.dep_ == "xcomp" and child.tag_ == "VBG" for child in verb.children)
    if predication.lemma.split()[0] == "share":
        return any(child.dep_ == "dobj" and child.lemma_.lower() in VIEWS for child in verb.children)
    if predication.agent is not None and predication.agent.token.lower_ == "who":
        return any(child.dep_ == "neg" and child.i < predication.agent.start for child in verb.children)
    return _is_experience(predication)


def _is_experience(predication: Predication) -> bool:
    """Return whether it is said what the author has not yet done at all: “I have never written one of these”."""
    verb = predication.verb
    if predication.agent is None or predication.agent.kind is not Kind.SELF or not _never(verb):
        return False
    is_present = any(child.dep_ == "aux" and child.lower_ in {"have", "'ve", "’ve"} for child in verb.children)
    things = [child for child in verb.children if child.dep_ == "dobj"]
    return is_present and any(
        thing.lower_ == "one" or any(word.lower_ in {"a", "an", "any", "such"} for word in thing.children)
        for thing in things
    )


ENDING = frozenset({"stop", "cease", "quit"})
VIEWS = frozenset({"view", "opinion", "impression", "optimism", "enthusiasm", "belief", "doubt", "fear"})


def _is_left_out(predication: Predication) -> bool:
    """Return whether a participle denies an act: “a driver not wearing a belt”, “with the vendor never replying”."""
    verb = predication.verb
    if verb.tag_ != "VBG" or verb.dep_ == "ROOT" or not predication.negated:
        return False
    if any(child.dep_ == "aux" for child in verb.children) or predication.modal:
        return False
    if predication.hypothetical or predication.question:
        return False
    return predication.lemma.split()[0] not in lemmas("being_verbs") | lemmas("inner_verbs")


def _not_even(verb: Token) -> bool:
    return any(child.lower_ == "even" and child.i < verb.i + 3 for child in verb.children)


def _never(verb: Token) -> bool:
    return any(child.lower_ == "never" for child in verb.children)


def _tells_nobody(predication: Predication) -> bool:
    """Return whether nobody was told, or no check was done by the one named: “no comparison was done by the clerk”."""
    verb = predication.verb
    if predication.passive:
        denied = [child for child in verb.children if child.dep_ == "nsubjpass"]
        return any(word.lower_ == "no" for noun in denied for word in noun.children) and verb.lemma_.lower() in DOING
    lemma = verb.lemma_.lower()
    objects = [child for child in verb.children if child.dep_ in {"dobj", "dative"} and lemma in TELLING]
    if lemma in SAYING:
        to = (child for child in verb.children if child.lower_ == "to")
        objects += [token for child in to for token in child.children]
    return any(
        token.lower_ == "nobody" or (token.lower_ == "one" and token.i > 0 and token.nbor(-1).lower_ == "no")
        for token in objects
    )


SAYING = frozenset({"mention", "report", "say", "show", "speak", "talk"})
DOING = frozenset({"carry", "conduct", "do", "give", "leave", "make", "perform", "send", "set", "take"})
TELLING = frozenset({"alert", "ask", "call", "consult", "inform", "notify", "tell", "warn"})


def _does_nothing(verb: Token) -> bool:
    """Return whether the object denies the act: “did nothing”, “took no action”, “made little effort”."""
    if verb.lemma_.lower() not in lemmas("empty_act_verbs"):
        return False
    for child in verb.children:
        if child.dep_ == "dobj":
            if child.lower_ == "nothing":
                return not any(inner.lower_ in {"wrong", "unusual"} for inner in child.children)
            return any(inner.dep_ in {"det", "amod"} and inner.lower_ in EMPTY for inner in child.children)
    return False
