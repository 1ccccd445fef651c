"""What to say or ask instead: a rule's own suggestions, or else the question a facilitator would ask."""

from __future__ import annotations

from blameless_lint.lint.decide import Decided
from blameless_lint.rules.rule import Suggestion

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


def suggestions(decided: Decided) -> tuple[Suggestion, ...]:
    """Return at least one suggestion for a finding."""
    if decided.match.suggestions:
        return decided.match.suggestions
    if decided.match.ask:
        return (Suggestion(decided.match.ask),)
    fallback = decided.rule.instead.removeprefix("Instead, ")
    question = QUESTIONS.get(decided.rule.category, fallback[:1].upper() + fallback[1:])
    return (Suggestion(question),)
