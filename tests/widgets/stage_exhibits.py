"""The stage and what stands beside it, with made-up data, to be looked at."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from attnscope.widgets.controls.readout import Readout
from attnscope.widgets.stage.colour_bar import ColourBar
from attnscope.widgets.stage.stage import Stage
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from .exhibit import Exhibit

WIDTH, HEIGHT = 480, 300
READING = [("pixel", "331, 288"), ("input", "120, 88"), ("token", "92"), ("cell", "7, 5"), ("weight", "0.0712")]


def exhibits() -> dict[str, Exhibit]:
    """The stage in the states that differ."""
    return {
        "stage-empty": (Stage, 560, 400),
        "stage-crop": (lambda: _stand(_crop), 620, 420),
        "stage-marks": (lambda: _stand(_marks), 620, 420),
        "stage-cells": (lambda: _stand(_cells), 620, 420),
        "stage-split": (lambda: _stand(_split), 620, 420),
        "stage-difference": (lambda: _stand(_difference), 620, 420),
        "stage-filled": (lambda: _stand(_filled), 620, 420),
        "stage-zoomed": (lambda: _stand(_zoomed), 620, 420),
        "readout-narrow": (_narrow_readout, 200, 60),
    }


def a_picture() -> np.ndarray:
    """A sky over a field, and a sun."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
    sky = np.stack([90 + y // 4, 140 + y // 4, np.full_like(y, 225)], axis=2)
    field = np.stack([60 + x // 12, 120 + (x * 7 + y * 13) % 23, np.full_like(y, 60)], axis=2)
    picture = np.where((y > 190 + 14 * np.sin(x / 40))[..., None], field, sky)
    picture[(y - 80) ** 2 + (x - 330) ** 2 < 1300] = (255, 232, 150)
    return picture.astype(np.uint8)


def a_map(side: int = 14) -> np.ndarray:
    """Strong around the sun, weaker at a place in the field."""
    y, x = np.mgrid[0:side, 0:side] / side
    near, far = np.exp(-((y - 0.27) ** 2 + (x - 0.8) ** 2) * 40), np.exp(-((y - 0.75) ** 2 + (x - 0.25) ** 2) * 60)
    return (near + 0.5 * far).astype(np.float32)


def _stand(fill: Callable[[Stage, ColourBar], None]) -> QWidget:
    stand, stage, bar, readout = QWidget(), Stage(), ColourBar(), Readout()
    row, column = QHBoxLayout(), QVBoxLayout(stand)
    row.addWidget(stage, 1)
    row.addWidget(bar)
    column.addLayout(row, 1)
    column.addWidget(readout)
    stage.set_picture(a_picture())
    readout.set_reading(READING)
    stage.resize(500, 340)
    fill(stage, bar)
    return stand


def _crop(stage: Stage, bar: ColourBar) -> None:
    stage.set_seen((90, 0, HEIGHT, HEIGHT))
    stage.set_overlay(a_map(), (90, 0, HEIGHT, HEIGHT), 0, 1)
    bar.set_title("weight")


def _marks(stage: Stage, bar: ColourBar) -> None:
    _crop(stage, bar)
    cell = HEIGHT / 14
    stage.set_contours(True)
    stage.set_cell_grid(True)
    stage.set_marker((90 + 11 * cell, 3 * cell, cell, cell))
    stage.set_pins([(90 + 3 * cell, 10 * cell, cell, cell), (90, 0, cell, cell)])
    stage.set_pointer((200, 180))


def _cells(stage: Stage, bar: ColourBar) -> None:
    values = a_map()
    values[values < 0.2] = np.nan
    stage.set_smooth(False)
    stage.set_overlay(values, (0, 0, WIDTH, HEIGHT), 0, 1)


def _split(stage: Stage, bar: ColourBar) -> None:
    stage.set_overlay(a_map(), (0, 0, WIDTH, HEIGHT), 0, 1)
    stage.set_over(replace(stage.scene(), overlay=None))
    stage.set_split(0.7)
    stage.set_split_labels("encoder.1.attention", "photo")


def _difference(stage: Stage, bar: ColourBar) -> None:
    for one in (stage, bar):
        one.set_colour_map("vik")
    stage.set_overlay(a_map() - a_map()[::-1], (0, 0, WIDTH, HEIGHT), -1, 1)
    bar.set_range(-1, 1)
    bar.set_title("first less second")


def _filled(stage: Stage, bar: ColourBar) -> None:
    stage.set_seen((0, -90, WIDTH, WIDTH))
    stage.set_overlay(a_map(), (0, -90, WIDTH, WIDTH), 0, 1)
    stage.zoom_by(0.7)


def _zoomed(stage: Stage, bar: ColourBar) -> None:
    _marks(stage, bar)
    stage.zoom_by(4, QPointF(stage.width() * 0.7, stage.height() * 0.3))


def _narrow_readout() -> QWidget:
    readout = Readout()
    readout.set_reading(READING)
    return readout
