"""Makes the report of one file from what its rules proposed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from blameless_lint.lint.broken import SEARCH, FileError, named
from blameless_lint.lint.check import FileCheck
from blameless_lint.lint.finding import (
    Action,
    EditEntry,
    FileReport,
    Finding,
    Place,
    SectionEntry,
    SuggestionEntry,
    at_least,
)
from blameless_lint.lint.scoring import tagger_of
from blameless_lint.rules.rule import Match, Rule, Suggestion

if TYPE_CHECKING:
    from blameless_lint.language.tagged import Tagger
    from blameless_lint.lint.decide import Decided
    from blameless_lint.text.document import Document
    from blameless_lint.text.source import Source


def assemble(check: FileCheck, matches: Sequence[tuple[Rule, Match]], actions: tuple[Action, ...] = ()) -> FileReport:
    """Return the report of a file: decided, suppressed, with suggestions and places."""
    document, config = check.document, check.config
    findings: tuple[Finding, ...] = ()
    silenced = 0
    if check.reading is not None and (matches or document.comments):
        from blameless_lint.lint.decide import decide

        decided = decide(matches, check.reading, config)
        if document.comments:
            from blameless_lint.lint.suppress import apply

            ran = frozenset(rule.name for rule in check.rules)
            outcome = apply(decided, document, ran=ran, require_reason=config.require_reason)
            about = [(rule, match) for rule, match in outcome.remarks if rule.name in ran]
            decided = sorted([*outcome.kept, *decide(about, check.reading, config)], key=lambda d: d.match.span)
            silenced = outcome.silenced
        findings = tuple(_findings(decided, document))
    return FileReport(
        path=check.source.path,
        words=sum(len(block.text.split()) for block in document.blocks),
        findings=findings,
        actions=actions,
        sections=tuple(_sections(document)),
        suppressed=silenced,
        text=check.source.text if findings else "",
        fails=config.fail_on != "never" and any(found.severity in at_least(config.fail_on) for found in findings),
    )


def fingerprint(rule: str, excerpt: str, occurrence: int) -> str:
    """Return a hash that stays when lines move: of the rule, the words, and how often they came before in the file."""
    import hashlib

    words = " ".join(excerpt.lower().split())
    return hashlib.sha256(f"{rule}\0{words}\0{occurrence}".encode()).hexdigest()[:16]


def _findings(decided: Sequence[Decided], document: Document) -> Iterator[Finding]:
    from blameless_lint.lint.suggest import suggestions

    source = document.source
    seen: Counter[tuple[str, str]] = Counter()
    for found, offered in zip(decided, suggestions(decided, document), strict=True):
        excerpt = source.excerpt(found.match.span)
        key = (found.rule.name, " ".join(excerpt.lower().split()))
        yield Finding(
            rule=found.rule.name,
            family=found.rule.family,
            category=found.rule.category,
            severity=found.severity,
            confidence=found.confidence,
            message=found.match.message,
            excerpt=excerpt,
            start=_place(source, found.match.span.start),
            end=_place(source, found.match.span.end),
            suggestions=tuple(map(_entry, offered)),
            fingerprint=fingerprint(*key, seen[key]),
            also=found.also,
        )
        seen[key] += 1


def _place(source: Source, offset: int) -> Place:
    position = source.position(offset)
    return Place(line=position.line, column=position.column, offset=position.offset)


def _entry(suggestion: Suggestion) -> SuggestionEntry:
    return SuggestionEntry(
        text=suggestion.text,
        applicability=suggestion.applicability,
        edits=tuple(
            EditEntry(start=edit.span.start, end=edit.span.end, replacement=edit.replacement)
            for edit in suggestion.edits
        ),
    )


def _sections(document: Document) -> Iterator[SectionEntry]:
    for section in document.sections:
        if section.level > 0:
            start = _place(document.source, section.span.start)
            yield SectionEntry(kind=str(section.kind), title=section.title, start=start)


def found_actions(check: FileCheck) -> tuple[tuple[Action, ...], FileError | None]:
    """Return the action items of a file, or none and the error where the search for them broke."""
    if check.note:
        return (), None
    try:
        with named(SEARCH, check.source.path):
            return tuple(_actions(check.document, tagger_of(check.config.model))), None
    except FileError as error:
        return (), error


def _actions(document: Document, tagger: Tagger | None) -> Iterator[Action]:
    from blameless_lint.actions.doors import action_items

    for item in action_items(document, tagger):
        yield Action(
            start=_place(document.source, item.span.start),
            end=_place(document.source, item.span.end),
            text=item.text,
            owner=item.owner,
            due=item.due,
            due_date=str(item.due_date) if item.due_date is not None else None,
            ticket=item.ticket,
            specific=item.specific,
            measurable=item.measurable,
            achievable=item.achievable,
            relevant=item.relevant,
            time_bound=item.time_bound,
            vague=item.vague,
        )
