"""Tasks behind the first sentence of an item that tells something: “The alarm fired twice. Raise it to 5 s (Ana).”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from blameless_lint.actions import lines, moods, owner, prose, segments
from blameless_lint.actions.announced import NO_TASKS
from blameless_lint.actions.listed import is_told
from blameless_lint.actions.places import ELSEWHERE, Place
from blameless_lint.actions.tails import trailing
from blameless_lint.text.document import Block
from blameless_lint.text.expression import expression


def tasks(block: Block, place: Mapping[int, Place]) -> Iterator[Block]:
    """Yield the later sentences of an item that say what to do, and who does it or by when."""
    from blameless_lint.text.sentences import split

    here = place[block.index]
    if block.quoted or here.kind in ELSEWHERE or NO_TASKS.search(here.titles) or ". " not in block.text:
        return
    for span in split(block.text, opaque=block.opaque)[1:]:
        if _is_task(block.text[span.start : span.end]):
            yield lines.part(block, span.start, span.end)


def _is_task(text: str) -> bool:
    from blameless_lint.actions import when

    if is_told(text) or moods.NORM.search(text) or text.rstrip().endswith("?") or _PAST.search(text):
        return False
    if moods.is_imperative(text):
        named = trailing(segments.split(text), frozenset())
        return (named is not None and named[0] >= owner.SURE) or prose.is_due(text)
    return prose.is_doing(text) and any(time.is_deadline for time in when.find(text))


_PAST = expression(r"\b(?:was|were|had|did|has been|have been)\b", re.IGNORECASE)
