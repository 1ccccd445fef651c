from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blameless_lint.rules.registry import cues
from blameless_lint.text.needles import needles

CUES = [cue for cue in cues() if cue.flags & re.IGNORECASE]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"clearly|of course", {"clearly", "of course"}),
        (r"\b(?:make sure|ensur(?:e|es|ing))\b", {"make sure", "ensur"}),
        (r"(?:a |the )*errors?", {"error"}),
        (r"(?<!no )wast(?:ed|ing) (?:\w+ ){1,5}time", {"wast", "time"}),
        (r"fat[- ]finger(?:ed)?", {"finger"}),
        (r"(?P<who>dana|alex) (?:was )?late", {"late"}),
        (r"mess(?!age)", {"mess"}),
        (r"why+ now", {"why", "now"}),
        (r"\w+ (?:maybe)?", set()),
        (r"(?:error|\d+)", set()),
        (r"(?:error)?", set()),
        (r"[)|]x{2,}", set()),
    ],
)
def test_one_of_the_needles_is_in_every_match(pattern: str, expected: set[str]) -> None:
    assert needles(pattern) <= expected
    assert bool(needles(pattern)) is bool(expected)


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.pattern[:40])
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_match_of_a_cue_is_without_a_needle(cue: re.Pattern[str], data: st.DataObject) -> None:
    plain = re.compile(cue.pattern, cue.flags & ~re.IGNORECASE)
    text = data.draw(st.from_regex(plain))
    assert any(needle in text for needle in needles(cue.pattern))


def test_most_cues_have_needles() -> None:
    assert sum(bool(needles(cue.pattern)) for cue in CUES) * 10 >= 9 * len(CUES)
