"""An action item: what is to be done, by whom, by when, under which reference, and how well it is put."""

from __future__ import annotations

from dataclasses import dataclass, field

from blameless_lint.actions.candidates import Form
from blameless_lint.actions.relevance import Cause
from blameless_lint.text.document import Block, SectionKind
from blameless_lint.text.source import Span


@dataclass(frozen=True, eq=False, slots=True)
class ActionItem:
    """A follow-up task. Spans are ranges of the source; `task` is the range that says what to do.

    `due_date` is ISO 8601 or None, and `due_reason` then says why. `loose` is what stands where a deadline would,
    without being one ("soon"); `diffuse` what stands where an owner would, without being one ("everyone").
    `relevant` is None where the document names no cause; `cause` is the nearest one. `reasons` has one for each trait.
    """

    span: Span
    text: str
    task: Span
    task_text: str
    form: Form
    blocks: tuple[Block, ...]
    place: SectionKind = SectionKind.OTHER
    owner: str | None = None
    owner_span: Span | None = None
    diffuse: str | None = None
    diffuse_span: Span | None = None
    due: str | None = None
    due_span: Span | None = None
    due_date: str | None = None
    due_kind: str | None = None
    due_reason: str = ""
    loose: str | None = None
    loose_span: Span | None = None
    ticket: str | None = None
    ticket_span: Span | None = None
    priority: str | None = None
    status: str | None = None
    type: str = "prevent"
    specific: bool = True
    measurable: bool = True
    achievable: bool = True
    relevant: bool | None = None
    vague: bool = False
    cause: Cause | None = None
    reasons: dict[str, str] = field(default_factory=dict)
    sure: frozenset[str] = frozenset()

    @property
    def time_bound(self) -> bool:
        """Return whether a deadline is given."""
        return self.due is not None

    @property
    def is_settled(self) -> bool:
        """Return whether it is done or rejected, so that nothing is left to ask for."""
        return self.status in ("done", "rejected")
