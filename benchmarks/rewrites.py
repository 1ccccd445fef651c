"""How often a rewrite can be offered, and pairs to read: `python benchmarks/rewrites.py --part develop --show 50`.

The gold target and agent are handed in, so that only the rewriting floor is measured.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from blameless_lint.language.lead import lead
from blameless_lint.language.parse import parse_all
from blameless_lint.language.people.agent import identify
from blameless_lint.language.people.cast import Cast
from blameless_lint.rewrite.inflect import lemmas
from blameless_lint.rewrite.request import Request
from blameless_lint.rewrite.rewriter import rewrite
from blameless_lint.text.sentences import split
from blameless_lint.text.source import Span

DATA = Path(__file__).parent.parent / "data"
PARTS = {
    "develop": ["wording/wording-1", "wording/wording-2", *(f"documents/set-{name}/labels" for name in "abcd")],
    "documents": [f"documents/set-{name}/labels" for name in "abcd"],
    "units": ["wording/wording-1", "wording/wording-2"],
    "validate": ["wording/wording-3", "documents/set-e/labels"],
    "test": ["documents/set-f/labels"],
}
CODE = re.compile(r"`([^`]+)`")
NOBODY_KNOWN = Cast()


def units(part: str, level: int) -> Iterator[dict[str, Any]]:
    """Yield the labelled units of a level that name their target."""
    for name in PARTS[part]:
        for line in (DATA / f"{name}.jsonl").read_text().splitlines():
            unit = json.loads(line)
            if unit.get("level") == level and unit.get("target"):
                yield unit


def sentence_of(unit: dict[str, Any]) -> tuple[str, str]:
    """Return the sentence of the unit that holds the target, without what leads it, and the target within it."""
    text = re.sub(r"^\s*(?:#+|>|[-*])\s+", "", unit["text"]).replace("*", "")
    target = unit["target"].replace("*", "")
    start = max(0, text.find(target))
    sentence = next((text[span.start : span.end] for span in split(text) if span.start <= start < span.end), text)
    if " | " in sentence:
        sentence = next((cell for cell in sentence.split(" | ") if target[:20] in cell), sentence)
    shift, _ = lead(sentence)
    return sentence[shift:], target


def plain(text: str) -> tuple[str, list[Span]]:
    """Return a text without the marks of its code, and where the code is."""
    said, spans, last = "", [], 0
    for found in CODE.finditer(text):
        said += text[last : found.start()]
        spans.append(Span(len(said), len(said) + len(found[1])))
        said += found[1]
        last = found.end()
    return said + text[last:], spans


def requests(found: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], Request]]:
    """Yield each unit with its request."""
    prepared = [sentence_of(unit) for unit in found]
    docs = parse_all([plain(sentence) for sentence, _ in prepared])
    for unit, (_, target), doc in zip(found, prepared, docs, strict=True):
        place = _range(doc, plain(target)[0]) or (0, len(doc))
        agent = _range(doc, plain(unit["agent"])[0], place[0]) if unit["agent"] else None
        people = set(range(*agent)) if agent else set()
        yield unit, Request(
            doc, place, agent, unit["categories"][0], unit.get("register"),
            lambda token, people=people: token.i in people or identify(token, NOBODY_KNOWN) is not None,
        )  # fmt: skip


def _range(doc: Any, text: str, near: int = 0) -> tuple[int, int] | None:
    places = [found.start() for found in re.finditer(re.escape(text), doc.text)]
    if not places:
        return None
    start = min(places, key=lambda place: abs(place - doc[near].idx))
    span = doc.char_span(start, start + len(text), alignment_mode="expand")
    return (span.start, span.end) if span is not None else None


def main() -> None:
    """Print the coverage, the time a finding and a sample of pairs."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--part", choices=PARTS, default="develop")
    arguments.add_argument("--level", type=int, default=2)
    arguments.add_argument("--show", type=int, default=0)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--clean", action="store_true", help="offer only what the linter's rules find clean")
    arguments.add_argument("--only", default="", help="all, or the name of a transformation, or question")
    options = arguments.parse_args()
    found = list(units(options.part, options.level))
    pairs, seconds = [], 0.0
    lemmas("warm")
    for unit, request in requests(found):
        if options.clean:
            from blameless_lint.lint.suggest import is_clean

            request = replace(request, is_clean=is_clean)
        begin = time.perf_counter()
        drafts = rewrite(request)
        seconds += time.perf_counter() - begin
        pairs.append((unit, request, drafts))
    count = Counter(drafts[0].name for _, _, drafts in pairs)
    offered = sum(drafts[0].applicability != "question" for _, _, drafts in pairs)
    print(f"{options.part}: {len(pairs)} units of level {options.level}, a rewrite for {offered / len(pairs):.1%}")
    print(f"{1000 * seconds / len(pairs):.1f} ms a finding;", dict(count.most_common()))
    by_category = Counter(unit["categories"][0] for unit, _, _ in pairs)
    with_rewrite = Counter(unit["categories"][0] for unit, _, drafts in pairs if drafts[0].applicability != "question")
    print({name: f"{with_rewrite[name]}/{total}" for name, total in by_category.most_common()})
    random.Random(options.seed).shuffle(pairs)
    wanted = [
        pair
        for pair in pairs
        if options.only in {"", pair[2][0].name} and (options.only or pair[2][0].name != "question")
    ]
    for unit, request, drafts in wanted[: options.show]:
        best = drafts[0]
        text = (
            request.doc.text[: best.start] + best.text + request.doc.text[best.end :]
            if best.name != "question"
            else best.text
        )
        print(f"\n{unit['categories'][0][:8]} {best.name}\n  - {request.doc.text}\n  + {text}")
        if options.only == "question":
            print(f"    target: {unit['target']} | agent: {unit['agent']}")


if __name__ == "__main__":
    main()
