"""The cheap stage: which sentences could hold blame, so that only they are parsed. Words and word lists, no model."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain

from blameless_lint.language import words
from blameless_lint.language.lexicon import forms, lemmas, phrasal
from blameless_lint.text.document import SectionKind, Sentence
from blameless_lint.text.expression import expression
from blameless_lint.text.quick import Quick, quick

WORD = expression(r"[^\W\d_]+(?:[’'\-][^\W\d_]+)*|@")
UNREAL = expression(
    r"\b(?:should|could|would|might|must|ought|supposed|expected|had to|needed to)(?:n[’']?t)?\b(?:.{0,40}?\bha(?:ve|"
    r"d)\b| of\b|[’']ve\b|a\b)"
    r"|\b(?:was|were) (?:supposed|expected) to\b|\bought to have\b|\b(?:should|could|would)a\b",
    re.IGNORECASE,
)
DENIED = expression(
    r"\b(?:did|does|had|has|have)(?:n[’']?t| not| \w+ not)\b|\bnot (?:\w+ly )?(?:having|do|\w+ed|\w+ing)\b"
    r"|\b(?:would|will)(?:n[’']?t| not)\b|\bwon[’']?t\b"
    r"|\b(?:never|nobody|no[- ]one|none|neither|nothing|without|w/o|hardly|barely|scarcely"
    r"|no (?:time|point|occasion))\b|n[’']t (?:\w+ly )?\w+ing\b",
    re.IGNORECASE,
)
LEFT = expression(r"\bdo(?:n[’']?t| not)\b", re.IGNORECASE)
REASON = expression(r"(?:^|[,;:–—(] ?)since\b", re.IGNORECASE)
"""What tells the reason from the time: “…, since they left” and “since 10:04”."""
MISSING = expression(
    r"\b(?:by|for|from|of|in|after|despite|kept) missing\b|\bmissing (?:an?|the|this|that|these|those|its|his|her|their"
    r"|our|my|your|it|them)\b",
    re.IGNORECASE,
)
"""What tells the verb from “the missing index” and “was missing”."""
INITIAL = expression(r"\b[A-Z]\. ?[A-Z][a-z]+")
INVERTED = expression(
    r"\b(?:if|had)\b.*\b(?:would|could|might)|\b(?:would|could|might)\b.*\b(?:if|had)\b", re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True)
class Gate:
    """What opens the door beside the word lists: the document's own `names`, in lower case, and the rules' `cues`."""

    names: frozenset[str] = frozenset()
    cues: tuple[re.Pattern[str], ...] = ()

    @cached_property
    def quick_cues(self) -> tuple[Quick, ...]:
        """Return the cues in a form that is quick to try."""
        return tuple(map(quick, self.cues))


def passes(sentence: Sentence, room: SectionKind, gate: Gate) -> bool:
    """Return whether a sentence must be parsed."""
    text = sentence.text
    written: set[str] = set(WORD.findall(text.replace("’", "'")))
    written |= {part for word in written if "-" in word or "'" in word for part in re.split(r"[-']", word) if part}
    found = {word.lower() for word in written}
    negated = bool(found & lemmas("gate_negations")) or any(mark in text for mark in ("n't", "n’t", "w/o"))
    if _speaks_alone(text, found, gate) or (negated and found & undone()):
        return True
    others = bool(found & (lemmas("gate_others") | gate.names) or _names_people(written, found) or INITIAL.search(text))
    ours = bool(found & lemmas("gate_ours"))
    if not (others or ours):
        return False
    left = found & own_duties() and (ours or LEFT.search(text))
    if negated and (left or (others and _denies_act(text, found))):
        return True
    causes = room is SectionKind.CAUSES or bool(found & lemmas("gate_causes", "gate_harm") or REASON.search(text))
    return _speaks_of_people(text, found) or (causes and bool(found & acts()))


def _speaks_alone(text: str, found: set[str], gate: Gate) -> bool:
    """Return whether the words matter whoever is the subject, and also without one."""
    return bool(
        found & alone()
        or (found & faults() and found & work())
        or (found & LACKING and found & work() - BEING)
        or ("?" in text and found & {"who", "whose", "why", "how"})
        or UNREAL.search(text)
        or _holds_cue(text, gate)
    )


def _holds_cue(text: str, gate: Gate) -> bool:
    small = text.lower()
    return any(cue.is_in(text, small) for cue in gate.quick_cues)


def _denies_act(text: str, found: set[str]) -> bool:
    """Return whether it is said that something was not done, or that fitness lacked; other states blame nobody."""
    nothing = found & forms("empty_act_verbs") and found & LACKING
    return DENIED.search(text) is not None or bool(nothing or found & lemmas("positive_adjectives", "fitness_nouns"))


def _speaks_of_people(text: str, found: set[str]) -> bool:
    """Return whether the words matter in a sentence that mentions people."""
    acts = found & with_person()
    if acts <= {"missing"} and not MISSING.search(text):
        acts = set()
    return bool(acts or (found & phrasals() and found & lemmas("particles")) or INVERTED.search(text))


BEING = frozenset({"was", "were", "is", "are"})
LACKING = frozenset({"no", "zero", "little"})
NAMES = ("given_names", "companies")
GROUPS = (
    "roles", "double_roles", "teams", "bare_teams", "team_nouns", "vendors", "crowds", "customers", "titles",
)  # fmt: skip


@cache
def groups() -> frozenset[str]:
    """Return the nouns that can stand for people, in the singular: roles, teams, customers."""
    return _last_words(GROUPS) - {"it", "system", "client", "host"}


@cache
def people() -> frozenset[str]:
    """Return the words that can stand for people: names, and groups in the singular."""
    return _last_words(NAMES) | groups()


@cache
def capitals() -> frozenset[str]:
    """Return the names that are words as well, which are names only where they have a capital: May, Will."""
    return frozenset(word.capitalize() for word in _last_words(("ambiguous",)))


def _last_words(lists: Sequence[str]) -> frozenset[str]:
    terms = "\n".join(chain.from_iterable(map(words.load, lists))).lower().split("\n")
    return frozenset([term.rpartition(" ")[2] if " " in term else term for term in terms])


def _names_people(written: set[str], found: set[str]) -> bool:
    return (
        "IT" in written
        or not people().isdisjoint(found)
        or any(word[:-1] in groups() for word in found if word.endswith("s"))
        or any(word.capitalize() in capitals() for word in written if word[0].isupper())
    )


@cache
def alone() -> frozenset[str]:
    """Return the words that need nothing beside them."""
    return words.load("gate_alone") | words.load("harsh_adjectives")


@cache
def faults() -> frozenset[str]:
    """Return the words that matter beside a noun of human work: adjectives of reproach, and “lack”."""
    return words.load("judged_work_adjectives") | {"lack", "lacks", "lacked", "absence", "shortage", "deficit"}


@cache
def work() -> frozenset[str]:
    """Return the nouns of human work and of what may lack in it, with their adjectives of reproach alone."""
    return words.load("work_nouns") | words.load("lack_nouns") | BEING


@cache
def with_person() -> frozenset[str]:
    """Return the forms of the verbs that matter when people do them."""
    verbs = ("omission_verbs", "destructive_verbs", "misconduct_verbs", "judging_verbs", "gate_with_person")
    judging = (
        words.load("judgement_adjectives") | words.load("judgement_adverbs") | words.load("judged_work_adjectives")
    )
    return judging.union(*(forms(name) for name in verbs)) - {"compromise"}


@cache
def phrasals() -> frozenset[str]:
    """Return the forms of the phrasal verbs that matter when people do them."""
    return phrasal("omission_verbs") | phrasal("destructive_verbs") | phrasal("misconduct_verbs")


@cache
def own_duties() -> frozenset[str]:
    """Return the forms of the verbs that matter when “we” did not do them."""
    return forms("own_duty_verbs") | forms("duty_verbs") | phrasal("duty_verbs")


@cache
def undone() -> frozenset[str]:
    """Return the participles that matter when it is said that something was not done."""
    return forms("gate_undone")


@cache
def acts() -> frozenset[str]:
    """Return the forms of the acts that matter where a cause is given."""
    lists = ("act_verbs", "change_nouns", "effect_verbs")
    return frozenset().union(*(forms(name) | phrasal(name) for name in lists))
