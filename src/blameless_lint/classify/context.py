"""What the encoder is given beside a sentence: where it stands, and what was said before it."""

from __future__ import annotations

PREVIOUS_WORDS = 16


def context(section: str, block: str, previous: str) -> str:
    """Return segment A: the kinds of section and block as words, and the end of the previous sentence."""
    place = " ".join(part for part in (section, block) if part)
    before = " ".join(previous.split()[-PREVIOUS_WORDS:])
    return f"{place}: {before}" if place or before else ""
