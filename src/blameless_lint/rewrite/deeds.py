"""Ask what led to acts and omissions that no passive can tell: “Which conditions led to not looking at …?”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.rewrite.counterfactual import is_unreal_condition, outcome_of
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.in_ing import gerund_of, in_ing, subject_of
from blameless_lint.rewrite.judgement import tells_intent
from blameless_lint.rewrite.led_to import OPEN, as_hindered
from blameless_lint.rewrite.said import said_with
from blameless_lint.rewrite.verb import finite
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "The second pharmacist signed from the corridor and did not look at the label.",
        "signed from the corridor",
        "The second pharmacist",
        "Which conditions led to signing from the corridor and not looking at the label?",
    ),
    Example(
        "At 09:40 the crane driver drove on without waiting for the banksman, and the load swung.",
        "drove on",
        "the crane driver",
        "At 09:40, which conditions led to driving on without waiting for the banksman, and the load swung?",
        "person-cause",
    ),
    Example(
        "The new host never spoke with the studio, although the run sheet asks for it.",
        "never spoke",
        "The new host",
        "Which conditions stood in the way of speaking with the studio, although the run sheet asks for it?",
    ),
    Example(
        "The jib swung because the rigger drove off with the load.",
        "drove off",
        "the rigger",
        "The jib swung: which conditions led to driving off with the load?",
        "person-cause",
    ),
    Example(
        "If the understudy had practised with the fly crew, the batten would not have dropped.",
        "If the understudy had practised",
        "the understudy",
        "Which conditions stood in the way of practising with the fly crew, and the batten dropped?",
        "counterfactual",
    ),
    Example("I asked others to wash their hands.", "wash their hands", "I", ""),
    Example("Dana had known of the leak and hated the old pump.", "had known", "Dana", ""),
)
CATEGORIES = frozenset({"omission", "counterfactual", "person-cause", "human-error"})
BOUND = frozenset({"IN", "WDT", "WP", "WP$", "WRB", "VBD", "MD"})
LEFT_UNDONE = expression(
    r"\b(?:not|no|nothing|nobody|without|instead|skipping|leaving|unread|rather than|against|only|late|"
    r"minutes|hours|days|weeks|months)\b",
    re.IGNORECASE,
)
MOST = 3  # acts in one sentence
BROKEN = expression(r"\bin doing so\b|\bdid ?n[o’']t\b[^;:]*$")


def deeds(scene: Scene) -> Iterator[str]:
    """Yield the sentence with the acts of the blamed in -ing behind an open condition."""
    first = scene.doc[0]
    asks = "?" in scene.text or first.tag_[0] == "W" or (first.pos_ == "AUX" and first.lower_ != "had")
    if scene.request.category not in CATEGORIES or scene.head is None or asks or tells_intent(scene):
        return
    if scene.request.is_implied and scene.request.category == "person-cause":
        return  # what no grammar holds for the cause is asked about in its own words only
    said = _undone(scene)
    if said:
        yield as_hindered(said)
        return
    found = [verb for verb in scene.tokens if is_act(verb, scene)]
    changes: dict[int, str] = {}
    for verb in found:
        own = in_ing(verb, scene) if _may_open(verb) else None
        opening = "" if own is None else _opening(verb, scene)
        if own is None:
            return
        act = max(own, key=lambda place: len(own[place]))
        changes.update({**own, act: opening + own[act]})
        if _is_reason(verb):
            changes.update({verb.left_edge.i: "", act: f": {changes[act]}"})
        if verb.dep_ == "acl":
            changes.update({part.i: "" for part in scene.doc[verb.head.left_edge.i : verb.i]})
    text = said_with(scene, changes, range(len(scene.doc))) if len(found) <= MOST else ""
    words = [part for part in text.replace(OPEN, "").split() if part != "not"]
    if text.count(OPEN) == 1 and len(words) > 1 and not BROKEN.search(text) and _is_of_its_category(text, scene):
        yield as_hindered(text) if len(found) == 1 or text.count(" not ") == len(found) else text


def _is_of_its_category(text: str, scene: Scene) -> bool:
    """Return whether an omission is told as one: something was not done, or another thing was done instead."""
    return scene.request.category != "omission" or LEFT_UNDONE.search(text) is not None


def is_act(verb: Token, scene: Scene) -> bool:
    """Return whether a verb is finite, has the blamed as its subject, and tells in a clause that may be opened."""
    if verb.pos_ not in {"VERB", "AUX"} or verb.dep_ in {"aux", "auxpass", "relcl", "xcomp"}:
        return False
    if finite(verb) is None and verb.lower_ != "ought":
        return False
    if _is_taken_for_participle(verb, scene):
        return True
    if verb.dep_ == "conj" and subject_of(verb) is None and _is_taken_for_participle(verb.head, scene):
        return True
    return scene.is_done_by_blamed(verb) or _is_within(scene, verb)


def _is_taken_for_participle(verb: Token, scene: Scene) -> bool:
    """Return whether the parser hung the only past tense of a sentence on its subject: “The checker signed from …”."""
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or verb.head.dep_ != "ROOT" or verb.head.i not in scene.blamed:
        return False
    return verb.i == verb.head.i + 1 and not any(child.dep_ == "agent" for child in verb.children)


def _is_within(scene: Scene, verb: Token) -> bool:
    """Return whether the blamed are named inside the phrase of a person that is the subject of a verb."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj" and child.i < verb.i), None)
    if subject is None or scene.head is None or not scene.request.is_person(subject):
        return False
    return scene.head in subject.subtree


