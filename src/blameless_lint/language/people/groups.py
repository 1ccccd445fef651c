"""Whether a noun names a group: a team, a department, an organisation, customers, people at large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language import words
from blameless_lint.language.people.cast import Cast
from blameless_lint.language.people.kind import Kind
from blameless_lint.language.people.phrase import closest, determiner, governor, is_code_shaped, is_opaque, modifiers
from blameless_lint.language.people.roles import has_who_clause, is_human_act, means_person, singular

if TYPE_CHECKING:
    from spacy.tokens import Token

OWN = frozenset({"our", "my"})
SIDES = frozenset({"side", "end"})
NEEDS_MODIFIER = frozenset(
    "party parties pair trio duo desk watch board division shift shifts association community union panel jury company division contingent delegation".split()
)
THINGLY = frozenset(
    "circuit control mother dash kanban trello status motherboard key value client server left right other backend frontend back front input output down up bit time shard".split()
)
CLOSE = frozenset({"team", "side", "squad", "crew", "department", "company", "group", "org", "organisation", "organization", "end", "people", "guys", "folks", "lot"})
GROUP = frozenset({"group", "org", "organisation", "organization", "company", "unit", "office", "function"})


def kind_of_group(token: Token, cast: Cast) -> Kind | None:
    """Return the kind of group that the head of a phrase names, or None where it names none."""
    word, one = token.lower_, singular(token)
    phrase = _phrase(token)
    if word in cast.teams or phrase in cast.teams or phrase.removesuffix(" team") in cast.teams:
        return Kind.TEAM
    if word in words.load("crowds") or one in words.load("crowds"):
        return _crowd(token)
    if one in words.load("team_nouns") or one in GROUP or word in SIDES:
        return _team(token, one)
    if one in words.load("customers"):
        return Kind.CUSTOMER if one not in words.merged("double_roles", "machine_roles") or means_person(token, one, cast) else None
    if _is_department(token, phrase):
        return Kind.TEAM
    return _organisation(token, one, cast)


def _phrase(token: Token) -> str:
    return " ".join([*(t.lower_ for t in closest(token)), token.lower_]).replace(" - ", "-")


def _crowd(token: Token) -> Kind:
    own = determiner(token) in OWN and not closest(token)
    return Kind.WE if own else Kind.TEAM if closest(token) else Kind.INDEFINITE


def _team(token: Token, one: str) -> Kind | None:
    near = [t for t in closest(token) if t.is_alpha or "-" in t.text]
    owner = any(t.dep_ == "poss" for t in token.lefts)
    if token.lower_ in SIDES:
        return Kind.WE if determiner(token) in OWN and not near else (Kind.TEAM if owner and not near else None)
    if one in NEEDS_MODIFIER | GROUP:
        if any(t.lower_ in THINGLY or t.lower_ in words.load("machine_modifiers") for t in near) or is_code_near(token):
            return None
        if not near and not owner and not is_human_act(governor(token)):
            return None
        if one in GROUP and not owner and not is_human_act(governor(token)) and not any(
            t.lower_ in words.merged("teams", "bare_teams", "person_modifiers") for t in near
        ):
            return None
    return Kind.WE if determiner(token) in OWN and not near and one in CLOSE else Kind.TEAM


def is_code_near(token: Token) -> bool:
    """Return whether code or an identifier stands directly before a head."""
    return any(is_opaque(t) or is_code_shaped(t.text) for t in modifiers(token))


def _is_department(token: Token, phrase: str) -> bool:
    words_before = closest(token)
    if is_code_near(token):
        return False
    if phrase in words.load("teams") or token.lower_ in words.load("teams"):
        return not words_before or phrase in words.load("teams") or token.text[:1].isupper() or token.pos_ == "PROPN"
    if phrase not in words.load("bare_teams"):
        return False
    if determiner(token) or any(t.dep_ in {"amod", "nummod"} for t in token.lefts):
        return False
    verb = governor(token)
    if token.dep_ == "poss":
        return token.text[:1].isupper() and token.head.lemma_.lower() in BLAMED
    return verb is not None and (is_human_act(verb) or _is_judged(verb))


BLAMED = frozenset("failure mistake error oversight fault negligence carelessness decision refusal change call job omission sloppiness incompetence inability reluctance judgement judgment".split())


def _is_judged(verb: Token) -> bool:
    judged = words.load("judgement_adjectives") | {"asleep", "responsible", "guilty", "unaware", "busy", "clueless"}
    return verb.lemma_ == "be" and any(child.dep_ == "acomp" and child.lower_ in judged for child in verb.children)


def _organisation(token: Token, one: str, cast: Cast) -> Kind | None:
    if is_code_near(token):
        return None
    if one in words.load("vendors"):
        if one in words.merged("double_roles", "machine_roles") and not means_person(token, one, cast):
            return None
        if any(t.lower_ in words.load("machine_modifiers") or t.lower_ in words.load("software") for t in closest(token)):
            return None
        return Kind.VENDOR
    capital = token.text[:1].isupper()
    if capital and (token.text in words.load("organisations") and any(t.text[:1].isupper() for t in closest(token))):
        return Kind.VENDOR
    if capital and token.lower_ in words.load("companies") and is_human_act(governor(token)):
        return Kind.VENDOR
    left = [t for t in modifiers(token) if t.lower_ in words.load("vendors")]
    if capital and left and left[-1].i == token.i - 1:
        return Kind.VENDOR
    if capital and any(child.dep_ == "appos" and singular(child) in words.load("vendors") for child in token.rights):
        return Kind.VENDOR
    return Kind.ROLE if has_who_clause(token) else None
