"""Whether a rewrite stands by itself: no frame without its filling, no clause or possessive without its owner."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas, pattern
from blameless_lint.language.words import load
from blameless_lint.rewrite.apart import kept
from blameless_lint.rewrite.asking import UNDONE as ASKED_OF_UNDONE
from blameless_lint.rewrite.asking import leaves_open
from blameless_lint.rewrite.hollow import failure_lost, hollow
from blameless_lint.rewrite.judging import SOFT
from blameless_lint.rewrite.pronouns import has_blamed_owner
from blameless_lint.rewrite.verb import object_of
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

WORKS = lemmas("work_nouns", "conduct_nouns")
DANGLING = expression(
    r"\b(?:is|was) □ to\b|□ to (?!the\b|an?\b|our\b|production\b)\w+ |"
    r"\bexcept (?:me|us)\b|(?:^|\s)[\"“] |\bin doing (?!so)|\b(?:rather than|instead of) (?!being )\w+ing\b",
    re.IGNORECASE,
)
FRONTED = expression(r"^(?:before|after|when|while|by|on|in) \w+ing\b", re.IGNORECASE)
UNDONE = expression(
    r"\b(?:not|no|never|nothing|none|nobody|neither|cannot|skipped|missed|left out|unnoticed|failure|failed)\b"
    r"|\b(?:waited|waits|(?:been|is|are|was|were) waiting|passed before)\b"
    r"|\black\w*\b|n[’']t\b",
    re.IGNORECASE,
)
PASSIVE = expression(
    r"\b(?:is|are|was|were|be|been|being|there was no|which|that|because|to|and|or|but)\b[^.;:]*$|□[^.;:]*$",
    re.IGNORECASE,
)
FRAME = expression(r"\b(?:responsible|blame|fault|guilty|responsibility) for (?:the|this|our) (\w+)", re.IGNORECASE)
ANY_PRONOUN = expression(r"(?:we|i|you|they|this|that|it|these|those)\b", re.IGNORECASE)
OWN = frozenset({"his", "her", "their", "my", "our", "your"})
WHENS = load("rewriting_times") | load("rewriting_whens")
MEANS = expression(r"(?:with|given|from|at)\b", re.IGNORECASE)
PRONOUN = expression(r"(?:we|i|you|they)\b", re.IGNORECASE)


def unsound(outside: str, text: str, scene: Scene) -> str:
    """Return what a rewrite leaves hanging, "" where nothing does."""
    original = scene.text
    for torn in (DANGLING, FRONTED):
        found = torn.search(outside)
        if found and not re.search(r"□ led to \w+ing\b.*(?:than|instead of) \w+ing", outside):
            return f"hanging {found[0]}"
    found = pattern("rewriting_broken").search(outside)
    if found and found[0].lower() not in original.lower():
        return f"hanging {found[0]}"
    if re.search(r"^(?:we|i|they) .*\b(?:before|after|when|while) \w+ing\b", outside, re.IGNORECASE):
        return "hanging moment"
    framed = FRAME.search(original[: scene.doc[scene.request.target[1] - 1].idx + 30])
    if scene.request.category == "accusation" and framed and framed[1].lower() not in text.lower():
        return f"loses {framed[1]}"
    fronted = next((token for token in scene.tokens if _is_fronted(token, outside, scene)), None)
    if fronted is not None:
        return f"hanging {fronted.text}"
    if outside.lower().startswith("as ") and not original.lower().startswith("as "):
        return "hanging as"
    if scene.request.is_judgement and (_is_little(outside) or re.search(r"\bwould\b", outside)):
        return "tells nothing"
    empty = hollow(outside, text, scene)
    if empty:
        return empty
    if text.count("(") < original.count("("):
        return "loses an aside"
    if _repeats(outside) and not _repeats(original):
        return "repeats"
    if (
        scene.request.category == "counterfactual"
        and MEANS.match(outside)
        and not outside.lower().startswith("without")
    ):
        return "means"
    if text.endswith(ASKED_OF_UNDONE) and not UNDONE.search(outside):
        return "prompts what was done"
    stays = next((token for token in scene.tokens if _is_own_moment(token, outside, scene)), None)
    if stays is not None:
        return f"no one of {stays.text}"
    if scene.request.is_judgement and _still_said(outside, scene):
        return "still judges"
    if SOFT.search(original) and leaves_open(text) and re.search(r"\w □", outside):
        return "no link"
    if outside.startswith("□ around") and not re.search(r"\b(?:is|was|led|caused|made|let)\b", outside):
        return "only asks"
    behind = outside.removeprefix(kept(text, scene))
    active = next((token for token in scene.tokens if _is_still_active(token, behind, scene)), None)
    if active is not None:
        return f"no subject of {active.text}"
    owner = next((token for token in scene.tokens if has_lost_owner(token, outside, scene)), None)
    if owner is not None:
        return f"no owner of {owner.text}"
    failed = failure_lost(outside, text, scene)
    if failed:
        return failed
    return _other_actor(outside, scene)


def has_lost_owner(token: Token, outside: str, scene: Scene) -> bool:
    """Return whether a possessive stays whose owner can only be the blamed, who are gone."""
    if token.i in scene.blamed or scene.head is None or not has_blamed_owner(token, scene.head):
        return False
    return re.search(rf"(?i)\b{token.lower_} {re.escape(token.nbor(1).text)}", outside) is not None


def _is_fronted(verb: Token, outside: str, scene: Scene) -> bool:
    """Return whether a participle clause of the blamed still opens the sentence."""
    return (
        verb.tag_ in {"VBG", "VBN"}
        and verb.dep_ == "advcl"
        and verb.i < verb.head.i
        and not any(child.dep_ in {"aux", "auxpass", "nsubj"} for child in verb.children)
        and scene.is_done_by_blamed(verb)
        and outside.lower().startswith(scene.doc[verb.left_edge.i].lower_)
        and re.search(rf"^[^;]*\b{re.escape(verb.text)}\b[^;]*,", outside, re.IGNORECASE) is not None
        and not re.search(rf"\b(?:is|are|was|were) {re.escape(verb.text)}\b", outside)
    )


def _is_little(outside: str) -> bool:
    """Return whether no more than a pronoun and what it does is told."""
    said = re.findall(r"\w+", outside)
    pronoun = PRONOUN if "□" not in outside else ANY_PRONOUN
    return len(said) < 5 and bool(pronoun.match(outside)) and "□" not in outside[:2] and "not" not in said


def _repeats(text: str) -> bool:
    """Return whether two words in a row come twice."""
    words = re.findall(r"\w+", text.lower())
    pairs = [pair for pair in itertools.pairwise(words) if len(pair[1]) > 3]
    return len(pairs) > len(set(pairs))


def _is_own_moment(token: Token, outside: str, scene: Scene) -> bool:
    """Return whether a phrase tells of the blamed's own time, or a clause of what “it” did, and stays without them."""
    if token.dep_ == "poss" and token.i in scene.blamed and token.lower_ in OWN:
        own = token.head
        return own.lemma_.lower() in WHENS and own.head.lower_ in {"in", "on", "during"} and own.text in outside
    return (
        token.lower_ == "it"
        and token.dep_ == "nsubj"
        and scene.head is not None
        and scene.head.i < token.i
        and token.head.dep_ == "advcl"
        and token.head.tag_ == "VBD"
        and object_of(token.head) is not None
        and f"it {token.nbor(1).text}" in outside
    )


