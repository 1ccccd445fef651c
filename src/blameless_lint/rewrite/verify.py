"""What a rewrite must keep and must not add: a draft is offered only when nothing here objects."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas as lexicon_lemmas
from blameless_lint.language.lexicon import pattern
from blameless_lint.language.words import load
from blameless_lint.rewrite.absence import states_what_was_not_done
from blameless_lint.rewrite.apart import kept
from blameless_lint.rewrite.astray import astray
from blameless_lint.rewrite.beside import tells_in_question
from blameless_lint.rewrite.dangling import dangling
from blameless_lint.rewrite.faultless import faults_the_faultless
from blameless_lint.rewrite.inflect import lemmas
from blameless_lint.rewrite.judging import judging_words
from blameless_lint.rewrite.keeping import WORD, loses, loses_act, loses_negation
from blameless_lint.rewrite.leftover import leftover
from blameless_lint.rewrite.misread import misreads
from blameless_lint.rewrite.missing import noun_of
from blameless_lint.rewrite.opening import opened_wrongly
from blameless_lint.rewrite.residue import residue
from blameless_lint.rewrite.shape import misshapen, punctuation
from blameless_lint.rewrite.sides import without_side
from blameless_lint.rewrite.sound import unsound
from blameless_lint.rewrite.task import falls_short
from blameless_lint.rewrite.telling import is_only_asked, untold
from blameless_lint.rewrite.unfitting import unfitting
from blameless_lint.rewrite.verb import lemma_of
from blameless_lint.rewrite.whose import loses_whose
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from blameless_lint.rewrite.scene import Scene

PROMPT = expression(r"\[[^\]]*\]")
ASKED = expression(r"(?:^|(?<=[.;:!?—–]\s))[^.;:!?—–]*\?")
LIGHT = load("rewriting_light")
FINITE = load("rewriting_finite")


def objection(text: str, scene: Scene, *, whole: bool = True) -> str:
    """Return why a rewrite of the whole sentence must not be offered, "" where nothing speaks against it."""
    outside = ASKED.sub(" ", PROMPT.sub("□", text)).replace("□ stood in the way of ", "□ led to not ")
    outside = without_side(outside, scene)
    for check in (
        misshapen,
        loses,
        loses_negation,
        loses_act,
        _still_blames,
        _invents,
        _too_long,
        _no_sentence,
        punctuation,
        astray,
        opened_wrongly,
        falls_short,
        loses_whose,
        misreads,
        unfitting,
        dangling,
        faults_the_faultless,
        leftover,
        residue,
    ):
        found = check(outside, text, scene)
        if found:
            return found
    if not is_only_asked(text):
        asks = "?" in scene.text or (text.endswith("?") and not outside.strip())
        found = untold(text if asks or tells_in_question(text) else outside, scene)
        if found and not re.match(r"(?i)(?:make|support) ", text):
            return f"tells no {found}"
        found = unsound(outside, text, scene)
        if found:
            return found
    if whole and _same(outside, scene.text) and not ("[" in text and states_what_was_not_done(scene)):
        return "nothing changed"
    return ""


def _same(text: str, other: str) -> bool:
    return re.sub(r"\W+", " ", text).strip().lower() == re.sub(r"\W+", " ", other).strip().lower()


WHO = expression(r"\b(?:who|whom|whose|whoever)\b", re.IGNORECASE)


def _is_other_who(token: Token, scene: Scene) -> bool:
    """Return whether a relative pronoun stands for someone else than the blamed, who may stay."""
    return (
        token.lower_ in {"who", "whom"}
        and token.i not in scene.blamed
        and token.head.dep_ == "relcl"
        and token.head.head.i not in scene.blamed
        and scene.head is not None
    )


def _still_blames(outside: str, text: str, scene: Scene) -> str:
    outside = outside.removeprefix(kept(text, scene))
    for token in scene.tokens:
        if (
            token.i not in scene.blamed
            or token.pos_ not in {"PROPN", "NOUN", "PRON"}
            or (len(token.text) < 2 and token.text != "I")
        ):
            continue
        if re.search(rf"(?<![\w-]){re.escape(token.lower_)}(?![\w-])", outside.lower()):
            return f"keeps {token.text}"
    if len(WHO.findall(outside)) > sum(_is_other_who(token, scene) for token in scene.tokens):
        return "still who"
    start, end = scene.request.target
    if "[what" in text and states_what_was_not_done(scene):
        return "still judges" if pattern("rewriting_never").search(outside) else ""
    words = " ".join(scene.doc[start:end].text.lower().split())
    act = next((t for t in scene.doc[start:end] if t.pos_ == "VERB"), None)
    if (
        act is not None
        and lemma_of(act) in lexicon_lemmas("strong_omission_verbs", "omission_verbs") | {"be"}
        and lemma_of(act) not in {"skip", "bypass", "withhold", "abandon"}
        and act.lower_ in outside.lower().split()
    ):
        return f"still {act.text}"
    if (
        "[which change" not in text.lower()
        and not any(place in scene.blamed for place in range(start, end))
        and not _is_plain_act(start, end, scene)
        and not ("□ led to" in outside and scene.doc[start].lower_ == "without")
        and words in " ".join(outside.lower().split())
    ):
        return "still the same"
    said = {found.lower() for found in WORD.findall(outside)}
    if scene.request.is_judgement and said & (judging_words() - lexicon_lemmas("state_adjectives")):
        return "still judges"
    if (
        pattern("rewriting_never").search(outside)
        or pattern("hindsight_words").search(outside)
        or pattern("accusation_idioms").search(outside)
    ):
        return "still judges"
    return ""


def _is_plain_act(start: int, end: int, scene: Scene) -> bool:
    """Return whether the blaming words are only a verb's forms, which may stay when nobody does it any more."""
    return all(
        token.pos_ in {"VERB", "AUX", "PART", "ADP", "ADV"} for token in scene.doc[start:end]
    ) and scene.request.category in {"person-cause", "omission"}


