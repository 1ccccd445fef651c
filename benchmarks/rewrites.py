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
from pathlib import Path
from typing import Any

from blameless_lint.language.lead import lead
from blameless_lint.language.parse import parse_all
from blameless_lint.language.people.agent import identify
from blameless_lint.language.people.cast import Cast
from blameless_lint.rewrite.draft import Draft
from blameless_lint.rewrite.inflect import lemmas
from blameless_lint.rewrite.request import Request
from blameless_lint.rewrite.rewriter import rewrite
from blameless_lint.text.sentences import split
from blameless_lint.text.source import Span

DATA = Path(__file__).parent.parent / "data"
PARTS = {
    "develop": [
        *(f"wording/{name}" for name in ("wording-1", "wording-2", "added-1", "added-2")),
        *(f"documents/set-{name}/labels" for name in "abcdghij"),
    ],
    "documents": [f"documents/set-{name}/labels" for name in "abcd"],
    "units": ["wording/wording-1", "wording/wording-2"],
    "validate": ["wording/wording-3", "documents/set-e/labels"],
    "test": ["documents/set-f/labels"],
    "fresh": [f"documents/set-{name}/labels" for name in "rstuvwxy"],
}
CODE = re.compile(r"`([^`]+)`")
NOBODY_KNOWN = Cast()
GRADES = ("acceptable", "small edit", "wrong")
Pair = tuple[dict[str, Any], Request, tuple[Draft, ...]]


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


