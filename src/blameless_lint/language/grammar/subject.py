"""The subject of a verb, also where it stands elsewhere: shared, controlled, an antecedent, a possessor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
RELATIVES = frozenset({"who", "which", "that", "whom"})


def subject_of(verb: Token, *, depth: int = 6) -> Token | None:
    """Return the head of the phrase in the subject's place, or None where the clause has none."""
    own = _own(verb)
    if own is not None:
        return _antecedent(verb, _whoever(own))
    if depth == 0 or verb.head == verb:
        return None
    head = verb.head
    if verb.dep_ in {"relcl", "acl"} and head.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
        return None if verb.tag_ == "VBN" or _is_infinitive(verb) else head
    if verb.dep_ == "conj":
        return _of_conjunct(verb, depth)
    if verb.dep_ == "xcomp":
        controller = _object(head) if head.lemma_.lower() in lemmas("object_control_verbs") else None
        return controller or subject_of(head, depth=depth - 1)
    if verb.dep_ in {"advcl", "ccomp", "dep"} and verb.tag_ in {"VBG", "VBN", "VB"} and head.pos_ in {"VERB", "AUX"}:
        return subject_of(head, depth=depth - 1)
    if verb.dep_ == "pcomp":
        return _of_preposition(head, depth)
    return None


def _of_conjunct(verb: Token, depth: int) -> Token | None:
    """Return the subject that a conjunct shares; a finite one that hangs on an infinitive shares the finite verb's."""
    head = verb.head
    if head.pos_ not in {"VERB", "AUX"}:
        return None
    if verb.tag_ in {"VBD", "VBZ"} and head.tag_ in {"VB", "VBG"} and _own(head) is None:
        finite = next(
            (token for token in head.ancestors if token.tag_ in {"VBD", "VBZ", "VBP"} and _own(token) is not None), None
        )
        return subject_of(finite, depth=depth - 1) if finite is not None else subject_of(head, depth=depth - 1)
    return subject_of(head, depth=depth - 1)


def _own(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            return child
    for child in verb.children:
        if child.dep_ == "poss" and verb.tag_ == "VBG":
            return child
    return None


def _whoever(subject: Token) -> Token:
    """Return the “whoever” of a clause that stands in the subject's place: “whoever signed it did not look”."""
    if subject.dep_ not in {"csubj", "nsubj"} or subject.pos_ not in {"VERB", "AUX"}:
        return subject
    return next((child for child in subject.children if child.lower_ in WHOEVER and child.i < subject.i), subject)


WHOEVER = frozenset({"whoever", "whosoever"})


def _antecedent(verb: Token, subject: Token) -> Token:
    """Return the noun that a relative pronoun in the subject's place stands for."""
    if subject.lower_ not in RELATIVES:
        return subject
    clause = verb
    while clause.dep_ in {"conj", "xcomp", "ccomp"} and clause.head != clause:
        clause = clause.head
    if clause.dep_ not in {"relcl", "acl"}:
        return subject
    head = clause.head
    return _nearest_person_like(head) if subject.lower_ == "who" else head


def _nearest_person_like(head: Token) -> Token:
    """Return the noun before “who”, up the chain of prepositions when it hangs on a place or a company."""
    while head.dep_ == "pobj" and head.head.dep_ == "prep" and head.ent_type_ in {"GPE", "LOC"}:
        head = head.head.head
    return head


def _object(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in {"dobj", "dative"}), None)


def _of_preposition(preposition: Token, depth: int) -> Token | None:
    """Return the subject of the verb or the possessor of the noun that a preposition with a gerund hangs on."""
    head = preposition.head
    if head.pos_ in {"VERB", "AUX"}:
        return _by_phrase_or_subject(head, depth)
    return None


def _by_phrase_or_subject(verb: Token, depth: int) -> Token | None:
    if is_passive(verb):
        for child in verb.children:
            if child.dep_ == "agent":
                return next((token for token in child.children if token.dep_ == "pobj"), None)
        return None
    return subject_of(verb, depth=depth - 1)


def _is_infinitive(verb: Token) -> bool:
    return any(child.tag_ == "TO" for child in verb.children)


def is_passive(verb: Token) -> bool:
    """Return whether the verb is in the passive voice, participles without auxiliaries included."""
    if any(child.dep_ in {"auxpass", "nsubjpass", "agent"} for child in verb.children):
        return True
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and verb.head.tag_ == "VBN" and not _has_own_aux(verb):
        return is_passive(verb.head)
    return (
        verb.tag_ == "VBN" and verb.dep_ in {"acl", "relcl", "ROOT"} and not _has_own_aux(verb) and _own(verb) is None
    )


def _has_own_aux(verb: Token) -> bool:
    return any(child.dep_ == "aux" or child.dep_ in SUBJECTS for child in verb.children)
