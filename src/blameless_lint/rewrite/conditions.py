"""Ask for the conditions of judged work, with whose it was and where: “Complacency among the riggers”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.words import load
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.human_error import TRAITS
from blameless_lint.rewrite.judging import judging_words
from blameless_lint.rewrite.render import verbatim
from blameless_lint.rewrite.things import is_thing

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "Complacency among the riggers at the quay.",
        "Complacency",
        "the riggers",
        "[What were the conditions of the work of the riggers at the quay?]",
        "judgement",
    ),
    Example(
        "Poor coordination between the kitchen and the bar",
        "Poor coordination",
        "",
        "[How was coordination between the kitchen and the bar organised?]",
        "judgement",
    ),
    Example(
        "Our communication during the first two hours was poor.",
        "was poor",
        "Our",
        "[How was communication during the first two hours organised?]",
        "judgement",
    ),
    Example(
        "The catering crew was disorganised.",
        "was disorganised",
        "The catering crew",
        "[What were the conditions of the work of the catering crew?]",
        "judgement",
    ),
    Example("Complacency among the riggers, and two broken ropes.", "Complacency", "the riggers", "", "judgement"),
    Example("The catering crew was slow because the oven had died.", "was slow", "The catering crew", "", "judgement"),
)
ORGANISED = load("rewriting_organised")
MISSING = frozenset({"lack", "absence", "failure"})
VICES = TRAITS | load("vices") | {"discipline", "awareness", "care", "attention"}
STRONG = frozenset({"sheer", "pure", "plain", "complete", "total", "general", "utter", "gross", "simple"})
STATES = frozenset({"be", "seem", "show", "display", "have", "lack", "become", "get"})
DOERS = frozenset({"by", "of", "among", "amongst", "from"})
SETTINGS = frozenset({"at", "in", "within", "during", "between", "on", "across", "throughout"})
LOOSE = frozenset({"det", "punct", "advmod", "neg", "aux", "cop", "amod", "cc", "conj", "intj"})
LONGEST = 9  # words of what is asked about
FIRMS = frozenset({"agency", "company", "firm", "supplier", "vendor"})
CLAUSED = frozenset({"relcl", "acl", "advcl", "ccomp", "appos", "mark"})
TIRED = frozenset({"tired", "exhausted", "asleep", "ill", "drunk", "fatigue", "new", "inexperienced", "inexperience"})


def conditions(scene: Scene) -> str:
    """Return one bracketed question for a sentence that only judges work, "" where it tells more or names no work."""
    root = next((token for token in scene.tokens if token.head == token), None)
    if root is None or scene.request.category != "judgement" or scene.request.is_implied or "?" in scene.text:
        return ""
    if any(token.lemma_.lower() in TIRED or (token.like_num and token.i in scene.blamed) for token in scene.tokens):
        return ""
    said = _of_noun(root, scene) if root.pos_ in {"NOUN", "PROPN"} else _of_clause(root, scene)
    return said if len(said.split()) <= LONGEST + 8 else ""


def _of_noun(root: Token, scene: Scene) -> str:
    """Return the question about a judged noun that stands by itself."""
    noun = root
    if root.lemma_.lower() in MISSING:
        of = next((child for child in root.children if child.lower_ == "of"), None)
        noun = next((child for child in of.children if child.dep_ == "pobj"), root) if of is not None else root
    found = _told(noun, scene) if noun == root else _told(noun, scene, beside=root)
    return _asked(noun, found, scene) if found is not None else ""


def _of_clause(verb: Token, scene: Scene) -> str:
    """Return the question about whose work, or which, is judged by a clause that tells nothing else."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None or verb.lemma_.lower() not in STATES or _has_things(subject, scene):
        return ""
    kept = []
    for child in verb.children:
        if child == subject or (child.dep_ in LOOSE and child.dep_ != "conj"):
            continue
        if _is_judged(child, scene):
            continue
        if child.dep_ != "prep" or child.lower_ not in SETTINGS or not scene.is_clean(child):
            return ""
        kept.append(verbatim(child.subtree).strip(" .,"))
    if subject.lemma_.lower() in ORGANISED:
        found = _told(subject, scene)
        return _asked(subject, [*found, *kept], scene) if found is not None else ""
    role = _role(subject, scene)
    return f"[What were the conditions of the work{role}{_behind(kept)}?]" if role else ""


