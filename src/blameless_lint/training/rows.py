"""What the decision learns from: the sentences of labelled documents, each scored by models that had not seen them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from blameless_lint.classify.annotate import annotate_all, show
from blameless_lint.lint.check import FileCheck
from blameless_lint.lint.choose import in_force
from blameless_lint.lint.comments import read_document
from blameless_lint.lint.evidence import evidence, is_grammar, logit
from blameless_lint.lint.run import propose
from blameless_lint.lint.settings import Settings
from blameless_lint.text.source import Source
from blameless_lint.training.align import examples
from blameless_lint.training.data import documents, public_documents
from blameless_lint.training.folds import fold_of, load_fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from blameless_lint.classify.scores import Score
    from blameless_lint.language.read import Chosen
    from blameless_lint.language.reading import ParsedSentence, Reading
    from blameless_lint.rules.rule import Match, Rule
    from blameless_lint.text.document import Sentence
    from blameless_lint.training.data import Labelled
    from blameless_lint.training.folds import Fold

PRIOR = 4.0


@dataclass(frozen=True)
class Seen:
    """A sentence that was parsed: what the grammar rules propose, its level, and where it stands.

    `scores` are those of its whole document, by the encoder and by the linear model alone.
    """

    parsed: ParsedSentence
    hits: Sequence[tuple[Rule, Match]]
    reading: Reading
    scores: Mapping[str, Mapping[int, Score]]
    level: int
    document: str
    kind: str
    fold: int

    def features(self, model: str, reliability: Mapping[str, float]) -> list[float]:
        """Return the evidence by the scores of a model, "encoder" or "linear"."""
        return evidence(self.parsed, self.hits, replace(self.reading, scores=self.scores[model]), reliability)


def labelled(public_texts: Path | None = None, folder: Path | None = None) -> Iterator[Labelled]:
    """Yield all labelled documents but those of the test."""
    yield from documents("develop", folder)
    yield from documents("validation", folder)
    if public_texts is not None:
        yield from public_documents(public_texts, folder)


def read_rows(chosen: Iterable[Labelled], run: Path) -> Iterator[Seen]:
    """Yield every parsed sentence of documents; `run` holds the models of each fold."""
    for document in chosen:
        fold = fold_of(document.name)
        assert fold is not None
        yield from _rows(document, fold, load_fold(run, fold))


def _rows(document: Labelled, fold: int, models: Fold) -> Iterator[Seen]:
    from blameless_lint.language.read import Terms, choose, parts
    from blameless_lint.language.reading import Reading
    from blameless_lint.rules.registry import cues

    found = read_document(Source(document.name, document.text))
    one = choose(found, Terms(cues=cues(), learned=models.opens))
    parsed = tuple(sentence for _, part in parts([one]) for sentence in part.parsed)
    hits = _hits(document, Reading(found, parsed))
    scores = _scores(one, [p.sentence for p in parsed if p.sentence.index in hits], models)
    known = examples(found, document.labels, origin=document.name, kind=document.kind)
    reading = Reading(found, parsed, scores["encoder"])
    for each in parsed:
        index = each.sentence.index
        yield Seen(each, hits.get(index, []), reading, scores, known[index].level, document.name, document.kind, fold)


def _scores(one: Chosen, hit: Sequence[Sentence], models: Fold) -> dict[str, dict[int, Score]]:
    """Return the scores of a document as the linter makes them: the encoder is shown what a rule speaks of as well."""
    document = one.document
    first = annotate_all([(document, one.sentences, one.shown)], encoder=models.encoder, linear=models.linear)[0]
    return {
        "encoder": show(document, hit, first, models.encoder),
        "linear": annotate_all([(document, one.sentences, one.shown)], linear=models.linear)[0],
    }


def _hits(document: Labelled, reading: Reading) -> dict[int, list[tuple[Rule, Match]]]:
    """Return what the grammar rules propose, by the index of the sentence."""
    settings, here = Settings(), Path.cwd()
    rules = tuple(
        rule for rule in in_force(settings, document.name, here) if rule.family == "wording" and is_grammar(rule)
    )
    source = Source(document.name, document.text)
    check = FileCheck(source, settings, here, reading.document, rules, reading=reading)
    hits: dict[int, list[tuple[Rule, Match]]] = {}
    for rule, match in propose(check)[0]:
        if match.sentence is not None:
            hits.setdefault(match.sentence.sentence.index, []).append((rule, match))
    return hits


def reliability(rows: Iterable[Seen]) -> dict[str, float]:
    """Return the log-odds of each grammar rule's being right, drawn towards that of all rules together."""
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for row in rows:
        (right if row.level else wrong).update({rule.name for rule, _ in row.hits})
    base = sum(right.values()) / max(1, sum(right.values()) + sum(wrong.values()))
    return {
        name: logit((right[name] + PRIOR * base) / (right[name] + wrong[name] + PRIOR))
        for name in sorted({*right, *wrong})
    }
