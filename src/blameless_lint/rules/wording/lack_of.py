"""A quality of people is said to be lacking: discipline, care, ownership, attention.

A lack of a virtue is an explanation that fits every accident, and leads to no measure but exhortation.

Instead, say which information, time, tool or rule was missing at which step.

Source: Dekker, The Field Guide to Understanding 'Human Error'; VA NCPS, RCA2, the five rules of causation.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.extent import between, phrase
from blameless_lint.language.grammar.mood import is_denied, is_meta
from blameless_lint.language.grammar.possession import holder_of
from blameless_lint.language.lexicon import lemmas
from blameless_lint.rules.flag import flag, level_of, quoted
from blameless_lint.rules.rule import Example, Match, rule

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.language.reading import Reading


@rule(
    category="judgement",
    severity="warning",
    examples=[
        Example("The root cause is a lack of discipline.", flags=["a lack of discipline"], level="error"),
        Example(
            "Lack of communication between the teams.", flags=["Lack of communication between the teams"], level="error"
        ),
        Example(
            "Lack of attention on the part of the operator.",
            flags=["Lack of attention on the part of the operator"],
            level="error",
        ),
        Example("A lack of coordination delayed the restore.", flags=["A lack of coordination"]),
        Example("Lack of disk space stopped the job."),
        Example("A lack of monitoring on the queue."),
        Example("The absence of a lock let two jobs run."),
        Example("There was no supervision by the vendor.", flags=["no supervision by the vendor"]),
        Example("There was no lack of effort."),
        Example("Lack of documentation for the flag."),
        Example("The lack of an index slowed the query."),
    ],
)
def lack_of(reading: Reading) -> Iterator[Match]:
    """Yield qualities of people that are said to be lacking."""
    for parsed in reading.parsed:
        if is_meta(parsed):
            continue
        for token in parsed.doc:
            quality = _quality(token) or _denied(token)
            if quality is None:
                continue
            agent = holder_of(quality, parsed) or holder_of(token, parsed)
            if quality is token and agent is None:
                continue
            level = (
                level_of(agent) if agent is not None else "error" if quality.lower_ in lemmas("virtues") else "warning"
            )
            tokens = between(phrase(token), phrase(quality))
            yield flag(
                parsed,
                tokens,
                f"{quoted(quality, parsed)} is a quality of people, not of the system.",
                agent=agent,
                level=level,
            )


def _denied(token: Token) -> Token | None:
    """Return a noun of conduct that “no” or “little” denies: “there was no coordination”."""
    if token.lower_ not in lemmas("conduct_nouns") or token.pos_ != "NOUN" or token.dep_ == "compound":
        return None
    return (
        token
        if any(child.lower_ in {"no", "zero", "little"} and child.dep_ in {"det", "amod"} for child in token.children)
        else None
    )


def _quality(token: Token) -> Token | None:
    """Return what a noun such as “lack” says is lacking."""
    if (
        token.lemma_.lower() not in {"lack", "absence", "shortage", "deficit"}
        or token.pos_ != "NOUN"
        or is_denied(token)
    ):
        return None
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in {"of", "in"}:
            for noun in child.children:
                if noun.dep_ == "pobj" and noun.lower_ in lemmas("lack_nouns"):
                    return noun
    return None
