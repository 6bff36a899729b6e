"""CPU time from new numbers to painted, at 1920x1080: ours beside matplotlib and plain pyqtgraph.

Run alone: `python tests/bench/bench_painting.py`. Every contender is the same size on the same platform, keeps its
objects and gets new data, and is timed in turn with the others; a paint event is counted, so that nobody wins by
painting nothing. Figures are medians of process time in milliseconds.
"""

import gc
import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import pyqtgraph as pg
from attnscope.widgets.channels.channel_bars import ChannelBars
from attnscope.widgets.heads.head_grid import HeadGrid
from attnscope.widgets.heads.heads_wall import HeadsWall
from attnscope.widgets.look.colours import table
from attnscope.widgets.look.theme import DARK, apply_theme
from attnscope.widgets.stage.stage import Stage
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

ROUNDS = 24
WIDTH, HEIGHT = 1920, 1080
Step = Callable[[np.ndarray], object]


@dataclass(frozen=True, slots=True)
class Contender:
    """A widget on the screen, what is painted of it, and how it is given new data."""

    task: str
    name: str
    widget: QWidget
    canvas: QWidget
    step: Step


class PaintCount(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, canvas: QWidget) -> None:
        super().__init__()
        self.count = 0
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.count += event.type() == QEvent.Type.Paint
        return False


PHOTO = np.random.default_rng(1).integers(0, 255, (HEIGHT, WIDTH, 3), dtype=np.uint8)
DATA = {
    "overlay of a 14x14 map": (14, 14),
    "bars of 2,048 channels": (2048,),
    "12 heads of 197x197": (12, 197, 197),
    "wall of 12 x 12 heads": (12, 12, 14, 14),
}
OVERLAY, BARS, HEADS, WALL = DATA


def ours() -> list[Contender]:
    stage, bars, heads = Stage(), ChannelBars(), HeadGrid()
    stage.set_picture(PHOTO)
    heads.set_captions([f"head {number + 1}" for number in range(12)])
    wall = HeadsWall()
    wall.set_layers([(f"blocks.{number}.attn", 12) for number in range(12)])

    def step_wall(values: np.ndarray) -> None:
        for row, maps in enumerate(values):
            wall.set_maps(row, maps, [(0, 1)] * 12)

    return [
        Contender(OVERLAY, "attnscope", stage, stage, lambda v: stage.set_overlay(v, (0, 0, WIDTH, HEIGHT), 0, 1)),
        Contender(BARS, "attnscope", bars, bars, bars.set_values),
        Contender(HEADS, "attnscope", heads, heads, lambda v: heads.set_maps(v, 0, 1)),
        Contender(WALL, "attnscope", wall, wall.viewport(), step_wall),
    ]


def with_pyqtgraph() -> list[Contender]:
    return [_pyqtgraph_overlay(), _pyqtgraph_bars(), _pyqtgraph_heads(), _pyqtgraph_wall()]


def _pyqtgraph_overlay() -> Contender:
    view = pg.GraphicsView()
    box = pg.ViewBox(lockAspect=True, invertY=True)
    view.setCentralItem(box)
    box.addItem(pg.ImageItem(PHOTO, axisOrder="row-major"))
    overlay = pg.ImageItem(np.zeros((14, 14)), axisOrder="row-major", levels=(0, 1))
    overlay.setLookupTable(table("inferno"))
    overlay.setOpacity(0.75)
    box.addItem(overlay)
    overlay.setRect(0, 0, WIDTH, HEIGHT)
    return Contender(OVERLAY, "pyqtgraph", view, view.viewport(), lambda v: overlay.setImage(v, levels=(0, 1)))


def _pyqtgraph_bars() -> Contender:
    view = pg.PlotWidget()
    bars = pg.BarGraphItem(x=np.arange(2048), height=np.zeros(2048), width=0.9, pen=None, brush="#5474b4")
    view.addItem(bars)
    view.setYRange(0, 1)
    return Contender(BARS, "pyqtgraph", view, view.viewport(), lambda v: bars.setOpts(height=v))


