"""The tagger of tasks that ships."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blameless_lint.actions.tagged import likeliest
from blameless_lint.classify.arrays import models_folder
from blameless_lint.classify.fields import FieldTagger, load_fields
from blameless_lint.language.pipeline import ModelError


@pytest.fixture(scope="module")
def tagger() -> FieldTagger:
    found = load_fields()
    assert isinstance(found, FieldTagger)
    return found


@pytest.mark.parametrize(
    ("text", "owner", "due"),
    [
        ("Rotate the signing keys (Will, 3 June)", "Will", "3 June"),
        ("Mark will split the queue by the end of March", "Mark", "the end of March"),
        ("Mark stale replicas as unhealthy", "", ""),
        ("Add an alert for p99 above 300 ms for 5 min", "", ""),
    ],
)
def test_it_finds_who_and_by_when(tagger: FieldTagger, text: str, owner: str, due: str) -> None:
    (found,) = tagger.tag([text])
    for field, want in (("owner", owner), ("due", due)):
        best = likeliest(found, field)  # type: ignore[arg-type]
        got = text[best.span.start : best.span.end] if best else ""
        assert got.removeprefix("by ") in (want, want.removeprefix("the ")), field


@given(st.lists(st.text(max_size=60), max_size=4))
def test_words_stand_in_the_text_in_order(texts: list[str]) -> None:
    tagger = load_fields()
    assert isinstance(tagger, FieldTagger)
    for text, found in zip(texts, tagger.tag(texts), strict=True):
        assert len(found.words) == len(found.owner) == len(found.due)
        edges = [edge for word in found.words for edge in (word.start, word.end)]
        assert edges == sorted(edges)
        assert not edges or edges[-1] <= len(text)
        assert all(0.0 <= value <= 1.0 for value in (*found.owner, *found.due))


def test_what_stands_beside_a_text_does_not_change_it(tagger: FieldTagger) -> None:
    text = "Dana to cap the pool by Friday"
    assert tagger.tag([text])[0] == tagger.tag(["Something else entirely, much longer than the other one.", text])[1]


def test_of_a_very_long_task_only_the_beginning_is_read(tagger: FieldTagger) -> None:
    text = "Dana to cap the pool by Friday " * 100_000
    (found,) = tagger.tag([text])
    assert found.words[-1].end <= 1_000
    assert likeliest(found, "owner") is not None


def test_a_changed_file_is_named(tmp_path: Path) -> None:
    shutil.copytree(models_folder() / "task-fields", tmp_path / "m")
    (tmp_path / "m" / "tokenizer.json").write_text("{}")
    with pytest.raises(ModelError, match=r"tokenizer\.json"):
        load_fields(tmp_path / "m")
