"""Take an accusing frame off and keep what it frames: “It was Sam who …”, “It is their fault that …”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.words import load
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.render import join, part_of, render

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "It was Sam who dropped the table.",
        "It was Sam",
        "Sam",
        "The table was dropped",
        "accusation",
    ),
    Example(
        "It is the consultant's fault that the timeout was 300.",
        "fault",
        "the consultant",
        "The timeout was 300",
        "accusation",
    ),
    Example(
        "The blame lies with Hostbridge, who rebooted our hypervisors.",
        "The blame lies with Hostbridge",
        "Hostbridge",
        "Our hypervisors were rebooted",
        "accusation",
    ),
    Example(
        "The platform team is to blame for the outage.",
        "is to blame",
        "The platform team",
        "[Which conditions] led to the outage",
        "accusation",
    ),
    Example(
        "This is on me: I disabled SELinux.",
        "This is on me",
        "me",
        "SELinux was disabled",
        "accusation",
    ),
)

BLAME = load("rewriting_blame")
HAPPENINGS = load("rewriting_happenings")
KNOWING = load("rewriting_knowing")


def accusation(verb: Token, scene: Scene) -> str | None:
    """Return what an accusing or knowing frame holds, without the frame."""
    if verb.dep_ != "ROOT":
        return None
    return _told_of_blamed(verb, scene) or _framed(verb, scene) or _after_colon(scene) or _for_what(verb, scene)


def _accuses(verb: Token) -> bool:
    return any(token.lemma_.lower() in BLAME for token in verb.subtree)


def _told_of_blamed(verb: Token, scene: Scene) -> str | None:
    """Return the relative clause of the blamed where the main clause only points at them."""
    subject = next((child for child in verb.children if child.dep_ in {"nsubj", "expl"}), None)
    points = verb.lemma_ == "be" and subject is not None and subject.lower_ in {"it", "this", "that", "culprit", "one"}
    if not points and not (
        _accuses(verb) and verb.lemma_.lower() in {"be", "lie", "rest", "fall", "go", "belong", "blame"}
    ):
        return None
    clauses = [
        token
        for token in scene.tokens
        if (token.dep_ == "relcl" or (token.dep_ == "ccomp" and any(child.lower_ == "who" for child in token.children)))
        and scene.is_done_by_blamed(token)
        and not scene.is_done_by_blamed(verb)
    ]
    return render(clauses[0], scene) if len(clauses) == 1 else None


def _framed(verb: Token, scene: Scene) -> str | None:
    """Return the that-clause of a frame of fault or of knowing better."""
    start, end = scene.request.target
    for token in verb.subtree:
        inner = next(
            (child for child in token.children if child.dep_ in {"ccomp", "acl", "advcl"} and child.i > token.i), None
        )
        if inner is None or not any(child.dep_ == "mark" and child.lower_ == "that" for child in inner.children):
            continue
        knows = token.lemma_.lower() in KNOWING and (scene.request.category in {"hindsight", "judgement"})
        if not (knows or _accuses(verb)) or inner.i in range(start, end):
            continue
        said = render(inner, scene)
        if said:
            return said.removeprefix("that ")
    return None


def _after_colon(scene: Scene) -> str | None:
    """Return the clause behind the colon of “This is on me: …”, “Human error: …”."""
    colon = next((token for token in scene.tokens if token.text in {":", "–", "—"}), None)
    end = scene.request.target[1]
    if (
        colon is None
        or end > colon.i + 1
        or scene.request.category not in {"accusation", "judgement", "human-error", "hindsight", "punitive"}
    ):
        return None
    heads = [
        token
        for token in scene.tokens
        if token.i > colon.i and token.pos_ in {"VERB", "AUX"} and (token.head.i < colon.i or token.dep_ == "ROOT")
    ]
    if len(heads) != 1:
        return None
    before = frozenset(child.i for child in heads[0].children if child.i <= colon.i)
    return render(heads[0], scene.but(dropped=before))


def _happened(thing: Token) -> bool:
    """Return whether a noun tells something that came about: “the outage”, “the lost orders”."""
    return thing.lemma_.lower() in HAPPENINGS or any(
        child.tag_ == "VBN" or (child.dep_ == "amod" and child.pos_ == "ADJ") for child in thing.children
    )


def _owed(verb: Token, scene: Scene) -> str | None:
    """Return an open subject for what is said to be attributable to someone."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None or verb.lemma_ != "be" or subject.pos_ not in {"NOUN", "PROPN"} or scene.is_blamed(subject):
        return None
    if not any(child.lower_ in {"attributable", "due", "owed"} for child in verb.children):
        return None
    return join(["[which conditions] led to", part_of(subject, verb, scene) or ""]) if scene.is_clean(subject) else None


def _for_what(verb: Token, scene: Scene) -> str | None:
    """Return an open subject for what someone is said to be to blame for."""
    owed = _owed(verb, scene)
    if owed:
        return owed
    if not _accuses(verb) and verb.lemma_.lower() != "blame":
        return None
    for token in verb.subtree:
        if token.dep_ == "prep" and token.lower_ in {"for", "behind"}:
            thing = next((child for child in token.children if child.dep_ == "pobj"), None)
            if (
                thing is None
                or not _happened(thing)
                or thing.i in scene.blamed
                or scene.request.is_person(thing)
                or thing.pos_ == "PRON"
            ):
                continue
            said = part_of(thing, token, scene)
            if said:
                return join(["[which conditions] led to", said])
    return None
