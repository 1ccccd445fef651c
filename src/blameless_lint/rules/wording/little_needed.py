"""It is said how little it would have taken: a call, a glance, two minutes.

The small effort is measured afterwards, by someone who knows where to look; it says that nobody cared to make it.

Instead, say what was not seen or asked, and what would have shown it, or prompted the question, at that moment.

Source: Dekker, The Field Guide to Understanding 'Human Error'; Fischhoff, Hindsight is not equal to foresight.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.extent import between, extent, phrase
from blameless_lint.language.grammar.mood import is_meta
from blameless_lint.rules.flag import flag, quoted
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.language.grammar.predication import Predication
    from blameless_lint.language.reading import Reading

EFFORTS = frozenset(
    {
        "call", "click", "conversation", "e-mail", "email", "glance", "look", "mail", "message", "minute", "minutes",
        "moment", "phone", "ping", "question", "second", "seconds", "text", "thought", "visit", "walk", "word",
    }
)  # fmt: skip
SMALL = frozenset({"a", "an", "another", "one", "single", "two", "three", "five", "ten", "thirty"})
THINGS = expression(
    r"\b(?:api|system|function|rpc|method|library|queue[ds]?|error|log|warning|commit|http|rest|kafka|broker|consumer|"
    r"lock|timeout|retry|thread|node|cluster|packet|server|client|topic|buffer|cache|cpu)s?\b",
    re.IGNORECASE,
)
HELPING = frozenset(
    {
        "answer", "avoid", "be", "catch", "clear", "cost", "do", "find", "prevent", "resolve", "reveal", "save",
        "settle", "show", "solve", "spare", "stop", "suffice", "take", "tell",
    }
)  # fmt: skip


@rule(
    category="counterfactual",
    severity="error",
    cues=[
        expression(
            r"\b(?:call|click|conversation|e-?mail|glance|look|mail|message|minutes?|moment|phone|ping|question|seconds?|"
            r"text|thought|visit|walk|word)\b.{0,80}\b(?:would|could|might)(?: \w+)?(?: have|['’]ve)\b",
            re.IGNORECASE,
        )
    ],
    examples=[
        Example("A call to the tower would have settled it.", flags=["A call to the tower would have settled it"]),
        Example("One glance at the chart would have told him.", flags=["One glance at the chart would have told him"]),
        Example(
            "Two minutes of reading could have prevented all this.",
            flags=["Two minutes of reading could have prevented all this"],
        ),
        Example("A single question would have been enough.", flags=["A single question would have been enough"]),
        Example("A call to the API would have timed out."),
        Example("The message would have told the consumer to stop."),
        Example("A log message would have shown the retry."),
        Example("An alert would have caught it."),
        Example("An extra minute of timeout would have been enough."),
        Example("A second look shows the retry."),
        Example("A call to the vendor would have been answered on Monday only, since the line is closed on Sundays."),
        Example("A message would have been lost."),
    ],
)
def little_needed(reading: Reading) -> Iterator[Match]:
    """Yield small efforts that are said to have been enough."""
    for parsed, predication in reading.predications():
        subject = predication.subject
        if subject is None or not predication.is_counterfactual or predication.negated or is_meta(parsed):
            continue
        if subject.lower_ not in EFFORTS or not _is_small(subject) or not _helps(predication):
            continue
        whole = between(phrase(subject), extent(predication))
        if not THINGS.search(whole.text):
            yield flag(parsed, whole, f"{quoted(subject, parsed)} is said to have been enough.", level="error")


def _is_small(noun: Token) -> bool:
    """Return whether it is one of its kind, or a few of them: “a call”, “two minutes”, “a simple question”."""
    return any(child.lower_ in SMALL and child.i < noun.i for child in noun.children)


def _helps(predication: Predication) -> bool:
    """Return whether it would have helped, or cost little: no passive, and no event of its own."""
    verb = predication.verb
    if predication.passive or predication.hypothetical or predication.lemma.split()[0] not in HELPING:
        return False
    after = [child for child in verb.children if child.i > verb.i and child.dep_ in {"dobj", "acomp", "attr", "dative"}]
    return bool(after) or predication.lemma in {"do", "suffice"}
