"""People's work, or the care they took, is judged: “sloppy testing”, “poor judgement”, “half-baked rollout”.

An adjective of reproach says that the writer would have done it otherwise; it does not say what the work lacked.

Instead, say what was there and what was not: which test, which message, which step.

Source: Dekker, Just Culture; Google, Site Reliability Engineering, Postmortem Culture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.compound import whole
from blameless_lint.language.grammar.extent import phrase
from blameless_lint.language.grammar.mood import is_denied, is_meta
from blameless_lint.language.grammar.possession import holder_of
from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.people.agent import Kind
from blameless_lint.rules.flag import flag, level_of, quoted
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.language.reading import ParsedSentence, Reading

PERSONAL = frozenset(
    {"judgement", "judgment", "discipline", "attitude", "airmanship", "workmanship", "conduct", "leadership"}
)
INADEQUATE = frozenset(
    {"improper", "inadequate", "poor", "incorrect", "insufficient", "unsafe", "premature", "delayed", "inappropriate"}
)
FITTING = frozenset(
    {"timely", "adequate", "acceptable", "appropriate", "professional", "thorough", "sufficient", "careful", "proper"}
)
"""Praise that is a reproach where it is denied: “the vendor's answer was not timely”."""

UNFITTING = expression(r"(?:\bnot|n['’]t) (?:\w+ ){0,2}(?:" + "|".join(sorted(FITTING)) + r")\b", re.IGNORECASE)


@rule(
    category="judgement",
    severity="warning",
    cues=[UNFITTING],
    examples=[
        Example("Sloppy testing let it through.", flags=["Sloppy testing"]),
        Example("The rollout was half-baked.", flags=["The rollout was half-baked"]),
        Example(
            "Poor judgement on the part of the pilot.", flags=["Poor judgement on the part of the pilot"], level="error"
        ),
        Example("Poor communication between the shifts.", flags=["Poor communication between the shifts"]),
        Example(
            "The pilot's inadequate preflight planning.",
            flags=["The pilot's inadequate preflight planning"],
            level="error",
        ),
        Example(
            "The supervision by the contractor was not adequate.",
            flags=["The supervision by the contractor was not adequate"],
            level="error",
        ),
        Example("The capacity of the queue was not adequate."),
        Example("Bad config reached production."),
        Example("The lazy evaluation of the query hid the error."),
        Example("Poor performance of the disk slowed the restore."),
        Example("Insufficient memory on the node."),
        Example("The wrong value was in the file."),
        Example("Inadequate logging made the search slow."),
        Example("Nobody's plan was stupid."),
    ],
)
def judged_work(reading: Reading) -> Iterator[Match]:
    """Yield reproachful judgements of work."""
    for parsed in reading.parsed:
        if is_meta(parsed):
            continue
        for token in parsed.doc:
            if whole(token) not in lemmas("judged_work_adjectives") | FITTING:
                continue
            head = _judged(token)
            if head is None or not _is_reproach(token, head, parsed):
                continue
            if is_denied(head) and token.lower_ not in FITTING:
                continue
            agent = holder_of(head, parsed)
            if agent is not None and agent.kind is Kind.NOBODY:
                continue
            if (
                agent is None
                and token.lower_ in {"weak", "bad", "wrong", "questionable", "ineffective", "improper"}
                and head.lower_ not in PERSONAL
            ):
                continue
            personal = head.lower_ in PERSONAL and head.lower_ != "workmanship"
            tokens = phrase(head) if token.dep_ == "amod" else parsed.doc[phrase(head).start : token.i + 1]
            level = (
                level_of(agent) if agent is not None else "error" if personal and token.lower_ == "poor" else "warning"
            )
            yield flag(parsed, tokens, f"{quoted(token, parsed)} judges people's work.", agent=agent, level=level)


def _judged(token: Token) -> Token | None:
    if token.dep_ == "amod":
        return token.head if token.lower_ not in FITTING else None
    if token.dep_ in {"acomp", "oprd", "attr"} and token.head.lemma_ in {"be", "seem", "look", "feel"}:
        denied = any(child.dep_ == "neg" for child in token.head.children)
        if any(child.dep_ == "aux" for child in token.head.children) or denied != (token.lower_ in FITTING):
            return None
        return next((child for child in token.head.children if child.dep_.startswith("nsubj")), None)
    return None


def _is_reproach(adjective: Token, head: Token, parsed: ParsedSentence) -> bool:
    if parsed.who(head) is not None:
        return False
    if whole(adjective) in lemmas("harsh_adjectives"):
        return True
    if adjective.lower_ in INADEQUATE and adjective.dep_ == "amod":
        holder = holder_of(head, parsed)
        if holder is not None and holder.kind in {Kind.NAME, Kind.ROLE, Kind.PRONOUN, Kind.HANDLE}:
            return True
    if not {head.lower_, head.lemma_.lower()} & lemmas("work_nouns"):
        return False
    if adjective.lower_ in FITTING:
        return holder_of(head, parsed) is not None
    if head.lower_ in lemmas("work_of_things"):
        return whole(adjective) in lemmas("harsh_adjectives") or holder_of(head, parsed) is not None
    return True
