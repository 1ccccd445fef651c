"""Folds: no document is scored by a model that has seen it or its author."""

import pytest

pytest.importorskip("torch")

from blameless_lint.training.data import documents
from blameless_lint.training.folds import FOLDS, fold_of
from blameless_lint.training.mix import parts
from blameless_lint.training.rows import labelled


def test_a_fold_is_left_out_whole_and_every_document_is_in_one() -> None:
    material = parts(None)
    names = {document.name for document in labelled()}
    for fold in range(FOLDS):
        held = {example.origin for example in material.held(fold)}
        fitted = {example.origin for example in material.without(fold)}
        assert not held & fitted
        authors = {origin.split("/")[1] for origin in held}
        assert not authors & {origin.split("/")[1] for origin in fitted if origin.startswith("documents/")}
        names -= held
    assert not names


def test_the_test_part_is_neither_fitted_on_nor_read_for_the_decision() -> None:
    test = {document.name for document in documents("test")}
    assert test
    assert not test & {example.origin for example in parts(None).develop}
    assert not test & {document.name for document in labelled()}


def test_public_documents_are_dealt_out_evenly() -> None:
    dealt = [fold_of(f"public/X-{number}.md") for number in range(300)]
    assert all(60 <= dealt.count(fold) <= 140 for fold in range(FOLDS))
    assert fold_of("wording/wording-1.jsonl") is None
