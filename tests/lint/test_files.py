"""What is read, and what is said of what cannot be."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from blameless_lint.lint.files import Unreadable, decode, expand, is_document, read_source, unique

LIMIT = 1_000


def found(*paths: object) -> list[str]:
    results = list(unique([str(path) for path in paths]))
    assert all(isinstance(result, str) for result in results), results
    return [str(result) for result in results]


def problem(path: object) -> Unreadable:
    (result,) = expand(str(path), is_wanted=is_document)
    assert isinstance(result, Unreadable)
    return result


def make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("text", encoding="utf-8")


def relative(folder: Path, paths: list[str]) -> list[str]:
    return [str(Path(path).relative_to(folder)) for path in paths]


def test_a_folder_means_its_documents_in_order(tmp_path: Path) -> None:
    make(tmp_path, "b.md", "a.txt", "c/d.MARKDOWN", "c/e.mdx", "code.py", "image.png", ".hidden/x.md")
    assert relative(tmp_path, found(tmp_path)) == ["a.txt", "b.md", "c/d.MARKDOWN", "c/e.mdx"]


def test_a_named_file_is_read_whatever_its_ending(tmp_path: Path) -> None:
    make(tmp_path, "notes.rst")
    assert relative(tmp_path, found(tmp_path / "notes.rst")) == ["notes.rst"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    make(tmp_path, "a.md")
    (tmp_path / "link.md").symlink_to("a.md")
    assert relative(tmp_path, found(tmp_path / "a.md", tmp_path, tmp_path / "." / "a.md")) == ["a.md"]


def test_a_glob_that_no_shell_expanded(tmp_path: Path) -> None:
    make(tmp_path, "a.md", "b/c.md", "b/d.txt")
    assert relative(tmp_path, found(tmp_path / "**" / "*.md")) == ["a.md", "b/c.md"]


def test_a_glob_without_a_match_is_a_problem(tmp_path: Path) -> None:
    assert "matches no file" in str(problem(tmp_path / "*.md"))


def test_git_ignores_are_respected_from_the_root_of_the_repository_down(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    make(tmp_path, "docs/a.md", "docs/draft.md", "docs/b/draft.md", "build/x.md", "docs/private.md", "docs/b/keep.md")
    (tmp_path / ".gitignore").write_text("draft.md\nbuild/\n")
    (tmp_path / "docs" / "b" / ".gitignore").write_text("!draft.md\n")
    (tmp_path / ".git" / "info" / "exclude").write_text("private.md\n")
    assert relative(tmp_path, found(tmp_path)) == ["docs/a.md", "docs/b/draft.md", "docs/b/keep.md"]
    assert relative(tmp_path, found(tmp_path / "docs")) == ["docs/a.md", "docs/b/draft.md", "docs/b/keep.md"]


def test_an_ignored_file_that_is_named_is_read(tmp_path: Path) -> None:
    make(tmp_path, "draft.md")
    (tmp_path / ".gitignore").write_text("draft.md\n")
    assert relative(tmp_path, found(tmp_path / "draft.md")) == ["draft.md"]
    assert found(tmp_path) == []


def test_a_loop_of_folders_is_walked_once(tmp_path: Path) -> None:
    make(tmp_path, "a/b.md")
    (tmp_path / "a" / "up").symlink_to("..", target_is_directory=True)
    assert relative(tmp_path, found(tmp_path)) == ["a/b.md"]


def test_a_linked_folder_is_entered(tmp_path: Path) -> None:
    make(tmp_path, "outside/b.md", "inside/a.md")
    (tmp_path / "inside" / "more").symlink_to("../outside", target_is_directory=True)
    assert relative(tmp_path, found(tmp_path / "inside")) == ["inside/a.md", "inside/more/b.md"]


def test_a_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "loop.md").symlink_to("loop.md")
    assert "is a loop of links" in str(problem(tmp_path / "loop.md"))


def test_a_dangling_link_says_where_it_leads(tmp_path: Path) -> None:
    (tmp_path / "gone.md").symlink_to("nowhere.md")
    assert "is a link to nowhere.md, which does not exist" in str(problem(tmp_path / "gone.md"))


def test_a_missing_file_suggests_its_neighbour(tmp_path: Path) -> None:
    make(tmp_path, "outage.md")
    error = problem(tmp_path / "outtage.md")
    assert "there is no such file or folder" in str(error)
    assert error.remark.hint == f"did you mean {tmp_path / 'outage.md'}?"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_without_permission(tmp_path: Path) -> None:
    make(tmp_path, "secret.md", "closed/a.md")
    (tmp_path / "secret.md").chmod(0)
    (tmp_path / "closed").chmod(0)
    with pytest.raises(Unreadable, match="permission denied"):
        read_source(str(tmp_path / "secret.md"), limit=LIMIT)
    try:
        assert "permission denied" in str(problem(tmp_path / "closed"))
    finally:
        (tmp_path / "closed").chmod(0o700)


def test_a_refused_folder_is_said_and_the_rest_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "a.md", "closed/b.md", "d.md")
    real = os.scandir

    def refuse(path: str) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    results = list(expand(str(tmp_path), is_wanted=is_document))
    assert [str(result).removeprefix(f"{tmp_path}/") for result in results] == [
        "a.md",
        "closed: may not be read: permission denied",
        "d.md",
    ]


def test_a_file_that_vanishes_between_listing_and_reading(tmp_path: Path) -> None:
    make(tmp_path, "a.md")
    (path,) = found(tmp_path)
    Path(path).unlink()
    with pytest.raises(Unreadable, match="there is no such file"):
        read_source(path, limit=LIMIT)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xff\xfea\x00", "is UTF-16 or UTF-32"),
        (b"\xfe\xff\x00a", "is UTF-16 or UTF-32"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "is binary: there is a NUL byte at byte 8"),
        (b"one\ntwo \xe9t\xe9", "is not UTF-8: byte 8 (line 2) is 0xe9"),
        (b"\xef\xbb\xbfab\xff", "is not UTF-8: byte 5 (line 1) is 0xff"),
        (b"x" * (LIMIT + 1), "is larger than 1,000 bytes"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(data, path="x.md", limit=LIMIT)
    assert said in str(caught.value)
    assert caught.value.remark.hint


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"\xef\xbb\xbfa\r\nb", "a\r\nb"),
        ("naïve 漢字".encode(), "naïve 漢字"),
        (b"x" * LIMIT, "x" * LIMIT),
    ],
)
def test_text_is_decoded_as_it_stands(data: bytes, text: str) -> None:
    assert decode(data, path="x.md", limit=LIMIT) == text


def test_a_path_that_is_no_utf8_can_be_shown(tmp_path: Path) -> None:
    path = os.fsdecode(bytes(tmp_path) + b"/caf\xe9.md")
    Path(path).write_text("text")
    assert read_source(path, limit=LIMIT).path.endswith("caf\\xe9.md")
