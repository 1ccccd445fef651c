"""Finds the files that paths mean, and decodes them; whatever cannot be read is said, and does not stop the rest."""

from __future__ import annotations

import codecs
import errno
import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from blameless_lint.lint.remark import Remark
from blameless_lint.text.source import Source

SUFFIXES = frozenset({".md", ".markdown", ".mdx", ".txt"})
STDIN = "-"
Wanted = Callable[[str], bool]
_UTF16 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SAVE_AS = "save it as UTF-8"


class Unreadable(Exception):  # noqa: N818 - it reads as what it says of a path
    """A path that cannot be checked, with the remark that says why."""

    def __init__(self, path: str, message: str, hint: str = "") -> None:
        super().__init__(f"{path}: {message}")
        self.remark = Remark(path=shown(path), message=message, hint=hint)


def shown(path: str) -> str:
    """Return a path that can be printed: bytes that are no UTF-8 are written as escapes."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def expand(path: str, *, is_wanted: Wanted) -> Iterator[str | Unreadable]:
    """Yield the files that a path of the command line means: itself, those in its folder, or those of a glob."""
    if path == STDIN:
        yield path
        return
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        yield from _globbed(path, error)
        return
    if not stat.S_ISDIR(mode):
        yield path
        return
    from blameless_lint.lint.folders import walk

    yield from walk(path, is_wanted=is_wanted)


def _globbed(path: str, error: OSError | ValueError) -> Iterator[str | Unreadable]:
    import glob

    found = sorted(glob.glob(path, recursive=True)) if glob.has_magic(path) and "\0" not in path else []
    for name in found:
        if not os.path.isdir(name):
            yield name
    if not any(not os.path.isdir(name) for name in found):
        yield unreadable(path, error)


def is_document(path: str) -> bool:
    """Return whether a path ends as documents do."""
    return os.path.splitext(path)[1].lower() in SUFFIXES


def unreadable(path: str, error: OSError | ValueError) -> Unreadable:
    """Return what to say of a path that the system would not open."""
    import glob

    code = error.errno if isinstance(error, OSError) else None
    if code == errno.ENOENT and os.path.islink(path):
        return Unreadable(path, f"is a link to {os.readlink(path)}, which does not exist", "mend or remove the link")
    if code == errno.ENOENT and glob.has_magic(path):
        return Unreadable(path, "matches no file", "check the pattern; quote it so that the shell leaves it alone")
    if code == errno.ENOENT:
        return Unreadable(path, "there is no such file or folder", _near(path))
    if code == errno.ELOOP:
        return Unreadable(path, "is a loop of links", "mend or remove the link")
    if code in (errno.EACCES, errno.EPERM):
        kind = "folder" if os.path.isdir(path) else "file"
        return Unreadable(path, "may not be read: permission denied", f"check the permissions of the {kind}")
    said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return Unreadable(path, f"cannot be read: {said}")


def _near(path: str) -> str:
    import difflib

    folder, name = os.path.split(path)
    try:
        names = os.listdir(folder or ".")
    except OSError:
        return ""
    close = difflib.get_close_matches(name, names, n=1)
    return f"did you mean {os.path.join(folder, close[0])}?" if close else ""


def read_source(path: str, *, limit: int) -> Source:
    """Return the decoded file; raises Unreadable for what is no UTF-8 text of at most `limit` bytes."""
    try:
        with Path(path).open("rb") as file:
            data = file.read(limit + 1)
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None
    return Source(shown(path), decode(data, path=path, limit=limit))


def read_stdin(name: str, *, limit: int) -> Source:
    """Return what standard input holds, under a name; raises Unreadable."""
    return Source(shown(name), decode(sys.stdin.buffer.read(limit + 1), path=name, limit=limit))


def decode(data: bytes, *, path: str, limit: int) -> str:
    """Return the text of UTF-8 bytes, without a byte-order mark; raises Unreadable."""
    if len(data) > limit:
        raise Unreadable(
            path, f"is larger than {limit:,} bytes", "raise max-file-size in the configuration, or split it"
        )
    if data.startswith(_UTF16):
        raise Unreadable(path, "is UTF-16 or UTF-32, and only UTF-8 is read", _SAVE_AS)
    if b"\0" in data:
        raise Unreadable(path, f"is binary: there is a NUL byte at byte {data.index(0)}", "check text files only")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        start = error.start + (3 if data.startswith(codecs.BOM_UTF8) else 0)
        line = data.count(b"\n", 0, start) + 1
        raise Unreadable(path, f"is not UTF-8: byte {start} (line {line}) is 0x{data[start]:02x}", _SAVE_AS) from None


def unique(paths: Sequence[str], *, is_wanted: Wanted | None = None) -> Iterator[str | Unreadable]:
    """Yield what paths mean, each file once, in the order first named; `is_wanted` chooses among those of a folder."""
    seen: set[str] = set()
    for path in paths:
        for found in expand(path, is_wanted=is_wanted or is_document):
            if isinstance(found, str):
                key = found if found == STDIN else os.path.realpath(found)
                if key in seen:
                    continue
                seen.add(key)
            yield found
