"""Someone is said to have acted without checking, asking, telling or waiting.

“Without” adds what an observer would have liked to what happened. At the time the act looked complete.

Instead, say what was done, and ask what would have offered the check at that moment.

Source: Dekker, The Field Guide to Understanding 'Human Error'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.extent import between, phrase
from blameless_lint.language.grammar.mood import is_told
from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.people.agent import Kind
from blameless_lint.rules.flag import flag, quoted
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.language.people.agent import Agent
    from blameless_lint.language.reading import ParsedSentence, Reading

NOUNS = expression(
    r"^(?:approval|authori[sz]ation|authority|permission|consent|consultation|coordination|notice|warning|notification|"
    r"review|testing|tests|backup|backups|verification|validation|reason|regard|care|thought|question|confirmation|"
    r"communication|explanation|word|ppe|clearance|supervision|knowledge|documentation|briefing|lookouts?|spotter|permit|"
    r"gloves|helmets?|shelters?|escort|signature|orders?|instructions|answer|plan|announcement|assessment|briefings?|"
    r"call|check|checks|checklist|glance|induction|look|rehearsal|test|ticket)$",
    re.IGNORECASE,
)


@rule(
    category="omission",
    severity="error",
    examples=[
        Example(
            "Ilse merged the change without asking anybody.", flags=["Ilse merged the change without asking anybody"]
        ),
        Example(
            "The vendor rebooted the switch without telling us.",
            flags=["The vendor rebooted the switch without telling us"],
        ),
        Example(
            "He restarted the brokers without waiting for the sync.",
            flags=["He restarted the brokers without waiting for the sync"],
        ),
        Example(
            "Sales promised the date without consultation.", flags=["Sales promised the date without consultation"]
        ),
        Example(
            "The driver turned the truck around without putting up the cones.",
            flags=["The driver turned the truck around without putting up the cones"],
        ),
        Example("The driver turned the truck around without hurting anyone."),
        Example(
            "The night porter handed the keys over without a look at the list.",
            flags=["The night porter handed the keys over without a look at the list"],
        ),
        Example("The job wrote the file without checking the disk."),
        Example("The job wrote the file without a test of the disk."),
        Example("The load balancer removed the node without waiting for connections to drain."),
        Example("An engineer can deploy without asking for review."),
        Example("Priya restored the table without losing a row."),
        Example("We deploy without downtime."),
        Example("The release manager did not approve the change without a second review."),
        Example("Do not merge without asking the owner."),
    ],
)
def act_without_check(reading: Reading) -> Iterator[Match]:
    """Yield acts of people that a “without …” follows which denies a duty."""
    for parsed, predication in reading.predications():
        agent = predication.agent
        if (
            agent is None
            or not predication.is_asserted
            or predication.negated
            or agent.kind in {Kind.CUSTOMER, Kind.NOBODY}
            or is_told(parsed, predication)
        ):
            continue
        for child in predication.verb.children:
            if child.lower_ in {"without", "w/o"} and _is_duty(child, alone=agent.kind in INDIVIDUALS):
                yield _match(parsed, agent, child)


INDIVIDUALS = frozenset({Kind.NAME, Kind.HANDLE, Kind.ROLE, Kind.SELF})


def _is_duty(preposition: Token, *, alone: bool) -> bool:
    """Return whether what is denied is a duty; of a single person every act is one, save what nobody wants."""
    for token in preposition.children:
        if token.dep_ == "pcomp":
            verb = token.lemma_.lower()
            duty = verb in lemmas("duty_verbs") or (alone and verb not in lemmas("unwanted_verbs"))
            marks = {child.dep_ for child in token.children}
            return duty and "auxpass" not in marks and (verb in lemmas("duty_verbs") or "nsubj" not in marks)
        if token.dep_ == "pobj" and NOUNS.match(token.text):
            return True
    return False


def _match(parsed: ParsedSentence, agent: Agent, preposition: Token) -> Match:
    tail = phrase(preposition)
    whole = between(parsed.doc[agent.start : agent.end], tail)
    return flag(parsed, whole, f"{quoted(agent, parsed)} acts {quoted(tail, parsed)}.", agent=agent)
