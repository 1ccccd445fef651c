"""What the command line needs of the terminal: colour, pipes, messages, a progress bar, files written whole."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn, TextIO

FAILED = 2
INTERRUPTED = 130
_PATIENCE = 1.0  # seconds before a progress bar appears
_BAR = 24
_TRACEBACK = "BLAMELESS_LINT_TRACEBACK"
_TRAINING = frozenset({"torch", "sklearn", "scipy", "datasets", "safetensors", "onnx", "onnxscript", "matplotlib"})
"""What only the extra `train` installs."""


def let_pipes_close() -> None:
    """Let the process end quietly when the reader of its output has closed the pipe."""
    import signal

    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def has_colour(stream: TextIO, *, refused: bool = False) -> bool:
    """Return whether to colour what is written to a stream: NO_COLOR, then FORCE_COLOR, then the terminal decide."""
    if refused or os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def fail(message: str) -> NoReturn:
    """Print a message to standard error and exit with 2."""
    for line in message.splitlines():
        print(f"blameless-lint: {line}", file=sys.stderr)  # noqa: T201
    raise SystemExit(FAILED)


@contextmanager
def guarded() -> Iterator[None]:
    """Turn what a user can mend, and an interruption, into a message and an exit code instead of a traceback."""
    try:
        yield
    except KeyboardInterrupt:
        print("\nblameless-lint: interrupted", file=sys.stderr)  # noqa: T201
        raise SystemExit(INTERRUPTED) from None
    except Exception as error:
        message = _message(error)
        if message is None:
            raise
        fail(message)


def _message(error: Exception) -> str | None:
    from blameless_lint.language.pipeline import ModelError
    from blameless_lint.lint.settings import ConfigError
    from blameless_lint.training.schema import BrokenRowError

    if isinstance(error, (ConfigError, ModelError, BrokenRowError)):
        return str(error)
    if isinstance(error, ModuleNotFoundError) and (error.name or "").partition(".")[0] in _TRAINING:
        return f"{error.name} is not installed: pip install 'blameless-lint[train]'"
    if isinstance(error, OSError):
        return f"{error.filename}: {error.strerror}" if error.filename else str(error)
    if os.environ.get(_TRACEBACK):
        return None
    return f"internal error: {type(error).__name__}: {error} (set {_TRACEBACK}=1 to see where)"


def write(text: str | Iterable[str], output: Path | None) -> None:
    """Write a text, or its pieces as they are made, to standard output, or to a file that is replaced as a whole.

    A device, a named pipe and a folder are never replaced: they are opened as they are, and what fails there is said.
    """
    pieces = (text,) if isinstance(text, str) else text
    if output is None:
        sys.stdout.writelines(pieces)
        sys.stdout.flush()
        return
    target = output.resolve() if output.is_symlink() else output
    if target.exists() and not target.is_file():
        _fill(output, pieces, output)
        return
    draft = target.with_name(f".{target.name[:60]}.{os.getpid()}.tmp")
    try:
        _fill(draft, pieces, output)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def _fill(file: Path, pieces: Iterable[str], output: Path) -> None:
    """Write the pieces to a file; what fails names the output that was asked for."""
    try:
        with file.open("w", encoding="utf-8", newline="") as stream:
            stream.writelines(pieces)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(output)) from error


class ProgressBar:
    """A bar on standard error: only on a terminal, only when the work takes longer than a second."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._on = sys.stderr.isatty()
        self._shown = False

    def __call__(self, done: int, total: int) -> None:
        """Show that `done` of `total` files were read."""
        if self._on and total > 1 and time.monotonic() - self._began > _PATIENCE:
            filled = _BAR * done // total
            sys.stderr.write(f"\r{'━' * filled}{'─' * (_BAR - filled)} {done}/{total} files")
            sys.stderr.flush()
            self._shown = True

    def close(self) -> None:
        """Take the bar away."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
