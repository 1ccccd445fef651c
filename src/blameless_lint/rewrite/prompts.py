"""The how and what questions that stand in the place of a rewrite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.words import load
from blameless_lint.rewrite.asking import SEEING
from blameless_lint.rewrite.human_error import TRAITS
from blameless_lint.rewrite.omission import LEAVING
from blameless_lint.rewrite.passive import STATES, how_of
from blameless_lint.rewrite.render import verbatim
from blameless_lint.rewrite.subject import IDIOM_OBJECTS, promoted
from blameless_lint.rewrite.verb import Finite, finite, is_plural, lemma_of, object_of, participle

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

SKIPPABLE = load("rewriting_skippable")


def core(scene: Scene) -> tuple[Token | None, Finite | None]:
    """Return the verb in which the blamed's act or omission is told, and how it is to be said."""
    start, end = scene.request.target
    verbs = [token for token in scene.doc[start:end] if token.pos_ == "VERB"]
    verbs.sort(key=lambda verb: (verb.dep_ == "amod", object_of(verb) is None, not scene.is_done_by_blamed(verb)))
    if not verbs and scene.head is not None:
        verbs = [verb for verb in [scene.head.head] if verb.pos_ == "VERB"]
    return (verbs[0], how_of(verbs[0], scene) or Finite("past", "", False, False)) if verbs else (None, None)


def question(scene: Scene) -> str:
    """Return the question that a facilitator would ask about this sentence: how or what, never who or why someone."""
    asked = about(scene)
    if asked:
        return asked
    blamed_for = next(
        (t for t in scene.tokens if t.dep_ == "pobj" and t.head.lower_ in {"for", "behind"} and scene.is_clean(t)), None
    )
    if scene.request.category == "accusation" and blamed_for is not None and not scene.request.is_person(blamed_for):
        return f"What conditions led to {verbatim(blamed_for.subtree).rstrip('?!. ')}?"
    noun = _noun(scene)
    category = scene.request.category if scene.request.category in OPEN else "person-cause"
    return OPEN[category].format(noun=noun) if noun else GENERAL[category]


def about(scene: Scene) -> str:
    """Return the question about the thing that was acted on or left, "" where the blaming words name none."""
    verb, how = core(scene)
    if verb is None or how is None:
        return ""
    if lemma_of(verb) in STATES:
        return ""
    subject, thing, _ = promoted(verb, scene, Finite("past", "", False, False))
    if subject is None or thing is None or thing.i in scene.blamed or len(subject) > 80:
        return ""
    return _about(subject.rstrip(","), thing, verb, how, scene)


def _about(subject: str, thing: Token, verb: Token, how: Finite, scene: Scene) -> str:
    lemma = verb.lemma_.lower()
    done = participle(verb)
    if thing.dep_ == "pobj" and thing.head.head == verb:
        done = f"{done} {thing.head.text}"
    if _is_left(verb, how, scene):
        if lemma in SEEING or lemma in {"ignore", "miss", "overlook"}:
            return f"What would have drawn attention to {_objective(subject)}?"
        if lemma in {"forget", "skip", "neglect", "omit"}:
            return f"What would have made {_objective(subject)} hard to leave out?"
        if lemma_of(verb) in lemmas("omission_verbs", "strong_omission_verbs") and not how.negated:
            return f"What would have drawn attention to {_objective(subject)}?"
        return f"What would have prompted {_objective(subject)} to be {done}?"
    did = "did" if how.tense.startswith("past") else "do" if is_plural(thing) else "does"
    return f"How {did} {subject} come to be {done}, and what in the process allowed it?"


def _is_left(verb: Token, how: Finite, scene: Scene) -> bool:
    """Return whether a verb tells what was left undone: denied, wished for, or behind a verb of leaving out."""
    own = finite(verb)
    if how.negated or (own is not None and own.unreal):
        return how.negated
    if scene.request.category == "counterfactual":
        return True
    if lemma_of(verb) in lemmas("omission_verbs", "strong_omission_verbs"):
        return True
    if verb.doc[0].lower_.strip('"“') in {"did", "do", "does"}:
        return True
    outer = verb
    while outer.dep_ in {"xcomp", "ccomp", "acl", "pcomp", "prep", "dobj"} and outer.head != outer:
        outer = outer.head
        if outer.lower_ == "without" or outer.lemma_.lower() in LEAVING or any(c.dep_ == "neg" for c in outer.children):
            return True
    return False


def _objective(subject: str) -> str:
    return {"i": "me", "we": "us", "they": "them", "he": "him", "she": "her"}.get(subject.lower(), subject)


def _noun(scene: Scene) -> str:
    """Return the thing that the head clause acts on, as far as it is neither the blamed, a fault nor a remedy."""
    root = next((token for token in scene.tokens if token.head == token), None)
    chosen = object_of(root) if root is not None and root.pos_ == "VERB" else None
    if chosen is None or not _is_topic(chosen, scene):
        return ""
    words = [
        child.text
        for child in chosen.children
        if child.dep_ in {"compound", "nummod"} and child.i < chosen.i and child.i not in scene.blamed
    ]
    opaque = any(span.start <= chosen.idx < span.end for span in scene.doc.user_data.get("opaque", ()))
    return " ".join([*([] if opaque or chosen.pos_ == "PROPN" else ["the"]), *words, chosen.text])


def _is_topic(token: Token, scene: Scene) -> bool:
    lemma = token.lemma_.lower()
    if token.pos_ not in {"NOUN", "PROPN"} or token.i in scene.blamed | scene.judging or len(token.text) < 2:
        return False
    return not scene.request.is_person(token) and lemma not in FAULTS | SANCTIONS | SKIPPABLE | IDIOM_OBJECTS | TRAITS


FAULTS = load("rewriting_no_things")
SANCTIONS = load("rewriting_sanctions")

OPEN = {
    "person-cause": "What conditions around {noun} made this possible?",
    "omission": "What around {noun} would have prompted this step, or made it unnecessary?",
    "counterfactual": "What was known about {noun} at the time, and what made the choice sensible?",
    "judgement": "Which conditions around {noun} led to this, and what made it the sensible thing to do?",
    "human-error": "Which step around {noun} is easy to get wrong, and under which conditions?",
    "accusation": "What conditions led to this, and what about {noun} let it happen?",
    "hindsight": "What was known about {noun} at the time, and how was it shown?",
    "punitive": "What could make {noun} hard to get wrong: a check, a default, a limit?",
}
GENERAL = {
    "person-cause": "What made this step look right at the time, and what let it reach this far?",
    "omission": "What would have prompted this step, or made it unnecessary?",
    "counterfactual": "What was known at that moment, and what made the choice sensible?",
    "judgement": "What were the conditions of the work, and what made this the sensible thing to do?",
    "human-error": "Which step is easy to get wrong, and under which conditions?",
    "accusation": "What conditions led to this, and what would have caught it earlier?",
    "hindsight": "What could be seen at the time, and where was it shown?",
    "punitive": "What change to the system would help the next person, however careful they are?",
}
