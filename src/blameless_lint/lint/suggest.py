"""What to say or ask instead: a rewrite that passed the verifier and the linter, or else a question."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from blameless_lint.lint.decide import Decided
from blameless_lint.rules.rule import Suggestion

if TYPE_CHECKING:
    from blameless_lint.rewrite.draft import Draft
    from blameless_lint.text.source import Source

QUESTIONS = {
    "person-cause": "What made this step look right at the time, and what let it reach this far?",
    "omission": "What would have prompted this step, or made it unnecessary?",
    "counterfactual": "What did people know and see at that moment, and what made their choice sensible?",
    "judgement": "What happened, in plain words, and what were the conditions of the work?",
    "human-error": "How did the system make this easy to do and hard to notice?",
    "accusation": "How did this come about, and what would have caught it earlier?",
    "hindsight": "What could be seen at the time, and by whom?",
    "punitive": "What change to the system would help the next person, however careful they are?",
}


def suggestions(decided: Decided, source: Source) -> tuple[Suggestion, ...]:
    """Return at least one suggestion for a finding, the best first."""
    if decided.match.suggestions:
        return decided.match.suggestions
    rewritten = _rewritten(decided, source)
    if rewritten:
        return rewritten
    if decided.match.ask:
        return (Suggestion(decided.match.ask),)
    fallback = decided.rule.instead.removeprefix("Instead, ")
    question = QUESTIONS.get(decided.rule.category, fallback[:1].upper() + fallback[1:])
    return (Suggestion(question),)


def _rewritten(decided: Decided, source: Source) -> tuple[Suggestion, ...]:
    match = decided.match
    if decided.rule.family != "wording" or match.sentence is None or match.target is None:
        return ()
    from blameless_lint.rewrite.request import Request
    from blameless_lint.rewrite.rewriter import rewrite

    parsed = match.sentence
    request = Request(
        doc=parsed.doc,
        target=(match.target.start, match.target.end),
        agent=(match.blamed.start, match.blamed.end) if match.blamed is not None else None,
        category=decided.rule.category,
        section=parsed.room.value,
        is_person=lambda token: parsed.who(token) is not None,
        is_clean=is_clean,
    )
    return tuple(_suggestion(draft, decided, source) for draft in rewrite(request))


def _suggestion(draft: Draft, decided: Decided, source: Source) -> Suggestion:
    if draft.applicability == "question" or decided.match.sentence is None:
        return Suggestion(draft.text)
    from blameless_lint.lint.source_edits import edits

    old = decided.match.sentence.doc.text
    whole = old[: draft.start] + draft.text + old[draft.end :]
    return Suggestion(whole, draft.applicability, edits(decided.match.sentence, draft, source))


@lru_cache(maxsize=512)
def is_clean(text: str) -> bool:
    """Return whether the linter's wording rules find nothing above info in a text that stands by itself."""
    from blameless_lint.language.read import Terms, read
    from blameless_lint.lint.evidence import is_grammar
    from blameless_lint.rules.registry import cues, rules
    from blameless_lint.text.reader import read as read_text
    from blameless_lint.text.source import Source

    reading = read(read_text(Source("rewrite.md", text + "\n")), Terms(cues=cues()))
    wording = [rule for rule in rules().values() if rule.family == "wording" and is_grammar(rule)]
    return not any((match.level or rule.severity) != "info" for rule in wording for match in rule.find(reading))
