"""What the trained models say of a sentence; the type lives where the rules read it."""

from __future__ import annotations

from blameless_lint.language.score import Score

__all__ = ["Score"]
