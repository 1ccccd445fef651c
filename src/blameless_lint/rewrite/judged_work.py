"""Name the conditions of work that is judged, in the place of the judgement and of who did it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.words import load
from blameless_lint.rewrite.articles import a_or_an
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.human_error import TRAITS as OWN_TRAITS
from blameless_lint.rewrite.judging import judging_words
from blameless_lint.rewrite.render import tidy
from blameless_lint.rewrite.sentence import mark_of
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "Superficial inspection by the harbour pilot",
        "Superficial inspection by the harbour pilot",
        "the harbour pilot",
        "Conditions of the inspection: [which of them mattered?]",
        "judgement",
    ),
    Example(
        "Inadequate planning by the caterer must be seen as a contributory cause.",
        "Inadequate planning by the caterer",
        "the caterer",
        "The conditions of the planning [which of them?] must be seen as a contributory cause.",
        "judgement",
    ),
    Example(
        "Insufficient diligence by the gardener contributed.",
        "Insufficient diligence by the gardener",
        "the gardener",
        "The conditions of the work [which of them?] contributed.",
        "judgement",
    ),
    Example("Heavy rain by the river.", "Heavy rain by the river", "", "", "judgement"),
)
TRAITS = OWN_TRAITS | lemmas("vices")
POOR = frozenset({"bad", "improper", "inadequate", "insufficient", "poor", "wrong", "deficient", "casual", "loose"})
POOR |= {
    "superficial",
    "cursory",
    "rushed",
    "hasty",
    "inattentive",
    "incomplete",
    "weak",
    "perfunctory",
    "faulty",
    "lacking",
    "undue",
    "due",
    "proper",
    "sufficient",
}
CONDUCT = (
    lemmas("conduct_nouns") | load("rewriting_conduct") | OWN_TRAITS | lemmas("vices") | {"approach", "caution", "care"}
)
CONDUCT |= {"diligence", "awareness", "attention", "behaviour", "behavior", "work", "job", "conduct", "thinking"}
CONDUCT -= {"communication", "coordination", "supervision", "lookout", "briefing", "cooperation", "leadership"}
CONDUCT -= {"handling", "housekeeping", "management", "oversight", "planning", "preparation", "decision", "hygiene"}
ACTS = lemmas("work_nouns") | {"inspection", "size-up", "merge", "decision-making", "survey", "search", "assessment"}
ACTS |= {"check", "examination", "test", "briefing", "evaluation", "count", "calibration", "repair", "cleaning"}
ACTS -= {"qualification", "qualifications", "knowledge", "understanding", "experience", "skill", "skills", "awareness"}
ACTS -= {"staffing", "training", "documentation", "procedure", "wiring", "installation", "engineering", "design"}
ACTS -= {"effort", "attempt", "manner", "language", "service", "temper", "ownership", "quality", "act", "acts"}
CAUSAL = expression(
    r"(?i)(?:because of|due to|owing to|thanks to|down to|"
    r"(?:caused|triggered|prolonged|aggravated|preceded|explained) by|"
    r"(?:attributed|attributable|traced|traced back|related|linked) to|(?:result|consequence|outcome) of|"
    r"(?:result|stem|follow|aris|com)(?:s|ed|e|es|ing)? from|contributed to by)$"
)
TIED = frozenset({"by", "of", "from", "in", "on", "among"})
PLACED = frozenset({"in", "during", "at", "on", "around"})
BE = {"was": "were", "is": "are", "has": "have"}
LONGEST = 14  # words


def judged_work(scene: Scene) -> Iterator[str]:
    """Yield the sentence with the conditions of the work where it named work that was judged."""
    if scene.request.category not in {"judgement", "person-cause", "human-error", "accusation"}:
        return
    for noun in scene.tokens:
        if noun.pos_ in {"NOUN", "PROPN"} and _is_judged(noun, scene):
            said = _said(noun, scene)
            if said:
                yield said
            return


def _is_judged(noun: Token, scene: Scene) -> bool:
    """Return whether a noun names work or conduct that the blaming words call poor or lacking."""
    lemma = noun.lemma_.lower()
    if (
        lemma not in ACTS | CONDUCT
        or not scene.request.holds(noun)
        or noun.dep_ in {"compound", "conj", "attr", "appos"}
    ):
        return False
    if any(child.dep_ == "conj" for child in noun.children):
        return False
    if lemma in {"haste", "fatigue", "ego"}:
        return False
    if {lemma, noun.lower_} & TRAITS:
        return True
    judging = judging_words() | POOR
    before = any(child.dep_ in {"amod", "compound"} and child.lower_ in judging for child in noun.children)
    return before or (_lack(noun) is not None and lemma in CONDUCT)  # what was not there is a fact


def _lack(noun: Token) -> Token | None:
    """Return the noun that says that something was not there: “lack of supervision”."""
    outer = noun.head
    is_lack = outer.lower_ == "of" and outer.head.lemma_.lower() in {"lack", "absence", "want"}
    return outer.head if is_lack else None


def _said(noun: Token, scene: Scene) -> str | None:
    top = _lack(noun) or noun
    if any(child.dep_ == "conj" for child in top.children) or top.dep_ not in {"ROOT", "nsubj", "nsubjpass", "pobj"}:
        return None
    if top.dep_ == "pobj" and not CAUSAL.search(scene.doc[: top.left_edge.i].text.strip()):
        return None
    phrase = _phrase(noun, top, scene)
    if phrase is None or len(phrase.split()) > LONGEST:
        return None
    first, last = top.left_edge.i, max(top.right_edge.i, noun.right_edge.i)
    after = scene.doc[last + 1 :].text
    if not any(token.is_alpha for token in (*scene.doc[:first], *scene.doc[last + 1 :])):
        is_left = noun.lemma_.lower() in TRAITS and scene.request.category != "human-error"  # asked about openly
        return f"Conditions of {phrase}: [which of them mattered?]" if top.dep_ == "ROOT" and not is_left else None
    agreeing = _agreeing(after, top) if top.dep_ in {"nsubj", "nsubjpass"} else after
    if agreeing is None or top.dep_ == "ROOT":
        return None
    before = scene.doc[:first].text_with_ws
    one = next((child.lower_ for child in noun.children if child.lower_ in {"a", "an"}), "") if top == noun else ""
    work = phrase.removeprefix("the ")
    said = f"the conditions of {phrase} [which of them?]"
    if one and noun.lemma_.lower() not in CONDUCT:
        said = f"{a_or_an(work)} {work} [which conditions shaped it?]"
        agreeing = after
    said = said if before.strip() else said[0].upper() + said[1:]
    return tidy(f"{before}{said} {agreeing}") + ("" if after.endswith((".", "!")) else mark_of(scene))


def _agreeing(after: str, subject: Token) -> str | None:
    """Return what follows a subject with its verb in the plural, None where that is not the next word."""
    first, _, rest = after.partition(" ")
    if first in BE:
        return f"{BE[first]} {rest}"
    verb = subject.doc[subject.right_edge.i + 1] if subject.right_edge.i + 1 < len(subject.doc) else None
    return after if verb is not None and verb.tag_ in {"VBD", "MD", "VBP", "VBN"} else None


def _phrase(noun: Token, top: Token, scene: Scene) -> str | None:
    """Return the work with what it was about, without its judgement and those who did it."""
    own = [
        child.text.lower() if child.i == top.left_edge.i else child.text
        for child in noun.children
        if child.dep_ in {"compound", "amod", "nmod"}
        and child.i < noun.i
        and child.lower_ not in judging_words() | POOR
        and child.i not in scene.blamed
    ]
    words = ["the", *own, noun.text.lower()] if noun.lemma_.lower() not in CONDUCT else ["the", "work"]
    if noun.lemma_.lower() in CONDUCT and any(word != "due" for word in own):
        words = ["the", *own]
        if not re.fullmatch(r"[a-z]+ing", own[-1]):
            return None
    if any(part.dep_ == "conj" for child in noun.rights if child.dep_ == "prep" for part in child.children):
        return None
    for child in [*noun.rights, *(top.rights if top != noun else ())]:
        if child.dep_ != "prep" or (top != noun and noun.head == child):
            if child.is_punct or (top != noun and noun.head == child):
                continue
            return None
        if child.lower_ == "by" and not any(part.like_num for part in child.subtree):
            continue  # who did it, whoever is blamed
        inner = [part for part in child.subtree if part.i in scene.blamed]
        if inner and child.lower_ in TIED:
            named = next((part for part in child.children if part.dep_ == "pobj"), None)
            if named is None or named.i not in scene.blamed or any(p.dep_ in {"relcl", "acl"} for p in child.subtree):
                return None
            rest = [part for part in child.subtree if part.i > max(word.i for word in inner)]
            if rest:
                words.append(scene.doc[rest[0].i : rest[-1].i + 1].text)
            continue
        if child.lower_ == "on" and any(part.lower_ in {"part", "side"} for part in child.subtree):
            continue
        if not scene.is_clean(child) or (noun.lemma_.lower() in CONDUCT and child.lower_ not in PLACED):
            return None
        words.append(scene.doc[child.left_edge.i : child.right_edge.i + 1].text)
    return " ".join(words).rstrip(".!,; ")
