"""Rewrites that are put together from a sound shape and words of the sentence, where no clause can be turned."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from blameless_lint.rewrite.judged_work import judged_work
from blameless_lint.rewrite.lessons import lessons
from blameless_lint.rewrite.rhetoric import rhetoric

if TYPE_CHECKING:
    from blameless_lint.rewrite.scene import Scene

Candidate = tuple[str, str]  # the name of the transformation, the sentence it makes


def crafted(scene: Scene) -> Iterator[Candidate]:
    """Yield named rewrites of a shape that judges no one; the verifier is asked about each, as about all others."""
    return chain(
        (("conditions", said) for said in judged_work(scene)),
        (("rhetoric", said) for said in rhetoric(scene)),
        (("lesson", said) for said in lessons(scene)),
    )
