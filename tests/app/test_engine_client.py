"""The window's end of the talk: queues, delivers, notices a death and says so, starts again, and never waits."""

import os
import signal
import subprocess
import sys
import time

import numpy as np
import pytest
from attnscope import __version__
from attnscope.app.link.engine_client import EngineClient
from attnscope.app.link.engine_command import EngineCommand
from PySide6.QtCore import QProcess

from .stand_in_engine import ECHO, STUBBORN, answer, clients, command, failure, wait_until_gone
from .talk import picture


@pytest.fixture
def client(qtbot):
    with clients(qtbot) as make:
        yield make


# ---------------------------------------------------------------------- sending and receiving


def test_what_is_sent_before_hello_waits_and_keeps_its_order(client, qtbot):
    engine = client(ECHO)
    answers = []
    engine.answered.connect(answers.append)
    numbers = [engine.send(kind) for kind in ("load", "record", "preview")]
    assert answers == []
    qtbot.waitUntil(lambda: len(answers) == 3, timeout=30_000)
    assert [(m.id, m.header["was"]) for m in answers] == list(zip(numbers, ("load", "record", "preview"), strict=True))


def test_hello_is_told_by_started_alone(client, qtbot):
    engine = client(ECHO)
    answers = []
    engine.answered.connect(answers.append)
    with qtbot.waitSignal(engine.started, timeout=30_000):
        pass
    assert answers == []


def test_large_arrays_pass_both_ways_without_holding_up_the_window(client, qtbot):
    engine = client(ECHO)
    values = np.random.default_rng(0).integers(0, 256, (4000, 2500, 3)).astype(np.uint8)
    with qtbot.waitSignal(engine.started, timeout=30_000):
        pass
    answers = []
    engine.answered.connect(answers.append)
    engine.send("record", {"image": values})
    engine.send("load")
    assert engine.findChild(QProcess).bytesToWrite() < 6 * 2**20
    qtbot.waitUntil(lambda: len(answers) == 2, timeout=60_000)
    assert np.array_equal(answers[0].arrays["image"], values)
    assert answers[1].header["was"] == "load"


def test_cancel_names_its_target(client, qtbot):
    engine = client("hello()\nfor r in requests():\n    say('echo', r.header.get('target', 0))")
    engine.cancel(77)
    assert answer(qtbot, engine, 77).kind == "echo"


def test_numbers_go_on_after_a_restart(client, qtbot):
    engine = client(ECHO)
    first = engine.send("load")
    old = answer(qtbot, engine, first).header["pid"]
    engine.restart()
    second = engine.send("load")
    assert second > first
    assert answer(qtbot, engine, second).header["pid"] != old


def test_what_was_asked_before_a_restart_is_never_answered(client, qtbot):
    engine = client(ECHO)
    answers, failures = [], []
    engine.answered.connect(answers.append)
    engine.failed.connect(failures.append)
    lost = engine.send("load")
    engine.restart()
    kept = engine.send("load")
    qtbot.waitUntil(lambda: bool(answers), timeout=30_000)
    wait = engine.send("load")
    qtbot.waitUntil(lambda: answers[-1].id == wait, timeout=30_000)
    assert [m.id for m in answers] == [kept, wait]
    assert lost not in [m.id for m in answers]
    assert failures == []


# ---------------------------------------------------------------------- an engine that dies


@pytest.mark.parametrize(
    ("death", "words"),
    [
        ("os._exit(3)", ["ended with status 3"]),
        ("print('no more room', file=sys.stderr, flush=True); os._exit(3)", ["ended with status 3", "no more room"]),
        ("raise ValueError('broken')", ["ended with status 1", "ValueError: broken"]),
    ],
)
def test_death_is_told_once_with_its_last_words(client, qtbot, death, words):
    engine = client(f"hello()\nfor r in requests():\n    {death}")
    failures = []
    engine.failed.connect(failures.append)
    engine.send("load")
    sentence = failure(qtbot, engine)
    assert all(word in sentence for word in words)
    assert "\n" not in sentence
    wait_until_gone(qtbot, engine)
    assert len(failures) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="has no such signals")
def test_killed_engine_is_told_and_can_be_started_again(client, qtbot):
    engine = client(ECHO)
    pid = answer(qtbot, engine, engine.send("load")).header["pid"]
    os.kill(pid, signal.SIGKILL)
    assert "crashed" in failure(qtbot, engine)
    engine.send("lost, because nobody is there")
    engine.restart()
    assert answer(qtbot, engine, engine.send("load")).header["was"] == "load"


def test_answers_before_the_death_are_delivered(client, qtbot):
    engine = client("hello()\nfor r in requests():\n    say('last', r.id); os._exit(1)")
    answers = []
    engine.answered.connect(answers.append)
    engine.send("load")
    failure(qtbot, engine)
    assert [m.kind for m in answers] == ["last"]


def test_program_that_is_not_there_is_told(qtbot):
    engine = EngineClient(EngineCommand(("/no/such/engine", "--please")))
    assert "/no/such/engine" in failure(qtbot, engine)
    wait_until_gone(qtbot, engine)


def test_noise_in_place_of_an_engine_is_told(client, qtbot):
    assert "Welcome to host" in failure(qtbot, client("print('Welcome to host!', flush=True)"))


