"""What readers from outside still found wrong: a doubt or an act that is gone, a question about something else, garble.

Each check looks for a class of fault by its grammar; what it finds keeps the rewrite back.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blameless_lint.language.words import load
from blameless_lint.rewrite.asking import LEADING
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.human_error import ERRORS, TRAITS
from blameless_lint.rewrite.inflect import lemmas as forms_of
from blameless_lint.rewrite.keeping import SKIPPABLE, WORD
from blameless_lint.rewrite.verb import object_of, participle
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "The baker halved the dough, I suppose.",
        "halved the dough",
        "The baker",
        "The dough was halved, I suppose; [which conditions led to this?]",
        "person-cause",
    ),
    Example("Any grocer knows that one does not price by weight, Karl.", "Any grocer knows", "Any grocer", "", "hindsight"),
    Example("The baker halved the dough.", "halved the dough", "The baker", "The dough was halved", "person-cause"),
    Example("The porter had smelt gas and gone in regardless.", "gone in regardless", "The porter", "", "judgement"),
    Example(
        "The fitters closed the left valve first, whereas every manual puts the right one first.",
        "whereas every manual puts the right one first",
        "The fitters",
        "",
        "judgement",
    ),
    Example(
        "The hall was cut from the plan by the same board that bought the piano.",
        "by the same board that bought the piano",
        "the same board",
        "",
        "person-cause",
    ),
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
    Example("Sam's bread came out at six, as it does.", "came out at six", "Sam", "", "person-cause"),
    Example("The ladder leans on my own shed.", "leans on my own shed", "my", "", "omission"),
    Example("Who buys cheap rope in a circus?", "Who buys cheap rope", "Who", "", "accusation"),
    Example(
        "Two guests had asked whether the stove was off, and I mumbled something about tea.",
        "mumbled something about tea",
        "I",
        "",
        "omission",
    ),
)
DOUBT = expression(
    r"(?i)\b(?:i (?:suppose|guess|think|believe|assume|imagine)|presumably|apparently|perhaps|probably|possibly"
    r"|it (?:seems|appears)|allegedly|reportedly|supposedly)\b"
)
WENT_ON = expression(
    r"(?i)\b(?:went|gone|go|goes|going|carried|pressed|pushed|continued|proceeded|sailed|ploughed|plowed|drove|flew|mixed)\b"
    r"[^.;]{0,24}?\b(?:regardless|anyway|all the same|nevertheless|nonetheless|on|ahead)\b"
)
HABIT = expression(r"(?i)\bas (?:he|she|they|it|we|one|you) (?:always |usually )?(?:does|do|did|is|was)\b")
GARBLED = expression(
    r"\b(?:is|are|was|were) (?:says|does|did|has|had|goes)\b|\bwon to\b|\benough(?=\s*(?:[.,;]|$))(?<!fair enough)"
    r"|^[Oo]ne (?:does|do|should|must|never|can|is|has)\b|\bit was \w+ that [^;]*\band never \w+ed\b|\bthe one (?:had been|was|were)\b"
    r"|^[Mm]ake (?:stopping|starting|lifting|being|getting|having|keeping|taking|showing|\w+ing to be)\b"
)
TURNED = expression(r"^[\"“][a-z]")
SPLICED = expression(
    r"(?i)\b(?:was|were|had|is|has|are)\b[^;,□]*, (?:he|she|it|they|we|i|the \w+) (?:had|has|was|were|is)\b(?![^□]*\b(?:and|but|so)\b)"
)
CONTRASTING = frozenset({"whereas", "although", "though"})
JOINED = expression(r"(?i)\b(?:and|but|so)\b")
AUXILIARIES = frozenset({"was", "were", "is", "are", "had", "has"})
WINNING = frozenset({"win", "earn", "receive", "pass", "train", "qualify", "teach", "hold", "lead"})
REPORTING = frozenset({"ask", "feel", "find", "wonder"})
WHERE = frozenset({"at", "from", "in", "into", "off", "on", "onto", "out", "to", "under", "with"})
OWNED = expression(r"(?i)\b(?:its|their|his|her|my) own\b")
OWN = frozenset({"his", "her", "their", "my", "our"})
KNOWING = frozenset({"know", "realise", "realize", "see", "notice", "remember", "understand", "recognise", "recognize"})
EMPTY = SKIPPABLE | ERRORS | TRAITS | load("rewriting_no_things") | load("rewriting_no_facts")


def residue(outside: str, text: str, scene: Scene) -> str:
    """Return what a reader from outside would find wrong in a rewrite, "" where there is nothing."""
    if GARBLED.search(outside) or (TURNED.match(outside) and not TURNED.match(scene.text)):
        return "garbled"
    if _is_bare_thing(outside, scene) or _is_praise(outside, scene):
        return "tells nothing that went wrong"
    cut = _cut_short(outside, scene)
    if cut:
        return cut
    if scene.request.category == "punitive":
        return ""
    return _lost(outside, scene) or _asks_elsewhere(outside, text, scene) or _hangs(outside, scene)


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


def _lost(outside: str, scene: Scene) -> str:
    """Return which doubt, habit, sameness, contrast or going on of the sentence a rewrite does not tell."""
    said, original = outside.lower(), scene.text
    doubt = DOUBT.search(original)
    if doubt is not None and doubt[0].lower() not in said:
        return f"loses {doubt[0]}"
    habit = HABIT.search(original)
    if habit is not None and habit[0].lower() not in said:
        return f"loses {habit[0]}"
    gone = WENT_ON.search(original)
    if gone is not None and gone[0].split()[0].lower() not in said and not _is_told(gone[0].split()[0], said):
        return "loses that it went on"
    if re.search(r"(?i)\bthe same\b", original) and "the same" not in said:
        return "loses the same"
    means = next((token for token in scene.tokens if _is_means_lost(token, said, scene)), None)
    if means is not None:
        return f"loses {means.text}"
    lost = next((token for token in scene.tokens if _is_contrast_lost(token, said)), None)
    return f"loses the contrast of {lost.text}" if lost is not None else ""


def _is_told(word: str, said: str) -> bool:
    known = {lemma for found in WORD.findall(said) for lemma in forms_of(found)}
    return bool(forms_of(word.lower()) & known)


def _is_means_lost(noun: Token, said: str, scene: Scene) -> bool:
    """Return whether a thing behind “by” is gone, which did nothing but told how: “to price by weight”."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "by" or noun.pos_ != "NOUN" or noun.i in scene.blamed:
        return False
    idle = noun.lemma_.lower() in EMPTY or noun.i in scene.judging or scene.request.is_person(noun)
    blamed = any(part.i in scene.blamed for part in noun.subtree)
    return not idle and not blamed and noun.lower_ not in said


