"""What a sentence tells that decides which question fits: it was known, chosen, done badly, or only nearly done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.inflect import base
from blameless_lint.rewrite.pronouns import NOBODY
from blameless_lint.rewrite.verb import object_of
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "The baker did not weigh the salt properly.",
        "did not weigh the salt properly",
        "The baker",
        "The salt was not weighed properly; [what stood in the way?]",
    ),
    Example(
        "Although the card demands it, the baker did not weigh the salt.",
        "did not weigh the salt",
        "the baker",
        "Although the card demands it, the salt was not weighed; [what stood in the way?]",
    ),
    Example(
        "The waiter chose not to report the smoke.",
        "chose not to report the smoke",
        "The waiter",
        "The smoke was not reported; [which conditions led to this?]",
    ),
    Example(
        "A second waiter would have stopped me from locking the cellar.",
        "would have stopped me",
        "A second waiter",
        "I was not stopped from locking the cellar; [what would have guarded against it?]",
        "counterfactual",
    ),
    Example(
        "The guild never found the money.",
        "never found the money",
        "The guild",
        "The money was not found; [what stood in the way?]",
    ),
    Example(
        "The guests were told the hour each day, and nobody escalated.",
        "nobody escalated",
        "nobody",
        "The guests were told the hour each day, and there was no escalation.",
    ),
)
KNOWN = expression(
    r"(?i)\b(?:knew|(?:was|were|am|are|been) (?:well )?aware|(?:had|been|were|was) (?:agreed|warned|reminded|requested)"
    r"|as (?:agreed|planned|requested|promised)|although|even though|despite|in spite of)\b"
)
NEAR = expression(r"(?i)\b(?:(?:came|come|comes|coming) (?:\w+ )?(?:close|near) to|nearly|almost|narrowly)\b")
WELL = frozenset({"properly", "correctly", "fully", "completely", "thoroughly", "adequately", "carefully", "enough"})
CHOOSING = frozenset({"choose", "decide", "elect", "opt", "prefer"})
STOPPING = frozenset({"stop", "prevent", "keep", "hinder", "restrain"})
MEANS = frozenset(
    {"money", "time", "budget", "fund", "funding", "people", "staff", "room", "space", "capacity", "way", "courage"}
)
ROUTED = frozenset({"prefix", "route", "network", "subnet", "range", "block", "address"})
COMPLAINING = frozenset({"escalate", "complain", "object", "protest", "mind", "panic"})
HARM = ("destructive_verbs", "damage_verbs", "mild_damage_verbs", "harm_verbs")


def was_known(scene: Scene) -> bool:
    """Return whether a sentence tells that what was not done was known, agreed or demanded."""
    return KNOWN.search(scene.text) is not None


def is_near_miss(scene: Scene) -> bool:
    """Return whether a sentence tells what nearly came about: nothing was done that could be asked about."""
    return NEAR.search(scene.text) is not None


def is_chosen(scene: Scene) -> bool:
    """Return whether the blaming words tell that someone chose to do it or to leave it."""
    return any(
        scene.request.holds(token)
        and token.pos_ == "VERB"
        and base(token.text, token.lemma_) in CHOOSING
        and any(child.dep_ == "xcomp" or child.lower_ == "against" for child in token.children)
        for token in scene.tokens
    )


def is_harm(scene: Scene) -> bool:
    """Return whether the sentence names an act that does harm by itself: “dropped the table”, and not “set it up”."""
    return any(token.pos_ == "VERB" and base(token.text, token.lemma_) in lemmas(*HARM) for token in scene.tokens)


def is_partial(verb: Token) -> bool:
    """Return whether something was done, but not well enough: “did not inspect it properly”."""
    return any(child.lower_ in WELL for child in verb.children)


def is_short_of_means(verb: Token) -> bool:
    """Return whether what was not found is money, time or people."""
    thing = object_of(verb)
    return verb.lemma_.lower() == "find" and thing is not None and thing.lemma_.lower() in MEANS


def is_stopping(verb: Token) -> bool:
    """Return whether a verb tells that someone would have been kept from something."""
    return base(verb.text, verb.lemma_) in STOPPING and any(
        child.lower_ == "from" and any(part.dep_ == "pcomp" for part in child.children)
        for outer in (verb, *verb.children)
        for child in outer.children
    )


def is_routing(verb: Token) -> bool:
    """Return whether what was not announced is an address, and no news."""
    things = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}]
    return base(verb.text, verb.lemma_) == "announce" and any(child.lemma_.lower() in ROUTED for child in things)


def is_content(verb: Token, scene: Scene) -> bool:
    """Return whether what is denied is a complaint, which nobody misses: “and nobody complained”."""
    head = scene.head
    nobody = head is not None and head.lower_ in NOBODY | {"noone"}
    return nobody and base(verb.text, verb.lemma_) in COMPLAINING and object_of(verb) is None
