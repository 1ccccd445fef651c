"""Find wording in post-mortems that puts the failure on people, and follow-up actions too vague to be done.

>>> import blameless_lint
>>> report = blameless_lint.lint("The queue filled because the consumer lost its lease.")
>>> len(report.findings)
0
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import blameless_lint.lint  # noqa: F401 - the floor comes first, so that the function of the same name below is what users get

if TYPE_CHECKING:
    import os

    from blameless_lint.lint.config import Config
    from blameless_lint.lint.finding import Finding, Report
    from blameless_lint.lint.linter import Linter
    from blameless_lint.rules.rule import Rule

__version__ = "0.1.0"
__all__ = ["Config", "Finding", "Linter", "Report", "Rule", "__version__", "lint", "lint_file"]

_HOMES = {
    "Config": "lint.config",
    "Finding": "lint.finding",
    "Linter": "lint.linter",
    "Report": "lint.finding",
    "Rule": "rules.rule",
}


def lint(text: str, *, path: str = "<text>", **overrides: Any) -> Report:
    """Return what is found in a text; `overrides` are keys of the configuration, and no file is looked for.

    The path decides whether the text is read as Markdown or as plain text; raises ConfigError for a wrong key.

    >>> from blameless_lint import lint
    >>> report = lint("The health check failed to fire.", select=["omission"])
    >>> report.summary.error
    0
    """
    from blameless_lint.lint.config import make
    from blameless_lint.lint.linter import Linter

    return Linter(make(overrides, origin="lint()")).lint(text, path=path)


def lint_file(path: str | os.PathLike[str], **overrides: Any) -> Report:
    """Return what is found in a file, under the configuration found from its folder upwards; raises Unreadable.

    >>> import pathlib, tempfile
    >>> from blameless_lint import lint_file
    >>> file = pathlib.Path(tempfile.mkdtemp(), "draft.md")
    >>> _ = file.write_text("# Summary")
    >>> lint_file(file).summary.files
    1
    """
    from blameless_lint.lint.linter import Linter

    return Linter(overrides=overrides).lint_file(path)


def __getattr__(name: str) -> Any:
    """Import a public name on first use, so that `import blameless_lint` stays cheap (PEP 562)."""
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
