"""What is left of a sentence and hangs in the air: garble, words that told of the blamed, a thing without its fault.

Each check looks for a class of fault by its grammar; what it finds keeps the rewrite back.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.keeping import WORD
from blameless_lint.rewrite.verb import object_of
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example("Slapdash welding by the yard", "Slapdash welding", "the yard", "", "judgement"),
    Example(
        "It is shameful to hear this of a cook who won our ladle last year.",
        "shameful",
        "a cook",
        "",
        "accusation",
    ),
    Example(
        "The clerk counted the coins at six and, glad of the rest, sent the guards away.",
        "glad of the rest",
        "The clerk",
        "",
        "judgement",
    ),
    Example(
        "The stage hand tied the rope to the left beam instead of the right one, and the curtain fell.",
        "tied the rope to the left beam",
        "The stage hand",
        "The rope was tied to the left beam instead of the right one, and the curtain fell",
        "person-cause",
    ),
    Example(
        "The choir's habit of singing late was contrary to its own rules.",
        "was contrary to its own rules",
        "The choir",
        "",
        "person-cause",
    ),
    Example(
        "The clerk could, and should, have rung the bell at noon.",
        "should, have rung",
        "The clerk",
        "The bell was not rung at noon",
        "counterfactual",
    ),
    Example(
        "Two stewards signed the plan, and not one of the five could have read it through.",
        "could have read it through",
        "five",
        "",
        "accusation",
    ),
    Example("The ladder leans on my own shed.", "leans on my own shed", "my", "", "omission"),
    Example(
        "The ropes were not tied by him, although the list bears his mark.",
        "were not tied by him",
        "him",
        "",
    ),
)
GARBLED = expression(
    r"\b(?:is|are|was|were) (?:says|does|did|has|had|goes)\b|\bwon to\b|\benough(?=\s*(?:[.,;]|$))"
    r"|\b(?:is|was|are) \d+ ?%,|\bone of (?:the|these|those) \w+ (?:was|were) not\b"
    r"|^[Oo]ne (?:does|do|should|must|never|can|is|has)\b|\bit was \w+ that [^;]*\band never \w+ed\b"
    r"|\bthe one (?:had been|was|were)\b|\b(?:could|should|would|must|might),? and\b"
    r"|^[Mm]ake (?:stopping|starting|lifting|being|getting|having|keeping|taking|showing|\w+ing to be)\b"
)
TURNED = expression(r"^[\"“][a-z]")
SPLICED = expression(
    r"(?i)\b(?:was|were|had|is|has|are)\b[^;,□]*, (?:he|she|it|they|we|i|the \w+) (?:had|has|was|were|is)\b"
    r"(?![^□]*\b(?:and|but|so)\b)"
)
JOINED = expression(r"(?i)\b(?:and|but|so)\b")
AUXILIARIES = frozenset({"was", "were", "is", "are", "had", "has"})
WINNING = frozenset({"win", "earn", "receive", "pass", "train", "qualify", "teach", "hold", "lead"})
WHERE = frozenset({"at", "from", "in", "into", "off", "on", "onto", "out", "to", "under", "with"})
OWNED = expression(r"(?i)\b(?:its|their|his|her|my) own\b")
OWN = frozenset({"his", "her", "their", "my", "our"})


def leftover(outside: str, _text: str, scene: Scene) -> str:
    """Return what of a rewrite is garbled, hangs on nothing or tells nothing that went wrong, "" where nothing does."""
    if GARBLED.search(outside) or (TURNED.match(outside) and not TURNED.match(scene.text)):
        return "garbled"
    if _is_bare_thing(outside, scene) or _is_praise(outside, scene):
        return "tells nothing that went wrong"
    return _cut_short(outside, scene) or ("" if scene.request.category == "punitive" else _hangs(outside, scene))


def _is_bare_thing(outside: str, scene: Scene) -> bool:
    """Return whether no more is left of a note than the thing: “Sloppy delivery by …”: “Delivery”."""
    words = [found.lower() for found in WORD.findall(outside)]
    if not words or len(words) > 3 or "□" in outside[:2] or scene.request.category == "punitive":
        return False
    if any(word.startswith(("mis", "un")) or word in {"not", "no", "never"} for word in words):
        return False
    told = [token for token in scene.tokens if token.lower_ in words]
    lost = [token for token in scene.tokens if token.tag_ == "VBN" and token.lower_ not in words]
    verbs = any(token.pos_ in {"VERB", "AUX"} for token in told) or any(word in AUXILIARIES for word in words)
    return not verbs and bool(lost or scene.request.is_judgement)


def _is_praise(outside: str, scene: Scene) -> bool:
    """Return whether all that is told is what someone had done well before, in passing: “…, who won the cup”."""
    if scene.request.category not in {"judgement", "accusation"}:
        return False
    told = [token for token in scene.tokens if token.pos_ == "VERB" and token.lower_ in outside.lower().split()]
    passing = [verb for verb in told if verb.dep_ == "relcl" and verb.lemma_.lower() in WINNING]
    return bool(told) and len(passing) == len(told) and all(scene.is_done_by_blamed(verb) for verb in told)


def _cut_short(outside: str, scene: Scene) -> str:
    """Return the word at which a thing was cut off: “Make condition (reports) hard to miss”."""
    found = re.match(r"(?i)make (?:[\w'’-]+ )*?([\w'’-]+) (?:hard|easy)\b", outside)
    if found is None:
        return ""
    for token in scene.doc[:-1]:
        after = token.nbor(1)
        if token.text == found[1] and after.pos_ in {"NOUN", "PROPN", "VERB"} and after.lower_ not in outside.lower():
            return f"cuts {after.text}"
    return ""


def _hangs(outside: str, scene: Scene) -> str:
    """Return what hangs in the air: two clauses that only a comma joins, a thing of the blamed that is nobody's now."""
    joined = len(JOINED.findall(scene.text)) > len(JOINED.findall(outside))
    if joined and SPLICED.search(outside) and not SPLICED.search(scene.text.split(";")[0]):
        return "splices"
    if OWNED.search(outside) and scene.head is not None and not OWNED.search(outside.partition(scene.head.text)[2]):
        return "no owner"
    loose = next((token for token in scene.tokens if _is_loose(token, outside, scene)), None)
    if loose is not None:
        return f"hanging {loose.text}"
    active = next((token for token in scene.tokens if _is_active(token, outside, scene)), None)
    if active is not None:
        return f"still active {active.text}"
    owned = next((token for token in scene.tokens if _is_nobodys(token, outside, scene)), None)
    return f"loses whose {owned.head.text}" if owned is not None else ""


