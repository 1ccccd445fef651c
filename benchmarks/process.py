"""Run a command and measure it: seconds on the clock, seconds of CPU, peak memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

CHECK = (sys.executable, "-m", "blameless_lint", "check")


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took: `seconds` on the clock, `cpu` seconds, `peak` resident memory in MB, and its output."""

    seconds: float
    cpu: float
    peak: float
    code: int
    output: str


def run(command: Sequence[str]) -> Run:
    """Run a command to its end; raises RuntimeError with its messages if it ends with a code above 1."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=out, stderr=errors, env=_environment())
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = code = os.waitstatus_to_exitcode(status)
        out.seek(0)
        errors.seek(0)
        if code not in (0, 1):
            raise RuntimeError(f"{' '.join(command)} ended with {code}: {errors.read().decode()[-2000:]}")
        scale = 1 if sys.platform == "darwin" else 1024  # Linux counts kilobytes, macOS bytes
        peak = usage.ru_maxrss * scale / 1_000_000
        return Run(seconds, usage.ru_utime + usage.ru_stime, peak, code, out.read().decode())


def _environment() -> dict[str, str]:
    """Return the environment with bytecode kept, as an installed package has it."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def interleaved(commands: Sequence[Sequence[str]], repeats: int) -> list[list[Run]]:
    """Run commands in turns, so that a busy machine slows all of them alike; return the runs of each command."""
    runs: list[list[Run]] = [[] for _ in commands]
    for _ in range(repeats):
        for number, command in enumerate(commands):
            runs[number].append(run(command))
    return runs


def median_ratio(measured: Sequence[float], reference: Sequence[float]) -> float:
    """Return the median of the ratios of runs that were made side by side."""
    return median(value / base for value, base in zip(measured, reference, strict=True))
