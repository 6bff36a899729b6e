"""What no part of the program foresaw is written down and said, and the window goes on."""

import os
import subprocess
import sys
from pathlib import Path

from attnscope.app.desk.mishaps import Mishaps


def trouble(mishaps: Mishaps, error: BaseException) -> None:
    try:
        raise error
    except BaseException as caught:  # noqa: BLE001
        mishaps.take(type(caught), caught, caught.__traceback__)


def test_it_is_written_with_its_place_and_said_in_one_sentence(tmp_path, capsys):
    mishaps, said = Mishaps(tmp_path / "in" / "mishaps.log"), []
    mishaps.happened.connect(said.append)
    trouble(mishaps, ZeroDivisionError("odd"))
    text = (tmp_path / "in" / "mishaps.log").read_text()
    assert "ZeroDivisionError: odd" in text
    assert "test_mishaps.py" in text
    assert len(said) == 1
    assert "ZeroDivisionError" in said[0]
    assert str(tmp_path / "in" / "mishaps.log") in said[0]
    assert "ZeroDivisionError: odd" in capsys.readouterr().err


def test_the_same_is_not_said_sixty_times_a_second(tmp_path):
    now = [0.0]
    mishaps, said = Mishaps(tmp_path / "m.log", lambda: now[0]), []
    mishaps.happened.connect(said.append)
    for _ in range(5):
        trouble(mishaps, ValueError())
    trouble(mishaps, KeyError())
    assert len(said) == 2
    now[0] = 60
    trouble(mishaps, ValueError())
    assert len(said) == 3


def test_a_file_that_cannot_be_written_is_no_second_mishap(tmp_path):
    (tmp_path / "file").touch()
    mishaps, said = Mishaps(tmp_path / "file" / "m.log"), []
    mishaps.happened.connect(said.append)
    trouble(mishaps, ValueError())
    assert len(said) == 1
    assert "m.log" not in said[0]


def test_a_large_file_is_begun_anew(tmp_path):
    (tmp_path / "m.log").write_text("x" * 2**21)
    trouble(Mishaps(tmp_path / "m.log"), ValueError("fresh"))
    assert (tmp_path / "m.log").stat().st_size < 10_000


def test_an_exception_in_a_slot_or_a_thread_is_taken_and_the_program_goes_on(tmp_path):
    """In a process of its own: the tests themselves listen to what is raised in slots."""
    code = (
        "import sys, threading; from pathlib import Path; from PySide6.QtCore import QCoreApplication, QTimer;"
        "from attnscope.app.desk.mishaps import Mishaps; app = QCoreApplication([]);"
        "mishaps = Mishaps(Path(sys.argv[1])); mishaps.install(); mishaps.happened.connect(lambda s: print('said', s));"
        "QTimer.singleShot(0, lambda: 1 / 0);"
        "QTimer.singleShot(5, lambda: threading.Thread(target=lambda: {}['x']).start());"
        "QTimer.singleShot(300, lambda: (print('alive'), app.quit())); app.exec()"
    )
    environment = os.environ | {"PYTHONIOENCODING": "utf-8"}
    words = [sys.executable, "-c", code, str(tmp_path / "m.log")]
    done = subprocess.run(words, capture_output=True, text=True, check=True, cwd=Path.home(), env=environment)
    assert done.stdout.count("said") == 2
    assert done.stdout.strip().endswith("alive")
    text = (tmp_path / "m.log").read_text()
    assert "ZeroDivisionError" in text
    assert "KeyError" in text
