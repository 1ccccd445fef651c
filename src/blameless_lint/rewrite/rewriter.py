"""Say it about the system: try the transformations in order, offer what is verified, end with a question."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, cast

from blameless_lint.rewrite.bare import bare, stands_alone
from blameless_lint.rewrite.candidates import candidates
from blameless_lint.rewrite.conduct import open_conduct
from blameless_lint.rewrite.counterfactual import counterfactual
from blameless_lint.rewrite.crafted import crafted
from blameless_lint.rewrite.draft import Draft
from blameless_lint.rewrite.drop_agent import drop_agent
from blameless_lint.rewrite.fallback import fallbacks
from blameless_lint.rewrite.human_error import open_cause
from blameless_lint.rewrite.idioms import left_lying
from blameless_lint.rewrite.judgement import smallest
from blameless_lint.rewrite.leaving import left_so
from blameless_lint.rewrite.led_to import HINDERED, OPEN
from blameless_lint.rewrite.nominal import nominal
from blameless_lint.rewrite.omission import omission
from blameless_lint.rewrite.promote import promote
from blameless_lint.rewrite.prompts import question
from blameless_lint.rewrite.reproach import has_no_word_of_blame
from blameless_lint.rewrite.request import Request
from blameless_lint.rewrite.scene import Scene
from blameless_lint.rewrite.shortened import shortened
from blameless_lint.rewrite.sides import sided
from blameless_lint.rewrite.silence import kept_quiet
from blameless_lint.rewrite.slow import took_long
from blameless_lint.rewrite.telling import is_only_asked, is_quotation, is_shouted
from blameless_lint.rewrite.verify import objection
from blameless_lint.rewrite.whats import what_was_not
from blameless_lint.rewrite.whoever import whoever
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

CLAUSES = (
    counterfactual,
    whoever,
    nominal,
    kept_quiet,
    what_was_not,
    omission,
    left_lying,
    left_so,
    took_long,
    promote,
    drop_agent,
)
NOUNS = (open_cause, open_conduct)
OPENED = f"(?:{re.escape(OPEN)}|{re.escape(HINDERED)})"
ACTING = expression(rf"(?i){OPENED}(?:not )?(?:\w+ly )?(?:not )?\w+ing\b")
SIDED = frozenset({"drop-agent", "nominal", "accusation", "keep", "led-to"})
ALONE = "bare"  # what may be one bracketed question
TRIES = 2  # how many drafts the linter is asked about before only the question is left


def rewrite(request: Request) -> tuple[Draft, ...]:
    """Return drafts for the sentence of a request, best first; the last one is always a question."""
    drafts = attempts(request)
    try:
        text = next(drafts)
        while True:
            text = drafts.send(request.is_clean is None or request.is_clean(text))
    except StopIteration as done:
        return cast("tuple[Draft, ...]", done.value)


def attempts(request: Request) -> Generator[str, bool, tuple[Draft, ...]]:
    """Yield sentences that passed the verifier until one is said to be clean, and return the drafts.

    Whoever runs many of these at once can have all their sentences read in one batch.
    """
    scene = Scene(replace(request, is_person=_remembering(request.is_person)), CLAUSES, NOUNS)
    length = len(request.doc.text)
    ask = Draft(question(scene), "question", 0, length, "question")
    if request.is_doubtful or is_quotation(scene) or is_shouted(scene) or has_no_word_of_blame(scene):
        return (ask,)
    best, tries = ask, 0
    for name, text in _verified(scene):
        if name != ALONE and is_only_asked(text):
            is_one = text.endswith("?]") and text.count("[") == 1 and best is ask
            best = replace(ask, text=text[1:-1], name="prompt") if is_one else best
            continue
        if ACTING.search(text):
            best = replace(ask, text=_as_question(text), name="prompt") if best is ask and _is_single(text) else best
            continue
        if (yield text):
            return (_draft(name, text, request), ask)
        tries += 1
        if tries == TRIES:
            return (ask,)
    return (best,)


def _is_single(text: str) -> bool:
    """Return whether a sentence can be asked as one question."""
    return text.count("[") == 1 and not re.search(r"[;?]", text)


def _as_question(text: str) -> str:
    """Return a sentence that leaves open what led to an act as a question: readers refuse “[…] led to …ing”."""
    return ACTING.sub(lambda found: found[0].replace("[", "").replace("]", ""), text).rstrip(".! ") + "?"


def _remembering(is_person: Callable[[Token], bool]) -> Callable[[Token], bool]:
    """Return the function with its answers kept by a token's place; the transformations ask again and again."""
    known: dict[int, bool] = {}

    def asked(token: Token) -> bool:
        if token.i not in known:
            known[token.i] = is_person(token)
        return known[token.i]

    return asked


def _verified(scene: Scene) -> Iterator[tuple[str, str]]:
    """Yield what passes the verifier, the questions that hold an act late, one in the place of mere blame last."""
    seen: set[str] = set()
    for name, text in _all(scene):
        if text and text not in seen and not objection(text, scene):
            yield name, text
        seen.add(text)
    short = shortened(scene)
    if short is not None:
        for name, text in chain(_all(short), crafted(short)):
            if text and not is_only_asked(text) and not objection(text, short):
                yield name, text
    for name, text in crafted(scene):
        if not objection(text, scene):
            yield name, text
    text = bare(scene)
    if text and stands_alone(objection(text, scene), scene):
        yield "bare", text


def _all(scene: Scene) -> Iterator[tuple[str, str]]:
    """Yield every candidate, first with the words that say on whose side it was, where that is told."""
    for name, text in chain(candidates(scene), fallbacks(scene)):
        if text and name in SIDED and (told := sided(text, scene)) != text:
            yield name, told
        yield name, text


def _draft(name: str, text: str, request: Request) -> Draft:
    """Return a draft; one that only leaves words out replaces no more than those, and is safe."""
    if name == "judgement":
        start, end, part = smallest(request.doc.text, text)
        return Draft(part, "safe", start, end, name)
    return Draft(text, "suggested", 0, len(request.doc.text), name)
