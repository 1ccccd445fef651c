"""How the decision sees a sentence: how sure it is of blame, and how severe."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from blameless_lint.lint.evidence import evidence, is_grammar
from blameless_lint.rules.rule import Match, Rule, Severity

if TYPE_CHECKING:
    from blameless_lint.classify.decision import Decision
    from blameless_lint.language.reading import Reading


@dataclass(frozen=True, slots=True)
class View:
    """The decision on a sentence: `severity` is None where nothing is to be said.

    `confidence` is the probability that the sentence blames at all; `is_explained` says that a grammar rule found it.
    """

    severity: Severity | None
    confidence: float
    is_explained: bool


def weigh(matches: Sequence[tuple[Rule, Match]], reading: Reading) -> Mapping[int, View]:
    """Return the decision on every sentence with a wording match, by its index."""
    from blameless_lint.classify.decision import load_decision

    decision = load_decision(has_encoder=any(score.has_encoder for score in reading.scores.values()))
    hits: dict[int, list[tuple[Rule, Match]]] = {}
    for rule, match in matches:
        if rule.family == "wording" and match.sentence is not None:
            hits.setdefault(match.sentence.sentence.index, []).append((rule, match))
    return {index: _view(found, reading, decision) for index, found in hits.items()}


def _view(found: Sequence[tuple[Rule, Match]], reading: Reading, decision: Decision) -> View:
    parsed = found[0][1].sentence
    assert parsed is not None
    grammar = [(rule, match) for rule, match in found if is_grammar(rule)]
    features = evidence(parsed, grammar, reading, decision.reliability)
    confidence = decision.blame.probability(features)
    severity: Severity | None = None
    if confidence >= decision.flag:
        severity = "error" if decision.severe.probability(features) >= 0.5 else "warning"
    elif confidence >= decision.info:
        severity = "info"
    return View(severity, confidence, is_explained=any((m.level or r.severity) != "info" for r, m in grammar))
