"""Drafts for whole sentences: what is offered, what it replaces, and when only a question is left."""

import pytest
from tests.rewrite.asking import asking

from blameless_lint.rewrite.rewriter import rewrite


def best(text: str, target: str, agent: str, category: str = "omission") -> str:
    request = asking(text, target, agent, category)
    draft = rewrite(request)[0]
    assert draft.applicability != "question"
    return request.doc.text[: draft.start] + draft.text + request.doc.text[draft.end :]


def test_an_omission_becomes_an_absence_and_a_prompt():
    assert best("Dana forgot to rotate the key.", "Dana forgot", "Dana") == (
        "The key was not rotated; [what would have prompted it?]"
    )


def test_code_is_copied_as_it_is():
    assert "make e2e was not run" in best("Dana did not run `make e2e` before the release.", "did not run", "Dana")


def test_number_and_tense_agree():
    assert best("QA skips the smoke tests.", "skips", "QA").startswith("The smoke tests are skipped")
    assert best("QA had skipped the smoke test.", "had skipped", "QA").startswith("The smoke test had been skipped")


def test_a_relative_clause_of_the_blamed_is_told_as_well():
    text = "The password was changed by Sergei, who neglected to update the replicas."

    assert best(text, "neglected to update", "Sergei").startswith(
        "The password was changed, and the replicas were not updated"
    )


def test_clauses_that_share_the_subject_are_turned_together():
    text = "Priya dropped the index and restarted the primary."

    assert best(text, "Priya dropped", "Priya", "person-cause").startswith(
        "The index was dropped and the primary was restarted"
    )


def test_the_other_clauses_stay_as_they_are():
    text = "Checkout was down for 41 minutes because Ilse pushed an untested chart to production."

    assert best(text, "because Ilse pushed", "Ilse", "person-cause").startswith(
        "Checkout was down for 41 minutes because an untested chart was pushed to production;"
    )


def test_leaving_out_a_judging_word_is_safe_and_replaces_no_more():
    request = asking("Obviously, the limit was too low.", "Obviously", "", "hindsight")

    draft = rewrite(request)[0]

    assert draft.applicability == "safe"
    assert request.doc.text[draft.start : draft.end].startswith("Obviously")
    assert "limit" not in draft.text


def test_that_something_was_not_meant_is_not_left_out_without_a_word():
    text = "Some customers were mistakenly billed twice."

    draft = rewrite(asking(text, "mistakenly", "", "human-error"))[0]

    assert draft.applicability == "suggested"
    assert draft.text == "Some customers were billed twice; [what made this easy to do by mistake?]"


def test_an_open_prompt_stands_in_the_place_of_a_bare_judgement():
    drafts = rewrite(asking("Overconfidence of the crew.", "Overconfidence", "the crew", "judgement"))

    assert (drafts[0].text, drafts[0].applicability) == (
        "[What were the conditions of the work of the crew?]",
        "suggested",
    )


def test_a_moment_that_the_blamed_lived_is_told_without_them():
    assert best(
        "Before opening the valve the fitter should have vented the line.",
        "should have vented",
        "the fitter",
        "counterfactual",
    ).startswith("Before the valve was opened, the line was not vented;")


def test_a_phrase_that_tells_which_thing_stays_with_it():
    assert best("Legal did not read the clause on notice periods.", "did not read", "Legal").startswith(
        "The clause on notice periods was not read;"
    )


def test_a_habit_stays_a_habit():
    assert "repeatedly" in best("The sponsor kept changing the criteria.", "kept changing", "The sponsor", "judgement")


def test_the_prompt_asks_for_what_prompts_only_where_something_was_not_done():
    done = best("Sales should not have promised the bank a date.", "should not have", "Sales", "counterfactual")

    assert done == "A date was promised to the bank; [which conditions led to this?]"


def test_what_cannot_be_said_soundly_leaves_only_a_question():
    drafts = rewrite(asking("Ms. Ratna was nowhere to be found.", "was nowhere to be found", "Ms. Ratna"))

    assert [draft.applicability for draft in drafts] == ["question"]


def test_the_question_names_the_thing_at_hand():
    last = rewrite(asking("The reviewer did not read the diff.", "did not read", "The reviewer"))[-1]

    assert "the diff" in last.text


def test_what_the_linter_still_flags_is_not_offered():
    shown: list[str] = []

    def never_clean(text: str) -> bool:
        shown.append(text)
        return False

    drafts = rewrite(asking("Dana forgot to rotate the key.", "Dana forgot", "Dana", is_clean=never_clean))

    assert [draft.applicability for draft in drafts] == ["question"]
    assert 1 <= len(shown) <= 2


@pytest.mark.parametrize(
    ("text", "target", "category"),
    [
        ("Set up a second weighing desk near the gate.", "Set up a second weighing desk", "punitive"),
        ("The head cook knows how many ovens there are.", "knows how many ovens", "judgement"),
    ],
)
def test_what_only_the_model_takes_for_blame_is_asked_about_where_no_word_blames(text: str, target: str, category: str):
    (draft,) = rewrite(asking(text, target, "", category, is_implied=True))

    assert draft.applicability == "question"


@pytest.mark.parametrize(
    ("text", "applicability"),
    [
        ("The porter was sweeping the hall.", "question"),
        ("The porter had swept the hall.", "question"),
        ("The porter swept the tray off the table.", "suggested"),
    ],
)
def test_what_went_on_anyway_is_no_cause_because_the_model_says_so(text: str, applicability: str) -> None:
    drafts = rewrite(asking(text, text[:-1], "The porter", "person-cause", is_implied=True))

    assert drafts[0].applicability == applicability
