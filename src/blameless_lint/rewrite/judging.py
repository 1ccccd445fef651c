"""The words that judge, or that know better afterwards."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.words import load
from blameless_lint.rewrite.inflect import lemmas as forms_of
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from blameless_lint.rewrite.scene import Scene

SOFT = expression(
    r"\b(?:simply|of course|to begin with|in the first place|once again|yet again|as usual|of all people|"
    r"(?:out of|through|due to) (?:sheer |pure |plain )?"
    r"(?:carelessness|laziness|negligence|ignorance|haste|impatience|arrogance|stubbornness|complacency|"
    r"habit|boredom|greed|spite|convenience|vanity|pride|overconfidence|recklessness|inattention|indifference|stupidity|"
    r"thoughtlessness|incompetence|sloppiness)|by (?:mistake|accident)|in error|honestly|frankly|accidentally|"
    r"mistakenly|inadvertently|erroneously|unintentionally|unwittingly|somehow|typically|"
    r"single-handedly|in (?:his|her|their|my|our|its) (?:wisdom|haste|hurry|ignorance))\b",
    re.IGNORECASE,
)
STILL = expression(
    r"\bas (?:every|any|each)(?:one|body)?\b|\b(?:everyone|everybody|anyone|anybody) (?:knows|knew|could see|can see)\b"
    r"|\bcontrary to (?:(?:its|their|the|all|every|his|her) )?(?:obligation|dut(?:y|ies)|instruction|rule|order)s?\b"
    r"|\beven (?:one|a|once)\b|\b(?:more|less|better) (?:qualified|experienced|competent|capable|trained)\b"
    r"|\ba (?:[\w-]+ )?(?:piece of work|formality)\b|\bnothing (?:was|is|had been) done about\b"
    r"|\bregardless\b(?! of)|\bin the face of\b|\bdespite (?:everything|repeated|all (?:the|that|these))\b"
    r"|\bcalled (?:it )?a day\b|, again(?=[.,;]|\s*$)|\w, twice(?=[.,;]|\s*$)"
    r"|\bevery single\b|\bnot exactly\b|\bfor (?:form[’']s|show|the sake of appearances)\b|\bwith great \w+\b"
    r"|^(?:on reflection|in retrospect|looking back|with hindsight)\b",
    re.IGNORECASE,
)
"""What still judges in a rewrite that keeps it."""
KEPT = load("rewriting_kept")


@cache
def tied() -> re.Pattern[str]:
    """Return a pattern for the judging words that are written with a hyphen, which the tokenizer takes apart."""
    words = [
        word
        for word in sorted(lemmas("judgement_adverbs", "judgement_adjectives", "judged_work_adjectives"))
        if "-" in word
    ]
    return re.compile(r"\b(?:" + "|".join(words) + r")\b", re.IGNORECASE)


@cache
def judging_words() -> frozenset[str]:
    """Return the adverbs and adjectives that judge and tell no fact."""
    return lemmas("judgement_adverbs", "judgement_adjectives", "judged_work_adjectives") - KEPT


def keeps_all_but_who(outside: str, scene: Scene) -> bool:
    """Return whether a judgement went with nothing but the blamed, or with an act of theirs: what stays is no fault."""
    kept = {word.lower() for word in re.findall(r"[^\W\d_][\w'’-]*", outside)}
    kept |= {lemma for word in kept for lemma in forms_of(word)}
    lost = [
        token
        for token in scene.tokens
        if token.pos_ in TELLING_PARTS and token.i not in scene.blamed
        if not {token.lower_, token.lemma_.lower()} & kept
    ]
    return not lost or any(token.dep_ == "conj" and token.pos_ == "VERB" for token in lost)


TELLING_PARTS = frozenset({"ADJ", "ADV", "NOUN", "NUM", "PROPN", "VERB"})
