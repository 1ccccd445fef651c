"""Human work should have been done, or caught, or communicated: a counterfactual without a name.

Nobody is named, yet the sentence still compares what was done with what one knows now.

Instead, say what was in place, and ask what would have made the other thing happen.

Source: Dekker, The Field Guide to Understanding 'Human Error'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.extent import extent
from blameless_lint.language.grammar.mood import is_meta
from blameless_lint.language.lexicon import lemmas
from blameless_lint.rules.flag import flag, quoted
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading

WISH = expression(
    r"\b(?:it )?(?:would|might) have been (?:wise|wiser|better|good|prudent|sensible|smart|nice|appropriate|safer|"
    r"enough|avoided|prevented|caught|"
    r"possible to (?:catch|avoid|prevent|notice))\b|\bone would have expected\b|\bit would have taken\b",
    re.IGNORECASE,
)


@rule(
    category="counterfactual",
    severity="warning",
    cues=[WISH],
    examples=[
        Example("This should have been caught in review.", flags=["should have been caught in review"]),
        Example("The migration ought to have been rehearsed.", flags=["ought to have been rehearsed"]),
        Example("The incident could have been avoided.", flags=["could have been avoided"]),
        Example("It would have been wise to stagger the jobs.", flags=["It would have been wise"]),
        Example("The alert should have been sent by the monitor."),
        Example("The retries should have been throttled."),
        Example("Releases should be reviewed."),
        Example("Jobs should have been moved and run again automatically."),
        Example("The request could have been served from the cache."),
        Example("Some mails might have been delivered twice."),
        Example("The value would be ignored by the parser."),
    ],
)
def should_have_been(reading: Reading) -> Iterator[Match]:
    """Yield agentless counterfactuals about human work."""
    for parsed in reading.parsed:
        if not is_meta(parsed):
            for tokens in parsed.find(WISH):
                yield flag(parsed, tokens, f"{quoted(tokens, parsed)} describes a past that was not.")
    for parsed, predication in reading.predications():
        if not (predication.is_counterfactual and predication.passive) or predication.hypothetical or is_meta(parsed):
            continue
        if any(token.lower_ == "automatically" for token in predication.verb.subtree):
            continue
        if predication.modal in {"would", "might"} or predication.verb.lemma_.lower() in lemmas("machine_work_verbs"):
            continue
        by = predication.agent
        if by is None and any(child.dep_ == "agent" for child in predication.verb.children):
            continue
        if predication.modal == "could" and predication.verb.lemma_.lower() not in {
            "avoid",
            "prevent",
            "catch",
            "spot",
            "notice",
            "foresee",
            "detect",
            "do",
        }:
            continue
        tokens = extent(predication)
        yield flag(parsed, tokens, f"{quoted(tokens, parsed)} describes a past that was not.", agent=by)
