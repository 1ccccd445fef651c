"""A task for the system tells every step of the remedy that it takes the place of."""

import pytest
from tests.rewrite.asking import asking

from blameless_lint.rewrite.rewriter import CLAUSES, NOUNS
from blameless_lint.rewrite.scene import Scene
from blameless_lint.rewrite.task import falls_short

SENTENCE = "Be careful with deploys and read the channel before you restart the broker."


def shortfall(task: str, sentence: str = SENTENCE, target: str = "Be careful") -> str:
    return falls_short(task, task, Scene(asking(sentence, target, "", "punitive"), CLAUSES, NOUNS))


def test_a_step_that_the_task_does_not_tell_is_named():
    assert shortfall("Make deploys hard to get wrong: [guardrail]") == "loses read"


def test_a_task_with_every_step_passes():
    assert shortfall("Make reading the channel before restarting the broker easy: [which prompt or default?]") == ""


def test_what_only_leads_up_to_the_step_may_go():
    sentence = "Remind everyone that they have to take care with deploys."

    assert shortfall("Make deploys hard to get wrong: [guardrail]", sentence, "Remind everyone") == ""


@pytest.mark.parametrize("task", ["Make running things hard: [guardrail]", "Make it easy to do it: [guardrail]"])
def test_a_task_about_nothing_in_particular_is_kept_back(task: str):
    assert shortfall(task, "Run things carefully.", "carefully") == "guards nothing"


def test_a_text_that_is_no_task_is_not_judged():
    assert shortfall("The channel was not read.") == ""
