"""What a rule is: a function over a reading, with its examples, its category and its reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from blameless_lint.text.source import Span

if TYPE_CHECKING:
    import re

    from blameless_lint.language.people.kind import Kind
    from blameless_lint.language.reading import ParsedSentence, Reading

Family = Literal["wording", "action", "structure"]
Severity = Literal["error", "warning", "info"]
Applicability = Literal["safe", "suggested", "question"]


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement of the source range `span`."""

    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What to say instead, or what to ask: a `question` carries no edits."""

    text: str
    applicability: Applicability = "question"
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A place that a rule recognised: `span` in the source, `level` overrides the rule's severity.

    `agent` is the range in the source of whoever is blamed, where the text names them. Wording rules also give the
    parsed sentence and the token ranges in it of what was recognised (`target`) and of the blamed (`blamed`), and may
    give a question of their own (`ask`); the suggestion is made from these once, for the findings that stay.
    """

    span: Span
    message: str
    level: Severity | None = None
    suggestions: tuple[Suggestion, ...] = ()
    agent: Span | None = None
    sentence: ParsedSentence | None = None
    target: Span | None = None
    blamed: Span | None = None
    kind: Kind | None = None
    ask: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A text that shows a rule: `flags` are the exact excerpts flagged (none: clean), `becomes` the rewrite, if any.

    `section` is the heading under which the text stands, where that matters.
    """

    text: str
    flags: Sequence[str] = ()
    becomes: str | None = None
    level: Severity | None = None
    section: str | None = None


Find = Callable[["Reading"], Iterator[Match]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule and all that is known of it; `why`, `instead` and `source` come from its module's docstring."""

    name: str
    family: Family
    category: str
    severity: Severity
    summary: str
    why: str
    instead: str
    source: str
    examples: Sequence[Example]
    find: Find
    default: bool = True
    cues: tuple[re.Pattern[str], ...] = ()


def rule(
    *,
    category: str,
    severity: Severity,
    examples: Sequence[Example],
    family: Family = "wording",
    default: bool = True,
    cues: Sequence[re.Pattern[str]] = (),
) -> Callable[[Find], Rule]:
    """Turn a module's find function into its rule, named like the function; `default` says whether it is on.

    `cues` are the expressions that the rule looks for in the text: the gate lets every sentence through that has one.
    The module's docstring has four parts divided by blank lines: what is flagged, why, "Instead, …", "Source: …".
    """

    def decorate(find: Find) -> Rule:
        summary, why, instead, source = _parts(find)
        return Rule(
            name=find.__name__.replace("_", "-"),
            family=family,
            category=category,
            severity=severity,
            summary=summary,
            why=why,
            instead=instead,
            source=source,
            examples=examples,
            find=find,
            default=default,
            cues=tuple(cues),
        )

    return decorate


def _parts(find: Find) -> tuple[str, str, str, str]:
    """Return the four parts of the docstring of a rule's module; raises ValueError where they are not four."""
    text = find.__globals__["__doc__"] or ""
    parts = [" ".join(part.split()) for part in text.strip().split("\n\n")]
    if len(parts) != 4:
        raise ValueError(
            f"{find.__module__}: the docstring needs four parts (what, why, instead, source), has {len(parts)}"
        )
    return parts[0], parts[1], parts[2], parts[3].removeprefix("Source: ")
