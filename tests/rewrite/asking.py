"""Requests for the tests: a sentence, its blaming words, the blamed."""

from __future__ import annotations

from collections.abc import Callable

from blameless_lint.language.parse import parse_all
from blameless_lint.language.people.agent import identify
from blameless_lint.language.people.cast import Cast
from blameless_lint.rewrite.request import Request
from blameless_lint.text.source import Span


def asking(
    text: str,
    target: str,
    agent: str,
    category: str = "omission",
    *,
    is_clean: Callable[[str], bool] | None = None,
    is_implied: bool = False,
) -> Request:
    """Return the request for a sentence; code stands between backticks, which are taken off."""
    plain, opaque = without_marks(text)
    doc = parse_all([(plain, opaque)])[0]
    place = _range(doc, target.replace("`", ""))
    named = _range(doc, agent) if agent else None
    people = set(range(*named)) if named else set()
    return Request(
        doc,
        place,
        named,
        category,
        None,
        lambda token: token.i in people or identify(token, Cast()) is not None,
        is_clean=is_clean,
        is_implied=is_implied,
    )


def without_marks(text: str) -> tuple[str, list[Span]]:
    """Return a text without its backticks, and where its code stands."""
    said, spans = "", []
    for number, part in enumerate(text.split("`")):
        if number % 2:
            spans.append(Span(len(said), len(said) + len(part)))
        said += part
    return said, spans


def _range(doc, text):
    start = doc.text.index(text)
    span = doc.char_span(start, start + len(text), alignment_mode="expand")
    return (span.start, span.end)
