"""A prompt in square brackets, as rewrites leave them, has no answer yet.

A prompt stands for a fact that the sentence does not hold; left as it is, readers get the question and not the fact.

Instead, put the answer in its place, or write that it is not known and who would know it.

Source: The rewrites of this tool, which put what they cannot know in square brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.words import load
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.rules.smart_form import ask, quoted
from blameless_lint.text.expression import expression
from blameless_lint.text.source import Span

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading

_BRACKETS = expression(r"(?<![\w\]!\\])\[(?P<said>[^\[\]\n]{2,160})\](?![(\[:\w])")
_QUESTION = expression(r"(?:which|what|who|whom|whose|when|where|why|how)\b", re.IGNORECASE)


@rule(
    family="structure",
    category="unanswered-prompt",
    severity="info",
    examples=[
        Example(
            "The key was not rotated; [what would have prompted it?]\n",
            ["[what would have prompted it?]"],
        ),
        Example("- [owner] to limit the retries by [date]\n", ["[owner]", "[date]"]),
        Example("Make deploys hard to get wrong: [guardrail]\n", ["[guardrail]"]),
        Example(
            "The outage was due to [which step, under which conditions].\n",
            ["[which step, under which conditions]"],
        ),
        Example(
            "> [Which guard would keep the table from being dropped?]\n",
            ["[Which guard would keep the table from being dropped?]"],
        ),
        Example("See [what was changed?](https://example.org/change) for the diff.\n"),
        Example("The limit is 40 [1], see also [2] and [RFC 9110].\n"),
        Example("The limit is 40.[^1]\n\n[^1]: Measured in May; what else?\n"),
        Example("- [ ] Limit the retries\n- [x] Split the job\n"),
        Example("See [the owner][owner].\n\n[owner]: https://example.org/teams\n"),
        Example("The log says `[owner]` and `[what now?]`.\n"),
        Example("The queue [sic] was full, and the flag was [redacted].\n"),
    ],
)
def unanswered_prompt(reading: Reading) -> Iterator[Match]:
    """Yield the prompts in square brackets that nobody answered."""
    for block in reading.document.blocks:
        for found in _BRACKETS.finditer(block.text):
            span = Span(found.start(), found.end())
            if is_prompt(found["said"]) and not any(opaque.overlaps(span) for opaque in block.opaque):
                message = f"{quoted(found.group())} has no answer yet."
                yield Match(block.to_source(span), message, suggestions=ask("What belongs here, or who would know it?"))


def is_prompt(said: str) -> bool:
    """Return whether words in square brackets ask for something: a question, or a placeholder of ours."""
    return said.endswith("?") or _QUESTION.match(said) is not None or said.lower() in load("prompts")