def _opening(verb: Token, scene: Scene) -> str:
    """Return the open condition that an act stands behind, or “and” where it shares that of the act before it."""
    subject = subject_of(verb)
    if subject is not None and subject.dep_ == "csubj" and is_act(subject, scene):
        return "and "
    if verb.dep_ != "conj":
        return OPEN
    heads = (verb.head, verb.head.head) if verb.head.dep_ in {"xcomp", "conj"} else (verb.head,)
    return "" if any(is_act(head, scene) for head in heads) else OPEN


def _is_reason(verb: Token) -> bool:
    """Return whether a clause behind the main one tells the reason for it: “… because the rigger drove off”."""
    marked = verb.left_edge.lower_ in {"because", "since"} and verb.left_edge.i > verb.head.i
    return verb.dep_ == "advcl" and marked and verb.head.dep_ == "ROOT"


def _is_moment(verb: Token) -> bool:
    """Return whether a clause behind the main one tells when it was: “… when the rigger drove off”."""
    return verb.dep_ == "advcl" and verb.left_edge.lower_ == "when" and verb.left_edge.i == verb.head.i + 1


def _may_open(verb: Token) -> bool:
    """Return whether a verb's clause stands by itself: an open question reads badly behind “that”."""
    if not any(
        child.dep_ in {"prep", "dobj", "prt", "advcl", "xcomp", "ccomp", "dative", "npadvmod"}
        for child in verb.children
    ):
        return any(child.dep_ in {"neg", "advmod"} for child in verb.children)
    if _is_reason(verb) or _is_moment(verb):
        return True
    if verb.dep_ in {"ROOT", "conj", "parataxis", "acl"} or (
        verb.dep_ == "ccomp" and verb.i < verb.head.i and verb.left_edge.tag_ not in BOUND
    ):
        return True
    return verb.dep_ == "csubj" and verb.left_edge.lower_ == "whoever"


def _undone(scene: Scene) -> str:
    """Return what was not done in the place of “If X had done it, …”, with what came about, "" for all else."""
    for verb in scene.tokens:
        if verb.dep_ != "advcl" or not is_unreal_condition(verb) or not scene.is_done_by_blamed(verb):
            continue
        own, how = in_ing(verb, scene), finite(verb)
        denied = how is not None and how.negated
        said = gerund_of(verb, denied=not denied) if own is not None else None
        if own is None or said is None:
            return ""
        own |= {verb.i: f"{OPEN}{'' if denied else 'not '}{said}", verb.left_edge.i: ""}
        own |= {part.i: "" for part in scene.doc[verb.left_edge.i : verb.i] if part.lower_ in {"only", "just"}}
        for other in (child for child in verb.children if child.dep_ == "conj"):
            own |= in_ing(other, scene) or {}
        clause = said_with(scene, own, range(verb.left_edge.i, verb.right_edge.i + 1)).rstrip(" ,.")
        outcome = outcome_of(verb.head, verb, scene).rstrip(" .")
        return f"{clause}, and {outcome}" if clause and outcome else clause
    return ""
