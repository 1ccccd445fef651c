"""A word judges by what was known only afterwards: obviously, of course, easily avoidable, in hindsight.

After the event the path to it looks plain. “Obvious” says so of a moment when it was not.

Instead, drop the word, and say what could be seen at the time, and where.

Source: Fischhoff, Hindsight ≠ foresight (1975); Dekker, The Field Guide to Understanding 'Human Error'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.mood import is_meta
from blameless_lint.language.lexicon import pattern
from blameless_lint.language.people.agent import Agent, Kind
from blameless_lint.rules.flag import flag, quoted
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan

    from blameless_lint.language.reading import ParsedSentence, Reading

NEEDS_PEOPLE = expression(
    r"^(?:obviously|clearly|evidently|plainly|of course|avoidable|preventable|foreseeable|in hindsight|in retrospect|"
    r"with hindsight)$",
    re.IGNORECASE,
)
AS_OTHERS = expression(r"as any(?:one|body)(?: else)? would\b", re.IGNORECASE)
"""What excuses an act (“she read the sign, as anyone would”) and reproaches where one is denied."""
MANNER = expression(
    r"\b(?:clearly|plainly|obviously) (?:communicat|defin|document|label|mark|stat|indicat|identif|describ|explain|"
    r"display|show|visible|written|see)\w*",
    re.IGNORECASE,
)


@rule(
    category="hindsight",
    severity="warning",
    cues=[pattern("hindsight_words")],
    examples=[
        Example("It was obvious that the disk would fill.", flags=["It was obvious"]),
        Example("The outage was easily avoidable.", flags=["easily avoidable"]),
        Example("Obviously the team did not read the alert.", flags=["Obviously"], level="error"),
        Example("As anyone could see, the queue was growing.", flags=["As anyone could see"]),
        Example("Any junior knows that limit.", flags=["Any junior knows"], level="error"),
        Example("Anyone who knows the tool can read the log."),
        Example("Every replica knows its neighbours."),
        Example("The page exists so everyone knows the limit."),
        Example("The error was clearly visible in the log."),
        Example("The page clearly states the limit."),
        Example("Steps must be clearly documented."),
        Example("The message naturally expires after an hour."),
        Example("It is not obvious from the dashboard which cluster is selected."),
        Example("Write down what the operator had to know by heart."),
        Example("The obvious next step is to add an alert."),
        Example("The ring was tight as far as anyone can tell."),
        Example("The fitter trusted the label, as anyone would."),
    ],
)
def hindsight(reading: Reading) -> Iterator[Match]:
    """Yield hindsight words about what people knew or did."""
    for parsed in reading.parsed:
        if is_meta(parsed) or MANNER.search(parsed.text):
            continue
        for tokens in parsed.find(pattern("hindsight_words")):
            if (
                _is_denied(tokens)
                or _is_needed(tokens)
                or (tokens[-1].lower_ == "knows" and not _is_measured(parsed, tokens))
            ):
                continue
            agent = _person(parsed)
            if AS_OTHERS.match(tokens.text) and not any(found.negated for found in parsed.predications):
                continue
            if NEEDS_PEOPLE.match(tokens.text) and (agent is None or _is_manner(tokens)):
                continue
            strong = agent is not None and agent.kind not in {Kind.WE, Kind.NOBODY, Kind.CUSTOMER}
            yield flag(
                parsed,
                tokens,
                f"{quoted(tokens, parsed)} judges by what was known only afterwards.",
                agent=agent,
                level="error" if strong else "warning",
            )


def _is_denied(tokens: TokenSpan) -> bool:
    before = tokens.doc[max(0, tokens.start - 3) : tokens.start].text.lower()
    return re.search(r"\b(?:not|n't|never|nothing|less|isn't|wasn't|(?:as|so) far)\b", before) is not None


def _is_measured(parsed: ParsedSentence, tokens: TokenSpan) -> bool:
    """Return whether people of a role are said to know: “any junior knows”, and not “every replica knows its peers”."""
    subject = next((child for child in tokens[-1].children if child.dep_ == "nsubj"), None)
    who = parsed.who(subject) if subject is not None else None
    return who is not None and who.kind is Kind.ROLE


def _is_needed(tokens: TokenSpan) -> bool:
    """Return whether it is told what knowledge a task takes: “what the operator had to know by heart”."""
    near = [*tokens[-1].children, *tokens[-1].head.children]
    asked = any(child.lower_ == "what" and child.i < tokens.start for child in near)
    return tokens[-1].lower_ == "know" and asked


def _is_manner(tokens: TokenSpan) -> bool:
    """Return whether the adverb says how something was done and not how plain it was: it stands behind its verb."""
    return tokens.root.dep_ == "advmod" and tokens.root.head.pos_ == "VERB" and tokens.root.i > tokens.root.head.i


def _person(parsed: ParsedSentence) -> Agent | None:
    return next((found.agent for found in parsed.predications if found.agent is not None), None)
