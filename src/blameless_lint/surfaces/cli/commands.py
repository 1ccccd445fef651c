"""The table of commands: a new one is a line here and a module with `arguments` and `run`, or `register` for typer."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

from blameless_lint.surfaces.cli.parser import PROGRAM, Formatter, Parser, hint

COMMANDS = {
    "check": "Check post-mortems; exits with 0 (clean), 1 (findings) or 2 (a path could not be checked).",
    "actions": "List the action items with their owners, dates, tickets and SMART marks.",
    "explain": "Explain a rule: what it flags, why, what to write instead, its source, and examples.",
    "rules": "List all rules with their category, severity and summary.",
    "config": "Print the configuration in force for a path, as TOML, and where each value comes from.",
    "train": "Train the models from labelled texts (needs the extra `train`).",
    "evaluate": "Measure the linter and its models on labelled documents (needs the extra `train`).",
}
ABOUT = "Find wording in post-mortems that puts the failure on people, and follow-up actions too vague to be done."


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command that arguments name and return its exit code; by default those of the process."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or words[0] in ("-h", "--help"):
        sys.stdout.write(_help())
        return 0 if words else 2
    if words[0] in ("-V", "--version"):
        from blameless_lint import __version__

        sys.stdout.write(f"{PROGRAM} {__version__}\n")
        return 0
    name = words[0]
    if name not in COMMANDS:
        kind = "option" if name.startswith("-") else "command"
        sys.stderr.write(f"{PROGRAM}: there is no {kind} {name}{hint(name, (*COMMANDS, '--help', '--version'))}\n")
        sys.stderr.write(f"run `{PROGRAM} --help` to see the commands\n")
        return 2
    module = import_module(f"{__package__}.{name}")
    if hasattr(module, "register"):
        return _with_typer(module, words)
    parser = Parser(
        prog=f"{PROGRAM} {name}",
        description=COMMANDS[name],
        formatter_class=Formatter,
        allow_abbrev=False,
    )
    module.arguments(parser)
    return int(module.run(parser.read(words[1:])))


def _with_typer(module: ModuleType, words: Sequence[str]) -> int:
    """Run a command that is written for typer: those whose work takes minutes, where its start-up does not count."""
    import typer

    app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
    app.callback()(lambda: None)
    module.register(app)
    app(list(words), prog_name=PROGRAM)
    return 0


def _help() -> str:
    width = max(map(len, COMMANDS))
    listed = "\n".join(f"  {name:{width}}  {text}" for name, text in COMMANDS.items())
    return f"""usage: {PROGRAM} COMMAND [ARGUMENTS]

{ABOUT}

commands:
{listed}

options:
  -h, --help     Print this, or with a command, its arguments.
  -V, --version  Print the version.
"""
