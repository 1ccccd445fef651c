"""The SMART form of a task: what is missing becomes a bracketed prompt, and all that is there stays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from blameless_lint.actions.doors import action_items
from blameless_lint.rules.rule import Edit, Match, Suggestion
from blameless_lint.text.source import Span

if TYPE_CHECKING:
    from blameless_lint.actions.item import ActionItem
    from blameless_lint.language.reading import Reading

_TOPICS = (
    (
        r"alert\w*|alarm\w*|monitor\w*|observab\w+|visibility|dashboard\w*|metrics",
        "alert on [signal]{rest} above [threshold]",
    ),
    (r"document\w*|docs|runbooks?|wiki|procedures?|guid\w+", "write down [which steps]{rest} in [place]"),
    (r"tests?|testing|coverage", "test{rest} that [behaviour], in [which pipeline]"),
    (r"communicat\w+|coordinat\w+|talk|speak|inform", "tell [whom] [what]{rest} through [channel] when [event]"),
    (
        r"investigat\w+|look into|research|explore|understand|find out|figure out|study|analy[sz]e",
        "find out [which question]{rest} and record the answer in [place]",
    ),
    (
        r"train(?:ing)?|awareness|educat\w+|remind\w*",
        "make [the step]{rest} hard to get wrong: [check, default or interlock]",
    ),
    (r"process\w*|reviews?|polic\w+", "change [which step]{rest} so that [check] happens before [event]"),
)


def open_items(reading: Reading) -> Iterator[ActionItem]:
    """Yield the action items of a reading's document that are neither done, nor rejected, nor only proposed."""
    for item in action_items(reading.document, reading.tagger):
        if not item.is_settled and item.status != "proposed":
            yield item


def flag(item: ActionItem, message: str, suggestions: Sequence[Suggestion] = (), *, span: Span | None = None) -> Match:
    """Return the match of a task, or of a part of it."""
    return Match(span=span or item.task, message=message, suggestions=tuple(suggestions))


def quoted(text: str) -> str:
    """Return a text in quotation marks, cut to 60 characters, as messages show it."""
    words = " ".join(text.split())
    return f"“{words if len(words) <= 60 else words[:57] + '…'}”"


def ask(question: str) -> tuple[Suggestion, ...]:
    """Return a suggestion that only asks."""
    return (Suggestion(question, "question"),)


def with_prompts(item: ActionItem) -> tuple[Suggestion, ...]:
    """Suggest the task with prompts for its missing owner, deadline and reference; rows of tables are asked for."""
    missing = [
        name for name, value in (("owner", item.owner), ("date", item.due), ("ticket", item.ticket)) if value is None
    ]
    if item.form == "row" or item.diffuse is not None or len(item.blocks) > 1:
        return ask("Who does it, by when, and under which reference? " + " ".join(f"[{name}]" for name in missing))
    edits = list(_prompt_edits(item, missing))
    text = _applied(item, edits)
    return (Suggestion(text, "suggested", tuple(edits)),) if edits else ()


def _prompt_edits(item: ActionItem, missing: Sequence[str]) -> Iterator[Edit]:
    from blameless_lint.actions.moods import is_imperative

    start, end = item.task.start, item.task.end
    if (
        "owner" in missing
        and is_imperative(item.task_text)
        and item.task_text[:1].isalpha()
        and item.blocks[0].starts[0] == start
    ):
        yield Edit(Span(start, start + 1), "[owner] to " + item.task_text[0].lower())
        missing = [name for name in missing if name != "owner"]
    ending = item.task_text.rstrip()[-1:]
    stop = 1 if ending in ".!" else 0
    parts = [" by [date]" if name == "date" else f" ([{name}])" for name in missing]
    if parts:
        yield Edit(Span(end - stop, end), "".join(parts) + (ending if stop else ""))


def _applied(item: ActionItem, edits: Sequence[Edit]) -> str:
    """Return the plain text of a task with edits at its two ends made."""
    text = item.task_text
    for edit in reversed(edits):
        if edit.span.start == item.task.start:
            text = edit.replacement + text[len(edit.span) :]
        else:
            text = text[: len(text) - len(edit.span)] + edit.replacement
    return text


def made_specific(item: ActionItem) -> tuple[Suggestion, ...]:
    """Suggest a concrete form of a vague task by its topic; what cannot be kept whole is asked for instead."""
    core = _core(item)
    for topic, form in _TOPICS:
        match = re.search(rf"\b(?:{topic})\b", core, re.IGNORECASE)
        if match is not None:
            return _by_topic(item, form, core[: match.start()].strip(), core[match.end() :].strip(" .!"))
    return ask(
        "Which thing changes, how, and how would you see that it is done? [owner] to [change] [thing] by [date] "
        "([ticket])"
    )


def _by_topic(item: ActionItem, form: str, before: str, rest: str) -> tuple[Suggestion, ...]:
    """Suggest the form of a topic, with what stands before and behind its word in the task."""
    owner = item.owner or "[owner]"
    if rest.startswith("to "):
        return ask(f"Which thing changes, and how? {owner} to tell {rest[3:]} [what] by [date]")
    if rest:
        joined = re.match(r"(?:of|for|in|on|from|with|around|about|at|between)\b", rest)
        rest = f" {rest}" if joined else f" of {rest}"
    text = f"{owner} to {form.format(rest=rest)} by {item.due or '[date]'} ({item.ticket or '[ticket]'})"
    is_alone = item.form != "row" and len(item.blocks) == 1 and "`" not in item.text
    if is_alone and _is_filler(before) and len(_core(item).split()) <= 8:
        return (Suggestion(text, "suggested", (Edit(item.task, text),)),)
    return ask(f"Which thing changes, and how? For example: {text}")


def _core(item: ActionItem) -> str:
    """Return the words of a task without its owner, deadline and reference."""
    text = item.task_text
    for value in (item.owner, item.due, item.ticket, item.loose, item.diffuse):
        if value:
            text = text.replace(value, "", 1)
    text = re.sub(r"\b(?:owner|due|by|pic|deadline|before)\b\W*(?=$|[,;)])", "", text, flags=re.IGNORECASE)
    return re.sub(r"\s*[(\[]\W*[)\]]|\s*[,;–—|-]\s*(?=$|[,;–—|])", "", text).strip(" ,;–—|-.:")


def _is_filler(text: str) -> bool:
    """Return whether the words before a topic say no more than that it should be better."""
    return bool(
        re.fullmatch(
            r"(?:(?:to|we|will|should|must|need|needs|improve|better|more|enhance|strengthen|increase|add|do|have|the"
            r"|our|good|proper|additional|on|at|be|make|optimi[sz]e|review|consider|expand|extend|in|of|some|for"
            r"|into)\s*)*",
            text.strip().lower(),
        )
    )
