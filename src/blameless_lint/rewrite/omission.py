"""Say what was not done, not who left it out: “Dana forgot to rotate the key”: “The key was not rotated”."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from blameless_lint.language.words import load
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.inflect import base
from blameless_lint.rewrite.missing import missing
from blameless_lint.rewrite.passive import back_of, front_of, how_of, passive, told
from blameless_lint.rewrite.render import join
from blameless_lint.rewrite.verb import Finite, lemma_of, object_of
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example("Dana forgot to rotate the key.", "Dana forgot", "Dana", "The key was not rotated"),
    Example("QA did not bother to check the logs.", "did not bother", "QA", "The logs were not checked"),
    Example(
        "The on-call engineer ignored the first page.",
        "ignored",
        "The on-call engineer",
        "The first page was not acted on",
    ),
    Example(
        "The lab failed to respond to our tickets.",
        "failed to respond",
        "The lab",
        "There was no response to our tickets",
    ),
    Example("Sam decided to skip the canary.", "skip the canary", "Sam", "The canary was skipped"),
    Example("The team let the certificate expire.", "let", "The team", "The certificate expired"),
)

LEAVING = frozenset({"forget", "fail", "neglect", "omit", "refuse", "decline", "hesitate"})
EFFORT = load("rewriting_effort")
STARTING = load("rewriting_starting")
EFFORTS = load("rewriting_efforts")
DONE = dict(line.split(": ", 1) for line in load("rewriting_done"))
DUE = expression(r"\b(?:deadline|window|date|target|slot|cut-?off|payment|train|flight)s?\b", re.IGNORECASE)
RULES = load("rewriting_rules")


def omission(verb: Token, scene: Scene) -> str | None:
    """Return the clause of an omission as what was not done."""
    if not scene.is_done_by_blamed(verb) and not (scene.given is not None and scene.given[0] == verb.i):
        return None
    how = how_of(verb, scene)
    if how is None:
        return None
    return (
        _that(verb, scene, how)
        or _to_do(verb, scene, how)
        or _let(verb, scene, how)
        or _thing(verb, scene, how)
        or missing(verb, scene, how)
    )


def _to_do(verb: Token, scene: Scene, how: Finite) -> str | None:
    lemma = base(verb.text, verb.lemma_)
    inner = next(
        (
            child
            for child in verb.children
            if child.dep_ in {"xcomp", "advcl", "ccomp"} and child.i > verb.i and _is_bare(child)
        ),
        None,
    )
    if inner is None and lemma_of(verb) in {"think", "bother", "get around", "get round", "trouble"}:
        inner = next(
            (
                part
                for child in verb.children
                if child.dep_ == "prep" and child.i > verb.i
                for part in child.children
                if part.dep_ == "pcomp"
            ),
            None,
        )
    if inner is None:
        return _effort(verb, scene, how)
    if object_of(verb) is not None:
        return None
    flips = lemma in LEAVING or (lemma == "stop" and inner.tag_ == "VBG")
    if not (flips or (lemma in EFFORT and how.negated) or lemma in STARTING):
        return None
    denies = how.negated != flips
    if lemma in EFFORT and how.modal:
        how = Finite("past" if how.modal in {"could", "would"} else "present", "", how.negated, False)
    if any(child.dep_ == "neg" for child in inner.children):
        denies = not denies
    said = told(inner, scene, replace(how, negated=denies))
    after = inner.head.i if inner.dep_ == "pcomp" else inner.i
    front, back = front_of(verb, scene), back_of(verb, scene, how, None, after=after)
    if lemma == "keep" and inner.tag_ == "VBG" and said is not None:
        said = f"{said.rstrip(',.')} repeatedly"
    return None if said is None or front is None or back is None else join([front, said, back])


def _that(verb: Token, scene: Scene, how: Finite) -> str | None:
    """Return what was forgotten or overlooked to be so: “it was not kept in mind that …”."""
    lemma = base(verb.text, verb.lemma_)
    inner = next(
        (
            child
            for child in verb.children
            if child.dep_ == "ccomp" and child.i > verb.i and child.left_edge.lower_ == "that"
        ),
        None,
    )
    if inner is not None and lemma in ({"catch"} if how.negated else {"overlook", "miss"}):
        return passive(verb, scene, replace(how, negated=True), done="noticed")
    if inner is None or lemma != "forget" or how.negated:
        return None
    return passive(verb, scene, replace(how, negated=True), done="kept in mind")


def _is_bare(verb: Token) -> bool:
    return verb.tag_ in {"VB", "VBG"} and (verb.dep_ == "xcomp" or any(child.tag_ == "TO" for child in verb.children))


def _effort(verb: Token, scene: Scene, how: Finite) -> str | None:
    """Return what someone did not find the time, see the need or make the effort to do, as what was not done."""
    thing = object_of(verb)
    if (
        thing is None
        or not (how.negated or any(child.lower_ == "no" for child in thing.children))
        or thing.lemma_.lower() not in EFFORTS
    ):
        return None
    inner = next((child for child in thing.children if child.dep_ in {"acl", "relcl"} and child.tag_ == "VB"), None)
    said = told(inner, scene, replace(how, negated=True)) if inner is not None else None
    gone = scene.but(dropped=scene.dropped | ({inner.i} if inner is not None else frozenset()))
    front, back = front_of(verb, scene), back_of(verb, gone, how, thing)
    return None if said is None or front is None or back is None else join([front, said, back])


def _let(verb: Token, scene: Scene, how: Finite) -> str | None:
    """Return what was let happen: the inner clause in the outer tense."""
    if (
        base(verb.text, verb.lemma_) not in {"let", "allow"}
        or how.negated
        or how.modal
        or how.tense not in {"past", "present"}
    ):
        return None
    inner = next(
        (child for child in verb.children if child.dep_ in {"ccomp", "xcomp"} and child.tag_ in {"VB", "VBP"}), None
    )
    thing = next((child for child in (inner.children if inner is not None else ()) if child.dep_ == "nsubj"), None)
    if (
        inner is None
        or thing is None
        or inner.lower_.startswith("un")
        or not all(scene.is_clean(part) for part in inner.children)
    ):
        return None
    from blameless_lint.rewrite.inflect import form
    from blameless_lint.rewrite.render import verbatim
    from blameless_lint.rewrite.verb import is_plural

    tag = "VBD" if how.tense == "past" else "VBP" if is_plural(thing) else "VBZ"
    rest = [verbatim(child.subtree) for child in inner.children if child.i > inner.i]
    front, back = front_of(verb, scene), back_of(verb, scene, how, None, after=inner.i)
    if front is None or back is None:
        return None
    return join([front, verbatim(thing.subtree), form(inner.lemma_, tag), *rest, back])


def _thing(verb: Token, scene: Scene, how: Finite) -> str | None:
    thing = object_of(verb)
    lemma = lemma_of(verb)
    done = DONE.get(lemma)
    if thing is None or done is None or how.negated:
        return None
    if any(child.lower_ == "as" and child.i > thing.i for child in [*thing.children, *verb.children]):
        return None
    if thing.lemma_.lower() in RULES:
        done = "skipped" if lemma == "skip" else "left out" if lemma in {"forget", "omit"} else "not followed"
    elif lemma == "break":
        return None
    if lemma == "miss" and DUE.search(thing.doc[thing.left_edge.i : thing.i + 1].text):
        done = "missed"
    negated = done.startswith("not ")
    return passive(verb, scene, replace(how, negated=negated), done=done.removeprefix("not "))
