"""Values become the colours of a published map, and nothing is made of NaN."""

import numpy as np
import pytest
from attnscope.widgets.colours import COLOUR_MAPS, MISSING, blended, indexed, quantised, table

from .acting import of_image

ENDS = {
    "inferno": ((0, 0, 4), (252, 255, 164)),
    "viridis": ((68, 1, 84), (253, 231, 37)),
    "magma": ((0, 0, 4), (252, 253, 191)),
    "plasma": ((13, 8, 135), (240, 249, 33)),
    "cividis": ((0, 34, 78), (254, 232, 56)),
    "grey": ((0, 0, 0), (255, 255, 255)),
}


@pytest.mark.parametrize("name", COLOUR_MAPS)
def test_a_map_has_its_published_ends_and_grows_brighter_all_the_way(name):
    colours = table(name).astype(float)
    assert colours.shape == (256, 3)
    np.testing.assert_allclose(colours[[0, -1]], ENDS[name], atol=1)
    brightness = colours @ (0.2126, 0.7152, 0.0722)
    assert (np.diff(brightness) > -0.6).all()


def test_an_unknown_map_is_refused_with_the_names_there_are():
    with pytest.raises(ValueError, match=r"no colour map 'jet'.*viridis"):
        table("jet")


def test_a_table_cannot_be_changed_by_mistake():
    with pytest.raises(ValueError, match="read-only"):
        table("inferno")[0] = 0


def test_values_go_to_the_nearest_of_255_steps_and_stay_within_them():
    values = np.array([-3.0, 2.0, 3.0, 4.0, 99.0, np.nan, np.inf, -np.inf])
    assert quantised(values, 2, 4).tolist() == [0, 0, 127, 254, 254, MISSING, 254, 0]


def test_a_scale_without_extent_gives_the_lowest_colour():
    assert quantised(np.array([5.0, 5.0]), 5, 5).tolist() == [0, 0]


def test_an_image_has_a_cell_a_pixel_the_way_up_they_are():
    image = indexed(np.array([[0.0, 1.0, 0.0], [0.0, 0.0, 0.0]]), 0, 1, "grey")
    assert (image.width(), image.height()) == (3, 2)
    assert of_image(image)[..., 0].tolist() == [[0, 255, 0], [0, 0, 0]]


def test_nan_is_transparent():
    image = indexed(np.array([[np.nan, 1.0]]), 0, 1, "inferno")
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(1, 0).alpha() == 255


def test_opacity_goes_with_the_value_and_colours_are_premultiplied():
    image = blended(np.array([[0.0, 1.0, np.nan]]), 0, 1, "grey", np.linspace(0.2, 0.6, 255))
    assert [image.pixelColor(x, 0).alpha() for x in range(3)] == [51, 153, 0]
    assert image.pixelColor(1, 0).red() == 255
