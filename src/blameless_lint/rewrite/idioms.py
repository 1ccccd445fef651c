"""Say of the thing what an idiom tells of whoever left it: “sat on the ticket for a week”: “the ticket waited …”."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from blameless_lint.language.words import load
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.inflect import base, form
from blameless_lint.rewrite.moving import is_when
from blameless_lint.rewrite.passive import back_of, front_of, how_of
from blameless_lint.rewrite.place import place_of
from blameless_lint.rewrite.render import join, part_of, verbatim
from blameless_lint.rewrite.subject import NOMINATIVE
from blameless_lint.rewrite.verb import Finite, is_plural

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example("The office sat on the order for two weeks.", "sat on", "The office", "The order waited for two weeks"),
    Example("The office sat on the order.", "sat on", "The office", "The order was not acted on"),
    Example("The porters slept through both alarms.", "slept through", "The porters", "Both alarms were not answered"),
    Example(
        "The crew kept quiet about the leak all summer.",
        "kept quiet about",
        "The crew",
        "The leak was not mentioned all summer",
    ),
    Example(
        "The skipper shut his eyes to the rust on the frames.",
        "shut his eyes",
        "The skipper",
        "The rust on the frames was not acted on",
    ),
    Example("The office sat on it until noon, then left.", "sat on it", "The office", ""),
    Example("The porters slept through the class on ladders.", "slept through", "The porters", ""),
    Example("The porter sat on a broken chair.", "sat on", "The porter", "", "person-cause"),
)
IDIOMS = dict(line.split(": ", 1) for line in load("rewriting_idioms"))
LASTING = frozenset({"for", "since", "until", "till"})
SIGNALS = frozenset({"alarm", "alert", "bell", "call", "message", "notification", "page", "pager", "ping", "warning"})
HELD = frozenset({"dobj", "oprd", "acomp", "advmod", "attr"})


@dataclass(frozen=True, slots=True)
class Idiom:
    """An idiom: its verb, the thing that was left, what is said of that, and the words that go with the verb."""

    verb: Token
    thing: Token
    done: str
    words: tuple[Token, ...]


def idiom_of(verb: Token) -> Idiom | None:
    """Return the idiom of leaving undone that a verb is the head of, None where it is none."""
    if verb.pos_ != "VERB":
        return None
    stem = base(verb.text, verb.lemma_)
    for held in (None, *(child for child in verb.children if child.dep_ in HELD and child.i > verb.i)):
        key = stem if held is None else f"{stem} {held.lemma_.lower()}"
        outer = [*verb.children, *(held.children if held is not None else ())]
        for link in (child for child in outer if child.dep_ == "prep" and child.i > verb.i):
            thing = next((part for part in link.children if part.dep_ == "pobj"), None)
            done = IDIOMS.get(f"{key} {link.lower_}")
            if thing is None or done is None or (done == "not answered" and thing.lemma_.lower() not in SIGNALS):
                continue
            if not _goes_on(verb):
                return Idiom(verb, thing, done, (link, *(held.subtree if held is not None else ())))
    return None


def _goes_on(verb: Token) -> bool:
    """Return whether what was done next is told of the same subject, which the thing is not: “…, then left”."""
    later = [child for child in verb.children if child.i > verb.i and child.pos_ == "VERB" and child.tag_ != "VBG"]
    return any(not any(part.dep_ in {"nsubj", "nsubjpass", "mark"} for part in child.children) for child in later)


def left_lying(verb: Token, scene: Scene) -> str | None:
    """Return the clause of an idiom of leaving undone, with the thing that was left as its subject."""
    if scene.request.category != "omission" or not scene.is_done_by_blamed(verb):
        return None
    idiom, how = idiom_of(verb), how_of(verb, scene)
    if idiom is None or how is None or how.negated or how.modal or scene.is_blamed(idiom.thing):
        return None
    dropped = scene.dropped | {word.i for word in idiom.words}
    lasting = _lasting(idiom.thing)
    if lasting is not None:
        dropped |= {lasting.i}
    place = place_of(idiom.thing, verb, scene)
    where = f" {verbatim(place.subtree)}" if place is not None else ""
    dropped |= {place.i} if place is not None else set()
    front, back = front_of(verb, scene), back_of(verb, scene.but(dropped=dropped), how, None)
    said = part_of(idiom.thing, idiom.thing.head, scene)
    time = verbatim(lasting.subtree) if lasting is not None else ""
    if not said or front is None or back is None:
        return None
    said = said.removesuffix(time).strip() + where
    core = _waited(idiom, how) or f"{how.be(plural=is_plural(idiom.thing), negated=True)} {idiom.done[4:]}"
    return join([front, NOMINATIVE.get(said.lower(), said), core, time, back])


def _lasting(thing: Token) -> Token | None:
    """Return the phrase at the end of a thing that tells how long, which the parser hung there."""
    last = (part for part in thing.subtree if part.dep_ == "prep" and part.right_edge == thing.right_edge)
    timed = (part for part in last if part.lower_ in LASTING and any(is_when(inner) for inner in part.children))
    return next(timed, None)


def _waited(idiom: Idiom, how: Finite) -> str:
    """Return the verb of what lay waiting for a time that is told, "" where none is."""
    timed = any(part.dep_ in {"prep", "mark"} and part.lower_ in LASTING for part in idiom.verb.subtree)
    if idiom.done != IDIOMS["sit on"] or not timed:
        return ""
    many = is_plural(idiom.thing)
    if how.tense == "past":
        return "waited"
    if how.tense == "present":
        return "wait" if many else form("wait", "VBZ")
    return f"{how.be(plural=many).removesuffix(' being')} waiting"