def _has_things(subject: Token, scene: Scene) -> bool:
    """Return whether things are named beside work that is organised, with what hangs on it."""
    own = {part.i for part in subject.subtree} if subject.lemma_.lower() in ORGANISED else set()
    return any(is_thing(part, scene) for part in scene.tokens if part.i not in own)


def _is_judged(child: Token, scene: Scene) -> bool:
    """Return whether all that hangs on a word is the judgement, and tells neither an act nor another's doing."""
    start, end = scene.request.target
    parts = [part for part in child.subtree if not part.is_punct]
    inside = all(start <= part.i < end for part in parts)
    return inside and not any(part.tag_ in {"VB", "VBD", "VBG", "VBZ", "VBP", "MD"} for part in parts)


def _told(noun: Token, scene: Scene, beside: Token | None = None) -> list[str] | None:
    """Return whose a judged noun is and where, None where more is told."""
    found: list[str] = []
    for child in (*noun.children, *(beside.children if beside is not None else ())):
        if child.dep_ == "prep" and noun in child.children:
            continue
        if child.dep_ in {"det", "punct", "poss"} or (child.dep_ in LOOSE and _judges(child, scene)):
            continue
        said = _phrase(child, noun, scene) if child.dep_ == "prep" else None
        if said is None:
            return None
        found.append(said)
    return [said for said in found if said]


def _judges(child: Token, scene: Scene) -> bool:
    known = judging_words() | STRONG | lemmas("harsh_adjectives")
    return child.dep_ != "conj" and (scene.request.holds(child) or bool({child.lower_, child.lemma_.lower()} & known))


def _phrase(prep: Token, noun: Token, scene: Scene) -> str | None:
    """Return what a preposition tells of the judged noun: whose it was, or where and when."""
    inner = next((child for child in prep.children if child.dep_ == "pobj"), None)
    if inner is None or any(part.dep_ in CLAUSED or part.is_punct for part in prep.subtree if part.text != "."):
        return None
    if prep.lower_ == "on" and inner.lower_ == "part":
        of = next((child for child in inner.children if child.lower_ == "of"), None)
        inner = next((child for child in of.children if child.dep_ == "pobj"), None) if of is not None else None
    if inner is None:
        return None
    if scene.request.is_person(inner) or inner.i in scene.blamed:
        if prep.lower_ not in DOERS | ({"on"} if inner.head != prep else frozenset()):
            return None
        role = _role(inner, scene)
        return f"by{role.removeprefix(' of')}" if role and noun.lemma_.lower() in ORGANISED else role.strip()
    owned = prep.lower_ == "of" and noun.lemma_.lower() in ORGANISED
    return verbatim(prep.subtree).strip(" .,") if prep.lower_ in SETTINGS or owned else None


def _role(head: Token, scene: Scene) -> str:
    """Return “ of the riggers”: people by their work and never by their name."""
    names = any(part.ent_type_ == "PERSON" or part.pos_ in {"PROPN", "PRON", "NUM"} for part in head.subtree)
    if head.pos_ != "NOUN" or names or head.lemma_.lower() in lemmas("harsh_adjectives") or len(list(head.subtree)) > 5:
        return ""
    plain = not any(part.dep_ in CLAUSED or part.i in scene.judging for part in head.subtree)
    plain = plain and head.lemma_.lower() not in FIRMS
    given = any(child.dep_ in {"det", "poss"} for child in head.children) or head.tag_ == "NNS"
    words = verbatim(head.subtree).strip(" .,")
    first = words[:1].lower() + words[1:]
    return f" of {first}" if plain and given and scene.request.is_person(head) else ""


def _behind(found: list[str]) -> str:
    return "".join(f" {said}" for said in found)


def _asked(noun: Token, found: list[str], scene: Scene) -> str:
    lemma = noun.lemma_.lower()
    if lemma in ORGANISED and noun.tag_ == "NN":
        return f"[How was {noun.lower_}{_behind(found)} organised?]"
    if lemma not in VICES or not found or not scene.request.target:
        return ""
    return f"[What were the conditions of the work{_behind(found)}?]"
