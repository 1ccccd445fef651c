"""What speaks for and against blame in one sentence: the rules' proposals, the models' scores, who, and where."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from blameless_lint.language.people.kind import Kind
from blameless_lint.rules.rule import Match, Rule
from blameless_lint.text.document import BlockKind, SectionKind

if TYPE_CHECKING:
    from blameless_lint.language.reading import ParsedSentence, Reading

LIMIT = 6.0
NARRATIVE = 4  # sentences that a text without headings needs to be an account and not a snippet
INDIVIDUALS = frozenset({Kind.NAME, Kind.HANDLE, Kind.ROLE, Kind.PRONOUN, Kind.SELF, Kind.INDEFINITE})
OTHERS = frozenset({Kind.TEAM, Kind.VENDOR, Kind.CUSTOMER})
NAMES = (
    "blame", "severe", "linear", "hit", "hit-error", "hits", "hit-blame", "reliability", "individual", "other-group",
    "we", "nobody", "causes", "lessons", "actions", "timeline", "heading", "cell", "quoted", "question", "document",
    "judged", "narrative", "narrative-blame", "length", "agreement", "hit-individual", "hit-other", "hit-we",
    "hit-document", "blame-document",
)  # fmt: skip
"""The features, in the order of the decision's weights."""


def is_grammar(rule: Rule) -> bool:
    """Return whether a rule reads the grammar, and not what the encoder recognised."""
    return not rule.name.startswith("implied-")


def evidence(
    parsed: ParsedSentence, hits: Sequence[tuple[Rule, Match]], reading: Reading, reliability: Mapping[str, float]
) -> list[float]:
    """Return the features of a sentence in the order of NAMES.

    `reliability` is the log-odds of each rule's being right. `hits` are the matches of grammar rules in the sentence;
    those of level "info" count as none.
    """
    score = reading.scores[parsed.sentence.index]
    loud = [(rule, match) for rule, match in hits if (match.level or rule.severity) != "info"]
    blame = logit(score.blame)
    document = reading.document
    narrative = float(len(document.sentences) >= NARRATIVE and not any(section.level for section in document.sections))
    values = {
        "blame": blame,
        "severe": logit(score.severe),
        "linear": logit(score.linear),
        "hit": float(bool(loud)),
        "hit-error": float(any((match.level or rule.severity) == "error" for rule, match in loud)),
        "hits": min(3.0, float(len({rule.name for rule, _ in loud}))),
        "hit-blame": blame if loud else 0.0,
        "reliability": max((reliability.get(rule.name, 0.0) for rule, _ in loud), default=0.0),
        "document": mood(reading, parsed),
        "judged": math.log(max(1, len(reading.scores))),
        "narrative": narrative,
        "narrative-blame": narrative * blame,
        "length": math.log(len(parsed.doc) + 1.0),
        "agreement": min(blame, logit(score.linear)),
        **_who(parsed, loud),
        **_where(parsed),
    }
    return [(values | _together(values))[name] for name in NAMES]


def _together(values: Mapping[str, float]) -> dict[str, float]:
    """Return what counts for more, or less, beside something else: a rule's proposal by who is blamed, and the mood."""
    hit, document = values["hit"], values["document"]
    return {
        "hit-individual": hit * values["individual"],
        "hit-other": hit * values["other-group"],
        "hit-we": hit * values["we"],
        "hit-document": hit * document,
        "blame-document": values["blame"] * document,
    }


def _who(parsed: ParsedSentence, hits: Sequence[tuple[Rule, Match]]) -> dict[str, float]:
    kinds = _kinds(parsed, hits)
    return {
        "individual": float(bool(kinds & INDIVIDUALS)),
        "other-group": float(bool(kinds & OTHERS)),
        "we": float(Kind.WE in kinds),
        "nobody": float(Kind.NOBODY in kinds),
    }


def _where(parsed: ParsedSentence) -> dict[str, float]:
    block = parsed.sentence.block
    return {
        "causes": float(parsed.room is SectionKind.CAUSES),
        "lessons": float(parsed.room is SectionKind.LESSONS),
        "actions": float(parsed.room is SectionKind.ACTIONS),
        "timeline": float(parsed.room is SectionKind.TIMELINE),
        "heading": float(block.kind is BlockKind.HEADING),
        "cell": float(block.kind is BlockKind.CELL),
        "quoted": float(block.quoted),
        "question": float(parsed.doc.text.rstrip().endswith("?")),
    }


def mood(reading: Reading, parsed: ParsedSentence) -> float:
    """Return the log-odds of the mean blame of the document's other sentences: drafts differ from reviewed texts."""
    own = reading.scores.get(parsed.sentence.index)
    others = reading.blame - (own.blame if own is not None else 0.0)
    return logit((others + 1.0) / (len(reading.document.sentences) + 10.0))


def logit(probability: float) -> float:
    """Return the log-odds, held between -6 and 6."""
    held = min(max(probability, 1e-9), 1 - 1e-9)
    return max(-LIMIT, min(LIMIT, math.log(held / (1 - held))))


def _kinds(parsed: ParsedSentence, hits: Sequence[tuple[Rule, Match]]) -> frozenset[Kind]:
    """Return who is blamed by the matches, or else who acts in the sentence."""
    blamed = {match.kind for _, match in hits if match.kind is not None}
    return frozenset(blamed) or frozenset(p.agent.kind for p in parsed.predications if p.agent is not None)