def _is_nobodys(owner: Token, outside: str, scene: Scene) -> bool:
    """Return whether a thing of the blamed that only stood by has become any thing: “on my own sack”: “on the sack”."""
    thing = owner.head
    if owner.dep_ == "poss" and owner.lower_ in OWN and thing.dep_ == "dobj":
        bears = thing.head.pos_ == "VERB" and not scene.is_done_by_blamed(thing.head)
        return bears and re.search(rf"(?i)\b{thing.head.text} (?:the )?{re.escape(thing.text)}\b", outside) is not None
    if owner.dep_ != "poss" or owner.lower_ not in OWN or thing.dep_ != "pobj" or thing.head.lower_ not in WHERE:
        return False
    return re.search(rf"(?i)\bthe (?:own )?{re.escape(thing.text)}\b", outside) is not None and owner.i in scene.blamed


def _is_loose(word: Token, outside: str, scene: Scene) -> bool:
    """Return whether words that told how the blamed were still stand before what is now done by no one."""
    act = word.head
    if word.dep_ not in {"advcl", "acl", "amod"} or word.tag_ not in {"JJ", "VBG", "VBN"} or act.pos_ != "VERB":
        return False
    if any(child.dep_ in {"mark", "nsubj", "nsubjpass", "aux", "auxpass"} for child in word.children):
        return False
    words = re.escape(scene.doc[word.left_edge.i : word.i + 1].text)
    behind = word.i > act.i and word.nbor(-1).text != ","
    torn = re.search(rf"(?i)(?:^|\band,? ){words}\b[^;]*?,[^;]*\b(?:was|were|is|are|had been)\b", outside)
    return torn is not None and not behind and any(scene.is_done_by_blamed(verb) for verb in (act, *act.children))


def _is_active(verb: Token, outside: str, scene: Scene) -> bool:
    """Return whether an act still stands before its thing, though who did it is gone: “was seen and sent them off”."""
    thing = object_of(verb)
    if verb.tag_ not in {"VBD", "VBN"} or thing is None or thing.i < verb.i:
        return False
    if any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children):
        return False
    if not any(scene.is_done_by_blamed(part) for part in (verb, verb.head, *verb.children) if part.pos_ == "VERB"):
        return False
    words = re.escape(f"{verb.text} {thing.left_edge.text}")
    found = re.search(rf"(?i)\b(?:was|were|been) \w[^;□]*\band (?:[a-z]+ly |never |not )?{words}\b", outside)
    return found is not None
