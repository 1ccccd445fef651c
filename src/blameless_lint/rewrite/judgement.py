"""Leave out the words that judge or know better, and nothing else: “Obviously, the limit was low”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.render import assemble
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "Obviously, the limit was too low.",
        "Obviously",
        "",
        "The limit was too low.",
        "hindsight",
    ),
    Example(
        "Some customers were mistakenly billed twice.",
        "mistakenly",
        "",
        "Some customers were billed twice; [what made this easy to do by mistake?]",
        "human-error",
    ),
    Example(
        "Sloppy stacking of the crates dented the lid.",
        "Sloppy stacking",
        "",
        "Stacking of the crates dented the lid.",
        "judgement",
    ),
    Example(
        "Two labels were swapped out of sheer inattention.",
        "out of sheer inattention",
        "",
        "Two labels were swapped; [which conditions led to this?]",
        "judgement",
    ),
)


UNMEANT = expression(
    r"(?i)(?:accident|accidental|accidentally|mistake|mistaken|mistakenly|erroneous|erroneously|inadvertent|"
    r"inadvertently|unintentional|unintentionally|error)$"
)


def without_judgement(root: Token, scene: Scene) -> str | None:
    """Return the sentence without its judging words, where it names no one and holds such words."""
    if scene.head is not None or not scene.judging or any(map(scene.request.is_person, scene.tokens)):
        return None
    return assemble(root, scene)


def tells_intent(scene: Scene) -> bool:
    """Return whether a judging word tells that something was not meant, which is a fact: “by mistake”."""
    return any(UNMEANT.search(scene.doc[place].text) for place in scene.judging)


def smallest(before: str, after: str) -> tuple[int, int, str]:
    """Return the range of a text that another differs in, whole words only, and what stands there instead."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    while start and _is_inside(before, start):
        start -= 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    while end and _is_inside(before, len(before) - end):
        end -= 1
    return start, len(before) - end, after[start : len(after) - end]


def _is_inside(text: str, place: int) -> bool:
    """Return whether a place lies between two letters of a word."""
    return text[place - 1 : place].isalnum() and text[place : place + 1].isalnum()
