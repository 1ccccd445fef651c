"""A vice is given as a finding: complacency, negligence, carelessness, ego, misconduct.

A vice needs no evidence and fits every accident. It ends the search at somebody's character.

Instead, say what was seen or done, and under which conditions: load, time, tools, information.

Source: Dekker, Just Culture; Ross, The Intuitive Psychologist and His Shortcomings (fundamental attribution error).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.compound import whole
from blameless_lint.language.grammar.extent import between, phrase
from blameless_lint.language.grammar.mood import is_denied, is_meta
from blameless_lint.language.grammar.possession import holder_of
from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.people.agent import Kind
from blameless_lint.rules.flag import flag, level_of, quoted
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.language.reading import ParsedSentence, Reading

LEANINGS = frozenset({"reliance", "over-reliance", "overreliance", "fixation", "insistence", "preoccupation"})
"""What is a vice only where it is one person's, or a crew's."""

PREVENTION = frozenset({"avoid", "prevent", "against", "reduce", "without", "no", "guard"})
LEANERS = frozenset({Kind.NAME, Kind.ROLE, Kind.PRONOUN, Kind.TEAM})
LICENCE = expression(r"\b(?:liability|liable|tort|warrant(?:y|ies))\b", re.IGNORECASE)


@rule(
    category="judgement",
    severity="error",
    examples=[
        Example("Root cause: complacency.", flags=["complacency"]),
        Example("Carelessness led to the wrong branch.", flags=["Carelessness"]),
        Example("The answer is haste.", flags=["haste"]),
        Example(
            "Our complacency about the backups showed.", flags=["Our complacency about the backups"], level="warning"
        ),
        Example("Cause: the bosun's reliance on the deckhand.", flags=["the bosun's reliance on the deckhand"]),
        Example("Over-reliance of the fitters on the lamp.", flags=["Over-reliance of the fitters on the lamp"]),
        Example("The reliance of the service on one zone."),
        Example("Our reliance on one zone."),
        Example("The kernel panic was logged."),
        Example("No negligence was found."),
        Example("The disk was full."),
        Example("The retry storm grew without a limit."),
        Example("The greedy regular expression was slow."),
        Example("The supplier accepts no liability, whether in contract or through negligence or otherwise."),
        Example("The review names no carelessness and no ego."),
    ],
)
def vice_named(reading: Reading) -> Iterator[Match]:
    """Yield nouns that name a vice."""
    for parsed in reading.parsed:
        if is_meta(parsed) or LICENCE.search(parsed.text):
            continue
        for token in parsed.doc:
            if (
                not (token.lower_ in lemmas("vices") or _is_leaning(token, parsed))
                or token.pos_ not in {"NOUN", "PROPN"}
                or token.dep_ == "compound"
                or is_denied(token)
            ):
                continue
            if token.lower_ == "panic" and any(child.dep_ in {"compound", "amod"} for child in token.children):
                continue
            if any(ancestor.lemma_.lower() in PREVENTION for ancestor in token.ancestors):
                continue
            agent = holder_of(token, parsed)
            level = level_of(agent) if agent is not None else "error"
            yield flag(
                parsed,
                between(token.doc[token.i - whole(token).count("-") * 2], phrase(token)),
                f"{quoted(token, parsed)} names a vice, not a condition.",
                agent=agent,
                level=level,
            )


def _is_leaning(token: Token, parsed: ParsedSentence) -> bool:
    """Return whether it is said what people lean on or hold to: “the skipper's reliance on the mate”."""
    if token.lower_ not in LEANINGS:
        return False
    agent = holder_of(token, parsed)
    return agent is not None and agent.kind in LEANERS
