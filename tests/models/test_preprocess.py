"""What is planted in an image lies in the input where the affine says, for every shape and fit, and the way back."""

import numpy as np
import pytest
import torch
from attnscope.models.errors import UserError
from attnscope.models.model_request import Preparation
from attnscope.models.pictures.preparing import prepared
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


# ---------------------------------------------------------------------- frames, borders, channels

FRAMES = [
    Preprocess((96, 64), "crop", resize=(120, 80)),
    Preprocess((64, 96), "stretch", resize=(90, 100)),
    Preprocess((96, 96), "letterbox", resize=(106, 106)),
    Preprocess((97, 64), "crop", resize=97, middle="below"),
    Preprocess((96, 96), "crop", resize=64, border=(0, 0, 0)),
    Preprocess((64, 64), "stretch", bgr=True, interpolation="lanczos"),
    Preprocess((80, 64), "crop", interpolation="hamming"),
    Preprocess((64, 64), "crop", resize=72, interpolation="box"),
]


@pytest.mark.parametrize("prepare", FRAMES)
@pytest.mark.parametrize(("height", "width"), [(200, 300), (301, 203), (63, 65), (500, 130), (1001, 997)])
def test_bright_dot_lies_where_the_affine_says_in_every_frame(prepare: Preprocess, height, width):
    affine = prepare.affine(height, width)
    side = max(2, round(max(affine.down, affine.across) * 3))
    pixels, (y, x) = planted(height, width, 0.5, 0.5, side)
    plane = prepare.apply(pixels)[1] * prepare.std[1] + prepare.mean[1]
    light = np.where(plane > 0.5, plane, 0)  # the borders are grey
    assert centre_of_light(light) == pytest.approx(affine.to_input(y, x), abs=0.5)


def test_border_has_the_colour_that_it_is_told():
    black = Preprocess((64, 64), "letterbox", mean=(0.5, 0.25, 0.1), std=(0.5, 0.25, 0.2), border=(0, 0, 0))
    found = black.apply(np.full((32, 64, 3), 255, np.uint8))
    assert found[:, 0, 0] == pytest.approx([-1, -1, -0.5])


def test_blue_comes_first_where_the_network_takes_it_so():
    pixels = np.tile(np.array([255, 128, 0], np.uint8), (8, 8, 1))
    found = Preprocess((8, 8), mean=(0.1, 0, 0), std=(1, 1, 0.5), bgr=True).apply(pixels)
    assert found[:, 4, 4] == pytest.approx([0, 128 / 255, 0.9], abs=1e-6)
    assert found.flags.c_contiguous


def test_very_long_picture_is_prepared_as_if_all_of_it_were_resized():
    pixels = np.random.default_rng(3).integers(0, 256, (2000, 37, 3)).astype(np.uint8)
    whole = np.asarray(Image.fromarray(pixels).resize((600, 32432), Image.Resampling.BICUBIC))[15916:16516]
    found = Preprocess((600, 600), "crop", (0, 0, 0), (1, 1, 1), 600, interpolation="bicubic").apply(pixels)
    assert np.abs(found.transpose(1, 2, 0) * 255 - whole).max() < 1.01


# ---------------------------------------------------------------------- what the user says

OWN = Preprocess((224, 224), "crop", resize=256, guessed=True)


def test_nothing_said_changes_nothing():
    assert prepared(OWN, Preparation()) == OWN


def test_frame_grows_with_the_input():
    assert prepared(OWN, Preparation(size=(448, 448))).resize == 512
    assert prepared(OWN, Preparation(size=(112, 224))).resize == (128, 256)
    frame = Preprocess((224, 224), "stretch", resize=(256, 240))
    assert prepared(frame, Preparation(size=(448, 224))).resize == (512, 240)


def test_another_fit_has_no_frame():
    letterbox = prepared(Preprocess((64, 64), "crop", resize=72, border=(0, 0, 0)), Preparation(fit="letterbox"))
    assert (letterbox.fit, letterbox.resize, letterbox.border) == ("letterbox", None, None)
    assert prepared(OWN, Preparation(fit="crop")).resize == 256


def test_mean_and_spread_of_one_number_hold_for_all_channels():
    told = prepared(OWN, Preparation(mean=(0.5,), std=(0.1, 0.2, 0.3)))
    assert (told.mean, told.std) == ((0.5, 0.5, 0.5), (0.1, 0.2, 0.3))


def test_guess_ends_where_all_is_said():
    assert prepared(OWN, Preparation(size=(64, 64))).guessed
    assert not prepared(OWN, Preparation(size=(64, 64), mean=(0.5,), std=(0.5,))).guessed


@pytest.mark.parametrize(
    ("wish", "word"),
    [
        (Preparation(mean=(0.5, 0.5)), "2 numbers"),
        (Preparation(std=(0.5, 0.0, 0.5)), "above 0"),
        (Preparation(std=(-1.0,)), "above 0"),
        (Preparation(mean=(float("nan"),)), "no number"),
        (Preparation(mean=("x",)), "no number"),
        (Preparation(mean="0.5"), "mean"),
        (Preparation(size=(0, 5)), "0 x 5"),
        (Preparation(size=(99_999, 99_999)), "megapixels"),
        (Preparation(size=(224,)), "rows and columns"),
        (Preparation(size=(1.5, 2.5)), "whole pixels"),
        (Preparation(fit="squash"), "choose letterbox, crop, stretch"),
    ],
)
def test_impossible_wishes_are_refused_in_a_sentence(wish, word):
    with pytest.raises(UserError, match=word):
        prepared(OWN, wish)