def test_engine_of_another_version_is_told(client, qtbot):
    engine = client("say('hello', version='9.9', pid=1, protocol=99)\ntime.sleep(60)")
    assert "install attnscope 9.9 on this computer" in failure(qtbot, engine)


def test_engine_of_an_older_version_is_told_where_to_install(client, qtbot):
    engine = client("say('hello', version='0.0.1', pid=1, protocol=0)\ntime.sleep(60)", "gpu1")
    sentence = failure(qtbot, engine)
    assert all(words in sentence for words in ("gpu1", "attnscope 0.0.1", f"install attnscope {__version__} there"))


def test_what_is_written_on_standard_error_is_kept(client, qtbot):
    engine = client(f"os.write(2, b'a warning\\nmore\\n')\n{ECHO}")
    answer(qtbot, engine, engine.send("load"))
    qtbot.waitUntil(lambda: engine.log == "a warning\nmore", timeout=10_000)


# ---------------------------------------------------------------------- letting go


@pytest.mark.parametrize("text", [ECHO, STUBBORN, "time.sleep(60)"], ids=["willing", "stubborn", "without hello"])
def test_stop_returns_at_once_and_leaves_no_process(client, qtbot, text):
    engine = client(text)
    if "hello()" in text:
        with qtbot.waitSignal(engine.started, timeout=30_000):
            pass
    pid = engine.findChild(QProcess).processId()
    failures = []
    engine.failed.connect(failures.append)
    begin = time.perf_counter()
    engine.stop()
    assert time.perf_counter() - begin < 0.25
    wait_until_gone(qtbot, engine)
    assert failures == []
    if sys.platform != "win32":
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_stopping_twice_and_sending_afterwards_is_harmless(client, qtbot):
    engine = client(ECHO)
    engine.stop()
    engine.stop()
    assert engine.send("load") > 0
    wait_until_gone(qtbot, engine)


PROGRAM = """
import sys, time
from PySide6.QtCore import QCoreApplication, QTimer
from attnscope.app.link.engine_client import EngineClient
from attnscope.app.link.engine_command import EngineCommand
application = QCoreApplication([])
client = EngineClient({command!r})
def end():
    global begin
    begin = time.perf_counter()
    {ending}
client.started.connect(end)
application.exec()
print(f"{{time.perf_counter() - begin:.3f}}")
"""


@pytest.mark.parametrize("ending", ["application.quit()", "client.stop(); application.quit()"])
@pytest.mark.skipif(sys.platform == "win32", reason="has no such signals")
def test_stubborn_engine_does_not_outlive_the_program(tmp_path, ending):
    note = tmp_path / "pid"
    text = f"open({str(note)!r}, 'w').write(str(os.getpid()))\n" + STUBBORN
    program = PROGRAM.format(command=command(text), ending=ending)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert done.stderr == ""
    assert float(done.stdout) < 1.0
    with pytest.raises(ProcessLookupError):
        os.kill(int(note.read_text()), 0)


# ---------------------------------------------------------------------- with the real engine

WINDOW = """
import sys
import numpy as np
from PySide6.QtCore import QCoreApplication
from attnscope.app.link.engine_client import EngineClient
application = QCoreApplication([])
client = EngineClient()
client.failed.connect(lambda why: (print(why), application.exit(1)))
last = {}
def take(message):
    if message.kind == "failed":
        print(message.header); application.exit(1)
    if message.id == last["id"]:
        heavy = {"torch", "torchvision", "timm", "matplotlib", "pyqtgraph"} & set(sys.modules)
        print(message.kind, message.arrays["values"].shape, sorted(heavy)); application.quit()
client.answered.connect(take)
client.send("load", model="tour", device="cpu")
client.send("record", {"image": np.zeros((50, 40, 3), np.uint8)}, name="black")
last["id"] = client.send("bars", layer=0)
sys.exit(application.exec())
"""


def test_window_process_gets_answers_and_stays_free_of_torch():
    done = subprocess.run([sys.executable, "-c", WINDOW], capture_output=True, text=True, timeout=90, check=False)
    assert done.stdout.strip() == "bars (32,) []", done.stderr


CRASHING = """
import os, ctypes
from torch import nn
class Net(nn.Linear):
    input_size = 8
    def __init__(self, death):
        super().__init__(8, 2)
        self.death = death
    def forward(self, x):
        self.death()
        return super().forward(x)
def leave(): return Net(lambda: os._exit(7))
def crash(): return Net(lambda: ctypes.string_at(0))
"""


def test_networks_that_take_the_engine_down_do_not_take_the_window(qtbot, tmp_path):
    (tmp_path / "nets.py").write_text(CRASHING, encoding="utf-8")
    engine = EngineClient()
    for name, words in (("leave", "ended with status 7"), ("crash", "Segmentation fault")):
        engine.send("load", model=f"{tmp_path / 'nets.py'}:{name}", device="cpu")
        engine.send("record", {"image": picture()})
        sentence = failure(qtbot, engine)
        assert words in sentence or sys.platform == "win32"
        engine.restart()
    assert answer(qtbot, engine, engine.send("load", model="tour", device="cpu")).kind == "loaded"
    engine.stop()
    wait_until_gone(qtbot, engine)
