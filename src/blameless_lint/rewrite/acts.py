"""What the blamed did or left undone, each act as a clause of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.rewrite.passive import how_of, told
from blameless_lint.rewrite.verb import Finite
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

MARK = expression(r"^(?:why|how|because|since|while|when|although|though|but|and|so|that|if|if only)\b[ ,]*")


def acts(scene: Scene) -> list[str]:
    """Return the clauses of the verbs that the blamed do, without conjunctions and final marks."""
    return [said for _, said in told_acts(scene)]


def together(clauses: list[str]) -> str:
    """Return clauses as one."""
    return clauses[0] if len(clauses) == 1 else ", ".join(clauses[:-1]) + ", and " + clauses[-1]


def told_acts(scene: Scene) -> Iterator[tuple[Token, str]]:
    """Yield the verbs that the blamed do with their clauses, in the order of the text, none of them twice."""
    covered: set[int] = set()
    gone: set[int] = set()
    for verb in scene.tokens:
        if verb.pos_ != "VERB" or verb.i in covered or verb.i in scene.judging or not scene.is_done_by_blamed(verb):
            continue
        if not _happened(verb, scene) or (verb.dep_ == "relcl" and not scene.is_blamed(verb.head)):
            continue
        if _is_general(verb, scene):
            continue
        if verb.dep_ == "relcl" and (verb.tag_ in {"VBZ", "VBP", "VB"} or "never" in {c.lower_ for c in verb.children}):
            continue  # what someone is like, and no act
        denied = _is_without(verb) or any(child.dep_ == "neg" for child in verb.children)
        how = Finite("past", "", denied, False) if _is_bare(verb) else how_of(verb, scene)
        said = told(verb, scene.but(dropped=frozenset(gone)), how or Finite("past", "", denied, False))
        if said:
            covered |= {part.i for part in verb.subtree}
            gone |= {verb.i, verb.head.i} if verb.dep_ == "pcomp" else {verb.i}
            yield verb, MARK.sub("", said.rstrip(".!,"))


def _is_general(verb: Token, scene: Scene) -> bool:
    """Return whether a verb tells of anyone at all, or judges by what someone has never done."""
    if verb.dep_ == "relcl" and verb.head.lower_ in {"everyone", "everybody", "anyone", "anybody", "those", "people"}:
        return True
    parts = {child.lower_ for child in verb.children if child.dep_ in {"aux", "neg"}}
    return scene.request.is_judgement and "never" in parts and bool(parts & {"have", "has", "'ve"})


def _is_bare(verb: Token) -> bool:
    """Return whether a verb has no tense of its own: a gerund or participle."""
    return verb.dep_ == "pcomp" or (verb.tag_ == "VBG" and not any(child.dep_ == "aux" for child in verb.children))


def _is_without(verb: Token) -> bool:
    return verb.dep_ == "pcomp" and (verb.head.lower_ == "without" or verb.doc[verb.head.i - 1].lower_ == "instead")


def _happened(verb: Token, scene: Scene) -> bool:
    """Return whether a verb tells what was done or not done, and no condition, order or plan."""
    if (
        verb.left_edge.lower_ in {"before", "after", "if", "whether", "until", "unless", "to"}
        and scene.request.category != "counterfactual"
    ):
        return False
    if (
        verb.tag_ == "VBG"
        and verb.dep_ not in {"pcomp", "advcl", "acl", "relcl", "conj"}
        and not any(child.dep_ == "aux" for child in verb.children)
    ):
        return False
    if scene.request.category == "punitive":
        return verb.tag_ == "VBD" or (verb.tag_ == "VBG" and verb.dep_ == "pcomp" and verb.head.lower_ == "for")
    how = how_of(verb, scene)
    return (how is not None and not how.modal) or verb.tag_ == "VBG" or _is_without(verb)
