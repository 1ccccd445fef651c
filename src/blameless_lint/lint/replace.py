"""Replaces the text of a file as a whole, or not at all."""

from __future__ import annotations

import codecs
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path


class Unwritable(Exception):  # noqa: N818 - it reads as what it says of a path
    """A file that cannot be replaced, with what to say and what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def has_mark(path: Path) -> bool:
    """Return whether a file begins with the byte-order mark of UTF-8; a file that cannot be read has none."""
    try:
        with path.open("rb") as file:
            return file.read(len(codecs.BOM_UTF8)) == codecs.BOM_UTF8
    except OSError:
        return False


def replace_text(path: str, before: str, after: str) -> None:
    """Replace the text of a file, `before`, by another; raises Unwritable, and then nothing has changed.

    Line endings are those of the text, a byte-order mark stays, and so do mode and owner. Through a link its target
    is replaced and the link stays. The new text is written beside the file and takes its place in one step.
    """
    target = Path(os.path.realpath(path))
    try:
        data = target.read_bytes()
        mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
        if data[len(mark) :] != before.encode("utf-8"):
            raise Unwritable(
                "was changed by something else while it was being fixed, and stays as it is", "run it again"
            )
        state = target.stat()
        if not state.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(target, os.W_OK):
            raise Unwritable("may not be written, and stays as it is", "check the permissions of the file")
        _swap(target, mark + after.encode("utf-8"), state)
    except OSError as error:
        raise Unwritable(
            f"cannot be written, and stays as it is: {error.strerror or error}", "check its folder and the disk"
        ) from None


def _swap(target: Path, data: bytes, state: os.stat_result) -> None:
    number, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:60]}.", suffix=".tmp")
    draft = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if (state.st_uid, state.st_gid) != (os.geteuid(), os.getegid()):
            with suppress(OSError):
                os.chown(draft, state.st_uid, state.st_gid)
        draft.chmod(stat.S_IMODE(state.st_mode))
        draft.replace(target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
