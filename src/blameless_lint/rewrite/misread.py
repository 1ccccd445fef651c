"""What strict readers found wrong in rewrites: a denial that reaches too far, words that join others, blame that stays.

Each check looks for a class of fault by its grammar; what it finds keeps the rewrite back.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from blameless_lint.language.words import load
from blameless_lint.rewrite.accused import still_accuses
from blameless_lint.rewrite.asking import LEADING, asks_of_undone, goes_on
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.inflect import lemmas as forms_of
from blameless_lint.rewrite.judging import STILL, keeps_all_but_who
from blameless_lint.rewrite.keeping import WORD
from blameless_lint.rewrite.moving import is_when
from blameless_lint.rewrite.verb import object_of
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "We could have spotted this with the spare gauge if it had been marked.",
        "could have spotted this",
        "We",
        "",
        "counterfactual",
    ),
    Example(
        "The usher did not see the crack in the morning inspection before the show.",
        "did not see the crack",
        "The usher",
        "The crack was not seen in the morning inspection before the show",
    ),
    Example(
        "The chief praised the cooks, with great warmth, twice.",
        "praised the cooks, with great warmth, twice",
        "The chief",
        "",
        "judgement",
    ),
    Example(
        "It was naive of the florist to trust a cheap fridge with wedding flowers.",
        "naive",
        "the florist",
        "A cheap fridge was trusted with wedding flowers; [which conditions led to this?]",
        "judgement",
    ),
    Example("Odile never left the winch.", "never left", "Odile", ""),
    Example(
        "The hull was painted in a rush by Bruna's team, and they never sanded it.", "never sanded it", "they", ""
    ),
    Example("Out of complacency, the night crew skipped the bilge check.", "complacency", "", "", "judgement"),
    Example("The old poster was a slapdash piece of work.", "slapdash", "", "", "judgement"),
    Example("guess who didn't close the gate… yep, stables", "who didn't close the gate", "who", ""),
    Example("The vet did not weigh the dog, contrary to her duties.", "did not weigh", "The vet", ""),
    Example(
        "Hasty reading of the chart by the mate left the pilot unaware of the shoal.",
        "Hasty reading",
        "the mate",
        "",
        "judgement",
    ),
    Example("Tea urn left on, an oversight by our caterer.", "an oversight by our caterer", "our caterer", ""),
    Example(
        "The grocer let crates of plums rot without selling any.",
        "let crates of plums rot",
        "The grocer",
        "Which conditions led to letting crates of plums rot without selling any?",
    ),
)  # fmt: skip
EVENTS = load("rewriting_events")
STAYING = frozenset({"leave", "abandon", "stop", "quit", "lose", "break", "violate", "complain", "give", "want"})
MEANING = frozenset({"leave", "mean", "lead", "result", "allow", "let", "cause", "contribute"})
GARBLED = expression(
    r", which (?:never|not|did not|failed)\b|□ led to [^;]*\b(?:for|with|into|of|about|at)[.;]?$"
    r"|\bnot \w+ing \w+ing\b|\bbut not\b[^,;]*\b(?:was|were)\b|^□, as\b|^(?:it|this|that) \w+ nothing\b"
    r"|^(?:the|an?|our) [^,;:□]*\w □ [^;]*\b(?:had|was|were|is|are)\b",
    re.IGNORECASE,
)
UNREAL = expression(
    r"(?i)\bif\b|\b(?:on paper|in theory)\b"
    r"|\b(?:in|within|under) (?:half|less|\d+|an? (?:hour|minute|day))\b|\d+ \w+ (?:sooner|earlier|faster)\b"
)
MOVED = expression(r"\b(?:was|were) (?:not )?\w+ from\b")
APPENDED = expression(r"(?i), \[which (?:step|condition)[^\]]*\]\.?$")
HEADLESS = expression(r"(?i)(?:hour|job|piece|act|move|work) (?:from|of|by)\b")
OPENING = expression(r"(?i)\W*(?:guess who|either)\b|.*\b(?:yours truly|please)\b")


def misreads(outside: str, text: str, scene: Scene) -> str:
    """Return what a strict reader would not accept in a rewrite, "" where there is nothing."""
    original = scene.text
    if scene.request.category != "punitive" and OPENING.match(original) and "?" not in original:
        return "taunts"
    if HEADLESS.match(outside) and not HEADLESS.match(original):
        return "no head"
    if re.match(r"(?i)(?:because|since)\b", original) and re.match(r"□ led to", outside):
        return "loses the reason"
    if scene.request.is_judgement and re.match(r"□ led to", outside) and any(_is_habit(t, scene) for t in scene.tokens):
        return "asks for a habit"
    for pattern in (STILL, GARBLED):
        found = pattern.search(outside)
        if found and (
            pattern is STILL or "□" in found[0] or "nothing" in found[0] or found[0].lower() not in original.lower()
        ):
            return f"still {found[0]}"
    if (
        scene.request.category == "judgement"
        and text.rstrip(".").endswith(f"; {LEADING}")
        and keeps_all_but_who(outside, scene)
    ):
        return "asks for the conditions of what only a judgement makes a fault"
    if APPENDED.search(text) and outside.strip(" □.,"):
        return "appends a question"
    if scene.request.category == "punitive":
        return ""
    return _turns(outside, text, scene) or still_accuses(outside, scene) or _tears(outside, scene)


def _is_habit(verb: Token, scene: Scene) -> bool:
    return verb.pos_ == "VERB" and verb.tag_ in {"VBZ", "VBP"} and scene.is_done_by_blamed(verb)


def _turns(outside: str, text: str, scene: Scene) -> str:
    """Return which denial reaches too far, or which wish has become a fact."""
    if scene.request.category == "counterfactual":
        unreal = UNREAL.search(outside)
        if unreal:
            return f"turns {unreal[0]}"
        first = re.split(r", and\b", outside)[0]
        if asks_of_undone(text) and not re.search(r"(?i)\b(?:not|no|never|nothing)\b", first):
            return "prompts what was done"
    if asks_of_undone(text) and goes_on(outside):
        return "prompts the last act"
    bound = next((token for token in scene.tokens if _is_told_of_a_thing(token, scene)), None)
    if bound is not None:
        return f"asks about a thing that {bound.text}"
    if any(_is_praise(token, scene) for token in scene.tokens):
        return "turns praise"
    if re.search(r"(?i)\b(?:we|i|they) (?:was|were) (?:not|never) (?:given|offered|granted|allowed)\b", outside):
        return "asks the one who was left out"
    joined = next((token for token in scene.tokens if _shares_denial(token, outside, scene)), None)
    return f"denies {joined.text}" if joined is not None else ""


def _is_told_of_a_thing(verb: Token, scene: Scene) -> bool:
    """Return whether what was not done is told in passing, of a thing: “… concerns that were not taken up”."""
    if scene.head is not None or not scene.request.holds(verb) or not any(c.dep_ == "neg" for c in verb.children):
        return False
    outer = verb
    while outer.dep_ == "conj" and outer.head != outer:
        outer = outer.head
    return outer.dep_ in {"relcl", "acl"}


def _is_praise(verb: Token, scene: Scene) -> bool:
    """Return whether someone is told not to have left, given up or broken something."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in STAYING or not scene.request.holds(verb):
        return False
    denied = any(child.dep_ == "neg" for child in verb.children)
    if denied and verb.lemma_ == "want":
        return True  # what someone did not want is no omission yet
    left_it = verb.lemma_ != "leave" or not any(child.dep_ in {"oprd", "prt", "ccomp"} for child in verb.children)
    return denied and left_it and scene.is_done_by_blamed(verb)


