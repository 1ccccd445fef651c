"""Regular expressions that are compiled when they are first used: a quiet text uses few of them."""

from __future__ import annotations

import re
from typing import Any, cast

_UNICODE = int(re.UNICODE)  # joining flags as the enumeration that they are takes as long as all the rest here


class _Expression:
    """Stands for a pattern; the first use of a method compiles it, and the method is then the pattern's own."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self.flags = int(flags) | _UNICODE

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)

    def __repr__(self) -> str:
        return f"expression({self.pattern!r})"


def expression(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return what acts as the pattern that `re.compile` makes, and compiles it when it is first used."""
    return cast("re.Pattern[str]", _Expression(source, flags))
