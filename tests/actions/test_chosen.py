"""Owners that no rule finds are chosen by likelihood, in lists whose items have owners and nowhere else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from blameless_lint.actions import segments
from blameless_lint.actions.items import find
from blameless_lint.actions.phrases import phrases
from blameless_lint.classify import owners
from blameless_lint.classify.arrays import models_folder
from blameless_lint.classify.owners import load_owners
from blameless_lint.language.pipeline import ModelError
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source

UNRULED = "Two more probes in the silo; Hedda has the drill ready"


def _owners(lines: list[str]) -> list[str | None]:
    text = "# Action items\n\n" + "\n".join(f"- {line}" for line in lines) + "\n"
    return [item.owner for item in find(read(Source("a.md", text)))]


def _phrases(text: str) -> list[str]:
    return [phrase.text for phrase in phrases(segments.split(text), frozenset())]


def test_the_likeliest_phrase_is_taken_where_no_rule_finds_an_owner() -> None:
    assert _owners([UNRULED]) == ["Hedda"]


def test_in_a_long_list_without_owners_nothing_is_chosen() -> None:
    rest = [f"Replace the fuse of pump {number}" for number in range(12)]
    assert _owners([*rest, UNRULED]) == [None] * 13
    assert _owners(["Replace the fuse (Ana)", *rest[:5], UNRULED])[-1] == "Hedda"


def test_phrases_are_no_dates_fields_crowds_or_software() -> None:
    found = _phrases("Engineers, Okta, 3 June, OPS-12, Status, everyone, the night shift lead")
    assert "the night shift lead" in found
    assert not {"Engineers", "Okta", "3 June", "OPS-12", "Status", "everyone"} & set(found)


def test_weights_that_were_changed_are_told_of_and_not_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "owners"
    shutil.copytree(models_folder() / "owners", copy)
    with (copy / "weights.json").open("a") as file:
        file.write(" ")
    monkeypatch.setattr(owners, "load_owners", lambda: load_owners(copy))

    with pytest.raises(ModelError, match=r"weights\.json: this file is not the one"):
        _owners([UNRULED])
