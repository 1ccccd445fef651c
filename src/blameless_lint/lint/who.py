"""Who the configuration names, and where it says so, whom the repository names."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from blameless_lint.language.people.roster import Roster
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from blameless_lint.lint.settings import Settings

_OWNERS = ("CODEOWNERS", ".github/CODEOWNERS", ".gitlab/CODEOWNERS", "docs/CODEOWNERS")
_HANDLE = expression(r"(?<!\S)@([\w.-]+(?:/[\w.-]+)?)")


def roster_of(config: Settings, root: Path) -> Roster:
    """Return the people, teams and systems that a configuration names, with the repository's where it trusts them."""
    people, teams = config.people, config.teams
    if config.trust_codeowners:
        owners, groups = _codeowners(root)
        people, teams = (*people, *owners), (*teams, *groups)
    if config.trust_git_authors:
        people = (*people, *_git_authors(root))
    return Roster(people=tuple(dict.fromkeys(people)), teams=tuple(dict.fromkeys(teams)), systems=config.systems)


@lru_cache(maxsize=8)
def _codeowners(root: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the handles and the teams of the first CODEOWNERS file."""
    for name in _OWNERS:
        try:
            text = (root / name).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        lines = [line.split("#", 1)[0] for line in text.splitlines()]
        handles = [handle for line in lines for handle in _HANDLE.findall(line)]
        people = tuple(handle for handle in handles if "/" not in handle)
        return people, tuple(handle.rpartition("/")[2] for handle in handles if "/" in handle)
    return (), ()


@lru_cache(maxsize=8)
def _git_authors(root: Path) -> tuple[str, ...]:
    """Return the names of the authors of the repository; none where there is no Git or no repository."""
    import subprocess

    command = ["git", "-C", str(root), "log", "--format=%aN"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=20, check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return ()
    return tuple(dict.fromkeys(line.strip() for line in done.stdout.splitlines() if line.strip()))
