"""Somebody's act or absence is told by hearsay: “apparently he was at lunch”, “word is that the lead …”.

Hearsay cannot be checked or answered. It lets a verdict pass as news, and the person it speaks of was not asked.

Instead, ask those who were there, say what they told, and leave out what nobody saw.

Source: Dekker, Just Culture; RCA2, the facts of an event are gathered in interviews.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.extent import between, extent
from blameless_lint.language.grammar.mood import is_meta
from blameless_lint.language.people.agent import Kind
from blameless_lint.rules.flag import flag, quoted
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan

    from blameless_lint.language.grammar.predication import Predication
    from blameless_lint.language.reading import ParsedSentence, Reading

HEARSAY = expression(
    r"\b(?:apparently|presumably|supposedly|reportedly|allegedly|evidently|rumou?r has it|word (?:is|has it)|"
    r"the (?:word|talk|rumou?r) is|so (?:we|i)['’]?(?: are|re|m| am)? told)\b",
    re.IGNORECASE,
)
PEOPLE = frozenset({Kind.NAME, Kind.HANDLE, Kind.ROLE, Kind.TEAM, Kind.VENDOR, Kind.PRONOUN})
KINDLY = expression(
    r"\b(?:thank\w*|help\w*|grateful|kind\w*|well|happy|laugh\w*|applaud\w*|fixed|noticed|"
    r"restored|recovered|joined|mitigated|(?:ro|pu)ll\w* back)\b",
    re.IGNORECASE,
)


@rule(
    category="judgement",
    severity="error",
    cues=[HEARSAY],
    examples=[
        Example("Apparently the foreman was in the canteen.", flags=["Apparently the foreman was in the canteen"]),
        Example("The vendor reportedly lost the key.", flags=["The vendor reportedly lost the key"]),
        Example("Word is that the lead signed it in the car.", flags=["Word is that the lead signed it in the car"]),
        Example("He was presumably asleep.", flags=["He was presumably asleep"]),
        Example("Apparently the pod was evicted."),
        Example("The logs were presumably rotated."),
        Example("Apparently we were the first to see it."),
        Example("The foreman told us that he was in the canteen."),
        Example("Customers reportedly saw two mails."),
        Example("The attacker presumably used a stolen token."),
        Example("The crew apparently fixed it before we came."),
        Example("A rower had cut her hand on the rowlock, presumably on the rusty side."),
    ],
)
def hearsay(reading: Reading) -> Iterator[Match]:
    """Yield what is said of people by hearsay."""
    for parsed in reading.parsed:
        if is_meta(parsed) or KINDLY.search(parsed.text):
            continue
        for word in parsed.find(HEARSAY):
            predication = _said(parsed, word)
            if predication is not None and predication.agent is not None:
                tokens = between(word, extent(predication))
                message = f"{quoted(word, parsed)} tells of {quoted(predication.agent, parsed)} by hearsay."
                yield flag(parsed, tokens, message, agent=predication.agent)
                break


def _said(parsed: ParsedSentence, word: TokenSpan) -> Predication | None:
    """Return what is told of a person in the clause of the word, or else behind it."""
    if len(word) == 1 and word.root.head.pos_ == "ADP":
        return None
    heads = {word.root.i, *(ancestor.i for ancestor in word.root.ancestors)}
    told = [p for p in parsed.predications if p.agent is not None and p.agent.kind in PEOPLE and not p.question]
    near = [p for p in told if p.verb.i in heads or (p.verb.i > word.start and p.verb.dep_ in {"ccomp", "conj"})]
    return next(iter(sorted(near, key=lambda p: abs(p.verb.i - word.start))), None)
