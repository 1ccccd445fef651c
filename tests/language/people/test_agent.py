from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest

from blameless_lint.language.parse import parse_all
from blameless_lint.language.people.agent import Kind, identify
from blameless_lint.language.people.cast import Cast
from blameless_lint.text.source import Span

HERE = Path(__file__).parent


def rows(name: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def plain(text: str) -> tuple[str, list[Span]]:
    opaque = []
    while found := re.search(r"`([^`]*)`", text):
        text = text[: found.start()] + found[1] + text[found.end() :]
        opaque.append(Span(found.start(), found.end() - 2))
    return text, opaque


@cache
def parsed():
    texts = [row["text"] for name in ("people_subjects.jsonl", "software_subjects.jsonl") for row in rows(name)]
    return dict(zip(texts, parse_all([plain(text) for text in texts]), strict=True))


def head(row):
    found = [token for token in parsed()[row["text"]] if token.text == row["head"]]
    assert found, [token.text for token in parsed()[row["text"]]]
    return found[0]


def cases(name: str) -> list[object]:
    return [pytest.param(row, id=row["text"]) for row in rows(name)]


@pytest.mark.parametrize("row", cases("people_subjects.jsonl"))
def test_people_are_recognised(row):
    agent = identify(head(row), Cast())
    assert agent is not None
    assert agent.kind == row["kind"]


@pytest.mark.parametrize("row", cases("software_subjects.jsonl"))
def test_software_and_things_are_no_people(row):
    assert identify(head(row), Cast()) is None


def agent_of(text: str, word: str, cast: Cast | None = None, previous: str = ""):
    docs = parse_all([(text, ()), (previous or ".", ())])
    token = next(token for token in docs[0] if token.text == word)
    return identify(token, cast or Cast(), previous=docs[1] if previous else None)


@pytest.mark.parametrize(
    ("text", "word", "named"),
    [
        ("The on-call engineer slept.", "engineer", "The on-call engineer"),
        ("One of our engineers pushed it.", "One", "One of our engineers"),
        ("Nobody in Finance asked.", "Nobody", "Nobody in Finance"),
        ("Ruth Abiola's team skipped it.", "team", "Ruth Abiola's team"),
        ("Ines and Mateus overlooked it.", "Ines", "Ines and Mateus"),
        ("Mr. Kowalczyk refused.", "Kowalczyk", "Mr. Kowalczyk"),
    ],
)
def test_the_range_is_the_whole_phrase(text, word, named):
    agent = agent_of(text, word)
    assert agent.token.doc[agent.start : agent.end].text == named


def test_they_stands_for_people_of_the_sentence_before():
    assert agent_of("They ignored the page.", "They", previous="The vendor was called at nine.").kind is Kind.PRONOUN


def test_they_stands_for_things_of_the_sentence_before():
    assert agent_of("They ignored the limit.", "They", previous="The pods were restarted.") is None


def test_the_configuration_names_systems_first():
    assert (
        agent_of("Dana dropped the packets.", "Dana", Cast(systems=frozenset({"dana"}), people=frozenset({"dana"})))
        is None
    )


def test_the_configuration_names_people_against_the_word_lists():
    assert agent_of("Jenkins forgot the key.", "Jenkins") is None
    assert agent_of("Jenkins forgot the key.", "Jenkins", Cast(people=frozenset({"jenkins"}))).kind is Kind.NAME


def test_a_handle_of_the_document_is_a_person():
    assert agent_of("zqx deletes the bucket", "zqx") is None
    assert agent_of("zqx deletes the bucket", "zqx", Cast(handles=frozenset({"zqx"}))).kind is Kind.HANDLE


def test_a_team_of_the_document_is_a_team():
    assert agent_of("Narwhal ignored the ticket.", "Narwhal") is None
    assert agent_of("Narwhal ignored the ticket.", "Narwhal", Cast(teams=frozenset({"narwhal"}))).kind is Kind.TEAM
