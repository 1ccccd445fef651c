"""Hashed n-grams: the same as a slow reading of their definition, and independent of the batch."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from blameless_lint.classify.hashing import BASE, BREAK, grams

TEXTS = st.lists(st.text(alphabet="abé Z'9\n_", max_size=12), min_size=1, max_size=5)


def _by_text(texts: list[str]) -> list[list[int]]:
    found = grams(texts, ["a/b"] * len(texts), bits=20)
    return [sorted(found.buckets[found.owners == number].tolist()) for number in range(len(texts))]


def _mix(value: int) -> int:
    value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9 % 2**64
    value = (value ^ value >> 27) * 0x94D049BB133111EB % 2**64
    return value ^ value >> 31


def test_a_character_gram_is_the_mixed_polynomial_of_its_code_points() -> None:
    value = sum(ord(letter) * BASE**place for place, letter in enumerate("dam")) % 2**64 ^ 3
    assert _mix(value) >> 44 in _by_text(["A dam broke"])[0]


@given(TEXTS)
def test_a_text_has_the_same_grams_alone_and_in_a_batch(texts: list[str]) -> None:
    assert _by_text(texts) == [_by_text([text])[0] for text in texts]


@given(TEXTS)
def test_the_scale_is_one_over_the_root_of_the_number_of_grams(texts: list[str]) -> None:
    found = grams(texts, [""] * len(texts), bits=12)
    counts = np.bincount(found.owners, minlength=len(texts))
    assert np.allclose(found.scale**-2, counts)


def test_case_and_line_breaks_do_not_matter_but_the_place_does() -> None:
    assert _by_text(["Forgot" + BREAK + "it"]) == _by_text(["forgot it"])
    assert (
        grams(["x"], ["causes/item"], bits=20).buckets.tolist()
        != grams(["x"], ["actions/item"], bits=20).buckets.tolist()
    )


def test_no_texts_have_no_grams() -> None:
    assert len(grams([], [], bits=8).scale) == 0
