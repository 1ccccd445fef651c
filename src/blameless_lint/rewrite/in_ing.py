"""Say what someone did, or left undone, in -ing: “did not look”: “not looking”, “forgot to look”: “not looking”."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.subject import is_passive
from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.words import load
from blameless_lint.rewrite.adverbs import EMPTY_ADVERBS
from blameless_lint.rewrite.counterfactual import is_wishing
from blameless_lint.rewrite.inflect import base, form, is_verb
from blameless_lint.rewrite.omission import DONE, DUE, EFFORT, LEAVING, RULES
from blameless_lint.rewrite.subject import IDIOM_OBJECTS
from blameless_lint.rewrite.verb import NOT, Finite, finite, lemma_of, object_of, prefix

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

SAYABLE = frozenset(
    {"look", "show", "turn", "work", "share", "perform", "go", "come", "play", "make", "end", "act", "let"}
)
UNSEEN = frozenset({"see", "notice", "find", "hear", "get", "keep", "receive", "stay", "think", "consider", "say"})
NOT_SAID = (load("rewriting_not_in_ing") - SAYABLE) | UNSEEN | {"insist", "owe", "waste", "realise", "realize"}
PLAIN = frozenset(
    {"skip", "bypass", "leave", "mistype", "misread", "type", "press", "click", "read", "ask", "choose", "decide",
     "tell", "warn", "train", "take", "assume", "hire", "deny", "lock", "wipe", "kill", "leak", "overload", "flood",
     "break"}
)  # fmt: skip
HARSH = (
    "misconduct_verbs",
    "judging_verbs",
    "sanction_verbs",
    "harm_verbs",
    "mind_verbs",
    "omission_verbs",
    "strong_omission_verbs",
)
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


def in_ing(verb: Token, scene: Scene) -> dict[int, str] | None:
    """Return what takes the place of each word of a clause's subject and verb, None where it cannot be said so."""
    how = Finite("past", "", _is_denied(verb), True) if verb.lower_ == "ought" else finite(verb)
    if how is None or _is_torn(verb):
        return None
    act, denied = _meant(verb, scene, how)
    if act is None or (act == verb and (_is_told_of(verb) or how.modal)):
        return None
    said = gerund_of(act, denied=denied)
    thing = object_of(act)
    if said is None or (thing is not None and thing.lemma_.lower() in IDIOM_OBJECTS):
        return None
    changes = dict.fromkeys((part.i for part in _gone(verb, act)), "")
    subject = subject_of(verb)
    if subject is not None:
        changes.update(dict.fromkeys((part.i for part in subject.subtree), ""))
    no, kept = "not " if denied else "", _adverbs(verb, act, scene)
    changes[act.i] = f"{no}{kept}{said}".replace("not not ", "") if act == verb else f"{kept}{no}{said}"
    return changes


def _is_told_of(verb: Token) -> bool:
    return is_passive(verb) and verb.dep_ != "acl"


def subject_of(verb: Token) -> Token | None:
    """Return the subject in a verb's own clause."""
    return next((child for child in verb.children if child.dep_ in SUBJECTS), None)


def _is_torn(verb: Token) -> bool:
    """Return whether the parser took a noun, or the verb of another clause, for a verb tied to the first."""
    if verb.dep_ != "conj" or subject_of(verb) is not None:
        return False
    before = verb.doc[verb.left_edge.i - 1]
    return before.dep_ != "cc" and not before.is_punct


def _is_denied(verb: Token) -> bool:
    return any(child.lower_ in NOT for child in verb.children)


def _meant(verb: Token, scene: Scene, how: Finite) -> tuple[Token | None, bool]:
    """Return the verb that tells what was done, and whether it was left undone: that in “forgot to look”."""
    denied = how.negated != how.unreal
    if any(child.dep_ == "advcl" and child.left_edge.lower_ in {"if", "had"} for child in verb.children):
        return None, False
    inner = next((child for child in verb.children if child.dep_ == "xcomp" and child.i > verb.i), None)
    lemma = lemma_of(verb)
    if inner is None:
        return verb, denied
    if is_wishing(verb):
        return inner, not (how.negated or _is_denied(inner))
    if verb.lower_ == "bothered" and how.negated and is_passive(verb):
        return inner, True
    if lemma == "keep" and not how.negated and inner.tag_ == "VBG":
        return verb, False
    if lemma in LEAVING:
        return inner, (not denied) != _is_denied(inner)
    if lemma in EFFORT and denied:
        return inner, not _is_denied(inner)
    if lemma in {"need", "have"} and scene.request.category == "counterfactual" and not how.negated:
        return inner, True
    return verb, denied


def gerund_of(act: Token, *, denied: bool) -> str | None:
    """Return a verb in -ing, or what says the same without blame: “ignored”: “not acting on”."""
    done, thing = DONE.get(lemma_of(act)), object_of(act)
    if (
        done is not None
        and thing is not None
        and not _is_other(act, thing)
        and not any(child.dep_ == "prt" for child in act.children)
    ):
        first, _, rest = done.removeprefix("not ").partition(" ")
        said = f"{form(base(first, first), 'VBG')} {rest}".strip()
        return f"not {said}" if done.startswith("not ") else said
    lemma = base(act.text, act.lemma_)
    if lemma == "keep" and any(child.dep_ == "xcomp" and child.tag_ == "VBG" for child in act.children):
        return "continuing"
    if lemma == "do":
        return "doing" if thing is not None and thing.lower_ in {"it", "nothing", "so"} else None
    if lemma == "say" and thing is not None and thing.lower_ == "nothing":
        return "saying"
    harsh = lemma in lemmas(*HARSH) and lemma not in PLAIN
    if (lemma in NOT_SAID and not (denied and lemma in UNSEEN)) or harsh or not is_verb(act.text):
        return None
    if act.lower_.endswith("lled") and not lemma.endswith("ll"):
        return prefix(act) + act.lower_[:-2] + "ing"
    return prefix(act) + form(lemma, "VBG")


def _is_other(act: Token, thing: Token) -> bool:
    """Return whether a verb means no leaving out with its object: “broke the login”, “missed the deadline”."""
    if act.lemma_.lower() == "break":
        return thing.lemma_.lower() not in RULES
    return act.lemma_.lower() == "miss" and DUE.search(thing.text) is not None


def _adverbs(verb: Token, act: Token, scene: Scene) -> str:
    """Return the adverbs before the verb that tell something: “accidentally”, “repeatedly”."""
    kept = [
        child.text
        for part in dict.fromkeys((verb, act))
        for child in part.children
        if child.dep_ == "advmod"
        and child.i < part.i
        and child.tag_ == "RB"
        and child.n_lefts == child.n_rights == 0
        and child.lower_ not in EMPTY_ADVERBS | NOT
        and child.i not in scene.judging
        and _is_behind_subject(child, verb)
    ]
    return " ".join([*kept, ""]) if kept else ""


def _is_behind_subject(child: Token, verb: Token) -> bool:
    subject = subject_of(verb)
    return subject is None or child.i > subject.i


def _gone(verb: Token, act: Token) -> Iterator[Token]:
    """Yield the words that the phrase in -ing takes the place of."""
    for part in dict.fromkeys((verb, act)):
        yield part
        for child in part.children:
            adverb = child.dep_ in {"advmod", "neg"} and child.i < part.i and _is_behind_subject(child, verb)
            if child.dep_ in {"aux", "auxpass"} or adverb:
                yield from child.subtree
            if child.lower_ in NOT and child.i < act.i:
                yield child
            if part == verb and act != verb and child.dep_ == "prt":
                yield child
