"""A follow-up task disciplines, warns or retrains a particular person.

It removes no hazard, and teaches everyone else to report less next time.

Instead, ask what made the act look right, and change that for whoever does the step next.

Source: Dekker, Just Culture; VA National Center for Patient Safety and NPSF, RCA2 (2015): actions that target the
individual are weak.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.rules.smart_form import ask, flag, open_items, quoted
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading


_PERSON = (
    r"(?:(?:the |our |this |that )?(?:\w+ )?(?:engineer|operator|developer|contractor|employee|technician"
    r"|administrator|admin|analyst|lead|manager|nurse|pilot|crew members?|reviewer|driver|officer|individual"
    r"|person)s?\b(?! (?:team|account|role|tool))|him\b|her\b|his\b|[A-Z][a-z]+\b)"
)
_TARGETS = expression(
    rf"(?:(?i:written|formal|verbal|final) (?i:warning)|(?i:warning letter)|\b(?i:reprimand|disciplinary|suspension"
    rf"|suspend(?:ed)? without pay|dismiss(?:al|ed)?|sanction(?:s|ed)?)\b.{{0,30}}?(?=$|[,;.(|])"
    rf"|(?i:retrain(?:ed|ing)?|re-train|re-educate|discipline|reprimand|counsel|warn|coach(?:ing)?(?: "
    rf"conversation)?(?: with)?|instruct(?: Mr| Ms| Mrs| Dr)?\.?) {_PERSON}(?i: again| about (?:his|her|their)| who)?"
    rf"|\b[A-Z][a-z]+ (?:loses|is removed|may no longer|has to explain|to explain (?:him|her)self|must explain)\b"
    rf"|{_PERSON} (?i:will|is to|are to|should|must) (?i:be) (?i:disciplined|retrained|warned|reprimanded|sanctioned"
    rf"|counselled)"
    rf"|(?i:revoke|remove|withdraw) (?:his|her|[A-Z][a-z]+[’']s) (?i:\w+))"
)


@rule(
    family="action",
    category="person-targeted-action",
    severity="warning",
    examples=[
        Example(
            "- Written warning to the shift lead (HR, 4 May)",
            ["Written warning to the shift lead (HR, 4 May)"],
            section="Action items",
        ),
        Example(
            "- Retrain the engineer who ran the import",
            ["Retrain the engineer who ran the import"],
            section="Action items",
        ),
        Example(
            "- Dana loses merge rights until further notice",
            ["Dana loses merge rights until further notice"],
            section="Action items",
        ),
        Example(
            "| Action | Owner |\n| --- | --- |\n| Disciplinary talk with the operator | HR |",
            ["Disciplinary talk with the operator"],
            section="Action items",
        ),
        Example("- Revoke his access to production", ["Revoke his access to production"], section="Action items"),
        Example("- Revoke write access to the archive for all service accounts (Lee, 4 May)", section="Action items"),
        Example("- Train two officers as second checkers before May (Priya)", section="Action items"),
        Example("- Remove the shared admin password (Dana, 4 May)", section="Action items"),
        Example("- Show a warning before a file over 30 MB is sent (Lee, Q3)", section="Action items"),
        Example("- [x] Move the import to a role of its own", section="Action items"),
        Example("- Rotate the deploy key of the importer (Dana)", section="Action items"),
        Example("The operator had been warned in 2023.", section="Background"),
    ],
)
def person_targeted_action(reading: Reading) -> Iterator[Match]:
    """Yield the tasks where this holds: a follow-up task disciplines, warns or retrains a particular person."""
    for item in open_items(reading):
        match = _TARGETS.search(item.task_text)
        if match is not None:
            yield flag(
                item,
                f"{quoted(match.group())} aims at a person, not at the step.",
                ask("What made the act look right at the time, and how can the step itself change?"),
            )
