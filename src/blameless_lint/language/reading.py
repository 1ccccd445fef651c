"""A document as it is understood: its text, the sentences that were parsed, and who the people in it are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from blameless_lint.text.document import Document, Sentence
from blameless_lint.text.source import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token


@dataclass(frozen=True, eq=False, slots=True)
class ParsedSentence:
    """A sentence with its parse: `doc.text` is `sentence.text[shift:]`.

    What stands before the clause (a time, a bullet) is not parsed; `label` is the label among it ("Root cause").
    """

    sentence: Sentence
    doc: Doc
    shift: int = 0
    label: str = ""

    def span(self, tokens: TokenSpan | Token) -> Span:
        """Return the range of the source of a token or a span of tokens."""
        start = self.shift + (tokens.idx if hasattr(tokens, "idx") else tokens.start_char)
        return self.sentence.to_source(Span(start, start + len(tokens.text)))


@dataclass(frozen=True, eq=False)
class Reading:
    """What rules read: every rule gets one, and takes from it what it needs.

    `parsed` holds only the sentences that the gate let through, in order.
    """

    document: Document
    parsed: tuple[ParsedSentence, ...] = ()
    scores: Mapping[int, object] = field(default_factory=dict)
