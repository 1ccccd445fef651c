"""Say it about the system: try the transformations in order, offer what the verifier lets through, end with a question."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from blameless_lint.rewrite.accusation import accusation
from blameless_lint.rewrite.counterfactual import counterfactual
from blameless_lint.rewrite.draft import Draft
from blameless_lint.rewrite.drop_agent import drop_agent
from blameless_lint.rewrite.human_error import open_cause
from blameless_lint.rewrite.judgement import smallest, without_judgement
from blameless_lint.rewrite.keep import keep
from blameless_lint.rewrite.nominal import fragment, nominal
from blameless_lint.rewrite.omission import omission
from blameless_lint.rewrite.passive import how_of, told
from blameless_lint.rewrite.promote import promote
from blameless_lint.rewrite.prompts import about, core, open_question, prompt, question
from blameless_lint.rewrite.render import render, tidy
from blameless_lint.rewrite.request import Request
from blameless_lint.rewrite.scene import Scene
from blameless_lint.rewrite.verb import Finite
from blameless_lint.rewrite.verify import objection
from blameless_lint.rewrite.vigilance import vigilance
from blameless_lint.rewrite.who_question import who_question

if TYPE_CHECKING:
    from spacy.tokens import Token

CLAUSES = (counterfactual, nominal, omission, promote, drop_agent)
NOUNS = (open_cause,)


ASKS = 2  # how often a draft is shown to the linter before only the question is left


def rewrite(request: Request) -> tuple[Draft, ...]:
    """Return drafts for the sentence of a request, best first; the last one is always a question."""
    scene = Scene(request, CLAUSES, NOUNS)
    length = len(request.doc.text)
    ask = Draft(question(scene), "question", 0, length, "question")
    asked = 0
    for name, text in _candidates(scene):
        if objection(text, scene):
            continue
        if request.is_clean is not None:
            asked += 1
            if not request.is_clean(text):
                if asked >= ASKS:
                    break
                continue
        if name == "judgement":
            start, end, part = smallest(request.doc.text, text)
            return (Draft(part, "safe", start, end, name), ask)
        return (Draft(text, "suggested", 0, length, name), ask)
    return (ask,)


def _candidates(scene: Scene) -> Iterator[tuple[str, str]]:
    """Yield named rewrites of the whole sentence, the most faithful first."""
    root = next((token for token in scene.doc if token.head == token), None)
    if root is None:
        return
    said = without_judgement(root, scene)
    if said:
        yield "judgement", finished(said, scene, "")
    asked = who_question(scene)
    if asked:
        yield "who-question", _capital(asked, scene)
    task = vigilance(scene)
    if task:
        yield "vigilance", _capital(task, scene) + ("." if scene.doc.text.rstrip().endswith(".") else "")
    verb, how = core(scene)
    negated = (how is not None and how.negated) or scene.request.category in {"omission", "counterfactual"}
    ask = prompt(verb, negated=negated)
    if is_asked(scene):
        text = question(scene)
        if " this " not in text:
            yield "who-question", _capital(text, scene)
        return
    if scene.request.category == "punitive":
        root = None
    has_verb = any(token.pos_ in {"VERB", "AUX"} or token.dep_ == "poss" for token in scene.doc)
    for tried in () if root is None else (scene, replace(scene, tolerant=True)):
        for name, make in (("accusation", accusation), ("nominal", fragment), ("drop-agent", _whole)):
            said = make(root, tried)
            if said and (has_verb or "[which" in said):
                yield name, finished(said, scene, "" if "[which" in said else ask)
        said = keep(tried)
        if said:
            yield "keep", finished(said, scene, ask)
    if scene.head is None and scene.request.category == "omission":
        yield "prompt", finished(scene.doc.text, scene, ask)
    yield from _cores(replace(scene, tolerant=True), ask)
    yield from _asked(scene)
    if scene.request.category in {"omission", "counterfactual"}:
        asked = about(scene)
        if asked:
            yield "prompt", f"[{asked}]" + mark_of(scene)
    if scene.request.category in ASKED_ONLY:
        only = open_question(scene)
        if only:
            yield "prompt", only + mark_of(scene)


def _cores(scene: Scene, ask: str) -> Iterator[tuple[str, str]]:
    """Yield what the blamed did or left, clause by clause, behind the clauses that tell facts and in their place."""
    kept = keep(scene)
    acts = [MARK.sub("", said.rstrip(".!,")) for said in _acts(scene)]
    if not acts:
        return
    together = join_acts(acts)
    if kept:
        yield "keep", finished(f"{kept}; {together}", scene, ask)
    yield "drop-agent", finished(together, scene, ask)
    for said in acts[1:] and acts:
        yield "drop-agent", finished(said, scene, ask)


def _asked(scene: Scene) -> Iterator[tuple[str, str]]:
    """Yield the clauses that tell facts, with the rest of the sentence as a bracketed question."""
    ask = about(scene)
    if not ask:
        return
    ask = f"[{ask[0].lower()}{ask[1:]}]"
    for tried in () if scene.request.category == "punitive" else (scene, replace(scene, tolerant=True)):
        kept = keep(tried)
        if kept:
            yield "keep", finished(kept, scene, ask)


def join_acts(acts: list[str]) -> str:
    """Return clauses as one."""
    return acts[0] if len(acts) == 1 else ", ".join(acts[:-1]) + ", and " + acts[-1]


def _acts(scene: Scene) -> Iterator[str]:
    """Yield the clauses of verbs that the blamed do, in the order of the text, none of them twice."""
    covered: set[int] = set()
    gone: set[int] = set()
    for verb in scene.doc:
        if verb.pos_ != "VERB" or verb.i in covered or verb.i in scene.judging or not scene.is_done_by_blamed(verb):
            continue
        if not _happened(verb, scene):
            continue
        denied = _is_without(verb) or any(child.dep_ == "neg" for child in verb.children)
        how = Finite("past", "", denied, False) if _is_bare(verb) else how_of(verb, scene)
        said = told(verb, replace(scene, dropped=frozenset(gone)), how or Finite("past", "", denied, False))
        if said:
            covered |= {part.i for part in verb.subtree}
            gone |= {verb.i, verb.head.i} if verb.dep_ == "pcomp" else {verb.i}
            yield said


def _is_bare(verb: Token) -> bool:
    """Return whether a verb has no tense of its own: a gerund or participle."""
    return verb.dep_ == "pcomp" or (verb.tag_ == "VBG" and not any(child.dep_ == "aux" for child in verb.children))


def _is_without(verb: Token) -> bool:
    return verb.dep_ == "pcomp" and verb.head.lower_ == "without"


def _happened(verb: Token, scene: Scene) -> bool:
    """Return whether a verb tells what was done or not done, and no condition, order or plan."""
    if (
        verb.left_edge.lower_ in {"before", "after", "if", "whether", "until", "unless", "to"}
        and scene.request.category != "counterfactual"
    ):
        return False
    if scene.request.category == "punitive":
        return verb.tag_ == "VBD" or (verb.tag_ == "VBG" and verb.dep_ == "pcomp" and verb.head.lower_ == "for")
    how = how_of(verb, scene)
    return (how is not None and not how.modal) or verb.tag_ == "VBG" or _is_without(verb)


MARK = re.compile(r"^(?:because|since|as|while|when|although|though|but|and|so|that|if|if only)\b[ ,]*")


def is_asked(scene: Scene) -> bool:
    """Return whether the sentence is a question."""
    first = scene.doc[0].lower_.strip('"“')
    return scene.doc.text.rstrip(' "”)!').endswith("?") or (
        first in {"did", "why", "how", "does", "do", "can", "could"}
        and len(scene.doc) > 1
        and scene.doc[1].dep_ in {"nsubj", "det", "neg", "poss"}
    )


def _whole(root: Token, scene: Scene) -> str | None:
    if root.pos_ in {"NOUN", "PROPN"}:
        opened = open_cause(root, scene)
        if opened:
            return opened
    return render(root, scene)


def _capital(text: str, scene: Scene) -> str:
    first = scene.doc.text.strip()[:1]
    return text[0].upper() + text[1:] if first.isupper() or not first.isalpha() else text[0].lower() + text[1:]


def finished(said: str, scene: Scene, ask: str) -> str:
    """Return a clause as a sentence: capital and final mark as before, the bracketed question at its end."""
    said = hyphens(tidy(said), scene)
    original = scene.doc.text.strip()
    while said and said[-1] in ".!?…":
        said = said[:-1]
    mark = mark_of(scene)
    said = TRAILING.sub("", said.rstrip(" ,;:"))
    if original[:1].isupper() or not original[:1].isalpha():
        said = _upper(said, scene)
    return tidy(f"{said}; {ask}{mark}" if ask else f"{said}{mark}")


TRAILING = re.compile(r"(?:[\s,;:]+(?:and|but|or|so|yet|because|since|as|that))+$")
ASKED_ONLY = frozenset({"punitive", "judgement", "accusation", "hindsight"})


def mark_of(scene: Scene) -> str:
    """Return the final mark that a rewrite of the sentence takes."""
    last = scene.doc.text.strip()[-1:]
    return last if last in {".", "!"} else "." if last == "?" else ""


def _upper(said: str, scene: Scene) -> str:
    """Return a text with a capital, unless its first word is code."""
    start = 1 if said.startswith("[") else 0
    first = said[start:].split(" ", 1)[0]
    opaque = [scene.doc.text[span.start : span.end] for span in scene.doc.user_data.get("opaque", ())]
    if any(code.startswith(first.strip(",;.")) for code in opaque) or re.search(r"[_./\d]|[a-z][A-Z]", first):
        return said
    return said[:start] + said[start : start + 1].upper() + said[start + 1 :]


def hyphens(said: str, scene: Scene) -> str:
    """Return a text in which the words that stood together do so again: “copy - paste” becomes “copy-paste”."""
    for left, right in zip(scene.doc, scene.doc[1:], strict=False):
        if left.whitespace_:
            continue
        for head in {left.text, left.lower_}:
            apart = f"{head} {right.text}"
            if apart in said and apart not in scene.doc.text:
                said = re.sub(
                    rf"(?<!\w){re.escape(apart)}(?!\w)" if head[-1:].isalnum() else re.escape(apart),
                    f"{head}{right.text}".replace("\\", r"\\"),
                    said,
                )
    return said
