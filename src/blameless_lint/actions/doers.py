"""Who does something in a sentence: the person or the team that is the subject of “to do”, “will do”, “does”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from blameless_lint.actions import naming
from blameless_lint.actions.given import begins_with_given, is_given
from blameless_lint.actions.phrase import core, is_machine, is_people, is_thing_with_article
from blameless_lint.actions.verbs import NOUN_TEAMS, third_persons, verbs
from blameless_lint.language import words
from blameless_lint.language.lexicon import pattern
from blameless_lint.text.expression import expression
from blameless_lint.text.source import Span

NAME = rf"(?:(?:Dr|Mr|Ms|Mrs|Prof|Herr|Frau)\.? )?(?:{naming.UPPER}[\w’'-]*\.?|@[\w./-]*\w)"

_MODAL = expression(
    r"\s+(?:['“\"]?(?:will|shall|must|should)['”\"]?(?: also| then)?(?= (?!be \w+(?:ed|en|t)\b)[a-z])|(?:is|are) "
    r"(?:going )?to(?= (?!be )[a-z])|(?:is|are) (?:\w+ly |also |now )*(?!being)\w+ing\b|needs? to(?= (?!be "
    r"\w+(?:ed|en|t)\b)[a-z])|(?:plans?|intends?|wants?|expects?|aims?|continues?) to(?= (?!be )[a-z])"
    r"|(?:promised|agreed|offered|accepted) to(?= [a-z])|(?:also )?takes? over(?= the )|took it upon"
    r"|(?:is|are|was|were|ha(?:s|ve) been|(?:is|are) to be) (?:also |now )?"
    r"(?:(?:tasked|charged) with(?= \w+ing)|(?:told|asked|recommended|advised|instructed|requested|tasked|commissioned)"
    r"(?: by [^,;.:]{2,40}?)? to(?= [a-z]))|ha(?:s|ve) an? (?:draft|PR|patch|branch"
    r"|prototype|script)\b|ha(?:s|ve) (?:agreed|accepted|promised|offered|volunteered|to(?= (?!be )[a-z])|this"
    r"|the (?:change|draft|fix)|set|started)|(?:is|are) (?:on it|working)|follows? up|offered|volunteered|call for"
    r"|owns?|owes|ha(?:s|ve) (?:taken (?:on|over)|committed to|ordered)|looks into|digs into"
    r"|to(?= (?P<to>[a-z-]+)\b))"
)

_START = expression(
    r"(?:\[[ xX]?\])?\s*(?:\d{1,2}(?:\.\d{1,2})+\.? )?"
    r"(?:[A-Z]{1,5}[ -]?\d[\d.-]*:?\s+)?(?:TODO:?\s*|Action:\s*|AI:\s*)?(?i:(?:also|additionally"
    r"|in addition|furthermore|therefore|however|finally|next|then|second|first|next time"
    r"|(?:in|for) (?:the )?future|from now on|going forward"
    r"|as a result|for (?:now|the time being)|until then|meanwhile|in the meantime)\b,?\s+)?"
)


def subject(text: str, known: frozenset[str], *, start: int) -> Span | None:
    """Return the subject at the beginning of “… to do”, “… will do”, “… does”."""
    offset = start + _START.match(text[start:]).end()  # type: ignore[union-attr]
    rest = text[offset : offset + 90]
    handle = re.match(r"@\w[\w.-]*(?=:?\s+[a-z])", rest)
    if handle is not None:
        return Span(offset, offset + handle.end())
    plain = _of_plain_verb(rest, text, known)
    if plain is not None:
        return Span(offset, offset + plain)
    for modal in _MODAL.finditer(rest):
        if modal.group("to") and modal.group("to") not in verbs():
            continue
        return Span(offset, offset + modal.start()) if _is_subject(rest[: modal.start()], text, known) else None
    return None


def _of_plain_verb(rest: str, text: str, known: frozenset[str]) -> int | None:
    """Return where the subject before a verb in the present ends: “Lotte moves …”, “Camille and Rashid rehearse …”."""
    tokens = list(re.finditer(r"\S+", rest))[: _MOST + 2]
    for number, token in enumerate(tokens[1:], start=1):
        verb, name = token.group().rstrip(",.;:"), _ADVERB.sub("", rest[: token.start()].rstrip())
        finite = verb in third_persons() or (verb in verbs() and _is_plural(name))
        if (
            finite
            and verb not in ("gets", "get", "have")
            and not name.endswith(("'s", "’s"))
            and _is_subject(name, text, known)
        ):
            following = tokens[number + 1].group() if number + 1 < len(tokens) else ""
            if verb in ("follow", "follows") and _COMES.match(following):
                return None
            if _is_surely_verb(verb, following) or name.lower() in known or name.lower().startswith(("the ", "our ")):
                return len(name)
    return None


_COMES = expression(r"$|\w+ly\b|later\b|soon\b|next\b|in\b|by\b|on\b|with\b|as\b|once\b|when\b")
"""What stands behind “follows” where it says of a thing that it comes: “A quote follows separately”."""
_ADVERB = expression(r" (?:now|also|then|already)$")


def _is_surely_verb(verb: str, following: str) -> bool:
    """Return whether a word that may be a noun as well is a verb, by the word behind it."""
    return following not in _AFTER_NOUN and (verb not in words.load("action_verb_nouns") or following in _DETERMINERS)


def _is_plural(name: str) -> bool:
    return bool(re.search(r" (?:and|&) ", name)) or (name.endswith("s") and naming.is_team(name))


def _is_subject(name: str, text: str, known: frozenset[str]) -> bool:
    """Return whether the words before a verb are one person, several, or a team."""
    name = name.strip().rstrip("*_")
    listed = "," not in name or re.search(r"\([^)]*,|\b(?:and|or)\b|&", name)
    if (
        not listed
        or _NOT_ACTORS.fullmatch(re.sub(r"^the ", "", name.lower()))
        or _NO_SUBJECT.match(name)
        or is_thing_with_article(name)
        or is_machine(name)
    ):
        return False
    first = core(name) or name
    if first != name:
        longer = len(name.split()) > _LONGEST or "," in re.sub(r"\([^)]*\)", "", name)
        told = (
            is_people(first) or begins_with_given(first) or naming.is_name(name, known) or _IN_BRACKETS.fullmatch(name)
        )
        return not longer and bool(told) and is_named(first, text, known)
    return is_named(name, text, known)


_IN_BRACKETS = expression(rf"[A-Z][\w&/ -]{{1,30}} \({NAME}(?: {NAME})*\)")
_LONGEST = 12
"""Words that a name and what tells more about it have at most."""
_NO_SUBJECT = expression(
    r"(?:[\d.:/-]+|if|when|where|once|upon|during|after|before|that|and|or|but|all|any|by|from|until|till|within|in"
    r"|on|at"
    r"|with|for|as|of|per|over|through|due)\b(?! (?:agenc|owner|call|duty|site))",
    re.IGNORECASE,
)


def is_named(name: str, text: str, known: frozenset[str]) -> bool:
    """Return whether each of several names that are joined is one of an actor."""
    parts = [
        part
        for part in re.split(r"\s*(?:&|\+|,|\band\b|\bor\b)\s*(?:his team|her team|their team)?", name.strip())
        if part
    ]
    if not parts or len(name.split()) > 16:
        return False
    return all(is_actor(part, text, known) or _is_group(part, joined=len(parts) > 1) for part in parts)


def _is_group(name: str, *, joined: bool) -> bool:
    """Return whether words name people at work: “crew bosses”, or “the ground contact” beside another."""
    first = next(iter(name.lower().split()), "")
    if (
        not first
        or naming.is_no_one(name)
        or _is_no_actor(name.lower(), name.split()[-_MOST:])
        or _NO_FIRST.match(first)
    ):
        return False
    if any(token in third_persons() for token in name.split()[1:-1]):
        return False
    return (joined or len(name.split()) > 1) and (first not in verbs() or first in NOUN_TEAMS) and is_people(name)


_AFTER_NOUN = frozenset(("can", "will", "should", "must", "may", "is", "are", "were", "was", "has", "have"))
_DETERMINERS = frozenset(("up", "the", "a", "an", "whether", "that", "if", "each", "all"))
_NOT_ACTORS = expression(
    r"(?:all |any |our |most |some )?(?:end[- ])?(?:users?|customers?|applications?|clients?|people|changes?|\w+ly"
    r"|always|never"
    r"|in general|continuous|continued|shared|redundancy|future|long|short|worth|instead|pull request|issue)"
)
_NO_FIRST = expression(
    r"(?:we|you|they|it|these|those|both|such|continuous|let|maybe|two|three|all|some|every|any|no|each|one)(?:[’'].*)?$"
)
_MOST = 6
"""Words that the name of an actor has at most."""


def is_actor(name: str, text: str, known: frozenset[str]) -> bool:
    """Return whether a subject is a person or a team rather than a thing; `text` is what it stands in."""
    plain = re.sub(r"^(?:the|our|my)\s+", "", name.strip(), flags=re.IGNORECASE)
    tokens = re.sub(r"\s*\([^)]*\)", "", plain).split()
    if not tokens or naming.is_no_one(name) or (plain != "IT" and plain.lower() in words.load("action_no_subjects")):
        return False
    if plain == "IT":
        return True
    if naming.HANDLE.fullmatch(plain) or _is_known(plain, tokens, known):
        return True
    if is_given(tokens[0]) and len(tokens) <= 3 and all(token[0].isupper() for token in tokens):
        return True
    led = len(plain) < len(name.strip())
    if len(tokens) > 1 and tokens[-1].lower().removesuffix("s") in words.load("customers"):
        return False
    if _is_no_actor(plain.lower(), tokens) or (not led and _is_imperative(tokens, plain)):
        return False
    if naming.is_team(plain) and (led or _is_unit(tokens) or tokens[0].lower() not in verbs() - NOUN_TEAMS):
        return led or tokens[0][0].isupper() or (naming.is_team(tokens[-1]) and len(tokens) > 1)
    if len(tokens) == 1 and plain.endswith("s") and not is_given(plain):
        return False
    shaped = tokens[0].lower() not in verbs() and len(tokens) <= _MOST - 2
    return shaped and naming.is_name(plain, known) and not is_thing(tokens, text)


def _is_unit(tokens: Sequence[str]) -> bool:
    """Return whether two words are the name of a unit or a role, though the first may be a verb: “Track engineers”."""
    last = tokens[-1].lower()
    return len(tokens) == 2 and last not in words.load("action_thing_units") and is_people(" ".join(tokens))


def _is_known(plain: str, tokens: Sequence[str], known: frozenset[str]) -> bool:
    """Return whether the document names this one elsewhere, by all or by the capitalised words."""
    capitals = [token.lower() for token in tokens if token[0].isupper()]
    return plain.lower() in known or (tokens[0][0].isupper() and all(token in known for token in capitals))


def _is_no_actor(lower: str, tokens: Sequence[str]) -> bool:
    """Return whether words are no actor by what they say: crowds, bare plural roles, pronouns, adverbs, clauses."""
    bare = (
        len(tokens) == 1 and lower.endswith("s") and lower != "leads" and lower.removesuffix("s") in words.load("roles")
    )
    return (
        bare
        or lower in words.load("crowds")
        or len(tokens) > _MOST
        or _NOT_ACTORS.fullmatch(lower) is not None
        or _NO_FIRST.match(tokens[0].lower()) is not None
        or any(token in words.load("action_finite_words") for token in tokens)
    )


def _is_imperative(tokens: Sequence[str], plain: str) -> bool:
    """Return whether the first word is a verb that tells what to do, not a part of the name of a team."""
    first = tokens[0].lower()
    return first in verbs() and first not in NOUN_TEAMS and (len(tokens) > 2 or not naming.is_team(plain))


def is_thing(tokens: Sequence[str], text: str) -> bool:
    """Return whether the words of a subject name a thing: by the last one, or as the text has one in lower case."""
    last = tokens[-1]
    if is_given(tokens[0]):
        return False
    return bool(pattern("action_things").fullmatch(last)) or any(
        re.search(rf"(?<![\w@]){re.escape(token.lower())}(?!\w)", text)
        for token in tokens
        if token[0].isupper() and len(token) > 3
    )
