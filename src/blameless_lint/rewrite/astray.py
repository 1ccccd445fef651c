"""What readers of rewrites found to go astray: a meaning turned round, words torn from what they belong to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.keeping import FOCUS, WORD
from blameless_lint.rewrite.verb import finite, is_negated
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

CONTRASTED = expression(r"\bnot\b[^;:]*\b(?:instead of|rather than|and not)\b|\bperhaps\b", re.IGNORECASE)
"""A contrast under a denial: neither of its two sides is told any more."""
SUGGESTED = expression(r"\b(?:suggest|recommend|propose|assume)\b.*\bnot\b", re.IGNORECASE)
MEANS = expression(r"\bnot (?:prevented|avoided|averted|discovered|detected)\b.* (?:with|by) ", re.IGNORECASE)
BETTER = expression(r"\bnot \w+(?: \w+)? better\b", re.IGNORECASE)
MEANS_OF_LEAVING = expression(r"\bnot \w+(?: \w+)? by \w+ing\b", re.IGNORECASE)
INVERTED = expression(
    r"(?:\bat no (?:time|point)|^never|^nowhere|^not once)(?: that \w+)? "
    r"(?!that\b|(?:was|were|is|are|did|had|has|have|before|again)\b)\w",
    re.IGNORECASE,
)
FRAMES = expression(
    r"\b(?:act|sign|moment) of □|\w\., (?:was|were)\b|\b(?:or|nor);|"
    r"\bled to (?:an?|one|the) (?:whole |entire |full )?(?:day|hour|week|month)\b",
    re.IGNORECASE,
)
NAMED = expression(r"\bname (?:me )?(?:one|a single)\b.*\bwho\b", re.IGNORECASE)
THANKS = expression(r"\b(?:thanks to|courtesy of)\b", re.IGNORECASE)
ROLE = expression(r"(?:er|or|ist|ian|man|men|lead|chief|staff|team|desk|office|people|guys?)s?$")
LIGHT = frozenset({"the", "a", "an", "s"})
OPINIONS = frozenset(
    {"belief", "feeling", "guess", "hunch", "impression", "opinion", "reading", "suspicion", "understanding", "view"}
)
OTHERS = frozenset({"another", "second", "other", "else", "independent"})
EXAMPLES = (
    Example(
        "The board ought to have cut scope in May instead of August.",
        "ought to have cut",
        "The board",
        "",
        "counterfactual",
    ),
    Example("The diff was not reviewed by another developer.", "was not reviewed", "another developer", "", "omission"),
    Example("If he had sent just one message, we would have known.", "If he had sent", "he", "", "counterfactual"),
    Example("Three of our outages were due to human error.", "human error", "", "", "human-error"),
    Example(
        "Thanks to Rupert's midnight tweak, half the town could not pay.",
        "Thanks to Rupert's midnight tweak",
        "Rupert",
        "",
        "person-cause",
    ),
    Example("The club's ushers did not count us.", "did not count", "The club", "", "omission"),
    Example("Those two should be shown the door.", "should be shown the door", "", "", "counterfactual"),
    Example("Our threshold was set too high.", "Our threshold was set too high", "Our", "", "judgement"),
    Example("At no time did the crew tell dispatch of it.", "did the crew tell", "the crew", "", "omission"),
    Example(
        "We never historically looked at drifts, and have mostly gone by load.",
        "We never historically looked",
        "We",
        "",
        "omission",
    ),
    Example("Looking at his phone instead of the road.", "Looking at his phone", "his", "", "omission"),
    Example("I talked to my boss and nothing was dealt with.", "talked to my boss", "my", "", "omission"),
    Example("The wick should have been trimmed better.", "should have been trimmed", "", "", "counterfactual"),
    Example("We only count loads.", "only count loads", "We", "", "judgement"),
    Example("My reading is that the pump stopped first.", "My reading", "My", "", "judgement"),
)


def astray(outside: str, text: str, scene: Scene) -> str:
    """Return what a rewrite makes of its sentence that a reader would not accept, "" where there is nothing."""
    if scene.request.category == "punitive" and text.lower().startswith("make "):
        return ""
    return _turned(outside, text, scene) or _hanging(outside, scene) or _torn(outside, scene)


def _turned(outside: str, text: str, scene: Scene) -> str:
    """Return which meaning is turned round: a denial, a contrast, a means, a question."""
    if scene.request.category == "counterfactual":
        if CONTRASTED.search(outside) or SUGGESTED.search(outside) or BETTER.search(outside):
            return "turns a contrast"
        if scene.request.agent is None and MEANS.search(outside):
            return "denies a means"
    if any(_has_result(verb) for verb in scene.tokens if verb.pos_ == "VERB"):
        return "turns what would have come of it"
    if MEANS_OF_LEAVING.search(outside):
        return "denies a means"
    if NAMED.search(scene.text) and "possible" in text:
        return "turned round"
    focused = next((token for token in scene.tokens if _is_out_of_focus(token, outside)), None)
    return f"turns {focused.text}" if focused is not None else ""


def _has_result(verb: Token) -> bool:
    """Return whether a wish or fear tells in -ing what would have come of it: “might have fallen, hurting …”."""
    how = finite(verb)
    after = [child for child in verb.children if child.dep_ == "advcl" and child.tag_ == "VBG" and child.i > verb.i]
    return how is not None and how.unreal and any(child.left_edge == child for child in after)


def _is_out_of_focus(token: Token, outside: str) -> bool:
    """Return whether “just one message” is denied now, or “only counts loads” lost what is the only thing."""
    if token.lower_ not in FOCUS or token.i + 1 >= len(token.doc):
        return False
    following = token.nbor(1)
    if re.search(rf"(?i)(?:^|[;,] |\band ){token.lower_} {re.escape(following.text)}\b[^;:]*\bnot\b", outside):
        return True
    if re.search(rf"(?i)\bnot \w+ing {token.lower_} {re.escape(following.text)}\b", outside):
        return True
    moved = following.pos_ == "VERB" and any(child.dep_ == "dobj" for child in following.children)
    return token.lower_ == "only" and moved and re.search(r"(?i)\b(?:was|were|is|are) only \w+", outside) is not None


def _hanging(outside: str, scene: Scene) -> str:
    """Return which frame or preposition is left without what it held."""
    found = FRAMES.search(outside)
    if found and found[0].lower() not in scene.text.lower():
        return f"hanging {found[0]}"
    if INVERTED.search(outside):
        return "not turned"
    if THANKS.search(outside):
        return "thanks someone"
    for token in scene.tokens:
        if token.lower_ == "for" and token.dep_ == "mark" and re.search(r"\bfor(?=\s*[;,.]|\s*$)", outside):
            return "hanging for"
        if token.lower_ == "as" and token.dep_ == "prep" and _is_role(token, outside, scene):
            return "hanging role"
        inner = next((child for child in token.children if child.dep_ in {"pobj", "pcomp"}), None)
        if token.dep_ != "prep" or inner is None:
            continue
        gone = any(part.i in scene.blamed for part in inner.subtree)
        if gone and re.search(rf"\b{re.escape(token.text)}(?=\s*[;,.]|\s*$)", outside):
            return f"hanging {token.text}"
    return ""


def _is_role(token: Token, outside: str, scene: Scene) -> bool:
    """Return whether “as a …” still tells in which role someone acted who is gone."""
    inner = next((child for child in token.children if child.dep_ == "pobj"), None)
    if inner is None or scene.head is None:
        return False
    fronted = token.i < scene.head.i and scene.is_done_by_blamed(token.head)
    return (fronted or scene.request.is_person(inner)) and re.search(
        rf"(?i)(?:^|, )as {re.escape(token.nbor(1).text)}\b", outside
    ) is not None


def _torn(outside: str, scene: Scene) -> str:
    """Return what was torn from its act: the other who was to act, a likeness, a verb that stayed as it was."""
    for token in scene.tokens:
        if token.dep_ == "agent" and is_negated(token.head) and _is_another(token, scene):
            return f"loses {token.right_edge.text}"
        if token.lower_ == "like" and token.dep_ == "prep" and _is_likened(token, outside, scene):
            return "likens"
    owned = next((token for token in scene.tokens if _is_of_blamed(token, outside, scene)), None)
    if owned is not None:
        return f"still {owned.text}"
    if scene.request.category not in {"person-cause", "human-error"} and _only_person_gone(outside, scene):
        return "only the person is gone"
    doubted = next((token for token in scene.tokens if _is_opinion(token, outside)), None)
    if doubted is not None:
        return f"loses {doubted.text}"
    return ""


def _is_of_blamed(noun: Token, outside: str, scene: Scene) -> bool:
    """Return whether someone of the blamed is still told to have acted: “the supplier's dispatcher did not …”."""
    if scene.head is None or scene.head.dep_ != "poss" or scene.head.head != noun or noun.dep_ != "nsubj":
        return False
    acts = scene.request.holds(noun.head) and ROLE.search(noun.lower_) is not None
    return acts and f"{noun.text} {noun.nbor(1).text}".lower() in outside.lower()


