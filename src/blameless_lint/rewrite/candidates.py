"""The rewrites that may be tried for a sentence, the most faithful first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.words import load
from blameless_lint.rewrite.absence import states_what_was_not_done
from blameless_lint.rewrite.accusation import accusation
from blameless_lint.rewrite.acts import acts, together
from blameless_lint.rewrite.apart import apart, undone
from blameless_lint.rewrite.asking import CHANNEL, LEADING, SHOWN, STOOD, UNDONE, UNINTENDED, asked_of, goes_on, prompt
from blameless_lint.rewrite.attached import behind, without
from blameless_lint.rewrite.beside import beside
from blameless_lint.rewrite.deeds import deeds
from blameless_lint.rewrite.human_error import open_cause
from blameless_lint.rewrite.judgement import tells_intent, without_judgement
from blameless_lint.rewrite.keep import keep
from blameless_lint.rewrite.led_to import judged_acts, led_to
from blameless_lint.rewrite.letting import letting
from blameless_lint.rewrite.nominal import fragment
from blameless_lint.rewrite.possible import how_possible
from blameless_lint.rewrite.prompts import GENERAL, about, core, question
from blameless_lint.rewrite.remedy import remedies
from blameless_lint.rewrite.render import render
from blameless_lint.rewrite.request import JUDGED
from blameless_lint.rewrite.residue import is_knowledge
from blameless_lint.rewrite.sentence import capital, finished, mark_of
from blameless_lint.rewrite.slip import slip
from blameless_lint.rewrite.vigilance import vigilance
from blameless_lint.rewrite.who_question import who_question
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

Candidate = tuple[str, str]  # the name of the transformation, the sentence it makes
LEADERLESS = expression(r"(?i)(?:this|that|these|those|it|they|which)\b")
RHETORIC = expression(
    r"(?i)\b(?:do|did|does) (?:we|you|they|i) (?:even|really|not)\b|\bwho the (?:hell|heck|fuck)\b|^whose\b|\btell me\b"
    r"|\bwhich (?:genius|idiot|clown|moron|hero|joker)\b"
)
QUIET = expression(r"\b(?:was not passed on|nothing (?:was|had been) said|this (?:was|had) not (?:been )?said)")
LEAVABLE = JUDGED | {"human-error"}  # blaming words that can be left out and nothing else
LEFT = frozenset({"omission", "counterfactual"})
ASIDE = frozenset(
    {
        "advcl",
        "advmod",
        "appos",
        "acl",
        "relcl",
        "parataxis",
        "npadvmod",
        "intj",
        "amod",
        "acomp",
        "oprd",
        "punct",
        "cc",
    }
)


def candidates(scene: Scene) -> Iterator[Candidate]:
    """Yield named rewrites of the whole sentence, not yet verified."""
    root = next((token for token in scene.tokens if token.head == token), None)
    if root is None:
        return
    yield from _turned(root, scene)
    if is_asked(scene):
        text = question(scene)
        if text.startswith("What conditions led to ") and text not in GENERAL.values() and "this" not in text:
            yield "who-question", capital(text, scene)
        if "?" not in scene.text:
            yield from _opened(scene)
        return
    for name, text in _stated(root, scene):
        yield name, text
        for ask in UNDONE:
            if ask in text:
                yield from _asking_otherwise(name, without(text, ask), scene)
    for guard in remedies(scene):
        yield "remedy", _as_task(guard, scene)
    yield from _opened(scene)
    yield from _only_question(scene)


def _asking_otherwise(name: str, said: str, scene: Scene) -> Iterator[Candidate]:
    """Yield a sentence without its question where it goes on behind what was not done, and with a wider one."""
    said = said.rstrip(".!")
    if goes_on(said):
        yield name, said + mark_of(scene)
    yield name, behind(said, LEADING)


def _opened(scene: Scene) -> Iterator[Candidate]:
    """Yield what leaves open which conditions led to an act."""
    for said in (*judged_acts(scene), *letting(scene)):
        yield "led-to", finished(said, scene, STOOD if " not " in said else LEADING)
    for said in (*led_to(scene), *deeds(scene)):
        yield "led-to", finished(said, scene, "")
    for said in slip(scene):
        yield "slip", finished(said, scene, "")


def _as_task(task: str, scene: Scene) -> str:
    return capital(task, scene) + ("." if mark_of(scene) and not task.endswith("?]") else "")


def _stated(root: Token, scene: Scene) -> Iterator[Candidate]:
    """Yield what states the facts of a sentence, with a prompt behind them."""
    if scene.request.category == "punitive":
        return
    ask = _ask(scene)
    if not _is_headless(root, scene):
        for tried in (scene, scene.but(tolerant=True)):
            yield from _said_again(root, tried, ask)
    for tried in _without_asides(scene):
        yield from _said_again(root, tried, ask)
        yield from _by_acts(tried, ask)
    for said in apart(scene):
        yield "apart", finished(said, scene, _ask_of_left(said, scene))
    for said in beside(scene):
        yield "beside", finished(said, scene, "")
    if states_what_was_not_done(scene):
        yield "absence", finished(scene.text, scene, ask)
    yield from _by_acts(scene.but(tolerant=True), ask)


def _without_asides(scene: Scene) -> Iterator[Scene]:
    """Yield the scene without the blaming words, where they are asides that the sentence can do without."""
    start, end = scene.request.target
    tops = [token for token in scene.doc[start:end] if not start <= token.head.i < end or token.head == token]
    if tops and all(token.dep_ in ASIDE and start <= token.left_edge.i for token in tops):
        yield scene.but(tolerant=True, dropped=frozenset(token.i for token in tops))


def _is_headless(root: Token, scene: Scene) -> bool:
    """Return whether the main verb has no subject though someone is blamed: the parse went astray."""
    if (
        root.tag_ not in {"VBD", "VBZ", "VBP"}
        or root.pos_ != "VERB"
        or scene.head is None
        or scene.request.agent is None
    ):
        return False
    return not any(child.dep_ in {"nsubj", "nsubjpass", "csubj", "expl"} for child in root.children)


def _ask(scene: Scene) -> str:
    verb, how = core(scene)
    return prompt(
        asked_of(scene) or verb, scene, negated=(how is not None and how.negated) or scene.request.category in LEFT
    )


def _ask_of_left(said: str, scene: Scene) -> str:
    """Return the question about what was left undone behind a clause that blames no one."""
    if QUIET.search(said):
        return CHANNEL
    return prompt(undone(scene), scene, negated=True)


def _turned(root: Token, scene: Scene) -> Iterator[Candidate]:
    """Yield what changes the sentence as a whole: its judging words left out, its question or its task turned."""
    said = without_judgement(root, scene) if scene.request.category in LEAVABLE else None
    if said and tells_intent(scene):
        yield "unintended", finished(said, scene, UNINTENDED)
    elif said and any(scene.doc[place].lemma_.lower() in load("vices") for place in scene.judging):
        yield "ask", finished(said, scene, LEADING)  # a vice was told as the cause, which is open now
    elif said:
        yield "judgement", finished(said, scene, "")
    turned = who_question(scene)
    if turned:
        yield "who-question", capital(turned, scene)
    else:
        possible = how_possible(scene)
        hail = scene.doc[0].text if scene.doc[0].text.startswith("@") and 0 not in scene.blamed else ""
        if possible:
            yield "who-question", f"{hail} {possible}" if hail else capital(possible, scene)
    task = vigilance(scene)
    if task:
        yield "vigilance", _as_task(task, scene)


def _said_again(root: Token, scene: Scene, ask: str) -> Iterator[Candidate]:
    has_verb = any(token.pos_ in {"VERB", "AUX"} or token.dep_ == "poss" for token in scene.tokens)
    for name, make in (("accusation", accusation), ("nominal", fragment), ("drop-agent", _whole)):
        said = make(root, scene)
        if said and (has_verb or "[which" in said):
            yield name, finished(said, scene, "" if "[which" in said else ask)
    said = keep(scene)
    if said:
        yield "keep", finished(said, scene, SHOWN if is_knowledge(scene) else ask)


def _whole(root: Token, scene: Scene) -> str | None:
    if root.pos_ in {"NOUN", "PROPN"}:
        opened = open_cause(root, scene)
        if opened:
            return opened
    return render(root, scene)


def _by_acts(scene: Scene, ask: str) -> Iterator[Candidate]:
    """Yield what the blamed did or left, clause by clause, behind the clauses that tell facts and in their place."""
    clauses = acts(scene)
    if not clauses:
        return
    kept = keep(scene) if not scene.request.is_judgement else None
    if (
        kept
        and not LEADERLESS.match(kept)
        and not LEADERLESS.match(clauses[0])
        and kept.lower() not in together(clauses).lower()
    ):
        yield "keep", finished(f"{kept}; {together(clauses)}", scene, ask)
    yield "drop-agent", finished(together(clauses), scene, ask)
    for said in clauses[1:] and clauses:
        yield "drop-agent", finished(said, scene, ask)


def _only_question(scene: Scene) -> Iterator[Candidate]:
    """Yield a bracketed question for a sentence that tells nothing else, or whose question tells all of it."""
    what = about(scene) if scene.request.category in LEFT else ""
    if what:
        yield "prompt", f"[{what}]"


def is_asked(scene: Scene) -> bool:
    """Return whether the sentence is a question."""
    first = scene.doc[0].lower_.strip('"“')
    return (
        "?" in scene.text
        or RHETORIC.search(scene.text) is not None
        or (
            first in {"did", "why", "how", "does", "do", "can", "could"}
            and len(scene.doc) > 1
            and scene.doc[2 if len(scene.doc) > 2 and scene.doc[1].dep_ == "neg" else 1].dep_
            in {"nsubj", "det", "poss"}
        )
    )
