"""What takes the reproach out of a sentence: an explanation from inside, a denial, a rule, someone else's norm."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.people.agent import Kind
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.language.grammar.predication import Predication
    from blameless_lint.language.reading import ParsedSentence

DECIDING = frozenset({"choose", "decide", "elect", "opt", "prefer"})
EXPLAINING = frozenset({"because", "since", "as", "so"})
NORM = expression(
    r"\b(?:always|never|must|every|any|each|ought to|is required|are required|by policy|policy|in general)\b",
    re.IGNORECASE,
)
META = expression(
    r"\bblameless(?:ly|ness)?\b|\b(?:no|not|never|nobody|no one|without|rather than|instead of|isn't|is not|aren't|"
    r"are not)\b[^.;]{0,30}"
    r"\b(?:blam(?:e|ed|ing)|at fault|to blame|fault|punish\w*)\b|\bregardless of\b|\beasy to (?:blame|write|say|"
    r"conclude|point)\b|\bwould have done the same\b|\bdo(?:es)? not assign\b",
    re.IGNORECASE,
)


def is_meta(parsed: ParsedSentence) -> bool:
    """Return whether the sentence talks about blame in order to keep it out: “nobody is to blame”."""
    return _is_meta(parsed.text)


@lru_cache(maxsize=4_096)
def _is_meta(text: str) -> bool:
    """Return the answer for a text; many rules ask it of the same sentence, for every verb."""
    return META.search(text) is not None


def is_told(parsed: ParsedSentence, predication: Predication) -> bool:
    """Return whether what is said is a general rule, a present habit of anyone, or talk about blamelessness."""
    if is_meta(parsed):
        return True
    agent = predication.agent
    if agent is not None and agent.token.lower_ in {"you", "one"} and not predication.past:
        return True
    generic = (
        agent is not None and agent.kind in {Kind.INDEFINITE, Kind.ROLE, Kind.CUSTOMER} and _is_indefinite(agent.token)
    )
    return generic and not predication.past and NORM.search(parsed.text) is not None


def _is_indefinite(token: Token) -> bool:
    determiner = next((child.lower_ for child in token.children if child.dep_ == "det"), "")
    return determiner in {"a", "an", "any", "each", "every", "no"} or (determiner == "" and token.tag_ in {"NNS", "NN"})


def is_reported(predication: Predication) -> bool:
    """Return whether somebody in the text says or thinks it of their own: “he said that he had not seen it”."""
    verb = predication.verb
    while verb.dep_ in {"conj", "xcomp"} and verb.head != verb:
        verb = verb.head
    agent = predication.agent
    if agent is not None and agent.kind not in {Kind.PRONOUN, Kind.SELF, Kind.WE, Kind.NOBODY}:
        return False
    return verb.dep_ == "ccomp" and verb.head.lemma_.lower() in lemmas("saying_verbs")


def is_asked(word: Token) -> bool:
    """Return whether a word stands in what somebody wants to know: “you asked whether he had been warned”."""
    clauses = (token for token in (word, *word.ancestors) if token.dep_ in {"ccomp", "advcl", "pcomp"})
    return any(
        clause.head.lemma_.lower() in ASKING and any(child.lower_ in {"whether", "if"} for child in clause.children)
        for clause in clauses
    )


ASKING = frozenset({"ask", "enquire", "inquire", "wonder", "know", "question", "discuss"})


def is_explained(parsed: ParsedSentence, predication: Predication) -> bool:
    """Return whether the sentence goes on to a cause outside the person: “…, because the LEDs are on the back”."""
    verbs = [predication.verb, *(child for child in predication.verb.children if child.dep_ == "xcomp")]
    if predication.verb.dep_ == "xcomp" and predication.verb.head.lemma_.lower() in DECIDING:
        verbs.append(predication.verb.head)
    for verb in verbs:
        for child in verb.children:
            if (
                child.dep_ == "advcl"
                and child.i > verb.i
                and _opens_with(child, EXPLAINING)
                and not _is_rule(child)
                and not _is_reproach(parsed, child)
            ):
                return True
            if (
                child.dep_ == "prep"
                and child.i > verb.i
                and child.lower_ in {"because", "due", "owing"}
                and not _mentions_person(parsed, child)
            ):
                return True
    return False


def _opens_with(clause: Token, words: frozenset[str]) -> bool:
    return any(child.dep_ == "mark" and child.lower_ in words for child in clause.children)


RULING = frozenset({"agree", "ask", "demand", "expect", "instruct", "order", "prescribe", "promise", "require", "tell"})


def _is_rule(clause: Token) -> bool:
    """Return whether the clause names what was due, and explains nothing: “as required”, “as the permit demands”."""
    return clause.lemma_.lower() in RULING and _opens_with(clause, frozenset({"as"}))


def _is_reproach(parsed: ParsedSentence, clause: Token) -> bool:
    """Return whether a because-clause blames in its turn: a person in it, and not what that person believed or met."""
    subject = next((child for child in clause.children if child.dep_.startswith("nsubj")), None)
    if subject is None or parsed.who(subject) is None:
        return False
    denied = any(child.dep_ == "neg" for child in clause.children)
    adjective = next((child.lower_ for child in clause.children if child.dep_ == "acomp"), "")
    return denied or clause.lemma_.lower() not in lemmas("belief_verbs") or adjective in lemmas("judgement_adjectives")


def _mentions_person(parsed: ParsedSentence, head: Token) -> bool:
    return any(parsed.who(token) is not None for token in head.subtree if token.pos_ in {"NOUN", "PROPN", "PRON"})


def is_denied(token: Token) -> bool:
    """Return whether what a noun names is denied: “no negligence”, “was not a failure of …”."""
    if any(child.lower_ in {"no", "not", "without"} for child in token.children):
        return True
    head = token.head
    return (
        head != token
        and head.lemma_.lower() in {"be", "due", "cause", "attribute"}
        and any(c.dep_ == "neg" for c in head.children)
    )
