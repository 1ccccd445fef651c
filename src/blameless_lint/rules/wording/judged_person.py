"""A person's character, competence, care, motive or state of mind is judged.

Words such as careless or inexperienced describe the writer's verdict and no event; they cannot be fixed.

Instead, say what happened, and what the work was like at that moment: load, tools, information, time.

Source: Dekker, Just Culture; Ross, The Intuitive Psychologist and His Shortcomings (fundamental attribution error).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.compound import whole
from blameless_lint.language.grammar.extent import between, extent, phrase
from blameless_lint.language.grammar.mood import is_meta
from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.people.agent import Kind
from blameless_lint.rules.flag import flag, level_of, quoted
from blameless_lint.rules.rule import Example, Match, rule

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.language.grammar.predication import Predication
    from blameless_lint.language.people.agent import Agent
    from blameless_lint.language.reading import ParsedSentence, Reading


@rule(
    category="judgement",
    severity="error",
    examples=[
        Example("The operator was careless.", flags=["The operator was careless"]),
        Example("A careless technician pulled the cable.", flags=["A careless technician"]),
        Example("Dana carelessly restarted the broker.", flags=["Dana carelessly restarted the broker"]),
        Example(
            "The contractor was too inexperienced for this task.",
            flags=["The contractor was too inexperienced for this task"],
        ),
        Example("The technician panicked.", flags=["The technician panicked"]),
        Example("The lazy query was slow."),
        Example("A reckless retry policy of the client filled the queue."),
        Example("The engineers were very careful and fast."),
        Example("The kernel panicked."),
        Example("The process was asleep for 30 seconds."),
        Example("The on-call engineer was busy with a second incident."),
    ],
)
def judged_person(reading: Reading) -> Iterator[Match]:
    """Yield judgements whose object is a person or a group."""
    for parsed in reading.parsed:
        if is_meta(parsed):
            continue
        for token in parsed.doc:
            yield from _predicate(parsed, token)
            yield from _attribute(parsed, token)
        for predication in parsed.predications:
            yield from _manner(parsed, predication)


def _manner(parsed: ParsedSentence, predication: Predication) -> Iterator[Match]:
    """Yield acts that an adverb or the verb itself judges: “carelessly”, “panicked”."""
    agent = predication.agent
    if agent is None or predication.modal or predication.hypothetical or agent.kind is Kind.NOBODY:
        return
    adverb = next((child for child in predication.verb.children if child.lower_ in lemmas("judgement_adverbs")), None)
    if adverb is not None and not predication.imperative and not (adverb.lower_ in ORDINARY and predication.negated):
        message = f"{quoted(adverb, parsed)} judges how {quoted(agent, parsed)} acted."
    elif predication.lemma in lemmas("judging_verbs") and predication.is_asserted and predication.past:
        if predication.negated:
            return
        message = f"{quoted(predication.verb, parsed)} judges the state of mind of {quoted(agent, parsed)}."
    else:
        return
    yield flag(parsed, extent(predication), message, agent=agent)


ORDINARY = frozenset({"deliberately", "knowingly", "repeatedly", "happily"})
PREDICATES = frozenset({"acomp", "attr", "oprd", "conj", "ROOT", "ccomp"})
NORMS = frozenset({"should", "must", "may", "can"})


TOWARDS = frozenset({"unresponsive", "hostile", "rude"})


def _is_judging(token: Token) -> bool:
    lower = whole(token)
    if lower in lemmas("judgement_adjectives"):
        beside = {child.lower_ for child in token.children}
        return lower not in lemmas("state_adjectives") or "too" in beside or (lower in TOWARDS and "to" in beside)
    return False


def _predicate(parsed: ParsedSentence, token: Token) -> Iterator[Match]:
    """Yield what people are said to be: “was careless”, “were not trained enough”."""
    if token.dep_ not in PREDICATES or token.pos_ not in {"ADJ", "NOUN", "VERB", "ADV"}:
        return
    verb = _link(token)
    if verb.lemma_.lower() not in lemmas("linking_verbs") or not _judges(token, verb):
        return
    agent = _described(parsed, verb)
    if agent is not None and not any(child.dep_ == "aux" and child.lower_ in NORMS for child in verb.children):
        tokens = between(parsed.doc[agent.start : agent.end], phrase(token))
        yield flag(parsed, tokens, _message(parsed, token, agent), agent=agent, level=level_of(agent))


def _link(token: Token) -> Token:
    """Return the verb that links an adjective, or one joined to it, to its subject."""
    verb = token.head
    while verb.pos_ == "ADJ" and verb.dep_ == "conj":
        verb = verb.head
    return verb.head if verb.dep_ in {"acomp", "attr"} else verb


def _judges(token: Token, verb: Token) -> bool:
    """Return whether the words judge: reproach that is said, or praise that is denied."""
    if not any(child.dep_ == "neg" or child.lower_ in {"never", "n't"} for child in verb.children):
        return _is_judging(token)
    enough = any(child.lower_ in {"enough", "very"} for child in token.children)
    return enough and token.lower_ in lemmas("positive_adjectives")


def _described(parsed: ParsedSentence, verb: Token) -> Agent | None:
    subject = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    raised = verb.dep_ == "xcomp" and verb.head.lemma_.lower() in {"seem", "appear", "continue"}
    if subject is None and (verb.dep_ == "conj" or raised):
        subject = next((child for child in verb.head.children if child.dep_ == "nsubj"), None)
    elif subject is None and verb.dep_ == "relcl":
        subject = verb.head
    if subject is None:
        return None
    return parsed.who(subject.head.head if subject.lower_ in {"who", "that"} and verb.dep_ == "relcl" else subject)


def _attribute(parsed: ParsedSentence, token: Token) -> Iterator[Match]:
    if token.dep_ != "amod" or whole(token) not in lemmas("judgement_adjectives") - lemmas("state_adjectives"):
        return
    agent = parsed.who(token.head)
    if agent is not None and agent.kind is not Kind.NOBODY:
        yield flag(parsed, phrase(token.head), _message(parsed, token, agent), agent=agent)


def _message(parsed: ParsedSentence, token: Token, agent: Agent) -> str:
    return f"{quoted(token, parsed)} is a judgement of {quoted(agent, parsed)}."
