"""`blameless-lint rules`."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from blameless_lint.surfaces.cli import terminal
from blameless_lint.surfaces.cli.parser import add_choice

if TYPE_CHECKING:
    from blameless_lint.rules.rule import Rule

_FAMILIES = ("wording", "action", "structure")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    add_choice(parser, "--format", ("text", "json"), "how to print the table (default: text)")


def run(options: argparse.Namespace) -> int:
    """Print the table of rules."""
    from blameless_lint.lint.catalogue import all_rules

    known = sorted(all_rules().values(), key=lambda rule: (_FAMILIES.index(rule.family), rule.category, rule.name))
    terminal.write(_json(known) if options.format == "json" else _table(known), None)
    return 0


def _table(known: list[Rule]) -> str:
    name = max(len(rule.name) for rule in known)
    category = max(len(rule.category) for rule in known if rule.category != rule.name) if known else 0
    lines: list[str] = []
    family = ""
    for rule in known:
        if rule.family != family:
            family = rule.family
            lines.append(f"{'' if not lines else chr(10)}{family}")
        shown = "" if rule.category == rule.name else rule.category
        off = "" if rule.default else " (off by default)"
        lines.append(f"  {rule.name:{name}}  {shown:{category}}  {rule.severity:7}  {rule.summary}{off}")
    return "\n".join(lines) + "\n"


def _json(known: list[Rule]) -> str:
    import json

    entries = [
        {
            "name": rule.name,
            "family": rule.family,
            "category": rule.category,
            "severity": rule.severity,
            "default": rule.default,
            "summary": rule.summary,
            "why": rule.why,
            "instead": rule.instead,
            "source": rule.source,
        }
        for rule in known
    ]
    return json.dumps(entries, indent=2, ensure_ascii=False) + "\n"
