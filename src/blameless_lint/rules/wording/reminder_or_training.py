"""A remedy reminds, retrains, briefs or instructs people.

Training and reminders are weak: they wear off, and they suppose that knowledge was what was missing.

Instead, change the step, the tool or the default, so that nobody has to remember.

Source: VA NCPS/NPSF, RCA2, the action hierarchy (training and reminders are its weakest actions).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.extent import extent, phrase
from blameless_lint.language.grammar.mood import is_meta
from blameless_lint.language.grammar.patient import patient_of
from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.people.agent import Agent, Kind
from blameless_lint.rules.flag import flag, quoted
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.language.grammar.predication import Predication
    from blameless_lint.language.reading import ParsedSentence, Reading

STRONG = frozenset({"remind", "retrain", "re-train", "reeducate", "re-educate", "admonish", "lecture", "counsel"})
NOUN = expression(
    r"(?<![\w-])(?:reminders?|refresher(?: training| course)?|re-?training|attend(?:s|ing)? (?:an? |new |"
    r"the )*(?:\w+ )?(?:training|class|classes|course|courses|refresher)|(?:coaching|counsell?ing) (?:conversation|"
    r"session|talk)|remedial training|(?:closer|more|better|tighter|stricter) supervision of|"
    r"(?:re)?takes? (?:the |a |an )?(?:\w+ ){0,2}(?:training|class|course)|"
    r"(?:awareness|refresher|mandatory) (?:training|session|course)s?)(?![\w-])",
    re.IGNORECASE,
)
TOOL = expression(
    r"\b(?:calendar|automatic|automated|slack|e-?mail|bot|cron|expiry|renewal|ticket) reminders?\b|"
    r"\breminders? (?:bot|job|mail|e-?mail|in the|from|before|for the|\d)|\bmodel|\bdataset|classifier\b",
    re.IGNORECASE,
)


@rule(
    category="punitive",
    severity="warning",
    cues=[NOUN],
    examples=[
        Example(
            "Remind the operators to read the runbook.",
            flags=["Remind the operators to read the runbook"],
            level="error",
        ),
        Example("Retrain the engineer who ran the script.", flags=["Retrain the engineer"], level="error"),
        Example(
            "Staff were reminded to lock their screens.",
            flags=["were reminded to lock their screens"],
            level="error",
        ),
        Example(
            "Send a reminder about the change process.",
            section="Action items",
            flags=["a reminder about the change process"],
            level="warning",
        ),
        Example("Add a calendar reminder 30 days before the certificate expires.", section="Action items"),
        Example("Retrain the model on the new data."),
        Example("The bot reminds the owner of the flag."),
        Example("Owners will be reminded by a bot a week before."),
        Example("Customers were reminded of the maintenance window."),
        Example("The on-call training covers the failover.", section="Lessons"),
        Example("The alert reminded us of the March outage."),
        Example("We need a big task board to remind us.", section="Action items"),
        Example("If we need a lamp to remind us, we can buy one.", section="Action items"),
    ],
)
def reminder_or_training(reading: Reading) -> Iterator[Match]:
    """Yield remedies that are a reminder or training of people."""
    for parsed, predication in reading.predications():
        if predication.verb.lemma_.lower() in lemmas("teaching_verbs") and not is_meta(parsed):
            yield from _taught(parsed, predication)
    for parsed in reading.parsed:
        if parsed.is_action and not is_meta(parsed) and not TOOL.search(parsed.text):
            for tokens in parsed.find(NOUN):
                message = f"{quoted(tokens, parsed)} is among the weakest of remedies."
                yield flag(parsed, phrase(tokens.root), message, level="warning")


def _taught(parsed: ParsedSentence, predication: Predication) -> Iterator[Match]:
    pupil = patient_of(parsed, predication) or _addressed(parsed, predication)
    if not _is_pupil(pupil, predication) or _is_of_thing(parsed, predication, pupil):
        return
    strong = predication.verb.lemma_.lower() in STRONG and (pupil is None or pupil.kind is not Kind.WE)
    told = predication.imperative or predication.modal in {"must", "should", "will"}
    if not predication.question and (parsed.is_action or told or (strong and predication.passive)):
        message = f"{quoted(predication.verb, parsed)} aims at people, not at the step."
        yield flag(parsed, extent(predication), message, level="error" if strong else "warning")


def _addressed(parsed: ParsedSentence, predication: Predication) -> Agent | None:
    """Return to whom something is stressed: “emphasise to the crews that …”."""
    for child in predication.verb.children:
        if child.dep_ in {"prep", "dative"} and child.lower_ in {"to", "with"}:
            return next((who for token in child.children if (who := parsed.who(token)) is not None), None)
    return None


def _is_pupil(pupil: Agent | None, predication: Predication) -> bool:
    """Return whether people are taught; who is reminded is taken for a person, known or not."""
    if pupil is not None:
        return pupil.kind is not Kind.CUSTOMER
    return (
        predication.lemma in {"remind", "admonish", "reprimand"}
        and (predication.passive or predication.imperative)
        and predication.agent is None
    )


def _is_of_thing(parsed: ParsedSentence, predication: Predication, pupil: Agent | None) -> bool:
    """Return whether it is a thing that reminds: “the bot reminds …”, “we need a board to remind us”."""
    verb = predication.verb
    if verb.tag_ == "VB" and verb.dep_ in {"advcl", "acl", "relcl"} and pupil is not None and pupil.kind is Kind.WE:
        held = [verb.head, *(child for child in verb.head.children if child.dep_ == "dobj" and child.i < verb.i)]
        return any(thing.pos_ == "NOUN" and parsed.who(thing) is None for thing in held)
    if predication.passive and any(_is_machine(parsed, child) for child in verb.children):
        return True
    subject = predication.subject if predication.agent is None and not predication.passive else None
    return subject is not None and subject.dep_ == "nsubj"


def _is_machine(parsed: ParsedSentence, child: Token) -> bool:
    """Return whether a passive names a thing that acts, or says that it happens by itself: “by a bot”."""
    if child.dep_ == "agent":
        return any(token.pos_ == "NOUN" and parsed.who(token) is None for token in child.children)
    return child.dep_ == "advmod" and child.lower_ == "automatically"
