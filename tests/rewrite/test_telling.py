"""A fact counts as kept only outside the brackets, and a rewrite must stand by itself."""

import pytest
from tests.rewrite.asking import asking

from blameless_lint.rewrite.rewriter import CLAUSES, NOUNS
from blameless_lint.rewrite.scene import Scene
from blameless_lint.rewrite.telling import is_only_asked
from blameless_lint.rewrite.verify import objection


def objection_to(text: str, sentence: str, target: str, agent: str, category: str = "omission") -> str:
    return objection(text, Scene(asking(sentence, target, agent, category), CLAUSES, NOUNS))


@pytest.mark.parametrize(
    ("text", "sentence", "target", "agent", "left"),
    [
        (
            "The valve was not closed; [what part did Pump 7 play?]",
            "Noa did not close the valve of Pump 7.",
            "did not close",
            "Noa",
            "tells no",
        ),
        (
            "The same badge was used twice; [what in the process allowed this?]",
            "Noa used the same badge twice and locked the gate.",
            "used the same badge",
            "Noa",
            "loses",
        ),
        (
            "The hose was not drained; [what would have prompted it?]",
            "Noa did not drain the hose and drove off.",
            "did not drain",
            "Noa",
            "tells no",
        ),
    ],
)
def test_a_fact_in_brackets_or_a_clause_without_a_trace_is_lost(
    text: str, sentence: str, target: str, agent: str, left: str
):
    assert objection_to(text, sentence, target, agent).startswith(left)


@pytest.mark.parametrize(
    ("text", "sentence", "target", "agent", "category"),
    [
        (
            "A date was promised to the club; [what would have prompted it?]",
            "Noa should not have promised the club a date.",
            "should not have promised",
            "Noa",
            "counterfactual",
        ),
        (
            "It was to lift with one sling; [what in the process allowed this?]",
            "It was reckless of Noa to lift with one sling.",
            "reckless",
            "Noa",
            "judgement",
        ),
        (
            "The form was signed, contrary to its duties; [what in the process allowed this?]",
            "The harbour office signed the form, contrary to its duties.",
            "signed the form",
            "The harbour office",
            "person-cause",
        ),
        (
            "Reading of the gauge left the boiler dry; [what in the process allowed this?]",
            "Careless reading of the gauge by Noa left the boiler dry.",
            "Careless reading",
            "Noa",
            "judgement",
        ),
    ],
)
def test_what_does_not_stand_by_itself_is_kept_back(text: str, sentence: str, target: str, agent: str, category: str):
    assert objection_to(text, sentence, target, agent, category)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("[What would have prompted the check?]", True),
        ("[which condition], not [which step]", True),
        ("Make [the unsafe step] hard to get wrong: [guardrail]", False),
        ("The key was not rotated; [what would have prompted it?]", False),
    ],
)
def test_a_text_that_asserts_nothing_only_asks(text: str, asks: bool):
    assert is_only_asked(text) is asks
