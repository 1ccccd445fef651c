"""What to say or ask instead: a rewrite that passed the verifier and the linter, or else a question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from blameless_lint.lint.decide import Decided
from blameless_lint.lint.evidence import is_grammar
from blameless_lint.rules.rule import Suggestion

if TYPE_CHECKING:
    from blameless_lint.rewrite.draft import Draft
    from blameless_lint.rewrite.request import Request
    from blameless_lint.text.document import Document
    from blameless_lint.text.source import Source

QUESTIONS = {
    "person-cause": "What made this step look right at the time, and what let it reach this far?",
    "omission": "What would have prompted this step, or made it unnecessary?",
    "counterfactual": "What did people know and see at that moment, and what made their choice sensible?",
    "judgement": "What happened, in plain words, and what were the conditions of the work?",
    "human-error": "How did the system make this easy to do and hard to notice?",
    "accusation": "How did this come about, and what would have caught it earlier?",
    "hindsight": "What could be seen at the time, and where?",
    "punitive": "What change to the system would help the next person, however careful they are?",
}

GENERAL = frozenset({"punitive", "hindsight"})
"""The categories whose findings tell of no act to ask about: the question is the category's."""

BATCH = 64
"""How many findings are rewritten at a time."""

REMEMBERED = 2_000
"""How many texts are known to be clean or not."""

_CLEAN: dict[str, bool] = {}


def suggestions(findings: Sequence[Decided], document: Document) -> list[tuple[Suggestion, ...]]:
    """Return at least one suggestion for each finding, the best first; all rewrites are read in few batches."""
    rewritten = _rewritten(findings, document.source)
    return [
        _read_again(found.match.suggestions, document) or rewritten.get(place) or (_question(found),)
        for place, found in enumerate(findings)
    ]


def _read_again(given: Sequence[Suggestion], document: Document) -> tuple[Suggestion, ...]:
    """Return a rule's own suggestions, with edits that tear no markup."""
    if not any(suggestion.edits for suggestion in given):
        return tuple(given)
    from blameless_lint.lint.source_edits import mended

    return tuple(
        replace(suggestion, edits=mended(suggestion.edits, document)) if suggestion.edits else suggestion
        for suggestion in given
    )


def _question(found: Decided) -> Suggestion:
    if found.match.ask:
        return Suggestion(found.match.ask)
    fallback = found.rule.instead.removeprefix("Instead, ")
    return Suggestion(QUESTIONS.get(found.rule.category, fallback[:1].upper() + fallback[1:]))


def _rewritten(findings: Sequence[Decided], source: Source) -> dict[int, tuple[Suggestion, ...]]:
    """Return the suggestions of the findings that have a rewrite, by their place."""
    requests = {place: _request(found) for place, found in enumerate(findings) if _is_rewritable(found)}
    return {
        place: tuple(_suggestion(draft, findings[place], source) for draft in drafts)
        for place, drafts in in_batches(requests).items()
    }


def _is_rewritable(found: Decided) -> bool:
    match = found.match
    return (
        found.rule.family == "wording"
        and not match.suggestions
        and match.sentence is not None
        and match.target is not None
    )


def _request(found: Decided) -> Request:
    from blameless_lint.rewrite.request import Request

    match, parsed = found.match, found.match.sentence
    assert parsed is not None
    assert match.target is not None
    return Request(
        doc=parsed.doc,
        target=(match.target.start, match.target.end),
        agent=(match.blamed.start, match.blamed.end) if match.blamed is not None else None,
        category=found.rule.category,
        section=parsed.room.value,
        is_person=lambda token: parsed.who(token) is not None,
        is_implied=not is_grammar(found.rule),
        is_doubtful=_is_doubtful(found),
    )


def _is_doubtful(found: Decided) -> bool:
    """Return whether a sentence may be no fault at all: a remark, or what the model alone takes for more than a gap.

    Readers refused half of the rewrites of such sentences, nearly always because they made a fault of a neutral act; of
    what the model takes for something undone, without a doer, they accepted four in five.
    """
    is_gap = found.rule.category == "omission" and found.match.blamed is None
    return found.severity == "info" or (not is_grammar(found.rule) and not is_gap)


def in_batches(requests: Mapping[int, Request]) -> dict[int, tuple[Draft, ...]]:
    """Return the drafts of requests by their place; what many of them propose is read at a time."""
    places = list(requests)
    return {
        place: drafts
        for first in range(0, len(places), BATCH)
        for place, drafts in _drafts({place: requests[place] for place in places[first : first + BATCH]})
    }


def _drafts(requests: Mapping[int, Request]) -> Iterator[tuple[int, tuple[Draft, ...]]]:
    """Yield the drafts of requests by their place: each round, what all of them propose is read in one batch."""
    from blameless_lint.rewrite.rewriter import attempts

    running = {place: attempts(request) for place, request in requests.items()}
    answers: dict[int, bool | None] = dict.fromkeys(running)
    while running:
        proposed: dict[int, str] = {}
        for place, drafts in list(running.items()):
            answer = answers[place]
            try:
                proposed[place] = next(drafts) if answer is None else drafts.send(answer)
            except StopIteration as done:
                yield place, done.value
                del running[place]
        are_clean(tuple(proposed.values()))
        answers = {place: is_clean(text) for place, text in proposed.items()}


def _suggestion(draft: Draft, decided: Decided, source: Source) -> Suggestion:
    if draft.applicability == "question" and decided.rule.category in GENERAL:
        return Suggestion(QUESTIONS[decided.rule.category])
    if draft.applicability == "question" or decided.match.sentence is None:
        return Suggestion(draft.text)
    from blameless_lint.lint.source_edits import edits

    old = decided.match.sentence.text
    whole = old[: draft.start] + draft.text + old[draft.end :]
    return Suggestion(whole, draft.applicability, edits(decided.match.sentence, draft, source))


def is_clean(text: str) -> bool:
    """Return whether the linter's wording rules find nothing above info in a text that stands by itself."""
    return are_clean((text,))[0]


def are_clean(texts: Sequence[str]) -> list[bool]:
    """Return for each text whether it is clean; those not yet known are parsed in one batch."""
    new = [text for text in dict.fromkeys(texts) if text not in _CLEAN]
    if len(_CLEAN) + len(new) > REMEMBERED:
        _CLEAN.clear()
        new = list(dict.fromkeys(texts))
    if new:
        _CLEAN.update(zip(new, _read_clean(new), strict=True))
    return [_CLEAN[text] for text in texts]


def _read_clean(texts: Sequence[str]) -> Iterator[bool]:
    from blameless_lint.language.read import Terms, read_all
    from blameless_lint.rules.registry import cues, rules
    from blameless_lint.text.reader import read as read_text
    from blameless_lint.text.source import Source

    wording = [rule for rule in rules().values() if rule.family == "wording" and is_grammar(rule)]
    documents = [read_text(Source("rewrite.md", text + "\n")) for text in texts]
    for reading in read_all(documents, Terms(cues=cues())):
        yield not any((match.level or rule.severity) != "info" for rule in wording for match in rule.find(reading))
