"""Time until a user sees what he asked for, at ViT-B/16: python tests/bench/bench_exploring.py

The real program at 1920 x 1080 on a real engine (random weights: the arithmetic is the same). Wall-clock time, since
the engine works in another process: from the pointer over another place to the painted row, and from the wish to see
every head of every layer to the painted sheet. The plain forward pass is timed in the same run, for comparison.
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

ROUNDS = 30
OPENINGS = 10
NETWORK = "torchvision/vit_b_16"


def main() -> None:
    """Time both and print the table."""
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as scratch:
        settings = Settings(Path(scratch) / "settings.ini")
        desk = build_desk(application, EngineClient(), settings, ModelRequest(model=NETWORK, device="cpu"))
        desk.session.start()
        desk.session.open(first_sample())
        desk.window.resize(1920, 1080)
        desk.window.show()
        settle(application, desk)
        assert desk.state.now.outcome is not None
        forward = desk.state.now.outcome.milliseconds["forward"]
        hovers, walls = time_hovers(application, desk), time_walls(application, desk)
        report(application.platformName(), forward, hovers, walls)
        desk.window.close()


def time_hovers(application: QApplication, desk: Desk) -> list[float]:
    """Milliseconds from the pointer over another place to the painted row of the query there."""
    desk.looking.select_layer(11)
    desk.looking.look(live=True)
    settle(application, desk)
    hovering, painted = desk.session.hovering, desk.window.stage.stage
    times = []
    for number in range(ROUNDS):
        place = (16 * (number % 14) + 8, 16 * (number * 5 % 14) + 8)
        begin = time.perf_counter()
        hovering.over(place)
        wait(application, lambda place=place: _hovers(desk, place))
        painted.repaint()
        times.append((time.perf_counter() - begin) * 1000)
    hovering.over(None)
    return times


def _hovers(desk: Desk, place: tuple[int, int]) -> bool:
    hovered = desk.state.now.hovered
    return hovered is not None and hovered.question.query == place


def time_walls(application: QApplication, desk: Desk) -> list[float]:
    """Milliseconds from the wish to see every head of every layer to the painted sheet, never seen before."""
    times = []
    for number in range(OPENINGS):
        desk.looking.focus(view="picture", query=(16 * number + 8, 16 * number + 8))
        settle(application, desk)
        begin = time.perf_counter()
        desk.looking.focus(view="wall")
        wait(application, lambda: _wall_is_there(desk))
        desk.window.stage.repaint()
        times.append((time.perf_counter() - begin) * 1000)
    return times


def _wall_is_there(desk: Desk) -> bool:
    return sum(slot.startswith("wall:") for slot in desk.state.now.answers) == 12


def wait(application: QApplication, done: Callable[[], bool]) -> None:
    """Go on until it is done."""
    while not done():
        application.processEvents()


def settle(application: QApplication, desk: Desk) -> None:
    """Go on until the engine has nothing left to answer."""

    def answered() -> bool:
        now = desk.state.now
        return bool(now.outcome) and set(questions(now.outcome, now.focus, now.look)) <= set(now.answers)

    wait(application, answered)
    application.processEvents()


def report(platform: str, forward: float, hovers: list[float], walls: list[float]) -> None:
    """Print one table."""
    print(f"{NETWORK}, cpu, window 1920 x 1080, platform {platform}; recorded forward pass {forward:.0f} ms")
    print(f"{'':<52}{'median':>10}{'worst':>10}")
    for name, times in (
        ("pointer to painted row, engine included", hovers),
        ("12 x 12 heads opened and painted", walls),
    ):
        print(f"{name:<52}{statistics.median(times):>7.1f} ms{max(times):>7.1f} ms")


if __name__ == "__main__":
    main()
