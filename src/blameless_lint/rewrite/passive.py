"""Turn a clause around: what was acted on becomes the subject, and who acted is left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from blameless_lint.language.words import load
from blameless_lint.rewrite.adverbs import adverbs_of
from blameless_lint.rewrite.moving import is_about_the_whole, moving
from blameless_lint.rewrite.place import place_of
from blameless_lint.rewrite.render import ASIDES, join, part_of, render, told_of, verbatim, word
from blameless_lint.rewrite.subject import closing_quote, promoted
from blameless_lint.rewrite.verb import (
    Finite,
    departs,
    finite,
    is_plural,
    lemma_of,
    object_of,
    participle,
    subject_child,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

LEFT_OUT = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "neg", "prt", "expl", "preconj", "csubj"})
STATES = load("rewriting_states")
BEFORE_NOT = frozenset({"still", "also", "apparently", "probably"})  # adverbs that stand before “not”
MOMENTS = frozenset({"before", "after", "when", "while"})


def passive(verb: Token, scene: Scene, how: Finite | None = None, *, done: str | None = None) -> str | None:
    """Return the clause of a verb in the passive; `done` takes the participle's place, `how` that of its own tense."""
    how = how or how_of(verb, scene)
    if how is None or ({lemma_of(verb), verb.lemma_.lower()} & STATES and done is None) or departs(verb):
        return None
    subject, skipped, _ = promoted(verb, scene, how if done is None else replace(how, negated=False))
    if subject is None:
        return None
    negated = how.negated
    place = place_of(skipped, verb, scene) if skipped is not None else None
    if place is not None:
        subject = f"{subject} {verbatim(place.subtree)}"
        scene = scene.but(dropped=scene.dropped | {place.i})
    plural = is_plural(skipped) if skipped is not None else False
    denied = negated and not subject.lower().startswith(("no ", "nothing", "nobody", "neither", "none of "))
    if denied and subject.lower().startswith(("all ", "every ")):
        subject, denied = f"not {subject}", False
    comma = subject.endswith(",") and subject.count(",") == 1
    subject = subject.rstrip(",") if comma else subject
    adverbs = adverbs_of(verb, scene, turned=done is not None)
    auxiliary = how.be(plural=plural, negated=denied)
    before = [adverb for adverb in adverbs if adverb.lower() in BEFORE_NOT] if denied else []
    if before:
        adverbs = [adverb for adverb in adverbs if adverb not in before]
        auxiliary = auxiliary.replace("cannot", "can not").replace(" not", f" {' '.join(before)} not", 1)
    if denied and "ever" in adverbs:
        adverbs.remove("ever")
        auxiliary = auxiliary.replace(" not", " never", 1)
    core = [subject, auxiliary, *adverbs, done or participle(verb)]
    front, back, between = front_of(verb, scene), back_of(verb, scene, how, skipped), _between(verb, scene)
    if front is None or back is None or between is None:
        return None
    back = join([back.rstrip(".!"), between, back[len(back.rstrip(".!")) :]])
    return join([front, *core, "," if comma and back else "", back]).replace("no thing was", "nothing was")


def front_of(verb: Token, scene: Scene) -> str | None:
    """Return what stands before the subject of a clause."""
    subject = subject_child(verb)
    edge = subject.i if subject is not None else verb.i
    parts: list[str] = []
    for child in verb.children:
        if child.dep_ == "advcl" and child.i < edge and child.tag_ in {"VBG", "VBN"} and scene.is_done_by_blamed(child):
            said = told(child, scene, Finite("past", "", any(part.dep_ == "neg" for part in child.children), False))
            if said is None:
                return None
            parts.append(f"{said}," if child.left_edge.lower_ in MOMENTS else f"{said}, and")
            continue
        if (
            child.i in scene.glued
            or child.i >= edge
            or child.dep_ in LEFT_OUT
            or (subject is None and child.dep_ == "advmod")
        ):
            continue
        if child.lower_ in {"that", "who", "which"} and child.dep_ in {"mark", "dobj"} and not _is_held(child, verb):
            continue
        how = how_of(verb, scene)
        moment = _moment(child, scene, how) if how is not None else None
        said = f"{moment}," if moment else part_of(child, verb, scene)
        if said is None:
            return None
        parts.append(said)
    return join(parts)


def _is_held(child: Token, verb: Token) -> bool:
    """Return whether a frame that stays needs its “that”: “the opinion is that …”, “it goes without saying that …”."""
    return child.dep_ == "mark" and (
        verb.dep_ == "acl" or (verb.dep_ == "ccomp" and (verb.head.lemma_ == "be" or verb.head.dep_ == "pcomp"))
    )


def _between(verb: Token, scene: Scene) -> str | None:
    """Return the phrases between the subject and the verb, None where one cannot be said: “the fitter, by then, …”."""
    subject = subject_child(verb)
    if subject is None:
        return ""
    said = [
        part_of(child, verb, scene)
        for child in verb.children
        if subject.i < child.i < verb.i and child.dep_ in {"prep", "npadvmod"} and child.i not in scene.glued
    ]
    return None if None in said else "".join(f", {part}" for part in said if part)


