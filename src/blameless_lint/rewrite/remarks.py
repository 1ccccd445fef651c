"""Leave out a remark that only judges and stands beside a fact that can stay: “…, which tells you everything”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.words import load
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.human_error import ERRORS
from blameless_lint.rewrite.judging import judging_words
from blameless_lint.rewrite.pronouns import THIRD

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "The same weight is written down for six boats, which tells you something about the weighing.",
        "which tells you something about the weighing",
        "",
        "The same weight is written down for six boats.",
        "judgement",
    ),
    Example(
        "It was her second night on the ferry, and it showed.",
        "and it showed",
        "her",
        "It was her second night on the ferry.",
        "judgement",
    ),
    Example(
        "The gate that Tom had shut stood open for four hours, which shows the attitude.",
        "which shows the attitude",
        "",
        "The gate that Tom had shut stood open for four hours.",
        "judgement",
    ),
    Example(
        "The guide, careless as ever, took the lower path at 14:10.",
        "careless as ever",
        "The guide",
        "The guide took the lower path at 14:10.",
        "judgement",
    ),
    Example("He sang, which was careless.", "which was careless", "He", "", "judgement"),
)
REMARKS = load("rewriting_remarks")
JUDGING = judging_words() | lemmas("vices", "state_adjectives", "harsh_adjectives", "judging_verbs", "virtues")
OPENERS = frozenset({"and", "but", "so", "which", "what", "a", "an", "this", "that", "it", "you", "one", "i", "–", "—"})
OPENERS |= {"something", "as", "who", "whatever", "such", "how", "to", "no", "not", "these", "there"}
SEPARATORS = frozenset({",", ";", "–", "—", ":", "-"})
CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM", "ADV"})
TOO_SHORT = 5  # words


def remarks(scene: Scene) -> Iterator[str]:
    """Yield the sentence without a remark that is all of the blaming words, where a whole clause is left."""
    if scene.request.category not in {"judgement", "accusation", "hindsight"}:
        return
    start, end = _bounds(scene)
    doc = scene.doc
    if start < TOO_SHORT - 2 or not is_remark(list(doc[start:end]), scene):
        return
    before, after = list(doc[:start]), list(doc[end:])
    separated = before[-1].text in SEPARATORS or doc[start].lower_ in {"and", "so", "but"}
    if not any(token.is_alpha for token in after):
        if separated and doc[start].lower_ in OPENERS and _stands(before, scene):
            yield _ended(before, scene)
    elif before[-1].text == "," and after[0].text == "," and _is_aside(doc[start:end].root) and not _is_series(after):
        rest = [*before[:-1], *after[1:]]
        if _stands(rest, scene):
            head = doc[: before[-1].i].text
            yield f"{head} {doc[after[1].i :].text}"


def _bounds(scene: Scene) -> tuple[int, int]:
    """Return the range of the blaming words with the conjunction in front of them, without marks at their ends."""
    start, end = scene.request.target
    doc = scene.doc
    while start and doc[start - 1].lower_ in {"and", "but", "so", "which", "simply", "frankly", "just", "plain"}:
        start -= 1
    while start < end and doc[start].text in SEPARATORS:
        start += 1
    while end > start and doc[end - 1].is_punct:
        end -= 1
    return start, end


def is_remark(words: list[Token], scene: Scene) -> bool:
    """Return whether words only judge: no number, name, quotation or thing of their own."""
    if not words or any(token.is_quote or (token.like_num and token.lower_ != "one") for token in words):
        return False
    return all(_is_empty(token, scene) for token in words)


def _is_empty(token: Token, scene: Scene) -> bool:
    if token.i in scene.blamed or token.i in scene.judging or token.pos_ not in CONTENT or token.is_stop:
        return True
    known = {token.lower_, token.lemma_.lower()}
    return bool(known & (REMARKS | JUDGING)) or (token.pos_ == "ADV" and token.lower_.endswith("ly"))


def _is_aside(root: Token) -> bool:
    return root.pos_ in {"ADJ", "VERB", "NOUN", "ADV"} and root.dep_ in {
        "amod",
        "acl",
        "appos",
        "advcl",
        "advmod",
        "acomp",
        "ROOT",
    }


def _is_series(after: list[Token]) -> bool:
    return len(after) > 1 and after[1].lower_ in {"and", "or"}


def _stands(words: list[Token], scene: Scene) -> bool:
    """Return whether a clause is left that has its own subject and verb, tells a thing, and judges no more."""
    verbs = [
        token for token in words if token.tag_ in {"VBD", "VBZ", "VBP", "MD"} and token.dep_ not in {"relcl", "advcl"}
    ]
    subject = any(token.dep_ in {"nsubj", "nsubjpass", "expl"} for token in words)
    things = [token for token in words if token.pos_ in {"NOUN", "PROPN"} and token.i not in scene.blamed]
    if not verbs or not subject or not things or len([token for token in words if token.is_alpha]) < TOO_SHORT:
        return False
    if any(token.lower_ in JUDGING and token.dep_ in {"acomp", "amod", "attr", "advmod"} for token in words):
        return False
    if any(token.lemma_.lower() in ERRORS for token in words):
        return False
    told = next((token for token in words if token.dep_ in {"nsubj", "nsubjpass"} and token.head.dep_ == "ROOT"), None)
    pointed = told is not None and (told.i in scene.blamed or told.lower_ in THIRD) and told.lower_ != "i"
    if scene.request.category == "accusation" and pointed:
        return False
    return words[0].lower_ not in {"because", "since", "whoever", "if", "who"}


def _ended(words: list[Token], scene: Scene) -> str:
    """Return words as a sentence that ends as the whole one did."""
    said = scene.doc[: words[-1].i + 1].text
    last = scene.text.strip()[-1:]
    return re.sub(r"(?:[\s,;:–—-]+(?:and|but|so)?)+$", "", said) + (last if last in {".", "!"} else "")
