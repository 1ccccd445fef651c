"""What hangs on an object and tells more of the act than of the thing: when, for whom, where to, what for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.words import load
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

BIDDING = load("rewriting_bidding")
EVENTS = load("rewriting_events")
CHECKING = load("rewriting_checking") | {"search", "scan", "look", "monitor", "watch"}
MOVING = load("rewriting_moving")
OPINIONS = frozenset({"find", "consider", "call", "think", "regard", "hope", "believe"})
OUTCOMES = frozenset(
    {"lead", "mean", "cause", "leave", "result", "cost", "break", "suspend", "bring", "force", "trigger"}
)
PROMISING = frozenset({"promise", "plan", "schedule", "announce", "book", "commit"})
QUARTER = expression(r"Q[1-4]$")
WAYS = frozenset({"fashion", "manner", "way"})
PLACING = load("rewriting_placing")
SENDING = load("rewriting_sending")
TAKING = load("rewriting_taking")
TELLING = frozenset({"tell", "inform", "warn", "notify", "remind", "alert", "assure"})
GUARDING = frozenset(
    {"action", "advice", "argument", "case", "complaint", "guard", "protection", "rule", "vote", "warning"}
)
TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "night"})
WHENS = load("rewriting_times") | load("rewriting_whens")


def moving(target: Token) -> list[Token]:
    """Return the prepositional phrases at the end of an object that tell more of the act than of the thing."""
    last = [child for child in target.children if child.i > target.i]
    tail = [child for child in last if not child.is_punct]
    if any(part.lower_ in {"it", "its", "them", "their"} for child in tail for part in child.subtree):
        return []
    if len(tail) == 1 and _is_misread_target(tail[0]):
        return tail
    if len(tail) == 1 and (is_about_the_whole(tail[0]) or _is_told(tail[0], target.head) or _is_purpose(tail[0])):
        return tail
    return (
        last if last and all(_is_instead(child) or (child.dep_ == "prep" and _moves(child)) for child in last) else []
    )


def _is_instead(child: Token) -> bool:
    """Return whether a word tells what would have been meant: “opened A instead of B”, “A rather than B”."""
    before = [child.left_edge] if child.dep_ != "conj" else list(child.doc[: child.left_edge.i][-2:])
    return child.lower_ == "instead" or any(part.lower_ in {"instead", "rather", "than"} for part in before)


def _is_purpose(clause: Token) -> bool:
    """Return whether a clause that hangs on the object tells what for: “unplugged the rack to vacuum the floor”."""
    if clause.head.lemma_.lower() in BIDDING:
        return False
    if any(child.dep_ == "prep" and child.i < clause.i for child in clause.head.children):
        return False  # which of the two nouns it is for is not told
    return clause.dep_ in {"acl", "relcl"} and clause.tag_ == "VB" and clause.left_edge.tag_ == "TO"


def _is_misread_target(child: Token) -> bool:
    """Return whether the parser took where something was sent for a clause: “applied the plan to production”."""
    to = child.left_edge
    sent = child.head.head.lemma_.lower() in SENDING and child.dep_ in {"acl", "relcl"}
    return sent and child.pos_ in {"NOUN", "PROPN"} and to.lower_ == "to" and to.head == child


def _is_told(clause: Token, verb: Token) -> bool:
    """Return whether a clause that hangs on the object is what was told: “tell the wards that …”."""
    return clause.dep_ in {"relcl", "acl"} and clause.left_edge.lower_ == "that" and verb.lemma_.lower() in TELLING


def is_about_the_whole(clause: Token) -> bool:
    """Return whether a relative clause tells of the whole sentence: “…, which led to …”, “…, which is what …”."""
    if clause.dep_ != "relcl" or clause.left_edge.lower_ != "which" or clause.doc[clause.left_edge.i - 1].text != ",":
        return False
    if clause.lemma_.lower() in OPINIONS and any(child.lower_ in {"i", "we"} for child in clause.children):
        return True
    if clause.lemma_ == "be":
        return any(
            child.dep_ in {"ccomp", "attr", "advcl"} and child.i > clause.i and child.left_edge.tag_.startswith("W")
            for child in clause.children
        )
    return clause.lemma_.lower() in OUTCOMES


def is_when(noun: Token) -> bool:
    """Return whether a noun tells when or how something is done: “on Friday”, “in time”, but not “support hours”."""
    named = noun.lemma_.lower() in WHENS or noun.lower_ in lemmas("calendar")
    return named and not any(child.dep_ == "compound" for child in noun.children)


def _moves(preposition: Token) -> bool:
    verb = preposition.head.head
    inside = [part for part in preposition.children if part.dep_ == "pobj"]
    if preposition.lower_ in {"on", "in", "at"} and any(
        is_when(part) or part.lemma_ in EVENTS | WAYS for part in inside
    ):
        return True
    if preposition.lower_ == "as":
        return True
    if preposition.lower_ == "against":
        return preposition.head.lemma_.lower() not in GUARDING
    if preposition.lower_ == "from":
        return verb.lemma_.lower() in TAKING or (preposition.n_rights == 1 and preposition.head.pos_ == "PRON")
    if preposition.lower_ in {"about", "of"} and verb.lemma_.lower() in TELLING:
        return True
    if preposition.lower_ == "for" and verb.lemma_.lower() in CHECKING:
        return True
    if preposition.lower_ == "for" and any(part.dep_ == "pobj" and part.lower_.endswith("ing") for part in inside):
        return True  # “took out the filter for cleaning”
    due = verb.lemma_.lower() in PROMISING and any(is_when(part) or QUARTER.match(part.text) for part in inside)
    if preposition.lower_ == "for" and (due or any(part.lemma_.lower() in TIMES for part in preposition.subtree)):
        return True
    if preposition.lower_ == "to":
        return verb.lemma_.lower() in SENDING
    return preposition.lower_ in MOVING or (preposition.lower_ in {"on", "in"} and verb.lemma_.lower() in PLACING)
