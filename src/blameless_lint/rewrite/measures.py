"""Ask for a guard in the place of a planned measure: “Sam loses access to the vault until further notice”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.words import load
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.human_error import ERRORS, TRAITS
from blameless_lint.rewrite.keeping import IDENTIFIER, SKIPPABLE
from blameless_lint.rewrite.render import verbatim
from blameless_lint.rewrite.things import SANCTIONS, is_minded, is_thing, named
from blameless_lint.rewrite.verb import finite, object_of
from blameless_lint.rewrite.vigilance import CARE, HEED, TAUGHT
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "Sam loses access to the vault until further notice.",
        "loses access",
        "Sam",
        "",  # a guard around what a sanction takes away is none around the hazard
        "punitive",
    ),
    Example(
        "Formal warning to the rigger on shift, copy to HR.",
        "Formal warning",
        "the rigger on shift",
        "[Which guard in the system would help the next person?]",
        "punitive",
    ),
    Example(
        "The florist has been dismissed.", "has been dismissed", "The florist", "", "punitive"
    ),
    Example(
        "Operators to be retested on the hoist; two failures mean reassignment.",
        "to be retested",
        "Operators",
        "",
        "punitive",
    ),
)  # fmt: skip
MEASURING = (
    load("rewriting_punishing")
    | load("rewriting_heeding")
    | load("rewriting_personal")
    | load("rewriting_asked")
    | load("rewriting_measures")
    | lemmas("sanction_verbs", "teaching_verbs")
)
SETTINGS = load("rewriting_measure_settings")
RIGHTS = frozenset({"access", "permission", "right"})
HEEDING = load("rewriting_heeding")
LESSONS = frozenset({"coaching", "course", "lesson", "refresher", "training", "workshop"})
AGAIN = expression(r"(?i)\b(?:again|repeat\w*|redo\w*|re-?\w*train\w*|until)\b")
TAUGHT_IN = frozenset({"course", "exam", "module", "quiz", "test", "training"})
TIMES = load("rewriting_times") | {"time", "notice", "future", "period"}
BOUNDS = frozenset({"until", "till", "pending", "unless"})
OTHERWISE = frozenset({"but", "because", "although", "if"})
WHEN = frozenset({"when", "whenever", "before", "after", "while", "once"})
TIED = frozenset({"to", "of", "for", "in", "on"})
HAVING = frozenset({"has", "have", "had", "'ve", "’ve"})
ABOUT = frozenset({"with", "about", "on", "to", "of"})
PLACED = frozenset({"during"})
INNER = frozenset({"amod", "compound", "nmod", "aux", "auxpass"})


GENERAL = "[Which guard in the system would help the next person?]"
LONGEST = 7  # words of a thing with what hangs on it


def measure(scene: Scene) -> str:
    """Return one bracketed question for a guard in the place of a planned measure, "" where it tells more."""
    if not is_measure(scene):
        return ""
    if IDENTIFIER.search(scene.text):
        return ""
    bounds = bound(scene)
    things = [token for token in scene.tokens if token.i not in bounds and _is_guarded(token, scene)]
    tops = [token for token in things if not any(other.is_ancestor(token) for other in things)]
    if not tops:
        return "" if any(_is_about_act(token, scene) for token in scene.tokens) else GENERAL
    said = _topic(tops[0], scene) if len(tops) == 1 else ""
    return f"[Which guard {said} would help the next person?]" if said else ""


def _is_about_act(verb: Token, scene: Scene) -> bool:
    """Return whether the measure is about an act, which a question without it would lose: “a talk about parking”."""
    if verb.dep_ == "pobj" and verb.head.lower_ in ABOUT and verb.i not in scene.blamed:
        return bool(CARE.fullmatch(verb.head.head.text) or HEED.fullmatch(verb.head.head.text))
    if verb.pos_ != "VERB":
        return False
    thing = object_of(verb)
    heeded = verb.lemma_.lower() in HEEDING and thing is not None and thing.pos_ == "NOUN"
    return (verb.dep_ == "pcomp" and not scene.request.holds(verb)) or heeded


def _is_guarded(noun: Token, scene: Scene) -> bool:
    """Return whether a noun names a thing that a guard could stand around, and not where the measure bites."""
    own = any(child.dep_ == "compound" and child.is_alpha for child in noun.children)
    if noun.lemma_.lower() in (SETTINGS | SANCTIONS) - (TAUGHT_IN | RIGHTS if own else frozenset()):
        return False
    if any(child.dep_ == "compound" and child.lemma_.lower() in TRAITS for child in noun.children):
        return False
    near = {token.text for token in noun.doc[max(0, noun.i - 1) : noun.i + 2]}
    addressed = noun.dep_ in {"nsubj", "nsubjpass", "dative"} or noun.lemma_.lower() in MEASURING
    heeding = CARE.fullmatch(noun.text) or HEED.fullmatch(noun.text)
    return "-" not in near and not addressed and not heeding and is_thing(noun, scene)


def _topic(thing: Token, scene: Scene) -> str:
    """Return where a guard would help: “around old hoists”, “during maintenance windows”."""
    if any(scene.request.is_person(part) for part in thing.ancestors) or thing.head.lemma_ == "do":
        return ""
    if thing.pos_ == "PROPN":
        return ""
    if any(child.dep_ == "compound" and child.i in scene.blamed for child in thing.children):
        return ""
    outer = thing.head.lower_ if thing.dep_ == "pobj" else ""
    if outer not in PLACED and not is_minded(thing):
        return ""
    said = named(thing, scene)
    for child in thing.children:
        later = any(part.lemma_.lower() in TIMES for part in child.children)
        if said and child.dep_ == "prep" and child.i > thing.i and not later:
            inner = verbatim(child.subtree).rstrip(" .,;:!")
            said = (
                f"{said} {inner}" if scene.is_clean(child) and child.lower_ in {"to", "of", "for", "in", "on"} else ""
            )
    if not said or len(said.split()) > LONGEST or any(mark in said for mark in ",;:()"):
        return ""
    return f"{outer if outer in PLACED else 'around'} {said}"


def is_measure(scene: Scene) -> bool:
    """Return whether a sentence plans a measure against people, or an appeal to them, and tells nothing else."""
    if scene.request.category != "punitive" or scene.request.is_implied or "?" in scene.text:
        return False
    bounds = bound(scene)
    return not any(_tells(token, bounds, scene) for token in scene.tokens)


def bound(scene: Scene) -> frozenset[int]:
    """Return the places of the words that tell how long a measure is to last: “until further notice”."""
    heads = [token for token in scene.tokens if token.lower_ in BOUNDS and token.dep_ in {"prep", "mark"}]
    tops = [token if token.dep_ == "prep" else token.head for token in heads if token.i > 0]
    return frozenset(part.i for top in tops if top.dep_ != "ROOT" for part in top.subtree)


def _tells(token: Token, bounds: frozenset[int], scene: Scene) -> bool:
    """Return whether a word tells what happened, a figure, or what is to be done beside the measure."""
    if token.i in bounds:
        return False
    if token.dep_ in {"nsubj", "nsubjpass"} and (token.lower_ in {"who", "whoever"} or _is_of_another(token, scene)):
        return True
    if _is_of_blamed(token, scene):
        return True
    if token.i in scene.blamed:
        return token.pos_ == "VERB" and token.dep_ in {"relcl", "csubj", "ccomp", "ROOT"}
    if token.lower_ in {"but", "because", "although", "if"} or (
        token.dep_ in {"mark", "advmod"} and token.lower_ in WHEN
    ):
        return True
    if token.lemma_.lower() in LESSONS and not AGAIN.search(scene.text):
        return True  # a lesson that is planned is a fact
    if token.tag_ == "CD" or any(mark.isdigit() for mark in token.text):
        counted = token.head
        return counted.lemma_.lower() not in TIMES and token.lower_ != "one" and not scene.request.is_person(counted)
    if token.pos_ not in {"VERB", "AUX"} or token.dep_ in INNER:
        return False
    return _has_happened(token) or not _measures(token, scene)


def _is_of_blamed(noun: Token, scene: Scene) -> bool:
    """Return whether a noun tells what the people have, behind their name: “teams with overdue patches”."""
    if noun.dep_ != "pobj" or noun.i in scene.blamed or noun.head.head.i not in scene.blamed:
        return False
    return noun.pos_ == "NOUN" and any(child.dep_ == "amod" for child in noun.children)


def _is_of_another(subject: Token, scene: Scene) -> bool:
    """Return whether a clause inside the sentence tells of something else than the people and their lapses."""
    if subject.pos_ not in {"NOUN", "PROPN"} or subject.head.dep_ == "ROOT" or scene.request.is_person(subject):
        return False
    return subject.lemma_.lower() not in ERRORS | TRAITS | {"thing", "kind", "sort"}


def _has_happened(verb: Token) -> bool:
    how = finite(verb)
    perfect = any(child.lower_ in HAVING and child.dep_ == "aux" for child in verb.children)
    modal = any(child.tag_ in {"MD", "TO"} for child in verb.children)
    return not modal and (perfect or (how is not None and how.tense.startswith("past")))


def _measures(verb: Token, scene: Scene) -> bool:
    """Return whether a verb tells a punishment, a lesson or an appeal."""
    lemma = verb.lemma_.lower()
    if lemma == "keep" and any(child.dep_ in {"oprd", "acomp", "prt"} for child in verb.children):
        return False  # “keep clear of the boom”
    thing = object_of(verb)
    if lemma == "write" and thing is not None and thing.lemma_.lower() not in SANCTIONS - {"test"}:
        return False
    taught = TAUGHT.fullmatch(verb.text) is not None
    return taught or scene.request.holds(verb) or lemma in MEASURING | SKIPPABLE | {"be", "have", "do", "will"}
