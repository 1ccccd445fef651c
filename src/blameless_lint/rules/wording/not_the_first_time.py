"""It is held against someone that it is not the first time.

A record of earlier acts explains none of them. It says that the person is the problem, and that nothing else was tried.

Instead, link the earlier events, and ask what they have in common besides the people in them.

Source: Dekker, Just Culture; Reason, Human Error (recurrent accidents).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.mood import is_meta
from blameless_lint.language.people.agent import Agent, Kind
from blameless_lint.rules.flag import flag, quoted
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from blameless_lint.language.reading import ParsedSentence, Reading

AGAIN = expression(
    r"(?<![\w-])(?:(?:is|was)(?: not|n['’]t) the first (?:time|incident|instance|occasion|occurrence)|not for the first"
    r" time|(?:has|have|had) a (?:long |known )?history of|yet another (?:example|case|instance) of|a (?:clear |"
    r"disturbing |troubling )?pattern of)(?![\w-])",
    re.IGNORECASE,
)
OTHERS = frozenset({Kind.NAME, Kind.HANDLE, Kind.ROLE, Kind.TEAM, Kind.VENDOR, Kind.PRONOUN})


@rule(
    category="person-cause",
    severity="error",
    cues=[AGAIN],
    examples=[
        Example(
            "This is not the first time that the caterer served cold food.",
            flags=["is not the first time that the caterer"],
        ),
        Example(
            "It was not the first incident with this driver.", flags=["was not the first incident with this driver"]
        ),
        Example("The contractor has a history of late deliveries.", flags=["The contractor has a history of"]),
        Example("It is yet another example of his haste.", flags=["yet another example of his"]),
        Example("This is not the first time that the disk filled up."),
        Example("It was not the first incident with this pump."),
        Example("The pump has a history of leaks."),
        Example("It was not the first time that we saw this alert."),
        Example("This was the first time that Priya led an incident."),
        Example("It is yet another example of a full disk."),
    ],
)
def not_the_first_time(reading: Reading) -> Iterator[Match]:
    """Yield repetitions that are held against a person or a group."""
    for parsed in reading.parsed:
        if is_meta(parsed):
            continue
        for tokens in parsed.find(AGAIN):
            agent = _nearest(parsed, tokens.start, tokens.end)
            if agent is None:
                continue
            whole = parsed.doc[min(tokens.start, agent.start) : max(tokens.end, agent.end)]
            yield flag(parsed, whole, f"{quoted(tokens, parsed)} is held against {quoted(agent, parsed)}.", agent=agent)


def _nearest(parsed: ParsedSentence, start: int, end: int) -> Agent | None:
    """Return the first person or group within eight words behind the phrase, or else the subject before it."""
    behind = parsed.doc[end : end + 8]
    for token in [*behind, *reversed(parsed.doc[max(0, start - 4) : start])]:
        agent = parsed.who(token) if token.pos_ in {"NOUN", "PROPN", "PRON"} and token.dep_ != "compound" else None
        if agent is not None:
            return agent if agent.kind in OTHERS else None
    return None
