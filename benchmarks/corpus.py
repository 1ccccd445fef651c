"""Engineering text to measure on: the project's own documents, and public ones where a folder of them is named."""

from __future__ import annotations

import json
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
SAFETY = ("set-j", "set-m")


def documents(public: Path | None = None) -> list[str]:
    """Return post-mortems of engineering teams: the public texts in `public`, then examples/ and data/documents/.

    Real texts come first, since the hand-written ones are dense in blame. Of the public texts only the kinds
    "engineering" and "blameless" are taken, by the labels beside the folder; sets of safety reports are left out.
    """
    paths = [] if public is None else sorted(_engineering(public))
    paths += [path for path in sorted((ROOT / "examples").glob("*.md")) if path.name != "README.md"]
    paths += [path for path in sorted((ROOT / "data" / "documents").glob("*/*.md")) if path.parent.name not in SAFETY]
    return [path.read_text(encoding="utf-8") for path in paths]


def _engineering(public: Path) -> Iterator[Path]:
    for line in (public.parent / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        path = public / f"{row['id']}.md"
        if row["kind"] != "safety" and path.exists():
            yield path


def folder_of(target: Path, size: int, public: Path | None = None) -> Path:
    """Fill a folder with documents until they hold `size` bytes together, repeating them if they must; return it."""
    target.mkdir(parents=True, exist_ok=True)
    written = 0
    for number, text in enumerate(cycle(documents(public))):
        if written >= size:
            break
        content = text.encode()[: size - written]
        (target / f"{number:05}.md").write_bytes(content.decode(errors="ignore").encode())
        written += len(content)
    return target


def file_of(target: Path, size: int, public: Path | None = None) -> Path:
    """Write one file of `size` bytes made of documents, repeated if they must be; return it."""
    joined = "\n\n".join(documents(public)).encode() + b"\n\n"
    content = (joined * (size // len(joined) + 1))[:size]
    target.write_bytes(content.decode(errors="ignore").encode())
    return target


def words_of(target: Path, words: int) -> Path:
    """Write one file of about `words` words: the first example, and as many paragraphs of the next as are missing."""
    first, *others = documents()
    paragraphs = [first, *(paragraph for text in others for paragraph in text.split("\n\n"))]
    kept: list[str] = []
    count = 0
    for paragraph in paragraphs:
        if count >= words:
            break
        kept.append(paragraph)
        count += len(paragraph.split())
    target.write_text("\n\n".join(kept), encoding="utf-8")
    return target
