"""A map's weights stay where their cells are, smoothed or not."""

import numpy as np
import pytest
from attnscope.widgets.stage.overlay import FINE, Look, Overlay, opacities, overlay_image

from .acting import of_image

CELLS, SMOOTH = Look("grey", smooth=False, blend="even"), Look("grey", smooth=True, blend="even")
BOX = (0.0, 0.0, 8.0, 8.0)


def brightness(values, look) -> np.ndarray:
    """0 to 255 at every fine pixel; -1 where it is transparent."""
    image = overlay_image(Overlay(np.asarray(values, dtype=np.float32), BOX, 0, 1), look)
    alpha = np.array([[image.pixelColor(x, y).alpha() for x in range(image.width())] for y in range(image.height())])
    return np.where(alpha == 255, of_image(image)[..., 0].astype(int), -1)


def test_cells_are_as_they_lie():
    fine = brightness([[0, 1], [0.5, 0]], CELLS)
    half = FINE // 2
    assert (fine[:half, :half] == 0).all()
    assert (fine[:half, half:] == 255).all()
    assert (np.abs(fine[half:, :half] - 128) <= 1).all()


def test_smooth_has_each_cells_value_at_its_centre_and_the_mean_half_way():
    fine = brightness([[0, 1], [0, 1]], SMOOTH)
    quarter = FINE // 4
    assert fine[quarter, quarter] <= 1
    assert fine[quarter, 3 * quarter] >= 254
    assert fine[quarter, 2 * quarter] == pytest.approx(128, abs=2)


def test_beyond_the_outermost_centres_smooth_goes_on_unchanged():
    fine = brightness([[0, 1], [0, 1]], SMOOTH)
    assert (fine[:, : FINE // 4] <= 1).all()
    assert (fine[:, -FINE // 4 :] >= 254).all()


@pytest.mark.parametrize("look", [CELLS, SMOOTH], ids=["cells", "smooth"])
def test_a_cell_without_a_weight_is_a_hole_of_its_own_size_with_clean_edges(look):
    fine = brightness([[1, 1, 1], [1, np.nan, 1], [1, 1, 1]], look)
    third = FINE // 3
    hole = np.zeros_like(fine, dtype=bool)
    hole[third : 2 * third, third : 2 * third] = True
    assert (fine[hole] == -1).all()
    assert (fine[~hole] == 255).all()


def test_weak_attention_shows_the_picture_and_strong_attention_covers_it():
    alpha = opacities("by value")
    assert alpha[0] == 0
    assert alpha[-1] == 1
    assert (np.diff(alpha) > 0).all()
    assert (opacities("even") == 1).all()


def test_a_difference_covers_at_both_ends_and_shows_the_picture_where_nothing_differs():
    alpha = opacities("by value", "vik")
    assert alpha[[0, 127, -1]].tolist() == [1, 0, 1]
    np.testing.assert_allclose(alpha, alpha[::-1], atol=1e-6)


def test_gamma_lets_weak_attention_cover_as_its_colour_does():
    assert opacities("by value", "inferno^0.5")[64] == pytest.approx((64 / 254) ** (0.5 * 0.6))


@pytest.mark.parametrize("look", [CELLS, SMOOTH], ids=["cells", "smooth"])
def test_a_part_is_as_it_is_in_the_whole(look):
    values = np.random.default_rng(0).random((6, 6), dtype=np.float32)
    overlay, part = Overlay(values, BOX, 0, 1), (2, 1, 4, 3)
    whole, some = (of_image(overlay_image(overlay, look, which))[..., 0].astype(int) for which in (None, part))
    fine = some.shape[0] // 2
    step = whole.shape[0] // 6
    centres = (np.arange(2 * step) + 0.5) / step * fine - 0.5
    picked = some[np.round(centres).astype(int)][:, np.round(centres).astype(int)]
    assert np.abs(picked - whole[2 * step : 4 * step, step : 3 * step]).max() <= 4


@pytest.mark.parametrize("shape", [(1, 1), (1, 200), (700, 3), (384, 384)])
def test_any_shape_of_map_can_be_painted(shape):
    image = overlay_image(Overlay(np.ones(shape, dtype=np.float32), BOX, 0, 1), SMOOTH)
    assert image.width() % shape[1] == 0
    assert image.height() % shape[0] == 0
