"""Name the work that a judgement of people is about, and leave open what shaped it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.words import load
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.thing import UNGUARDED, phrase, thing_of
from blameless_lint.rewrite.verb import finite

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "Nobody in that team feels responsible for the cron jobs.",
        "Nobody in that team feels responsible",
        "Nobody",
        "[Which conditions] shape the work with the cron jobs.",
        "judgement",
    ),
    Example(
        "Very poor supervision by the crew boss.",
        "Very poor supervision",
        "the crew boss",
        "[Which conditions] shaped supervision.",
        "judgement",
    ),
    Example(
        "He plays golf with the right people so he will be fine.",
        "He plays golf with the right people",
        "He",
        "",
        "judgement",
    ),
)
WORK = lemmas("work_nouns", "change_nouns") - load("rewriting_inner") - load("rewriting_no_topics")
CATEGORIES = frozenset({"judgement", "accusation", "hindsight"})
KNOWING_OF = frozenset({"understand", "know", "grasp", "believe", "respect", "master", "learn"})
TRAITS = load("rewriting_traits")
MORE = load("rewriting_topics") | (lemmas("things") - load("rewriting_happenings") - load("rewriting_no_topics"))


def topic(root: Token, scene: Scene) -> str | None:
    """Return the first thing of engineering that the sentence names, as work that open conditions shaped."""
    if scene.request.category not in CATEGORIES:
        return None
    how = finite(root)
    verb = "shape" if how is not None and how.tense.startswith("present") and not how.modal else "shaped"
    for noun in scene.doc:
        lemma = noun.lemma_.lower()
        if _is_known_of(noun, scene):
            return f"[which conditions] {verb} the work with {phrase(noun, scene)}"
        if noun.pos_ not in {"NOUN", "PROPN"} or noun.dep_ in {"compound", "nmod", "poss", "npadvmod", "nsubjpass"}:
            continue
        if any(child.dep_ == "nummod" or child.tag_ in {"VBZ", "CD"} for child in noun.children):
            continue
        if lemma not in WORK | MORE or noun.i in scene.blamed | scene.judging:
            continue
        said = thing_of(noun, scene)
        if said and not scene.request.is_person(noun):
            link = "" if lemma in WORK else "the work on " if lemma in lemmas("change_nouns") else "the work with "
            return f"[which conditions] {verb} {link}{said}"
    return None


def _is_known_of(noun: Token, scene: Scene) -> bool:
    """Return whether a noun is what the blamed are said not to know or care of: “does not understand Varnish”."""
    verb = noun.head if noun.dep_ == "dobj" else noun.head.head
    if noun.pos_ not in {"NOUN", "PROPN"} or noun.dep_ not in {"dobj", "pobj"} or verb.lemma_.lower() not in KNOWING_OF:
        return False
    if noun.dep_ == "pobj" and noun.head.lower_ not in {"about", "in", "of"}:
        return False
    if scene.request.is_person(noun) or noun.i in scene.blamed | scene.judging or not phrase(noun, scene):
        return False
    lemma = noun.lemma_.lower()
    return lemma not in UNGUARDED | TRAITS | load("rewriting_no_things") and scene.is_done_by_blamed(verb)
