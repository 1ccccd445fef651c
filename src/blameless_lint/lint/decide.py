"""The one decision: which matches become findings, how severe, and how sure."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from blameless_lint.lint.evidence import is_grammar
from blameless_lint.lint.scoring import encoder_of
from blameless_lint.lint.view import View, weigh
from blameless_lint.rules.rule import Match, Rule, Severity

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading
    from blameless_lint.lint.settings import Settings
    from blameless_lint.text.source import Span

CONFIDENCE: dict[Severity, float] = {"error": 0.9, "warning": 0.75, "info": 0.5}
"""How sure a rule is by itself, by the severity that it proposes."""

STRETCH = 500
"""Code points of a stretch of the text: a match is compared with those that reach into the same stretches."""

_RANK: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}


@dataclass(frozen=True, slots=True)
class Decided:
    """A match that stays; `also` names the rules whose matches of the same words gave way to it."""

    rule: Rule
    match: Match
    severity: Severity
    confidence: float
    also: tuple[str, ...] = ()


def decide(matches: Sequence[tuple[Rule, Match]], reading: Reading, config: Settings) -> list[Decided]:
    """Return the findings that matches make, in the order of the text, never two on the same words.

    Where the models gave scores, the calibrated decision weighs each sentence's evidence; without them the rules' own
    levels stand.
    """
    quoted = _Quoted(reading)
    views = weigh(matches, reading, encoder_of(config.model)[0]) if reading.scores else {}
    weighed = [_weigh(rule, match, _view(match, views), _Policy(quoted, config)) for rule, match in matches]
    kept = _without_overlaps([decided for decided in weighed if decided is not None])
    sure = [decided for decided in kept if decided.confidence >= config.min_confidence]
    return sorted(sure, key=lambda decided: (decided.match.span, _RANK[decided.severity], decided.rule.name))


def _view(match: Match, views: Mapping[int, View]) -> View | None:
    return views.get(match.sentence.sentence.index) if match.sentence is not None else None


@dataclass(frozen=True, slots=True)
class _Policy:
    """What holds whatever the evidence says: the configured severities and how quotations are read."""

    quoted: _Quoted
    config: Settings


def _weigh(rule: Rule, match: Match, view: View | None, policy: _Policy) -> Decided | None:
    proposed = match.level or rule.severity
    confidence = CONFIDENCE[proposed]
    if rule.family == "wording" and view is not None:
        if view.severity is None or (view.is_explained and not is_grammar(rule)):
            return None
        proposed = "info" if proposed == "info" else view.severity
        confidence = round(view.confidence, 4)
    severity = policy.config.severity.get(rule.name, proposed)
    if severity == "off":
        return None
    if rule.family == "wording" and policy.config.quotes != "lint" and policy.quoted.holds(match.span):
        if policy.config.quotes == "skip":
            return None
        severity = "warning" if severity == "error" else severity
    return Decided(rule, match, severity, confidence)


def _without_overlaps(decided: Sequence[Decided]) -> list[Decided]:
    """Keep, of wording that overlaps, the most severe, then the longest, then the first by name."""
    kept: list[Decided] = []
    near: defaultdict[int, list[int]] = defaultdict(list)
    for candidate in sorted(decided, key=_precedence):
        span = candidate.match.span
        stretches = range(span.start // STRETCH, span.end // STRETCH + 1)
        places = sorted({place for stretch in stretches for place in near[stretch]})
        place = next((place for place in places if _clash(kept[place], candidate)), None)
        if place is not None:
            winner = kept[place]
            names = {*winner.also, candidate.rule.name} - {winner.rule.name}
            kept[place] = replace(winner, also=tuple(sorted(names)))
            continue
        for stretch in stretches:
            near[stretch].append(len(kept))
        kept.append(candidate)
    return kept


def _precedence(decided: Decided) -> tuple[bool, int, bool, int, int, str]:
    """Return what comes first: wording before actions, the more severe, grammar before the encoder, the longer."""
    span = decided.match.span
    rule = decided.rule
    return (rule.family != "wording", _RANK[decided.severity], not is_grammar(rule), -len(span), span.start, rule.name)


def _clash(one: Decided, other: Decided) -> bool:
    """Return whether two matches stand on the same words: wording that overlaps, actions on one and the same span."""
    if {one.rule.family, other.rule.family} == {"wording", "action"}:
        return one.match.span.overlaps(other.match.span)
    if one.rule.family != other.rule.family or one.rule.family == "structure":
        return one.rule is other.rule and one.match.span == other.match.span
    if one.rule.family == "wording":
        return one.match.span.overlaps(other.match.span)
    return one.match.span == other.match.span


class _Quoted:
    """Tells whether a place in the source is someone else's words."""

    def __init__(self, reading: Reading) -> None:
        blocks = [block for block in reading.document.blocks if block.text and block.quoted]
        self._spans = sorted(block.span for block in blocks)
        self._starts = [span.start for span in self._spans]

    def holds(self, span: Span) -> bool:
        place = bisect_right(self._starts, span.start) - 1
        return place >= 0 and self._spans[place].overlaps(span)
