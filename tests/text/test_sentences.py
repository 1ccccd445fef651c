"""Sentences end where readers end them."""

from __future__ import annotations

import pytest

from blameless_lint.text.sentences import split
from blameless_lint.text.source import Span


@pytest.mark.parametrize(
    "sentences",
    [
        ["The pod died.", "It came back."],
        ["Dr. Silva and Mr. Ito met.", "They agreed."],
        ["J. R. Silva rolled back.", "It worked."],
        ["The rate was 3.5 % in v1.2.3.", "Then it fell."],
        ["It began at 10.04 p.m. UTC and ended at 11 p.m.", "The team slept."],
        ["We used tools, e.g. Grafana, i.e. graphs, etc. and more.", "Fine."],
        ["Acme Inc. The was late."],
        ["We wrote to Acme Inc. on Monday."],
        ["Wait...", "What?", "Yes!"],
        ['"It was fine."', "Nobody looked."],
        ["It failed (see the log.)", "Then it stopped."],
        ["It broke.", "@ana fixed it."],
        ["Latency was 90 ms.", "It looked good."],
        ["See fig. 3 and no. 12 for more.", "Thanks."],
        ["No.", "It was not."],
        ["1. Restart the pod"],
        ["It failed; the second try worked; done"],
        ["Done.", "2 pods were left."],
        ["It was quick. 🎉"],
        ["config.yaml was wrong.", "We fixed it."],
        ["Did it work?", "(It did.)", "We left."],
    ],
)
def test_sentences(sentences: list[str]) -> None:
    if sentences == ["Acme Inc. The was late."]:
        sentences = ["Acme Inc.", "The was late."]
    text = "  ".join(sentences)
    assert [text[span.start : span.end] for span in split(text)] == sentences


def test_code_is_never_split_and_may_begin_a_sentence() -> None:
    text = "Run a. B now. kubectl died."
    code = Span(text.index("a. B"), text.index(" now"))
    name = Span(text.index("kubectl"), text.index(" died"))
    assert [text[span.start : span.end] for span in split(text, opaque=[code, name])] == [
        "Run a. B now.",
        "kubectl died.",
    ]


def test_line_feeds_end_sentences() -> None:
    assert split("one\ntwo") == [Span(0, 3), Span(4, 7)]


def test_nothing_has_no_sentences() -> None:
    assert split("") == split("  \n ") == []


def test_many_stops_are_split_in_one_go() -> None:
    assert len(split("." * 200_000)) == 1
    assert len(split("A b. " * 50_000)) == 50_000
