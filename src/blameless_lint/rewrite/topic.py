"""What a measure against people is about, which a question for a guard has to name: “speak to … about the latch”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blameless_lint.language.words import load
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.human_error import ERRORS, TRAITS
from blameless_lint.rewrite.render import verbatim
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "Speak to the porter about the latch",
        "Speak to the porter",
        "the porter",
        "[Which guard around the latch would help the next person?]",
        "punitive",
    ),
    Example(
        "Speak to the porter re latch",
        "Speak to the porter",
        "the porter",
        "[Which guard around the latch would help the next person?]",
        "punitive",
    ),
    Example(
        "Caterers to take knife storage more seriously",
        "more seriously",
        "Caterers",
        "[Which guard around knife storage would help the next person?]",
        "punitive",
    ),
    Example(
        "Remind the florists of the importance of notes from the church",
        "Remind the florists",
        "the florists",
        "[Which guard around notes from the church would help the next person?]",
        "punitive",
    ),
    Example(
        "Counsel the porter on intercom discipline",
        "Counsel the porter",
        "the porter",
        "[Which guard around the intercom would help the next person?]",
        "punitive",
    ),
    Example(
        "Counsel the porter on lifting without a strap",
        "Counsel the porter",
        "the porter",
        "[Which guard around lifting without a strap would help the next person?]",
        "punitive",
    ),
    Example(
        "Stay alert in the cellar",
        "Stay alert",
        "",
        "[Which guard in the cellar would help the next person?]",
        "punitive",
    ),
    Example(
        "Zero tolerance on open hatches from now on.",
        "Zero tolerance",
        "",
        "[Which guard around open hatches would help the next person?]",
        "punitive",
    ),
    Example("Stay alert in your own time.", "Stay alert", "", "[Which guard in the system", "punitive"),
    Example(
        "Speak to the porter about his manners",
        "Speak to the porter",
        "the porter",
        "[Which guard in the system would help the next person?]",
        "punitive",
    ),
    Example("The porter's licence is suspended for six weeks.", "is suspended", "The porter", "", "punitive"),
    Example("Porter taken off the lift until he has sat the test", "taken off the lift", "Porter", "", "punitive"),
    Example("Porter to sit the ladder course again", "to sit the ladder course again", "Porter", "", "punitive"),
)
GUARD = "[Which guard around {} would help the next person?]"
ABOUT = frozenset({"about", "on", "re", "regarding", "concerning", "with", "towards", "toward", "for", "of"})
EMPTY = (
    load("rewriting_no_facts")
    | load("rewriting_no_things")
    | load("rewriting_sanctions")
    | load("rewriting_times")
    | load("vices")
    | ERRORS
    | TRAITS
)
REGARDING = expression(r"(?i)\b(?:re|regarding|concerning)[: ] ?((?:[\w-]+ ?){1,4}?)[.!]?$")
SERIOUSLY = expression(r"(?i)^([\w-]+(?: [\w-]+){0,2}?) (?:to|must|will|should) be taken (?:more )?seriously\b")
TAKEN = expression(
    r"(?i)\btak(?:e|ing) ((?:[\w-]+ ){0,2}[\w-]+) (?:a (?:bit|little|lot|good deal) )?(?:more )?seriously\b"
)
LATER = r"(?: (?:from (?:here|now) on|in (?:the )?future|at all times|next time|going forward))?[.!]*$"
HEEDED = expression(
    r"(?i)\b(?:(?:pay|give) (?:\w+ )?attention to|importance of|careful with|mindful of|responsible for|accountable for"
    r"|spoken to about|eyes? on|tolerance (?:on|for|of|towards)|alert to|aware of|conscious of|respecting|respect for"
    r"|thorough with|vigilant (?:about|with|around)) ((?:[\w-]+ ){0,4}?[\w-]+)" + LATER
)
PLACED = expression(
    r"(?i)\b(?:stay|be|remain|keep) (?:\w+ )?(?:sharp|alert|vigilant|careful|awake|focused) "
    r"(?:in|on|at|during|around|near) ((?:[\w-]+ ){0,3}?[\w-]+)" + LATER
)
SIGNS = frozenset({"NNP", "NNPS"})
HANDLED = frozenset({"discipline", "etiquette", "hygiene", "manners"})
RIGHTS = expression(r"(?i)\b(?:los(?:es?|ing)|rights?|on hold|access|until)\b")
OWNED = frozenset({"his", "her", "their", "our", "my", "your"})
DETERMINED = frozenset({"the", "a", "an", "this", "that", "these", "those", "each", "every", "any", "all"})
INNER = frozenset({"relcl", "acl", "advcl", "ccomp", "conj", "appos"})
LONGEST = 6  # words of what a guard stands around


def guarded(scene: Scene) -> str:
    """Return the question for a guard around what a measure is about, "" where the measure names no such thing."""
    if RIGHTS.search(scene.text) or any(_is_another_step(token) for token in scene.tokens):
        return ""
    placed = PLACED.search(scene.text)
    if placed is not None and not any(_is_nobody(part, scene) for part in _inside(placed, scene)):
        where = scene.text[: placed.start(1)].split()[-1]
        return GUARD.replace("around", where).format(placed[1])
    said = _written(scene) or next((said for token in scene.tokens if (said := _said(token, scene))), "")
    return GUARD.format(said) if said else ""


def _inside(found: re.Match[str], scene: Scene) -> list[Token]:
    place = scene.doc.char_span(*found.span(1), alignment_mode="contract")
    return list(place) if place is not None else []


def _is_nobody(part: Token, scene: Scene) -> bool:
    """Return whether a word of a place is none of it: it names people, a time or whose it is."""
    return part.lower_ in OWNED or part.i in scene.blamed or part.lemma_.lower() in EMPTY - {"place", "scene"}


def _is_another_step(verb: Token) -> bool:
    """Return whether a second act is planned beside the measure: “… and sign for it”."""
    return verb.pos_ == "VERB" and verb.dep_ == "conj" and verb.tag_ == "VB"


def _written(scene: Scene) -> str:
    """Return what is named in the shorthand of a list: “re latch”, “Sign-offs to be taken seriously”."""
    for pattern in (REGARDING, SERIOUSLY, TAKEN, HEEDED):
        found = pattern.search(scene.text)
        if found is None:
            continue
        words = [part for part in _inside(found, scene) if part.text not in "-–"]
        if not words or words[-1].pos_ in {"ADJ", "ADV", "VERB"} or words[0].tag_ in {"WP", "WDT", "WRB"}:
            continue
        behind = next((place for place, part in enumerate(words) if part.pos_ == "ADP"), len(words))
        own = [part for part in words if not _may_stand(part, scene)]
        if (
            behind == 0
            or any(part.lower_ in OWNED for part in words)
            or any(not scene.request.is_person(part) or part == words[behind - 1] for part in own)
        ):
            continue
        if pattern is not REGARDING:
            return (
                found[1] if words[0].tag_ in SIGNS or found[1][1:2].isupper() else found[1][:1].lower() + found[1][1:]
            )
        return _with_article(found[1].strip(), words[behind - 1], words[0])
    return ""


def _with_article(said: str, head: Token, first: Token) -> str:
    """Return a thing as it is named within a sentence: a single one with its article, a sign as it stands."""
    named = first.pos_ in {"DET", "PROPN", "VERB"} or first.tag_ in {"VBG", "NNP"} or not said[0].isalpha()
    article = "" if named or head.tag_ in {"NNS", "NNPS"} or head.text.endswith("s") else "the "
    lowered = said if named or said[1:2].isupper() else said[:1].lower() + said[1:]
    return article + lowered


def _may_stand(part: Token, scene: Scene) -> bool:
    is_free = part.i not in scene.blamed and part.lower_ not in OWNED | {"it", "them", "this"}
    if not is_free or {part.lower_, part.lemma_.lower()} & EMPTY:
        return False
    return part.dep_ == "compound" or not scene.request.is_person(part)


def _said(token: Token, scene: Scene) -> str:
    """Return the phrase of a thing or an act that a measure is about."""
    if token.dep_ in {"pcomp", "pobj"} and token.lower_.endswith("ing") and token.head.lower_ in {"about", "on", "for"}:
        words = scene.doc[token.i :]  # to the end: what follows an act belongs to it, wherever the parser hung it
        held = any(part.i in scene.blamed or part.dep_ in INNER or part.lower_ in OWNED for part in words)
        if token.lemma_.lower() not in EMPTY and not held and len(words) <= LONGEST:
            return verbatim(words).strip(" .,;:!")
    if token.lemma_.lower() in HANDLED and token.dep_ == "pobj" and token.head.lower_ in {"on", "about"}:
        before = [child for child in token.children if child.dep_ == "compound" and _may_stand(child, scene)]
        return f"the {before[0].lower_}" if len(before) == 1 else ""
    if token.pos_ != "NOUN" or not _may_stand(token, scene):
        return ""
    if token.dep_ == "dobj":
        taken = token.head.lemma_ == "take" and any(child.lower_ == "seriously" for child in token.head.children)
        return _phrase(token, scene) if taken else ""
    if token.dep_ != "pobj" or token.head.lower_ not in ABOUT:
        return ""
    outer = token.head.head
    if token.head.lower_ == "of" and outer.lemma_.lower() not in {"importance", "remind", "aware", "mindful"}:
        return ""
    if token.head.lower_ in {"for", "with", "of"} and outer.i in scene.blamed:
        return ""
    if token.head.lower_ == "for" and outer.lemma_.lower() not in {"accountable", "responsible", "respect"}:
        return ""
    return _phrase(token, scene)


def _phrase(head: Token, scene: Scene) -> str:
    """Return a thing or an act with what hangs on it, where it names nobody, judges nothing and is short."""
    parts = [part for part in head.subtree if not part.is_punct]
    if any(part.dep_ in INNER or part.lower_ in OWNED or part.like_num for part in parts):
        return ""
    if any(part.i in scene.blamed | scene.judging for part in parts):
        return ""
    if any(scene.request.is_person(part) and part.dep_ != "pobj" for part in parts if part.dep_ != "compound"):
        return ""
    if not 0 < len(parts) <= LONGEST:
        return ""
    return verbatim(head.subtree).strip(" .,;:!")
