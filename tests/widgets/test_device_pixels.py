"""Every pixel of the screen shows what lies under its centre, at any zoom."""

import numpy as np
import pytest
from attnscope.widgets.look.device_pixels import paint_cells, pixel_edge
from attnscope.widgets.look.photo import Photo
from attnscope.widgets.stage.stage import Stage
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator, QSvgRenderer

from .acting import of_image, pixels, shown

RANDOM = np.random.default_rng(7)
ROWS, COLUMNS = 7, 5
GREYS = (np.arange(ROWS * COLUMNS).reshape(ROWS, COLUMNS) * 7 % 35 * 7).astype(np.float32)
"""A different grey in every cell, far from its neighbours'."""


def a_stage(qtbot, picture: np.ndarray, smooth: bool = False) -> Stage:
    stage = shown(qtbot, Stage(), 400, 300)
    stage.set_picture(picture)
    height, width = picture.shape[:2]
    stage.set_colour_map("grey")
    stage.set_smooth(smooth)
    stage.set_blend("even")
    stage.set_opacity(1)
    stage.set_overlay(GREYS, (0, 0, width, height), 0, 254)
    stage.clearFocus()
    return stage


def cell_places(stage: Stage, width: float, height: float) -> tuple[np.ndarray, np.ndarray]:
    """Row and column, as numbers with a fraction, of the cell under the centre of every pixel of the widget."""
    view = stage.view()
    x, y = np.arange(stage.width()) + 0.5, np.arange(stage.height()) + 0.5
    return (y - view.top) / view.scale / height * ROWS, (x - view.left) / view.scale / width * COLUMNS


@pytest.mark.parametrize("zoom", [1.0, 0.43, 1.7, 6.3, 41.0, 900.0])
@pytest.mark.parametrize("size", [(300, 211), (3000, 2110), (4, 3)])
def test_every_pixel_has_the_colour_of_the_cell_that_its_centre_lies_in(qtbot, size, zoom):
    stage = a_stage(qtbot, np.zeros((*size[::-1], 3), dtype=np.uint8))
    stage.zoom_by(zoom, QPointF(133.3, 117.9))
    down, across = cell_places(stage, *size)
    rows, columns = np.floor(down).astype(int), np.floor(across).astype(int)
    inside = ((rows >= 0) & (rows < ROWS))[:, None] & ((columns >= 0) & (columns < COLUMNS))[None, :]
    wanted = GREYS[rows.clip(0, ROWS - 1)][:, columns.clip(0, COLUMNS - 1)]
    seen = pixels(stage)[..., 0].astype(float)
    assert inside.sum() > 1000
    assert np.abs(seen - wanted)[inside].max() <= 2


@pytest.mark.parametrize("zoom", [1.0, 6.3, 41.0])
def test_a_smooth_map_is_linear_between_the_cells_centres_at_any_zoom(qtbot, zoom):
    stage = a_stage(qtbot, np.zeros((2110, 3000, 3), dtype=np.uint8), smooth=True)
    stage.zoom_by(zoom, QPointF(133.3, 117.9))
    down, across = (place - 0.5 for place in cell_places(stage, 3000, 2110))
    y, x = down.clip(0, ROWS - 1)[:, None], across.clip(0, COLUMNS - 1)[None, :]
    top, left = np.floor(y).astype(int), np.floor(x).astype(int)
    bottom, right = np.minimum(top + 1, ROWS - 1), np.minimum(left + 1, COLUMNS - 1)
    above = GREYS[top, left] * (1 - (x - left)) + GREYS[top, right] * (x - left)
    below = GREYS[bottom, left] * (1 - (x - left)) + GREYS[bottom, right] * (x - left)
    wanted = above * (1 - (y - top)) + below * (y - top)
    inside = ((down > -0.4) & (down < ROWS - 0.6))[:, None] & ((across > -0.4) & (across < COLUMNS - 0.6))[None, :]
    seen = pixels(stage)[..., 0].astype(float)
    assert np.abs(seen - wanted)[inside].max() <= 5


@pytest.mark.parametrize("zoom", [1.0, 2.7, 5.01])
def test_magnified_pixels_of_the_picture_are_squares_exactly_where_they_lie(qtbot, zoom):
    picture = RANDOM.integers(0, 256, (23, 31, 3), dtype=np.uint8)
    stage = a_stage(qtbot, picture)
    stage.set_overlay(None)
    stage.zoom_by(zoom, QPointF(133.3, 117.9))
    view = stage.view()
    y = np.floor((np.arange(300) + 0.5 - view.top) / view.scale).astype(int)
    x = np.floor((np.arange(400) + 0.5 - view.left) / view.scale).astype(int)
    inside = ((y >= 0) & (y < 23))[:, None] & ((x >= 0) & (x < 31))[None, :]
    wanted = picture[y.clip(0, 22)][:, x.clip(0, 30)]
    assert inside.sum() > 10_000
    assert np.array_equal(pixels(stage)[inside], wanted[inside])


def test_cells_are_exact_on_a_screen_with_two_pixels_for_one():
    words = np.array([[0xFF000000, 0xFFFFFFFF, 0xFF000000]], dtype=np.uint32)
    canvas = QImage(200, 20, QImage.Format.Format_RGB32)
    canvas.setDevicePixelRatio(2)
    canvas.fill(0xFF808080)
    painter = QPainter(canvas)
    paint_cells(painter, QRectF(5.3, 0, 90, 10), words, QImage.Format.Format_RGB32)
    assert pixel_edge(painter, 5.3 + 30, across=True) == 35.5
    painter.end()
    light = np.nonzero(of_image(canvas)[10, :, 0] == 255)[0]
    assert (light.min(), light.max() + 1) == (71, 131)  # 2 * 35.3 and 2 * 65.3, to the nearest pixel's border


def test_the_border_between_pixels_is_the_nearest_one():
    canvas = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = QPainter(canvas)
    painter.translate(0.25, 0)
    edges = [pixel_edge(painter, at, across=True) for at in (3.0, 3.4)]
    painter.end()
    assert edges == [2.75, 3.75]


def test_a_pdf_gets_cells_too_and_is_written(tmp_path):
    path = tmp_path / "cells.pdf"
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A6))
    painter = QPainter(writer)
    paint_cells(painter, QRectF(0, 0, 900, 900), np.full((2, 2), 0xFF00FF00, np.uint32), QImage.Format.Format_RGB32)
    painter.end()
    assert b"/Subtype /Image" in path.read_bytes()


def test_of_a_picture_an_svg_gets_the_part_that_can_be_seen_and_where_it_lies(tmp_path):
    picture = np.zeros((200, 300, 3), dtype=np.uint8)
    picture[:, 150:] = 255
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setFileName(str(tmp_path / "part.svg"))
    generator.setSize(QSize(300, 200))
    generator.setViewBox(QRectF(0, 0, 300, 200))
    painter = QPainter(generator)
    painter.setClipRect(QRectF(120, 0, 180, 200))
    Photo(picture).paint(painter, QRectF(0, 0, 300, 200))
    painter.end()
    canvas = QImage(300, 200, QImage.Format.Format_RGB32)
    canvas.fill(0xFF800000)
    painter = QPainter(canvas)
    QSvgRenderer(str(tmp_path / "part.svg")).render(painter)
    painter.end()
    row = of_image(canvas)[100]
    assert [tuple(row[x]) for x in (100, 130, 170, 290)] == [(128, 0, 0), (0, 0, 0), (255, 255, 255), (255, 255, 255)]
