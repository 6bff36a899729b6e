"""What is planted in an image lies in the input where the affine says, for every shape and fit, and the way back."""

import numpy as np
import pytest
import torch
from attnscope.models.pictures.preprocess import Fit, Interpolation, Preprocess
from PIL import Image

GREY = (0.5, 0.5, 0.5)
SHAPES = [(96, 96), (400, 400), (200, 400), (450, 150), (31, 47), (1000, 970)]


def planted(height: int, width: int, row: float, column: float, side: int) -> tuple[np.ndarray, tuple[float, float]]:
    """A black image with a white square at about this place (shares of the size), and the square's exact centre."""
    pixels = np.zeros((height, width, 3), np.uint8)
    top, left = int(row * height) - side // 2, int(column * width) - side // 2
    pixels[top : top + side, left : left + side] = 255
    return pixels, (top + side / 2, left + side / 2)


def centre_of_light(plane: np.ndarray) -> tuple[float, float]:
    """The centre of what is bright, pixel edges counting from 0."""
    light = np.clip(plane, 0, None)
    rows, columns = np.indices(plane.shape) + 0.5
    return float((rows * light).sum() / light.sum()), float((columns * light).sum() / light.sum())


@pytest.mark.parametrize("fit", ["letterbox", "crop", "stretch"])
@pytest.mark.parametrize("size", [(96, 96), (64, 128)])
@pytest.mark.parametrize(("height", "width"), SHAPES)
@pytest.mark.parametrize(("row", "column"), [(0.5, 0.5), (0.46, 0.58), (0.54, 0.45)])
def test_dot_lands_where_the_affine_says(fit: Fit, size, height, width, row, column):
    prepare = Preprocess(size, fit, mean=(0, 0, 0), std=(1, 1, 1))
    affine = prepare.affine(height, width)
    side = max(1, round(min(affine.down, affine.across) * 2))
    pixels, (y, x) = planted(height, width, row, column, side)
    expected = affine.to_input(y, x)
    found = centre_of_light(prepare.apply(pixels)[1])
    assert found == pytest.approx(expected, abs=0.06)
    assert affine.to_image(*found) == pytest.approx((y, x), abs=0.06 * max(affine.down, affine.across))


def test_letterbox_worked_out_by_hand():
    affine = Preprocess((96, 96)).affine(height=200, width=100)
    assert affine.to_image(0, 24) == (0, 0)
    assert affine.to_image(96, 72) == (200, 100)
    assert affine.box((0, 24, 96, 72)) == (0, 0, 100, 200)


def test_crop_worked_out_by_hand():
    affine = Preprocess((96, 96), "crop").affine(height=200, width=100)
    assert affine.to_image(0, 0) == (50, 0)
    assert affine.to_image(96, 96) == (150, 100)


def test_borders_of_a_letterbox_are_zero_to_the_network():
    prepared = Preprocess((96, 96), mean=(0.1, 0.2, 0.3), std=(0.5, 0.6, 0.7)).apply(
        np.full((50, 100, 3), 255, np.uint8)
    )
    assert np.all(prepared[:, :24] == 0)
    assert np.all(prepared[:, 72:] == 0)
    assert np.all(prepared[:, 24:72] > 0.5)


def test_channels_are_normalised_each_by_its_own_figures():
    pixels = np.tile(np.array([51, 102, 204], np.uint8), (8, 8, 1))
    prepared = Preprocess((8, 8), mean=(0.1, 0.2, 0.3), std=(0.5, 0.25, 0.1)).apply(pixels)
    assert prepared[:, 3, 3] == pytest.approx([(0.2 - 0.1) / 0.5, (0.4 - 0.2) / 0.25, (0.8 - 0.3) / 0.1], abs=1e-5)


@pytest.mark.parametrize("interpolation", ["bilinear", "bicubic"])
@pytest.mark.parametrize(("height", "width"), [*SHAPES, (300, 301), (257, 224), (224, 1000)])
def test_crop_is_torchvisions_resize_and_centre_crop(height, width, interpolation: Interpolation):
    v1 = pytest.importorskip("torchvision.transforms")
    mean, std = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
    way = v1.InterpolationMode(interpolation)
    theirs = v1.Compose([v1.Resize(256, way), v1.CenterCrop(224), v1.ToTensor(), v1.Normalize(mean, std)])
    pixels = np.random.default_rng(height).integers(0, 256, (height, width, 3)).astype(np.uint8)
    ours = Preprocess((224, 224), "crop", mean, std, resize=256, interpolation=interpolation)
    expected = theirs(Image.fromarray(pixels))
    assert torch.allclose(torch.from_numpy(ours.apply(pixels)), expected, atol=1e-6)


def test_fine_stripes_are_averaged_not_sampled():
    pixels = np.zeros((960, 960, 3), np.uint8)
    pixels[:, ::2] = 255
    prepared = Preprocess((96, 96), mean=GREY, std=(1, 1, 1)).apply(pixels)
    assert np.abs(prepared[:, 5:-5, 5:-5]).max() < 0.01


@pytest.mark.parametrize("fit", ["letterbox", "crop", "stretch"])
@pytest.mark.parametrize(("height", "width"), [(1, 1), (1, 30_000), (30_000, 1), (3, 2)])
def test_any_shape_makes_an_input(fit: Fit, height, width):
    prepared = Preprocess((224, 224), fit, resize=256).apply(np.full((height, width, 3), 200, np.uint8))
    assert prepared.shape == (3, 224, 224)
    assert prepared.dtype == np.float32
    assert np.isfinite(prepared).all()


def test_long_picture_is_cropped_where_the_affine_says():
    prepare = Preprocess((96, 96), "crop", mean=(0, 0, 0), std=(1, 1, 1))
    pixels, (y, x) = planted(100, 40_000, 0.3, 0.5, 6)
    assert centre_of_light(prepare.apply(pixels)[0]) == pytest.approx(
        prepare.affine(100, 40_000).to_input(y, x), abs=0.1
    )


def test_input_larger_than_the_resized_image_has_borders():
    prepare = Preprocess((64, 64), "crop", mean=(0, 0, 0), std=(1, 1, 1), resize=32)
    prepared = prepare.apply(np.full((50, 50, 3), 255, np.uint8))
    assert prepared[0, 16:48, 16:48].min() == pytest.approx(1)
    assert prepared.sum() == pytest.approx(3 * 32 * 32)
