"""Every example of every rule: what is flagged, word for word, how severely, and what is clean."""

from __future__ import annotations

import pytest

from blameless_lint.language.read import Terms, read
from blameless_lint.rules.registry import cues, rules
from blameless_lint.rules.rule import Example, Rule
from blameless_lint.text.reader import read as read_text
from blameless_lint.text.source import Source

CASES = [
    pytest.param(rule, example, id=f"{rule.name}: {example.text[:60]}")
    for rule in rules().values()
    for example in rule.examples
]


def text_of(example: Example) -> str:
    """Return the example as a document, under its heading where it has one."""
    return f"# {example.section}\n\n{example.text}\n" if example.section else example.text + "\n"


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_example(rule: Rule, example: Example) -> None:
    source = Source("example.md", text_of(example))
    matches = list(rule.find(read(read_text(source), Terms(cues=cues()))))
    assert [source.excerpt(match.span) for match in matches] == list(example.flags)
    for match in matches:
        assert match.message
        if example.level is not None:
            assert (match.level or rule.severity) == example.level
