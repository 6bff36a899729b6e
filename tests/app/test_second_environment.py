"""A real engine in a second Python environment, behind a plain command that carries its streams as ssh does."""

import os
import shlex
import signal
import site
import sys
import venv
from pathlib import Path

import psutil
import pytest
from attnscope.app.link.engine_client import EngineClient
from attnscope.app.link.engine_command import engine_command
from attnscope.app.link.pass_records import pass_info
from PySide6.QtCore import QProcess

from .stand_in_engine import answer
from .talk import picture

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="has no such signals")

RELAY = """
import os, subprocess, sys, threading

def carry(source, target):
    while data := os.read(source, 1 << 16):
        while data:
            data = data[os.write(target, data):]
    os.close(target)

os.chdir(os.path.dirname(__file__))
print("Welcome to gpu1!\\nLast login: today", flush=True)
engine = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
print("engine", engine.pid, file=sys.stderr, flush=True)
threading.Thread(target=carry, args=(0, engine.stdin.fileno()), daemon=True).start()
carry(engine.stdout.fileno(), 1)
sys.exit(engine.wait())
"""
"""Carries the streams of an engine as ssh does: when it is killed, the engine's input ends, and that is all."""

SLOW = """
import os, sys, time
from torch import nn
class Slow(nn.Module):
    input_size = 32
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList(nn.Identity() for _ in range(3000))
    def forward(self, x):
        print("runs in", sys.prefix, os.getcwd(), os.environ["HOME"], file=sys.stderr, flush=True)
        for layer in self.layers:
            time.sleep(0.01)
            x = layer(x)
        return x
"""


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory) -> Path:
    """A folder with a second environment that has what this one has, a home, and a network that takes long."""
    folder = tmp_path_factory.mktemp("another computer")
    venv.create(folder / "env", symlinks=True)
    packages = next((folder / "env").rglob("site-packages"))
    lines = [f"import site; site.addsitedir({path!r})" for path in site.getsitepackages()]
    (packages / "first.pth").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "home").mkdir()
    (folder / "relay.py").write_text(RELAY, encoding="utf-8")
    (folder / "slow.py").write_text(SLOW, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def far(elsewhere, qapp):
    """One client for all tests here: an engine with torch takes seconds to start."""
    clean = ["env", "-i", f"HOME={elsewhere / 'home'}", "PATH=/usr/bin:/bin", "OMP_NUM_THREADS=1"]
    engine = [str(elsewhere / "env" / "bin" / "python"), "-m", "attnscope.app", "engine"]
    words = [sys.executable, str(elsewhere / "relay.py"), *clean, *engine]
    client = EngineClient(engine_command(shlex.join(words)))
    yield client
    client.stop()
    for process in client.findChildren(QProcess):
        process.waitForFinished(10_000)


def engine_pid(client: EngineClient) -> int:
    return next(int(line.split()[1]) for line in client.log.splitlines() if line.startswith("engine "))


def runs(pid: int) -> bool:
    """Whether there is such a process; one that waits to be buried is over."""
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def load_and_record(qtbot, client: EngineClient) -> None:
    client.send("load", model="tour", device="cpu")
    recorded = answer(qtbot, client, client.send("record", {"image": picture()}, name="noise"))
    layers = pass_info(recorded.header["pass"]).layers
    number = next(i for i, layer in enumerate(layers) if layer.kind == "channel")
    bars = answer(qtbot, client, client.send("bars", layer=number))
    assert bars.arrays["values"].shape == (layers[number].shape[-1],)
    assert ((bars.arrays["values"] > 0) & (bars.arrays["values"] < 1)).all()


def test_engine_of_a_second_environment_loads_records_and_answers(far, qtbot):
    load_and_record(qtbot, far)
    assert "Welcome to gpu1!\nLast login: today" in far.log


def test_link_that_is_cut_in_the_middle_of_a_pass_is_one_sentence_and_comes_back(far, qtbot, elsewhere):
    failures = []
    far.failed.connect(failures.append)
    far.send("load", model=f"{elsewhere / 'slow.py'}:Slow", device="cpu")
    far.send("record", {"image": picture()}, name="noise")
    place = f"runs in {elsewhere / 'env'} {elsewhere} {elsewhere / 'home'}"
    qtbot.waitUntil(lambda: place in far.log, timeout=60_000)
    pid = engine_pid(far)
    assert runs(pid)
    os.kill(far.findChild(QProcess).processId(), signal.SIGKILL)
    qtbot.waitUntil(lambda: len(failures) == 1, timeout=30_000)
    assert failures[0].startswith(f"The link to {far.place} is broken")
    qtbot.waitUntil(lambda: not runs(pid), timeout=30_000)
    far.restart()
    load_and_record(qtbot, far)
    assert len(failures) == 1
    assert engine_pid(far) != pid
