"""Runs the rules in force over a batch of files, parsed together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from blameless_lint.lint.broken import RuleError, told
from blameless_lint.lint.check import FileCheck
from blameless_lint.lint.choose import in_force
from blameless_lint.lint.comments import read_document
from blameless_lint.lint.scoring import begin, learned_half, tagger_of
from blameless_lint.lint.who import roster_of
from blameless_lint.rules.rule import Match, Rule
from blameless_lint.text.english import is_english

if TYPE_CHECKING:
    from blameless_lint.language.read import Chosen
    from blameless_lint.language.reading import Reading
    from blameless_lint.language.score import Score
    from blameless_lint.lint.settings import Settings
    from blameless_lint.text.document import Sentence
    from blameless_lint.text.source import Source


@dataclass(frozen=True, slots=True)
class Examined:
    """A file and what the rules in force propose for it; `errors` are the rules that broke."""

    check: FileCheck
    matches: list[tuple[Rule, Match]] = field(default_factory=list)
    errors: list[RuleError] = field(default_factory=list)


def examine(sources: Sequence[Source], config: Settings, root: Path) -> tuple[Iterator[Examined], str]:
    """Return what the rules propose for the files of a batch, and a note where a model is not there.

    Wording rules see a document part by part; of its sentences only those with a match are kept, in the matches. The
    other rules run as the files are asked for, so that a file's action items are found once and are still at hand.
    """
    from blameless_lint.language.read import parts
    from blameless_lint.language.reading import Reading

    files = [Examined(_read(source, config, root)) for source in sources]
    read = [file for file in files if not file.check.note]
    chosen = _chosen([file.check for file in read], config, root)
    waiting = begin(chosen, config.model)
    for number, part in parts(chosen, lambda number, sentence: _may_blame(waiting()[0][number], sentence)):
        _apply(read[number], replace(part, scores=waiting()[0][number], profile=config.profile), of_wording=True)
    scores, note = waiting()
    tagger = tagger_of(config.model)
    wholes = iter(
        [Reading(one.document, (), own, config.profile, tagger) for one, own in zip(chosen, scores, strict=True)]
    )
    done = [
        file if file.check.note else replace(file, check=replace(file.check, reading=next(wholes))) for file in files
    ]
    return map(_finished, done), note


def _finished(file: Examined) -> Examined:
    if file.check.reading is not None:
        _apply(file, file.check.reading, of_wording=False)
    return file


def propose(check: FileCheck) -> tuple[list[tuple[Rule, Match]], list[RuleError]]:
    """Return what the rules in force propose, and the rules that broke."""
    found = Examined(check)
    if check.reading is not None:
        _apply(found, check.reading, of_wording=True)
        _apply(found, check.reading, of_wording=False)
    return found.matches, found.errors


def _apply(file: Examined, reading: Reading, *, of_wording: bool) -> None:
    """Add what the wording rules, or else all others, propose."""
    for rule in file.check.rules:
        if (rule.family == "wording") is not of_wording or (of_wording and not reading.parsed):
            continue
        try:
            file.matches.extend([(rule, match) for match in rule.find(reading) if not _clears(match)])
        except Exception as error:
            broken = RuleError(rule.name, file.check.source.path, told(error))
            broken.__cause__ = error
            file.errors.append(broken)


def _clears(match: Match) -> bool:
    """Return whether the words that a rule of wording recognised clear people rather than blame them."""
    from blameless_lint.language.grammar.acquitted import is_acquitted

    if match.sentence is None or match.target is None:
        return False
    return is_acquitted(match.sentence, match.sentence.doc[match.target.start : match.target.end])


def _may_blame(scores: Mapping[int, Score], sentence: Sentence) -> bool:
    """Return whether a sentence that no word list let through is worth parsing: the models alone can find it."""
    from blameless_lint.rules.implied import FLOOR

    return scores[sentence.index].blame >= FLOOR


def _chosen(checks: Sequence[FileCheck], config: Settings, root: Path) -> list[Chosen]:
    from blameless_lint.language.read import Terms, choose
    from blameless_lint.rules.registry import cues

    terms = Terms(roster=roster_of(config, root), cues=cues(), learned=learned_half(config.model))
    return [choose(check.document, terms) for check in checks]


def _read(source: Source, config: Settings, root: Path) -> FileCheck:
    document = read_document(source)
    note = "does not look like English, and was left alone" if is_english(document) is False else ""
    return FileCheck(source, config, root, document, in_force(config, source.path, root), note=note)
