"""Ask what led to an act that cannot be said in the passive: “Which conditions led to pushing to main?”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.words import load
from blameless_lint.rewrite.doing import doing
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.keep import clean_clauses
from blameless_lint.rewrite.passive import how_of, told
from blameless_lint.rewrite.verb import Finite, finite
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "The protocol team was reckless to launch with a single key.",
        "reckless",
        "The protocol team",
        "Which conditions led to launching with a single key?",
        "judgement",
    ),
    Example(
        "It was amateurish of the payment provider to rotate the webhook secret without notice.",
        "amateurish",
        "the payment provider",
        "On the payment provider's side, the webhook secret was rotated without notice",
        "judgement",
    ),
    Example(
        "I was too proud to open the log.",
        "too proud",
        "I",
        "The log was not opened",
        "judgement",
    ),
)
CHOICES = frozenset({"attempt", "choice", "decision", "haste", "hurry", "idea", "move", "rush", "urge"})
BLAME = load("rewriting_blame")
UNJUDGING = frozenset({"able", "acceptable", "difficult", "easy", "hard", "likely", "possible", "ready", "unable"})
OPEN = "[which conditions] led to "
LASTING = expression(
    r"(?i)\b(?:for|in|since|until) (?:\w+ ){0,3}(?:minute|hour|day|week|month|year|evening|morning)s?\b"
)
HINDERED = "[which conditions] stood in the way of "


def as_hindered(text: str) -> str:
    """Return what led to not doing something, where that is all, as what stood in the way of doing it."""
    before, led, act = text.partition(f"{OPEN}not ")
    if LASTING.search(act):
        return text
    return before + HINDERED + re.sub(r"\b(and|or) not (?=\w+ing\b)", r"\1 ", act) if led else text


def led_to(scene: Scene) -> Iterator[str]:
    """Yield what open conditions led to: the acts of the blamed, behind the clauses that are free of blame."""
    if not scene.request.is_judgement:
        return
    acts = [said for verb in opened_acts(scene) if (said := doing(verb, scene))]
    if not acts:
        return
    facts = clean_clauses(scene)
    if facts:
        yield f"{facts}; {OPEN}{acts[0]}"
    if len(acts) > 1:
        yield OPEN + " and ".join(acts[:2])
    for said in acts[:2]:
        yield OPEN + said


def opened_acts(scene: Scene) -> Iterator[Token]:
    """Yield the verbs that tell what the blamed did, and the judged gerunds and infinitives, none inside another."""
    covered: set[int] = set()
    for verb in scene.tokens:
        if verb.pos_ != "VERB" or verb.i in covered or verb.i in scene.judging:
            continue
        if _is_judged(verb, scene) or (_happened(verb, scene) and scene.is_done_by_blamed(verb)):
            covered |= {part.i for part in verb.subtree}
            yield verb


def _happened(verb: Token, scene: Scene) -> bool:
    how = how_of(verb, scene) if finite(verb) is not None else None
    if how is None or how.modal or how.negated or finite(verb) != how:
        return False
    return verb.left_edge.lower_ not in {"if", "before", "until", "unless", "whether", "had"}


def _is_judged(verb: Token, scene: Scene) -> bool:
    """Return whether a gerund is the subject of the judgement, or an infinitive what the judgement is about."""
    if verb.dep_ == "csubj" and verb.tag_ == "VBG":
        return scene.request.holds(verb.head) or any(scene.request.holds(child) for child in verb.head.children)
    return verb.tag_ == "VB" and _judgement_before(verb, scene) is not None and not _is_too(verb)


def judged_acts(scene: Scene) -> Iterator[str]:
    """Yield the fact behind “reckless to …”, “stupid not to …”, “too proud to …” and “no excuse for …”."""
    if not scene.request.is_judgement:
        return
    for verb in scene.tokens:
        if verb.pos_ != "VERB" or not (_is_charge(verb) or (verb.tag_ == "VB" and _judgement_before(verb, scene))):
            continue
        denied = any(child.dep_ == "neg" for child in verb.children) != (_is_too(verb) or _is_not_enough(verb))
        said = told(verb, scene, Finite("past", "", denied, False))
        if said:
            yield said.removeprefix("to ")


def _judgement_before(verb: Token, scene: Scene) -> Token | None:
    """Return the judging adjective that an infinitive hangs on, itself or by “it was … of someone to …”."""
    if not any(child.tag_ == "TO" for child in verb.children) or verb.dep_ not in {"xcomp", "advcl", "ccomp", "acl"}:
        return None
    if verb.head.pos_ == "NOUN" and verb.head.lemma_.lower() not in CHOICES:
        return None
    near = [verb.head, *(child for child in verb.head.children if child.i < verb.i)]
    judging = [token for token in near if token.pos_ == "ADJ" and scene.request.holds(token)]
    return judging[-1] if judging and judging[-1].lower_ not in UNJUDGING else None


def _is_charge(verb: Token) -> bool:
    """Return whether a gerund tells what the fault is, or what there is no excuse for."""
    if verb.dep_ != "pcomp" or verb.head.lower_ != "for":
        return False
    return any(token.lemma_.lower() in BLAME | {"excuse"} for token in verb.head.ancestors) or _is_too(verb.head)


def _is_too(verb: Token) -> bool:
    return any(token.lower_ == "too" for token in verb.head.subtree if token.i < verb.i)


def _is_not_enough(verb: Token) -> bool:
    words = {child.lower_ for part in (verb.head, *verb.head.children) for child in part.children}
    return "enough" in words and bool(words & {"not", "n't", "n’t"})
