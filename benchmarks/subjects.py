"""Measure who is taken for a person: blamed people found, by kind, and software taken for people.

python benchmarks/subjects.py [--split develop|validation] [--misses] [--write]

Recall: of the labelled `agent` spans of level 1 and 2, the share whose head is recognised, by kind; the bar is for the
isolated units, the whole documents hold many other trades as well (set-k to set-m).
False persons: of the subjects in level-0 sentences that `subjects_level0.jsonl` lists as no people, the share taken
for people.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from figures import Figure, report

from blameless_lint.language import words
from blameless_lint.language.read import Terms, read_all
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source, Span
from blameless_lint.training.align import Label
from blameless_lint.training.data import Labelled, documents, wording_units

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from blameless_lint.language.reading import ParsedSentence, Reading

KINDS = ("name", "handle", "role", "team", "vendor", "customer", "pronoun", "we or I", "someone or nobody")
NOT_PEOPLE = Path(__file__).parent / "subjects_level0.jsonl"
SUBJECTS = {"nsubj", "nsubjpass"}


def main() -> int:
    """Print the table; return 1 where a bar is crossed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=("develop", "validation"), default="develop")
    parser.add_argument("--misses", action="store_true", help="list what was missed and what was wrongly taken")
    parser.add_argument("--write", action="store_true", help="write the figures to results/")
    options = parser.parse_args()
    texts = list(labelled(options.split))
    readings = read_all([read(Source(text.name, text.text)) for text in texts], Terms(gated=False))
    figures = [*recall(texts, readings, show=options.misses)]
    if options.split == "develop" and NOT_PEOPLE.exists():
        figures.append(false_persons(texts, readings, show=options.misses))
    name = "subjects" if options.split == "develop" else "subjects-validation"
    return report(name, figures, write=options.write)


def labelled(split: str) -> Iterable[Labelled]:
    """Yield the isolated units, each as a document of its own, and the whole documents of a split."""
    for number, unit in enumerate(wording_units(split)):  # type: ignore[arg-type]
        label = Label(Span(0, len(unit.text)), unit.level, tuple(unit.categories), unit.target, unit.agent)
        yield Labelled(f"{unit.origin}#{number}", "units", unit.text, (label,))
    yield from documents(split)  # type: ignore[arg-type]


def recall(texts: list[Labelled], readings: list[Reading], *, show: bool) -> Iterable[Figure]:
    """Yield the share of blamed agents that are recognised, in isolated units and in whole documents, each by kind."""
    counts: dict[tuple[str, str], Counter[bool]] = defaultdict(Counter)
    for text, reading in zip(texts, readings, strict=True):
        for label in text.labels:
            if label.level < 1 or label.agent is None:
                continue
            words_of = text.text[label.agent.start : label.agent.end]
            found = is_recognised(reading, whole_word(text.text, label.agent, label.span.end))
            kind = surface_kind(words_of)
            counts["units" if text.kind == "units" else "documents", kind][found] += 1
            if show and not found:
                print(
                    f"missed {kind}: {words_of!r} in {text.text[label.span.start : label.span.end][:160]!r}",
                    file=sys.stderr,
                )
    for form, bar in (("units", 0.90), ("documents", None)):
        seen = {kind: counts[form, kind] for kind in KINDS if counts[form, kind]}
        right, number = sum(row[True] for row in seen.values()), sum(sum(row.values()) for row in seen.values())
        if number:
            yield Figure(f"blamed agents recognised, {form} ({number})", right / number, bar, "at least")
        for kind, row in seen.items():
            yield Figure(f"  {kind} ({sum(row.values())})", row[True] / sum(row.values()))


def whole_word(text: str, agent: Span, end: int) -> Span:
    """Return the first place of the same words that begins and ends with a word."""
    words_of = re.escape(text[agent.start : agent.end])
    found = re.compile(rf"(?<!\w){words_of}(?!\w)").search(text, agent.start, end)
    return Span(*found.span()) if found else agent


def is_recognised(reading: Reading, agent: Span) -> bool:
    """Return whether the head of a labelled range is recognised as a person or group."""
    for parsed in reading.parsed:
        tokens = [token for token in parsed.doc if token.text.strip() and parsed.span(token).overlaps(agent)]
        if tokens:
            return any(parsed.who(token) is not None for token in heads(tokens))
    return False


def heads(tokens: list[Token]) -> list[Token]:
    """Return the tokens of a range whose head lies outside it, the first noun or pronoun before punctuation."""
    inside = {token.i for token in tokens}
    outer = [
        t
        for t in tokens
        if (t.head.i not in inside or t.head == t) and not t.is_punct and t.dep_ not in {"prep", "det"}
    ]
    clauses = [child for t in outer if t.pos_ in {"VERB", "AUX"} for child in t.children if child.dep_ in SUBJECTS]
    return clauses or outer or tokens[-1:]


def surface_kind(text: str) -> str:
    """Return the kind of an agent by its wording alone, for the table."""
    lower = text.lower().strip("`@")
    last = re.split(r"\s+(?:of|who|in|from|at|on|with|that|behind)\s+", lower)[0].split()[-1]
    if text.startswith(("@", "`")):
        return "handle"
    if lower in {
        "we",
        "us",
        "our",
        "ours",
        "i",
        "me",
        "my",
        "our team",
        "our side",
        "my side",
        "yours truly",
        "all of us",
    }:
        return "we or I"
    if lower in {"he", "she", "him", "her", "his", "they", "them", "their", "you", "one", "who", "both", "its", "your"}:
        return "pronoun"
    if re.match(
        r"(?:no|not|none|nobody|no one|some|any|every|whoever|everyone|people|humans|all|someone|neither)", lower
    ):
        return "someone or nobody"
    if last.rstrip("s") in words.load("customers") | {"user"}:
        return "customer"
    if last in words.load("team_nouns") or lower in words.merged("teams", "bare_teams"):
        return "team"
    if last.rstrip("s") in words.load("vendors") or re.search(r"\b(?:GmbH|Inc\.|Ltd)", text):
        return "vendor"
    return (
        "name"
        if text[:1].isupper() and last not in words.load("roles") and not lower.startswith(("the ", "a "))
        else "role"
    )


def false_persons(texts: list[Labelled], readings: list[Reading], *, show: bool) -> Figure:
    """Return the share of listed subjects, none of them people, that are taken for people."""
    listed = [json.loads(line) for line in NOT_PEOPLE.read_text(encoding="utf-8").splitlines()]
    units = {digest(text.text): (text.text, reading) for text, reading in zip(texts, readings, strict=True)}
    listed = [row for row in listed if row["unit"] in units]
    wrong = 0
    for row in listed:
        words_of, reading = units[row["unit"]]
        for parsed, token in subjects(reading):
            if parsed.span(token).start == row["start"] and parsed.who(token) is not None:
                wrong += 1
                if show:
                    print(f"taken for a person: {token.text!r} in {words_of[:160]!r}", file=sys.stderr)
    return Figure(f"subjects that are no people taken for people ({len(listed)})", wrong / len(listed), 0.03)


def digest(text: str) -> str:
    """Return the short hash by which the list of subjects names a unit."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def subjects(reading: Reading) -> Iterable[tuple[ParsedSentence, Token]]:
    """Yield the subjects of a reading, relative pronouns left out."""
    for parsed in reading.parsed:
        for token in parsed.doc:
            if token.dep_ in SUBJECTS and token.lower_ not in {"that", "which", "who", "it", "this", "there"}:
                yield parsed, token


if __name__ == "__main__":
    raise SystemExit(main())
