"""Somebody is said to have put the wrong, faulty or broken thing in place: “Kim pushed the wrong branch”.

“Wrong” is known afterwards; at the time it was the branch, the file, the valve that was taken for the right one.

Instead, say which thing was taken and which was meant, and ask what made the two look alike.

Source: Dekker, The Field Guide to Understanding 'Human Error'; Reason, Human Error (slips of selection).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.extent import extent
from blameless_lint.language.grammar.mood import is_explained, is_told
from blameless_lint.language.people.agent import Kind
from blameless_lint.rules.flag import flag, quoted
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.language.grammar.predication import Predication
    from blameless_lint.language.reading import Reading

OTHERS = frozenset({Kind.NAME, Kind.HANDLE, Kind.ROLE, Kind.TEAM, Kind.VENDOR, Kind.INDEFINITE})
WRONG = frozenset({"broken", "buggy", "defective", "erroneous", "faulty", "flawed", "incorrect", "wrong"})
PLACING = frozenset(
    {
        "add", "apply", "attach", "choose", "click", "commit", "connect", "copy", "deliver", "deploy", "enter", "fit",
        "give", "import", "insert", "instal", "install", "load", "merge", "mount", "order", "paste", "pick", "place",
        "plug", "press", "publish", "pull", "push", "put", "release", "run", "select", "send", "set", "ship", "sign",
        "take", "type", "unplug", "upload", "use", "write",
    }
)  # fmt: skip
STUDIED = expression(r"\bto (?:reproduce|test|verify|confirm|show|see|prove|compare|rehearse)\b", re.IGNORECASE)


@rule(
    category="person-cause",
    severity="error",
    cues=[
        expression(r"\b(?:broken|buggy|defective|erroneous|faulty|flawed|incorrect|wrong) [\w'’-]+\b", re.IGNORECASE)
    ],
    examples=[
        Example("Kim pushed the wrong branch.", flags=["Kim pushed the wrong branch"]),
        Example("The fitter installed a faulty valve.", flags=["The fitter installed a faulty valve"]),
        Example("The agency sent the wrong list.", flags=["The agency sent the wrong list"]),
        Example("Someone uploaded an incorrect price file.", flags=["Someone uploaded an incorrect price file"]),
        Example("The job loaded the wrong file."),
        Example("We deployed a broken build."),
        Example("Kim reverted the broken build."),
        Example("Kim deployed the broken build to staging to reproduce the error."),
        Example("Customers entered the wrong code."),
        Example("The attacker uploaded a broken image."),
        Example("The fitter installed the wrong valve, because both have the same part number."),
        Example("An operator can select the wrong region."),
    ],
)
def faulty_work(reading: Reading) -> Iterator[Match]:
    """Yield acts of people whose object is called wrong or faulty."""
    for parsed, predication in reading.predications():
        agent = predication.agent
        if agent is None or agent.kind not in OTHERS or predication.lemma.split()[0] not in PLACING:
            continue
        if predication.negated or not predication.past or not predication.is_asserted or STUDIED.search(parsed.text):
            continue
        wrong = _wrong(predication)
        if wrong is not None and not is_told(parsed, predication) and not is_explained(parsed, predication):
            message = (
                f"{quoted(agent, parsed)} is the subject of {quoted(predication.verb, parsed)} {quoted(wrong, parsed)}."
            )
            yield flag(parsed, extent(predication), message, agent=agent)


def _wrong(predication: Predication) -> Token | None:
    """Return the word that calls the object wrong."""
    for child in predication.verb.children:
        if child.dep_ in {"dobj", "nsubjpass"}:
            return next((word for word in child.children if word.dep_ == "amod" and word.lower_ in WRONG), None)
    return None
