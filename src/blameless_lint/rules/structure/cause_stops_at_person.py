"""The last "why" of a chain of causes names a person.

A chain that ends at a person ends where the system begins to be interesting: why did the act make sense?

Instead, ask what the person saw, knew and was asked to do, and go on from there.

Source: Dekker, The Field Guide to Understanding 'Human Error'; Allspaw, The Infinite Hows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.words import load
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.rules.smart_form import ask
from blameless_lint.text.document import Block, SectionKind
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading

_WHY = expression(r"\W*(?:\d+[.)]\s*)?(?:why\b|because\b)", re.IGNORECASE)


@rule(
    family="structure",
    category="cause-stops-at-person",
    severity="info",
    examples=[
        Example(
            "# Outage\n\n## Five whys\n\n1. Why was the shop down? The disk was full.\n2. Why was it full? Logs were "
            "kept.\n3. Why? The engineer did not set a limit.\n",
            ["Why? The engineer did not set a limit."],
        ),
        Example(
            "# Outage\n\n## Root cause\n\n1. Why did mails bounce? The key was old.\n2. Why was it old? The "
            "administrator forgot to rotate it.\n",
            ["Why was it old? The administrator forgot to rotate it."],
        ),
        Example(
            "# Outage\n\n## Root cause\n\n- Why was the queue full? The retries had no limit.\n- Why was there no "
            "limit? Dana removed it.\n- Why? Dana did not know the rule.\n",
            ["Why? Dana did not know the rule."],
        ),
        Example(
            "# Outage\n\n## Why analysis\n\n1. Why was the page blank? The flag was on.\n2. Why was it on? An "
            "operator turned it on.\n",
            ["Why was it on? An operator turned it on."],
        ),
        Example(
            "# Outage\n\n## Five whys\n\n1. Why was the shop down? The disk was full.\n2. Why was it full? Logs were "
            "kept forever by default.\n"
        ),
        Example(
            "# Outage\n\n## Root cause\n\n1. Why did mails bounce? The key was old.\n2. Why was it old? The "
            "administrator forgot to rotate it.\n3. Why was it easy to forget? No job reminds of it.\n"
        ),
        Example("# Outage\n\n## Timeline\n\n- 10:04 Why is the queue full? The engineer looked at the graph.\n"),
        Example("# Outage\n\n## Root cause\n\n- The engineer did not set a limit.\n"),
        Example("# Outage\n\n## Root cause\n\nThe disk was full.\n"),
        Example(
            "# Outage\n\n## Five whys\n\n1. Why was the page blank? The flag was on.\n2. Why was it on? The "
            "scheduler turned it on.\n"
        ),
    ],
)
def cause_stops_at_person(reading: Reading) -> Iterator[Match]:
    """Yield the places where this holds: the last "why" of a chain of causes names a person."""
    last: Block | None = None
    count = 0
    for block in [*reading.document.blocks, None]:
        if (
            block is not None
            and block.section.kind is SectionKind.CAUSES
            and block.item is not None
            and _WHY.match(block.text)
        ):
            last, count = block, count + 1
            continue
        if last is not None and count > 1 and _names_person(last.text):
            yield Match(
                last.span,
                "The last “why” names a person.",
                suggestions=ask("What did they see, know and have to do at that moment?"),
            )
        last, count = None, 0


def _names_person(text: str) -> bool:
    """Return whether the answer behind the last question begins with a person."""
    from blameless_lint.actions.doers import is_actor
    from blameless_lint.actions.naming import is_team

    answer = text.rpartition("?")[2].strip() or text
    match = re.match(
        r"(?:because |since )?(?P<name>(?:the |an? )?[\w@’'-]+(?: (?-i:[A-Z])[\w’'-]+)?) [a-z]+", answer, re.IGNORECASE
    )
    if match is None:
        return False
    name = re.sub(r"^(?:an?|the) ", "", match.group("name"), flags=re.IGNORECASE)
    if name.lower() in load("roles") | load("double_roles"):
        return True
    return (
        match.group("name")[0].isupper()
        and " " not in name
        and not re.match(r"(?:the|an?|it|no|there|this|that|we) ", answer, re.IGNORECASE)
        and not is_team(name)
        and is_actor(name, text, frozenset())
    )
