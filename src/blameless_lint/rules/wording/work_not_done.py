"""Human work is said not to have been done, without a name: “was never tested”, “went unnoticed”.

Without a name the reproach is milder, but the sentence still measures people against what one knows now.

Instead, give the conditions (what was there instead, what would have prompted it), or ask for them.

Source: Dekker, The Field Guide to Understanding 'Human Error'; Howard, Blameless Post Mortems (Etsy).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.extent import extent
from blameless_lint.language.grammar.mood import is_told
from blameless_lint.language.lexicon import lemmas
from blameless_lint.rules.flag import flag, quoted
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from blameless_lint.language.grammar.predication import Predication
    from blameless_lint.language.reading import Reading

GOES_ON = expression(r"\[[^\]]+\]|\?|\bbecause\b|\bsince\b|\bas the\b|\bdue to\b|;", re.IGNORECASE)
SELF_TELLING = frozenset(
    {"forget", "overlook", "neglect", "ignore", "disregard", "omit", "miss", "put off", "leave out"}
)
UNDONE = expression(
    r"^(?:unread|unnoticed|unchecked|untested|unanswered|unreviewed|unheeded|unverified|forgotten|unattended)$"
)


@rule(
    category="omission",
    severity="warning",
    examples=[
        Example("The restore was never tested.", flags=["was never tested"]),
        Example("The second region was overlooked.", flags=["was overlooked"]),
        Example("The renewal mail went unread.", flags=["went unread"]),
        Example("The change was not communicated to support.", flags=["was not communicated to support"]),
        Example("The key was not rotated; [what would have prompted it?]"),
        Example("The packet was ignored by the firewall."),
        Example("The event was not acknowledged by the broker."),
        Example("The heartbeat was missed."),
        Example("The change was not tested against MySQL 8, because the test cluster runs 5.7."),
        Example("A release is not approved until its checks pass."),
    ],
)
def work_not_done(reading: Reading) -> Iterator[Match]:
    """Yield human work that is said, without an agent, not to have been done."""
    for parsed, predication in reading.predications():
        if predication.agent is not None or not predication.is_asserted or GOES_ON.search(parsed.text):
            continue
        if is_told(parsed, predication) or not (_is_passive_omission(predication) or _goes_undone(predication)):
            continue
        tokens = extent(predication)
        yield flag(parsed, tokens, f"{quoted(tokens, parsed)} measures people's work against what is known now.")


def _is_passive_omission(predication: Predication) -> bool:
    if not predication.passive or any(child.dep_ == "agent" for child in predication.verb.children):
        return False
    if not predication.past and not any(child.dep_ == "auxpass" for child in predication.verb.children):
        return False
    lemma = predication.lemma
    if predication.negated:
        return lemma in lemmas("human_work_verbs") and predication.past
    return (
        lemma in SELF_TELLING
        and predication.past
        and lemma != "miss"
        and lemma in lemmas("omission_verbs") | SELF_TELLING
    )


def _goes_undone(predication: Predication) -> bool:
    if predication.verb.lemma_ not in {"go", "remain", "be"} or not predication.past:
        return False
    return any(
        child.dep_ in {"acomp", "oprd", "attr", "xcomp", "advmod"} and UNDONE.match(child.lower_)
        for child in predication.verb.children
    )
