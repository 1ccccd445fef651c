"""Keep whose act it was where an outside organisation acted: “On the carrier's side, the trunk was moved”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blameless_lint.language.words import load
from blameless_lint.rewrite.asking import CHANNEL
from blameless_lint.rewrite.draft import Example

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "The agency moved the wedding tent.",
        "moved the wedding tent",
        "The agency",
        "On the agency's side, the wedding tent was moved; [which conditions led to this?]",
        "person-cause",
    ),
    Example(
        "The bank's courier did not lock the van.",
        "did not lock",
        "The bank's courier",
        "On the bank's side, the van was not locked; [what stood in the way?]",
    ),
    Example(
        "Our supplier did not inform the bakers.",
        "did not inform",
        "Our supplier",
        "The bakers were not informed; [which channel carries such news from our supplier?]",
    ),
    Example(
        "In addition, the tent firm neglected to hang the lamps.",
        "neglected to hang",
        "the tent firm",
        "In addition, on the tent firm's side the lamps were not hung; [what stood in the way?]",
    ),
    Example(
        "In July the bank did not count the coins.", "did not count", "the bank", "In July the coins were not counted"
    ),
)
OUTSIDE = load("vendors") | {"customer", "client"}
NO_OUTSIDE = frozenset(  # one's own house in many reports, or a single person
    {"foundation", "union", "council", "exchange", "institute", "clinic", "club", "school", "college", "university"}
    | {"consultant", "designer", "auditor", "custodian", "printer"}
)
FIRSTS = frozenset({"The", "A", "An", "No", "It", "There", "We", "Our", "My", "This", "That", "These", "They", "Not"})
WITHIN = frozenset({"of", "at"})
FRONTED = re.compile(
    r"^(?:in addition,|also,|then,?|next,|in the end,|(?:on|at|in|by|until|around) [^,]{2,30},|\w+ly,"
    r"|(?:at|by|until|around) \d[\d:.]*(?: ?[ap]m| UTC)?,?) ",
    re.IGNORECASE,
)
SIDE = re.compile(r"\b[Oo]n (?:[\w&.-]+ ){0,5}[\w&.-]+(?:['’]s|s['’]) side,? ?")


def sided(text: str, scene: Scene) -> str:
    """Return a rewrite that says on whose side it was, where an outside organisation acted in its first clause."""
    whose = outside_of(scene)
    if not whose or text.startswith("[") or "?" in scene.text or scene.request.category == "punitive":
        return text
    if CHANNEL in text:
        return text.replace(CHANNEL, f"{CHANNEL[:-2]} from {whose}?]")
    if "?]" not in text:
        return text
    side = f"n {whose}{_mark(whose, scene)} side"
    fronted = FRONTED.match(text)
    if fronted is not None:
        return f"{fronted[0]}o{side} {text[fronted.end() :]}"
    if not _begins(scene):
        return text  # what stands in front of the subject, without a comma, leaves no place for it
    first = text.split(" ", 1)[0]
    known = any(token.text == first[:1].lower() + first[1:] for token in scene.tokens)
    small = known or first in FIRSTS
    head = "O" if scene.text.lstrip()[:1].isupper() else "o"
    return f"{head}{side}, {text[:1].lower() + text[1:] if small else text}"


def _begins(scene: Scene) -> bool:
    """Return whether nothing but words of the blamed, judging ones and conjunctions stands before the blamed."""
    head = scene.head
    return head is not None and not any(
        token.pos_ not in {"CCONJ", "SPACE", "PUNCT"} and token.i not in scene.judging | scene.blamed
        for token in scene.doc[: head.left_edge.i]
    )


def without_side(outside: str, scene: Scene) -> str:
    """Return a rewrite without the words that say on whose side it was."""
    return SIDE.sub("", outside) if outside_of(scene) else outside


def outside_of(scene: Scene) -> str:
    """Return the phrase for the outside organisation whose act the first clause tells, "" where there is none."""
    head = scene.head
    if head is None or not _leads(head, scene):
        return ""
    noun = next((token for token in _named(head) if _is_outside(token)), None)
    if noun is None:
        return ""
    before = [c for c in noun.children if c.i < noun.i and c.dep_ in {"det", "poss", "compound", "amod", "nmod"}]
    before = [c for c in before if c.i not in scene.judging and not any(p.i in scene.judging for p in c.subtree)]
    if any(len(list(c.subtree)) > 1 for c in before) or any(c.lower_ in _VAGUE for c in before):
        return ""
    words = [*before, noun]
    texts = [token.text if token.i or _is_own_name(token) else token.lower_ for token in words]
    own = words[0].dep_ == "det" or words[0].tag_ == "PRP$" or (noun.pos_ == "PROPN" and words[0].i > 0)
    texts = ["the" if text in {"a", "an"} else text for text in texts]
    return " ".join(texts if own else ["the", *texts])


_VAGUE = frozenset({"any", "every", "each", "some", "other", "another", "no", "these", "those", "their", "his", "her"})


def _mark(whose: str, scene: Scene) -> str:
    mark = "’" if "’" in scene.text else "'"
    return mark if whose.endswith("s") else f"{mark}s"


def _named(head: Token) -> list[Token]:
    """Return who may be the organisation: whose person it was, where that person works, or the blamed itself."""
    owners = [child for child in head.children if child.dep_ == "poss"]
    within = [p for c in head.children if c.lower_ in WITHIN for p in c.children if p.dep_ == "pobj"]
    return [*owners, *within, head]


def _is_outside(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    return noun.pos_ in {"NOUN", "PROPN"} and lemma in OUTSIDE - NO_OUTSIDE


def _is_own_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.lower_ not in OUTSIDE


def _leads(head: Token, scene: Scene) -> bool:
    """Return whether the blamed act in the first clause of the sentence, so that words before it hold for it alone."""
    top = head
    while top.dep_ in {"poss", "pobj", "agent", "prep"} and top.head is not top:
        top = top.head
    verb = top.head if top.dep_ in {"nsubj", "nsubjpass"} else top
    if verb.pos_ not in {"VERB", "AUX"} or verb.dep_ not in {"ROOT", "ccomp"}:
        return False
    earlier = [token for token in scene.tokens if token.dep_ in {"nsubj", "nsubjpass"} and token.head != verb]
    return not any(token.i < verb.i for token in earlier if not token.head.is_ancestor(verb) or token.head == verb)
