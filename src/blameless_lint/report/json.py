"""The JSON that tools read: version 1 of the wire format."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from itertools import chain, islice

from blameless_lint.lint.finding import HIDDEN, FileReport, Report

AT_ONCE = 2_000
"""How many small pieces are joined to one: writing each by itself would take long."""

_encoded = json.JSONEncoder(ensure_ascii=False).encode


def render(report: Report) -> str:
    """Return the report as one JSON object, indented by two spaces, with a line break at its end."""
    return "".join(pieces(report))


def pieces(report: Report) -> Iterator[str]:
    """Yield what `render` returns, so that the JSON of a large file is written without being held as a whole."""
    small = chain(_pieces(report, 0), "\n")
    return iter(lambda: "".join(islice(small, AT_ONCE)), "")


def _pieces(value: object, depth: int) -> Iterator[str]:
    """Yield the text of a value, which is never copied as a whole."""
    if isinstance(value, tuple) and value:
        yield from _inside("[]", (("", one) for one in value), depth)
    elif is_dataclass(value):
        hidden = HIDDEN if isinstance(value, FileReport) else ()
        names = (field.name for field in fields(value) if field.name not in hidden)
        yield from _inside("{}", ((f'"{name}": ', getattr(value, name)) for name in names), depth)
    else:
        yield _encoded(value)


def _inside(brackets: str, parts: Iterable[tuple[str, object]], depth: int) -> Iterator[str]:
    yield brackets[0]
    for number, (key, value) in enumerate(parts):
        yield ("," if number else "") + "\n" + "  " * (depth + 1) + key
        yield from _pieces(value, depth + 1)
    yield "\n" + "  " * depth + brackets[1]
