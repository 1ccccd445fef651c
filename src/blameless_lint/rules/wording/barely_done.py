"""A look or a reading is told as too little of it: skimmed the plan, gave the form a glance, half-read the mail.

How short a look was is seen only by someone who knows what stood there; at the time it was as long as it took.

Instead, say what the page or the form showed, and what would have made the line in question stand out.

Source: Dekker, The Field Guide to Understanding 'Human Error'; Woods, Behind Human Error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.compound import whole
from blameless_lint.language.grammar.extent import extent
from blameless_lint.language.grammar.mood import is_explained, is_told
from blameless_lint.language.people.agent import Kind
from blameless_lint.rules.flag import flag, quoted
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.language.grammar.predication import Predication
    from blameless_lint.language.reading import Reading

CUE = expression(
    r"\b(?:skim|skimm\w+|skims|glanc\w+|eyeball\w*|half-\w+ed|half-read|half-heard|once-over|"
    r"(?:flick|flip|leaf|thumb|breez|rush|rac|rattl|whizz|sail)\w* through|gloss\w* over|"
    r"(?:cursory|passing|fleeting|token|perfunctory) \w+)\b",
    re.IGNORECASE,
)
SKIMMING = frozenset({"eyeball", "glance", "skim"})
HURRYING = frozenset({"breeze", "flick", "flip", "leaf", "race", "rattle", "rush", "sail", "thumb", "whizz"})
GIVING = frozenset({"cast", "give", "spare", "throw"})
LITTLE = frozenset({"cursory", "fleeting", "half-hearted", "passing", "perfunctory", "superficial", "token"})
HALF = expression(r"half-(?:\w+ed|read|heard)", re.IGNORECASE)
READ = expression(
    r"\b(?:agenda|briefings?|cards?|certificates?|changes?|check-?lists?|clauses?|contracts?|designs?|diffs?|documents?|"
    r"drawings?|e-?mails?|forms?|guidelines?|instructions?|labels?|letters?|lists?|logbooks?|mails?|manuals?|memos?|"
    r"minutes|notes?|notices?|pages?|papers?|patch(?:es)?|permits?|plans?|prescriptions?|procedures?|protocols?|"
    r"questions?|records?|release notes|reports?|requests?|reviews?|rosters?|runbooks?|schedules?|sheets?|specs?|"
    r"specifications?|steps?|surveys?|terms|tickets?|it|them)\b",
    re.IGNORECASE,
)
"""What is there to be read to its end; a graph, a log or a channel is not."""


@rule(
    category="omission",
    severity="error",
    cues=[CUE],
    examples=[
        Example("The foreman skimmed the permit.", flags=["The foreman skimmed the permit"]),
        Example("Ravi only glanced at the checklist.", flags=["Ravi only glanced at the checklist"]),
        Example("The agency gave the plan a once-over.", flags=["The agency gave the plan a once-over"]),
        Example("The clerk rushed through the form.", flags=["The clerk rushed through the form"]),
        Example("The reviewer gave it a cursory look.", flags=["The reviewer gave it a cursory look"]),
        Example("I half-read the mail.", flags=["I half-read the mail"]),
        Example("The parser skimmed the list."),
        Example("Ravi glanced at the graph and saw the peak."),
        Example("We skimmed the notes of the last review before the drill."),
        Example("The reviewer gave it a second look."),
        Example("The crew gave the pump a push."),
        Example("The foreman did not rush through the form."),
        Example("A reader who skims the page will not find the date."),
        Example("The foreman skimmed the permit, because the siren had gone off."),
        Example("The clerk rushed through the door."),
    ],
)
def barely_done(reading: Reading) -> Iterator[Match]:
    """Yield looks and readings of people that are told as too short."""
    for parsed, predication in reading.predications():
        agent = predication.agent
        if agent is None or agent.kind in {Kind.WE, Kind.CUSTOMER, Kind.NOBODY} or not CUE.search(parsed.text):
            continue
        told = predication.past or predication.verb.lower_ == "read"  # the tagger takes “half-read” for the present
        if not told or predication.negated or not predication.is_asserted or not _is_little(predication):
            continue
        if not is_told(parsed, predication) and not is_explained(parsed, predication):
            tokens = extent(predication)
            yield flag(parsed, tokens, f"{quoted(tokens, parsed)} is told as too little.", agent=agent)


def _is_little(predication: Predication) -> bool:
    verb = predication.verb
    if HALF.fullmatch(whole(verb)):
        return READ.search(_after(verb)) is not None
    lemma = verb.lemma_.lower()
    if lemma in SKIMMING or whole(verb).startswith("skim-"):
        return READ.search(_after(verb)) is not None
    if lemma in HURRYING:
        through = next((child for child in verb.children if child.lower_ == "through"), None)
        return through is not None and READ.search(_after(through)) is not None
    if lemma == "gloss":
        return READ.search(_after(verb)) is not None
    return lemma in GIVING and ("once-over" in _after(verb) or any(_is_glance(child) for child in verb.children))


def _is_glance(noun: Token) -> bool:
    """Return whether it is a look of the smallest kind: “a glance”, “a once-over”, “a cursory look”."""
    if noun.dep_ not in {"dobj", "oprd"} or any(child.lower_ in {"second", "closer"} for child in noun.children):
        return False
    small = any(whole(child) in LITTLE for child in noun.children)
    return small or noun.lower_ in {"glance", "glances"}


def _after(verb: Token) -> str:
    """Return the first words behind the verb, where what is read stands."""
    return verb.doc[verb.i + 1 : min(verb.right_edge.i + 1, verb.i + 8)].text
