"""Keep the clauses that tell facts and leave the clause that blames to a question."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.words import load
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.render import assemble, join, part_of, verbatim
from blameless_lint.rewrite.verb import finite, is_nobody

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "Security were asleep at the wheel while 40,000 cards were tested.",
        "asleep at the wheel",
        "Security",
        "",
        "judgement",
    ),
    Example(
        "The photo is of station 41, so presumably he couldn't be bothered to drive out here.",
        "couldn't be bothered to drive out here",
        "he",
        "",
        "judgement",
    ),
)
CLAUSES = frozenset({"ROOT", "conj", "advcl", "ccomp", "parataxis", "dep"})
LOOSE = load("rewriting_loose")
CONDITIONS = frozenset({"if", "unless", "until", "whether", "before"})


def keep(scene: Scene) -> str | None:
    """Return the finite clauses that say nothing of the blamed, joined; None where there is none."""
    root = next((token for token in scene.tokens if token.head == token), None)
    said = list(_kept(root, scene)) if root is not None else []
    return "; ".join(said) if said else None


def clean_clauses(scene: Scene) -> str | None:
    """Return the finite clauses, wherever they stand, that hold neither the blamed nor the blaming words."""
    said = [text for _, text in free_clauses(scene)]
    return "; ".join(said) if 0 < len(said) <= 2 else None


def free_clauses(scene: Scene, *, people: bool = False) -> Iterator[tuple[Token, str]]:
    """Yield the verbs of such clauses with what they tell; with `people` also what others did."""
    start, end = scene.request.target
    covered: set[int] = set()
    for verb in scene.tokens:
        if verb.i in covered or verb.dep_ not in CLAUSES or verb.pos_ not in {"VERB", "AUX"} or start <= verb.i < end:
            continue
        subject = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass", "expl"}), None)
        how = finite(verb)
        if subject is None or how is None or how.unreal or subject.pos_ not in {"NOUN", "PROPN"} or how.modal:
            continue
        is_told = people and not is_nobody(subject) and subject.lower_ != "one"
        if not _is_free(verb, scene) or (scene.request.is_person(subject) and not is_told):
            continue
        first = min(
            (child.left_edge.i for child in verb.children if child.dep_ not in {"mark", "cc", "punct"}), default=verb.i
        )
        words = [token for token in verb.subtree if token.i >= first]
        covered |= {token.i for token in words}
        yield verb, verbatim(words).strip(' ,;:.!—–-"')


def _is_free(verb: Token, scene: Scene) -> bool:
    """Return whether a clause with all that hangs on it is free of the blaming words, of wishes and of conditions."""
    start, end = scene.request.target
    if verb.left_edge.lower_ in {
        "if",
        "unless",
        "whether",
        "until",
        "how",
        "what",
        "when",
        "who",
        "why",
        "had",
        "where",
        "while",
    }:
        return False
    parts = list(verb.subtree)
    return not any(
        part.i in scene.blamed
        or part.i in scene.judging
        or (start <= part.i < end and not part.is_punct)
        or part.text in {'"', "(", ")", "“", "”"}
        for part in parts
    )


def _kept(verb: Token, scene: Scene) -> Iterator[str]:
    text, left = _own_clause(verb, scene)
    if text:
        yield text
    for child in left:
        for part in child.subtree if not text else [child]:
            is_clause = part.pos_ in {"VERB", "AUX"} and part.dep_ in CLAUSES
            if is_clause and (part == child or text == "") and not (text == "" and _is_meanwhile(part)):
                inner, _ = _own_clause(part, scene)
                if inner:
                    yield inner
                    return


def _is_meanwhile(verb: Token) -> bool:
    """Return whether a clause tells what went on beside the blame, which says nothing of what was not done."""
    return verb.dep_ == "advcl" and verb.left_edge.lower_ in {"while", "as", "when"}


def _own_clause(verb: Token, scene: Scene) -> tuple[str, list[Token]]:
    start, end = scene.request.target
    children = list(verb.children)
    subject = next((child for child in children if child.dep_ in {"nsubj", "nsubjpass", "expl"}), None)
    how = finite(verb) if verb.pos_ in {"VERB", "AUX"} else None
    bare = verb.tag_ == "VBN" and not any(child.dep_ in {"aux", "auxpass"} for child in children)
    conditional = bare or any(child.dep_ == "mark" and child.lower_ in CONDITIONS for child in children)
    bad = (
        conditional
        or subject is None
        or how is None
        or how.unreal
        or scene.is_done_by_blamed(verb)
        or start <= verb.i < end
    )
    if (
        bad
        or subject is None
        or part_of(subject, verb, scene) is None
        or subject.lower_ in {"who", "which", "that", "it"}
        or scene.request.is_person(subject)
    ):
        return "", [child for child in children if child.dep_ in LOOSE or child.dep_ == "ccomp"]
    left = [child for child in children if _is_left(child, verb, scene)]
    if any(child.dep_ not in LOOSE or _is_fact(child) for child in left):
        return "", left
    words = [
        child.i for child in children if child.dep_ == "mark" or (child.dep_ == "cc" and _leads_nowhere(child, left))
    ]
    said = assemble(verb, scene, without=frozenset([*(child.i for child in left), *words]))
    return (join([said]).strip(" ,;:.") if said else ""), left


def _is_left(child: Token, verb: Token, scene: Scene) -> bool:
    start, end = scene.request.target
    inside = start <= child.i < end
    return inside or part_of(child, verb, scene) is None


def _is_fact(left: Token) -> bool:
    """Return whether what is left out tells more of the same subject, or how long it lasted."""
    first = left.left_edge.lower_
    own = any(child.dep_ in {"nsubj", "nsubjpass"} for child in left.children)
    return (left.dep_ == "conj" and left.pos_ == "VERB" and not own) or (
        left.dep_ == "advcl" and first in {"before", "until"}
    )


def _leads_nowhere(cc: Token, left: list[Token]) -> bool:
    following = [child for child in cc.head.children if child.dep_ == "conj" and child.i > cc.i]
    return bool(following) and following[0] in left
