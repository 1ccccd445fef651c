"""What to say of our own errors: a rule that broke on a text, or anything else that did."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from blameless_lint.lint.settings import ConfigError

SEARCH = "the search for action items"
CHECK = "the check of this file"


class RuleError(RuntimeError):
    """A rule that broke on a text; the message names the rule and the error."""

    def __init__(self, rule: str, path: str, said: str) -> None:
        super().__init__(rule, path, said)  # all of them, so that another process can hand the error over
        self.rule = rule
        self.path = path
        self.said = said

    def __str__(self) -> str:
        return f"the rule {self.rule} failed: {self.said}"


class FileError(RuntimeError):
    """A part of the work, other than a rule, that broke on a text; the message names the part and the error."""

    def __init__(self, part: str, path: str, said: str) -> None:
        super().__init__(part, path, said)
        self.part = part
        self.path = path
        self.said = said

    def __str__(self) -> str:
        return f"{self.part} failed: {self.said}"


@contextmanager
def named(part: str, path: str) -> Iterator[None]:
    """Raise FileError where a part of the work breaks on the text of a path.

    What is wrong with the installation or the configuration would break on every text, and is raised as it is.
    """
    try:
        yield
    except Exception as error:
        from blameless_lint.language.pipeline import ModelError

        if isinstance(error, (ModelError, ConfigError, ImportError, FileError)):
            raise
        raise FileError(part, path, told(error)) from error


def told(error: Exception) -> str:
    """Return the kind of an error and what it says."""
    return f"{type(error).__name__}: {error}"