def _shares_denial(verb: Token, outside: str, scene: Scene) -> bool:
    """Return whether a second participle stands behind a denied one, so that nobody knows if it is denied too."""
    if verb.dep_ != "conj" or verb.tag_ not in {"VBN", "VB", "VBD"} or scene.request.category != "counterfactual":
        return False
    if any(child.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass", "neg"} for child in verb.children):
        return False
    return re.search(rf"(?i)\bnot \w+[^;]*\band (?:\w+ly )?{re.escape(verb.text)}\b", outside) is not None


def _tears(outside: str, scene: Scene) -> str:
    """Return which words now belong to others than before, or are told once where they were told twice."""
    torn = next((verb for verb in scene.tokens if verb.pos_ == "VERB" and _joins_another(verb, outside, scene)), None)
    if torn is not None:
        return f"tears {torn.text}"
    hollow = next((token for token in scene.tokens if _needs_its_judgement(token, outside, scene)), None)
    if hollow is not None:
        return f"no failure of {hollow.text}"
    told = Counter(lemma for found in WORD.findall(outside) for lemma in forms_of(found.lower()))
    verbs = Counter(t.lemma_.lower() for t in scene.tokens if t.pos_ == "VERB" and t.dep_ not in {"xcomp", "amod"})
    once = next((lemma for lemma, times in verbs.items() if times > 1 and 0 < told[lemma] < times), "")
    if once:
        return f"tells {once} once"
    return _cuts(outside, scene)


def _cuts(outside: str, scene: Scene) -> str:
    """Return what was cut off the name of the blamed and stays behind: “The projects it had been …”."""
    head = scene.head
    if head is None:
        return ""
    named = [child for child in head.children if child.dep_ in {"compound", "amod"} and child.i < head.i]
    left = next((child for child in named if child.i not in scene.blamed | scene.judging), None)
    if left is not None and re.search(
        rf"(?i)\b(?:the|an?|our) {re.escape(left.text)} (?!{re.escape(head.text)})", outside
    ):
        return f"cuts {left.text}"
    start = (scene.request.agent or (0, 0))[0]
    cut = (
        start == 1 and scene.doc[0].pos_ in {"VERB", "NOUN", "PROPN", "ADJ"} and scene.doc[1].pos_ in {"NOUN", "PROPN"}
    )
    return f"cuts {scene.doc[0].text}" if cut and scene.doc[0].text in outside else ""


def _joins_another(verb: Token, outside: str, scene: Scene) -> bool:
    """Return whether what stood behind an object now reads as a part of it: “the crack in the inspection was not …”."""
    thing = object_of(verb)
    if verb.lemma_ == "let" and any(part.lower_ == "without" for part in verb.subtree):
        return "without" in outside and "□ led to" not in outside
    if thing is None or (not scene.is_done_by_blamed(verb) and not scene.request.is_judgement):
        return False
    behind = [part for part in (*thing.children, *verb.children) if part.dep_ == "prep" and part.i > thing.i]
    for part in behind:
        inner = next((child for child in part.children if child.dep_ == "pobj"), None)
        if part.lower_ == "from" and inner is not None and is_when(inner):
            continue
        if part.lower_ == "from" and part.head == thing and MOVED.search(outside):
            return True
        moves = part.lower_ in {"with", "during", "from"} or (
            part.lower_ in {"in", "at", "on"} and inner is not None and inner.lemma_.lower() in EVENTS
        )
        joined = rf"(?i)\b{re.escape(thing.text)} {part.lower_} [^,;]*\b(?:was|were|is|are|had been)\b"
        if moves and re.search(joined, outside):
            return True
    return False


def _needs_its_judgement(noun: Token, outside: str, scene: Scene) -> bool:
    """Return whether only a judging word told why an act had what came of it: “hasty reading left …”."""
    if noun.dep_ != "nsubj" or noun.head.lemma_.lower() not in MEANING or not scene.request.is_judgement:
        return False
    if "□ around" in outside:
        return False
    judged = [child for child in noun.children if child.dep_ in {"amod", "compound"} and child.i < noun.i]
    judged = [child for child in judged if scene.request.holds(child)]
    gone = any(child.lower_ not in outside.lower() for child in judged)
    return gone and re.search(rf"(?i)\b{re.escape(noun.text)}\b", outside) is not None
