"""Where a picture lies on the screen, and back."""

import pytest
from attnscope.widgets.look.viewport import LinkedView, Viewport
from PySide6.QtCore import QPointF, QRectF

ROOM = QRectF(0, 0, 400, 300)


@pytest.mark.parametrize(("width", "height"), [(100, 200), (640, 480), (1, 1), (5000, 2)])
def test_a_fitted_picture_is_whole_centred_and_touches_two_sides(width, height):
    lies = Viewport.fitted(width, height, ROOM).to_screen((0, 0, width, height))
    assert ROOM.adjusted(-1, -1, 1, 1).contains(lies)
    assert lies.center().x() == pytest.approx(200, abs=1)
    assert lies.center().y() == pytest.approx(150, abs=1)
    assert lies.width() == pytest.approx(400) or lies.height() == pytest.approx(300)


def test_a_place_goes_to_the_screen_and_back():
    view = Viewport(2.5, 30, -7)
    assert view.to_screen((4, 6, 2, 1)) == QRectF(40, 8, 5, 2.5)
    assert view.to_picture(QPointF(40, 8)) == pytest.approx((4, 6))


def test_zooming_keeps_what_is_under_the_pointer():
    view, at = Viewport(1.5, 10, 20), QPointF(133, 71)
    assert view.zoomed(3, at).to_picture(at) == pytest.approx(view.to_picture(at))


def test_a_large_picture_cannot_be_lost_and_a_small_one_stays_in_the_middle():
    lost = Viewport(10, 5000, -9000).held(100, 100, ROOM)
    assert lost.to_screen((0, 0, 100, 100)).contains(ROOM.center()) or lost.left == 200
    small = Viewport(1, 77, 99).held(100, 100, ROOM)
    assert (small.left, small.top) == (150, 100)


def test_a_linked_view_shows_the_same_part_of_a_picture_of_another_size():
    linked = Viewport.fitted(640, 480, ROOM).zoomed(3, QPointF(50, 60)).linked(640, 480, ROOM)
    followed = Viewport.following(linked, 64, 48, QRectF(10, 20, 200, 150))
    x, y = followed.to_picture(QPointF(110, 95))
    assert (x / 64, y / 48) == pytest.approx((linked.x, linked.y))
    assert followed.scale == pytest.approx(3 * 200 / 64)
    assert linked.zoom == pytest.approx(3)


def test_the_whole_picture_is_the_fitted_view():
    assert LinkedView().fitted
    assert Viewport.fitted(640, 480, ROOM).linked(640, 480, ROOM).fitted
    assert not LinkedView(zoom=1.2).fitted
