"""Ask openly in the place of a sentence that tells nothing but blame: “The crew was complacent”: “[What were …?]”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.words import load
from blameless_lint.rewrite.conditions import conditions
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.keeping import IDENTIFIER
from blameless_lint.rewrite.measures import GENERAL, bound, measure
from blameless_lint.rewrite.only_blame import HEEDING, tells_only_blame
from blameless_lint.rewrite.reproach import blames_in_words
from blameless_lint.rewrite.telling import KNOWING
from blameless_lint.rewrite.things import NO_FACTS, NO_TOPICS, SANCTIONS, is_minded, is_thing, named
from blameless_lint.rewrite.topic import GUARD, guarded
from blameless_lint.rewrite.verb import finite
from blameless_lint.rewrite.vigilance import is_past

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "Recklessness of the riggers.",
        "Recklessness",
        "the riggers",
        "[What were the conditions of the work of the riggers?]",
        "judgement",
    ),
    Example(
        "The stage crew simply isn't careful enough with the trolleys.",
        "isn't careful enough",
        "The stage crew",
        "[What were the conditions of the work around the trolleys?]",
        "judgement",
    ),
    Example(
        "Written warning to the lamp operator",
        "Written warning",
        "the lamp operator",
        "[Which guard in the system would help the next person?]",
        "punitive",
    ),
    Example(
        "Fitters to watch the gauges more attentively",
        "to watch the gauges more attentively",
        "Fitters",
        "",
        "punitive",
    ),
    Example(
        "Fitters to be more conscious of old gauges",
        "to be more conscious",
        "Fitters",
        "[Which guard around old gauges would help the next person?]",
        "punitive",
    ),
    Example(
        "The blame lies with the caterer.", "The blame", "the caterer", "[Which conditions led to this?]", "accusation"
    ),
    Example("Nobody is perfect, somebody made a mistake.", "made a mistake", "somebody", "[Which step", "human-error"),
    Example("Remedial training for the lamp operator.", "Remedial training", "the lamp operator", "", "punitive"),
    Example("The rigger is lazy, the hoist stood still at 10:20.", "is lazy", "The rigger", "", "judgement"),
)
ASKED = {
    "judgement": (
        "[What were the conditions of the work?]",
        "[What were the conditions of the work around {}?]",
    ),
    "accusation": ("[Which conditions led to this?]", ""),
    "hindsight": (
        "[What could be seen at the time, and where was it shown?]",
        "[What could be seen of {} at the time, and where was it shown?]",
    ),
    "punitive": (GENERAL, GUARD),
    "human-error": (
        "[Which step is easy to get wrong, and under which conditions?]",
        "[Which step around {} is easy to get wrong, and under which conditions?]",
    ),
}  # fmt: skip
FRAMES = KNOWING | load("rewriting_framing") | {"be", "have", "do", "seem", "look", "show", "call", "say", "lie"}
TRAITED = FRAMES | {
    "lack",
    "display",
    "feel",
    "want",
    "understand",
    "know",
    "care",
    "bother",
    "need",
    "mean",
    "like",
    "remind",
}
CLAUSES = frozenset({"ROOT", "conj", "ccomp", "advcl", "relcl", "parataxis", "acl", "csubj", "pcomp"})
ABOUT = frozenset({"with", "about", "for", "towards", "toward", "during", "around"})
TOPICS = frozenset(
    {"accuracy", "competence", "communication", "leadership", "experience", "training", "supervision", "testing"}
)
LESSONS = frozenset({"coaching", "course", "lesson", "refresher", "retraining", "training"})


def bare(scene: Scene) -> str:
    """Return one bracketed question for a sentence that tells no fact but at most one thing, "" for all others."""
    said = _asked(scene)
    if scene.request.category != "punitive":
        return said
    if _is_settled(scene) or not blames_in_words(scene):
        return ""
    if said and said != GENERAL:
        return said
    return ("" if is_past(scene) or any(_is_aside(token) for token in scene.tokens) else guarded(scene)) or said


def _is_aside(token: Token) -> bool:
    """Return whether a word opens a clause that tells more than the measure."""
    return token.lower_ in {"because", "but", "if", "so", "who", "whoever", "when", "since", "which", "not", "n't"}


def stands_alone(found: str, scene: Scene) -> bool:
    """Return whether what the verifier says of a question by itself is no fault there: only an idiom is gone."""
    word = found.removeprefix("loses ").lower()
    harmless = {"", "loses whose one", *({"only the person is gone"} if scene.request.category == "punitive" else ())}
    return found in harmless or word in NO_FACTS - TOPICS


def _is_settled(scene: Scene) -> bool:
    """Return whether a measure is told as decided, with its length or its end: a fact that no question holds."""
    if any(
        token.lower_ in {"after", "pending"} or (token.tag_ == "CD" and token.lower_ != "one") for token in scene.tokens
    ):
        return True
    return _is_docked(scene) or (bool(bound(scene)) and "further notice" not in scene.text)


def _is_docked(scene: Scene) -> bool:
    """Return whether a sentence says in the present what somebody does not get: “he does not get paid”."""
    root = next((token for token in scene.tokens if token.head == token), None)
    if root is None or root.tag_ not in {"VBZ", "VBP", "VB"} or root.pos_ != "VERB":
        return False
    return any(child.lower_ in {"do", "does"} and child.dep_ == "aux" for child in root.children)


def _asked(scene: Scene) -> str:
    forms = ASKED.get(scene.request.category)
    if forms is None or scene.doc.user_data.get("opaque") or any(token.text in '"“”(#@|/' for token in scene.tokens):
        return ""
    if scene.request.category == "punitive" and (planned := measure(scene)):
        return planned
    if asked := conditions(scene):
        return asked
    if not blames_in_words(scene) or not tells_only_blame(scene):
        return ""
    if scene.request.category == "judgement" and any(_points_back(token) for token in scene.tokens):
        return ""
    if any(token.lemma_.lower() in LESSONS for token in scene.tokens):
        return ""  # a lesson that is planned is a fact
    if IDENTIFIER.search(scene.text) or any(_tells(token, scene) for token in scene.tokens):
        return ""
    things = [token for token in scene.tokens if is_thing(token, scene)]
    if not things:
        return "" if scene.request.category == "judgement" and _is_clause(scene) else forms[0]
    if any(thing.ent_type_ == "PERSON" or thing.pos_ == "PROPN" for thing in things):
        return ""
    is_asked = len(things) == 1 and _is_told_of(things[0], scene) and not _tells_an_act(scene)
    is_asked = is_asked and (scene.request.category != "punitive" or is_minded(things[0]))
    said = named(things[0], scene) if is_asked else ""
    return forms[1].format(said) if said else ""


def _is_clause(scene: Scene) -> bool:
    """Return whether a sentence says of someone what they did or were like; readers miss that where it is gone."""
    return any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in scene.tokens)


def _points_back(token: Token) -> bool:
    """Return whether what is judged was told before: “this approach is …”."""
    if token.dep_ != "nsubj" or token.head.lemma_ != "be":
        return False
    return token.lower_ in NO_TOPICS or any(child.lower_ in {"this", "that", "such"} for child in token.children)


def _is_told_of(noun: Token, scene: Scene) -> bool:
    """Return whether a thing is what the blame is about: “careless with …”, “respect for …”, “to watch …”."""
    outer = noun.head
    if scene.request.category == "accusation":
        return False  # what someone is blamed for is a fact
    if noun.dep_ == "dobj":
        seriously = outer.lemma_ == "take" and any(child.lower_ == "seriously" for child in outer.children)
        return seriously or (outer.lemma_.lower() in HEEDING and outer.dep_ != "acl")
    if outer.lower_ == "of" and outer.head.lemma_.lower() in {"lack", "absence"}:
        return False  # a trait, or a thing that was not there
    if noun.dep_ != "pobj" or outer.lower_ not in ABOUT | {"of", "on", "to", "in"} or outer.i < outer.head.i:
        return False
    if outer.head.pos_ == "VERB" or outer.lower_ in ABOUT:
        return outer.lower_ in ABOUT and (scene.request.category == "punitive" or scene.request.holds(outer.head))
    lemma = outer.head.lemma_.lower()
    return outer.head.pos_ == "ADJ" or (lemma in NO_FACTS | SANCTIONS and outer.head.pos_ in {"NOUN", "PROPN"})


def _tells(token: Token, scene: Scene) -> bool:
    """Return whether a word tells a number, a moment, or an act in a clause beside the blaming words."""
    punishes = scene.request.category == "punitive"
    if scene.request.category == "accusation" and token.pos_ == "VERB" and token.lemma_ in {"say", "blame", "claim"}:
        return True  # what others said of it is told as a fact
    if token.lower_ in {"typo", "typing"} or (scene.request.category == "hindsight" and token.lower_ in {"he", "she"}):
        return True
    if token.like_num and token.lower_ != "one":
        return not punishes
    if any(mark.isdigit() for mark in token.text) and token.i not in scene.blamed:
        return True
    if punishes and token.lemma_ == "write" and any(child.lemma_ == "test" for child in token.children):
        return True
    if punishes and _is_anothers(token, scene):
        return True
    if token.pos_ == "VERB" and not scene.request.holds(token) and not punishes:
        return token.lemma_.lower() not in FRAMES and token.dep_ in CLAUSES
    return token.lemma_.lower() in lemmas("destructive_verbs", "damage_verbs") and finite(token) is not None


def _is_anothers(verb: Token, scene: Scene) -> bool:
    """Return whether a clause beside a punishment tells what others do: “…, two of us disagree”."""
    if verb.pos_ != "VERB" or verb.dep_ not in {"ROOT", "parataxis"} or scene.request.holds(verb):
        return False
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    held = any(scene.request.holds(part) for part in verb.subtree if part.i > verb.i)
    if subject is None or scene.is_blamed(subject) or held:
        return False
    return subject.pos_ == "PRON" or scene.request.is_person(subject)


def _tells_an_act(scene: Scene) -> bool:
    """Return whether a verb tells what was done to the thing, which the question would lose."""
    return any(
        token.pos_ == "VERB"
        and (token.tag_ == "VBD" or (token.tag_ == "VBN" and finite(token) is not None))
        and token.lemma_.lower() not in TRAITED
        for token in scene.tokens
    )
