"""A vice is given as a finding: complacency, negligence, carelessness, ego, misconduct.

A vice needs no evidence and fits every accident. It ends the search at somebody's character.

Instead, say what was seen or done, and under which conditions: load, time, tools, information.

Source: Dekker, Just Culture; Ross, The Intuitive Psychologist and His Shortcomings (fundamental attribution error).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.extent import phrase
from blameless_lint.language.grammar.mood import is_denied, is_meta
from blameless_lint.language.grammar.possession import holder_of
from blameless_lint.language.lexicon import lemmas
from blameless_lint.rules.flag import flag, level_of, quoted
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading

PREVENTION = frozenset({"avoid", "prevent", "against", "reduce", "without", "no", "guard"})
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
                token.lower_ not in lemmas("vices")
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
                phrase(token),
                f"{quoted(token, parsed)} names a vice, not a condition.",
                agent=agent,
                level=level,
            )
