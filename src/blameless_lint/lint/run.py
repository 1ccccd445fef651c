"""Runs the rules in force over a batch of files, parsed together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from blameless_lint.lint.check import FileCheck
from blameless_lint.lint.choose import in_force
from blameless_lint.lint.comments import read_document
from blameless_lint.lint.scoring import learned_half, scored
from blameless_lint.lint.who import roster_of
from blameless_lint.rules.rule import Match, Rule
from blameless_lint.text.english import is_english

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading
    from blameless_lint.lint.settings import Settings
    from blameless_lint.text.source import Source


class RuleError(RuntimeError):
    """A rule that broke on a text; the message names the rule and the error."""

    def __init__(self, rule: str, path: str, error: Exception) -> None:
        super().__init__(f"the rule {rule} failed: {type(error).__name__}: {error}")
        self.rule = rule
        self.path = path


def understand(sources: Sequence[Source], config: Settings, root: Path) -> tuple[list[FileCheck], str]:
    """Return the files of a batch, read, parsed and scored together, and a note where a model is not there."""
    from blameless_lint.language.read import Terms, read_all
    from blameless_lint.rules.registry import cues

    checks = [_read(source, config, root) for source in sources]
    terms = Terms(roster=roster_of(config, root), cues=cues(), learned=learned_half(config.model))
    plain = read_all([check.document for check in checks if not check.note], terms)
    readings, note = scored([_profiled(reading, config) for reading in plain], config.model)
    found = iter(readings)
    return [check if check.note else replace(check, reading=next(found)) for check in checks], note


def propose(check: FileCheck) -> tuple[list[tuple[Rule, Match]], list[RuleError]]:
    """Return what the rules in force propose, and the rules that broke."""
    matches: list[tuple[Rule, Match]] = []
    errors: list[RuleError] = []
    for rule in check.rules if check.reading is not None else ():
        try:
            matches.extend(_matches(rule, check.reading))
        except Exception as error:
            broken = RuleError(rule.name, check.source.path, error)
            broken.__cause__ = error
            errors.append(broken)
    return matches, errors


def _matches(rule: Rule, reading: Reading | None) -> Iterator[tuple[Rule, Match]]:
    if reading is None or (rule.family == "wording" and not reading.parsed):
        return
    for match in list(rule.find(reading)):
        yield rule, match


def _read(source: Source, config: Settings, root: Path) -> FileCheck:
    document = read_document(source)
    note = "does not look like English, and was left alone" if is_english(document) is False else ""
    return FileCheck(source, config, root, document, in_force(config, source.path, root), note=note)


def _profiled(reading: Reading, config: Settings) -> Reading:
    return reading if reading.profile == config.profile else replace(reading, profile=config.profile)
