"""spaCy imported without what nothing here needs."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
from blameless_lint.language.light import light_imports
with light_imports():
    import spacy
print(sorted({"torch", "typer", "weasel", "spacy.cli"} & set(sys.modules)))
import spacy.cli
print(spacy.info(silent=True)["spacy_version"] == spacy.__version__, spacy.cli.info.__module__)
"""


def test_the_command_line_of_spacy_is_not_imported_and_still_there() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], check=True, capture_output=True, text=True)
    assert done.stdout.split("\n")[:2] == ["[]", "True spacy.cli.info"]
