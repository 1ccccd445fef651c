"""What readers from outside missed in a rewrite: a doubt, a habit or an act that is gone, a question about another act.

Each check looks for a class of fault by its grammar; what it finds keeps the rewrite back.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blameless_lint.language.words import load
from blameless_lint.rewrite.asking import LEADING
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.human_error import ERRORS, TRAITS
from blameless_lint.rewrite.inflect import lemmas as forms_of
from blameless_lint.rewrite.keeping import SKIPPABLE, WORD
from blameless_lint.rewrite.verb import participle
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "The baker halved the dough, I suppose.",
        "halved the dough",
        "The baker",
        "The dough was halved, I suppose; [which conditions led to this?]",
        "person-cause",
    ),
    Example(
        "Any grocer knows that one does not price by weight, Karl.", "Any grocer knows", "Any grocer", "", "hindsight"
    ),
    Example("The baker halved the dough.", "halved the dough", "The baker", "The dough was halved", "person-cause"),
    Example("The porter had smelt gas and gone in regardless.", "gone in regardless", "The porter", "", "judgement"),
    Example(
        "The fitters closed the left valve first, whereas every manual puts the right one first.",
        "whereas every manual puts the right one first",
        "The fitters",
        "",
        "judgement",
    ),
    Example(
        "The hall was cut from the plan by the same board that bought the piano.",
        "by the same board that bought the piano",
        "the same board",
        "",
        "person-cause",
    ),
    Example("Sam's bread came out at six, as it does.", "came out at six", "Sam", "", "person-cause"),
    Example("Who buys cheap rope in a circus?", "Who buys cheap rope", "Who", "", "accusation"),
    Example(
        "Two guests had asked whether the stove was off, and I mumbled something about tea.",
        "mumbled something about tea",
        "I",
        "",
        "omission",
    ),
)
DOUBT = expression(
    r"(?i)\b(?:i (?:suppose|guess|think|believe|assume|imagine)|presumably|apparently|perhaps|probably|possibly"
    r"|it (?:seems|appears)|allegedly|reportedly|supposedly)\b"
)
WENT_ON = expression(
    r"(?i)\b(?:went|gone|go|goes|going|carried|pressed|pushed|continued|proceeded|sailed|drove|flew|mixed)\b"
    r"[^.;]{0,24}?\b(?:regardless|anyway|all the same|nevertheless|nonetheless|on|ahead)\b"
)
HABIT = expression(r"(?i)\bas (?:he|she|they|it|we|one|you) (?:always |usually )?(?:does|do|did|is|was)\b")
CONTRASTING = frozenset({"whereas", "although", "though"})
REPORTING = frozenset({"ask", "feel", "find", "wonder"})
KNOWING = frozenset({"know", "realise", "realize", "see", "notice", "remember", "understand", "recognise", "recognize"})
EMPTY = SKIPPABLE | ERRORS | TRAITS | load("rewriting_no_things") | load("rewriting_no_facts")


def residue(outside: str, text: str, scene: Scene) -> str:
    """Return what a reader from outside would miss in a rewrite, "" where there is nothing."""
    if scene.request.category == "punitive":
        return ""
    return _lost(outside, scene) or _asks_elsewhere(outside, text, scene)


def _lost(outside: str, scene: Scene) -> str:
    """Return which doubt, habit, sameness, contrast or going on of the sentence a rewrite does not tell."""
    said, original = outside.lower(), scene.text
    doubt = DOUBT.search(original)
    if doubt is not None and doubt[0].lower() not in said:
        return f"loses {doubt[0]}"
    habit = HABIT.search(original)
    if habit is not None and habit[0].lower() not in said:
        return f"loses {habit[0]}"
    gone = WENT_ON.search(original)
    if gone is not None and gone[0].split()[0].lower() not in said and not _is_told(gone[0].split()[0], said):
        return "loses that it went on"
    if re.search(r"(?i)\bthe same\b", original) and "the same" not in said:
        return "loses the same"
    means = next((token for token in scene.tokens if _is_means_lost(token, said, scene)), None)
    if means is not None:
        return f"loses {means.text}"
    lost = next((token for token in scene.tokens if _is_contrast_lost(token, said)), None)
    return f"loses the contrast of {lost.text}" if lost is not None else ""


def _is_told(word: str, said: str) -> bool:
    known = {lemma for found in WORD.findall(said) for lemma in forms_of(found)}
    return bool(forms_of(word.lower()) & known)


def _is_means_lost(noun: Token, said: str, scene: Scene) -> bool:
    """Return whether a thing behind “by” is gone, which did nothing but told how: “to price by weight”."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "by" or noun.pos_ != "NOUN" or noun.i in scene.blamed:
        return False
    idle = noun.lemma_.lower() in EMPTY or noun.i in scene.judging or scene.request.is_person(noun)
    blamed = any(part.i in scene.blamed for part in noun.subtree)
    return not idle and not blamed and noun.lower_ not in said