def _is_another(by: Token, scene: Scene) -> bool:
    """Return whether an act was left undone by someone of a kind: “was not reviewed by another developer”."""
    return any(part.i in scene.blamed for part in by.subtree) and any(part.lower_ in OTHERS for part in by.subtree)


def _is_likened(like: Token, outside: str, scene: Scene) -> bool:
    return f"like {like.nbor(1).text}" in outside and any(scene.request.is_person(part) for part in like.subtree)


def _only_person_gone(outside: str, scene: Scene) -> bool:
    """Return whether a rewrite leaves out no more than who it is about: “a habit with the crews”: “a habit”."""
    if scene.head is None or scene.judging or any(_is_by(token, scene) for token in scene.tokens):
        return False
    named = {token.lower_ for token in scene.tokens if token.i in scene.blamed or _is_with_blamed(token, scene)}
    kept = [word.lower() for word in WORD.findall(outside) if word.lower() not in named | LIGHT]
    said = [_bare(word) for word in WORD.findall(scene.text)]
    return kept == [word for word in said if word not in named | LIGHT]


def _is_by(token: Token, scene: Scene) -> bool:
    return token.dep_ == "agent" and any(part.i in scene.blamed for part in token.subtree)


def _is_with_blamed(token: Token, scene: Scene) -> bool:
    """Return whether a word belongs to the phrase that names the blamed, or ties it to the sentence."""
    head = scene.head
    return head is not None and (head.is_ancestor(token) or (token.pos_ == "ADP" and token.is_ancestor(head)))


def _is_opinion(noun: Token, outside: str) -> bool:
    """Return whether a noun that told that something is only thought to be so is gone: “my reading is that …”."""
    framed = noun.dep_ == "nsubj" and noun.head.lemma_ == "be" and any(c.dep_ == "ccomp" for c in noun.head.children)
    return framed and noun.lemma_.lower() in OPINIONS and noun.lower_ not in outside.lower()


def _bare(word: str) -> str:
    return word.lower().removesuffix("'s").removesuffix("’s")
