"""What the grammar says of a verb: who does it, when, and whether it is said to have happened."""

from __future__ import annotations

import pytest

from blameless_lint.language.grammar.mood import is_explained, is_meta, is_reported, is_told
from blameless_lint.language.grammar.patient import patient_of
from blameless_lint.language.grammar.predication import Predication
from blameless_lint.language.read import Terms, read
from blameless_lint.language.reading import ParsedSentence
from blameless_lint.text.reader import read as read_text
from blameless_lint.text.source import Source


def parsed(text: str) -> ParsedSentence:
    return read(read_text(Source("text.md", text + "\n")), Terms(gated=False)).parsed[0]


def verb(text: str, lemma: str) -> Predication:
    return next(found for found in parsed(text).predications if found.lemma == lemma)


@pytest.mark.parametrize(
    ("text", "lemma", "agent"),
    [
        ("Dana dropped the table.", "drop", "Dana"),
        ("The table was dropped by Dana.", "drop", "Dana"),
        ("Whoever had the list did not close the valve.", "close", "Whoever"),
        ("Dana opened the console and dropped the table.", "drop", "Dana"),
        ("The engineer who dropped the table went home.", "drop", "The engineer"),
        ("Dana was asked to drop the table.", "drop", "Dana"),
        ("The table was dropped.", "drop", None),
        ("The job dropped the table.", "drop", None),
        ("Jenkins dropped the table.", "drop", None),
    ],
)
def test_agent(text: str, lemma: str, agent: str | None) -> None:
    sentence = parsed(text)
    found = verb(text, lemma).agent
    assert (found and sentence.doc[found.start : found.end].text) == agent


@pytest.mark.parametrize(
    ("text", "lemma", "is_asserted"),
    [
        ("Dana dropped the table.", "drop", True),
        ("Dana never dropped the table.", "drop", True),
        ("Dana should drop the table.", "drop", False),
        ("If Dana drops the table, the job fails.", "drop", False),
        ("Did Dana drop the table?", "drop", False),
        ("Drop the table.", "drop", False),
        ("Dana was told to drop the table.", "drop", False),
    ],
)
def test_what_is_said_to_have_happened(text: str, lemma: str, is_asserted: bool) -> None:
    assert verb(text, lemma).is_asserted is is_asserted


@pytest.mark.parametrize(
    ("text", "lemma", "modal"),
    [
        ("Dana should have checked the graph.", "check", "should"),
        ("Dana was supposed to have checked the graph.", "check", "should"),
        ("Dana could've checked the graph.", "check", "could"),
        ("Dana would have checked the graph.", "check", "would"),
    ],
)
def test_counterfactual(text: str, lemma: str, modal: str) -> None:
    found = verb(text, lemma)
    assert found.is_counterfactual
    assert found.modal == modal


def test_a_present_duty_is_not_counterfactual() -> None:
    assert not verb("Dana should check the graph.", "check").is_counterfactual


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Dana did not check the graph.", True),
        ("Dana never checked the graph.", True),
        ("Nobody checked the graph.", True),
        ("Dana checked the graph, not the log.", False),
    ],
)
def test_negation(text: str, negated: bool) -> None:
    assert verb(text, "check").negated is negated


def test_an_explanation_from_outside_is_told_from_a_reproach() -> None:
    text = "Dana did not see the alarm because the light was on the back."
    assert is_explained(parsed(text), verb(text, "see"))
    text = "Dana did not see the alarm because he was careless."
    assert not is_explained(parsed(text), verb(text, "see"))


def test_what_somebody_says_of_themselves_is_reported() -> None:
    assert is_reported(verb("Dana said that he had not seen the alarm.", "see"))
    assert not is_reported(verb("Dana had not seen the alarm.", "see"))


@pytest.mark.parametrize(
    "text", ["Nobody is to blame.", "This review is blameless.", "We look for causes rather than blaming people."]
)
def test_talk_about_blame_is_meta(text: str) -> None:
    assert is_meta(parsed(text))


def test_a_rule_for_everyone_is_told() -> None:
    text = "An engineer must never drop a table."
    assert is_told(parsed(text), verb(text, "drop"))
    text = "The engineer dropped a table."
    assert not is_told(parsed(text), verb(text, "drop"))


@pytest.mark.parametrize(
    ("text", "lemma", "patient"),
    [
        ("Remind the operators to read it.", "remind", "the operators"),
        ("The operators were reminded to read it.", "remind", "The operators"),
        ("Dana rebooted the router.", "reboot", None),
    ],
)
def test_patient(text: str, lemma: str, patient: str | None) -> None:
    sentence = parsed(text)
    found = patient_of(sentence, verb(text, lemma))
    assert (found and sentence.doc[found.start : found.end].text) == patient


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        ("The fitter did not close the valve, as the lamp was dark.", True),
        ("The fitter did not close the valve, as the permit demands.", False),
        ("The fitter did not close the valve as required by the permit.", False),
    ],
)
def test_what_was_due_explains_nothing(text: str, explained: bool) -> None:
    assert is_explained(parsed(text), verb(text, "close")) is explained
