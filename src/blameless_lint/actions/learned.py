"""How the linear action classifier joins the rules: it drops what it is sure is no task, and shares in the traits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from blameless_lint.actions.moods import is_imperative, speaks_of_future
from blameless_lint.text.document import SectionKind

if TYPE_CHECKING:
    from blameless_lint.actions.item import ActionItem
    from blameless_lint.classify.actions import ActionScore

UNLIKELY = {"item": 0.05, "sentence": 0.3}
"""Below this probability a list item or a sentence without any field is dropped; rows and headings stay."""
UNLIKELY_STATEMENT = 0.2
"""The same for a list item that neither begins with a verb of tasks nor speaks of what will or should be."""
UNLIKELY_TOLD = 0.1
"""The same for a sentence among follow-up tasks that begins with a verb of tasks: of those that a classifier which
never saw their texts puts between here and the floor of other sentences, four in five are tasks."""
WEIGHT = {"specific": 0.3, "measurable": 0.2, "achievable": 0.2, "vague": 0.2}
"""The share of the rules in a trait; the rest is the classifier's."""


def joined(items: Sequence[ActionItem]) -> tuple[ActionItem, ...]:
    """Return the items with the classifier's part in them; raises ModelError where it is missing or changed."""
    from blameless_lint.classify.actions import score_actions

    kept: list[ActionItem] = []
    for start in range(0, len(items), _PART):
        part = items[start : start + _PART]
        found = score_actions([(item.text, str(item.place), str(item.blocks[0].kind)) for item in part])
        kept += [_with_traits(item, score) for item, score in zip(part, found, strict=True) if _stays(item, score)]
    return tuple(kept)


_PART = 512
"""Items that are scored at once, which bounds the memory that their features take."""


def _stays(item: ActionItem, score: ActionScore) -> bool:
    fields = item.owner or item.due or item.ticket or item.status
    floor = UNLIKELY.get(item.form, 0.0)
    if item.form == "item" and item.task_text.rstrip().endswith("?"):
        floor = 0.0
    elif item.form == "sentence" and item.place is SectionKind.ACTIONS and is_imperative(item.task_text):
        floor = UNLIKELY_TOLD
    elif item.form == "item" and not is_imperative(item.task_text) and not speaks_of_future(item.task_text):
        floor = UNLIKELY_STATEMENT
    return bool(fields) or score.action >= floor


def _with_traits(item: ActionItem, score: ActionScore) -> ActionItem:
    """Return an item whose traits are what rules and classifier hold together."""
    changed: dict[str, bool] = {}
    for name, weight in WEIGHT.items():
        own = bool(getattr(item, name))
        if name in item.sure:
            changed[name] = own
            continue
        changed[name] = weight * own + (1 - weight) * float(getattr(score, name)) > 1 / 2
    return replace(item, **changed, reasons=_reasons(item, changed))  # type: ignore[arg-type]


def _reasons(item: ActionItem, changed: dict[str, bool]) -> dict[str, str]:
    """Return the reasons, with general ones where the classifier turned an answer of the rules round."""
    words = {
        ("specific", False): "it does not say enough for a stranger to the meeting to start",
        ("specific", True): "it says which thing changes and how",
        ("measurable", False): "nothing says how its end would be seen",
        ("measurable", True): "what exists afterwards can be checked",
        ("achievable", False): "no bound shows where it ends",
        ("achievable", True): "it has a bound",
        ("vague", False): "it says what is to change",
        ("vague", True): "it does not say enough for a stranger to the meeting to start",
    }
    turned = {name: words[name, value] for name, value in changed.items() if value != getattr(item, name)}
    return item.reasons | turned
