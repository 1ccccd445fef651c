"""Expressions in a form that is quick to try on many sentences, of which few hold a match."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from blameless_lint.text.expression import expression
from blameless_lint.text.needles import needles


@dataclass(frozen=True)
class Quick:
    """An expression for a text in lower case, and words of which such a text must hold one; None if case matters."""

    words: frozenset[str] | None
    pattern: re.Pattern[str]

    def is_in(self, text: str, small: str) -> bool:
        """Return whether the expression matches somewhere in a text; `small` is the text in lower case."""
        return self._is_likely(small) and self.pattern.search(small if self.words is not None else text) is not None

    def finditer(self, text: str, small: str) -> Iterator[re.Match[str]]:
        """Yield the matches in a text; `small` is the text in lower case, of the same length."""
        return self.pattern.finditer(small if self.words is not None else text) if self._is_likely(small) else iter(())

    def _is_likely(self, small: str) -> bool:
        return not self.words or any(map(small.__contains__, self.words))


@cache
def quick(pattern: re.Pattern[str]) -> Quick:
    """Return an expression with the words of which a text in lower case must hold one.

    One that ignores case becomes one for a text in lower case, which takes a third of the time; and most need not be
    compiled at all, since none of their words is there.
    """
    bare = re.sub(r"\\.", "", pattern.pattern)
    if pattern.flags & re.IGNORECASE and bare == bare.lower() and not re.search(r"\(\?[^:=!<]", bare):
        return Quick(needles(pattern.pattern), expression(pattern.pattern, pattern.flags & ~re.IGNORECASE))
    return Quick(None, pattern)
