"""The action items of a text, for who asks for nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from blameless_lint.actions.item import ActionItem
from blameless_lint.actions.relevance import Cause
from blameless_lint.lint.broken import SEARCH, named
from blameless_lint.lint.comments import read_document
from blameless_lint.lint.scoring import tagger_of
from blameless_lint.text.source import Source


@dataclass(frozen=True, slots=True)
class Tasks:
    """The action items of a text, and the causes that they could address."""

    source: Source
    items: tuple[ActionItem, ...]
    causes: tuple[Cause, ...]


def read_tasks(source: Source) -> Tasks:
    """Return the action items of a text; raises FileError where the search for them breaks."""
    from blameless_lint.actions.doors import action_items
    from blameless_lint.actions.items import named_causes

    tagger = tagger_of("auto")
    with named(SEARCH, source.path):
        document = read_document(source)
        return Tasks(source, action_items(document, tagger), named_causes(document, tagger))
