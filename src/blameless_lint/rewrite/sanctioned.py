"""Ask for a guard against what a sanction is threatened for: “whoever parks here is fined”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.inflect import base
from blameless_lint.rewrite.lessons import about, name, what
from blameless_lint.rewrite.pronouns import FIRST, SECOND, THIRD
from blameless_lint.rewrite.render import tidy
from blameless_lint.rewrite.vigilance import is_past

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "Drivers who park under the crane get no second chance.",
        "get no second chance",
        "Drivers",
        "Make it hard to park under the crane: [guardrail].",
        "punitive",
    ),
    Example(
        "Anybody who lifts without calling the banksman goes home without pay.",
        "goes home without pay",
        "Anybody",
        "Make it hard to lift without calling the banksman: [guardrail].",
        "punitive",
    ),
    Example(
        "Stall holders who don't sweep their floor will be named at the meeting.",
        "will be named",
        "Stall holders",
        "",
        "punitive",
    ),
    Example(
        "Keepers who don't lock the gate will be named at the meeting.",
        "will be named",
        "Keepers",
        "Make it easy to lock the gate: [which prompt or default?]",
        "punitive",
    ),
    Example(
        "Everybody should think twice before opening the sluice.",
        "should think twice",
        "Everybody",
        "Make opening the sluice hard to get wrong: [guardrail].",
        "punitive",
    ),
    Example(
        "The volunteers will be held accountable for deviations from the route.",
        "will be held accountable",
        "The volunteers",
        "Make deviations from the route hard to miss: [guardrail]",
        "punitive",
    ),
    Example(
        "Sales doesn't touch the price list without me from now on.",
        "doesn't touch the price list",
        "Sales",
        "Make changes to the price list hard to get wrong: [guardrail]",
        "punitive",
    ),
    Example("Thank the porters who carry the chairs.", "Thank", "the porters", "", "punitive"),
)
NO_ACTS = lemmas("mind_verbs", "judging_verbs", "misconduct_verbs", "being_verbs", "linking_verbs") | {
    "be", "have", "do", "think", "know", "want", "own", "work", "deserve", "need", "can", "respond", "respect", "care",
}  # fmt: skip
HARMS = lemmas("omission_verbs", "strong_omission_verbs") | {"break", "damage", "lose"}
FORBIDDEN = frozenset({"touch", "edit", "alter", "change"})
ANSWER = frozenset({"accountable", "responsible", "answer", "liable", "punish", "discipline", "penalise", "penalize"})
THANKS = frozenset({"thank", "praise", "reward", "help", "support", "invite"})
OWN = FIRST | SECOND | THIRD
MANNER = frozenset({"late", "slowly", "slow", "badly", "properly", "wrong", "better", "well", "enough", "carefully"})
BOUND = 12  # words of an act


def sanctioned(scene: Scene) -> Iterator[str]:
    """Yield tasks for what people are threatened or told to think about."""
    if scene.request.category != "punitive" or is_past(scene) or "?" in scene.text:
        return
    if any(token.lemma_.lower() in THANKS for token in scene.tokens):
        return
    for make in (_answered, _left_alone):
        yield from (said for token in scene.tokens if (said := make(token, scene)))
    for verb in scene.tokens:
        if verb.pos_ != "VERB" or base(verb.text, verb.lemma_) in NO_ACTS:
            continue
        said = _act(verb, scene) if _is_condition(verb, scene) or _is_considered(verb) else None
        if said is None:
            continue
        if _is_considered(verb):
            yield f"Make {verb.text} {said.partition(' ')[2]} hard to get wrong: [guardrail]"
        elif _is_denied(verb):
            yield f"Make it easy to {said}: [which prompt or default?]"
        else:
            yield f"Make it hard to {said}: [guardrail]"


def _answered(word: Token, scene: Scene) -> str | None:
    if word.lemma_.lower() not in ANSWER:
        return None
    topic = about(word, frozenset({"for"}))
    if topic is None or topic.pos_ != "NOUN":
        return None
    said = name(topic, scene)
    judged = re.search(rf"(?i)\b{topic.text}$", said or "") and topic.lemma_.lower() in {"action", "result", "outcome"}
    return f"Make {said} hard to miss: [guardrail]" if said and not judged else None


def _left_alone(verb: Token, scene: Scene) -> str | None:
    thing = what(verb)
    subject = next((child.lower_ for child in verb.children if child.dep_ == "nsubj"), "")
    denied = any(child.dep_ == "neg" for child in verb.children) or subject in {"nobody", "noone", "one"}
    if verb.lemma_ not in FORBIDDEN or thing is None or not denied:
        return None
    said = name(thing, scene)
    return f"Make changes to {said} hard to get wrong: [guardrail]" if said else None


def _is_condition(verb: Token, scene: Scene) -> bool:
    """Return whether a verb in the present tells whom a sanction waits for: “drivers who park …”."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None or verb.tag_ not in {"VBZ", "VBP", "VB"} or subject.lower_ not in {"who", "whoever"}:
        return False
    if any(child.tag_ == "MD" for child in verb.children):
        return False
    if subject.lower_ == "whoever":
        return verb.dep_ in {"csubj", "ccomp", "relcl", "dobj"}
    whom = verb.head
    addressed = whom.i in scene.blamed or whom.lower_ in {"anyone", "anybody", "those", "everyone", "one", "everybody"}
    return verb.dep_ == "relcl" and (addressed or scene.request.is_person(whom))


def _is_considered(verb: Token) -> bool:
    """Return whether people are told to think before an act: “think twice before opening …”."""
    outer = verb.head.head if verb.dep_ == "pcomp" else verb.head
    return verb.dep_ == "pcomp" and verb.tag_ == "VBG" and verb.head.lower_ == "before" and outer.lemma_ == "think"


def _is_denied(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)


def _act(verb: Token, scene: Scene) -> str | None:
    """Return a verb in its base form with what follows it, None where that is no act or names people."""
    words = [token for token in verb.subtree if token.i > verb.i]
    if not words or [token.i for token in words] != list(range(verb.i + 1, words[-1].i + 1)):
        return None
    while words and words[-1].is_punct:
        words.pop()
    lemma = base(verb.text, verb.lemma_)
    if not words or len(words) > BOUND or lemma in HARMS or not lemma.isalpha():
        return None
    if any(token.lower_ in OWN | MANNER or token.i in scene.judging or token.text in ',;:()"“”' for token in words):
        return None
    if any(token.pos_ == "VERB" and token.tag_ not in {"VBG", "VBN"} for token in words):
        return None
    if verb.nbor(-1).text == "-" or any(token.tag_ == "MD" for token in words):
        return None
    return tidy(f"{lemma} {''.join(token.text + token.whitespace_ for token in words)}").strip()
