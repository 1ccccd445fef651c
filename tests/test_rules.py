"""Every example of every rule: what is flagged, word for word, how severely, and what is clean."""

from __future__ import annotations

import pytest

from blameless_lint.language.read import Terms, read
from blameless_lint.lint.config import Config
from blameless_lint.lint.evidence import is_grammar
from blameless_lint.lint.linter import Linter
from blameless_lint.rules.registry import cues, rules
from blameless_lint.rules.rule import Example, Rule
from blameless_lint.text.reader import read as read_text
from blameless_lint.text.source import Source


def cases(*, grammar: bool) -> list[object]:
    """Return the examples of the rules that read the grammar, or of those that read what the encoder recognised."""
    return [
        pytest.param(rule, example, id=f"{rule.name}: {example.text[:60]}")
        for rule in rules().values()
        if is_grammar(rule) is grammar
        for example in rule.examples
    ]


def text_of(example: Example) -> str:
    """Return the example as a document, under its heading where it has one."""
    return f"# {example.section}\n\n{example.text}\n" if example.section else example.text + "\n"


@pytest.mark.parametrize(("rule", "example"), cases(grammar=True))
def test_example(rule: Rule, example: Example) -> None:
    source = Source("example.md", text_of(example))
    matches = list(rule.find(read(read_text(source), Terms(cues=cues()))))
    assert [source.excerpt(match.span) for match in matches] == list(example.flags)
    for match in matches:
        assert match.message
        if example.level is not None:
            assert (match.level or rule.severity) == example.level


@pytest.mark.parametrize(("rule", "example"), cases(grammar=False))
def test_example_of_a_rule_that_reads_the_encoder(rule: Rule, example: Example) -> None:
    """The models score the text and the one decision weighs it, as in every run of the linter."""
    findings = Linter(Config(select=(rule.name,))).lint(text_of(example), path="example.md").findings
    assert [finding.excerpt for finding in findings] == list(example.flags)
    for finding in findings:
        assert finding.rule == rule.name
        if example.level is not None:
            assert finding.severity == example.level
