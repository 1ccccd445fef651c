"""A remedy asks to make sure that people know, wear, follow or remember something.

It hands the guard back to those who had no other: what they have to know or do stays as easy to miss as before.

Instead, say what will show it at that place, or make the step impossible without it.

Source: VA NCPS/NPSF, RCA2, the action hierarchy; Norman, The Design of Everyday Things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.extent import extent
from blameless_lint.language.grammar.mood import is_meta
from blameless_lint.language.people.agent import Kind
from blameless_lint.rules.flag import flag, quoted
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from blameless_lint.language.grammar.predication import Predication
    from blameless_lint.language.people.agent import Agent
    from blameless_lint.language.reading import ParsedSentence, Reading

ENSURE = expression(r"\b(?:make sure|make certain|making sure|ensur(?:e|es|ing)|see to it)\b", re.IGNORECASE)
LEARN = expression(r"\b(?:needs?|ha(?:s|ve)) to (?:learn|reali[sz]e|grow up|wake up)\b", re.IGNORECASE)
CONDUCT = frozenset(
    {
        "adhere", "behave", "comply", "follow", "know", "learn", "listen", "obey", "remember", "respect", "understand",
        "wear",
    }
)  # fmt: skip
PEOPLE = frozenset({Kind.NAME, Kind.ROLE, Kind.TEAM, Kind.VENDOR, Kind.INDEFINITE, Kind.PRONOUN})


@rule(
    category="punitive",
    severity="error",
    cues=[ENSURE, LEARN],
    examples=[
        Example("Make sure the drivers wear their belts.", flags=["the drivers wear their belts"]),
        Example("Ensure that all operators know the limits.", flags=["that all operators know the limits"]),
        Example("Ensure the contractors follow the permit.", flags=["the contractors follow the permit"]),
        Example("See to it that crews understand the signals.", flags=["that crews understand the signals"]),
        Example("My foreman needs to learn how a winch works.", flags=["My foreman needs to learn how a winch works"]),
        Example("A new operator needs to learn the console."),
        Example("The model needs to learn the new labels."),
        Example("Ensure that the job knows its region."),
        Example("Make sure that the requests follow the new path."),
        Example("Ensure that operators get an alert."),
        Example("We made sure that every customer knew about the delay."),
        Example("Make sure everyone has access to the vault."),
        Example("Ensure that customers know the status of their order."),
    ],
)
def conduct_demanded(reading: Reading) -> Iterator[Match]:
    """Yield demands to make sure of what people know and how they act."""
    for parsed, predication in reading.predications():
        agent = predication.agent
        if agent is None or agent.kind not in PEOPLE or is_meta(parsed):
            continue
        if not _is_demanded(parsed, predication) and not _must_learn(predication, agent):
            continue
        tokens = extent(predication)
        yield flag(parsed, tokens, f"{quoted(tokens, parsed)} is asked of people, not of the step.", agent=agent)


LEARNING = frozenset({"grow up", "learn", "realise", "realize", "wake up"})


def _must_learn(predication: Predication, agent: Agent) -> bool:
    """Return whether it is said of somebody in particular that they need to learn: “my lead needs to learn …”."""
    verb = predication.verb
    needs = verb.dep_ == "xcomp" and verb.head.lemma_.lower() in {"need", "have"} and verb.head.tag_ in {"VBZ", "VBP"}
    own = any(child.dep_ == "poss" or child.lower_ in {"the", "this", "that"} for child in agent.token.children)
    one = agent.kind in {Kind.NAME, Kind.TEAM, Kind.VENDOR} or own
    return needs and one and predication.lemma in LEARNING and not predication.question


def _is_demanded(parsed: ParsedSentence, predication: Predication) -> bool:
    """Return whether the verb is what somebody is to make sure of, in the present."""
    verb = predication.verb
    if predication.lemma not in CONDUCT or predication.past or verb.dep_ not in {"ccomp", "conj", "xcomp"}:
        return False
    before = parsed.doc[max(0, verb.sent.start) : verb.i].text
    return ENSURE.search(before) is not None and not predication.question
