"""Blame that is spoken of without being laid: denied (“no sign that …”), a word under discussion, a case in a test."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from blameless_lint.language.people.agent import Kind

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

    from blameless_lint.language.grammar.predication import Predication

GROUNDS = frozenset({"evidence", "sign", "indication", "suggestion", "proof", "hint", "trace", "suspicion"})
KINDS = frozenset({"case", "work", "result", "consequence", "question", "matter", "instance", "example", "story"})
FAULTS = frozenset({"error", "mistake", "oversight", "slip", "blunder", "negligence", "fault", "carelessness"})
CAUSING = frozenset({"cause", "trigger", "provoke", "bring about"})
LIMITS = frozenset(
    {"just", "only", "merely", "simply", "even", "alone", "first", "last", "isolated", "single", "but", "rather"}
)
WORDS = frozenset({"word", "words", "term", "phrase", "label", "expression", "wording"})
PARTS = frozenset(
    {"agent", "caller", "client", "controller", "driver", "host", "leader", "manager", "master", "worker"}
)
QUOTES = frozenset("\"'“‘«`")
CEASING = frozenset({"stop", "avoid", "resist", "drop", "retire", "ban", "abandon"})
NAMING = frozenset({"write", "say", "call", "use", "label", "put", "accept", "list", "name", "count"})
EXPLAINING_NOTHING = frozenset({"explain", "hide", "miss", "obscure", "mask", "help", "tell", "teach", "change"})
TESTS = frozenset({"test", "drill", "exercise", "scenario", "simulation", "simulator", "suite", "rehearsal"})
TESTING = frozenset({"test", "simulate", "rehearse", "practise", "practice", "drill", "imitate", "emulate"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


def is_denied_claim(tokens: TokenSpan) -> bool:
    """Return whether the sentence denies what the tokens say, or has no ground for it: “not a case of …”."""
    chain = [tokens.root, *tokens.root.ancestors]
    for below, head in pairwise(chain):
        if below.dep_ in {"conj", "advcl", "relcl"}:
            return False
        if head.lemma_.lower() in GROUNDS and below.dep_ in {"acl", "ccomp", "relcl", "prep"}:
            return _is_none(head)
        if head.lemma_ == "be" and below.dep_ == "attr":
            return _is_refused(head, below, tokens)
    return False


def _is_none(noun: Token) -> bool:
    """Return whether a noun is denied by its “no”, or by the verb that has it as its object."""
    if any(child.lower_ in {"no", "little", "neither"} for child in noun.children):
        return True
    return noun.dep_ in {"dobj", "attr"} and any(child.dep_ == "neg" for child in noun.head.children)


def _is_refused(verb: Token, said: Token, tokens: TokenSpan) -> bool:
    """Return whether it is denied that something is a fault, or someone's: “it was not Dana's change that …”."""
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    none = subject is not None and subject.lower_ in {"none", "nothing"}
    if _is_question(verb) or not (none or any(child.dep_ == "neg" for child in verb.children)):
        return False
    if any(word.lower_ in LIMITS for word in verb.doc[verb.i : tokens.end]):
        return False
    cleft = subject is not None and subject.lower_ == "it" and _is_owned(said)
    return (cleft or said.lemma_.lower() in KINDS | FAULTS) and not _is_contrast(verb)


def _is_owned(noun: Token) -> bool:
    return any(child.dep_ == "poss" for child in noun.children)


def _is_question(verb: Token) -> bool:
    return verb.sent[-1].text == "?"


def _is_contrast(verb: Token) -> bool:
    """Return whether the sentence goes on to another: “not Dana's mistake but Tom's”."""
    return any(word.lower_ == "but" for word in verb.sent if word.i > verb.i)


def is_doubly_denied(found: Predication) -> bool:
    """Return whether not even the lax act was done: “did not approve the change without a second review”."""
    if not found.negated or found.verb.i + 1 >= len(found.verb.doc):
        return False
    without = next((child for child in found.verb.children if child.lower_ == "without"), None)
    return without is not None and without.i > found.verb.i and without.nbor(-1).text != ","


def is_of_software(found: Predication) -> bool:
    """Return whether the one who acts is a thing by the sentence's own word: “the agent forgot its registration”."""
    agent = found.agent
    if agent is None or agent.kind is not Kind.ROLE or agent.token.lower_ not in PARTS:
        return False
    objects = (child for child in found.verb.children if child.dep_ in {"dobj", "pobj", "nsubjpass"})
    return any(word.lower_ == "its" for noun in objects for word in noun.children)


def is_denied_cause(found: Predication) -> bool:
    """Return whether it is denied that someone caused it: “was not caused by the contractor”."""
    if not found.negated or not found.is_asserted or found.lemma not in CAUSING or _is_contrast(found.verb):
        return False
    return not any(word.lower_ in LIMITS for word in found.verb.subtree)


def is_mentioned(tokens: TokenSpan) -> bool:
    """Return whether a word for blame is talked about: “the word ‘careless’”, “we stopped writing ‘human error’”."""
    if any(_is_word(word) for word in tokens.doc[max(0, tokens.start - 2) : tokens.start + 2]):
        return True
    chain = [tokens.root, *tokens.root.ancestors]
    naming = next((token for token in chain if token.pos_ == "VERB"), None)
    if naming is None or naming.lemma_.lower() not in NAMING:
        return False
    if naming.dep_ == "csubj" or (naming.dep_ == "nsubj" and naming.tag_ == "VBG"):
        return naming.head.lemma_.lower() in EXPLAINING_NOTHING
    head = naming.head
    if _is_ours(naming) and any(child.lower_ == "longer" for child in naming.children):
        return True
    return naming.dep_ == "xcomp" and head.lemma_.lower() in CEASING and _is_ours(head)


def _is_word(noun: Token) -> bool:
    """Return whether a noun is followed by what it is a word for: “the term ‘human error’”."""
    return noun.lower_ in WORDS and noun.doc[noun.i + 1 : noun.i + 2].text in QUOTES


def _is_ours(verb: Token) -> bool:
    return any(child.dep_ == "nsubj" and child.lower_ in {"we", "i", "they"} for child in verb.children)


def is_rehearsed(found: Predication) -> bool:
    """Return whether it is tried out, of no one in particular: “we tested what happens when the operator forgets”."""
    if found.agent is None or found.agent.kind not in {Kind.ROLE, Kind.INDEFINITE, Kind.CUSTOMER}:
        return False
    for token in found.verb.ancestors:
        if token.lemma_.lower() in TESTING:
            return token.pos_ == "VERB"
        subjects = (child.lemma_.lower() for child in token.children if child.dep_ == "nsubj")
        if any(subject in TESTS for subject in subjects):
            return token.tag_ != "VBN"
    return False
