"""It is said that nobody, or no one, did something.

“Nobody noticed” blames everyone at once, and hides that nothing made it visible.

Instead, say what was not visible, or not anyone's task, and ask what would show it.

Source: Google, Site Reliability Engineering, Postmortem Culture;
Dekker, The Field Guide to Understanding 'Human Error'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.extent import extent
from blameless_lint.language.grammar.mood import is_explained, is_told
from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.people.agent import Kind
from blameless_lint.rules.flag import flag, quoted
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from blameless_lint.language.grammar.predication import Predication
    from blameless_lint.language.people.agent import Agent
    from blameless_lint.language.reading import ParsedSentence, Reading

STRONG = expression(
    r"\b(?:bother(?:ed|s)?|car(?:ed|es?)|felt like|felt responsible|took the (?:time|trouble)|courtesy|decency|dared|"
    r"thought it|saw fit|responsible|wanted)\b",
    re.IGNORECASE,
)
ORDINARY = frozenset({"ask", "tell", "remember", "try", "read"})
SEEN = frozenset({"see", "reply", "answer", "look", "object", "intervene"})


@rule(
    category="omission",
    severity="warning",
    cues=[
        expression(
            r"\b(?:nobody|no one|none|not (?:a single )?one) (?:of|from|at) (?:the|our|their|them|those)\b",
            re.IGNORECASE,
        )
    ],
    examples=[
        Example("Nobody checked the certificate's date.", flags=["Nobody checked the certificate's date"]),
        Example("For nine days no one noticed.", flags=["no one noticed"]),
        Example("Nobody bothered to tell support.", flags=["Nobody bothered to tell support"], level="error"),
        Example("No one had questioned the default.", flags=["No one had questioned the default"]),
        Example("Not one of the fitters stayed behind.", flags=["Not one of the fitters stayed behind"], level="error"),
        Example("Nobody at the agency rang us.", flags=["Nobody at the agency rang us"], level="error"),
        Example("None of the pods stayed behind."),
        Example("Nobody was paged, because the alert route was empty."),
        Example("Nobody is to blame."),
        Example("No one was hurt."),
        Example("Nobody has access to the vault."),
        Example("No customer noticed the failover."),
        Example("Nobody was on call that night."),
        Example("None of the drivers damaged the gate."),
    ],
)
def nobody_did(reading: Reading) -> Iterator[Match]:
    """Yield the duties that nobody is said to have done."""
    for parsed, predication in reading.predications():
        agent = predication.agent
        if agent is None or not _is_nobodys(predication, agent):
            continue
        tokens = extent(predication)
        strong = STRONG.search(tokens.text) is not None or _is_of_others(parsed, predication)
        if not (strong or _is_duty(predication)) or (
            is_explained(parsed, predication) and not STRONG.search(tokens.text)
        ):
            continue
        if not is_told(parsed, predication):
            message = f"{quoted(agent, parsed)} is the subject of {quoted(predication.verb, parsed)}."
            yield flag(parsed, tokens, message, agent=agent, level="error" if strong else "warning")


def _is_nobodys(predication: Predication, agent: Agent) -> bool:
    """Return whether it is told as a fact that nobody of those at work did something."""
    if agent.kind is not Kind.NOBODY or agent.token.lemma_.lower() in lemmas("customers"):
        return False
    return predication.is_asserted and predication.past and not predication.passive


def _is_of_others(parsed: ParsedSentence, predication: Predication) -> bool:
    """Return whether it is said of the people of a group that none of them acted: “not one of the fitters stayed”."""
    agent = predication.agent
    if agent is None or predication.lemma.split()[0] in lemmas("being_verbs") | lemmas("inner_verbs"):
        return False
    if predication.verb.tag_ == "VBZ" or predication.lemma in lemmas("damage_verbs", "destructive_verbs"):
        return False
    groups = [group for child in agent.token.children if child.dep_ == "prep" for group in child.children]
    return any((who := parsed.who(group)) is not None and who.kind in OTHERS for group in groups)


OTHERS = frozenset({Kind.ROLE, Kind.TEAM, Kind.VENDOR, Kind.PRONOUN, Kind.NAME})


def _is_duty(predication: Predication) -> bool:
    return predication.lemma.split()[0] in lemmas("own_duty_verbs") - ORDINARY | SEEN
