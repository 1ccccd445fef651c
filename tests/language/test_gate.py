"""The gate opens for everything that a rule flags, and stays shut for most of what is neutral."""

from __future__ import annotations

from pathlib import Path

import pytest

from blameless_lint.language.gate import Gate, passes
from blameless_lint.language.lead import lead
from blameless_lint.language.read import Terms, read_all, room_of
from blameless_lint.lint.evidence import is_grammar
from blameless_lint.rules.registry import cues, rules
from blameless_lint.text.document import SectionKind
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source, Span

EXAMPLES = Path(__file__).parents[2] / "examples"
QUIET = [
    "The job writes to the new bucket.",
    "At 10:04 the health check failed and the balancer took the node out of rotation.",
    "The certificate expired at midnight.",
    "Its run time fell from 41 to 12 minutes.",
    "This fails where the label is missing.",
    "Users saw the missing label.",
    "The deploy may crash this host.",
    "Users have had no cache since 10:04.",
]
WORDING = [rule for rule in rules().values() if rule.family == "wording" and is_grammar(rule)]


def gate_for(text: str) -> list[bool]:
    document = read(Source("text.md", text))
    return [passes(each, room_of(each, lead(each.text)[1]), Gate(frozenset(), cues())) for each in document.sentences]


@pytest.mark.parametrize("text", QUIET)
def test_neutral_narration_is_not_parsed(text: str) -> None:
    assert gate_for(text) == [False]


@pytest.mark.parametrize(
    "text",
    [
        "Dana forgot to rotate the key.",
        "This was human error.",
        "Who approved this?",
        "The check was never done.",
        "It should have been caught.",
        "The config was mistakenly deleted.",
        "A half-baked plan.",
        "@dkim broke the build.",
        "May broke the build.",
        "Guests were told off for missing the sign.",
        "At no time did the foreman call the tower.",
        "The cleaners don't call anyone.",
        "The guard isn't telling them.",
        "The car went on, since someone had turned the sign.",
    ],
)
def test_what_may_blame_is_parsed(text: str) -> None:
    assert gate_for(text) == [True]


def test_an_act_passes_where_causes_are_given() -> None:
    act = "Alex restarted the broker."
    document = read(Source("text.md", act))
    sentence = document.sentences[0]
    assert passes(sentence, SectionKind.CAUSES, Gate())
    assert not passes(sentence, SectionKind.TIMELINE, Gate())


def test_the_gate_loses_no_finding_on_the_examples() -> None:
    documents = [read(Source(path.name, path.read_bytes().decode())) for path in sorted(EXAMPLES.glob("*.md"))]
    assert len(documents) >= 8
    found: dict[bool, set[tuple[str, str, Span]]] = {}
    for gated in (True, False):
        readings = read_all(documents, Terms(cues=cues(), gated=gated))
        found[gated] = {
            (reading.document.source.path, rule.name, match.span)
            for reading in readings
            for rule in WORDING
            for match in rule.find(reading)
        }
    assert found[False]
    assert found[True] == found[False]
