"""A follow-up task is given to everybody, to somebody, or to a team without a name.

Where all are responsible, each may believe that another has begun. Nobody is asked about it and nobody reports.

Instead, name the one person or the one team that will say when it is done.

Source: Latané and Darley on the diffusion of responsibility; Google SRE Workbook, Postmortem Culture.
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
    category="action-with-diffuse-owner",
    severity="warning",
    examples=[
        Example("- Everyone updates the contact list by Friday", ["Everyone"], section="Action items"),
        Example("- Rotate the deploy keys (someone, by 4 May)", ["someone"], section="Action items"),
        Example(
            "| Action | Owner |\n| --- | --- |\n| Rewrite the restore guide | everybody |",
            ["everybody"],
            section="Action items",
        ),
        Example("- The team writes a test for the empty file by 2 June", ["The team"], section="Action items"),
        Example(
            "| Action | Owner | Due |\n| --- | --- | --- |\n| Label both cables | all | May |",
            ["all"],
            section="Action items",
        ),
        Example("- The storage team writes a test for the empty file by 2 June", section="Action items"),
        Example("- Dana updates the contact list by Friday", section="Action items"),
        Example("| Action | Owner |\n| --- | --- |\n| Rewrite the restore guide | Priya |", section="Action items"),
        Example("| Action | Owner |\n| --- | --- |\n| Rewrite the restore guide | TBD |", section="Action items"),
        Example("- Send all customers a mail with the new address (Support desk, 3 May)", section="Action items"),
        Example("- [x] Everyone updates the contact list", section="Action items"),
        Example("Everyone joined the call by 10:20.", section="Timeline"),
    ],
)
def action_with_diffuse_owner(reading: Reading) -> Iterator[Match]:
    """Yield the tasks or the places that the first line of this module describes."""
    for item in open_items(reading):
        if item.diffuse is not None and item.owner is None:
            message = f"{quoted(item.diffuse)} stands where one name would say who reports that it is done."
            yield flag(item, message, ask("Which one person or team says when this is done?"), span=item.diffuse_span)
