"""Turn a question that only reproaches into one that asks what would have made the step easy, or the act possible."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.pronouns import THEY, THIRD
from blameless_lint.rewrite.render import tidy
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "Did anybody on that boat stop to read the tide table?",
        "Did anybody on that boat stop to read",
        "anybody on that boat",
        "What would have made it easier to read the tide table?",
        "accusation",
    ),
    Example(
        "How does a cook with ten years at this stove not smell gas?",
        "How does a cook with ten years at this stove not smell gas",
        "a cook with ten years at this stove",
        "What would have made it easier to smell gas?",
        "accusation",
    ),
    Example(
        "Whose clever idea was it to store the ladders behind the boiler?",
        "Whose clever idea",
        "",
        "What led to the decision to store the ladders behind the boiler?",
        "accusation",
    ),
    Example(
        "How hard can it be to water one plant a week?",
        "How hard can it be",
        "",
        "What makes it hard to water one plant a week?",
        "accusation",
    ),
    Example("How do you fold this?", "How do you fold this", "you", "", "accusation"),
    Example("Did anyone hurt himself?", "Did anyone hurt himself", "anyone", "", "accusation"),
)
EASIER = "what would have made it easier to"
OPENING = (
    r"\W*(?:(?:seriously|honestly|lol|ok|okay|so|and|but|now|well|still|frankly|really|guys|folks|please|tell me|"
    r"(?:\w+ ){1,3}want to know|i(?: would|[’']d) (?:really )?(?:love|like) to know)\W+)*"
)
HELL = r"(?: (?:the|in the|on) (?:hell|earth|heck))?"
FILLING = frozenset({"bother", "stop", "think", "care", "try"})
FAR = 6  # words between the subject and its verb
ANYONE = r"(?:any(?:one|body|\sof you)|some(?:one|body)|no ?(?:one|body)|people|a \w+)"
FORMS = tuple(
    (expression(rf"(?i){OPENING}{form}"), asked)
    for form, asked in (
        (r"how hard (?:can|could|is) (?:it|that) (?:be )?to ", "what makes it hard to"),
        (r"how hard was (?:it|that) to ", "what made it hard to"),
        (rf"did(?:n[’']t)? {ANYONE} ", EASIER),
        (r"(?:how|why) (?:do|does|did|could|can|would) [^,.;?]{1,60}? not ", EASIER),
        (r"why (?:do|does|did)n[’']t (?:the |our |their )?(?!I\b|we\b)\w+ ", EASIER),
        (rf"who{HELL} (?:decided|chose) to ", "what led to the decision to"),
        (r"whose (?:\w+ )?idea was (?:it|this|that) to ", "what led to the decision to"),
        (rf"who{HELL} thought it (?:was|would be) (?:\w+ )?a (?:\w+ )?idea to ", "what led to the decision to"),
        (rf"how (?:does|do|can) {ANYONE} ", "what makes it possible to"),
        (rf"how (?:did|could) {ANYONE} ", "what made it possible to"),
    )
)
GOOD = expression(
    rf"(?i){OPENING}who{HELL} thought (?:that )?([^,.;?]+?) (was|were|is|are) "
    r"(an? (?:good|great|smart|fine|right|nice|clever|bright) [^.;?!]+?|the right [^.;?!]+?)\W*$"
)
NO_ACT = frozenset({"be", "do", "get", "go", "have", "think", "want", "know", "like", "let", "happen", "come", "mean"})
ALONE = (THIRD | THEY | {"himself", "herself", "themselves", "i", "my", "his", "her", "their", "this"}) - {"it"}
POINTING = frozenset({"it", "that", "them", "this", "so"})
HAVING = frozenset({"have", "let"})
LONGEST = 24  # words


def rhetoric(scene: Scene) -> Iterator[str]:
    """Yield what a question that reproaches asks of the circumstances, in the words of the sentence."""
    if scene.request.category not in {"accusation", "judgement", "omission"}:
        return
    good = GOOD.match(scene.text)
    if good and "idea to" not in good[3]:
        yield f"What made {good[1]} look like {good[3]}?"
    for form, asked in FORMS:
        found = form.match(scene.text)
        said = _step(found.end(), scene, kept=HAVING if "decision" in asked else frozenset()) if found else None
        if said:
            text = f"{asked} {said}?"
            yield text[0].upper() + text[1:] if scene.text[:1].isupper() else text
            return


def _step(start: int, scene: Scene, kept: frozenset[str] = frozenset()) -> str | None:
    """Return the verb phrase that begins at a place of the text and ends the sentence, None where it tells no step."""
    verb = next((token for token in scene.tokens if token.idx >= start and _is_bare(token)), None)
    if verb is None or verb.lemma_.lower() in NO_ACT - kept or len(scene.text[start : verb.idx].split()) > FAR:
        return None
    said = re.sub(r"\W+$", "", scene.text[verb.idx :])
    if re.search(r"[,;:?!(]|\.\s|[\"“”]", said) or len(said.split()) > LONGEST or " " not in said:
        return None
    words = {token.lower_ for token in scene.doc[verb.i :]}
    if (
        words & ALONE
        or verb.nbor(1).lower_ in POINTING
        or any(token.i in scene.judging for token in scene.doc[verb.i :])
    ):
        return None
    return tidy(said)


def _is_bare(verb: Token) -> bool:
    """Return whether a word is a verb in its base form, and not only one of thinking to do something."""
    if verb.lower_ != verb.lemma_.lower() or verb.tag_ != "VB" or verb.pos_ != "VERB" or not verb.text.isalpha():
        return False
    return verb.lemma_ not in FILLING or not any(child.dep_ == "xcomp" for child in verb.children)
