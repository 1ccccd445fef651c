"""Make a rewrite of what is left when no clause can be turned: the facts, and a question that holds the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.words import load
from blameless_lint.rewrite.gerund import asked
from blameless_lint.rewrite.keep import clean_clauses, keep
from blameless_lint.rewrite.leftover import leftovers, things, unsaid
from blameless_lint.rewrite.leftover import together as listed
from blameless_lint.rewrite.prompts import BARE
from blameless_lint.rewrite.sentence import finished

if TYPE_CHECKING:
    from blameless_lint.rewrite.scene import Scene

Candidate = tuple[str, str]  # the name of the transformation, the sentence it makes
AROUND = {
    "person-cause": "what happened around {}{}, and under which conditions?",
    "omission": "what would have drawn attention to {}{}?",
    "counterfactual": "what was known about {}{} at the time?",
    "judgement": "what were the conditions of the work around {}{}?",
    "human-error": "which step around {} is easy to get wrong{}, and under which conditions?",
    "accusation": "what happened around {}{}, and under which conditions?",
    "hindsight": "what could be seen of {}{}, and where?",
    "punitive": "which guard would help around {}{}?",
}
LEADING = {
    "person-cause": "which conditions led to this?",
    "omission": "what would have drawn attention to it?",
    "counterfactual": "what was known at the time?",
    "judgement": "which conditions led to this?",
    "human-error": "which step is easy to get wrong here?",
    "accusation": "which conditions led to this?",
    "hindsight": "what could be seen at the time?",
    "punitive": "which guard would help?",
}
LEADERLESS = re.compile(
    r"(?i)(?:it|they|this|that|these|those|he|she|which|i|i'm|i’m|let|sorry|then|nothing|nobody|no|each|there is one)\b"
    r"|[^\[]*\bwould\b"
)
LIGHT_ACTS = load("rewriting_light_acts")
ACTS = ("act_verbs", "destructive_verbs", "damage_verbs", "effect_verbs", "harm_verbs", "mild_damage_verbs")


def fallbacks(scene: Scene) -> Iterator[Candidate]:
    """Yield rewrites for a sentence of which no clause can be turned: its facts, and a question that holds the rest."""
    if scene.head is None and scene.request.category in {"human-error", "person-cause"}:
        return
    told = [facts for facts in (keep(scene.but(tolerant=True)), clean_clauses(scene)) if facts]
    for ask in (*_asks_in_ing(scene), ""):
        for facts in (*told, ""):
            if facts and not ask:
                yield "ask", finished(facts, scene, f"[{LEADING[scene.request.category]}]")
            yield "ask", closed(facts, ask, scene)
    if scene.request.category in BARE and not any(token.like_num for token in scene.doc):
        yield "ask", _open(scene)


def _open(scene: Scene) -> str:
    """Return a bracketed question about the things that even the blaming words speak of, "" where an act is told."""
    if _acted("", scene):
        return ""
    named = things(scene)
    if not named:
        return BARE[scene.request.category]
    ask = AROUND[scene.request.category].format(listed(named), "")
    return f"[{ask[0].upper()}{ask[1:]}]"


def _asks_in_ing(scene: Scene) -> Iterator[str]:
    start, end = scene.request.target
    verbs = [token for token in scene.doc if token.pos_ == "VERB" and scene.is_done_by_blamed(token)]
    verbs.sort(key=lambda verb: (not start <= verb.i < end, verb.i))
    for verb in verbs[:3]:
        said = asked(verb, scene)
        if said:
            yield said


def _acted(text: str, scene: Scene) -> bool:
    """Return whether a verb that tells what was done or came about is in the sentence and not in a text."""
    return any(verb.lemma_.lower() in lemmas(*ACTS) - LIGHT_ACTS for verb in unsaid(text, scene))


def closed(facts: str, ask: str, scene: Scene) -> str:
    """Return facts with a bracketed question that holds what they and the question leave out, "" where none can."""
    found = leftovers(f"{facts} {ask}", scene)
    if found is None or scene.request.category not in AROUND or LEADERLESS.match(facts):
        return ""
    if _acted(f"{facts} {ask}", scene):
        return ""
    named, times = found
    if named and (", and" in ask or any(_overlaps(thing, facts) for thing in named)):
        return ""
    when = " " + " ".join(times) if times else ""
    if named and ask:
        ask = f"{ask[:-1]}, and what part did {listed(named)} play{when}?"
    elif named:
        around = "what part did {} play{}?" if facts else AROUND[scene.request.category]
        ask = around.format(listed(named), when)
    elif times:
        ask = f"{ask.removesuffix('?').removesuffix(' at the time')}{when}?" if ask else f"what happened{when}?"
    if not ask:
        return ""
    if facts:
        return finished(facts, scene, f"[{ask}]")
    return f"[{ask[0].upper()}{ask[1:]}]"


def _overlaps(thing: str, facts: str) -> bool:
    """Return whether facts already speak of most of a thing."""
    words = [word for word in thing.lower().split() if len(word) > 3]
    return sum(word in facts.lower() for word in words) * 2 > len(words)


def completed(name: str, text: str, scene: Scene) -> str:
    """Return a rewrite that loses things with a question that names them in the place of its own, "" where none can."""
    if name == "vigilance" or text.rstrip(".!") in BARE.values():
        return ""
    facts, bracket, _ = text.rpartition("; [")
    if not bracket:
        facts = text
    facts = facts.rstrip(" .!")
    if facts.startswith("[") and facts.find("]") == len(facts) - 1:
        if name == "remedy":
            return ""
        return closed("", facts[1].lower() + facts[2:-1], scene) if facts.endswith("?]") else ""
    return closed(facts, "", scene)
