"""The bracketed question behind a rewrite: what it asks depends on what was, or was not, done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.words import load
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.evidence import (
    is_chosen,
    is_content,
    is_harm,
    is_near_miss,
    is_partial,
    is_routing,
    is_short_of_means,
    is_stopping,
    was_known,
)
from blameless_lint.rewrite.inflect import base
from blameless_lint.rewrite.judgement import tells_intent
from blameless_lint.rewrite.omission import DUE, EFFORT, LEAVING, STARTING
from blameless_lint.rewrite.verb import finite, is_negated, is_plural, lemma_of, object_of
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "The baker did not weigh the flour.",
        "did not weigh",
        "The baker",
        "The flour was not weighed; [what would have prompted it?]",
    ),
    Example(
        "The baker did not notice the smoke.",
        "did not notice",
        "The baker",
        "The smoke was not noticed; [what would have drawn attention to it?]",
    ),
    Example(
        "The baker did not anticipate the queue.",
        "did not anticipate",
        "The baker",
        "The queue was not anticipated; [what would have pointed to it?]",
    ),
    Example(
        "The baker did not finish the wedding cake.",
        "did not finish",
        "The baker",
        "The wedding cake was not finished; [what stood in the way?]",
    ),
    Example(
        "The baker has not repaired the mixer yet.",
        "has not repaired",
        "The baker",
        "The mixer has not been repaired yet; [what stands in the way?]",
    ),
    Example(
        "The baker did not weigh the flour until noon.",
        "did not weigh",
        "The baker",
        "The flour was not weighed until noon; [what would have prompted it sooner?]",
    ),
    Example(
        "The baker did not check the oven because the light was out.",
        "did not check",
        "The baker",
        "The oven was not checked because the light was out.",
    ),
)
CHANNEL = "[which channel carries such news?]"
UNINTENDED = "[what made this easy to do by mistake?]"
LEADING, ALLOWED = "[which conditions led to this?]", "[what in the process allowed this?]"
PROMPTED, POINTED = "[what would have prompted it?]", "[what would have pointed to it?]"
NOTICED = "[what would have drawn attention to it?]"
STOOD, STANDS = "[what stood in the way?]", "[what stands in the way?]"
NOTICED_MANY, POINTED_MANY = (ask.replace("it?", "them?") for ask in (NOTICED, POINTED))
GUARDED = "[what would have guarded against it?]"
SHOWN = "[how could this be seen at the time?]"
SOON, SEEN_SOON = "[what would have prompted it sooner?]", "[what would have drawn attention to it sooner?]"
MANY = {NOTICED: NOTICED_MANY, POINTED: POINTED_MANY}
SOONER = {PROMPTED: SOON, STOOD: SOON, NOTICED: SEEN_SOON}  # what is asked instead where it was done, but late
UNDONE = (
    PROMPTED,
    POINTED,
    NOTICED,
    STOOD,
    STANDS,
    CHANNEL,
    SOON,
    SEEN_SOON,
    GUARDED,
    *MANY.values(),
)  # what is asked of what was not done
FROM = expression(r" from [^\]?]+\?\]$")  # “[which channel carries such news from the bank?]”
SEEING = load("rewriting_seeing")
TELLING = load("rewriting_telling")
FORESEEING = load("rewriting_foreseeing")
UNSEEN = frozenset({"undetected", "unnoticed", "unobserved", "unread", "unrecognised", "unrecognized", "unseen"})
TIMES = load("rewriting_times")
STEPS = load("rewriting_steps") | load("rewriting_checking")
MORE_TOLD = expression(
    r"\b(?:and|so|but|hence)\b [^;]*\b(?:was|were|is|are|am|had|has|have|could|can)\b(?! not)", re.IGNORECASE
)
ASIDE = expression(r"\([^)]*\)")
# Words of what is still so: “yet”, “to date”; a thing that “has not been fixed” is none of the past either.
LASTING = frozenset({"yet", "still", "since", "date", "far", "resolved", "fixed"})
PURPOSE = expression(r"(?i)\b(?:in order to|so as to|so that)\b")
SO = expression(r"(?i)\bso (?:that )?(?:it|they|we|the|this|all)\b")
REASONED = expression(r"(?i)(?:therefore|thus|hence|consequently|as a (?:result|consequence))\b")
TO_AND_FRO = frozenset(
    {"reply", "respond", "answer", "ask", "call", "share", "consult", "raise", "page", "escalate", "flag", "mention"}
)


def prompt(verb: Token | None, scene: Scene, *, negated: bool) -> str:
    """Return the bracketed question that fits what was, or was not, done; "" where the sentence answers it."""
    if tells_intent(scene):
        return "" if is_near_miss(scene) else UNINTENDED
    if verb is not None and (tells_reason(verb) or _is_told_in_passing(verb) or is_content(verb, scene)):
        return ""
    if not negated:
        if SO.search(scene.text) or PURPOSE.search(scene.text):
            return ""  # what it was for, or what came of it, is told behind it
        return (
            ALLOWED if is_harm(scene) and not scene.request.is_judgement and not scene.request.is_implied else LEADING
        )
    if is_chosen(scene):
        return LEADING
    asked = STOOD if verb is None else _of_undone(_meant(verb))
    if asked == PROMPTED and (was_known(scene) or (verb is not None and is_partial(_meant(verb)))):
        asked = STOOD
    late = verb is not None and any(_is_late(child) for part in verb.children for child in (part, *part.children))
    if late:
        return SOONER.get(asked, asked)
    return MANY.get(asked, asked) if verb is not None and _is_of_many(_meant(verb)) else asked


def _is_of_many(verb: Token) -> bool:
    """Return whether what a verb is about are several things."""
    of = next((child for child in verb.children if child.dep_ == "prep" and child.i == verb.i + 1), None)
    inside = [] if of is None else [c for c in of.children if c.dep_ == "pobj" and c.lemma_.lower() not in TIMES]
    thing = object_of(verb) or next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
    return any(is_plural(each) for each in ([thing] if thing is not None else inside))


def _is_late(word: Token) -> bool:
    """Return whether something was done, but late: “not until noon”."""
    return word.lower_ in {"until", "till"} and word.dep_ in {"mark", "prep"}


def _meant(verb: Token) -> Token:
    """Return the verb that tells what was left out: that in “failed to check”."""
    behind = [part for child in verb.children for part in (child, *(child.children if child.dep_ == "prep" else ()))]
    inner = next((part for part in behind if part.dep_ in {"xcomp", "pcomp"} and part.i > verb.i), None)
    return inner if inner is not None and base(verb.text, verb.lemma_) in LEAVING | EFFORT | STARTING else verb


def goes_on(said: str) -> bool:
    """Return whether a sentence tells more behind what was not done: “the gate was not shut, so the mule was gone”."""
    undone = re.search(r"(?i)\b(?:not|never|n[’']t)\b", said)
    return undone is not None and MORE_TOLD.search(ASIDE.sub("", said[undone.end() :])) is not None


def _is_told_in_passing(verb: Token) -> bool:
    """Return whether a verb tells in passing of which thing the sentence speaks: “a note that had not been read”."""
    return verb.dep_ == "relcl" and verb.left_edge.tag_ == "WDT"


def leaves_open(text: str) -> bool:
    """Return whether a bracket stands for a part of the sentence: “[which conditions] led to …”."""
    return "[which" in text.lower().replace(LEADING, "").replace(CHANNEL, "")


def asks_of_undone(text: str) -> bool:
    """Return whether a text ends with a question about something that was not done."""
    return FROM.sub("?]", text).endswith(UNDONE)


def asked_of(scene: Scene) -> Token | None:
    """Return the verb of the blaming words that the question is about: what the blamed left, or else what they did."""
    acts = [token for token in scene.tokens if token.pos_ == "VERB" and scene.request.holds(token)]
    own = [verb for verb in acts if verb.dep_ != "acl" and scene.is_done_by_blamed(verb)]
    left = [verb for verb in own if is_negated(verb) or base(verb.text, verb.lemma_) in LEAVING]
    return next(iter(left or own), None)


def _of_undone(verb: Token) -> str:
    """Return the question about something that was not done, from the verb that would have told of it."""
    lemma = base(verb.text, verb.lemma_)
    if is_stopping(verb):
        return GUARDED
    if is_short_of_means(verb) or is_routing(verb):
        return STOOD
    if lemma in {"skip", "bypass"}:
        return LEADING
    if lemma == "miss" and (thing := object_of(verb)) is not None and DUE.search(thing.text):
        return STOOD
    if any(child.lower_ in UNSEEN for child in verb.children):
        return NOTICED
    if lemma in SEEING or (lemma == "forget" and any(child.dep_ == "ccomp" for child in verb.children)):
        return NOTICED
    if lemma in TELLING - TO_AND_FRO:
        return CHANNEL
    if lemma in FORESEEING:
        return POINTED
    how = finite(verb)
    if how is not None and how.tense.startswith("present") and not how.modal and _lasts(verb, how.tense):
        return STANDS
    return PROMPTED if lemma in STEPS or lemma_of(verb) in lemmas("act_verbs") else STOOD


def _lasts(verb: Token, tense: str) -> bool:
    """Return whether what was not done is still not done: in the present, or not “yet”, not “since”."""
    return tense != "present perfect" or any(token.lower_ in LASTING for token in verb.subtree)


def tells_reason(verb: Token) -> bool:
    """Return whether a clause tells why: “because the light was out”, “due to the freeze”."""
    if REASONED.match(verb.doc.text) or _follows_from(verb):
        return True
    own = {child.i for child in verb.children if child.dep_ == "mark"}
    lasts = any(child.lower_ in {"has", "have", "had"} for child in verb.children)  # “not painted since we moved in”
    for child in verb.children:
        if child.dep_ == "advcl" and child.left_edge.lower_ == "since" and not lasts:
            return True
    return any(_gives_reason(token) for token in verb.subtree if token.i not in own)


def _follows_from(verb: Token) -> bool:
    """Return whether a clause tells what came of the one before it: “…, so it was not seen”."""
    first = verb.left_edge
    words = {first.lower_, *(token.lower_ for token in verb.doc[max(0, first.i - 1) : first.i])}
    return first.i > 1 and "so" in words


def _gives_reason(token: Token) -> bool:
    following = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    return token.lower_ == "because" or (token.lower_ in {"due", "owing", "thanks"} and following == "to")
