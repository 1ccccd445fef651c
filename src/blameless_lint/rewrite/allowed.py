"""Say of an act that no passive can tell that it was possible and happened, word by word as it was told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.inflect import base
from blameless_lint.rewrite.pronouns import FIRST, SECOND, THIRD
from blameless_lint.rewrite.render import tidy

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "The deputy baker drove across the frozen pond with a full load of flour.",
        "The deputy baker drove across the frozen pond with a full load of flour",
        "The deputy baker",
        "It was possible to drive across the frozen pond with a full load of flour, and that is what happened;",
        "person-cause",
    ),
    Example(
        "On Friday the carriers moved in without asking, at five in the morning.",
        "the carriers moved in without asking",
        "the carriers",
        "On Friday it was possible to move in without asking, at five in the morning, and that is what happened;",
        "person-cause",
    ),
    Example("Ivo went to his bench at nine in the morning.", "Ivo went", "Ivo", "", "person-cause"),
    Example("Ivo was on leave in the second week of May.", "Ivo was on leave", "Ivo", "", "person-cause"),
)
NO_ACTS = (
    lemmas("mind_verbs", "omission_verbs", "strong_omission_verbs", "saying_verbs", "belief_verbs", "misconduct_verbs")
    | lemmas("judging_verbs", "linking_verbs", "being_verbs")
    | {"be", "have", "want", "like", "let", "make", "decide", "insist", "refuse", "contribute", "cause", "do", "get"}
    | {"know", "see", "hear", "notice", "win", "lose", "fall", "slip", "trip", "die", "arrive", "happen", "hold", "say"}
    | {"save", "help", "find", "start", "begin", "stop", "come", "keep", "mistype", "bring", "hurt", "injure", "break"}
    | {"claim", "promise", "state", "ask", "tell", "lie", "work", "deliver"}
) - {"take", "send", "put", "run", "set", "open", "pull", "renew", "write", "type"}
HAPPENED = ", and that is what happened; [which conditions led to this?]"
OWN = (FIRST | SECOND | THIRD | {"itself"}) - {"him", "them", "us"}
FEWEST = 6  # words of an act
PREFIX = 6  # words in front of the blamed


def allowed(scene: Scene) -> Iterator[str]:
    """Yield the act of the blamed as something that was possible, with what stood in front of it."""
    head = scene.head
    if scene.request.category != "person-cause" or head is None or "?" in scene.text or head.dep_ != "nsubj":
        return
    verb, before = head.head, _before(head, scene)
    if before is None or not _is_act(verb) or not _follows(verb, scene):
        return
    words = list(scene.doc[verb.i + 1 :])
    turned = {verb.i: base(verb.text, verb.lemma_)}
    for token in words:
        if token.lower_ in OWN or token.i in scene.blamed or token.text in '()"“”:;?':
            return
        if token.lower_ == "so" and token.nbor(-1).text == ",":
            return
        if token.i in scene.judging and token.pos_ not in {"ADV", "INTJ"}:
            return
        follows_and = token.tag_ == "VBN" and token.nbor(-1).lower_ in {"and", "then"} and token.nbor(1).dep_ != "agent"
        if follows_and and token.dep_ != "amod" and not any(child.dep_ == "auxpass" for child in token.head.children):
            turned[token.i] = base(token.text, token.lemma_)
        elif token.tag_ in {"VBD", "VBP", "VBZ", "MD"} and token.pos_ in {"VERB", "AUX"}:
            joined = token.nbor(-1).lower_ in {"and", "then", "but", "or"} or token.nbor(-1).pos_ == "ADV"
            if joined and token.lemma_.lower() in NO_ACTS:
                return
            if joined and _is_shared(token, verb) and token.tag_ == "VBD":
                turned[token.i] = base(token.text, token.lemma_)
            elif not _is_bound(token):
                return
    said = "".join(
        (turned.get(token.i) or token.text) + token.whitespace_
        for token in (verb, *words)
        if token.i not in scene.judging
    ).rstrip(" .!,")
    if len(said.split()) < FEWEST or " and and " in said:
        return
    lead = f"{before} it" if before else "it"
    yield tidy(f"{lead} was possible to {said}{HAPPENED}")


def _before(head: Token, scene: Scene) -> str | None:
    """Return what stands in front of the blamed, None where it is no moment or place."""
    words = list(scene.doc[: head.left_edge.i])
    if not words:
        return ""
    alone = len(words) == 1 and words[0].pos_ == "ADV" and words[0].lower_ in {"then", "later", "afterwards", "finally"}
    phrase = words[0].dep_ == "prep" and words[0].head == head.head and words[0].right_edge.i >= head.left_edge.i - 2
    if len(words) > PREFIX or not (alone or phrase) or any(token.i in scene.blamed | scene.judging for token in words):
        return None
    return scene.doc[: head.left_edge.i].text


def _is_act(verb: Token) -> bool:
    """Return whether a verb tells an act in the past, that of the sentence itself."""
    if verb.dep_ != "ROOT" or verb.pos_ != "VERB" or base(verb.text, verb.lemma_) in NO_ACTS:
        return False
    helps = [child for child in verb.children if child.dep_ in {"aux", "auxpass", "neg"}]
    if verb.lemma_ == "take" and any(child.lower_ == "it" for child in verb.children):
        return False  # “took it upon himself”
    told = verb.tag_ in {"VBD", "VBN"} and not helps
    return told or (verb.tag_ == "VBN" and [child.lower_ for child in helps] == ["had"])


def _follows(verb: Token, scene: Scene) -> bool:
    """Return whether nothing but adverbs stands between the blamed and the verb."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), verb)
    start = max((place for place in scene.blamed if place < verb.i), default=verb.i)
    held = [token for token in scene.doc[start + 1 : verb.i] if subject.is_ancestor(token)]
    if any(token.like_num or token.pos_ in {"VERB", "AUX", "PUNCT"} for token in held):
        return False
    start = max(start, held[-1].i) if held else start
    between = scene.doc[start + 1 : verb.i]
    return all(token.pos_ in {"ADV", "AUX"} or token.lower_ == "had" for token in between)


def _is_shared(token: Token, verb: Token) -> bool:
    """Return whether a verb goes on telling what the blamed did."""
    own = any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in token.children)
    outer = token
    while outer.dep_ == "conj" and outer != verb:
        outer = outer.head
    return outer == verb and token != verb and not own


def _is_bound(token: Token) -> bool:
    """Return whether a finite verb stands in a clause of its own that hangs on another word: “which …”, “while …”."""
    clause = token
    while clause.dep_ in {"aux", "auxpass", "conj", "cop"}:
        clause = clause.head
    if clause.dep_ not in {"relcl", "advcl", "ccomp", "acl", "pcomp"}:
        return False
    return any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in clause.children)
