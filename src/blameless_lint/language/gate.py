"""The cheap stage: which sentences could hold blame, so that only they are parsed. Words and word lists, no model."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from blameless_lint.language import words
from blameless_lint.language.lexicon import forms
from blameless_lint.text.document import SectionKind, Sentence

WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:[’'\-][A-Za-zÀ-ÿ]+)*|@")
UNREAL = re.compile(r"\b(?:(?:should|could|would|might|must|ought)(?:n[’']?t)?\b.{0,40}?\b(?:have|of|been|be)\b|(?:should|could|would|might|must)(?:[’']ve|a)\b|had\b)", re.IGNORECASE)
NEGATION = frozenset("not never nobody none neither nor no without w/o cannot hardly barely scarcely little nothing un".split())
PEOPLE = frozenset(
    """i me my mine myself we us our ours ourselves you your yours he him his himself she her hers herself they them their theirs
    who whom whose whoever someone somebody anyone anybody everyone everybody nobody people folks guys humans one @""".split()
)
CAUSE = frozenset("because since caused cause causes causing triggered due led leading broke resulting which so why owing".split())


@dataclass(frozen=True, slots=True)
class Gate:
    """What opens the door beside the word lists: the document's own `names`, in lower case, and the rules' `cues`."""

    names: frozenset[str] = frozenset()
    cues: tuple[re.Pattern[str], ...] = ()


def passes(sentence: Sentence, room: SectionKind, gate: Gate) -> bool:
    """Return whether a sentence must be parsed."""
    text = sentence.text
    names = gate.names
    found = {word.lower().replace("’", "'") for word in WORD.findall(text)}
    found |= {part for word in found if "-" in word or "'" in word for part in re.split(r"[-']", word)}
    if found & alone():
        return True
    if "?" in text and found & {"who", "whose", "why", "how"}:
        return True
    negated = bool(found & NEGATION) or "n't" in text or "n’t" in text or "nt" in found
    if negated and found & undone():
        return True
    if UNREAL.search(text) and ("had" not in found or found & PEOPLE or found & people() or found & names):
        return True
    if any(cue.search(text) for cue in gate.cues):
        return True
    if not (found & PEOPLE or found & names or found & people()):
        return False
    if found & with_person() or (negated and found & duties()):
        return True
    return (room is SectionKind.CAUSES or bool(found & CAUSE)) and bool(found & acts())


@cache
def people() -> frozenset[str]:
    """Return the words that can stand for people: names, roles, teams."""
    lists = ("given_names", "roles", "teams", "ambiguous", "organisations")
    return frozenset(part.lower() for name in lists for term in words.load(name) for part in term.split()[-1:])


@cache
def alone() -> frozenset[str]:
    """Return the words that need no person beside them."""
    lists = ("judgement_adjectives", "judgement_adverbs")
    plain = frozenset(term for name in lists for term in words.load(name)) | words.load("gate_alone")
    return plain | {term for term in words.load("judged_work_adjectives")}


@cache
def with_person() -> frozenset[str]:
    """Return the forms of the verbs that matter when people do them."""
    return forms("omission_verbs") | forms("destructive_verbs") | forms("misconduct_verbs") | forms("gate_with_person")


@cache
def duties() -> frozenset[str]:
    """Return the forms of the verbs that matter when people did not do them."""
    return forms("duty_verbs")


@cache
def undone() -> frozenset[str]:
    """Return the participles that matter when it is said that something was not done."""
    return forms("gate_undone")


@cache
def acts() -> frozenset[str]:
    """Return the forms of the acts that matter where a cause is given."""
    return forms("act_verbs") | forms("change_nouns") | forms("effect_verbs")
