"""Rewrites that are put together from a sound shape and words of the sentence, where no clause can be turned."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import pattern
from blameless_lint.rewrite.agentless import agentless
from blameless_lint.rewrite.judged_work import judged_work
from blameless_lint.rewrite.keeping import IDENTIFIER, NUMBER
from blameless_lint.rewrite.lessons import lessons
from blameless_lint.rewrite.motives import motives
from blameless_lint.rewrite.remarks import remarks
from blameless_lint.rewrite.rhetoric import rhetoric
from blameless_lint.rewrite.sanctioned import sanctioned
from blameless_lint.rewrite.sentence import capital, mark_of
from blameless_lint.rewrite.talks import talks

if TYPE_CHECKING:
    from blameless_lint.rewrite.scene import Scene

Candidate = tuple[str, str]  # the name of the transformation, the sentence it makes
TASKS = frozenset({"lesson"})
STAYING = frozenset({"remark", "motive", "talk"})  # what may keep those who are not judged any more


def crafted(scene: Scene) -> Iterator[Candidate]:
    """Yield named rewrites that keep each number and name of the sentence and judge no one."""
    for name, made in (
        ("motive", motives(scene)),
        ("remark", remarks(scene)),
        ("conditions", judged_work(scene)),
        ("rhetoric", rhetoric(scene)),
        ("lesson", lessons(scene)),
        ("lesson", sanctioned(scene)),
        ("talk", talks(scene)),
        ("agentless", agentless(scene)),
    ):
        for said in made:
            text = _finished(said, scene) if name in TASKS else capital(said, scene) if name == "talk" else said
            if not flaw(text, scene, is_task=name in TASKS, people=name in STAYING):
                yield name, text


def flaw(text: str, scene: Scene, *, is_task: bool = False, people: bool = False) -> str:
    """Return why a text must not be offered, "" where nothing speaks against it.

    A task may leave out a deadline; with `people`, those who are not judged any more may stay.
    """
    outside = re.sub(r"\[[^\]]*\]|(?i:what would have made it easier)", " ", text)
    for kept in (NUMBER, IDENTIFIER) if not is_task else (IDENTIFIER,):
        for found in kept.finditer(scene.text):
            if found[0].strip(".,:") not in text:
                return f"loses {found[0]}"
    for token in scene.tokens:
        if token.pos_ == "PROPN" and token.i not in scene.blamed and token.text not in text and not is_task:
            return f"loses {token.text}"
        named = token.i in scene.blamed and len(token.text) > 1 and token.pos_ in {"PROPN", "NOUN"}
        if named and not people and re.search(rf"(?i)(?<![\w-]){re.escape(token.text)}(?![\w-])", outside):
            return f"keeps {token.text}"
    if any(pattern(name).search(outside) for name in ("hindsight_words", "accusation_idioms", "rewriting_never")):
        return "still judges"
    return "long" if len(outside.split()) > max(14, 2 * len(scene.text.split())) else ""


def _finished(said: str, scene: Scene) -> str:
    return capital(said, scene) + ("." if mark_of(scene) and not said.endswith("?]") else "")
