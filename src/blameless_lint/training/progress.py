"""How training says how far it is: a bar on a terminal, lines in a log, or nothing."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTH = 30
EVERY = 20.0


@dataclass(frozen=True)
class Progress:
    """Where to tell of progress; None tells nobody."""

    stream: TextIO | None = None

    def note(self, line: str) -> None:
        """Write a line."""
        if self.stream is not None:
            self.stream.write(("\r\033[K" if self.stream.isatty() else "") + line + "\n")
            self.stream.flush()

    def steps(self, rows: Iterator[Any], total: int, epoch: int) -> Iterator[Any]:
        """Yield rows, telling how many of the total are done."""
        started = last = time.monotonic()
        for number, row in enumerate(rows, 1):
            yield row
            now = time.monotonic()
            terminal = self.stream is not None and self.stream.isatty()
            if self.stream is not None and now - last >= (0.2 if terminal else EVERY):
                last = now
                left = (now - started) / number * (total - number)
                text = f"epoch {epoch + 1}  {_bar(number, total)} {number}/{total}, {left:.0f} s left"
                self.stream.write(f"\r\033[K{text}" if terminal else text + "\n")
                self.stream.flush()


def _bar(number: int, total: int) -> str:
    done = WIDTH * number // max(1, total)
    return "█" * done + "·" * (WIDTH - done)


silent = Progress()


def on_stderr() -> Progress:
    """Return progress that is told on standard error."""
    return Progress(sys.stderr)
