"""What could not have been done otherwise, and what went well: “no alert that she could have seen”, “luckily, …”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.language.grammar.predication import Predication

LUCKY = frozenset({"luckily", "fortunately", "thankfully", "mercifully"})
NONE = frozenset({"nothing", "none", "nobody", "nowhere"})
FEW = frozenset({"no", "little", "hardly"})


def is_credited(found: Predication) -> bool:
    """Return whether people are cleared, or thanked, by a past that was not."""
    return _could_not(found) or _is_lucky(found) or _is_rescue(found) or _is_shared(found)


def _is_shared(found: Predication) -> bool:
    """Return whether others are said to have done the same: “anyone would have made the same choice”."""
    if found.modal != "would" or not found.perfect or found.negated or found.agent is None:
        return False
    objects = [child for child in found.verb.children if child.dep_ == "dobj"]
    return any(word.lower_ == "same" for noun in objects for word in noun.children)


def _could_not(found: Predication) -> bool:
    """Return whether there was no way to do it: “nothing he could have done”, “could not have known”."""
    if found.modal != "could" or not found.perfect:
        return False
    if found.negated:
        return found.lemma in lemmas("unknowable_verbs")
    head = found.verb.head
    return found.verb.dep_ in {"relcl", "acl", "ccomp"} and _is_none(head)


def _is_none(noun: Token) -> bool:
    """Return whether a noun is denied, by itself or by its “no”: “nothing”, “no switch”, “hardly a way”."""
    return noun.lower_ in NONE or any(child.lower_ in FEW for child in noun.children)


def _is_lucky(found: Predication) -> bool:
    """Return whether what was not done is called luck: “luckily Tom had not yet deleted the backup”."""
    return found.negated and any(child.lower_ in LUCKY for child in found.verb.children)


def _is_rescue(found: Predication) -> bool:
    """Return whether an act is said to have saved the day: “had she not called, we would have lost the data”."""
    verb, main = found.verb, found.verb.head
    if not found.negated or found.modal or verb.dep_ not in {"advcl", "ccomp"} or not is_condition(verb):
        return False
    if not any(child.dep_ == "aux" and child.lower_ in {"would", "could", "might", "'d"} for child in main.children):
        return False
    if found.lemma in lemmas("strong_omission_verbs") or any(child.dep_ == "neg" for child in main.children):
        return False
    if main.lemma_ in {"avoid", "prevent", "escape", "spare"}:
        return False
    told = [token for token in main.subtree if token not in verb.subtree]
    worse = any(token.lemma_.lower() in lemmas("worsening_words") for token in told)
    return worse or found.lemma.split()[0] in lemmas("rescuing_verbs")


def is_condition(verb: Token) -> bool:
    """Return whether a clause is an unreal condition: “if … had not”, “had … not”, “without”."""
    first = verb.left_edge.lower_
    return first == "had" or any(child.lower_ == "if" for child in verb.children)
