"""The things that a remedy is about, as a guard can be put on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas, pattern
from blameless_lint.language.words import load
from blameless_lint.rewrite.remedy import SANCTIONS
from blameless_lint.rewrite.render import tidy, word
from blameless_lint.rewrite.vigilance import CARE, HEED, RULES, TAUGHT

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

AIMED = re.compile(
    rf"{CARE.pattern}|{HEED.pattern}|\b(?:{'|'.join(TAUGHT)}|re-?(?:train|test|assess|brief|mind|check|peat|read)\w*|"
    r"learn\w*|counsel\w*|seriously|check\w*|touch\w*|near|hands off|redo|importance|importan\w+|accountable|"
    r"impress\w*|scep\w+|skep\w+|skip\w*|competen\w+|enforce\w*|follow\w*|lapse\w*|again|careless\w*|sloppy|think)\b",
    re.IGNORECASE,
)
TEACHING = re.compile(
    r"\b(?:re-?(?:train|test|assess|brief|fresh)\w*|train\w*|educat\w+|coach\w*|counsel\w*|teach\w*|course|module)\b",
    re.IGNORECASE,
)
QUALITIES = frozenset(
    {"accuracy", "quality", "safety", "security", "isolation", "hygiene", "correctness", "completeness"}
)
PLACES = load("rewriting_places")
UNGUARDED = load("rewriting_unguarded") | load("rewriting_times") | load("rewriting_whens") | load("vices")
SKIPPABLE = load("rewriting_skippable") - {"account"}
EVERY = frozenset({"a", "an", "no", "each", "every", "all", "any"})
MIDDLE = frozenset({"compound", "nmod", "poss", "npadvmod", "appos"})


def guarded(noun: Token, said: str, scene: Scene) -> str:
    """Return the task for a thing: what is asked for depends on whether it is a quality, a place, a rule or a step."""
    lemma = noun.lemma_.lower()
    if lemma in QUALITIES:
        return f"Support {said}: [by which check or default?]"
    if lemma in PLACES or re.search(r"\btouch", scene.doc.text):
        return f"Make {said} hard to break: [guardrail]"
    if lemma in RULES - {"procedure", "process"}:
        return f"Make {said} easy to follow: [which prompt or default?]"
    if TEACHING.search(scene.doc.text):
        return f"Make {said} easy to get right: [what is hard about it?]"
    if HEED.search(scene.doc.text) and not CARE.search(scene.doc.text):
        return f"Make {said} hard to miss: [guardrail]"
    return f"Make {said} hard to get wrong: [guardrail]"


def phrase(noun: Token, scene: Scene, *, upto: int = 10_000) -> str:
    """Return a noun with what tells which one it is, without people, clauses, “no” and “more”."""
    parts: list[Token] = []
    owned = False
    start, end = scene.request.target if scene.request.category != "punitive" else (0, 0)
    for child in sorted([*noun.children, noun], key=lambda part: part.i):
        if (
            child == noun
            or child.dep_ in {"compound", "nummod", "nmod"}
            or (child.dep_ == "amod" and child.pos_ == "ADJ")
        ):
            kept = [child] if child == noun else list(child.subtree)
        elif child.dep_ == "poss" and child.i < noun.i:
            kept = list(child.subtree) if scene.is_clean(child) and not scene.request.is_person(child) else []
            owned = not kept
        elif child.dep_ == "det" and child.lower_ not in {"no", "any", "all", "every", "each"}:
            kept = [child]
        elif child.dep_ == "prep" and child.i > noun.i and _is_telling(child, scene):
            kept = list(child.subtree)
        else:
            continue
        if child.dep_ == "amod" and start <= child.i < end:
            continue
        if child.i < upto and child.lower_ not in {"more", "such", "own"}:
            parts += [part for part in kept if part.i not in scene.blamed and part.i not in scene.judging]
    said = tidy("".join(word(part) + part.whitespace_ for part in parts)).strip(" .,;:!-–")
    said = re.sub(r"^(?:no )?more ", "", said)
    return f"the {said}" if owned and said == noun.text and noun.tag_ in {"NN", "NNP"} else said


def thing_of(noun: Token, scene: Scene) -> str:
    """Return a noun with what tells which one it is, "" where it names no thing of its own."""
    return phrase(noun, scene) if _is_a_thing(noun) else ""


def _is_telling(child: Token, scene: Scene) -> bool:
    """Return whether a phrase tells which thing is meant, and names no one."""
    inner = next((part for part in child.children if part.dep_ == "pobj"), None)
    if inner is None or inner.lemma_.lower() in UNGUARDED & load("rewriting_times") or not scene.is_clean(child):
        return False
    return child.lower_ in {"of", "on", "in", "to", "for", "at", "from", "with", "between"} and not any(
        scene.request.is_person(part) or part.dep_ in {"relcl", "acl", "pcomp"} for part in child.subtree
    )


def things(scene: Scene) -> Iterator[tuple[Token, str]]:
    """Yield the things that a remedy is about, none of them inside another."""
    covered: set[int] = set()
    for noun in scene.doc:
        lemma = noun.lemma_.lower()
        if noun.pos_ not in {"NOUN", "PROPN"} or noun.dep_ in MIDDLE or noun.i in covered or noun.i in scene.blamed:
            continue
        if lemma in SANCTIONS | UNGUARDED | SKIPPABLE or lemma in TAUGHT or noun.lower_ in lemmas("calendar"):
            continue
        if scene.request.is_person(noun) or noun.i in scene.judging or CARE.search(noun.text) or HEED.search(noun.text):
            continue
        said = thing_of(noun, scene)
        if len(said) > 2 and not pattern("rewriting_never").search(said):
            covered |= {part.i for part in noun.subtree}
            yield noun, said


def _is_a_thing(noun: Token) -> bool:
    """Return whether a noun names a thing that a guard can be put on: no bare singular, no time, no torn word."""
    after = noun.doc[noun.i + 1].text if noun.i + 1 < len(noun.doc) else ""
    before = noun.doc[noun.i - 1].text if noun.i else ""
    if after in {"-", "/"} or before in {"-", "/"} or (noun.head.lower_ == "until" or noun.head.dep_ == "npadvmod"):
        return False
    if noun.dep_ == "pobj" and noun.head.lower_ in {"before", "after", "until", "since", "without", "by", "under"}:
        return False
    if noun.lemma_.lower() in PLACES | QUALITIES or noun.tag_ == "NNS":
        return True
    if any(span.start <= noun.idx < span.end for span in noun.doc.user_data.get("opaque", ())):
        return True
    told = [child for child in noun.children if child.dep_ in {"compound", "det", "amod", "nmod", "prep", "poss"}]
    return noun.pos_ == "NOUN" and any(part.lower_ not in EVERY for part in told)
