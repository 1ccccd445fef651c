"""spaCy imported without what nothing here needs: PyTorch, and its command line with a client of the network."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

_COMMANDS = ("spacy.cli", "spacy.cli.info")


@contextmanager
def light_imports() -> Iterator[None]:
    """Keep spaCy from importing PyTorch (two seconds, 180 MB) and its own command line (a fifth of its import).

    For processes of our own only: what was imported before stays as it is, and afterwards both can be imported.
    """
    hidden = [name for name in ("torch", *_COMMANDS) if name not in sys.modules]
    if "spacy" in sys.modules or len(hidden) < 1 + len(_COMMANDS):
        hidden = [name for name in hidden if name == "torch"]
    for name in hidden:
        sys.modules[name] = None if name == "torch" else _stand_in(name)  # type: ignore[assignment] # None: not there
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]


def _stand_in(name: str) -> ModuleType:
    """Return a module from which spaCy's own one can take the function `info`."""
    module = ModuleType(name)
    module.info = _info  # type: ignore[attr-defined]
    return module


def _info(*arguments: Any, **options: Any) -> Any:
    """Tell about spaCy by its own function, which is imported when it is called."""
    from spacy.cli.info import info

    return info(*arguments, **options)
