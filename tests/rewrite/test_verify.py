"""The verifier keeps back what loses, adds or still blames."""

import pytest
from tests.rewrite.asking import asking

from blameless_lint.rewrite.rewriter import CLAUSES, NOUNS
from blameless_lint.rewrite.scene import Scene
from blameless_lint.rewrite.verify import objection

SENTENCE = "At 10:04 Dana forgot to rotate the `api_key` for Grafana."


def objection_to(text: str, sentence: str = SENTENCE, target: str = "forgot to rotate", agent: str = "Dana") -> str:
    return objection(text, Scene(asking(sentence, target, agent), CLAUSES, NOUNS))


def test_what_keeps_every_fact_passes():
    assert objection_to("At 10:04 the api_key for Grafana was not rotated; [what would have prompted it?]") == ""


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("The api_key for Grafana was not rotated; [what would have prompted it?]", "10:04"),
        ("At 10:04 the key for Grafana was not rotated; [what would have prompted it?]", "api_key"),
        ("At 10:04 the api_key was not rotated; [what would have prompted it?]", "Grafana"),
        ("At 10:04 the api_key for Grafana was rotated.", "negation"),
        ("At 10:04 the api_key for Grafana was not there.", "act"),
    ],
)
def test_a_lost_fact_is_named(text: str, lost: str):
    assert lost in objection_to(text)


@pytest.mark.parametrize(
    "text",
    [
        "At 10:04 the api_key for Grafana was not rotated by Dana.",
        "At 10:04 the api_key for Grafana was forgotten and not rotated.",
        "At 10:04 the api_key for Grafana should have been rotated, and was not rotated.",
        "At 10:04 the api_key for Grafana was not rotated due to human error.",
        "At 10:04 the api_key for Grafana was not rotated, clearly.",
    ],
)
def test_a_text_that_still_blames_is_kept_back(text: str):
    assert objection_to(text)


def test_an_invented_fact_is_kept_back():
    assert objection_to("At 10:04 the api_key for Grafana was not rotated, since Vault crashed.").startswith("adds")


def test_what_stands_in_brackets_may_be_new():
    assert objection_to("At 10:04 the api_key for Grafana was not rotated; [was Vault down?]") == ""


def test_a_text_of_more_than_twice_the_words_is_kept_back():
    long = "At 10:04 the api_key for Grafana was not rotated" + " and was not rotated" * 8 + "."

    assert objection_to(long) == "too long"


def test_the_final_mark_stays_unless_a_prompt_ends_the_sentence():
    assert objection_to("At 10:04 the api_key for Grafana was not rotated") != ""
    assert objection_to("At 10:04 the api_key for Grafana was not rotated; [what would have prompted it?].") != ""
