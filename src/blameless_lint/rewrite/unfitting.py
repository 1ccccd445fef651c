"""Rewrites whose question does not fit what happened, or whose idiom falls apart once nobody does it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas as lexicon_lemmas
from blameless_lint.language.words import load
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.inflect import lemmas
from blameless_lint.rewrite.keeping import WORD
from blameless_lint.rewrite.missing import noun_of
from blameless_lint.rewrite.omission import DONE
from blameless_lint.rewrite.pronouns import NOBODY, THEY
from blameless_lint.rewrite.verb import finite, is_present, lemma_of
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example("Nobody hurried us.", "Nobody hurried us", "Nobody", ""),
    Example("Nobody opens a crate unless I have signed.", "Nobody opens a crate", "Nobody", ""),
    Example(
        "Whoever drew the map should be asked why.",
        "Whoever drew the map should be asked",
        "Whoever",
        "",
        "counterfactual",
    ),
    Example("The stall did not receive the crates.", "did not receive", "The stall", ""),
    Example("We skip them with a note each.", "skip them", "We", ""),
    Example("The tailor never informed the choir of his holiday.", "never informed", "The tailor", "The choir"),
    Example("So the cook spoiled the soup and went home.", "spoiled the soup", "the cook", "", "person-cause"),
    Example("That is how the cork should have been cut.", "should have been cut", "", "", "counterfactual"),
    Example("The oven should have been run at 180 degrees.", "should have been run", "", "", "counterfactual"),
    Example("If she had not sold the mule, we would have ridden.", "If she had not sold", "she", "", "counterfactual"),
    Example("The usher stood by and did not speak, except to cough.", "did not speak", "The usher", ""),
    Example("He abandoned the stall.", "He abandoned", "He", ""),
    Example(
        "That is how the dough should always have been kneaded.", "should always have been", "", "", "counterfactual"
    ),
    Example("The waiters didn't do anything wrong.", "didn't do anything wrong", "The waiters", ""),
    Example("The choir that built the stage is long gone.", "that built the stage", "The choir", "", "person-cause"),
    Example("why didn't the ushers just close it when they left", "didn't the ushers just close it", "the ushers", ""),
    Example("Missed by everyone who read the menu: the word nuts.", "Missed by everyone", "everyone", ""),
    Example(
        "In her absence the urn was filled by a new waiter, who failed to read the label.",
        "failed to read the label",
        "a new waiter",
        "",
    ),
    Example("It was the porter whose early signal stopped the lift.", "early signal", "the porter", "", "person-cause"),
    Example("The candles were lit as ordered by the priest.", "were lit as ordered by the priest", "the priest", ""),
    Example("We could have used a longer ladder.", "could have used a longer ladder", "We", "", "counterfactual"),
    Example("For our part, we had not tuned the reeds.", "had not tuned", "we", ""),
    Example("No one here had ever seen it, me included.", "No one here had ever seen it", "No one", ""),
    Example("Who gave the porter a master key?", "Who gave the porter a master key", "Who", "", "accusation"),
)
UNFIT = expression(
    "|".join(
        (
            r"\b(?:i|we|they) (?:was|were) not (?:pushed|rushed|hurried|forced|hurt|injured|harmed|blamed)\b",
            r"\bnot (?:push|rush|hurry|forc|hurt|injur|harm|blam)ing (?:me|us|them)\b",
            r"\b(?:was|were|been|not) (?:received|gotten|receiving|getting)\b",
            r"\bof (?:the |his |her |its |their )?[\w ]+ (?:was|were) not (?:informed|notified|advised|told|warned)\b",
            r"□ led to [^;]*\band (?:have|has|had) (?:\w+ly )?\w+ed\b",
            r"\b(?:was|were) \w+ (?:should|would|could|must)\b",
            r"\bit[’']?s (?:plain|obvious|clear|evident) that\b",
            r"\bexcept to\b",
            r"\band going (?:home|to lunch|to bed)\b",
            r"\babandon(?:ed|ing)\b",
            r"\b(?:was|were) made to\b",
            r"\b(?:was|were|been) (?:disregarded|neglected)\b",
            r"\b(?:refused|declined|rejected|denied) from\b",
            r"\bnot \w+ or at least\b",
            r"\baround (?:from|on|in|at|to)\b",
            r"\b(?:me|us|him|her|them) included\b",
            r"\bnobody (?!was|were|had been|has been|have been|is|are|else)\w+",
            r", (?:one|two|some|most|both) (?:having|being|of)\b",
            r"\b(?:failed|refused|forgot) which\b",
            r"\bnor the \w+ (?:was|were|is|are)\b",
            r"\w['’]d be\b",
            r"\b(?:was|were|is|are) not always\b",
            r"\bnothing wrong (?:was|is)\b",
            r"\bleast of all\b",
            r"^the \w+ (?:it|they|he|she) (?:had|was|were)\b",
            r"^\w+ed, and\b",
            r"\bnot \w[^;□]*\b(?:(?:years|months|weeks|ages) ago|by now|any (?:day|week|year|summer)|to begin with)\b",
            r", full stop\b|\b(?:was|were) \w[^;□]*\bnext time\b",
        )
    ),
    re.IGNORECASE,
)
ANSWERED = expression(  # the step or its conditions are told behind the question for them
    r"(?i)\[which step, under which conditions\](?: (?:too|while|due to|because)\b|:| \(\w+ \w|, (?:it is|has|comp|no))"
)
PRAISE = expression(r"(?i)\b(?:legends?|kudos|thanks|hero(?:es)?|paid off|well done|great|excellent|brilliant)\b")
LONG = expression(r"(?i)\bin (?:days|weeks|months|years|ages)\b")
TOO = expression(r"(?i)\btoo (?:late|early|long|slow|slowly|soon|few|many|little|much)\b")
GIVEN = expression(r"(?i)(?:based on|given|considering|in (?:light|view) of)\b")
IDIOM_OBJECTS = load("rewriting_idiom_objects")
WHO = expression(r"(?i)\b(?:who|whose)\b")
LIKENED = expression(r"(?i)\bas (\w+) as\b")
COULD_HAVE_USED = expression(r"(?i)\bcould (?:really )?have (?:\w+ly )?used\b")
SOFTWARE = frozenset({"ci", "pipeline", "monitoring", "bot", "script", "system", "alerting", "automation"})


def unfitting(outside: str, text: str, scene: Scene) -> str:
    """Return what of a rewrite does not fit what happened, "" where nothing is amiss."""
    if scene.request.category == "punitive":
        return ""
    if scene.request.is_implied and PRAISE.search(scene.text):
        return "turns praise"
    found = UNFIT.search(outside)
    if re.match(r"\d[\d.,]* (?:in|on|at)\b", outside) and not re.match(r"\d", scene.text):
        return "begins with a number"
    if ANSWERED.search(text) or (re.search(r"(?i)\btypo\b", scene.text) and "typo" not in outside.lower()):
        return "asks for what is told"
    if found and (scene.head is not None or scene.request.is_judgement or found[0].lower() not in scene.text.lower()):
        return f"does not fit {found[0]}"
    if re.search(r"(?i)\bby \[which step", text):
        return "asks by whom"
    if re.search(r"\bas \w+ed by\b", scene.text) and not re.search(r"\bas \w+ed by\b", outside):
        return "loses by whom it was planned"
    if re.search(r"(?i)\b(?:everyone|everybody|all) (?:but|except)\b", scene.text):
        return "loses whom it does not hold for"
    if LONG.search(scene.text) and not LONG.search(outside):
        return "loses how long"
    if scene.request.is_implied and scene.request.category == "counterfactual" and "might have been" in scene.text:
        return "takes what might have come for an omission"
    late = TOO.search(scene.text) if scene.request.is_judgement else None
    if late is not None and late[0].lower() not in outside.lower():
        return f"loses {late[0]}"
    if scene.request.category == "counterfactual" and GIVEN.match(scene.text):
        return "denies what was given"
    if COULD_HAVE_USED.search(scene.text) or "when knowing" in text:
        return "takes a need for an act"
    if re.match(r"(?i)it was\b", outside) and WHO.search(scene.text) and not WHO.search(outside):
        return "loses who it was"
    likened = LIKENED.search(scene.text)
    if likened is not None and f"as {likened[1]}" in outside and not LIKENED.search(outside):
        return f"loses as {likened[1]} as what"
    broken = next((token for token in scene.tokens if _is_broken(token, outside, scene)), None)
    if broken is not None:
        return f"breaks {broken.text}"
    if re.search(r"(?i)\bnor\b", outside) and not re.search(r"(?i)\b(?:neither|not)\b", outside):
        return "nor without neither"
    if re.match(r"(?i)why\b", scene.text) and "?" not in re.sub(r"\[[^\]]*\]", "", text):
        return "answers why"
    wished = next((token for token in scene.tokens if _is_wish_lost(token, outside, scene)), None)
    if wished is not None:
        return f"loses what {wished.text} tells"
    bound = next((token for token in scene.tokens if _binds_denial(token, scene)), None)
    if bound is not None and "stood in the way" not in text:
        return f"denies within {bound.text}"
    if any(token.lower_ in {"none", "some", "all", "both"} and _is_of_blamed(token, scene) for token in scene.tokens):
        return "loses of whom"
    if scene.doc[0].lower_ == "who" and any(_gives(token) for token in scene.tokens):
        return "asks who gave whom"
    head = scene.head
    if head is None:
        return ""
    if head.lower_ == "you" and "@" in outside:
        return "still addresses someone"
    if ", [which step, under which conditions]," in text and scene.request.category == "person-cause":
        return "asks beside the thing"
    if scene.request.is_implied and scene.request.category == "person-cause" and _is_background(head.head):
        return "asks why of what went on anyway"
    if head.lower_ in SOFTWARE or (scene.request.agent and scene.doc[scene.request.agent[0]].lower_ == "that"):
        return "no one is blamed"
    owner = next((t for t in scene.tokens if t.lower_ in {"his", "her"} and t.dep_ == "poss"), None)
    if head.lower_ in THEY and owner is not None and f"{owner.text} {owner.nbor(1).text}" not in text:
        return f"loses {owner.text}"
    nobody = head.lower_ in NOBODY | {"noone"} and head.head.tag_ == "VBZ"
    habit = nobody or (head.pos_ == "PRON" and head.head.tag_ == "VBP" and is_present(head.head))
    return "asks for a habit" if habit and scene.request.category == "omission" else ""


def _is_broken(token: Token, outside: str, scene: Scene) -> bool:
    """Return whether a word stays whose phrase is torn: a set phrase, a participle, what something is or is called."""
    if re.search(rf"(?i)\b{re.escape(token.text)}\b", outside) is None:
        return False
    if token.lemma_.lower() in IDIOM_OBJECTS | {"part", "absence"}:
        own = [child for child in token.children if child.dep_ == "poss" or child.i in scene.judging]
        return any(f"{child.lower_} {child.nbor(1).lower_}" not in outside.lower() for child in own)
    if (
        token.dep_ == "advcl"
        and token.tag_ == "VBG"
        and token.i > token.head.i
        and token.nbor(-1).text in {",", "never"}
    ):
        inner = token.lemma_.lower() in lexicon_lemmas("mind_verbs", "belief_verbs") | {"trust"}
        return scene.head is not None and (inner or any(child.dep_ == "neg" for child in token.children))
    if token.pos_ in {"VERB", "AUX"} and any(child.dep_ == "oprd" for child in token.children):
        return any(child.dep_ == "oprd" and child.lower_ not in outside.lower() for child in token.children)
    is_told_of_blamed = any(child == scene.head for child in token.children)
    return token.dep_ == "ROOT" and token.lemma_ == "be" and is_told_of_blamed and f", which {token.lower_}" in outside


def _is_wish_lost(verb: Token, outside: str, scene: Scene) -> bool:
    """Return whether what someone should have done is not told: “we should have seen that when it was bought”."""
    how = finite(verb) if verb.pos_ == "VERB" and scene.request.category == "counterfactual" else None
    if how is None or not how.unreal or not scene.request.holds(verb) or not scene.is_done_by_blamed(verb):
        return False
    meant = [verb, *(child for child in verb.children if child.dep_ in {"xcomp", "ccomp", "conj", "prep"})]
    told = {lemma for found in WORD.findall(outside) for lemma in lemmas(found.lower())}
    asked = outside.lstrip().startswith("□") or bool(noun_of(verb)) or lemma_of(verb) in DONE
    parts = [part for top in meant for part in (top, *top.children) if part.pos_ == "VERB"]
    return not asked and not any({part.lemma_.lower(), part.lower_} & told for part in parts)


def _is_background(verb: Token) -> bool:
    """Return whether a verb tells what was going on or had been done before, which no grammar holds for the cause."""
    helps = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    return (verb.tag_ == "VBG" and bool(helps & {"was", "were", "is", "are"})) or (
        verb.tag_ == "VBN" and "had" in helps
    )


def _binds_denial(token: Token, scene: Scene) -> bool:
    """Return whether the wish turned into a denial has a limit, a reason or a manner that would be denied with it."""
    if scene.request.category != "counterfactual":
        return False
    verb = token.head
    if token.dep_ == "mark" and token.lower_ == "if" and scene.request.holds(token) and scene.request.holds(verb):
        return any(child.dep_ == "neg" for child in verb.children)
    if not scene.request.holds(verb) and not any(scene.request.holds(child) for child in verb.children):
        return False
    if token.dep_ == "advmod" and token.tag_ == "WRB" and token.lower_ == "how":
        return True
    if (token.dep_ == "prep" and token.lower_ == "based") or (token.lower_ == "based" and token.i < verb.i):
        return True
    return token.dep_ == "prep" and token.lower_ == "at" and any(part.dep_ == "nummod" for part in token.subtree)


def _is_of_blamed(token: Token, scene: Scene) -> bool:
    """Return whether a quantity is told of a pronoun that stands for the blamed: “none of them had decoded it”."""
    inner = [part for child in token.children if child.lower_ == "of" for part in child.children]
    return any(part.lower_ in THEY and part.i in scene.blamed for part in inner)


def _gives(token: Token) -> bool:
    """Return whether a verb of giving names no one behind “to”, so that who was given it stands before the thing."""
    giving = token.lemma_.lower() in {"give", "grant", "hand", "lend", "offer", "send", "show"}
    return token.dep_ == "dative" or (giving and not any(child.lower_ == "to" for child in token.children))
