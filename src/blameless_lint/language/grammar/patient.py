"""The patient of an act: who or what it is done to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.language.grammar.predication import Predication
    from blameless_lint.language.people.agent import Agent
    from blameless_lint.language.reading import ParsedSentence

OBJECTS = frozenset({"dobj", "nsubjpass", "dative"})


def patient_of(parsed: ParsedSentence, predication: Predication) -> Agent | None:
    """Return the person or group that an act is done to, in the active and in the passive voice."""
    token: Token | None = next((child for child in predication.verb.children if child.dep_ in OBJECTS), None)
    if token is None and predication.passive:
        token = predication.subject
    return parsed.who(token) if token is not None else None
