"""The grammar of one verb: its tense, its negation, its object, and the passive that can be made of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.words import load
from blameless_lint.rewrite.inflect import Tense, base, be, form, participle_of

if TYPE_CHECKING:
    from spacy.tokens import Token

NOT = frozenset({"not", "n't", "n’t", "never", "nt"})
NOBODY = frozenset({"noone", "nobody", "none", "neither", "no-one"})
MEASURES = load("rewriting_times") | load("rewriting_whens") | {"way", "time", "mile", "metre", "meter", "bit", "lot"}
MODALS = frozenset(
    {"will", "can", "could", "would", "must", "may", "might", "shall", "should", "ca", "wo", "'ll", "’ll"}
)
FULL = {"ca": "can", "wo": "will", "'ll": "will", "’ll": "will"}


@dataclass(frozen=True, slots=True)
class Finite:
    """How a verb is said: its tense or modal, whether it is denied, and whether it never came true (“should have”)."""

    tense: Tense
    modal: str
    negated: bool
    unreal: bool

    def be(self, *, plural: bool, negated: bool | None = None) -> str:
        """Return the auxiliaries of the passive."""
        denied = self.negated if negated is None else negated
        if self.modal:
            return f"{self.modal}{' not' if denied else ''} be" if self.modal != "can" or not denied else "cannot be"
        return be(self.tense, plural=plural, negated=denied)


def finite(verb: Token) -> Finite | None:
    """Return how a verb is said, or None where it is no finite verb."""
    if verb.dep_ == "xcomp" and verb.head.lower_ in {"ought", "supposed", "expected", "meant", "oughtn't"}:
        return Finite("past", "", any(child.lower_ in NOT for child in [*verb.head.children, *verb.children]), True)
    shared = _sharing(verb)
    aux = [
        child
        for child in shared.children
        if child.dep_ in {"aux", "auxpass"} and child.i < shared.i and child.tag_ != "TO"
    ]
    words = {child.lower_ for child in aux}
    subject = next((child for child in shared.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    negated = any(child.lower_ in NOT for child in [*verb.children, *shared.children]) or (
        subject is not None and is_nobody(subject)
    )
    modal = next(
        (FULL.get(child.lower_, child.lower_) for child in aux if child.tag_ == "MD" or child.lower_ in MODALS), ""
    )
    if modal in {"'d", "’d"}:
        modal = "" if verb.tag_ in {"VBN", "VBD"} and "have" not in words else "would"
    if not modal and words & {"'d", "’d"} and "have" in words:
        modal = "would"
    perfect = bool(words & {"have", "had", "has", "'ve", "’ve", "of"}) or (not modal and bool(words & {"'d", "’d"}))
    if modal in {"should", "could", "would", "might", "must"} and perfect:
        return Finite("past", "", negated, modal != "must")
    if modal:
        return Finite("present", modal, negated, modal == "should")
    if perfect:
        return Finite("past perfect" if words & {"had", "'d", "’d"} else "present perfect", "", negated, False)
    if shared.tag_ == "VBG":
        past = bool(words & {"was", "were"})
        return Finite("past progressive" if past else "present progressive", "", negated, False) if words else None
    if words & {"do", "does"} or (verb.tag_ in {"VBZ", "VBP"} and not looks_past(verb)):
        return Finite("present", "", negated, False)
    if any(child.dep_ == "auxpass" for child in aux) and words & {"was", "were", "is", "are", "'s", "’s", "'re"}:
        return Finite("past" if words & {"was", "were"} else "present", "", negated, False)
    if "did" in words or looks_past(verb) or verb.tag_ == "VBD" or (verb.tag_ == "VBN" and not aux):
        return Finite("past", "", negated, False)
    return None


def looks_past(verb: Token) -> bool:
    """Return whether a verb is a past tense by its form, whatever the tagger calls it: “Forgot to renew …”."""
    stem = base(verb.text, verb.lemma_)
    return verb.lower_ not in {stem, ""} and verb.lower_ == form(stem, "VBD") and verb.tag_ != "VBN"


def is_present(verb: Token) -> bool:
    """Return whether a verb is in the present, and no past that the tagger takes for one: “I forgot …”."""
    how = finite(verb) if verb.pos_ == "VERB" else None
    return how is not None and how.tense == "present"


def _sharing(verb: Token) -> Token:
    """Return the verb whose auxiliaries a conjunct shares."""
    while (
        verb.dep_ == "conj"
        and verb.head.pos_ in {"VERB", "AUX"}
        and not any(c.dep_ in {"aux", "nsubj"} for c in verb.children)
    ):
        if verb.tag_ != verb.head.tag_ or verb.tag_ in {"VBD", "VBZ", "VBP"}:
            break
        verb = verb.head
    return verb


def is_nobody(subject: Token) -> bool:
    """Return whether a subject is “nobody”, “no one”, “none of them”, “no engineer”."""
    return subject.lower_ in NOBODY or any(child.lower_ in {"no", "neither", "not"} for child in subject.children)


def is_negated(verb: Token) -> bool:
    """Return whether “not” or “never” hangs on a verb."""
    return any(child.lower_ in NOT for child in verb.children)


def participle(verb: Token) -> str:
    """Return a verb's past participle with its particle: "rolled back"."""
    particle = next((child.text for child in verb.children if child.dep_ == "prt"), "")
    own = participle_of(verb.text, base(verb.text, verb.lemma_))  # the tagger holds “has drove” for one
    return f"{prefix(verb)}{own.lower()} {particle}".strip()


