"""Every transformation does what the examples beside it say."""

import pytest
from tests.rewrite.asking import asking

from blameless_lint.rewrite import (
    absence,
    accusation,
    apart,
    astray,
    attached,
    bare,
    beside,
    conduct,
    counterfactual,
    dangling,
    deeds,
    drop_agent,
    evidence,
    faultless,
    human_error,
    idioms,
    judged_work,
    judgement,
    keep,
    leaving,
    led_to,
    leftover,
    lessons,
    letting,
    misread,
    missing,
    nominal,
    omission,
    only_blame,
    possible,
    promote,
    remedy,
    residue,
    rhetoric,
    shortened,
    sides,
    silence,
    slip,
    slow,
    topic,
    unfitting,
    vigilance,
    whats,
    who_question,
    whoever,
    whose,
)
from blameless_lint.rewrite import asking as prompts
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.rewriter import rewrite

ROOMS = (
    prompts,
    absence,
    accusation,
    apart,
    astray,
    attached,
    bare,
    beside,
    conduct,
    counterfactual,
    dangling,
    deeds,
    drop_agent,
    evidence,
    faultless,
    human_error,
    idioms,
    judgement,
    judged_work,
    keep,
    leaving,
    led_to,
    leftover,
    lessons,
    letting,
    misread,
    missing,
    nominal,
    omission,
    only_blame,
    possible,
    promote,
    remedy,
    residue,
    rhetoric,
    shortened,
    sides,
    silence,
    slip,
    slow,
    topic,
    unfitting,
    vigilance,
    whats,
    who_question,
    whoever,
    whose,
)
EXAMPLES = [(room.__name__.rpartition(".")[2], example) for room in ROOMS for example in room.EXAMPLES]


ASKING = ("deeds", "led_to", "misread")  # rooms that make of an act the question which conditions led to it


@pytest.mark.parametrize(("room", "example"), EXAMPLES, ids=[f"{room}: {example.text}" for room, example in EXAMPLES])
def test_the_example_becomes_what_it_says(room: str, example: Example):
    request = asking(example.text, example.target, example.agent, example.category)
    best = rewrite(request)[0]

    if example.becomes:
        assert (request.doc.text[: best.start] + best.text + request.doc.text[best.end :]).startswith(example.becomes)
        assert (best.applicability == "question") == (room in ASKING and example.becomes.endswith("?"))
    else:
        assert best.applicability == "question"


@pytest.mark.parametrize(("room", "example"), EXAMPLES, ids=[f"{room}: {example.text}" for room, example in EXAMPLES])
def test_a_question_comes_last_and_asks_neither_who_nor_why(room: str, example: Example):
    last = rewrite(asking(example.text, example.target, example.agent, example.category))[-1]

    assert last.applicability == "question"
    assert last.text.endswith("?")
    assert not last.text.lower().startswith(("who", "why"))
