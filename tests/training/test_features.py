"""The combiner's data: documents that the models have not seen, sentence by sentence."""

from itertools import islice

import pytest

pytest.importorskip("torch")

from blameless_lint.training.data import documents
from blameless_lint.training.features import scored, unseen
from blameless_lint.training.mix import is_held, parts


def test_what_the_combiner_learns_from_was_not_fitted_on() -> None:
    fitted = {example.origin for example in parts(None).develop}
    names = [document.name for document in unseen()]
    assert names
    assert not fitted.intersection(names)
    assert not {document.name for document in documents("test")}.intersection(names)


def test_only_public_documents_are_held_out_and_only_some() -> None:
    held = [is_held(f"public/X-{number}.md") for number in range(200)]
    assert 5 <= sum(held) <= 40
    assert not any(is_held(f"documents/set-a/{number}.md") for number in range(200))


def test_every_sentence_has_its_label_and_its_score() -> None:
    blame: list[float] = []
    calm: list[float] = []
    for found in islice(scored(unseen(), encoder=False), 6):
        assert len(found.read.sentences) == len(found.examples) == len(found.scores)
        for sentence, example, score in zip(found.read.sentences, found.examples, found.scores, strict=True):
            assert sentence.text == example.text
            (blame if example.level else calm).append(score.blame)
    assert sum(blame) / len(blame) > 5 * sum(calm) / len(calm)
