"""Whether a noun names a group: a team, a department, an organisation, customers, people at large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language import words
from blameless_lint.language.people.cast import Cast
from blameless_lint.language.people.kind import Kind
from blameless_lint.language.people.phrase import closest, determiner, is_code_shaped, is_opaque, modifiers
from blameless_lint.language.people.roles import actor_of, has_who_clause, is_human_act, means_person, singular

if TYPE_CHECKING:
    from spacy.tokens import Token

OWN = frozenset({"our", "my"})
SAID_TO_BE = frozenset(
    {"vendor", "supplier", "contractor", "provider", "partner", "agency", "firm", "company", "manufacturer"}
)
SAID_OF_SYSTEMS = frozenset({"blind", "slow", "late", "poor", "bad", "wrong", "inadequate", "weak", "noisy"})
SIDES = frozenset({"side", "end"})
GROUP = frozenset({"group", "office", "section", "organisation", "organization", "org"})


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
    if one == "member" and any(t.lower_ in words.merged("crowds", "team_nouns") for t in closest(token)):
        return Kind.ROLE
    if one in words.load("customers"):
        return (
            Kind.CUSTOMER
            if one not in words.merged("double_roles", "machine_roles") or means_person(token, one, cast)
            else None
        )
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
    if one in words.load("doubtful_groups") | GROUP:
        if any(
            t.lower_ in words.load("thing_group_modifiers") or t.lower_ in words.load("machine_modifiers") for t in near
        ) or is_code_near(token):
            return None
        kin = words.merged("teams", "bare_teams", "person_modifiers", "vendors", "customers")
        vouched = owner or is_human_act(actor_of(token)) or any(t.lower_ in kin for t in near)
        if not vouched and (one in words.load("doubtful_groups") or not near):
            return None
        if one in GROUP and any(t.lower_ in words.load("thing_group_modifiers") for t in near):
            return None
    return Kind.WE if determiner(token) in OWN and not near and one in words.load("own_groups") else Kind.TEAM


def is_code_near(token: Token) -> bool:
    """Return whether code or an identifier stands directly before a head."""
    return any(is_opaque(t) or is_code_shaped(t.text) for t in modifiers(token))


def _is_department(token: Token, phrase: str) -> bool:
    words_before = closest(token)
    if is_code_near(token):
        return False
    if phrase in words.load("teams") or token.lower_ in words.load("teams"):
        named = (
            phrase in words.load("teams")
            or token.text[:1].isupper()
            or all(t.lower_ in words.load("person_modifiers") for t in words_before)
        )
        return named or (not determiner(token) and is_human_act(actor_of(token)))
    if token.lower_ not in words.load("bare_teams"):
        return False
    return _is_bare(token, words_before) and _acts_like_people(token)


def _is_bare(token: Token, words_before: list[Token]) -> bool:
    """Return whether a department's name stands without an article, with only departments and groups before it."""
    kin = words.merged("bare_teams", "customers", "person_modifiers")
    return (
        not determiner(token)
        and not any(t.dep_ == "poss" for t in token.lefts)
        and all(t.lower_ in kin and t.dep_ == "compound" for t in words_before)
    )


def _acts_like_people(token: Token) -> bool:
    capital = token.text[:1].isupper()
    if token.dep_ == "poss":
        return capital
    if token.dep_ == "pobj" and token.head.dep_ == "prep":
        return (
            capital
            and token.i > 0
            and token.head.head.lower_ in {"one", "nobody", "somebody", "someone", "anyone", "anybody"}
        )
    verb = actor_of(token)
    return verb is not None and (is_human_act(verb) or _is_judged(verb) or _is_plural(verb, token))


def _is_plural(verb: Token, token: Token) -> bool:
    """Return whether a department takes a plural verb: “security were asleep”."""
    marks = [verb, *(child for child in verb.children if child.dep_ in {"aux", "auxpass"})]
    return (
        token.tag_ in {"NN", "NNP"}
        and any(mark.lower_ in {"are", "were", "have"} and not _after_modal(mark) for mark in marks)
        and not any(child.dep_ == "conj" for child in token.children)
    )


def _after_modal(mark: Token) -> bool:
    return any(child.tag_ == "MD" for child in [*mark.head.children, *mark.children])


def _is_judged(verb: Token) -> bool:
    judged = (words.load("judgement_adjectives") - SAID_OF_SYSTEMS) | {
        "asleep",
        "responsible",
        "guilty",
        "unaware",
        "busy",
        "clueless",
    }
    return verb.lemma_ == "be" and any(child.dep_ == "acomp" and child.lower_ in judged for child in verb.children)


def _holds_feeling(token: Token) -> bool:
    return token.dep_ == "poss" and token.head.lower_ in words.load("held_by_people")


def _is_company_mark(text: str) -> bool:
    marks = words.load("organisations")
    return text in marks or text.rstrip(".") in marks


def _organisation(token: Token, one: str, cast: Cast) -> Kind | None:
    if is_code_near(token):
        return None
    if one in words.load("vendors"):
        if one in words.merged("double_roles", "machine_roles") and not means_person(token, one, cast):
            return None
        return (
            Kind.WE
            if determiner(token) in OWN and not closest(token) and one in words.load("own_groups")
            else Kind.VENDOR
        )
    capital = token.text[:1].isupper()
    if capital and (_is_company_mark(token.text) and any(t.text[:1].isupper() for t in closest(token))):
        return Kind.VENDOR
    if capital and token.lower_ in words.load("companies") and (is_human_act(actor_of(token)) or _holds_feeling(token)):
        return Kind.VENDOR
    left = [t for t in modifiers(token) if t.lower_ in SAID_TO_BE]
    if capital and left and left[-1].i == token.i - 1:
        return Kind.VENDOR
    if capital and any(child.dep_ == "appos" and singular(child) in words.load("vendors") for child in token.rights):
        return Kind.VENDOR
    return Kind.ROLE if has_who_clause(token) else None