def _is_contrast_lost(mark: Token, said: str) -> bool:
    """Return whether a clause that tells what is usual or known beside the act is gone: “whereas every manual …”."""
    if mark.lower_ not in CONTRASTING or mark.dep_ != "mark":
        return False
    told = [part for part in mark.head.subtree if part.pos_ == "NOUN" and part.lemma_.lower() not in EMPTY]
    return any(part.lower_ not in said and part.lemma_.lower() not in said for part in told)


def _asks_elsewhere(outside: str, text: str, scene: Scene) -> str:
    """Return whether the question at the end asks for the conditions of something else than what the blamed did."""
    if scene.text.rstrip().endswith("?") and text.rstrip(" ?]").endswith(("allowed that", "allowed it")):
        asks = any(token.tag_ == "VBZ" and token.left_edge.lower_ == "who" for token in scene.tokens)
        return "asks for no act" if asks else ""
    if not text.rstrip(". ").endswith(LEADING):
        return ""
    if text.count("[") > 1 and re.search(r"(?i)\[which condition\]", text):
        return "asks twice"
    root = next((token for token in scene.tokens if token.head == token), None)
    if root is not None and root.lemma_.lower() in REPORTING and any(_is_another(c, scene) for c in root.children):
        return f"asks why someone would {root.lemma_}"
    acts = [token for token in scene.tokens if token.pos_ in {"VERB", "AUX"} and scene.is_done_by_blamed(token)]
    told = [verb for verb in acts if _is_verb_told(verb, outside)]
    if is_knowledge(scene) and not told:
        return "asks what led to what was to be known"
    if root is not None and not told and scene.head is not None and _is_beside(root, scene):
        return "asks about what others did"
    lasting = [verb for verb in told if verb.tag_ in {"VBP", "VBZ"}]
    first = scene.head is not None and scene.head.lower_ in {"i", "we", "you"}
    return "asks for a habit" if lasting and len(lasting) == len(told) and first else ""


def is_knowledge(scene: Scene) -> bool:
    """Return whether the blaming words tell what someone should have known or seen, so that it is asked how."""
    if scene.request.category == "hindsight":
        return True
    return scene.request.category == "counterfactual" and any(
        scene.request.holds(token)
        and token.lemma_.lower() in KNOWING
        and any(child.dep_ == "ccomp" for child in token.children)
        for token in scene.tokens
    )


def _is_beside(root: Token, scene: Scene) -> bool:
    """Return whether a sentence tells at its head what others did or what is so, and no act to be asked for."""
    subject = next((child for child in root.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or scene.is_done_by_blamed(root) or scene.request.category not in {"judgement", "omission"}:
        return False
    helps = {child.lower_ for child in root.children if child.dep_ == "aux"}
    lasts = root.tag_ in {"VBZ", "VBP"} or bool(helps & {"has", "have"})
    act = any(token.tag_ in {"VBN", "VBD"} and token != root and token.pos_ == "VERB" for token in scene.tokens)
    return scene.request.is_person(subject) or (lasts and not act)


def _is_another(child: Token, scene: Scene) -> bool:
    return child.dep_ == "nsubj" and child.i not in scene.blamed


def _is_verb_told(verb: Token, outside: str) -> bool:
    return _is_told(verb.text, outside.lower()) or participle(verb).lower() in outside.lower()
