"""Scores of the sentences of a document."""

import pytest

from blameless_lint.classify.annotate import annotate, annotate_all, unit
from blameless_lint.classify.encoder import Encoder, load_encoder
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source

DOCUMENT = read(
    Source(
        "draft.md",
        "# Outage\n\n## Root cause\n\nThe queue filled up. Dana forgot to rotate the key because she was careless.\n\n"
        "- The pod was rescheduled to another node at 10:04.\n",
    )
)


def test_the_encoder_is_given_the_place_and_the_sentence_before() -> None:
    sentence = next(each for each in DOCUMENT.sentences if each.text.startswith("Dana"))
    read_unit = unit(DOCUMENT, sentence)
    assert (read_unit.section, read_unit.block, read_unit.previous) == ("causes", "paragraph", "The queue filled up.")


def test_scores_come_by_the_index_of_the_sentence() -> None:
    chosen = [each for each in DOCUMENT.sentences if "Dana" in each.text or "pod" in each.text]
    scores = annotate(DOCUMENT, chosen)
    assert set(scores) == {each.index for each in chosen}
    blame, calm = (scores[each.index] for each in chosen)
    assert blame.blame > calm.blame
    assert not blame.has_encoder
    assert blame.category
    assert annotate(DOCUMENT, []) == {}


def test_with_the_encoder_the_blamed_are_known() -> None:
    pytest.importorskip("onnxruntime")
    encoder = load_encoder()
    assert isinstance(encoder, Encoder)
    sentence = next(each for each in DOCUMENT.sentences if each.text.startswith("Dana"))
    score = annotate(DOCUMENT, [sentence], encoder=encoder)[sentence.index]
    assert score.has_encoder
    assert score.blame > 0.9
    assert score.severe > 0.5
    assert score.agent is not None
    assert sentence.text[score.agent.start : score.agent.end] == "Dana"


def test_the_encoder_sees_only_what_it_is_shown() -> None:
    pytest.importorskip("onnxruntime")
    encoder = load_encoder()
    assert isinstance(encoder, Encoder)
    dana, pod = (each for each in DOCUMENT.sentences if "Dana" in each.text or "pod" in each.text)
    scores = annotate_all([(DOCUMENT, [dana, pod], {dana.index})], encoder=encoder)[0]
    assert (scores[dana.index].has_encoder, scores[pod.index].has_encoder) == (True, False)
