"""Unfold what a noun or gerund tells of the blamed: “Alex's failure to rotate”, “Ewa not reading the dialog”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.words import load
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.passive import told
from blameless_lint.rewrite.render import assemble, join, part_of
from blameless_lint.rewrite.verb import NOT, Finite

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "Alex's failure to rotate the key caused the outage.",
        "Alex's failure",
        "Alex",
        "The key was not rotated [what stood in the way?], which caused the outage",
    ),
    Example(
        "The outage was due to Alex's failure to rotate the key.",
        "Alex's failure",
        "Alex",
        "The outage came about because the key was not rotated",
    ),
    Example(
        "The trigger was Ewa not reading the dialog.",
        "Ewa not reading",
        "Ewa",
        "The trigger was that the dialog was not read",
    ),
    Example(
        "The outage was caused by Sam deleting the topic.",
        "Sam deleting",
        "Sam",
        "The outage came about because the topic was deleted",
        "person-cause",
    ),
)

DENYING = frozenset(
    {"failure", "refusal", "reluctance", "inability", "unwillingness", "neglect", "omission", "forgetfulness"}
)
DOING = frozenset({"decision", "choice", "attempt", "insistence"})
LINKS = load("rewriting_links")


def nominal(verb: Token, scene: Scene) -> str | None:
    """Return the clause with what was told in a noun unfolded: as its subject, its complement or its cause."""
    for child in verb.children:
        if child.dep_ in {"nsubj", "csubj", "nsubjpass"} and child.i < verb.i:
            said = unfolded(child, scene)
            if said is not None:
                rest = assemble(verb, scene, without=frozenset({child.i})) if not _is_of_people(verb) else None
                return None if rest is None else f"{said}, which {rest}"
        expletive = any(part.lower_ == "it" and part.dep_ in {"nsubj", "expl"} for part in verb.children)
        if (
            child.dep_ in {"attr", "ccomp", "advcl", "xcomp"}
            and verb.lemma_ == "be"
            and child.i > verb.i
            and not expletive
        ):
            said = unfolded(child, scene)
            if said is not None:
                front = assemble(
                    verb,
                    scene,
                    without=frozenset(part.i for part in verb.children if part.i >= child.i and not part.is_punct),
                )
                marks = front[-1:] if front and front[-1:] in ".!" else ""
                return None if front is None else f"{front.rstrip('.!')} that {said}{marks}"
    return _caused(verb, scene)


def _is_of_people(verb: Token) -> bool:
    """Return whether only people do what a verb tells: “misjudged”, “forgot”, “believed”."""
    return verb.lemma_.lower() in lemmas("mind_verbs", "judging_verbs", "misconduct_verbs", "strong_omission_verbs")


def _caused(verb: Token, scene: Scene) -> str | None:
    """Return “X came about because …” for what was caused by, or due to, what the blamed did or left."""
    for child in verb.children:
        links = [child, *(part for part in child.children if part.dep_ in {"prep", "pcomp"})]
        for link in links:
            inner = next((part for part in link.children if part.dep_ in {"pobj", "pcomp"}), None)
            said = unfolded(inner, scene) if inner is not None and link.lower_ in LINKS else None
            if said is None:
                continue
            subject = next((part for part in verb.children if part.dep_ in {"nsubj", "nsubjpass"}), None)
            if subject is None or not (
                verb.lemma_ == "be"
                or verb.lemma_.lower() in {"cause", "trigger", "result", "stem", "happen", "occur", "come"}
            ):
                return None
            name = part_of(subject, verb, scene)
            later = [part_of(part, verb, scene) for part in verb.children if part.i > child.i]
            if name is None or None in later:
                return None
            return join([name, "came about because", said, *(part or "" for part in later)])
    return None


def unfolded(noun: Token, scene: Scene) -> str | None:
    """Return what a noun of failing, or a gerund with the blamed as its subject, tells, as a clause."""
    if (
        noun.tag_ == "VBG"
        and not any(child.dep_ == "aux" and child.tag_ != "VBG" for child in noun.children)
        and any(child.dep_ in {"nsubj", "poss"} and scene.is_blamed(child) for child in noun.children)
    ):
        denied = any(child.lower_ in NOT for child in noun.children)
        said = told(noun, scene, Finite("past", "", denied, False))
        return said.rstrip(".") if said else None
    if scene.is_blamed(noun):
        acting = [
            child
            for child in noun.children
            if child.dep_ in {"acl", "relcl"} and child.tag_ in {"VBG", "VBD", "VBN"} and child.i > noun.i
        ]
        said = (
            told(acting[0], scene, Finite("past", "", any(child.dep_ == "neg" for child in acting[0].children), False))
            if len(acting) == 1
            else None
        )
        return said.rstrip(".") if said else None
    if noun.pos_ not in {"NOUN", "PROPN"} or not any(part.i in scene.blamed for part in noun.subtree):
        return None
    flips = noun.lemma_.lower() in DENYING
    if not flips and noun.lemma_.lower() not in DOING:
        return None
    inner = next((child for child in noun.children if child.dep_ in {"acl", "relcl"} and child.tag_ == "VB"), None)
    if inner is None:
        inner = next(
            (
                part
                for child in noun.children
                if child.lower_ in {"in", "of"}
                for part in child.children
                if part.dep_ == "pcomp"
            ),
            None,
        )
    if inner is None:
        return None
    denied = flips != any(child.dep_ == "neg" for child in inner.children)
    return told(inner, scene, Finite("past", "", denied, False))


def fragment(root: Token, scene: Scene) -> str | None:
    """Return a heading or cell that is such a noun, as a clause."""
    return unfolded(root, scene) if root.dep_ == "ROOT" else None
