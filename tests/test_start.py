"""The script of the two commands: what it installs with, when it installs again, and what it says."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parent.parent / "start.py"


@pytest.fixture
def start(tmp_path: Path, monkeypatch) -> ModuleType:
    """The script over a folder of its own, with every command written down instead of run."""
    spec = importlib.util.spec_from_file_location("start_script", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / "pyproject.toml").write_text("first")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    module.ran = []

    def call(command: list[str], **_: object) -> int:
        module.ran.append(command)
        module.PYTHON.parent.mkdir(parents=True, exist_ok=True)
        module.PYTHON.touch()
        return 0

    monkeypatch.setattr(module.subprocess, "call", call)
    monkeypatch.setattr(module.shutil, "which", lambda name: None)
    return module


def installs(start: ModuleType) -> list[list[str]]:
    return [command for command in start.ran if "install" in command]


def test_an_older_python_is_told_what_is_needed(start, monkeypatch, capsys):
    monkeypatch.setattr(start.sys, "version_info", (3, 10, 4))
    assert start.main([]) == 2
    assert "3.11 or newer" in capsys.readouterr().out
    assert start.ran == []


def test_the_first_start_installs_with_pip_and_the_second_does_not(start):
    assert start.main(["layers", "tour"]) == 0
    assert "pip" in installs(start)[0]
    assert start.ran[-1][1:] == ["-m", "attnscope.app", "layers", "tour"]
    start.main([])
    assert len(installs(start)) == 1


def test_uv_is_used_where_it_is_installed(start, monkeypatch):
    monkeypatch.setattr(start.shutil, "which", lambda name: "/tools/uv")
    start.main([])
    assert start.ran[0][:2] == ["/tools/uv", "venv"]


def test_tests_install_what_they_need_and_a_start_after_them_installs_nothing(start):
    start.main([])
    start.main(["test"])
    assert [command[-1].endswith("[test]") for command in installs(start)] == [False, True]
    start.main([])
    assert len(installs(start)) == 2


def test_a_changed_pyproject_is_installed_anew(start, tmp_path):
    start.main([])
    (tmp_path / "pyproject.toml").write_text("second")
    start.main([])
    assert len(installs(start)) == 2


def test_a_failed_installation_is_said_and_tried_again(start, monkeypatch, capsys):
    good = start.subprocess.call
    monkeypatch.setattr(start.subprocess, "call", lambda command, **_: 1)
    assert start.main([]) == 2
    assert "Setting up failed" in capsys.readouterr().out
    monkeypatch.setattr(start.subprocess, "call", good)
    assert start.main([]) == 0
    assert installs(start)


def test_one_failed_check_fails_the_test_command_and_is_named(start, monkeypatch, capsys):
    start.main(["test"])
    monkeypatch.setattr(start.subprocess, "call", lambda command, **_: int(Path(command[0]).name == "ruff"))
    assert start.main(["test"]) == 1
    assert "failed: lint, format" in capsys.readouterr().out


def test_extras_are_added_to_what_is_there(start, capsys):
    start.main([])
    assert start.main(["install", "timm", "hf"]) == 0
    assert installs(start)[-1][-1] == f"{start.ROOT}[timm,hf]"
    assert sum("venv" in command[1:3] for command in start.ran) == 1
    for words in (["install"], ["install", "torch"]):
        assert start.main(words) == 2
        assert "timm, hf, video, camera" in capsys.readouterr().out
