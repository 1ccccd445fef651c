"""The one decision: severity, confidence, quotes, and one finding for one run of words."""

from __future__ import annotations

from collections.abc import Iterator

from blameless_lint import Config
from blameless_lint.language.reading import Reading
from blameless_lint.lint.decide import decide
from blameless_lint.rules.rule import Family, Match, Rule, Severity
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source, Span

TEXT = "Dana forgot to rotate the key, obviously.\n\n> Lee forgot it.\n"
NAMES = "omission-by-person"


def rule(name: str, severity: Severity = "error", family: Family = "wording") -> Rule:
    def find(_reading: Reading) -> Iterator[Match]:
        yield from ()

    return Rule(name, family, "omission", severity, "", "", "", "", (), find)


def match(excerpt: str, level: Severity | None = None) -> Match:
    start = TEXT.index(excerpt)
    return Match(Span(start, start + len(excerpt)), "", level)


def decided(*matches: tuple[Rule, Match], **settings: object) -> list[tuple[str, str, float, tuple[str, ...]]]:
    reading = Reading(read(Source("x.md", TEXT)))
    found = decide(matches, reading, Config(**settings))
    return [(one.rule.name, one.severity, one.confidence, one.also) for one in found]


def test_the_level_of_a_match_wins_over_its_rule() -> None:
    assert decided((rule("a"), match("Dana forgot", "info"))) == [("a", "info", 0.5, ())]


def test_the_configured_severity_wins_over_both_and_leaves_the_confidence() -> None:
    one = (rule(NAMES), match("Dana forgot", "warning"))
    assert decided(one, severity={NAMES: "error"}) == [(NAMES, "error", 0.75, ())]
    assert decided(one, severity={NAMES: "off"}) == []


def test_an_error_in_a_quote_becomes_a_warning_and_is_never_silenced_by_default() -> None:
    one = (rule("a"), match("Lee forgot it"))
    assert decided(one) == [("a", "warning", 0.9, ())]
    assert decided(one, quotes="lint") == [("a", "error", 0.9, ())]
    assert decided(one, quotes="skip") == []


def test_other_families_are_not_softened_in_quotes() -> None:
    one = (rule("a", family="structure"), match("Lee forgot it"))
    assert decided(one, quotes="skip") == [("a", "error", 0.9, ())]


def test_of_overlapping_wording_the_more_severe_stays_and_names_the_others() -> None:
    found = decided(
        (rule("hindsight", "warning"), match("forgot to rotate the key, obviously")),
        (rule("omission"), match("Dana forgot to rotate the key")),
        (rule("apart", "warning"), match("Lee")),
    )
    assert found == [("omission", "error", 0.9, ("hindsight",)), ("apart", "warning", 0.75, ())]


def test_of_equally_severe_wording_the_longer_stays_then_the_first_by_name() -> None:
    short, long = match("forgot"), match("Dana forgot")
    assert decided((rule("a"), short), (rule("b"), long)) == [("b", "error", 0.9, ("a",))]
    assert decided((rule("d"), long), (rule("c"), long)) == [("c", "error", 0.9, ("d",))]


def test_actions_give_way_on_the_same_span_only() -> None:
    vague, ownerless = rule("vague", family="action"), rule("ownerless", "warning", family="action")
    whole, part = match("Dana forgot to rotate"), match("Dana")
    assert [name for name, *_ in decided((vague, whole), (ownerless, whole))] == ["vague"]
    assert [name for name, *_ in decided((vague, whole), (ownerless, part))] == ["ownerless", "vague"]


def test_findings_below_the_least_confidence_are_dropped() -> None:
    one, two = (rule("a"), match("Dana")), (rule("b", "info"), match("Lee"))
    assert [name for name, *_ in decided(one, two, min_confidence=0.6)] == ["a"]
