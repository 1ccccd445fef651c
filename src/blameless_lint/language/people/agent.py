"""Who the head of a noun phrase is: a person, a group, or nobody that can be blamed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from blameless_lint.language import words
from blameless_lint.language.people import pronouns
from blameless_lint.language.people.cast import Cast
from blameless_lint.language.people.groups import kind_of_group
from blameless_lint.language.people.kind import Kind
from blameless_lint.language.people.names import is_name
from blameless_lint.language.people.phrase import (
    closest,
    determiner,
    governor,
    hyphenated,
    is_code_shaped,
    is_opaque,
    modifiers,
    reach,
)
from blameless_lint.language.people.roles import is_human_act, is_role, singular

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Agent", "Kind", "identify"]

NO = frozenset({"no", "neither"})


@dataclass(frozen=True, slots=True)
class Agent:
    """A person or group in a sentence: `token` is the head, [start, end) the range of tokens that names it."""

    kind: Kind
    token: Token
    start: int
    end: int


def identify(token: Token, cast: Cast, *, previous: Doc | None = None) -> Agent | None:
    """Return who the head of a noun phrase (or a pronoun) is, or None where it is no person or group.

    `previous` is the sentence before, where “they” may find whom it stands for.
    """
    kind = kind_of(token, cast, previous)
    if kind is None:
        return None
    kind = _with_negation(token, kind)
    companions = kind in {Kind.NOBODY, Kind.INDEFINITE} or token.lower_ in words.load("partitives")
    start, end = reach(token, with_companions=companions)
    return Agent(kind, token, start, end)


def kind_of(token: Token, cast: Cast, previous: Doc | None = None, *, depth: int = 3) -> Kind | None:
    """Return the kind of person or group that a head stands for, or None."""
    word = token.lower_
    if word in cast.systems or _phrase(token) in cast.systems or (word == "it" and token.text != "IT"):
        return None
    if hyphenated(token).lower() == "on-call" and not _leads_on(token):
        return Kind.ROLE
    if is_opaque(token):
        return Kind.HANDLE if word.strip("`") in cast.handles else None
    if len(token.text) > 1 and (token.text.startswith("@") or hyphenated(token).startswith("@")):
        return Kind.HANDLE
    if token.pos_ in {"PRON", "DET", "NUM", "ADJ", "NOUN", "PROPN", "X", "ADV"} and (
        found := _pronoun(token, cast, previous, depth)
    ):
        return found[0]
    if token.pos_ not in {"NOUN", "PROPN", "X", "ADJ", "NUM", "PRON", "INTJ", "VERB", "ADV"}:
        return None
    return _noun(token, cast, previous, depth)


def _leads_on(token: Token) -> bool:
    """Return whether “on-call” only describes the noun that follows."""
    last = token.i if token.lower_ == "call" else token.i + 2
    following = token.doc[last + 1] if last + 1 < len(token.doc) else None
    return (
        following is not None and following.pos_ in {"NOUN", "PROPN"} and following.dep_ not in {"appos", "dobj"}
    ) or token.text == "-"


def _pronoun(token: Token, cast: Cast, previous: Doc | None, depth: int) -> tuple[Kind | None] | None:
    """Return the kind in a tuple where the word is a pronoun or a partitive, or None where it is neither."""
    word = token.lower_
    if word in pronouns.WORDS and not (word == "mine" and token.pos_ == "NOUN") and word != "else":
        return (pronouns.WORDS[word],)
    if word in pronouns.PLURAL:
        alone = Kind.PRONOUN if _may_open(token) else None
        return (
            pronouns.they(token, lambda other: kind_of(other, cast, depth=0), previous, alone=alone) if depth else None,
        )
    if word in {"who", "whom", "whose"}:
        noun = pronouns.antecedent(token)
        if noun is None:
            return (Kind.INDEFINITE,)
        return (kind_of(noun, cast, previous, depth=depth - 1) if depth else None,)
    if word == "one" and _is_no_one(token):
        return (Kind.NOBODY,)
    if word in words.load("partitives"):
        return _partitive(token, cast, previous, depth)
    return None


def _may_open(token: Token) -> bool:
    """Return whether “they” with nothing before it means people: it opens the sentence, or does what people do."""
    return token.i <= 2 or token.dep_ == "poss" or is_human_act(governor(token))


def _is_no_one(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).lower_ == "no"


def _partitive(token: Token, cast: Cast, previous: Doc | None, depth: int) -> tuple[Kind | None] | None:
    whole = pronouns.partitive_of(token)
    if whole is not None and depth:
        kind = kind_of(whole, cast, previous, depth=depth - 1)
        if token.lower_ in {"none", "neither"} and kind is not None:
            return (Kind.NOBODY,)
        if kind is not None:
            return (kind,)
    if token.lower_ == "one":
        return (pronouns.one(token),) if token.pos_ != "NOUN" or whole is None else None
    if token.lower_ in {"both", "others", "neither", "all"} and token.pos_ in {"PRON", "DET", "NOUN"} and depth:
        return (pronouns.they(token, lambda other: kind_of(other, cast, depth=0), previous, alone=None),)
    return None


def _noun(token: Token, cast: Cast, previous: Doc | None, depth: int) -> Kind | None:
    if depth and (named := _numbered(token)) is not None:  # “Technician A”, “Ward 4B”
        return kind_of(named, cast, previous, depth=depth - 1)
    if token.pos_ in {"NOUN", "PROPN", "X", "ADJ", "INTJ", "VERB", "ADV"} and is_name(token, cast):
        return Kind.NAME
    if token.lower_ in cast.handles and token.pos_ != "VERB":
        return Kind.HANDLE
    if token.pos_ in {"VERB", "ADV", "INTJ"}:
        return None
    if token.lower_ == "truly" or (token.lower_ == "undersigned"):
        return Kind.SELF
    group = kind_of_group(token, cast)
    if group is not None and (token.lower_ in words.load("crowds") or singular(token) not in words.load("roles")):
        return group
    if is_role(token, cast):
        return Kind.ROLE
    if group is not None:
        return group
    if _does_as_people(token):
        return Kind.ROLE
    if _is_body(token):
        return Kind.TEAM
    if token.text[:1].isupper() and depth:
        return _by_apposition(token, cast, depth) or (Kind.NAME if _thinks(token) else None)
    return None


def _does_as_people(token: Token) -> bool:
    """Return whether a common noun is said to do what nothing but people does."""
    verb = governor(token)
    if verb is None or token.dep_ == "nsubjpass" or token.pos_ != "NOUN" or is_code_shaped(token.text):
        return False
    if token.lower_ in words.merged("software", "things", "machine_roles") or singular(token) in words.merged(
        "software", "things", "machine_roles"
    ):
        return False
    return verb.lemma_.lower() in words.load("only_people_verbs") and verb.pos_ == "VERB"


def _is_body(token: Token) -> bool:
    """Return whether an unknown abbreviation does what only people and bodies of people do: “EUSC refused”."""
    text = token.text
    letters = text.rstrip("0123456789")
    if not (letters.isalpha() and letters.isupper() and 2 <= len(letters) <= 6) or token.dep_ == "nsubjpass":
        return False
    if token.lower_ in words.merged("software", "things", "machine_roles", "companies"):
        return False
    verb = governor(token)
    acts = words.merged("mind_verbs", "only_people_verbs", "addressing_verbs", "body_verbs")
    if verb is None:
        return False
    joined = [verb, *(child for child in verb.children if child.dep_ == "conj")]
    return any(act.lemma_.lower() in acts for act in joined)


def _thinks(token: Token) -> bool:
    """Return whether an unknown proper noun does what only people do: it thinks, speaks, wants."""
    if token.pos_ != "PROPN" or token.text.isupper() or is_code_shaped(token.text) or not token.text.isalpha():
        return False
    if (
        closest(token)
        or determiner(token)
        or token.lower_ in words.merged("software", "things", "machine_roles", "bare_teams")
    ):
        return False
    verb = governor(token)
    return verb is not None and verb.lemma_.lower() in words.load("mind_verbs") and token.dep_ != "nsubjpass"


def _numbered(token: Token) -> Token | None:
    """Return the noun that a letter or number behind it tells apart, or None."""
    if len(token.text) > 2 or token.i == 0 or not token.text[:1].isalnum() or token.text.islower():
        return None
    noun = token.nbor(-1)
    return noun if noun.dep_ == "compound" and noun.head == token and noun.text[:1].isupper() else None


def _by_apposition(token: Token, cast: Cast, depth: int) -> Kind | None:
    """Return NAME for a capitalised word that a role explains: “our DBA, Lena”, “release manager Ivo”."""
    if token.dep_ == "appos" and kind_of(token.head, cast, depth=depth - 1) in {Kind.ROLE, Kind.VENDOR}:
        return Kind.NAME
    for child in token.children:
        if child.dep_ == "appos" and child.pos_ == "NOUN" and is_role(child, cast):
            return Kind.NAME
        if (
            child.dep_ == "compound"
            and child.i == token.i - 1
            and child.text.islower()
            and singular(child) in words.load("roles")
        ):
            return Kind.NAME
    return None


def _with_negation(token: Token, kind: Kind) -> Kind:
    left = modifiers(token)
    if determiner(token) in NO or any(t.dep_ == "preconj" and t.lower_ == "neither" for t in token.lefts):
        return Kind.NOBODY
    if left and left[0].lower_ in {"no", "neither"} and kind is not Kind.NOBODY:
        return Kind.NOBODY
    if left and left[0].i > 0 and token.doc[left[0].i - 1].lower_ == "not" and left[0].lower_ in {"a", "one"}:
        return Kind.NOBODY
    if token.lower_ == "one" and token.i > 0 and token.nbor(-1).lower_ == "not":
        return Kind.NOBODY
    return kind


def _phrase(token: Token) -> str:
    return " ".join([*(t.lower_ for t in closest(token)), token.lower_])
