"""Suppression by comments: the same line, the next block, a region, the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from blameless_lint.lint.catalogue import canonical, closest, is_known, selected
from blameless_lint.lint.decide import Decided
from blameless_lint.lint.meta import UNKNOWN, UNUSED, WITHOUT_REASON
from blameless_lint.rules.rule import Match, Rule, Suggestion
from blameless_lint.text.document import Comment, Document
from blameless_lint.text.expression import expression
from blameless_lint.text.source import Span

if TYPE_CHECKING:
    from blameless_lint.text.source import Source

_OURS = expression(
    r"\s*blameless-lint\s*:\s*(?P<verb>[\w-]*)(?P<names>.*?)(?:(?<!\S)(?:--|—|–)(?P<reason>.*))?\Z", re.DOTALL
)
_MARGIN = expression(r"[\s>|*+\-]*(?:\d+[.)])?[\s>|]*")
_FORM = "write `<!-- blameless-lint: allow RULE -- reason -->`"
VERBS = ("allow", "off", "on", "off-file")


@dataclass(frozen=True, slots=True)
class Suppression:
    """A comment that silences `rules` in `covers`; `span` is the comment's."""

    span: Span
    rules: frozenset[str]
    covers: Span
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What suppression leaves: the findings kept, how many were silenced, and what to say of the comments."""

    kept: list[Decided]
    silenced: int
    remarks: list[tuple[Rule, Match]]


def apply(decided: Sequence[Decided], document: Document, *, ran: frozenset[str], require_reason: bool) -> Outcome:
    """Return the findings that no comment silences; `ran` are the rules that were in force."""
    remarks: list[tuple[Rule, Match]] = []
    suppressions = list(_suppressions(document, remarks))
    if not suppressions:
        return Outcome(list(decided), 0, remarks)
    used: set[Suppression] = set()
    kept: list[Decided] = []
    for finding in decided:
        names = {finding.rule.name, *finding.also}
        by = [s for s in suppressions if names <= s.rules and s.covers.overlaps(finding.match.span)]
        by = by or [s for s in suppressions if finding.rule.name in s.rules and s.covers.overlaps(finding.match.span)]
        used.update(by)
        if not by:
            kept.append(finding)
    remarks += [(UNUSED, _unused(s)) for s in suppressions if s not in used and s.rules & ran]
    if require_reason:
        remarks += [(WITHOUT_REASON, _reasonless(s)) for s in suppressions if not s.reason]
    return Outcome(kept, len(decided) - len(kept), remarks)


def _suppressions(document: Document, remarks: list[tuple[Rule, Match]]) -> Iterator[Suppression]:
    ours = [(comment, found) for comment in document.comments if (found := _OURS.match(comment.text)) is not None]
    for place, (comment, found) in enumerate(ours):
        verb = found["verb"]
        if verb not in VERBS:
            remarks.append((UNKNOWN, _unread(comment, f"“{verb}” is none of {', '.join(VERBS)}{closest(verb, VERBS)}")))
            continue
        names = [name for name in re.split(r"[,\s]+", found["names"].strip()) if name]
        remarks.extend((UNKNOWN, _unread(comment, _strange(name))) for name in names if not is_known(name))
        if verb == "allow" and not names:
            remarks.append((UNKNOWN, _unread(comment, "“allow” names no rule")))
        rules = selected(names or (() if verb == "allow" else ("all",)))
        if verb == "on" or not rules:
            continue
        covers = (
            _region(document, comment, ours[place + 1 :], names) if verb == "off" else _covered(document, comment, verb)
        )
        yield Suppression(comment.span, rules, covers, (found["reason"] or "").strip())


def _covered(document: Document, comment: Comment, verb: str) -> Span:
    source = document.source
    if verb == "off-file":
        return Span(0, len(source.text))
    first, last = _line(source, comment.span.start), _line(source, comment.span.end)
    before = source.text[first.start : comment.span.start]
    after = source.text[comment.span.end : last.end]
    if after.strip(" \t|") or not _MARGIN.fullmatch(before):
        return Span(first.start, last.end)
    return _next_block(document, comment.span.end)


def _next_block(document: Document, offset: int) -> Span:
    for block in document.blocks:
        if not block.text or block.span.start < offset:
            continue
        if block.cell is None:
            return block.span
        table = [
            other for other in document.blocks if other.cell and other.cell.table == block.cell.table and other.text
        ]
        return Span(block.span.start, table[-1].span.end)
    return Span(offset, offset)


def _region(
    document: Document, comment: Comment, later: Sequence[tuple[Comment, re.Match[str]]], names: Sequence[str]
) -> Span:
    """Return the range from an "off" to the next "on" that names the same rules, or none."""
    own = {canonical(name) for name in names}
    for other, found in later:
        ends = {canonical(name) for name in re.split(r"[,\s]+", found["names"].strip()) if name}
        if found["verb"] == "on" and (not ends or ends == own):
            return Span(comment.span.end, other.span.start)
    return Span(comment.span.end, len(document.source.text))


def _line(source: Source, offset: int) -> Span:
    number = source.position(offset).line
    start = source.line_starts[number - 1]
    return Span(start, start + len(source.line(number)))


def _strange(name: str) -> str:
    return f"“{name}” is no rule, category or family{closest(name)}"


def _unread(comment: Comment, message: str) -> Match:
    return Match(comment.span, message if message.endswith("?") else f"{message}.", suggestions=(Suggestion(_FORM),))


def _unused(suppression: Suppression) -> Match:
    return Match(suppression.span, "This comment silences nothing.", suggestions=(Suggestion("Remove the comment."),))


def _reasonless(suppression: Suppression) -> Match:
    return Match(suppression.span, "This comment gives no reason.", suggestions=(Suggestion(_FORM),))
