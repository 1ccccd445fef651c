"""The unified patch between texts, as `git apply` and `patch -p1` read it."""

from __future__ import annotations

from difflib import unified_diff

from blameless_lint.text.expression import expression

_LINE = expression(r"[^\n]*\n|[^\n]+\Z")


def patch(path: str, before: str, after: str) -> str:
    """Return the patch that makes one text of another, or nothing where they are the same."""
    name = path.lstrip("/").removeprefix("./")
    end = "\t" if " " in name else ""
    lines = unified_diff(_LINE.findall(before), _LINE.findall(after), f"a/{name}{end}", f"b/{name}{end}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
