"""“Human error” is given as the explanation: human, operator, user, pilot or manual error.

“Human error” is where the questions begin; as an answer it stops them, and it names a person without a name.

Instead, name the step and its conditions: what the tool offered, what it hid, what made the slip easy.

Source: Woods, Dekker, Cook, Johannesen and Sarter, Behind Human Error; Reason, Human Error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.mood import is_denied, is_meta
from blameless_lint.rules.flag import flag, quoted
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan

    from blameless_lint.language.reading import Reading

TERM = expression(
    r"(?<![\w-])(?:(?:a |an |the |simple |pure |plain |isolated |individual |some )*)"
    r"(?:human|operator|user|pilot|manual|admin(?:istrator)?|administrative|engineer|technician|driver|personnel|"
    r"staff|clerical|procedural|"
    r"developer|programmer|dba|crew|controller|employee|handling|copy[- ]?(?:and[- ])?paste|copy/paste|typing|rookie|"
    r"beginner['’]?s?|schoolboy)"
    r"[- ](?:error|errors|mistake|mistakes|failure|slip|misunderstanding|fault|oversight|factor)(?![\w-])"
    r"|(?<![\w-])(?:pebkac|pebcak|id10t|fat[- ]finger(?:ed|ing)?|layer 8 (?:problem|issue|error)|brain ?fart)(?![\w-])",
    re.IGNORECASE,
)
SOFTWARE = expression(
    r"\b(?:user|controller|operator|driver|manual|engineer)[- ](?:failure|fault|factor)\b|human factor", re.IGNORECASE
)
ORDINARY = expression(
    r"\b(?:4\d\d|returned|returns|status|code|message|messages|shown|see|saw|display\w*|log(?:s|ged)?)\b", re.IGNORECASE
)
MEANT_AS_TERM = expression(
    r"\b(?:prevent|avoid|reduce|protect|guard|prone to|risk of|possib|potential|room for|chance of|eliminat|minimi|"
    r"allow|against|less)\w*\b",
    re.IGNORECASE,
)


@rule(
    category="human-error",
    severity="error",
    cues=[TERM],
    examples=[
        Example("Root cause: human error.", flags=["human error"]),
        Example("The outage was due to operator error.", flags=["operator error"]),
        Example("A manual error during the migration.", flags=["A manual error"]),
        Example("At the end of the day it was PEBKAC.", flags=["PEBKAC"]),
        Example("The API returned user errors (422)."),
        Example("The controller failure took out the node."),
        Example("The change was not human error: the console showed the wrong cluster."),
        Example("Automate the step to reduce the risk of human error."),
        Example("A read error on the disk stopped the job."),
        Example("“Human error” is not a root cause."),
    ],
)
def human_error(reading: Reading) -> Iterator[Match]:
    """Yield “human error” and its kin where they explain."""
    for parsed in reading.parsed:
        if is_meta(parsed):
            continue
        text = parsed.text
        for tokens in parsed.find(TERM):
            if SOFTWARE.search(tokens.text) or MEANT_AS_TERM.search(text[: tokens.start_char]) or _is_denied(tokens):
                continue
            if "user" in tokens.text.lower() and ORDINARY.search(text):
                continue
            yield flag(
                parsed, tokens, f"{quoted(tokens, parsed)} ends the search where it should begin.", level="error"
            )


def _is_denied(tokens: TokenSpan) -> bool:
    after = tokens.doc[tokens.end : tokens.end + 3].text.lower()
    return is_denied(tokens.root) or re.search(r"\b(?:is|was) (?:not|never|n't)\b|isn't|wasn't", after) is not None
