"""Small pictures: bars, a map, heads; and the signs of the kinds."""

import numpy as np
import pytest
from attnscope.widgets.layers.preview import Preview, paint_preview, picture_rects
from attnscope.widgets.look.kind_icon import KINDS, kind_icon
from attnscope.widgets.look.theme import DARK
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QIcon, QImage, QPainter

from .acting import close, of_image

RECT = QRectF(0, 0, 84, 32)


def painted(values: np.ndarray) -> np.ndarray:
    canvas = QImage(84, 32, QImage.Format.Format_RGB32)
    canvas.fill(0)
    painter = QPainter(canvas)
    paint_preview(painter, RECT, Preview(values, 0, 1, "grey"), DARK)
    painter.end()
    return of_image(canvas)


def test_channel_weights_are_bars_over_the_whole_width():
    seen = painted(np.array([1.0, 0.0, 0.5], dtype=np.float32))
    bar = DARK.bars.getRgb()[:3]
    assert [close(seen[2, x], bar) for x in (10, 40, 70)] == [True, False, False]
    assert [close(seen[24, x], bar) for x in (10, 40, 70)] == [True, False, True]


def test_a_map_stands_at_the_right_as_high_as_it_fits():
    seen = painted(np.ones((4, 4), dtype=np.float32))[..., 0]
    assert (seen[:, 52:] == 255).all()
    assert (seen[:, :51] == 0).all()


def test_of_many_heads_the_first_four_are_shown_apart():
    rects = picture_rects(RECT, Preview(np.ones((12, 5, 5), dtype=np.float32), 0, 1))
    assert len(rects) == 4
    assert not any(one.intersects(other) for i, one in enumerate(rects) for other in rects[:i])
    assert all(RECT.adjusted(-0.01, -0.01, 0.01, 0.01).contains(rect) for rect in rects)


@pytest.mark.parametrize("values", [np.zeros(3), np.full(3, np.nan), np.array([-1.0, 1.0]), np.zeros((1, 500))])
def test_odd_weights_are_painted_without_a_crash(values):
    assert painted(values.astype(np.float32)).shape == (32, 84, 3)


def test_kinds_are_told_apart_by_shape_alone(qapp):
    signs = [of_image(kind_icon(kind, DARK).pixmap(16, 16).toImage())[..., 2] > 60 for kind in KINDS]
    for number, one in enumerate(signs):
        assert one.sum() > 20
        assert all((one != other).sum() > 20 for other in signs[:number])


def test_the_sign_of_a_kind_is_seen_on_a_pressed_chip_with_the_focus_too(qapp):
    icon = kind_icon("heads", DARK)
    pressed = icon.pixmap(QSize(16, 16), 1.0, QIcon.Mode.Active, QIcon.State.On).toImage()
    seen = of_image(pressed)[painted_places(pressed)]
    assert close(np.median(seen, axis=0), DARK.on_accent.getRgb()[:3])


def painted_places(image: QImage) -> np.ndarray:
    """Where something is painted."""
    alpha = image.convertToFormat(QImage.Format.Format_Alpha8)
    rows = np.frombuffer(alpha.constBits(), np.uint8).reshape(alpha.height(), alpha.bytesPerLine())
    return rows[:, : alpha.width()] == 255


def test_a_lone_picture_stands_at_the_right_of_a_row_and_in_the_middle_of_a_tile():
    preview = Preview(np.ones((16, 2), np.float32), 0, 1)
    room = QRectF(0, 0, 80, 32)
    assert picture_rects(room, preview)[0].right() == room.right()
    assert picture_rects(room, preview, centred=True)[0].center() == room.center()
