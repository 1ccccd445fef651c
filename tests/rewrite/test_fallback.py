"""What no clause can tell becomes a question that holds the act, or a task for the system where people were warned."""

import pytest
from tests.rewrite.asking import asking

from blameless_lint.rewrite.rewriter import rewrite


@pytest.mark.parametrize(
    ("text", "target", "agent", "becomes"),
    [
        (
            "Write up both engineers for bypassing CI.",
            "Write up both engineers",
            "both engineers",
            "Make bypassing CI hard: [guardrail].",
        ),
        (
            "People need to be held accountable when they ignore a red build.",
            "held accountable",
            "People",
            "Make ignoring a red build hard: [guardrail].",
        ),
    ],
)
def test_a_threat_becomes_a_task_for_a_guard(text: str, target: str, agent: str, becomes: str):
    best = rewrite(asking(text, target, agent, "punitive"))[0]

    assert (best.text, best.applicability) == (becomes, "suggested")


def test_what_was_not_done_and_cannot_be_turned_is_asked_about():
    text = "you should've asked before touching the hosted zone."

    best = rewrite(asking(text, "you should've asked", "you", "counterfactual"))[0]

    assert best.text == "What would have prompted asking before touching the hosted zone?"
    assert best.applicability == "question"


@pytest.mark.parametrize(
    ("text", "target", "agent", "category"),
    [
        ("The dishwasher repairer is why 300 guests ate from paper plates.", "is why", "repairer", "person-cause"),
        ("Dana ran the loader twice and got us banned.", "Dana ran", "Dana", "person-cause"),
        ("Kim said that “the valve was shut by then”, and it was not.", "said", "Kim", "accusation"),
        ("The rigger is lazy, the hoist stood still at 10:20.", "is lazy", "The rigger", "judgement"),
    ],
)
def test_what_would_lose_a_fact_is_asked_only(text: str, target: str, agent: str, category: str):
    assert [draft.applicability for draft in rewrite(asking(text, target, agent, category))] == ["question"]


def test_an_act_is_not_lost_in_a_question():
    drafts = rewrite(asking("She dismissed the quorum warning twice.", "dismissed", "She"))

    assert all("dismiss" in draft.text or draft.applicability == "question" for draft in drafts)
