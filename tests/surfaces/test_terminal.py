"""What a failure looks like on the terminal."""

from __future__ import annotations

import pytest

from blameless_lint.surfaces.cli import terminal


def test_what_training_lacks_is_named_with_the_command_that_installs_it(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended, terminal.guarded():
        raise ModuleNotFoundError("No module named 'torch.nn'", name="torch.nn")
    assert ended.value.code == 2
    assert "pip install 'blameless-lint[train]'" in capsys.readouterr().err


def test_another_missing_module_is_an_error_of_ours(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended, terminal.guarded():
        raise ModuleNotFoundError("No module named 'nowhere'", name="nowhere")
    assert ended.value.code == 2
    assert "internal error" in capsys.readouterr().err
