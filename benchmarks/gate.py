"""Measure what the gate loses and what it lets through, against a run in which every sentence is parsed.

python benchmarks/gate.py [--folder ../shared/gold/dev/docs] [--public-texts ../shared/real-train/docs] [--write]

- Word lists and cues alone, on examples/ and every --folder: every match of a grammar rule of wording counts.
- The whole gate, with its learned half, on the same, and on the test part with the --public-texts: of the findings of
  wording, warnings and errors, that a run without a gate reports, those count as lost whose sentence is turned away, or
  is not shown to the encoder where no grammar rule explains the finding. The share of sentences let through is given
  for the public texts of engineering teams (kinds "engineering" and "blameless").

The second takes minutes. Ends with 1 where a bar is missed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus import ROOT
from figures import Figure, report

from blameless_lint.language.read import Chosen, Terms, choose, parts, read_all
from blameless_lint.language.reading import Reading
from blameless_lint.lint.check import FileCheck
from blameless_lint.lint.choose import in_force
from blameless_lint.lint.decide import Decided, decide
from blameless_lint.lint.evidence import is_grammar
from blameless_lint.lint.run import propose
from blameless_lint.lint.scoring import begin, learned_half
from blameless_lint.lint.settings import Settings
from blameless_lint.rules.registry import cues, rules
from blameless_lint.text.document import Document
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source
from blameless_lint.training.data import documents, public_documents


@dataclass(frozen=True)
class Tally:
    """What the whole gate loses of some documents' findings, and what it lets through of their sentences."""

    findings: int
    lost: int
    sentences: int
    passed: int


def by_words(read_documents: list[Document]) -> tuple[int, float]:
    """Return how many matches the word lists lose, and the share of sentences that they let through."""
    wording = [rule for rule in rules().values() if rule.family == "wording" and is_grammar(rule)]
    gated = read_all(read_documents, Terms(cues=cues()))
    lost = 0
    for some, whole in zip(gated, read_all(read_documents, Terms(gated=False)), strict=True):
        passed = {parsed.sentence.index for parsed in some.parsed}
        for match in (match for rule in wording for match in rule.find(whole)):
            if match.sentence is not None and match.sentence.sentence.index not in passed:
                lost += 1
                print(f"lost by words: {whole.document.source.path}: {match.message}")
    return lost, sum(len(some.parsed) for some in gated) / sum(len(one.sentences) for one in read_documents)


def whole_gate(found: Iterable[Document]) -> Tally:
    """Return what the gate with its learned half loses against a run without one."""
    terms = Terms(cues=cues(), learned=learned_half("auto"))
    tallies = []
    for document in found:
        gated = choose(document, terms)
        parsed = {sentence.index for sentence in gated.sentences}
        shown = parsed if gated.shown is None else gated.shown
        wanted = findings(choose(document, Terms(gated=False)))
        lost = [found for found in wanted if _index(found) not in (parsed if is_grammar(found.rule) else shown)]
        for found in lost:
            print(f"lost: {document.source.path}:{found.match.span.start} {found.rule.name}")
        tallies.append(Tally(len(wanted), len(lost), len(document.sentences), len(gated.sentences)))
    return total(tallies)


def total(tallies: Iterable[Tally]) -> Tally:
    """Return the sums of tallies."""
    rows = [(one.findings, one.lost, one.sentences, one.passed) for one in tallies]
    return Tally(*map(sum, zip(*rows, strict=True)))


def _index(found: Decided) -> int | None:
    return found.match.sentence.sentence.index if found.match.sentence is not None else None


def findings(chosen: Chosen) -> list[Decided]:
    """Return the warnings and errors of wording that the linter reports if it reads these sentences of a document."""
    settings, here, document = Settings(), Path.cwd(), chosen.document
    parsed = tuple(sentence for _, part in parts([chosen]) for sentence in part.parsed)
    reading = Reading(document, parsed, begin([chosen], "auto")()[0][0])
    wording = tuple(rule for rule in in_force(settings, document.source.path, here) if rule.family == "wording")
    matches, _ = propose(FileCheck(document.source, settings, here, document, wording, reading=reading))
    return [found for found in decide(matches, reading, settings) if found.severity != "info"]


def in_folder(folder: Path) -> list[Document]:
    """Return the documents of a folder; exits with a message where it holds none."""
    if not folder.is_dir():
        sys.exit(f"{folder}: no such folder; name one that holds .md or .txt files")
    paths = sorted(path for path in folder.iterdir() if path.suffix in {".md", ".txt"} and path.name != "README.md")
    if not paths:
        sys.exit(f"{folder}: holds no .md or .txt files; name the folder that they are in (often its docs/)")
    return [read(Source(str(path), path.read_bytes().decode("utf-8"))) for path in paths]


def labelled(public: Path | None) -> Iterator[tuple[str, Document]]:
    """Yield the documents of the test part and the public texts, each with its kind."""
    for one in (*documents("test"), *(public_documents(public) if public is not None else ())):
        yield one.kind, read(Source(one.name, one.text))


def main() -> int:
    """Print the figures; return 1 where a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, action="append", default=[], help="measure this folder's files as well")
    parser.add_argument("--public-texts", type=Path, help="the texts of data/public, for the whole gate")
    parser.add_argument("--write", action="store_true", help="write results/gate.json")
    options = parser.parse_args()
    figures = []
    for folder in (ROOT / "examples", *options.folder):
        found = in_folder(folder)
        lost, share = by_words(found)
        figures.append(Figure(f"{folder.name}, word lists: matches lost", lost, bar=0))
        figures.append(Figure(f"{folder.name}, word lists: sentences let through", share))
        tally = whole_gate(found)
        figures.append(Figure(f"{folder.name}, whole gate: findings lost of {tally.findings}", tally.lost, bar=0))
        figures.append(Figure(f"{folder.name}, whole gate: sentences let through", tally.passed / tally.sentences))
    if options.public_texts is not None:
        figures += _public(options.public_texts)
    return report("gate", figures, write=options.write)


def _public(folder: Path) -> list[Figure]:
    kinds: dict[str, list[Document]] = {}
    for kind, document in labelled(folder):
        kinds.setdefault(kind, []).append(document)
    tallies = {kind: whole_gate(found) for kind, found in kinds.items()}
    together, teams = total(tallies.values()), total(tallies[kind] for kind in ("engineering", "blameless"))
    return [
        Figure(f"test part and public: share lost of {together.findings}", together.lost / together.findings, bar=0.01),
        Figure("public texts of engineering teams: let through", teams.passed / teams.sentences, bar=0.20),
    ]


if __name__ == "__main__":
    sys.exit(main())
