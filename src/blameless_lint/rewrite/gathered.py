"""Gather the facts of a sentence that judges: the acts, the clauses that are free of blame, and when it was."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.words import load
from blameless_lint.rewrite.accusation import accusation
from blameless_lint.rewrite.acts import together, told_acts
from blameless_lint.rewrite.doing import doing
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.keep import free_clauses, keep
from blameless_lint.rewrite.led_to import OPEN, opened_acts
from blameless_lint.rewrite.moving import is_when
from blameless_lint.rewrite.render import verbatim

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "Due to the carelessness of the contractor who set up the shop theme, the cart page loaded jQuery twice.",
        "carelessness of the contractor",
        "the contractor",
        "The shop theme was set up; the cart page loaded jQuery twice",
        "judgement",
    ),
)
BLAME = load("rewriting_blame")
WHENS = frozenset({"after", "during", "on", "at", "in", "before", "since", "within"})


def gathered(scene: Scene) -> Iterator[tuple[str, bool]]:
    """Yield the facts as one sentence, and whether it holds an open subject already."""
    if not scene.request.is_judgement:
        return
    told = dict(told_acts(scene.but(tolerant=True, dropped=frozenset(_reproaches(scene)))))
    covered = {part.i for verb in told for part in verb.subtree}
    free = {verb: said for verb, said in free_clauses(scene, people=True) if verb.i not in covered}
    opened = [said for verb in opened_acts(scene) if verb.i not in covered and (said := doing(verb, scene))]
    facts = _in_order(told, free)
    kept = keep(scene) if not free else None
    if kept and "; " not in kept and kept.lower() not in facts.lower():
        facts = f"{facts}; {kept}" if facts else kept
    blamed_for = _blamed_for(scene) if told else None
    if blamed_for:
        yield f"{facts}; {blamed_for}", True
    moment = next((when for when in _moments(scene) if when not in facts), "")
    if len(told) + len(free) + len(opened) + bool(kept) < 1:
        return
    for when in dict.fromkeys((moment, "")):
        said = f"{when}, {facts}" if when and facts else facts
        if opened:
            last = OPEN + " and ".join(opened[:2])
            yield (f"{said}; {last}" if said else f"{when}, {last}" if when else last), True
        if said:
            yield said, False


def _reproaches(scene: Scene) -> Iterator[int]:
    """Yield the places of the clauses beside others that hold nothing but the reproach: “…, and that's my fault”."""
    for verb in scene.tokens:
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        if verb.dep_ not in {"conj", "parataxis", "ccomp"} or subject is None or subject.pos_ not in {"PRON", "DET"}:
            continue
        if any(part.lemma_.lower() in BLAME for part in verb.subtree) and not scene.is_blamed(subject):
            yield verb.i


def _in_order(told: dict[Token, str], free: dict[Token, str]) -> str:
    """Return acts and clauses in the order of the text, neighbouring acts as one clause."""
    groups: list[list[str]] = []
    kinds: list[bool] = []
    for verb in sorted([*told, *free], key=lambda verb: verb.i):
        if verb in told and kinds and kinds[-1]:
            groups[-1].append(told[verb])
        else:
            groups.append([told[verb] if verb in told else free[verb]])
            kinds.append(verb in told)
    return "; ".join(together(group) for group in groups)


def _blamed_for(scene: Scene) -> str | None:
    """Return “[which conditions] led to …” for what someone is said to be to blame for."""
    root = next(token for token in scene.tokens if token.head == token)
    said = accusation(root, scene) if scene.request.category == "accusation" else None
    return said if said and said.startswith("[which") else None


def _moments(scene: Scene) -> list[str]:
    """Return the phrases that tell when it was and hang on the judgement or on a clause that is not told."""
    start, end = scene.request.target
    found = []
    for token in scene.tokens:
        inner = next((child for child in token.children if child.dep_ == "pobj"), None)
        if token.dep_ != "prep" or token.lower_ not in WHENS or inner is None:
            continue
        timed = is_when(inner) or any(part.like_num for part in inner.subtree)
        hangs = start <= token.head.i < end or token.lower_ in {"after", "during"}
        if timed and hangs and scene.is_clean(token) and not any(part.pos_ == "VERB" for part in token.subtree):
            found.append(verbatim(token.subtree).strip(" ,.;:!"))
    return found
