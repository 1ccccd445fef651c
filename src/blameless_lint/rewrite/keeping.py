"""What a rewrite must still hold: numbers, identifiers, names, things, negations, the act that was told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.words import load
from blameless_lint.rewrite.asking import leaves_open
from blameless_lint.rewrite.beside import tells_in_question
from blameless_lint.rewrite.human_error import ERRORS, TRAITS
from blameless_lint.rewrite.idioms import idiom_of
from blameless_lint.rewrite.inflect import lemmas
from blameless_lint.rewrite.missing import noun_of
from blameless_lint.rewrite.omission import DONE
from blameless_lint.rewrite.promote import MAKING
from blameless_lint.rewrite.request import JUDGED
from blameless_lint.rewrite.silence import is_silence
from blameless_lint.rewrite.verb import lemma_of
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene


WORD = expression(r"[^\W\d_](?:[\w'’-]*\w)?")
LOOSE = JUDGED | {"punitive"}
SKIPPABLE = load("rewriting_skippable")
JUDGED_ACTS = frozenset({"act", "action", "change", "choice", "decision", "move"})
JUDGING_NOUNS = TRAITS | ERRORS | load("rewriting_no_things") | load("rewriting_idiom_objects") | load("vices")
FEW = 7  # words of an idiom, all of which may go
FINDINGS = frozenset({"analysis", "inquiry", "investigation", "report", "review"})
TIMES = load("rewriting_times") | {"future", "sheet"}
SANCTIONS = load("rewriting_sanctions")
EMPTY = load("rewriting_empty_verbs")
NUMBER = expression(r"\d[\d.,:/%-]*\d|\d")
IDENTIFIER = expression(
    r"`[^`]+`|https?://\S+|[@#]?\w*(?:[_/.:@#]|\d[a-zA-Z]|[a-z][A-Z])[\w/.:#-]*\w|(?<!\w)--?[a-zA-Z][\w-]+"
)
DENIAL = expression(
    r"\b(?:not|no|nothing|never|nobody|none|neither|nor|cannot|without|fail\w*|forg[eo]t\w*|neglect\w*|omit\w*|refus\w*|declin\w*|ignor\w*|overlook\w*"
    r"|miss(?:ed|es|ing)|(?-i:miss)|skip\w*|lack\w*|left out|instead|before|remained|stayed)\b|n[’']t\b"
    r"|\b(?:did|do|was|would|could|had|is)nt\b",
    re.IGNORECASE,
)
QUANTITY = expression(r"\b(?:not (?:one|a single)|none) of\b", re.IGNORECASE)
FOCUS = frozenset({"just", "only", "even"})
UNREAL = expression(r"\b(?:should|shoulda|could|coulda|ought|supposed)\b", re.IGNORECASE)
KNOWN = expression(
    r"\b(?:know\w*|reali[sz]e\w*|see\w*|obvious|clear|foresee\w*|expect\w*|remember\w*)\b", re.IGNORECASE
)
WISH = expression(
    r"\b(?:should|shoulda|could|coulda|would|woulda|might|ought)(?:\b|n[’']t)|[’']d\b|\bif\b|^had\b", re.IGNORECASE
)


def loses(_outside: str, text: str, scene: Scene) -> str:
    """Return which number, identifier, code, name or thing of the sentence a rewrite no longer holds."""
    first = next(lost(text, scene), None)
    return "" if first is None else f"loses {scene.text[slice(*first)]}"


def lost(text: str, scene: Scene) -> Iterator[tuple[int, int]]:
    """Yield where the sentence holds a number, identifier, code, name or thing that a rewrite does not hold."""
    described = [token.text for token in scene.tokens if token.i in scene.blamed or _describes(token, scene)]
    blamed = scene.doc[slice(*(scene.request.agent or (0, 0)))].text + " ".join(described)
    for pattern in (NUMBER, IDENTIFIER):
        for found in pattern.finditer(scene.text):
            if found[0] not in text and found[0] not in blamed and found[0].strip(".,:") not in text:
                yield found.span()
    for span in scene.doc.user_data.get("opaque", ()):
        if scene.text[span.start : span.end] not in text + blamed:
            yield span.start, span.end
    start, _ = scene.request.target
    for token in scene.tokens:
        if token.i == start == 0 and scene.request.category in LOOSE:
            continue  # a judging word that only stands at the head of the sentence
        if (
            token.pos_ == "PROPN"
            and token.head.lemma_.lower() not in ERRORS
            and token.i not in scene.blamed
            and token.text[:1].isupper()
            and token.text.lower() not in text.lower()
        ):
            yield token.idx, token.idx + len(token)
    yield from _lost_things(text, scene)


def loses_negation(outside: str, text: str, scene: Scene) -> str:
    """Return whether what was denied is now said to have been so; a wish about the past turns its polarity around."""
    start, end = scene.request.target
    if tells_in_question(text):
        return ""  # what was left undone is asked for
    if scene.request.category == "punitive" and outside.lower().startswith("make "):
        return ""
    if scene.doc[start:end].root.lemma_ == "forget" and any(
        child.dep_ == "ccomp" for child in scene.doc[start:end].root.children
    ):
        return ""
    if QUANTITY.search(scene.text) and outside.strip(" ;.,□") and not DENIAL.search(outside):
        return "loses negation"
    if scene.request.is_judgement and _denies_judgement(outside, scene):
        return ""
    wish = scene.doc[start:end].text
    wished = re.match(r"(?i)(?:had|if)\b", scene.text) and not DENIAL.search(scene.text)
    if wished and outside.strip(" ;.,□") and not DENIAL.search(outside):
        return "loses negation"
    if UNREAL.search(wish) and not DENIAL.search(wish) and not KNOWN.search(wish) and outside.strip(" ;.,□"):
        return "" if DENIAL.search(outside) else "loses negation"
    if WISH.search(scene.text) or not DENIAL.search(scene.doc[start:end].text) or not outside.strip(" ;.,□"):
        return ""
    return "" if DENIAL.search(outside) else "loses negation"


def _denies_judgement(outside: str, scene: Scene) -> bool:
    """Return whether all that the blaming words deny is gone with them, and nothing is told the other way round."""
    start, end = scene.request.target
    said = {lemma for found in WORD.findall(outside) for lemma in lemmas(found.lower())}
    denied = [token for token in scene.tokens if DENIAL.fullmatch(token.text)]
    if not denied or any(not start <= token.i < end for token in denied if token.dep_ == "neg"):
        return False
    return not any(_is_told(part, said) for token in denied for part in _denied_with(token))


def _denied_with(token: Token) -> list[Token]:
    """Return what a denial denies: its verb or noun with what hangs on it."""
    head = token if token.pos_ in {"VERB", "NOUN", "PRON"} else token.head
    return [part for part in head.subtree if part.pos_ in {"VERB", "NOUN", "ADJ"}]


def _is_told(part: Token, said: set[str]) -> bool:
    return part.lemma_.lower() in said or part.lower_ in said


def _describes(token: Token, scene: Scene) -> bool:
    """Return whether a token stands in a phrase that describes the blamed, and in no clause."""
    return _belongs_to_blamed(token, scene) and token.dep_ != "relcl"


def loses_act(outside: str, text: str, scene: Scene) -> str:
    """Return whether nothing is left of what the blaming words tell: their verbs and nouns beyond the omission."""
    if scene.request.category in LOOSE or leaves_open(text):
        return ""
    start, end = scene.request.target
    told = [
        t
        for t in scene.doc[start:end]
        if t.pos_ in {"VERB", "NOUN"}
        and t.i not in scene.blamed
        and t.i not in scene.judging
        and not scene.request.is_person(t)
        and not any(parent.i in scene.blamed for parent in t.ancestors)
    ]
    told = [
        t
        for t in told
        if not DENIAL.fullmatch(t.text)
        and t.lemma_.lower() not in SKIPPABLE | EMPTY | MAKING
        and lemma_of(t) not in DONE
        and idiom_of(t) is None
        and not is_silence(t)
    ]
    known = {lemma for found in WORD.findall(text) for lemma in lemmas(found.lower())}
    if not told or any(
        t.lemma_.lower() in known or t.lower_ in known or t.text in outside or (noun_of(t) and noun_of(t) in text)
        for t in told
    ):
        return ""
    return "loses the act"


def _lost_things(text: str, scene: Scene) -> Iterator[tuple[int, int]]:
    """Yield where things stand that are gone: nouns that neither name the blamed nor judge."""
    start, end = scene.request.target
    lowered = text.lower()
    idioms = (idiom_of(token) for token in scene.tokens)
    idle = {word.i for idiom in idioms if idiom is not None for word in idiom.words}
    for token in scene.tokens:
        if (
            token.pos_ != "NOUN"
            or token.i in scene.blamed | scene.judging | idle
            or token.lemma_.lower() in SKIPPABLE
            or not token.text.isalpha()
        ):
            continue
        if (
            (start <= token.i < end and scene.request.category in LOOSE - {"hindsight"} and _may_go(token, scene))
            or scene.request.is_person(token)
            or _belongs_to_blamed(token, scene)
        ):
            continue
        if token.dep_ in {"compound", "amod", "nmod"} and (
            token.head.lemma_.lower() in ERRORS | TRAITS or scene.request.is_person(token.head)
        ):
            continue
        if token.lemma_.lower() in ERRORS | TRAITS:
            continue
        if scene.request.category == "punitive" and token.lemma_.lower() in SANCTIONS | TIMES:
            continue
        if scene.request.category in LOOSE and _only_leads_up(token):
            continue
        if token.lower_ not in lowered and token.lemma_.lower() not in lowered:
            yield token.idx, token.idx + len(token)


def _may_go(noun: Token, scene: Scene) -> bool:
    """Return whether a noun of the judging words tells no fact: they are few, or it names a trait or a reproach."""
    start, end = scene.request.target
    return end - start <= FEW or noun.lemma_.lower() in JUDGING_NOUNS


def _only_leads_up(token: Token) -> bool:
    """Return whether a noun stands for what is told beside it: “The change was reckless: …”, “In our view …”."""
    lemma = token.lemma_.lower()
    if lemma in {"view", "opinion"} and token.head.lower_ == "in":
        return True
    if lemma in JUDGED_ACTS and token.dep_ == "nsubj":
        return True
    return token.dep_ == "nsubj" and lemma in FINDINGS and any(child.dep_ == "ccomp" for child in token.head.children)


def _belongs_to_blamed(token: Token, scene: Scene) -> bool:
    """Return whether a noun describes the blamed, in their phrase or in apposition, and in no clause of its own."""
    start, end = scene.request.agent or (0, 0)
    inner = token
    for parent in token.ancestors:
        if parent.i in scene.blamed:
            return not (inner.dep_ == "appos" and parent.i < parent.head.i < inner.i)  # “…, hence no contract”
        inner = parent
        if parent.pos_ in {"VERB", "AUX"}:
            return False
        if parent.lower_ in {"with", "without", "in", "at", "during"} and not start <= parent.i < end:
            return False
    return False
