"""How the decision sees a sentence: how sure it is of blame, and how severe."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from blameless_lint.lint.evidence import evidence, is_grammar
from blameless_lint.rules.rule import Match, Rule, Severity

if TYPE_CHECKING:
    from blameless_lint.classify.decision import Decision
    from blameless_lint.classify.encoder import Encoder
    from blameless_lint.language.reading import Reading


@dataclass(frozen=True, slots=True)
class View:
    """The decision on a sentence: `severity` is None where nothing is to be said.

    `confidence` is the probability that the sentence blames at all; `is_explained` says that a grammar rule found it.
    """

    severity: Severity | None
    confidence: float
    is_explained: bool


def weigh(matches: Sequence[tuple[Rule, Match]], reading: Reading, encoder: Encoder | None) -> Mapping[int, View]:
    """Return the decision on every sentence with a wording match, by its index.

    The encoder is shown the sentences that it has not seen so far.
    """
    from blameless_lint.classify.decision import load_decision

    hits: dict[int, list[tuple[Rule, Match]]] = {}
    for rule, match in matches:
        if rule.family == "wording" and match.sentence is not None:
            hits.setdefault(match.sentence.sentence.index, []).append((rule, match))
    if encoder is not None:
        from blameless_lint.classify.annotate import show

        sentences = [reading.document.sentences[index] for index in hits]
        reading = replace(reading, scores=show(reading.document, sentences, reading.scores, encoder))
    decision = load_decision(has_encoder=encoder is not None)
    return {index: _view(found, reading, decision) for index, found in hits.items()}


def _view(found: Sequence[tuple[Rule, Match]], reading: Reading, decision: Decision) -> View:
    parsed = found[0][1].sentence
    assert parsed is not None
    grammar = [(rule, match) for rule, match in found if is_grammar(rule)]
    features = evidence(parsed, grammar, reading, decision.reliability)
    confidence = decision.blame.probability(features)
    explained = any((match.level or rule.severity) != "info" for rule, match in grammar)
    severity: Severity | None = None
    if confidence >= (decision.flag if explained else decision.implied_flag):
        severity = "error" if decision.severe.probability(features) >= 0.5 else "warning"
    elif confidence >= decision.info:
        severity = "info"
    return View(severity, confidence, is_explained=explained)
