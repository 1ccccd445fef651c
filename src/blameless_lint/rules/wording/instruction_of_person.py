"""A remedy sends somebody back to a course, has them read or sign a rule again, or has a word with them.

Whoever is sent back to the course is told that the rule was fine and they were not; the step stays as it is.

Instead, change what the step shows, asks or allows, so that it does not rest on what one person was told.

Source: VA NCPS/NPSF, RCA2, the action hierarchy (training is among its weakest actions); Dekker, Just Culture.
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
    from spacy.tokens import Token

    from blameless_lint.language.grammar.predication import Predication
    from blameless_lint.language.people.agent import Agent
    from blameless_lint.language.reading import ParsedSentence, Reading

AGAIN = frozenset({"repeat", "redo", "retake", "resit", "reread"})
TAUGHT = frozenset({"attend", "complete", "do", "pass", "read", "retrain", "sign", "sit", "study", "take", "undergo"})
TALKED = frozenset({"caution", "coach", "counsel", "re-examine", "reassess", "reexamine", "sensitise", "sensitize"})
PEOPLE = frozenset(
    {Kind.NAME, Kind.HANDLE, Kind.ROLE, Kind.TEAM, Kind.VENDOR, Kind.INDEFINITE, Kind.PRONOUN, Kind.SELF}
)
LESSON = expression(
    r"\b(?:re-?training|training|modules?|courses?|e-?learning|refresher|induction|classes|class|competenc(?:e|y)|exams?|"
    r"examination|reflective|awareness|classroom)\b",
    re.IGNORECASE,
)
RULES = expression(
    r"\b(?:polic(?:y|ies)|rules?|procedures?|guidelines?|statement|manual|handbook|man page)\b", re.IGNORECASE
)
REDONE = expression(
    r"\b(?:again|re-(?=read|sign|sit|take|train)|before (?:he|she|they) (?:is|are|works?|touch\w*|types?|returns?))",
    re.IGNORECASE,
)
WORD = expression(
    r"\b(?:(?:have|has|had|having|needs?|deserves?) (?:a |another )?(?:serious |quiet |stern |long |little )?"
    r"(?:word|talk|chat) with|(?:speak|talk|spoken|spoke|speaks) (?:to|with)|taken? (?:it|this|that) up with)\b",
    re.IGNORECASE,
)
CONDUCT = expression(
    r"\b(?:discipline|behaviou?r|conduct|attitude|expect\w*|duties|duty|responsibilit(?:y|ies)|carelessness|mistakes?)\b",
    re.IGNORECASE,
)
CUE = expression(
    r"\b(?:spoken to|(?:word|talk|chat) with|up with (?:him|her|them)|(?:re-?)?(?:sign\w*|read\w*) [^.;]{1,60}\bagain|"
    r"(?:speak|talk) to|re-?read|be (?:\w+ly )?(?:cautioned|coached|counsell?ed|re-?examined|reassessed|sensiti[sz]ed|"
    r"re-?trained)|been (?:\w+ly )?(?:cautioned|coached|counsell?ed)|"
    r"(?:repeat|redo|retake|resit|complete|undergo|attend|sit|sign)s? (?:[\w'’-]+ ){0,5}(?:training|modules?|"
    r"courses?|e-?learning|induction|class(?:es)?|competency|exam|polic(?:y|ies)))\b",
    re.IGNORECASE,
)


@rule(
    category="punitive",
    severity="error",
    cues=[CUE],
    examples=[
        Example("Janitor to be counselled.", flags=["Janitor to be counselled"]),
        Example("The fitter repeats the crane course.", flags=["The fitter repeats the crane course"]),
        Example("Foreman to attend the crane course.", flags=["Foreman to attend the crane course"]),
        Example("All testers sign the release policy again.", flags=["All testers sign the release policy again"]),
        Example("The clerk has been spoken to.", flags=["The clerk has been spoken to"]),
        Example("Someone has to have a word with Dana.", flags=["Someone has to have a word with Dana"]),
        Example(
            "Leads will talk to the testers about their attitude.",
            flags=["Leads will talk to the testers about their attitude"],
        ),
        Example("The technician repeats the load test."),
        Example("The worker completes the module build in two minutes."),
        Example("Talk to the network team about the quota."),
        Example("The vendor will complete the migration."),
        Example("Operators complete the crane course before their first shift."),
        Example("We spoke to the carrier at 10:04."),
        Example("The replica has to be re-examined."),
        Example("Reading the policy again showed that it names no owner."),
    ],
)
def instruction_of_person(reading: Reading) -> Iterator[Match]:
    """Yield remedies that instruct somebody anew or have a word with them."""
    for parsed, predication in reading.predications():
        if predication.question or predication.negated or is_meta(parsed):
            continue
        whom = _schooled(parsed, predication) or _treated(parsed, predication) or _addressed(parsed, predication)
        if whom is not None and whom.kind in PEOPLE:
            tokens = between(extent(predication), parsed.doc[whom.start : whom.end])
            yield flag(parsed, tokens, f"{quoted(tokens, parsed)} instructs a person, not the step.", level="error")


def _schooled(parsed: ParsedSentence, predication: Predication) -> Agent | None:
    """Return who is to do a course, or to read or sign a rule, once more."""
    verb, agent = predication.verb, predication.agent
    if agent is None or agent.kind not in PEOPLE or predication.passive or predication.hypothetical:
        return None
    told = _is_bidden(predication)
    again = predication.lemma in AGAIN or REDONE.search(
        parsed.doc[verb.i - (verb.i > 1) * 2 : verb.right_edge.i + 1].text
    )
    if not (predication.lemma in AGAIN or (predication.lemma in TAUGHT and (told or again))):
        return None
    things = [child for child in verb.children if child.dep_ == "dobj"]
    if not things:
        return None
    named = parsed.doc[things[0].left_edge.i : things[-1].i + 1].text
    if RULES.search(named):
        return agent if again and predication.lemma in AGAIN | {"read", "sign", "study"} else None
    return agent if LESSON.search(named) and predication.lemma != "read" else None


def _treated(parsed: ParsedSentence, predication: Predication) -> Agent | None:
    """Return who is to be counselled, or was spoken to."""
    if not predication.passive or predication.subject is None:
        return None
    spoken = predication.lemma in {"speak", "talk"} and _stranded(predication.verb)
    if spoken or (predication.lemma in TALKED and (_is_bidden(predication) or _has_been(predication.verb))):
        return parsed.who(predication.subject)
    return None


def _addressed(parsed: ParsedSentence, predication: Predication) -> Agent | None:
    """Return with whom a word is to be had, or who is to be talked to about how they act."""
    tail = parsed.doc[predication.verb.i : predication.verb.right_edge.i + 1]
    found = WORD.match(tail.text)
    if found is None or predication.passive:
        return None
    talk = predication.lemma in {"speak", "talk"}
    if talk and not (CONDUCT.search(tail.text) and (_is_bidden(predication) or predication.imperative)):
        return None
    span = tail.char_span(found.start(), found.end(), alignment_mode="expand")
    inner = [token for token in span[-1].children if token.dep_ == "pobj"] if span is not None else []
    return next((who for token in inner if (who := parsed.who(token)) is not None), None)


def _is_bidden(predication: Predication) -> bool:
    """Return whether it is to happen: “will”, “must”, “is to”, or “to” behind a name."""
    verb = predication.verb
    to = any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
    return predication.modal in {"must", "will", "should"} or (
        to and (verb.dep_ in {"ROOT", "relcl", "acl", "conj"} or _has_to(verb))
    )


def _has_to(verb: Token) -> bool:
    return verb.dep_ == "xcomp" and verb.head.lemma_.lower() in {"have", "need", "be"}


def _has_been(verb: Token) -> bool:
    return {"has", "have"} & {child.lower_ for child in verb.children} != set()


def _stranded(verb: Token) -> bool:
    return any(child.dep_ == "prep" and child.lower_ == "to" and not list(child.children) for child in verb.children)