def folder_rows(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield a row for each wording finding above info in the texts of a folder: its line, and what is suggested."""
    from blameless_lint import lint_file

    for path in sorted([*folder.rglob("*.md"), *folder.rglob("*.txt")]):
        text = path.read_text(errors="replace").splitlines()
        for found in lint_file(path).findings:
            if found.family != "wording" or found.severity == "info":
                continue
            best = found.suggestions[0]
            yield {
                "id": f"{path.stem}-{found.start.line}-{found.start.column}", "part": "folder",
                "category": found.category,
                "sentence": " ".join(text[found.start.line - 1 : found.end.line]), "target": found.excerpt,
                "rewrite": best.text, "applicability": best.applicability,
            }  # fmt: skip


def offered(found: list[dict[str, Any]], *, clean: bool) -> tuple[list[Pair], float]:
    """Return the units with their requests and drafts, and the seconds of the processor that the drafts took.

    What is proposed is read by the linter in batches, as it is for the findings of a document.
    """
    lemmas("warm")
    made = list(requests(found))
    begin = time.process_time()
    if clean:
        from blameless_lint.lint.suggest import in_batches

        drafts = in_batches({place: request for place, (_, request) in enumerate(made)})
    else:
        drafts = {place: rewrite(request) for place, (_, request) in enumerate(made)}
    seconds = time.process_time() - begin
    pairs = [(unit, request, drafts[place]) for place, (unit, request) in enumerate(made)]
    return pairs, seconds


def rewritten(request: Request, best: Draft) -> str:
    """Return the sentence with a draft in it."""
    return request.doc.text[: best.start] + best.text + request.doc.text[best.end :]


def unit_rows(level: int, *parts: str) -> Iterator[dict[str, Any]]:
    """Yield a row for each unit of some parts, with what is suggested."""
    for part in parts:
        pairs, _ = offered(list(units(part, level)), clean=True)
        for place, (unit, request, drafts) in enumerate(pairs):
            yield {
                "id": f"{part}-{place}", "part": part, "category": unit["categories"][0],
                "sentence": request.doc.text, "target": unit["target"],
                "rewrite": rewritten(request, drafts[0]), "applicability": drafts[0].applicability,
            }  # fmt: skip


def sheet(rows: list[dict[str, Any]], number: int, seed: int) -> Iterator[str]:
    """Yield a line of JSON for each of a number of rows that hold a rewrite, drawn by chance."""
    offered_rows = [row for row in rows if row["applicability"] != "question"]
    random.Random(seed).shuffle(offered_rows)
    for row in offered_rows[:number]:
        yield json.dumps({**row, "seed": seed}, ensure_ascii=False)


def graded(file: Path) -> str:
    """Return the share of each grade of a sheet whose rows hold a "grade": acceptable, small edit, wrong.

    Raises ValueError where a row has another grade or none.
    """
    rows = [json.loads(line) for line in file.read_text().splitlines() if line.strip()]
    count = Counter(str(row.get("grade", "")) for row in rows)
    if not rows or set(count) - set(GRADES):
        raise ValueError(f"{file}: every row needs a grade of {', '.join(GRADES)}")
    lines = [f"{len(rows)} rewrites graded"]
    lines += [f"{grade}: {count[grade]} ({count[grade] / len(rows):.1%})" for grade in GRADES]
    return "\n".join(lines)


def report(part: str, level: int, pairs: list[Pair], seconds: float) -> str:
    """Return the coverage, how much of it only asks, the time a finding, the counts by name and category."""
    count = Counter(drafts[0].name for _, _, drafts in pairs)
    with_rewrite = [unit for unit, _, drafts in pairs if drafts[0].applicability != "question"]
    by_category = Counter(unit["categories"][0] for unit, _, _ in pairs)
    covered = Counter(unit["categories"][0] for unit in with_rewrite)
    return "\n".join(
        [
            f"{part}: {len(pairs)} units of level {level}",
            (
                f"a rewrite for {len(with_rewrite) / len(pairs):.1%}, of which {count['bare'] / len(pairs):.1%} "
                "put one open prompt in the place of mere blame"
            ),
            f"{1000 * seconds / len(pairs):.1f} ms of the processor a finding; {dict(count.most_common())}",
            str({name: f"{covered[name]}/{total}" for name, total in by_category.most_common()}),
        ]
    )


def main() -> None:
    """Print the coverage, the time a finding and a sample of pairs; or a sheet to grade, or the figures of one."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--part", choices=PARTS, default="develop")
    arguments.add_argument("--level", type=int, default=2)
    arguments.add_argument("--show", type=int, default=0)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--clean", action="store_true", help="offer only what the linter's rules find clean")
    arguments.add_argument("--only", default="", help="all, or the name of a transformation, or question")
    arguments.add_argument("--sheet", type=int, default=0, help="print so many rows to grade, of validate and test")
    arguments.add_argument("--grades", type=Path, help="a graded sheet, whose shares are printed")
    arguments.add_argument("--folder", type=Path, help="labelled texts elsewhere, in the place of a part")
    options = arguments.parse_args()
    if options.grades:
        print(graded(options.grades))
        return
    rows = list(folder_rows(options.folder)) if options.folder else []
    if options.sheet:
        parts = ("validate", "test") if options.part == "develop" else (options.part,)
        print("\n".join(sheet(rows or list(unit_rows(options.level, *parts)), options.sheet, options.seed)))
        return
    if options.folder:
        with_rewrite = sum(row["applicability"] != "question" for row in rows)
        print(f"{options.folder}: {len(rows)} findings, a rewrite for {with_rewrite / max(1, len(rows)):.1%}")
        return
    pairs, seconds = offered(list(units(options.part, options.level)), clean=options.clean)
    print(report(options.part, options.level, pairs, seconds))
    random.Random(options.seed).shuffle(pairs)
    wanted = [
        pair
        for pair in pairs
        if options.only in {"", pair[2][0].name} and (options.only or pair[2][0].applicability != "question")
    ]
    for unit, request, drafts in wanted[: options.show]:
        best = drafts[0]
        text = rewritten(request, best) if best.applicability != "question" else best.text
        print(f"\n{unit['categories'][0][:8]} {best.name}\n  - {request.doc.text}\n  + {text}")
        if options.only == "question":
            print(f"    target: {unit['target']} | agent: {unit['agent']}")


if __name__ == "__main__":
    main()