def _pyqtgraph_heads() -> Contender:
    view, layout, items = pg.GraphicsView(), pg.GraphicsLayout(), []
    view.setCentralItem(layout)
    for head in range(12):
        box = layout.addViewBox(row=head // 6, col=head % 6, lockAspect=True, invertY=True)
        item = pg.ImageItem(np.zeros((197, 197)), axisOrder="row-major", levels=(0, 1))
        item.setLookupTable(table("inferno"))
        box.addItem(item)
        items.append(item)

    def step(values: np.ndarray) -> None:
        for item, one in zip(items, values, strict=True):
            item.setImage(one, levels=(0, 1))

    return Contender(HEADS, "pyqtgraph", view, view.viewport(), step)


def _pyqtgraph_wall() -> Contender:
    """One image of all maps without gaps: the least that it can be."""
    view = pg.GraphicsView()
    box = pg.ViewBox(lockAspect=True, invertY=True)
    view.setCentralItem(box)
    item = pg.ImageItem(np.zeros((168, 168)), axisOrder="row-major", levels=(0, 1))
    item.setLookupTable(table("inferno"))
    box.addItem(item)

    def step(values: np.ndarray) -> None:
        item.setImage(values.transpose(0, 2, 1, 3).reshape(168, 168), levels=(0, 1))

    return Contender(WALL, "pyqtgraph", view, view.viewport(), step)


def with_matplotlib() -> list[Contender]:
    return [_matplotlib_overlay(), _matplotlib_bars(), _matplotlib_heads(), _matplotlib_wall()]


def _figure() -> tuple[Figure, FigureCanvasQTAgg]:
    figure = Figure(figsize=(WIDTH / 100, HEIGHT / 100), dpi=100)
    return figure, FigureCanvasQTAgg(figure)


def _matplotlib_overlay() -> Contender:
    figure, canvas = _figure()
    axes = figure.add_axes((0, 0, 1, 1))
    axes.imshow(PHOTO)
    over = axes.imshow(
        np.zeros((14, 14)),
        cmap="inferno",
        vmin=0,
        vmax=1,
        alpha=0.75,
        extent=(0, WIDTH, HEIGHT, 0),
        interpolation="bilinear",
    )
    return Contender(OVERLAY, "matplotlib", canvas, canvas, lambda v: (over.set_data(v), canvas.draw_idle()))


def _matplotlib_bars() -> Contender:
    figure, canvas = _figure()
    axes = figure.add_subplot()
    bars = axes.bar(np.arange(2048), np.ones(2048), width=0.9)

    def step(values: np.ndarray) -> None:
        for bar, height in zip(bars, values, strict=True):
            bar.set_height(height)
        canvas.draw_idle()

    return Contender(BARS, "matplotlib", canvas, canvas, step)


def _matplotlib_heads() -> Contender:
    figure, canvas = _figure()
    shown = [axes.imshow(np.zeros((197, 197)), vmin=0, vmax=1) for axes in figure.subplots(2, 6).flat]

    def step(values: np.ndarray) -> None:
        for one, image in zip(values, shown, strict=True):
            image.set_data(one)
        canvas.draw_idle()

    return Contender(HEADS, "matplotlib", canvas, canvas, step)


def _matplotlib_wall() -> Contender:
    figure, canvas = _figure()
    shown = [axes.imshow(np.zeros((14, 14)), vmin=0, vmax=1) for axes in figure.subplots(12, 12).flat]

    def step(values: np.ndarray) -> None:
        for one, image in zip(values.reshape(144, 14, 14), shown, strict=True):
            image.set_data(one)
        canvas.draw_idle()

    return Contender(WALL, "matplotlib", canvas, canvas, step)


def settle(app: QApplication) -> None:
    """Lets everything be painted that has been asked for, timers of no duration included."""
    for _ in range(3):
        app.processEvents()


def measure(app: QApplication, contenders: list[Contender]) -> dict[str, list[float]]:
    """Times one step of each in turn; ours stands in the list twice, to see how much to trust the figures.

    Who begins changes with every round: what comes after a long step finds its data gone from the processor's cache.
    """
    random = np.random.default_rng(0)
    turns = [(one.name, one) for one in contenders] + [("attnscope again", contenders[0])]
    times: dict[str, list[float]] = {name: [] for name, _ in turns}
    for number in range(ROUNDS + 4):
        gc.collect()
        for place in random.permutation(len(turns)):
            name, one = turns[place]
            values = random.random(DATA[one.task], dtype=np.float32)
            count = PaintCount(one.canvas)
            start = time.process_time()
            one.step(values)
            settle(app)
            spent = (time.process_time() - start) * 1000
            assert count.count, f"{one.name} painted nothing"
            if number >= 4:
                times[name].append(spent)
    return times


def main() -> None:
    app = QApplication([])
    apply_theme(app, DARK)
    print(f"CPU ms from new data to painted, {WIDTH}x{HEIGHT}, {app.platformName()}, median of {ROUNDS} (least - most)")
    everyone = [ours(), with_pyqtgraph(), with_matplotlib()]
    for task, contenders in zip(DATA, zip(*everyone, strict=True), strict=True):
        for one in contenders:
            one.widget.resize(WIDTH, HEIGHT)
            one.widget.show()
        settle(app)
        for name, times in measure(app, list(contenders)).items():
            print(f"{task:24s} {name:16s} {statistics.median(times):7.1f}   ({min(times):.1f} - {max(times):.1f})")
        for one in contenders:
            one.widget.hide()


if __name__ == "__main__":
    main()
