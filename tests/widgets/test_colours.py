"""Values become the colours of a published map, and nothing is made of NaN."""

import numpy as np
import pytest
from attnscope.widgets.look.colours import (
    COLOUR_MAPS,
    DIVERGING_MAPS,
    MISSING,
    blended,
    indexed,
    is_diverging,
    quantised,
    strengths,
    table,
    with_gamma,
)

from .acting import of_image

ENDS = {
    "inferno": ((0, 0, 4), (252, 255, 164)),
    "viridis": ((68, 1, 84), (253, 231, 37)),
    "magma": ((0, 0, 4), (252, 253, 191)),
    "plasma": ((13, 8, 135), (240, 249, 33)),
    "cividis": ((0, 34, 78), (254, 232, 56)),
    "mako": ((11, 4, 5), (222, 245, 229)),
    "rocket": ((3, 5, 26), (250, 235, 221)),
    "grey": ((0, 0, 0), (255, 255, 255)),
    "vik": ((0, 18, 97), (89, 0, 8)),
    "berlin": ((158, 176, 255), (255, 173, 173)),
    "broc": ((44, 26, 76), (38, 38, 0)),
}

RED_BLIND = ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998))
GREEN_BLIND = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))
"""Linear red, green and blue as those see them who lack a cone: Machado, Oliveira and Fernandes 2009, severity 1."""

TO_XYZ = np.array(((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505)))
WHITE = np.array((0.9505, 1.0, 1.089))


def linear(colours: np.ndarray) -> np.ndarray:
    """sRGB, 0 to 255 -> linear light, 0 to 1 (IEC 61966-2-1)."""
    part = np.asarray(colours, dtype=float) / 255
    return np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)


def lab(light: np.ndarray) -> np.ndarray:
    """Linear light -> CIE 1976 L*, a*, b*."""
    part = light @ TO_XYZ.T / WHITE
    root = np.where(part > 216 / 24389, np.cbrt(np.maximum(part, 0)), (24389 / 27 * part + 16) / 116)
    x, y, z = root[..., 0], root[..., 1], root[..., 2]
    return np.stack((116 * y - 16, 500 * (x - y), 200 * (y - z)), axis=-1)


def lightness(name: str) -> np.ndarray:
    return lab(linear(table(name)))[:, 0]


@pytest.mark.parametrize("name", COLOUR_MAPS)
def test_a_map_has_its_published_ends_and_grows_brighter_all_the_way(name):
    colours = table(name).astype(float)
    assert colours.shape == (256, 3)
    np.testing.assert_allclose(colours[[0, -1]], ENDS[name], atol=1)
    brightness = colours @ (0.2126, 0.7152, 0.0722)
    assert (np.diff(brightness) > -0.6).all()


@pytest.mark.parametrize("name", COLOUR_MAPS)
def test_lightness_runs_evenly_from_the_first_colour_to_the_last(name):
    found = lightness(name)
    straight = np.linspace(found[0], found[-1], 256)
    assert found[-1] - found[0] > 70
    assert np.abs(found - straight).max() < 6  # of 100; "jet" is off by 55
    quarters = np.diff(found[[0, 64, 128, 191, 255]])
    assert quarters.min() > 0.6 * quarters.mean()


@pytest.mark.parametrize("name", DIVERGING_MAPS)
def test_a_diverging_map_has_its_published_ends_and_both_arms_are_even_and_alike(name):
    np.testing.assert_allclose(table(name).astype(int)[[0, -1]], ENDS[name], atol=1)
    found = lightness(name)
    away = np.abs(found - found[127:129].mean())
    left, right = away[127::-1], away[128:]
    assert min(left[-1], right[-1]) > 60
    assert np.abs(left - right).max() < 12
    for arm in (left, right):
        assert (np.diff(arm) > -0.5).all()
        assert np.abs(arm - np.linspace(arm[0], arm[-1], 128)).max() < 13  # where the arms meet they are rounded


@pytest.mark.parametrize("sight", [np.eye(3), RED_BLIND, GREEN_BLIND], ids=["full", "red-blind", "green-blind"])
@pytest.mark.parametrize("name", DIVERGING_MAPS)
def test_the_signs_of_a_difference_are_told_apart_by_colour_blind_eyes_too(name, sight):
    seen = lab(np.clip(linear(table(name)) @ np.asarray(sight).T, 0, 1))
    apart = np.linalg.norm(seen - seen[::-1], axis=1)
    assert apart[: 256 // 3].min() > 10  # 2.3 is just noticed


@pytest.mark.parametrize("gamma", [0.5, 2.0])
def test_gamma_of_a_sequential_map_bends_it_from_its_low_end(gamma):
    plain, bent = table("grey")[:, 0].astype(float), table(with_gamma("grey", gamma))[:, 0]
    wanted = plain[np.round(255 * np.linspace(0, 1, 256) ** gamma).astype(int)]
    np.testing.assert_array_equal(bent, wanted)


def test_gamma_of_a_diverging_map_keeps_its_middle_and_both_ends():
    plain, bent = table("vik").astype(int), table(with_gamma("vik", 0.5)).astype(int)
    np.testing.assert_array_equal(bent[[0, -1]], plain[[0, -1]])
    assert np.abs(bent[127:129] - plain[127:129]).max() < 60
    np.testing.assert_array_equal(bent[192], plain[round(255 * (0.5 + 0.5 * (2 * 192 / 255 - 1) ** 0.5))])
    np.testing.assert_array_equal(bent[63], plain[round(255 * (0.5 - 0.5 * (1 - 2 * 63 / 255) ** 0.5))])


def test_nothing_is_at_the_low_end_and_in_the_middle_of_a_diverging_map():
    assert strengths("inferno")[[0, 127, -1]].tolist() == [0, 0.5, 1]
    assert strengths("vik")[[0, 127, -1]].tolist() == [1, 0, 1]
    assert strengths("inferno^0.5")[127] == pytest.approx(0.5**0.5)
    assert strengths("vik^0.5")[127 + 32] == pytest.approx((32 / 127) ** 0.5)
    assert [is_diverging(name) for name in ("vik", "vik^2", "inferno", "grey^0.5")] == [True, True, False, False]


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
