"""A follow-up task shares nothing with what the document names as causes, gaps or pains.

Wishes that ride along take the time of tasks that would have helped, and readers look for a link that is not there.

Instead, say which finding it addresses, or move it to the ordinary backlog.

Source: Doran, S.M.A.R.T. (1981): relevant; VA NCPS and NPSF, RCA2 (2015): each action follows from a causal
statement.
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
    category="unrelated-action",
    severity="info",
    examples=[
        Example(
            "The queue filled up because the consumer had no limit on retries. No alert covered its depth.\n\n## "
            "Action items\n\n- Rename the board tabs to match the new naming guide (Lee)",
            ["Rename the board tabs to match the new naming guide (Lee)"],
            section="Root cause",
        ),
        Example(
            "The certificate expired because its renewal had no owner.\n\n## Action items\n\n- Archive the chat "
            "rooms of last winter (Dana)",
            ["Archive the chat rooms of last winter (Dana)"],
            section="Root cause",
        ),
        Example(
            "The disk of the database ran full, since logs were kept forever.\n\n## Action items\n\n- Delete logs of "
            "the database after 14 days (Lee)\n- Order new chairs for the meeting room (Lee)",
            ["Order new chairs for the meeting room (Lee)"],
            section="Root cause",
        ),
        Example(
            "A retry storm overloaded the mailer.\n\n## Action items\n\n- New brand colours in the newsletter footer "
            "(Marketing)",
            ["New brand colours in the newsletter footer (Marketing)"],
            section="Root cause",
        ),
        Example(
            "The queue filled up because the consumer had no limit on retries.\n\n## Action items\n\n- Limit the "
            "retries of the consumer to 5 (Lee)",
            section="Root cause",
        ),
        Example(
            "The certificate expired because its renewal had no owner.\n\n## Action items\n\n- Alert 21 days before "
            "a certificate expires (Dana)",
            section="Root cause",
        ),
        Example(
            "The disk of the database ran full.\n\n## Action items\n\n- Alert at 80 % of the database disk (Lee)",
            section="Root cause",
        ),
        Example(
            "A retry storm overloaded the mailer.\n\n## Action items\n\n- [x] Order new chairs for the meeting room",
            section="Root cause",
        ),
        Example("- Rename the board tabs to match the new naming guide (Lee)", section="Action items"),
        Example(
            "A retry storm overloaded the mailer.\n\n## Action items\n\n- Back off between retries of the mailer "
            "(Priya)",
            section="Root cause",
        ),
    ],
)
def unrelated_action(reading: Reading) -> Iterator[Match]:
    """Yield the tasks or the places that the first line of this module describes."""
    for item in open_items(reading):
        if item.relevant is False and not item.vague:
            yield flag(
                item,
                f"{quoted(item.task_text)}: {item.reasons['relevant']}.",
                ask("Which finding of this document does it address? [finding]"),
            )
