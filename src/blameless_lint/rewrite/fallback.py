"""Leave open what led to an act where no clause can be turned, and keep the clauses that tell facts beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas
from blameless_lint.rewrite.asking import LEADING
from blameless_lint.rewrite.gerund import asked
from blameless_lint.rewrite.keep import clean_clauses, free_clauses, keep
from blameless_lint.rewrite.led_to import HINDERED, OPEN
from blameless_lint.rewrite.moving import is_when
from blameless_lint.rewrite.render import verbatim
from blameless_lint.rewrite.sentence import finished
from blameless_lint.rewrite.verb import lemma_of
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

Candidate = tuple[str, str]  # the name of the transformation, the sentence it makes
ASKED = expression(r"(?:what made (.*) look right at the time|what would have prompted (.*))\?")
CAUSAL = frozenset({"because", "since", "as", "after"})


def fallbacks(scene: Scene) -> Iterator[Candidate]:
    """Yield the facts of a sentence with a question in the place of its judgement, and questions about its act."""
    if scene.head is None and scene.request.category in {"human-error", "person-cause"}:
        return
    told = scene.request.category != "punitive"
    for facts in told * (keep(scene.but(tolerant=True)), clean_clauses(scene)):
        if facts:
            yield "ask", finished(facts, scene, LEADING)
    acts = [(verb, said) for verb in _acts(scene) if (said := asked(verb, scene))]
    for verb, said in acts if not scene.request.is_judgement and "?" not in scene.text else ():
        for opened in _opened(verb, said, scene):
            yield "led-to", finished(opened, scene, "")
    for _, said in acts:
        yield "ask", f"[{said[0].upper()}{said[1:]}]"


def _acts(scene: Scene) -> list[Token]:
    """Return the first verbs that the blamed are the subject of, those of the blaming words before others."""
    verbs = [token for token in scene.tokens if token.pos_ == "VERB" and scene.is_done_by_blamed(token)]
    return sorted(verbs, key=lambda verb: (not scene.request.holds(verb), verb.i))[:3]


def _opened(verb: Token, said: str, scene: Scene) -> Iterator[str]:
    """Yield “[which conditions] led to …” for an act, beside the clauses that tell facts."""
    found = ASKED.fullmatch(said)
    if found is None or scene.request.category == "punitive" or re.search(r"\bnot\b", said):
        return
    if lemma_of(verb) in lemmas("mind_verbs") and not any(child.dep_ == "xcomp" for child in verb.children):
        return
    if any(child.lower_ in {"if", "had"} for child in verb.children):
        return
    act = HINDERED + found[2] if found[2] else OPEN + found[1]
    moment = _moment(verb, scene)
    act = f"{moment}, {act}" if moment else act
    inside = {part.i for part in verb.subtree}
    told = [(other, words) for other, words in free_clauses(scene, people=True) if other.i not in inside]
    before = "; ".join(words for other, words in told if other.i < verb.i)
    after = "; ".join(words for other, words in told if other.i > verb.i)
    mark = ": " if verb.dep_ == "advcl" and verb.left_edge.lower_ in CAUSAL and before else "; "
    yield (f"{before}{mark}" if before else "") + act + (f"; {after}" if after else "")


def _moment(verb: Token, scene: Scene) -> str:
    """Return the time that stands in front of an act: “At 14:20”, “On Thursday night”."""
    for child in verb.children:
        inner = next((part for part in child.children if part.dep_ == "pobj"), None)
        timed = inner is not None and (is_when(inner) or any(part.like_num for part in inner.subtree))
        if child.dep_ == "prep" and timed and child.i < verb.i and scene.is_clean(child):
            return verbatim(child.subtree).strip(" ,")
    return ""
