"""Keep whose act it was where an outside organisation acted, and from whom news was to come: “On its side, …”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.people.cast import Cast
from blameless_lint.language.people.groups import kind_of_group
from blameless_lint.language.people.kind import Kind
from blameless_lint.language.words import load
from blameless_lint.rewrite.asking import CHANNEL
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.moving import is_when
from blameless_lint.rewrite.pronouns import NOBODY
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "Housekeeping never told us that the lift was out.",
        "never told us",
        "Housekeeping",
        "We were not told that the lift was out; [which channel carries such news from housekeeping?]",
    ),
    Example(
        "Because the hotel's porter did not lock the cellar, the wine was gone.",
        "did not lock the cellar",
        "the hotel's porter",
        "Because on the hotel's side the cellar was not locked [what stood in the way?], the wine was gone.",
    ),
    Example(
        "It was naive of our landlord to trust a bicycle lock.",
        "was naive of",
        "",
        "On our landlord's side, a bicycle lock was trusted; [which conditions led to this?]",
        "judgement",
    ),
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
        "In addition, on the tent firm's side the lamps were not hung; [",
    ),
    Example(
        "In July the bank did not count the coins.",
        "did not count",
        "the bank",
        "In July, on the bank's side the coins were not counted",
    ),
)
OUTSIDE = load("vendors") | {"customer", "client"}
NO_OUTSIDE = frozenset(  # one's own house in many reports, or a single person
    {"foundation", "union", "council", "exchange", "institute", "clinic", "club", "school", "college", "university"}
    | {"consultant", "designer", "auditor", "custodian", "printer"}
)
FIRSTS = frozenset({"The", "A", "An", "No", "It", "There", "We", "Our", "My", "This", "That", "These", "They", "Not"})
BODIES = load("rewriting_bodies")
WITHIN = frozenset({"of", "at"})
ANYONE = NOBODY | {"noone", "someone", "somebody", "anyone", "anybody", "one", "none"}
INSIDE = frozenset({"in", "at", "from", "on"})
GROUPS = frozenset({Kind.TEAM, Kind.VENDOR})
SIDE = expression(r"\b[Oo]n (?:[\w&.-]+ ){0,5}[\w&.-]+(?:['’]s|s['’]) side,? ?")


def sided(text: str, scene: Scene) -> str:
    """Return a rewrite that says on whose side it was, or from whom news was to come, where a group acted in it."""
    if text.startswith("[") or "?" in scene.text or scene.request.category == "punitive":
        return text
    whose = outside_of(scene)
    if CHANNEL in text:
        source = whose or _group_of(scene)
        return text.replace(CHANNEL, f"{CHANNEL[:-2]} from {source}?]") if source else text
    head = _blamed(scene)
    if not whose or head is None:
        return text
    side = f"n {whose}{_mark(whose, scene)} side"
    before = scene.doc[: head.left_edge.i].text_with_ws
    if before.strip() and text.lower().startswith(before.lower()) and _may_follow(head):
        joined = head.left_edge.nbor(-1).pos_ in {"CCONJ", "SCONJ"} or before.rstrip().endswith((",", ";", "–", "—"))
        return f"{text[: len(before)] if joined else before.rstrip() + ', '}o{side} {text[len(before) :]}"
    return _in_front(text, side, scene) if _begins(scene) or _is_framed(text, scene) else text


def _in_front(text: str, side: str, scene: Scene) -> str:
    first = text.split(" ", 1)[0]
    known = any(token.text == first[:1].lower() + first[1:] for token in scene.tokens)
    small = known or first in FIRSTS
    head = "O" if scene.text.lstrip()[:1].isupper() else "o"
    return f"{head}{side}, {text[:1].lower() + text[1:] if small else text}"


def _may_follow(head: Token) -> bool:
    """Return whether the subject's place in a sentence has room for whose side it was: behind no “which”."""
    last = head.left_edge.nbor(-1)
    acts = head.dep_ in {"nsubj", "nsubjpass"} and head.head.pos_ == "VERB"
    return (
        acts
        and not last.tag_.startswith("W")
        and (last.dep_ == "mark" or last.pos_ != "ADP")
        and last.text not in '“"(:'
    )


def _begins(scene: Scene) -> bool:
    """Return whether nothing but words of the blamed, judging ones and conjunctions stands before the blamed."""
    head = scene.head
    return head is not None and not any(
        token.pos_ not in {"CCONJ", "SPACE", "PUNCT"} and token.i not in scene.judging | scene.blamed
        for token in scene.doc[: head.left_edge.i]
    )


