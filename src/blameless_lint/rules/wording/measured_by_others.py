"""A person is measured by what others of their kind know or would do: “whereas every apprentice is taught to …”.

The comparison shames, and explains nothing: those who know it in a classroom were not in that place at that hour.

Instead, say what was known there at the time, and what would have brought the knowledge to that place.

Source: Dekker, The Field Guide to Understanding 'Human Error'; Fischhoff, Hindsight is not equal to foresight.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.extent import between, extent, phrase
from blameless_lint.language.grammar.mood import is_meta
from blameless_lint.language.people.agent import Kind
from blameless_lint.rules.flag import flag, quoted
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

    from blameless_lint.language.grammar.predication import Predication
    from blameless_lint.language.reading import ParsedSentence, Reading

TAUGHT = expression(
    r"\b(?:whereas|while|when|though|although|as|which) (?:every|any|each) (?:[\w-]+ ){1,3}(?:is|was|are|were|gets) "
    r"(?:taught|told|trained|shown|drilled)\b|\b(?:whereas|although|though) (?:every|any|each) (?:[\w-]+ ){1,3}"
    r"(?:learns|knows|understands)\b",
    re.IGNORECASE,
)
LEARNERS = expression(
    r"\b(?:apprentices?|beginners?|cadets?|child|first-years?|freshers?|freshmen|interns?|juniors?|learners?|novices?|"
    r"probationers?|recruits?|rookies?|schoolboys?|schoolchild(?:ren)?|students?|trainees?)\b",
    re.IGNORECASE,
)
EXPECTED = expression(
    r"\b(?:might|may|can|could|would) (?:\w+ )?be expected to (?:ask|check|distinguish|feel|have|insist|know|look|"
    r"notice|read|recogni[sz]e|remember|see|tell|think|understand|wait)\b",
    re.IGNORECASE,
)
STANDING = expression(
    r"\b(?:with|of) (?:(?:\w+|\d+)(?:[- ]\w+)? (?:years|seasons|launches|dives|flights|hours)\b|(?:his|her|their|my|"
    r"your|this|that|such)(?: \w+)? (?:age|experience|grade|job title|qualifications?|rank|seniority|standing|training|"
    r"years)\b)",
    re.IGNORECASE,
)
GROWN = expression(
    r"\b(?:a|any) (?:grown-?up|child|five-year-old|(?:competent|conscientious|decent|prudent|proper|real|reasonable|"
    r"responsible|sensible) [\w-]+|professional) would(?: not|n['’]t| never)?(?: have|['’]ve) (?:\w+ly )?\w+\b",
    re.IGNORECASE,
)
KNOWING = frozenset({"feel", "hear", "know", "look", "notice", "recognise", "recognize", "see", "smell", "understand"})
PRAISED = expression(r"\b(?:glad|fortunate\w*|grateful|luck\w*|thank\w*|takes|took|would need|needed)\b", re.IGNORECASE)
SHARED = expression(r"\b(?:either|the same|no differently|no better)\b", re.IGNORECASE)
"""What turns the comparison into an excuse: “would have done the same”."""


@rule(
    category="hindsight",
    severity="error",
    cues=[TAUGHT, EXPECTED, STANDING, GROWN],
    examples=[
        Example(
            "The fitters cut the belt first, whereas every apprentice is taught to lock the drum.",
            flags=["whereas every apprentice is taught"],
        ),
        Example(
            "A mate with thirty years at sea might be expected to see the buoy.",
            flags=["A mate with thirty years at sea might be expected to see the buoy"],
        ),
        Example(
            "A welder of his experience knows how the bottle sounds.",
            flags=["A welder of his experience knows how the bottle sounds"],
        ),
        Example("A grown-up would have asked for the key.", flags=["A grown-up would have asked"]),
        Example("Any competent fitter would have seen the crack.", flags=["Any competent fitter would have seen"]),
        Example("Every apprentice is taught to lock the drum in the first week."),
        Example("The drum is locked, as every node is told to wait."),
        Example("A welder with thirty years at sea was at the desk."),
        Example("Customers can be expected to have two phones."),
        Example("The cache can be expected to have old entries."),
        Example("We were lucky that a welder of her experience knows the valve."),
        Example("Nobody can be expected to see that in the dark."),
        Example("A sensible default would have been ten seconds."),
        Example("A welder of his experience would not have known it either."),
        Example("Any competent fitter would have done the same."),
    ],
)
def measured_by_others(reading: Reading) -> Iterator[Match]:
    """Yield comparisons with what others know, are taught or would have done."""
    for parsed in reading.parsed:
        if not any(cue.search(parsed.text) for cue in (TAUGHT, EXPECTED, STANDING, GROWN)):
            continue
        if is_meta(parsed) or parsed.is_action or SHARED.search(parsed.text):
            continue
        for pattern in (TAUGHT, GROWN):
            for tokens in parsed.find(pattern):
                if _is_of_people(parsed, tokens.start, tokens.end):
                    yield flag(parsed, tokens, f"{quoted(tokens, parsed)} measures people by others.", level="error")
        for predication in parsed.predications:
            if _shames(parsed, predication):
                tokens = _whole(predication)
                yield flag(
                    parsed,
                    tokens,
                    f"{quoted(tokens, parsed)} measures people by others.",
                    agent=predication.agent,
                    level="error",
                )


def _is_of_people(parsed: ParsedSentence, start: int, end: int) -> bool:
    """Return whether the words name people: a role, a learner, a grown-up."""
    text = parsed.doc[start:end].text
    if LEARNERS.search(text) or re.search(r"grown-?up|professional|five-year-old", text, re.IGNORECASE):
        return True
    agents = (parsed.who(token) for token in parsed.doc[start:end] if token.pos_ in {"NOUN", "PROPN"})
    return any(agent is not None and agent.kind is not Kind.CUSTOMER for agent in agents)


def _shames(parsed: ParsedSentence, predication: Predication) -> bool:
    """Return whether it is said what somebody of such standing knows, sees or might be expected to do."""
    subject = predication.subject
    agent = parsed.who(subject) if subject is not None else None
    if subject is None or agent is None or predication.negated or agent.kind in {Kind.CUSTOMER, Kind.NOBODY, Kind.WE}:
        return False
    if predication.passive:
        return _is_expected(predication)
    if predication.verb.dep_ == "xcomp" or not _has_standing(subject) or PRAISED.search(parsed.text):
        return False
    told = predication.modal in {"should", "would", "could", "might", "must"}
    return told or (predication.verb.tag_ in {"VBZ", "VBP"} and predication.lemma in KNOWING)


def _is_expected(predication: Predication) -> bool:
    verb = predication.verb
    return verb.lower_ == "expected" and EXPECTED.search(verb.doc[max(0, verb.i - 3) : verb.i + 3].text) is not None


def _has_standing(subject: Token) -> bool:
    """Return whether it is anyone of such standing: “a man with 900 launches”."""
    generic = subject.lower_ in {"somebody", "someone", "anyone", "anybody", "people"} or any(
        child.lower_ in {"a", "an", "any", "every"} for child in subject.children
    )
    behind = subject.doc[subject.i + 1 : subject.right_edge.i + 1].text
    return generic and STANDING.match(behind) is not None


def _whole(predication: Predication) -> TokenSpan:
    tokens = extent(predication)
    return between(phrase(predication.subject), tokens) if predication.subject is not None else tokens