def _is_still_active(verb: Token, outside: str, scene: Scene) -> bool:
    """Return whether what the blamed did is still told in the active, though they are gone."""
    if scene.request.category == "punitive" and outside.startswith(("Make ", "make ")):
        return False
    if verb.tag_ not in {"VBD", "VBZ", "VBP"} or verb.pos_ != "VERB" or not scene.is_done_by_blamed(verb):
        return False
    if any(
        child.dep_ == "nsubj" and child.pos_ in {"NOUN", "PROPN"} and child.i not in scene.blamed
        for child in verb.children
    ):
        return False
    found = [match.start() for match in re.finditer(rf"\b{re.escape(verb.text)}\b", outside)]
    return any(not PASSIVE.search(outside[:place]) for place in found)


def _still_said(outside: str, scene: Scene) -> bool:
    """Return whether what the blamed are said to be, in the blaming words, is still said of something."""
    start, end = scene.request.target
    traits = [token for token in scene.doc[start:end] if token.pos_ == "ADJ" and token.dep_ in {"acomp", "amod"}]
    if any(
        (scene.request.is_person(token.head) or token.head.lemma_.lower() in WORKS) and f" {token.text} " in outside
        for token in traits
    ):
        return True
    said = [
        token for token in scene.doc[start:end] if token.dep_ in {"attr", "acomp"} and token.pos_ in {"NOUN", "ADJ"}
    ]
    return any(
        re.search(rf"\b(?:is|are|was|were)\b.*\b{re.escape(token.text)}\b", outside)
        and any(
            scene.is_blamed(child) or not scene.is_clean(child)
            for child in token.head.children
            if child.dep_ == "nsubj"
        )
        for token in said
    )


def _other_actor(outside: str, scene: Scene) -> str:
    """Return who is still told to have done what is blamed: in the blaming words, or where a colon explains them."""
    start, end = scene.request.target
    outside = outside.removeprefix(kept(outside, scene))
    mark = next((token.i for token in scene.doc[max(0, end - 1) :] if token.text in {":", "–", "—"}), len(scene.doc))
    if scene.request.category not in {"human-error", "judgement", "accusation"}:
        mark = len(scene.doc)
    for token in scene.tokens:
        if token.dep_ != "nsubj" or token.head.pos_ != "VERB" or not scene.request.is_person(token):
            continue
        if (start <= token.head.i < end or token.i > mark) and f"{token.text} {token.nbor(1).text}" in outside:
            return f"still {token.text}"
    inside = False
    for token in scene.tokens:
        inside = token.text == "(" or (inside and token.text != ")")
        if inside and token.i in scene.blamed and token.pos_ == "PRON":
            return f"torn at {token.text}"
    return ""
