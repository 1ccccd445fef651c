"""A human error is given as the explanation, in words that no grammar rule knows.

As an answer “error” stops the questions that it should begin.

Instead, name the step, and what made the slip easy or the act look right.

Source: Woods, Dekker, Cook, Johannesen and Sarter, Behind Human Error.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas
from blameless_lint.rules.implied import implied
from blameless_lint.rules.rule import Example, Match, rule

if TYPE_CHECKING:
    from blameless_lint.language.reading import ParsedSentence, Reading

ERRORS = frozenset({"bug", "error", "fault"})


@rule(
    category="human-error",
    severity="error",
    examples=[
        Example(
            "Wrong cluster chosen by the on-call engineer by mistake.",
            section="Action items",
            flags=["Wrong cluster chosen by the on-call engineer by mistake"],
        ),
        Example(
            "The engineer took staging for production by mistake.",
            section="Action items",
            flags=["The engineer took staging for production by mistake"],
        ),
        Example(
            "The technician had pulled the wrong cable by mistake.",
            section="Action items",
            flags=["The technician had pulled the wrong cable by mistake"],
        ),
        Example(
            "The administrator mixed up the two clusters by accident.",
            section="Action items",
            flags=["The administrator mixed up the two clusters by accident"],
        ),
        Example("The cause was a rounding error in the invoice service.", section="Root cause"),
        Example("A parsing error stopped the import.", section="Root cause"),
        Example("The pod failed to start."),
        Example("Priya rolled back the deploy at 10:04."),
        Example("We did not have an alert on queue depth."),
        Example("Thanks to Lee for spotting this."),
        Example("The health check failed to fire."),
        Example("An engineer applied the change following the runbook."),
    ],
)
def implied_error(reading: Reading) -> Iterator[Match]:
    """Yield human errors that the encoder recognises."""
    for match in implied(reading, "human-error", "explains by an error that someone made"):
        if match.agent is not None or match.sentence is None or not _is_of_machine(match.sentence):
            yield match


def _is_of_machine(parsed: ParsedSentence) -> bool:
    """Return whether every error that a sentence speaks of is a machine's: “a rounding error”."""
    errors = [token for token in parsed.doc if token.lemma_.lower() in ERRORS]
    return bool(errors) and all(
        any(child.lower_ in lemmas("machine_errors") for child in token.children) for token in errors
    )
