"""Parse sentences in one batch; code, URLs and other opaque ranges become one token each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from blameless_lint.language.lead import lead
from blameless_lint.language.pipeline import load
from blameless_lint.language.reading import LONGEST, ParsedSentence
from blameless_lint.text.document import Sentence
from blameless_lint.text.expression import expression
from blameless_lint.text.source import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

BATCH = 64
JOINED = expression(r"\b[Oo]n-[Cc]alls?\b")
"""Words that the parser reads better in one piece."""


def parse(sentences: Iterable[Sentence]) -> list[ParsedSentence]:
    """Return the parsed sentences in order; those longer than 2,000 code points are left out."""
    kept = [sentence for sentence in sentences if sentence.end - sentence.start <= LONGEST]
    leads = [lead(sentence.text) for sentence in kept]
    docs = parse_all([(s.text[shift:], _shifted(s.opaque, shift)) for s, (shift, _) in zip(kept, leads, strict=True)])
    return [
        ParsedSentence(sentence, doc, shift, label)
        for sentence, doc, (shift, label) in zip(kept, docs, leads, strict=True)
    ]


def parse_all(texts: Sequence[tuple[str, Sequence[Span]]]) -> list[Doc]:
    """Return one doc a text; each text comes with its opaque ranges, kept in `doc.user_data["opaque"]`."""
    if not texts:
        return []
    from blameless_lint.language.attributes import annotator

    annotate = annotator()
    return [annotate(_slim(doc)) for doc in load().pipe(_docs(texts), batch_size=BATCH)]


def parse_texts(texts: Sequence[str]) -> list[Doc]:
    """Return one doc a text without opaque ranges."""
    return parse_all([(text, ()) for text in texts])


def _slim(doc: Doc) -> Doc:
    """Drop the vectors of the tokens: they take most of a doc's memory, and nothing asks for them after the parse."""
    doc.tensor = doc.tensor[:0].copy()
    return doc


def _docs(texts: Sequence[tuple[str, Sequence[Span]]]) -> Iterator[Doc]:
    nlp = load()
    for text, opaque in texts:
        doc = nlp.make_doc(text)
        joined = [Span(*found.span()) for found in JOINED.finditer(text)]
        if opaque or joined:
            _merge(doc, opaque, joined)
        doc.user_data["opaque"] = tuple(opaque)
        if len(doc):
            doc[0].is_sent_start = True
        for token in doc[1:]:
            token.is_sent_start = False  # a sentence is one; the parser must not split it
        yield doc


def _merge(doc: Doc, opaque: Sequence[Span], joined: Sequence[Span]) -> None:
    """Make one token of each range; opaque ones look like a noun to the tagger."""
    with doc.retokenize() as retokenizer:
        last = 0
        for span in sorted([*opaque, *joined]):
            tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
            if tokens is not None and tokens.start >= last:
                retokenizer.merge(tokens, attrs={} if span in joined else {"NORM": "system"})
                last = tokens.end


def _shifted(opaque: Sequence[Span], shift: int) -> tuple[Span, ...]:
    return tuple(Span(max(0, span.start - shift), span.end - shift) for span in opaque if span.end > shift)
