"""Whether a task is specific, measurable and achievable, by its words, each answer with its reason."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from blameless_lint.language.lexicon import pattern
from blameless_lint.language.words import load
from blameless_lint.text.expression import expression

_EMPTY_NOUN = expression(
    r"\b(?:better|more|improved?|proper|good|enhanced|stronger|closer|regular|clear(?:er)?|thorough|sufficient"
    r"|adequate|robust|additional)\b (?:[\w-]+ ){0,2}?(?:monitoring|alerting|alerts?|testing|tests|communications?"
    r"|documentation|docs|training|processes|process|"
    r"visibility|observability|awareness|coordination|culture|reviews?|coverage|resilien\w+|reliab\w+|validation|care"
    r"|attention|governance|discipline|understanding|quality|ties|answers|logging|procedures?|checks?|oversight"
    r"|collaboration|planning|automation)\b",
    re.IGNORECASE,
)
_NUMBER = expression(
    r"(?<![\w#-])(?:[<>≤≥~=]\s*)?\d[\d,.]*\s?(?:%|ms|s|sec\w*|min\w*|h|hours?|days?|weeks?|months?|GB|MB|TB|KB|rps"
    r"|req\w*|x|×|times|nodes?|people|pods?|replicas?|per|of|\w+)?",
    re.IGNORECASE,
)
_CODE = expression(
    r"`[^`]+`|\b[\w-]+\.(?:ya?ml|json|py|go|sh|md|tf|conf|cfg|pp|toml|lua|sql)\b|\b\w+_\w+\b|--\w|/\w+/"
    r"|\b[a-z]+[A-Z]\w+\b|\b[A-Z]{2,}[\w-]*\d"
)
_RESEARCH = expression(
    r"\b(?:investigate|look into|explore|research|think about|consider|understand|study|rethink|reconsider|discuss"
    r"|talk|evaluate whether|find (?:a way|ways)|figure out)\b",
    re.IGNORECASE,
)
_INQUIRY = expression(
    r"^\W*(?:[\w@.’'-]+ (?:to|will) )?(?:investigate|find out|understand|determine|clarify|figure out|ask|check (?:if"
    r"|whether|why)|look into|explore|research|analy[sz]e|examine|consider|review)\b",
    re.IGNORECASE,
)


class HasTask(Protocol):
    """What has the words of a task."""

    @property
    def task_text(self) -> str:
        """Return the words that say what to do."""


SHORT = 6
"""Words up to which a task that the rules call vague is surely so."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What the words of a task say of it, and why."""

    specific: bool
    measurable: bool
    achievable: bool
    vague: bool
    reasons: dict[str, str]
    sure: frozenset[str] = frozenset()


@cache
def _soft_start() -> re.Pattern[str]:
    """Return the pattern of a beginning with a verb that names a process and no outcome."""
    verbs = "|".join(sorted(load("action_soft_verbs"), key=len, reverse=True))
    modals = "to|will|should|must|shall|needs? to|have to|are|is|we|and|also|please|actively"
    before = rf"^(?:\W*(?:[\w@.’'-]+ ){{0,4}}?(?:{modals})\s+)*"
    return re.compile(rf"{before}\W*(?P<verb>{verbs})\b", re.IGNORECASE)


def judge(text: str) -> Traits:
    """Judge the words that say what to do, without its fields."""
    body = re.sub(r"^[A-Z]{1,5}[ -]?\d[\d.-]*:?\s+", "", " ".join(text.split()))
    words = re.findall(r"[\w’'-]+", body)
    soft = _soft_start().match(body)
    precise = precision(body)
    vigilance, empty = pattern("action_vigilance").search(body), _EMPTY_NOUN.search(body)
    unbounded = pattern("action_unbounded").search(body)
    reasons: dict[str, str] = {}
    specific, reasons["specific"] = _specific(body, words, soft, precise, vigilance or empty)
    measurable, reasons["measurable"] = _measurable(body, soft, specific=specific, precise=precise)
    achievable = unbounded is None
    reasons["achievable"] = f"“{unbounded.group()}” sets no bound" if unbounded else "it has a bound"
    vague = not specific or bool(soft and precise < 1 and _RESEARCH.search(body))
    reasons["vague"] = reasons["specific"] if vague else "it says what is to change"
    sure = set()
    if not specific and precise == 0 and len(words) <= SHORT:
        sure |= {"specific", "measurable", "vague"}
    if _INQUIRY.match(body) and not measurable:
        sure.add("measurable")
    return Traits(specific, measurable, achievable, vague, reasons, frozenset(sure))


def is_vigilance(item: HasTask) -> bool:
    """Return whether a task asks people to be more careful, and changes nothing else."""
    match = pattern("action_care").search(item.task_text)
    return match is not None and precision(item.task_text) < 2


def is_weak(text: str) -> bool:
    """Return whether a task only documents, trains, tells or reminds: the weaker actions of the RCA2 hierarchy."""
    return bool(pattern("action_weak").search(text)) and not pattern("action_strong").search(text)


def unbounded(text: str) -> str | None:
    """Return the words of a text that leave its work without a bound, or None."""
    match = pattern("action_unbounded").search(text)
    return match.group() if match else None


def precision(text: str) -> int:
    """Return how many concrete things a text names: numbers, code, quoted words, conditions."""
    count = (
        len(_CODE.findall(text))
        + len(re.findall(r"[\"“][^\"”]{2,}[\"”]", text))
        + bool(re.search(r"\b(?:when|if|unless|before|instead of|so that|rather than|until)\b", text))
    )
    return count + len([number for number in _NUMBER.findall(text) if re.search(r"\d", number)])


def _specific(
    text: str, words: list[str], soft: re.Match[str] | None, precise: int, empty: re.Match[str] | None
) -> tuple[bool, str]:
    if len(words) < 3 and not precise:
        return False, "it names a subject and no change"
    if empty and precise < 2:
        return False, f"“{empty.group()}” says neither what changes nor how"
    if text.rstrip().endswith("?") and precise < 2:
        return False, "it asks and decides nothing"
    if soft and precise < 1 and (len(words) < 14 or not pattern("action_artefacts").search(text[soft.end() :])):
        return False, f"“{soft.group('verb')}” names a process and no outcome"
    return True, "it says which thing changes and how"


def _measurable(text: str, soft: re.Match[str] | None, *, specific: bool, precise: int) -> tuple[bool, str]:
    if re.search(r"(?:[<>≤≥]|under|below|above|at least|at most|within|to|than)\s*\d", text):
        return True, "a number says when it is reached"
    if _INQUIRY.match(text) and not re.search(
        r"\b(?:record|write|report|document|decide|publish|list)\w*\b", text, re.IGNORECASE
    ):
        return False, "nothing says how the answer would be seen"
    if not specific:
        return False, "nothing says how its end would be seen"
    if soft and precise < 2:
        return False, f"“{soft.group('verb')}” has no end that could be seen"
    return True, "what exists afterwards can be checked"
