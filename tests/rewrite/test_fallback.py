"""What no clause can tell is held by a bracketed question, with the facts of the sentence in it."""

import pytest
from tests.rewrite.asking import asking

from blameless_lint.rewrite.rewriter import rewrite


@pytest.mark.parametrize(
    ("text", "target", "agent", "category", "becomes"),
    [
        (
            "you should've asked before touching the hosted zone.",
            "you should've asked",
            "you",
            "counterfactual",
            "[What would have prompted asking before touching the hosted zone?]",
        ),
        (
            "Write up both engineers for bypassing CI.",
            "Write up both engineers",
            "both engineers",
            "punitive",
            "[Which guard or default would prevent bypassing CI?]",
        ),
        (
            "The warehouse people just aren't careful enough with the scanners.",
            "aren't careful enough",
            "The warehouse people",
            "judgement",
            "[What were the conditions of the work around the scanners?]",
        ),
    ],
)
def test_a_prompt_holds_the_facts(text: str, target: str, agent: str, category: str, becomes: str):
    assert rewrite(asking(text, target, agent, category))[0].text == becomes


def test_an_act_is_not_lost_in_a_question():
    drafts = rewrite(asking("She dismissed the quorum warning twice.", "dismissed", "She"))

    assert all("dismiss" in draft.text or draft.applicability == "question" for draft in drafts)
