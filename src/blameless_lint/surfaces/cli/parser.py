"""A parser of arguments that says what was probably meant."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from typing import NoReturn

PROGRAM = "blameless-lint"


def hint(word: str, known: Iterable[str]) -> str:
    """Return "; did you mean …?" for the nearest word, or nothing where none is near."""
    import difflib

    near = difflib.get_close_matches(word, list(known), n=1)
    return f"; did you mean “{near[0]}”?" if near else ""


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Lays help out as wide as the terminal; argparse asks for the width with what also packs archives."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    try:
        return int(os.environ.get("COLUMNS", "")) or 80
    except ValueError:
        pass
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns if sys.__stdout__ else 80
    except (OSError, ValueError):
        return 80


class Parser(argparse.ArgumentParser):
    """An argument parser for one command: options and paths in any order, and unknown options with "did you mean"."""

    def read(self, arguments: Sequence[str]) -> argparse.Namespace:
        """Return the values of arguments; exits with 2 where they are wrong."""
        if not {"-h", "--help"} & set(arguments):
            self.usage = self.prog  # argparse would lay it out for messages of its own, and `error` shows none
        options, unknown = self.parse_known_intermixed_args(arguments)
        for word in unknown:
            known = [name for action in self._actions for name in action.option_strings]
            self.error(f"there is no option {word}{hint(word.split('=', 1)[0], known)}")
        return options

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and where help is; exits with 2."""
        sys.stderr.write(f"{PROGRAM}: {message}\nrun `{self.prog} --help` to see how it is called\n")
        raise SystemExit(2)


def add_choice(parser: argparse.ArgumentParser, flag: str, choices: Sequence[str], text: str) -> None:
    """Add an option that takes one of a few words."""
    parser.add_argument(flag, type=_one_of(choices), metavar="|".join(choices), help=text)


class _one_of:  # noqa: N801
    """Reads one of a few words; argparse shows the name of this in no message."""

    def __init__(self, choices: Sequence[str]) -> None:
        self.choices = choices

    def __call__(self, word: str) -> str:
        if word not in self.choices:
            said = f"“{word}” is none of {', '.join(self.choices)}{hint(word, self.choices)}"
            raise argparse.ArgumentTypeError(said)
        return word
