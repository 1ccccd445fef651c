"""What is to be said of a path."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something to know about a path: why it could not be read, or was left alone, and what to do."""

    path: str
    message: str
    hint: str = ""
