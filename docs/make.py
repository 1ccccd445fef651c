"""Make the generated pages: docs/rules.md from the rules, docs/check.svg from a real run on a shipped example.

python docs/make.py            write what is not current
python docs/make.py --check    write nothing; name what is not current, and end with code 1 if there is anything
"""

from __future__ import annotations

import argparse
import html
import io
import os
import pty
import re
import subprocess
import sys
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from blameless_lint.rules.registry import rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from blameless_lint.rules.rule import Example, Rule

ROOT = Path(__file__).parent.parent
SHOWN = "examples/checkout-outage.md"
COLUMNS = 108
LINES = 46
FAMILIES = {"wording": "Wording", "action": "Actions", "structure": "Structure"}


def pages() -> dict[Path, str]:
    """Return the text of every generated page by its path, from the repository's root."""
    return {Path("docs/rules.md"): rules_page(), Path("docs/check.svg"): picture()}


def rules_page() -> str:
    """Return docs/rules.md: a table of all rules, then one entry a rule."""
    return "\n".join(_rules_page()).rstrip() + "\n"


def _rules_page() -> Iterator[str]:
    found = list(rules().values())
    yield "# Rules\n"
    yield "<!-- blameless-lint: off-file -- the page names what the rules flag -->\n"
    yield "This page is made from the rules by `python docs/make.py`. `blameless-lint explain RULE` prints an entry.\n"
    for family, members in groupby(found, key=lambda rule: rule.family):
        yield f"## {FAMILIES[family]}\n"
        listed = list(members)
        yield "| Rule | Severity | Flags |"
        yield "| --- | --- | --- |"
        for rule in listed:
            summary = rule.summary.replace("|", "\\|")
            yield f"| [`{rule.name}`](#{rule.name}) | {_severity(rule)} | {summary} |"
        yield ""
        for rule in listed:
            yield from _entry(rule)


def _entry(rule: Rule) -> Iterator[str]:
    yield f"### {rule.name}\n"
    yield f"{rule.summary}\n"
    category = f" · category {rule.category}" if rule.family == "wording" else ""
    yield f"Severity: {_severity(rule)}{category}\n"
    yield f"{rule.why}\n"
    yield f"{rule.instead}\n"
    flagged = [example for example in rule.examples if example.flags]
    clean = [example for example in rule.examples if not example.flags]
    for title, listed in (("Flagged", flagged), ("Not flagged", clean)):
        if listed:
            yield f"{title}:\n"
            yield "```text"
            for example in listed:
                yield from _lines(example)
            yield "```\n"
    yield f"Source: {rule.source}\n"


def _lines(example: Example) -> Iterator[str]:
    where = f"   (under “{example.section}”)" if example.section else ""
    level = f"   [{example.level}]" if example.level else ""
    yield f"{example.text.strip()}{where}{level}"
    if example.becomes:
        yield f"  → {example.becomes}"


def _severity(rule: Rule) -> str:
    return rule.severity if rule.default else f"{rule.severity}, off by default"


def picture() -> str:
    """Return an SVG of what `check` prints on a terminal for a shipped example: the first lines and the last ones."""
    from rich.console import Console
    from rich.text import Text

    lines = _on_terminal([sys.executable, "-m", "blameless_lint", "check", SHOWN, "--model", "linear"]).splitlines()
    head = [f"\x1b[1m$ blameless-lint check {SHOWN}\x1b[0m", ""]
    if len(lines) > LINES:
        cut = next(number for number in range(LINES, 0, -1) if not lines[number].strip())
        lines = [*lines[:cut], "", "\x1b[2m…\x1b[0m", "", *lines[-2:]]
    shown = [Text.from_ansi(line) for line in head + lines]
    width = max(line.cell_len for line in shown)
    console = Console(record=True, width=width, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    for line in shown:
        console.print(line)
    svg = console.export_svg(title="blameless-lint", unique_id="check")
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)  # no font is fetched from elsewhere
    return svg.replace("Fira Code, ", "ui-monospace, Menlo, Consolas, ")


def _on_terminal(command: list[str]) -> str:
    """Run a command on a terminal of its own and return what it printed, with its colours."""
    ours, theirs = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    environment |= {"COLUMNS": str(COLUMNS), "TERM": "xterm-256color"}
    process = subprocess.Popen(command, stdout=theirs, stderr=subprocess.PIPE, cwd=ROOT, env=environment)
    os.close(theirs)
    printed = b""
    while chunk := _chunk(ours):
        printed += chunk
    os.close(ours)
    errors = process.communicate()[1]
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}: {errors.decode()}")
    return printed.decode().replace("\r\n", "\n")


def _chunk(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError:  # Linux raises EIO where the other side was closed
        return b""


def main() -> int:
    """Write the pages that are not current, or only name them; return the exit code."""
    parser = argparse.ArgumentParser(description="Make the generated pages.")
    parser.add_argument("--check", action="store_true", help="write nothing")
    options = parser.parse_args()
    found = stale()
    for path, text in found.items():
        if not options.check:
            (ROOT / path).write_text(text, encoding="utf-8")
        print(f"{path} {'is not current' if options.check else 'written'}")
    return 1 if options.check and found else 0


def stale() -> dict[Path, str]:
    """Return the pages that are not current; of a picture only the words count, since rich may draw it otherwise."""
    return {path: text for path, text in pages().items() if _words(path, _current(path)) != _words(path, text)}


def _current(path: Path) -> str:
    target = ROOT / path
    return target.read_text(encoding="utf-8") if target.exists() else ""


def _words(path: Path, text: str) -> str:
    if path.suffix != ".svg":
        return text
    drawn = re.findall(r"<text[^>]*>(.*?)</text>", text, flags=re.DOTALL)
    return " ".join(html.unescape(" ".join(drawn)).split())


if __name__ == "__main__":
    sys.exit(main())
