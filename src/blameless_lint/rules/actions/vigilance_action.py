"""A follow-up task asks people to be more careful and changes nothing else.

Attention is limited and was already given; the next tired person at the same step will meet the same trap.

Instead, change the step: make the unsafe choice hard, visible or reversible.

Source: VA National Center for Patient Safety and NPSF, RCA2 (2015), action hierarchy: weaker actions; Dekker, The
Field Guide to Understanding 'Human Error'.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.rules.smart_form import ask, flag, open_items, quoted

if TYPE_CHECKING:
    from blameless_lint.actions.item import ActionItem
    from blameless_lint.language.reading import Reading


@rule(
    family="action",
    category="vigilance-action",
    severity="warning",
    examples=[
        Example(
            "- Be more careful with deploys on Fridays",
            ["Be more careful with deploys on Fridays"],
            section="Action items",
        ),
        Example(
            "- Operators should pay more attention to the second screen",
            ["Operators should pay more attention to the second screen"],
            section="Action items",
        ),
        Example(
            "- [ ] Everyone stays more vigilant during migrations",
            ["Everyone stays more vigilant during migrations"],
            section="Action items",
        ),
        Example(
            "| Action | Owner |\n| --- | --- |\n| Exercise greater care with exports | Finance |",
            ["Exercise greater care with exports"],
            section="Action items",
        ),
        Example(
            "- Ask for the name of the cluster before a namespace is deleted (Dana, 4 May)", section="Action items"
        ),
        Example("- The deploy button shows the name of the target in red (Lee, May)", section="Action items"),
        Example("- Page the on-call engineer when the second screen is dark for 60 s (Priya)", section="Action items"),
        Example("- [x] Be more careful with deploys on Fridays", section="Action items"),
        Example(
            "- Double-check of exports over 10,000 rows by a second user in the tool (Lee, Q3)", section="Action items"
        ),
        Example(
            "- Print the checklist for migrations and keep it at the console (Dana, 4 May)", section="Action items"
        ),
        Example("The screen asks people to be careful.", section="Causes"),
    ],
)
def vigilance_action(reading: Reading) -> Iterator[Match]:
    """Yield the tasks where this holds: a follow-up task asks people to be more careful and changes nothing else."""
    for item in open_items(reading):
        if _is_flagged(item):
            yield flag(
                item,
                f"{quoted(item.task_text)} relies on attention alone.",
                ask("What would make the unsafe step hard to do by accident: [check, default or interlock]?"),
            )


def _is_flagged(item: ActionItem) -> bool:
    from blameless_lint.actions.smart import is_vigilance

    return is_vigilance(item)
