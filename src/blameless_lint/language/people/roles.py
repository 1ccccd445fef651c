"""Whether a role noun means a person: the night-shift operator, or the operator that reconciles pods."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from blameless_lint.language import words
from blameless_lint.language.people.cast import Cast
from blameless_lint.language.people.phrase import closest, determiner, governor, is_code_shaped, is_opaque, modifiers

if TYPE_CHECKING:
    from spacy.tokens import Token

PEOPLE_WORDS = frozenset({"my", "his", "her", "your"})


def singular(token: Token) -> str:
    """Return the word in the singular and lower case."""
    lemma = token.lemma_.lower()
    if lemma == token.lower_ and len(lemma) > 3 and lemma.endswith("s") and not lemma.endswith("ss"):
        return lemma[:-3] + "y" if lemma.endswith("ies") else lemma[:-1]
    return lemma


def is_role(token: Token, cast: Cast) -> bool:
    """Return whether a noun names a person by role; for words of both worlds the neighbours decide."""
    for word in {token.lower_, singular(token), token.lower_.split("-")[-1]}:
        if word in words.load("machine_roles"):
            return means_person(token, word, cast)
        if word in words.load("double_roles"):
            return means_person(token, word, cast)
        if word in words.load("roles"):
            return not _is_part_of_machine(token)
    return token.lower_ == "head" and _heads_people(token)


def _heads_people(token: Token) -> bool:
    """Return whether “head of” is followed by a department: “the head of data”."""
    departments = words.merged("teams", "bare_teams")
    return any(
        child.dep_ == "prep" and child.lower_ == "of" and any(t.lower_ in departments for t in child.children)
        for child in token.rights
    )


def means_person(token: Token, word: str, cast: Cast) -> bool:
    """Return whether a word that is both a role and a piece of software means the role here."""
    before = [t for t in closest(token) if t.is_alpha or "-" in t.text or is_opaque(t)]
    joined = {f"{first.lower_}-{second.lower_}" for first, second in pairwise(before)}
    if joined & words.load("person_modifiers"):
        return True
    if any(_is_machine_word(t, cast) for t in before):
        return False
    if has_who_clause(token) or determiner(token) in PEOPLE_WORDS:
        return True
    if any(t.lower_ in words.load("person_modifiers") for t in before) or _has_person_before(token):
        return True
    verb = actor_of(token)
    lemma = verb.lemma_.lower() if verb is not None else ""
    if word in cast.roles:
        return True
    if word in words.load("machine_roles"):
        return word in words.load("double_roles") and lemma in words.load("mind_verbs")
    if (
        lemma in words.load("machine_verbs")
        and not is_human_act(verb)
        and (lemma in words.load("self_acting_verbs") or not _has_object(verb))
    ):
        return False
    return not _is_among_machines(token, word)


def actor_of(token: Token) -> Token | None:
    """Return the verb that a word is the doer of; with verbs of speaking to people also the one it is done to."""
    verb = governor(token)
    first = token
    while first.dep_ in {"conj", "appos"} and first.head != first:
        first = first.head
    if verb is not None and first.dep_ == "nsubjpass" and verb.lemma_.lower() not in words.load("addressing_verbs"):
        return None
    return verb


def is_human_act(verb: Token | None) -> bool:
    """Return whether a verb, or what it is said to fail or have to do, is an act of people."""
    if verb is None:
        return False
    acts = [verb, *(child for child in verb.children if child.dep_ == "xcomp")]
    if verb.lemma_.lower() in {"fail", "try", "attempt", "start", "begin", "continue", "stop"}:
        acts = acts[1:]
    return any(act.lemma_.lower() in words.load("human_verbs") for act in acts)


def has_who_clause(token: Token) -> bool:
    """Return whether a relative clause with “who” hangs on a noun."""
    return any(
        child.dep_ == "relcl" and any(grand.lower_ in {"who", "whom"} for grand in child.subtree)
        for child in token.rights
    )


def _is_machine_word(token: Token, cast: Cast) -> bool:
    word = token.lower_
    if is_opaque(token) or word in cast.systems:
        return True
    if word in words.load("person_modifiers") or word in words.load("generic_modifiers"):
        return False
    return word in words.merged("machine_modifiers", "software") or is_code_shaped(token.text)


def _has_object(verb: Token | None) -> bool:
    return verb is not None and any(child.dep_ == "dobj" for child in verb.children)


def _has_person_before(token: Token) -> bool:
    return any(t.dep_ == "poss" and t.pos_ == "PROPN" for t in modifiers(token))


def _is_part_of_machine(token: Token) -> bool:
    return any(is_opaque(t) and t.dep_ == "compound" and t.i == token.i - 1 for t in closest(token)) and singular(
        token
    ) not in words.load("roles")


def _is_among_machines(token: Token, word: str) -> bool:
    if word in {"provider", "owner", "partner"}:
        return False
    around = words.load("device_words") if word == "driver" else words.load("cluster_words")
    return any(other.lower_ in around for other in token.doc)
