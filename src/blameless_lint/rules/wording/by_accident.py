"""An act is called accidental, mistaken or inadvertent.

The adverb says that someone erred, and nothing about what made the act look right or the slip easy.

Instead, drop the adverb and say what the act did, and what would have shown it.

Source: Dekker, The Field Guide to Understanding 'Human Error'; Reason, Human Error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.extent import between, extent
from blameless_lint.language.grammar.mood import is_meta
from blameless_lint.language.people.agent import Kind
from blameless_lint.rules.flag import flag, level_of, quoted
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan

    from blameless_lint.language.grammar.predication import Predication
    from blameless_lint.language.reading import ParsedSentence, Reading

ADVERB = expression(
    r"(?<![\w-])(?:accidentally|accidently|mistakenly|inadvertently|unintentionally|erroneously|unwittingly|"
    r"unknowingly|absent[- ]?mindedly|"
    r"by (?:mistake|accident|oversight|error)|in error|by a typo)(?![\w-])",
    re.IGNORECASE,
)
PREVENTION = expression(
    r"\b(?:prevent|avoid|protect|guard|cannot|can't|can not|harder|impossible|so that|ensure|against|reduce|"
    r"possible to|easy to)\b",
    re.IGNORECASE,
)
FINDING = frozenset({"find", "discover", "notice", "spot", "solve", "fix", "learn", "work", "work around", "catch"})


@rule(
    category="human-error",
    severity="error",
    cues=[ADVERB],
    examples=[
        Example("Kofi accidentally deleted the bucket.", flags=["Kofi accidentally deleted the bucket"]),
        Example(
            "The database was mistakenly dropped by a contractor.", flags=["was mistakenly dropped by a contractor"]
        ),
        Example("The bucket was accidentally deleted.", flags=["was accidentally deleted"], level="warning"),
        Example("The wrong build was promoted by mistake.", flags=["was promoted by mistake"], level="warning"),
        Example("Add a lock so that the bucket cannot be accidentally deleted."),
        Example("The parser erroneously accepts empty lines."),
        Example("The controller mistakenly marked the node as ready."),
        Example("Prevent pods from being deleted by accident."),
        Example("The service returned 404 in error."),
        Example("The job deleted the bucket."),
        Example("The night crew found the leak by accident."),
    ],
)
def by_accident(reading: Reading) -> Iterator[Match]:
    """Yield acts that are called accidental."""
    for parsed in reading.parsed:
        if is_meta(parsed):
            continue
        for tokens in parsed.find(ADVERB):
            if PREVENTION.search(parsed.text[: tokens.start_char]):
                continue
            predication = _modified(parsed, tokens)
            if predication is not None and predication.lemma in FINDING:
                continue
            if predication is not None and not _is_software(predication) and predication.agent is not None:
                agent = predication.agent
                if agent.kind is not Kind.CUSTOMER or parsed.is_cause:
                    whole = between(extent(predication), tokens)
                    yield flag(
                        parsed,
                        whole,
                        f"{quoted(tokens, parsed)} says that {quoted(agent, parsed)} erred.",
                        agent=agent,
                        level=level_of(agent),
                    )
            elif predication is None or not _is_software(predication):
                whole = (
                    between(extent(predication), tokens) if predication is not None and predication.passive else tokens
                )
                yield flag(parsed, whole, f"{quoted(tokens, parsed)} says that someone erred.")


def _modified(parsed: ParsedSentence, tokens: TokenSpan) -> Predication | None:
    """Return the predication that the adverb belongs to."""
    root = tokens.root
    heads = [root, *root.ancestors]
    for head in heads:
        for predication in parsed.predications:
            if predication.verb.i == head.i:
                return predication
    return None


def _is_software(predication: Predication) -> bool:
    """Return whether the act is done by something that is no person: an active verb with such a subject."""
    return predication.agent is None and not predication.passive and predication.subject is not None
