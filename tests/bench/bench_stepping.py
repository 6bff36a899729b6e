"""CPU time from a step to another layer until the whole window is painted: python tests/bench/bench_stepping.py

The real program at 1920 x 1080 on a real engine; the answers of the neighbouring layers have been asked ahead, as they
are whenever the user looks for a moment. A step between layers of one kind is timed in the window's process, from the
wish to the last pixel; steps of the three kinds are interleaved.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from attnscope.app.desk.assembly import Desk, build_desk
from attnscope.app.link.engine_client import EngineClient
from attnscope.app.state.questions import questions
from attnscope.app.state.resources import first_sample
from attnscope.app.state.settings import Settings
from attnscope.models.model_request import ModelRequest
from PySide6.QtWidgets import QApplication

ROUNDS = 15
KINDS = {"channel": "bars", "spatial": "overlay", "heads": "overlay, grid of heads, matrix"}


def main() -> None:
    """Time the steps and print the table."""
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as scratch:
        settings = Settings(Path(scratch) / "settings.ini")
        desk = build_desk(application, EngineClient(), settings, ModelRequest(device="cpu"))
        desk.session.start()
        desk.session.open(first_sample())
        desk.window.resize(1920, 1080)
        desk.window.show()
        steps = {kind: step_between(application, desk, kind) for kind in KINDS if settle(application, desk)}
        times: dict[str, list[float]] = {kind: [] for kind in steps}
        for _ in range(ROUNDS):
            for kind, step in steps.items():
                times[kind].append(step())
        report(times, application.platformName())
        desk.window.close()


def step_between(application: QApplication, desk: Desk, kind: str) -> Callable[[], float]:
    """Steps to and fro between the first two layers of a kind; each call gives the milliseconds of one step."""
    assert desk.state.now.outcome is not None
    pair = [index for index, layer in enumerate(desk.state.now.outcome.layers) if layer.kind == kind][:2]

    def step() -> float:
        pair.reverse()
        desk.looking.select_layer(pair[1])
        settle(application, desk)
        begin = time.process_time()
        desk.looking.select_layer(pair[0])
        application.processEvents()
        spent = (time.process_time() - begin) * 1000
        settle(application, desk)
        return spent

    step()
    return step


def settle(application: QApplication, desk: Desk) -> bool:
    """Go on until the engine has nothing left to answer."""
    while True:
        application.processEvents()
        now = desk.state.now
        if now.outcome and set(questions(now.outcome, now.focus, now.look)) <= set(now.answers):
            application.processEvents()
            return True


def report(times: dict[str, list[float]], platform: str) -> None:
    """Print one table."""
    print(f"window 1920 x 1080, platform {platform}, median of {ROUNDS}")
    print(f"{'a step to a layer of':<22}{'painted':<32}{'CPU time':>10}")
    for kind, values in times.items():
        print(f"{kind:<22}{KINDS[kind]:<32}{statistics.median(values):>7.1f} ms")


if __name__ == "__main__":
    main()
