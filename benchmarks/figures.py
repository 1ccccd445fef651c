"""What every benchmark does with its figures: print each beside its bar, and write them to results/."""

from __future__ import annotations

import json
import os
import platform
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

RESULTS = Path(__file__).parent / "results"


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value; `bar` is what it must not cross, in the direction that `direction` names."""

    name: str
    value: float
    bar: float | None = None
    direction: Literal["at most", "at least"] = "at most"
    unit: str = ""

    @property
    def is_met(self) -> bool:
        """Return whether the value is on the right side of its bar; a figure without a bar is only shown."""
        if self.bar is None:
            return True
        return self.value <= self.bar if self.direction == "at most" else self.value >= self.bar


def report(name: str, figures: Sequence[Figure], *, write: bool) -> int:
    """Print the figures, write them to results/NAME.json if asked, and return the exit code, 1 if a bar is crossed."""
    width = max(len(figure.name) for figure in figures)
    for figure in figures:
        bar = "" if figure.bar is None else f"   bar: {figure.direction} {figure.bar:g} {figure.unit}"
        mark = "  " if figure.bar is None else "ok" if figure.is_met else "NO"
        print(f"{mark} {figure.name:<{width}} {figure.value:10.3f} {figure.unit}{bar}".rstrip())
    if write:
        RESULTS.mkdir(exist_ok=True)
        content = {
            "benchmark": name,
            "date": datetime.now(UTC).date().isoformat(),
            "python": platform.python_version(),
            "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} CPUs",
            "figures": [asdict(figure) | {"is_met": figure.is_met} for figure in figures],
        }
        target = RESULTS / f"{name}.json"
        target.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
        print(f"written to {target}", file=sys.stderr)
    return 0 if all(figure.is_met for figure in figures) else 1
