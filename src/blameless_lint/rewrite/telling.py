"""Whether every fact of a sentence stands outside the brackets of its rewrite: clauses, names, numbers and things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas as lexicon_lemmas
from blameless_lint.language.words import load
from blameless_lint.rewrite.framing import is_idle_outcome, only_frames, tells_no_fact
from blameless_lint.rewrite.idioms import idiom_of
from blameless_lint.rewrite.inflect import base, form
from blameless_lint.rewrite.inflect import lemmas as forms_of
from blameless_lint.rewrite.keeping import LOOSE, SKIPPABLE, WORD, lost
from blameless_lint.rewrite.missing import noun_of
from blameless_lint.rewrite.omission import DONE, EFFORT, EFFORTS, LEAVING, STARTING
from blameless_lint.rewrite.promote import MAKING
from blameless_lint.rewrite.silence import is_silence
from blameless_lint.rewrite.verb import lemma_of, object_of
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

BLAME = load("rewriting_blame")
MAKING_DO = frozenset({"make", "have", "let", "get"})
CAUSING = frozenset({"cause", "trigger", "provoke", "result", "stem"})
INNER = frozenset({"xcomp", "ccomp", "advcl"})
OFTEN = frozenset(
    {"repeatedly", "twice", "often", "always", "regularly", "routinely", "frequently", "constantly", "again"}
)
FRAMES = (
    LEAVING | EFFORT | STARTING | {"let", "allow", "ought", "suppose", "expect", "mean", "stop", "have", "take", "find"}
)
IDIOM_OBJECTS = load("rewriting_idiom_objects")
SHOWING = frozenset({"have", "show", "display", "get", "lack", "exhibit", "demonstrate", "want", "feel"})
KNOWING = load("rewriting_knowing")
QUOTED = expression(r"[\"“]([^\"”]+)[\"”]")


def untold(outside: str, scene: Scene) -> str:
    """Return the first fact of a sentence that is not told outside the brackets, "" where all are."""
    first = next(lost(outside, scene), None)
    if first is not None:
        return scene.text[slice(*first)]
    return next((token.text for token in clauses_left(outside, scene)), "")


def clauses_left(outside: str, scene: Scene) -> Iterator[Token]:
    """Yield the verbs whose clause a text does not tell in any form."""
    words = {found.lower() for found in WORD.findall(outside)}
    known = words | {lemma for word in words for lemma in forms_of(word)}
    for token in scene.tokens:
        if token.i in scene.judging or token.dep_ in {"amod", "compound", "aux", "auxpass"}:
            continue
        if (scene.request.category in LOOSE and only_frames(token, scene)) or is_idle_outcome(token):
            continue
        if token.pos_ == "VERB" and not _is_told(token, known, outside, scene):
            yield token
        if token.lower_ in OFTEN and token.lower_ not in words and token.dep_ == "advmod":
            yield token
        if token.pos_ == "ADJ" and _is_lost_trait(token, words, scene):
            yield token
        if (
            token.pos_ == "AUX"
            and token.i not in scene.blamed
            and token.lemma_ == "be"
            and not _is_state_told(token, known, scene)
        ):
            yield token


def _is_lost_trait(token: Token, words: set[str], scene: Scene) -> bool:
    """Return whether an adjective that judges no one and describes none of the blamed is gone."""
    start, end = scene.request.target
    if token.lower_ in words or token.i in scene.blamed or not token.text.isalpha() or token.dep_ == "ROOT":
        return False
    if start <= token.i < end and scene.request.category in LOOSE:
        return False
    if token.lower_ in {"own", "such", "many", "more", "least", "able", "due", "sure"} or token.dep_ in {
        "oprd",
        "advmod",
    }:
        return False
    if scene.request.category in {"judgement", "accusation"} and any(
        part.lemma_ == "be" and any(child.dep_ == "nsubj" and _is_judged(child, scene) for child in part.children)
        for part in token.ancestors
    ):
        return False
    return not any(
        part.i in scene.blamed | scene.judging
        for part in [token.head, *token.head.children, *token.ancestors]
        if part.pos_ != "VERB"
    )


def _is_told(verb: Token, known: set[str], outside: str, scene: Scene) -> bool:
    lemma = base(verb.text, verb.lemma_).lower()
    if {verb.lower_, verb.lemma_.lower(), lemma} & known or any(
        word.startswith(lemma.removesuffix("e")) for word in known if len(lemma) > 4
    ):
        return True
    if lemma == "do" and object_of(verb) is None and any(child.dep_ == "neg" for child in verb.children):
        return True
    if verb.dep_ == "acl" and all(child.dep_ == "agent" for child in verb.children):
        return True
    done = DONE.get(lemma_of(verb)) or noun_of(verb)
    idiom = idiom_of(verb)
    if "passed on" in outside and is_silence(verb):
        return True
    if idiom is not None and (idiom.done in outside or "wait" in outside):
        return True
    if done and _is_done(done.removeprefix("not "), outside):
        return True
    if lemma in MAKING and any(child.dep_ == "dobj" and child.lower_ in known for child in verb.children):
        return True
    if lemma in FRAMES and (any(child.dep_ in INNER for child in verb.children) or _is_effort(verb)):
        return True
    if lemma in {"waste", "lose", "spend", "burn"} and "went into" in outside:
        return True
    if lemma in {"take", "need"} and "passed before" in outside:
        return True
    if lemma in MAKING_DO and any(child.dep_ == "ccomp" for child in verb.children):
        return True
    if lemma in CAUSING and ("because" in outside or ", which" in outside or scene.request.category == "human-error"):
        return True
    if _accuses(verb) or (lemma in KNOWING and scene.request.category in LOOSE | {"counterfactual"}):
        return True
    return _only_judges(verb, scene)


def _is_done(done: str, outside: str) -> bool:
    """Return whether what was done is told, as a participle or in -ing: “acted on”, “acting on”."""
    first, space, rest = done.partition(" ")
    return done in outside or f"{form(base(first, first), 'VBG')}{space}{rest}" in outside


def _is_effort(verb: Token) -> bool:
    """Return whether a verb is that of “have the courtesy to”, “take the time to”, “get round to”."""
    thing = object_of(verb)
    if thing is not None:
        return thing.lemma_.lower() in EFFORTS
    return any(part.dep_ == "pcomp" for child in verb.children if child.dep_ == "prep" for part in child.children)


def _accuses(verb: Token) -> bool:
    return any(part.lemma_.lower() in BLAME for part in [verb, *verb.children])


def _only_judges(verb: Token, scene: Scene) -> bool:
    """Return whether a verb of the blaming words is an idiom of conduct or state and tells no act."""
    start, end = scene.request.target
    if not start <= verb.i < end or scene.request.category not in LOOSE:
        return False
    if verb.tag_ == "VB" and verb.head.pos_ == "NOUN" and not scene.is_blamed(verb.head):
        return False  # what something is for
    if verb.dep_ == "xcomp" and verb.tag_ == "VB" and lemma_of(verb.head) in LEAVING | EFFORT:
        return False  # what was left undone: “could not be bothered to drive out”
    thing = object_of(verb) or next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
    if verb.lemma_.lower() in lexicon_lemmas("misconduct_verbs", "judging_verbs") and thing is None:
        return True
    if thing is not None:
        return thing.lemma_.lower() in IDIOM_OBJECTS | SKIPPABLE or (
            lemma_of(verb) in SHOWING and start <= thing.left_edge.i and thing.right_edge.i < end
        )
    if tells_no_fact(verb, scene):
        return True
    return verb == scene.doc[start:end].root and scene.request.category == "judgement" and verb.n_rights < 2


def _is_state_told(verb: Token, known: set[str], scene: Scene) -> bool:
    """Return whether what a thing is, or was, is told, or is nothing but the judgement."""
    start, end = scene.request.target
    said = [child for child in verb.children if child.dep_ in {"attr", "acomp", "prep", "advmod", "ccomp", "oprd"}]
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if scene.request.category in {"judgement", "accusation"} and subject is not None and _is_judged(subject, scene):
        return True
    if not said or start <= verb.i < end:
        return all(start <= child.i < end or _is_known(child, known, scene) for child in said)
    if _accuses(verb) or any(scene.is_blamed(child) or child.i in scene.judging for child in said):
        return True
    return all(start <= child.i < end or _is_known(child, known, scene) for child in said)


def _is_judged(subject: Token, scene: Scene) -> bool:
    """Return whether what is said of a subject goes on judging: the blaming words stand in the subject itself."""
    start, end = scene.request.target
    return any(start <= part.i < end and part.pos_ in {"ADJ", "NOUN"} for part in subject.subtree)


def _is_known(child: Token, known: set[str], scene: Scene) -> bool:
    if child.i in scene.judging or child.i in scene.blamed or child.lower_ in {"not", "n't", "just", "only"}:
        return True
    if child.dep_ == "prep":
        inside = [part for part in child.children if part.dep_ == "pobj" and part.is_alpha]
        return all({part.lower_, part.lemma_.lower()} & known for part in inside)
    if not child.text.isalpha() or (child.lower_ == "due" and "because" in known):
        return True
    return bool({child.lower_, child.lemma_.lower()} & known)


def is_quotation(scene: Scene) -> bool:
    """Return whether a sentence quotes someone's words: they are nobody's to rewrite."""
    start, end = scene.request.target
    for found in QUOTED.finditer(scene.text):
        span = scene.doc.char_span(*found.span(1), alignment_mode="expand")
        if span is None:
            continue
        if span.start < end and start < span.end and len(span) > 1:
            return True
        if len(found[1].split()) > 2 and any(token.tag_ in {"VBD", "VBZ", "VBP", "MD", "PRP"} for token in span):
            return True
    return False


def is_shouted(scene: Scene) -> bool:
    """Return whether a sentence is written in capitals, which the parser misreads."""
    words = [token.text for token in scene.tokens if token.is_alpha and len(token) > 1]
    return sum(word.isupper() for word in words) * 2 > len(words) > 2


def is_only_asked(text: str) -> bool:
    """Return whether a text is one bracketed prompt and asserts nothing."""
    outside = {found.lower() for found in WORD.findall(re.sub(r"\[[^\]]*\]", "", text))}
    return "[" in text and not outside - {"and", "or", "not", "of", "around", "the", "a", "an", "but"}
