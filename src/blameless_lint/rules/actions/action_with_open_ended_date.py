"""Words stand where a deadline would, and name no day.

"Soon", "ASAP" and "ongoing" cannot be missed, so nobody asks what would be needed to keep them.

Instead, give a day, a quarter, a sprint or a release; for work that goes on, the day of its first result.

Source: Doran, There's a S.M.A.R.T. way to write management's goals and objectives (1981).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.rules.smart_form import ask, flag, open_items, quoted

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading


@rule(
    family="action",
    category="action-with-open-ended-date",
    severity="info",
    examples=[
        Example("- Add a limit of 5 retries to the mailer (Dana, ASAP)", ["ASAP"], section="Action items"),
        Example(
            "| Action | Owner | Due |\n| --- | --- | --- |\n| Move the volume to its own disk | Storage team | soon |",
            ["soon"],
            section="Action items",
        ),
        Example(
            "| Action | Owner | Due |\n| --- | --- | --- |\n| Compare both stock lists | Priya | ongoing |",
            ["ongoing"],
            section="Action items",
        ),
        Example(
            "- Split the nightly job in two, Lee, when time permits", ["when time permits"], section="Action items"
        ),
        Example("- Add a limit of 5 retries to the mailer (Dana, 4 May)", section="Action items"),
        Example("- Add a limit of 5 retries to the mailer (Dana)", section="Action items"),
        Example(
            "| Action | Owner | Due |\n| --- | --- | --- |\n| Move the volume to its own disk | Storage team | next "
            "sprint |",
            section="Action items",
        ),
        Example(
            "| Action | Owner | Due |\n| --- | --- | --- |\n| Move the volume to its own disk | Storage team | |",
            section="Action items",
        ),
        Example("- [x] Split the nightly job in two (Lee, ASAP)", section="Action items"),
        Example(
            "- Page the on-call engineer as soon as the queue holds 500 messages (Dana, 4 May)", section="Action items"
        ),
        Example("The queue grew again soon after the restart.", section="Timeline"),
    ],
)
def action_with_open_ended_date(reading: Reading) -> Iterator[Match]:
    """Yield the tasks where this holds: words stand where a deadline would, and name no day."""
    for item in open_items(reading):
        if item.due is None and item.loose is not None and not _is_blank(item.loose):
            yield flag(
                item,
                f"{quoted(item.loose)} is no deadline that could be missed.",
                ask("By which day, sprint or release is it done?"),
                span=item.loose_span,
            )


def _is_blank(text: str) -> bool:
    """Return whether the words only say that the date is not known yet."""
    return text.lower().strip(".") in {"tbd", "tba", "tbc", "n/a", "none", "unknown", "-"}