def _invents(outside: str, _text: str, scene: Scene) -> str:
    known = _known(scene.doc)
    for found in WORD.findall(outside):
        lowered = found.lower().removesuffix("'s").removesuffix("’s")
        if lowered in LIGHT or lowered in known or lemmas(lowered) & known:
            continue
        if (
            any(part in known or part in LIGHT or lemmas(part) & known for part in lowered.split("-"))
            and "-" in lowered
        ):
            continue
        if any(len(word) >= 4 and lowered.startswith(word) and len(lowered) <= len(word) + 4 for word in known):
            continue
        if any(lowered in noun_of(token).split() for token in scene.tokens if token.pos_ == "VERB"):
            continue
        return f"adds {found}"
    return ""


def _known(doc: Doc) -> set[str]:
    known = {token.lower_ for token in doc} | {token.lemma_.lower() for token in doc}
    return known | {found.lower() for found in WORD.findall(doc.text)}


def _too_long(outside: str, _text: str, scene: Scene) -> str:
    words = len(outside.split())
    return "too long" if words > max(12, 2 * len(scene.text.split())) else ""


def _no_sentence(outside: str, _text: str, scene: Scene) -> str:
    if not any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in scene.tokens):
        return ""
    words = {found.lower() for found in WORD.findall(outside)}
    if words & FINITE or any(token.lower_ in words for token in scene.tokens if _is_finite(token)) or not words:
        return ""
    verbs = {token.lemma_ for token in scene.tokens if token.pos_ == "VERB" and token.tag_ != "VBG"}
    if any(lemmas(found) & verbs for found in words if not found.endswith("ing") or "□ led to" in outside):
        return ""
    return "no finite verb"


def _is_finite(token: Token) -> bool:
    return token.tag_ in {"VBD", "VBZ", "VBP", "MD"}