def back_of(verb: Token, scene: Scene, how: Finite, skipped: Token | None, *, after: int | None = None) -> str | None:
    """Return what follows the verb, without what was promoted; clauses that share the subject are turned as well."""
    parts: list[str] = []
    whole: list[Token] = []
    if skipped is not None and skipped.head == verb:
        later = moving(skipped)
        whole = [child for child in later if is_about_the_whole(child)]
        parts.extend(part_of(child, skipped, scene) or "" for child in later if child not in whole)
    closing = closing_quote(skipped) if skipped is not None else None
    told = subject_child(verb)
    if told is not None and told.i in scene.blamed:
        parts.append(told_of(told, scene))
    for child in verb.children:
        if (
            child.i < verb.i
            or child.dep_ in LEFT_OUT
            or child == skipped
            or child.i in {after, closing, *scene.dropped}
        ):
            continue
        if child.dep_ in {"conj", "appos"} and child.pos_ in {"NOUN", "PROPN", "ADJ"}:
            return None  # a list that the parser has torn
        said = _follower(child, verb, scene, how, skipped)
        if said is None and scene.tolerant and child.dep_ in ASIDES and child.lower_ != "to":
            continue
        if said is None:
            return None
        parts.insert(0 if child.dep_ == "dative" else len(parts), said)
    if whole and skipped is not None:
        parts = [*(part for part in parts if part not in {".", "!"}), ",", part_of(whole[0], skipped, scene) or ""]
    return join(parts)


def _follower(child: Token, verb: Token, scene: Scene, how: Finite, skipped: Token | None) -> str | None:
    if skipped is not None and skipped.head == child:
        return word(child)
    if child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"} and subject_child(child) is None:
        return _shared(child, scene, how, skipped)
    if child.dep_ == "prep" and child.lower_ == "without":
        return without_doing(child, scene, skipped, how)
    if child.dep_ == "advcl" and child.tag_ == "VBG" and scene.is_done_by_blamed(child) and child.n_lefts == 0:
        return _while_doing(child, scene, how)
    if child.dep_ == "dative" and child.pos_ in {"NOUN", "PROPN", "PRON"} and child.i not in scene.blamed:
        said = part_of(child, verb, scene)
        return f"to {said}" if said else None
    moment = _moment(child, scene, how)
    if moment is not None:
        return moment
    if child.dep_ == "advcl" and child.left_edge.lower_ == "having" and scene.is_done_by_blamed(child):
        return None
    if child.i in scene.blamed:
        return "" if child.lower_.endswith(("self", "selves")) else None
    return part_of(child, verb, scene)


def _moment(child: Token, scene: Scene, outer: Finite) -> str | None:
    """Return “before the spine was touched” for “before touching the spine”, None for what tells no such moment."""
    if child.lower_ in MOMENTS and child.dep_ in {"prep", "mark"}:
        inner, mark = next((part for part in child.children if part.dep_ == "pcomp"), None), child
    else:
        marks = [part for part in child.children if part.lower_ in MOMENTS and part.i < child.i]
        inner, mark = (child, marks[0]) if child.dep_ == "advcl" and marks else (None, child)
    if inner is None or inner.tag_ != "VBG" or subject_child(inner) is not None or object_of(inner) is None:
        return None
    scene = scene.but(dropped=scene.dropped | {mark.i})
    said = told(inner, scene, Finite("present" if outer.tense == "present" else "past", "", False, False))
    return f"{word(mark)} {said}" if said else None


def _shared(child: Token, scene: Scene, how: Finite, skipped: Token | None) -> str | None:
    if child.lemma_.lower() in STATES:
        return None
    own = how_of(child, scene) or how
    target = object_of(child)
    if target is not None and target.lower_ in {"it", "them"} and skipped is not None and own.negated == how.negated:
        back = back_of(child, scene, own, target)
        return None if back is None else join([*adverbs_of(child, scene), participle(child), back])
    return told(child, scene, own)


def without_doing(preposition: Token, scene: Scene, skipped: Token | None, outer: Finite) -> str | None:
    """Return “without a review” as it stands and “without checking X” as “, and X was not checked”."""
    inner = next((child for child in preposition.children if child.dep_ == "pcomp"), None)
    if inner is None:
        return part_of(preposition, preposition.head, scene)
    target = object_of(inner)
    if target is not None and target.lower_ in {"it", "them"} and skipped is not None:
        back = back_of(inner, scene, Finite("past", "", True, False), target)
        return None if back is None else join(["without being", participle(inner), back])
    tense = outer.tense if outer.tense in {"present", "past perfect"} else "past"
    said = told(inner, scene, Finite(tense, "", True, False))
    return f", and {said}" if said else None


def told(verb: Token, scene: Scene, how: Finite) -> str | None:
    """Return the clause of a verb said in a tense that is not its own, by the first transformation that can."""
    given = scene.but(given=(verb.i, how))
    for transform in scene.clauses:
        said = transform(verb, given)
        if said is not None:
            return said
    return None


def how_of(verb: Token, scene: Scene) -> Finite | None:
    """Return how a verb is to be said: as it was, or, where it never came true, as the fact behind it."""
    if scene.given is not None and scene.given[0] == verb.i:
        return scene.given[1]
    how = finite(verb)
    if how is not None and how.unreal:
        return Finite("past", "", not how.negated, False)
    return how


def _while_doing(child: Token, scene: Scene, outer: Finite) -> str | None:
    lemma = child.lemma_.lower()
    that = next((part for part in child.children if part.dep_ == "ccomp"), None)
    if lemma in {"believe", "think", "assume", "suppose"} and that is not None:
        said = render(that, scene)
        return None if said is None else f"on the assumption that {said.removeprefix('that ')}"
    if (
        scene.is_clean(child)
        and not outer.negated
        and lemma not in {"ignore", "forget", "neglect", "skip", "disregard", "overlook", "fail"}
    ):
        return verbatim(child.subtree)
    said = told(child, scene, Finite("present" if outer.tense == "present" else "past", "", False, False))
    return f", and {said}" if said else None