def prefix(verb: Token) -> str:
    """Return what a hyphen ties to a verb: "re-"."""
    start = verb.i
    while (
        start > 1
        and verb.doc[start - 1].text == "-"
        and not verb.doc[start - 1].whitespace_
        and not verb.doc[start - 2].whitespace_
    ):
        start -= 2
    return str(verb.doc[start : verb.i].text.lower())


def is_plural(noun: Token) -> bool:
    """Return whether a noun phrase takes a plural verb."""
    if any(child.dep_ == "conj" for child in noun.children) and any(child.lower_ == "and" for child in noun.children):
        return True
    if noun.text == "%":
        return False
    if noun.lower_ in {"they", "them", "these", "those", "we", "us", "you", "both", "many", "few", "people"}:
        return True
    if noun.tag_ in {"NNS", "NNPS"}:
        return not (noun.text.isupper() or re.search(r"[_./]", noun.text))
    if noun.tag_ == "CD":
        return (
            noun.text not in {"1", "one"}
            and noun.text.isalnum()
            and (noun.is_alpha or not any(child.dep_ in {"compound", "nmod", "amod"} for child in noun.children))
        )
    counts = noun.tag_ == "NN" or (noun.tag_ == "NNP" and noun.lower_.endswith("s"))
    return counts and any(
        child.dep_ == "nummod" and child.i < noun.i and child.lower_ not in {"1", "one"} and "." not in child.text
        for child in (noun.subtree if noun.tag_ == "NNP" else noun.children)
    )


def object_of(verb: Token) -> Token | None:
    """Return the head of a verb's direct object; the parser takes some for adverbials: “switched off P2”."""
    after = [child for child in verb.children if child.i > verb.i and child.dep_ != "prt"]
    found = next((child for child in after if child.dep_ == "dobj"), None)
    if found is None and after and after[0].dep_ == "npadvmod" and _is_thing(after[0]):
        return after[0]
    return found


def _is_thing(noun: Token) -> bool:
    """Return whether a noun tells no time, measure or way."""
    if noun.pos_ not in {"NOUN", "PROPN"} or noun.lemma_.lower() in MEASURES or noun.lower_ in lemmas("calendar"):
        return False
    return noun.ent_type_ not in {"DATE", "TIME", "QUANTITY", "PERCENT", "CARDINAL"} and noun.lower_.isalnum()


def lemma_of(verb: Token) -> str:
    """Return a verb's lemma with its particle: "shrug off"."""
    particle = next((child.lower_ for child in verb.children if child.dep_ == "prt"), "")
    return f"{base(verb.text, verb.lemma_)} {particle}".strip()


def departs(verb: Token) -> bool:
    """Return whether “leave” tells that someone went: it has a place and nothing that this is left as."""
    if verb.lemma_.lower() != "leave":
        return False
    ways = {"oprd", "acomp", "xcomp", "ccomp", "prt", "prep", "advmod", "dative", "advcl", "conj"}
    thing = object_of(verb)
    told = [child for child in verb.children if child.i > verb.i and child.dep_ in ways]
    within = [child for child in thing.children if child.dep_ in {"acl", "relcl"}] if thing is not None else []
    times = all(child.lower_ in {"at", "before", "after", "for", "until", "without"} for child in told)
    return not within and times


def subject_child(verb: Token) -> Token | None:
    """Return the subject that stands before its verb."""
    return next(
        (child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass", "csubj"} and child.i < verb.i), None
    )


def is_whoever(verb: Token) -> bool:
    """Return whether a verb is that of a clause which names someone by what they did: “whoever cut the key”."""
    return verb.pos_ in {"VERB", "AUX"} and verb.dep_ == "csubj" and verb.left_edge.lower_ in {"whoever", "whomever"}