def _is_framed(text: str, scene: Scene) -> bool:
    """Return whether a rewrite tells an act of the blamed that stood in a frame, or before “by”."""
    head = _blamed(scene)
    outer = head.head if head is not None and head.dep_ == "pobj" else None
    if outer is None:
        return False
    if outer.lower_ == "by":
        verb = outer.head if outer.head.pos_ == "VERB" else outer.head.head
        told = any(child.dep_ == "relcl" for child in head.children) if head is not None else False
        return verb.dep_ == "ROOT" and not told and not any(token.i in scene.blamed for token in scene.doc[: outer.i])
    start = scene.doc[: outer.i].text_with_ws.split(" ", 2)[:2]
    acts = any(token.pos_ == "VERB" and token.i > outer.i and scene.is_done_by_blamed(token) for token in scene.tokens)
    naive = outer.lower_ == "of" and scene.doc[0].lower_ == "it"
    return (acts or naive) and text.split(" ", 2)[:2] != start


def without_side(outside: str, scene: Scene) -> str:
    """Return a rewrite without the words that say on whose side it was."""
    return SIDE.sub("", outside) if outside_of(scene) else outside


def outside_of(scene: Scene) -> str:
    """Return the phrase for the outside organisation whose act a clause tells, "" where there is none."""
    head = _blamed(scene)
    noun = next((token for token in _named(head) if _is_outside(token, head)), None) if head else None
    return _phrase(noun, scene) if noun is not None else ""


def _blamed(scene: Scene) -> Token | None:
    """Return the head of the blamed, or who is judged in “it was naive of them to …”."""
    if scene.head is not None or scene.doc[0].lower_ != "it":
        return scene.head
    return next(
        (t for t in scene.tokens if t.dep_ == "pobj" and t.head.lower_ == "of" and t.head.head.dep_ == "acomp"), None
    )


def _group_of(scene: Scene) -> str:
    """Return the phrase for the team or department that the blamed is or belongs to, "" where there is none."""
    head = scene.head
    if head is None:
        return ""
    inside = [p for c in head.children if c.lower_ in INSIDE for p in c.children if p.dep_ == "pobj"]
    if head.lower_ in ANYONE:
        noun = next((token for token in inside if token.pos_ in {"NOUN", "PROPN"}), None)
    else:
        noun = next((token for token in [head, *_named(head)] if kind_of_group(token, Cast()) in GROUPS), None)
    return _phrase(noun, scene) if noun is not None and not is_when(noun) else ""


def _phrase(noun: Token, scene: Scene) -> str:
    """Return the words of a group with the article that fits, "" where they hold more than its name."""
    before = [c for c in noun.children if c.i < noun.i and c.dep_ in {"det", "poss", "compound", "amod", "nmod"}]
    before = [c for c in before if c.i not in scene.judging and not any(p.i in scene.judging for p in c.subtree)]
    words = [part for child in before for part in child.subtree] + [noun]
    if len(words) > 5 or any(c.lower_ in _VAGUE or c.pos_ == "VERB" for c in words) or _has_owner(noun):
        return ""
    texts = [token.text if token.i or _is_own_name(token) else token.lower_ for token in words]
    own = words[0].dep_ == "det" or words[0].tag_ == "PRP$" or _is_own_name(noun) or _is_bare(noun)
    texts[0] = "the" if texts[0] in {"a", "an"} else texts[0]
    spaces = [token.whitespace_ for token in words[:-1]] + [""]
    said = "".join(text + space for text, space in zip(texts, spaces, strict=True))
    return said if own else f"the {said}"


def _has_owner(noun: Token) -> bool:
    return any(child.dep_ == "poss" and child.tag_ != "PRP$" for child in noun.children)


def _is_bare(noun: Token) -> bool:
    """Return whether a department stands without an article, as a name does: “operations never told us”."""
    return kind_of_group(noun, Cast()) == Kind.TEAM and noun.lower_ not in load("team_nouns")


_VAGUE = frozenset({"any", "every", "each", "some", "other", "another", "no", "these", "those", "his", "her"})


def _mark(whose: str, scene: Scene) -> str:
    mark = "’" if "’" in scene.text else "'"
    return mark if whose.endswith("s") else f"{mark}s"


def _named(head: Token) -> list[Token]:
    """Return who may be the organisation: whose person it was, where that person works, or the blamed itself."""
    owners = [child for child in head.children if child.dep_ == "poss"]
    within = [p for c in head.children if c.lower_ in WITHIN for p in c.children if p.dep_ == "pobj"]
    return [*owners, *within, head]


def _is_outside(noun: Token, head: Token) -> bool:
    """Return whether a noun names an outside organisation, or whose person the head is where that is a body."""
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return False
    lemma = noun.lemma_.lower()
    if lemma in OUTSIDE - NO_OUTSIDE:
        return True
    if noun != head:
        return lemma in OUTSIDE | BODIES
    before = [child for child in noun.children if child.i < noun.i and child.dep_ in {"compound", "nmod"}]
    return noun.pos_ == "PROPN" and any(child.lemma_.lower() in OUTSIDE - NO_OUTSIDE for child in before)


def _is_own_name(token: Token) -> bool:
    return (token.pos_ == "PROPN" and token.lower_ not in OUTSIDE) or (token.text.isupper() and len(token.text) > 1)
