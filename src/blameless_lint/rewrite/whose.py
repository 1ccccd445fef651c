"""Whether a rewrite loses whose thing it was, or who of several it was, where that is a fact and no blame."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.human_error import ERRORS, HUMAN
from blameless_lint.rewrite.silence import is_silence
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example("The keeper of the tide tables did not print the new ones.", "did not print", "The keeper", "", "omission"),
    Example(
        "None of the bakers weighed the salt.",
        "None of the bakers weighed the salt",
        "None of the bakers",
        "",
    ),
    Example(
        "They did not ask for a second key and opened the safe themselves.",
        "did not ask for a second key",
        "They",
        "",
    ),
    Example(
        "The printer assured us that the ink was dry, which it plainly was not.",
        "plainly",
        "The printer",
        "",
        "hindsight",
    ),
    Example(
        "The kiln cooled because a potter, against every instruction, opened the hatch.",
        "opened the hatch",
        "a potter",
        "",
        "person-cause",
    ),
    Example("The other kitchen never asked for salt.", "never asked for salt", "The other kitchen", ""),
    Example("The market doesn't open a gate after four.", "doesn't open a gate", "The market", ""),
    Example("Your baker did not reply, so please send your order again.", "did not reply", "Your baker", ""),
    Example("The caretaker left to go home without calling us.", "without calling us", "The caretaker", ""),
)
OF = frozenset({"of", "at", "for", "from", "in"})
FEW_OF = frozenset({"none", "neither", "both", "one", "two", "three", "several", "some", "most", "half"})
SELVES = frozenset({"himself", "herself", "itself", "themselves", "ourselves", "myself"})
SAYING = frozenset({"assure", "promise", "claim", "state", "insist", "guarantee", "advise", "confirm", "warn"})
OURS = frozenset({"our", "my", "their", "his", "her", "its", "your"})
IDLED = expression(r"(?i)□ led to leaving to\b|\b(?:was|were) spent\b|^instead,? □ led to\b")


def loses_whose(outside: str, text: str, scene: Scene) -> str:
    """Return the word that told whose or which it was and is gone, "" where there is none."""
    if scene.request.category == "punitive":
        return ""
    said = outside.lower()
    if IDLED.search(outside):
        return "tells what nobody does"
    lost = next((token for token in scene.tokens if _is_lost(token, said, scene)), None)
    if lost is not None:
        return f"loses whose {lost.text}"
    head = scene.head
    if head is None:
        return ""
    things = [part for part in _phrase(head) if _is_thing(part, scene)]
    gone = next((part for part in things if part.lower_ not in text.lower()), None)
    return f"loses whose {gone.text}" if gone is not None else ""


def _phrase(head: Token) -> list[Token]:
    """Return what tells of which thing someone is in charge: “the keeper of the tide tables”."""
    if head.pos_ == "PRON" or head.dep_ == "poss":
        return []
    held = [
        inner
        for child in head.children
        if child.dep_ == "prep" and child.lower_ in OF
        for inner in child.children
        if inner.dep_ == "pobj"
    ]
    owners = [
        child for child in head.children if child.dep_ == "poss" and child.pos_ == "NOUN" and child.lower_ not in OURS
    ]
    return held + owners


def _is_thing(noun: Token, scene: Scene) -> bool:
    return noun.pos_ in {"NOUN", "PROPN"} and not scene.request.is_person(noun) and noun.lower_ not in {"part", "side"}


def _is_lost(token: Token, said: str, scene: Scene) -> bool:
    """Return whether a small word that tells who, whose or against what is gone: “themselves”, “none of the …”."""
    if token.lower_ in SELVES:
        if token.i and token.nbor(-1).i in scene.blamed and token.nbor(-1).dep_ == "nsubj":
            return False  # “that she herself had made”
        if any(is_silence(part) for part in token.ancestors) and "passed on" in said:
            return False
        return token.lower_ not in said and not scene.request.is_judgement
    if token.lower_ == "against" and token.dep_ == "prep":
        return "against" not in said
    if token.lower_ == "half" and token.i in {part.i for part in scene.doc[slice(*_around(scene))]}:
        return True
    if token.lower_ in FEW_OF and token.i in scene.blamed:
        return any(
            inner.pos_ in {"NOUN", "PROPN"} and not inner.tag_.startswith("PRP")
            for of in token.children
            if of.lower_ == "of"
            for inner in of.children
        )
    if token.lower_ == "else" and token.i and token.nbor(-1).lower_ in {"one", "nobody", "anyone", "anybody", "noone"}:
        return "else" not in said
    if token.lower_ == "else" or (token.lower_ == "neither" and token.dep_ in {"preconj", "cc"}):
        return token.lower_ not in said and token.i in {part.i for part in scene.doc[slice(*_around(scene))]}
    if token.lower_ == "other" and token.dep_ == "amod" and token.head == scene.head:
        return any(child.lower_ == "the" for child in token.head.children)
    if token.lower_ in OURS and token.dep_ == "poss":
        return _is_owner_lost(token, said, scene)
    if token.dep_ in {"amod", "compound"} and token.head.lemma_.lower() in ERRORS:
        kind = token.i not in scene.blamed | scene.judging and token.lower_ not in HUMAN and token.pos_ == "NOUN"
        return kind and token.lower_ not in said and not scene.request.is_person(token)
    if token.dep_ == "prep" and token.lower_ == "at" and token.head.lemma_.lower() in ERRORS:
        return not any(inner.lower_ in said for inner in token.children if inner.dep_ == "pobj")
    habit = token.tag_ in {"VBZ", "VBP"} and token.pos_ == "VERB" and scene.is_done_by_blamed(token)
    if habit and any(part.lower_ == "without" for part in token.subtree):
        return True  # what someone is used to do without something is theirs to change
    denied = token.pos_ == "VERB" and any(child.lower_ in {"do", "does"} for child in token.children)
    if denied and scene.is_done_by_blamed(token) and scene.head is not None and scene.head.pos_ != "PRON":
        return (
            any(child.dep_ == "neg" for child in token.children)
            and re.search(r"\b(?:is|are|led to)\b", said) is not None
        )
    saying = token.pos_ == "VERB" and token.lemma_.lower() in SAYING and scene.is_done_by_blamed(token)
    return saying and any(child.dep_ == "ccomp" for child in token.children)


def _around(scene: Scene) -> tuple[int, int]:
    """Return from where to where the blamed are named, with the word before them."""
    start, end = scene.request.agent or (0, 0)
    return max(0, start - 1), end


def _is_owner_lost(owner: Token, said: str, scene: Scene) -> bool:
    """Return whether “your account” has become “the account”, or a thing of ours that does something any thing."""
    start, end = scene.request.agent or (0, 0)
    alone = owner.lower_ == "your" and end - start == 1
    if (start <= owner.i < end and not alone) or owner.i + 1 >= len(owner.doc):
        return False
    following = owner.nbor(1).lower_
    if owner.lower_ == "your":
        return f"your {following}" not in said
    acts = owner.head.dep_ in {"nsubj", "nsubjpass"} and not scene.request.holds(owner)
    return acts and re.search(rf"\ban? {re.escape(following)}", said) is not None
