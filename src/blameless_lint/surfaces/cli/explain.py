"""`blameless-lint explain`."""

from __future__ import annotations

import argparse
import sys
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.surfaces.cli import terminal

if TYPE_CHECKING:
    from blameless_lint.rules.rule import Example, Rule


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    parser.add_argument("rule", metavar="RULE", help="the name of a rule, or of a category")


def run(options: argparse.Namespace) -> int:
    """Print the page of a rule, or of all rules of a category."""
    from blameless_lint.lint.catalogue import all_rules, canonical, closest

    name = canonical(options.rule)
    found = [known for known in all_rules().values() if name in (known.name, known.category)]
    if not found:
        terminal.fail(f"there is no rule “{options.rule}”{closest(name)}\nrun `blameless-lint rules` to see them all")
    bold = ("\x1b[1m", "\x1b[0m") if terminal.has_colour(sys.stdout) else ("", "")
    terminal.write("\n".join(line for known in found for line in _page(known, bold)), None)
    return 0


def _page(rule: Rule, bold: tuple[str, str]) -> Iterator[str]:
    on, off = bold
    title = rule.name if rule.category == rule.name else f"{rule.name} ({rule.category})"
    yield f"{on}{title}{off}: {rule.severity}"
    yield ""
    for text in (rule.summary, rule.why, rule.instead, f"Source: {rule.source}"):
        yield textwrap.fill(text, 88)
        yield ""
    flagged = [example for example in rule.examples if example.flags]
    clean = [example for example in rule.examples if not example.flags]
    for heading, examples in (("Flagged", flagged), ("Not flagged", clean)):
        if examples:
            yield f"{on}{heading}{off}"
            for example in examples:
                yield from _example(example, rule)
            yield ""


def _example(example: Example, rule: Rule) -> Iterator[str]:
    where = f" [under “{example.section}”]" if example.section else ""
    level = f" [{example.level}]" if example.level and example.level != rule.severity else ""
    text = " ".join(example.text.split())
    yield textwrap.fill(f"{text}{where}{level}", 88, initial_indent="  ", subsequent_indent="  ")
    if example.becomes:
        yield textwrap.fill(f"→ {example.becomes}", 88, initial_indent="    ", subsequent_indent="      ")
