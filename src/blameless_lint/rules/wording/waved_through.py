"""An approval is told together with how short, how far or how blind it was: “signed it off from his phone”.

The minutes and the place are named to say that nobody looked. What the approval showed, and asked, stays unsaid.

Instead, say what the approver was shown, and what the step was meant to find.

Source: Dekker, The Field Guide to Understanding 'Human Error'; Woods, Behind Human Error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.extent import between
from blameless_lint.language.grammar.mood import is_explained, is_told
from blameless_lint.language.people.agent import Kind
from blameless_lint.rules.flag import flag, quoted
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from blameless_lint.language.people.agent import Agent
    from blameless_lint.language.reading import ParsedSentence, Reading

APPROVING = frozenset(
    {"accept", "approve", "certify", "confirm", "countersign", "initial", "sign", "sign off", "tick", "tick off"}
)
MANNER = expression(
    r"\b(?:(?:in|within) (?:just |only |under |less than |about |all of )?(?:an? (?:single )?(?:minute|second|moment)|"
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty) "
    r"(?:minutes?|seconds?|mins?|secs?))|"
    r"(?:in )?the same (?:minute|second)|(?:from|on) (?:his|her|their) (?:own )?(?:phone|mobile|sofa|couch)|"
    r"(?:from|in) (?:a|the) (?:taxi|train|corridor|car park|canteen|pub|beach)|unread|unseen|unopened|blind(?:ly)?|"
    r"(?:without|w/o) (?:a (?:glance|look)|having (?:seen|read|opened)))\b",
    re.IGNORECASE,
)
CUE = expression(
    r"\b(?:accept|approv|certif|confirm|countersign|initial|sign|tick)\w*\b[^.;]{0,60}" + MANNER.pattern, re.IGNORECASE
)
REPAIR = expression(
    r"\b(?:hot)?fix\w*|\b(?:patch|revert|roll(?:ed|ing)?[- ]?back|rebase|emergency|mitigation)\w*\b", re.IGNORECASE
)


@rule(
    category="omission",
    severity="error",
    cues=[CUE],
    examples=[
        Example(
            "The reviewer approved 700 lines in three minutes.",
            flags=["The reviewer approved 700 lines in three minutes"],
        ),
        Example(
            "The harbour clerk signed the list from his phone.",
            flags=["The harbour clerk signed the list from his phone"],
        ),
        Example(
            "The registrar countersigned the chart in eleven seconds.",
            flags=["The registrar countersigned the chart in eleven seconds"],
        ),
        Example("The yard manager accepted it blind.", flags=["The yard manager accepted it blind"]),
        Example("Mira accepted the delivery unseen.", flags=["Mira accepted the delivery unseen"]),
        Example(
            "The board approved nine plans in ten minutes.", flags=["The board approved nine plans in ten minutes"]
        ),
        Example("The scheduler confirmed the lease in two seconds."),
        Example("The reviewer approved the hotfix in three minutes."),
        Example("The reviewer approved the change."),
        Example("Mira signed the list in the morning."),
        Example("A reviewer can approve from their phone."),
        Example("We confirmed the fix in five minutes."),
        Example("The reviewer approved 700 lines in three minutes, because the tool folds long files."),
    ],
)
def waved_through(reading: Reading) -> Iterator[Match]:
    """Yield approvals of people that are told with how little they took."""
    for parsed, predication in reading.predications():
        agent = predication.agent
        if agent is None or agent.kind in {Kind.CUSTOMER, Kind.NOBODY} or predication.lemma not in APPROVING:
            continue
        if predication.negated or not predication.is_asserted or not predication.past or REPAIR.search(parsed.text):
            continue
        if not is_told(parsed, predication) and not is_explained(parsed, predication):
            yield from _told(parsed, predication.verb.i, agent)


def _told(parsed: ParsedSentence, verb: int, agent: Agent) -> Iterator[Match]:
    for manner in parsed.find(MANNER):
        near = parsed.doc[min(verb, manner.start) : max(verb, manner.start)]
        if len(near) <= 14 and not any(token.text in ";:—–" for token in near):
            tokens = between(between(parsed.doc[agent.start : agent.end], parsed.doc[verb]), manner)
            yield flag(
                parsed,
                tokens,
                f"{quoted(agent, parsed)} is said to have approved {quoted(manner, parsed)}.",
                agent=agent,
            )
            return
