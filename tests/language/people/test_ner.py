from __future__ import annotations

from blameless_lint.language.parse import parse_texts
from blameless_lint.language.people.cast import Cast
from blameless_lint.language.people.ner import names_in, unknown_subjects


def test_only_unknown_capitalised_subjects_ask_for_the_recogniser():
    docs = parse_texts(["Dana forgot it.", "Jenkins forgot it.", "The pod failed.", "Brackwater pushed the change."])
    assert [unknown_subjects(doc, Cast()) for doc in docs] == [False, False, False, True]


def test_the_recogniser_names_people_and_no_software():
    docs = parse_texts(["Harriet Brackwater approved the change.", "Jenkins archived the build.", "It was late."])
    assert names_in(docs) == {"Harriet Brackwater"}