def _is_contrast_lost(mark: Token, said: str) -> bool:
    """Return whether a clause that tells what is usual or known beside the act is gone: “whereas every manual …”."""
    if mark.lower_ not in CONTRASTING or mark.dep_ != "mark":
        return False
    told = [part for part in mark.head.subtree if part.pos_ == "NOUN" and part.lemma_.lower() not in EMPTY]
    return any(part.lower_ not in said and part.lemma_.lower() not in said for part in told)


def _asks_elsewhere(outside: str, text: str, scene: Scene) -> str:
    """Return whether the question at the end asks for the conditions of something else than what the blamed did."""
    if scene.text.rstrip().endswith("?") and text.rstrip(" ?]").endswith(("allowed that", "allowed it")):
        asks = any(token.tag_ == "VBZ" and token.left_edge.lower_ == "who" for token in scene.tokens)
        return "asks for no act" if asks else ""
    if not text.rstrip(". ").endswith(LEADING):
        return ""
    if text.count("[") > 1 and re.search(r"(?i)\[which condition\]", text):
        return "asks twice"
    root = next((token for token in scene.tokens if token.head == token), None)
    if root is not None and root.lemma_.lower() in REPORTING and any(_is_another(c, scene) for c in root.children):
        return f"asks why someone would {root.lemma_}"
    acts = [token for token in scene.tokens if token.pos_ in {"VERB", "AUX"} and scene.is_done_by_blamed(token)]
    told = [verb for verb in acts if _is_verb_told(verb, outside)]
    if is_knowledge(scene) and not told:
        return "asks what led to what was to be known"
    if root is not None and not told and scene.head is not None and _is_beside(root, scene):
        return "asks about what others did"
    lasting = [verb for verb in told if verb.tag_ in {"VBP", "VBZ"}]
    first = scene.head is not None and scene.head.lower_ in {"i", "we", "you"}
    return "asks for a habit" if lasting and len(lasting) == len(told) and first else ""


def is_knowledge(scene: Scene) -> bool:
    """Return whether the blaming words tell what someone should have known or seen, so that it is asked how."""
    if scene.request.category == "hindsight":
        return True
    return scene.request.category == "counterfactual" and any(
        scene.request.holds(token)
        and token.lemma_.lower() in KNOWING
        and any(child.dep_ == "ccomp" for child in token.children)
        for token in scene.tokens
    )


def _is_beside(root: Token, scene: Scene) -> bool:
    """Return whether a sentence tells at its head what others did, or what is so, and no act that could be asked for."""
    subject = next((child for child in root.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or scene.is_done_by_blamed(root) or scene.request.category not in {"judgement", "omission"}:
        return False
    helps = {child.lower_ for child in root.children if child.dep_ == "aux"}
    lasts = root.tag_ in {"VBZ", "VBP"} or bool(helps & {"has", "have"})
    act = any(token.tag_ in {"VBN", "VBD"} and token != root and token.pos_ == "VERB" for token in scene.tokens)
    return scene.request.is_person(subject) or (lasts and not act)


def _is_another(child: Token, scene: Scene) -> bool:
    return child.dep_ == "nsubj" and child.i not in scene.blamed


def _is_verb_told(verb: Token, outside: str) -> bool:
    return _is_told(verb.text, outside.lower()) or participle(verb).lower() in outside.lower()


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
