"""A document as it is understood: its text, the sentences that were parsed, and who the people in it are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from blameless_lint.text.document import BlockKind, Document, SectionKind, Sentence
from blameless_lint.text.quick import quick
from blameless_lint.text.source import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

    from blameless_lint.language.grammar.predication import Predication
    from blameless_lint.language.people.agent import Agent
    from blameless_lint.language.people.cast import Cast
    from blameless_lint.language.score import Score
    from blameless_lint.language.tagged import Tagger

LONGEST = 2_000  # code points; what is longer is no sentence that a person wrote, and is not parsed


@dataclass(frozen=True, eq=False)
class ParsedSentence:
    """A sentence with its parse: `doc.text` is `sentence.text[shift:]`.

    What stands before the clause (a time, a bullet) is not parsed; `label` is the label among it ("Root cause").
    `room` is the kind of section that the sentence belongs to, by its label or else by its heading.
    """

    sentence: Sentence
    doc: Doc
    shift: int = 0
    label: str = ""
    room: SectionKind = SectionKind.OTHER
    cast: Cast | None = None
    previous: Doc | None = None
    predications: tuple[Predication, ...] = ()

    @cached_property
    def text(self) -> str:
        """Return the text of the doc, which spaCy puts together anew each time it is asked."""
        return self.doc.text

    @cached_property
    def small(self) -> str:
        """Return the text in lower case."""
        return self.text.lower()

    def span(self, tokens: TokenSpan | Token) -> Span:
        """Return the range of the source of a token or a span of tokens."""
        start = self.shift + (tokens.idx if hasattr(tokens, "idx") else tokens.start_char)
        return self.sentence.to_source(Span(start, start + len(tokens.text)))

    def who(self, token: Token) -> Agent | None:
        """Return who the head of a noun phrase is, or None where it is no person or group."""
        from blameless_lint.language.people.agent import identify

        return identify(token, self.cast, previous=self.previous) if self.cast is not None else None

    def find(self, expression: re.Pattern[str]) -> Iterator[TokenSpan]:
        """Yield the token spans that an expression matches outside opaque ranges."""
        text, small = self.text, self.small
        matches = quick(expression).finditer(text, small) if len(small) == len(text) else expression.finditer(text)
        for found in matches:
            if any(found.start() < span.end and span.start < found.end() for span in self.doc.user_data["opaque"]):
                continue
            tokens = self.doc.char_span(found.start(), found.end(), alignment_mode="expand")
            if tokens is not None:
                yield tokens

    @property
    def is_cause(self) -> bool:
        """Return whether the sentence stands where causes are given."""
        return self.room is SectionKind.CAUSES

    @property
    def is_action(self) -> bool:
        """Return whether the sentence stands among follow-up tasks."""
        return self.room is SectionKind.ACTIONS

    @property
    def is_heading(self) -> bool:
        """Return whether the sentence is a heading."""
        return self.sentence.block.kind is BlockKind.HEADING


@dataclass(frozen=True, eq=False)
class Reading:
    """What rules read: every rule gets one, and takes from it what it needs.

    `parsed` holds only the sentences that the gate let through, in order; `profile` is the name of a profile of
    sections, or one that the configuration describes; `tagger` reads owners and due dates beside the rules.
    """

    document: Document
    parsed: tuple[ParsedSentence, ...] = ()
    scores: Mapping[int, Score] = field(default_factory=dict)
    profile: object = "default"
    tagger: Tagger | None = None

    @cached_property
    def blame(self) -> float:
        """Return the sum of what the models see of blame in the sentences."""
        return sum(score.blame for score in self.scores.values())

    def predications(self) -> Iterator[tuple[ParsedSentence, Predication]]:
        """Yield every predication with its sentence."""
        for parsed in self.parsed:
            for predication in parsed.predications:
                yield parsed, predication
