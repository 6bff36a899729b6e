"""Scenes are what they say they are: the mask is the object, the seed is the scene, and only the shape tells."""

from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from attnscope.models.training.painting import Place, oklch, stamp
from attnscope.models.training.samples import CUT_OUT, SCENES, write_samples
from attnscope.models.training.scene_batches import EVALUATION_SEEDS, Curriculum, render_batch, training_batches
from attnscope.models.training.scenes import render_scene
from attnscope.models.training.shapes import CLASSES, OBJECTS, Outline, circle
from PIL import Image


def test_the_same_seed_gives_the_same_scene() -> None:
    first, again, other = render_scene(11), render_scene(11), render_scene(13)
    assert np.array_equal(first.image, again.image)
    assert np.array_equal(first.mask, again.mask)
    assert not np.array_equal(first.image, other.image)


@pytest.mark.parametrize("size", [96, 33, (64, 112), (112, 64)])
def test_has_the_size_that_was_asked_for(size: int | tuple[int, int]) -> None:
    scene = render_scene(5, size=size)
    height, width = (size, size) if isinstance(size, int) else size
    assert scene.image.shape == (height, width, 3)
    assert scene.image.dtype == np.uint8
    assert scene.mask.shape == (height, width)


def test_a_larger_picture_shows_the_same_scene() -> None:
    small, large = render_scene(17, size=96), render_scene(17, size=384)
    shrunk = np.asarray(Image.fromarray(large.image).reduce(4), dtype=np.float64)
    assert np.abs(shrunk - small.image).mean() < 8  # of 255: the grain is finer, all else is the same
    share = large.mask.reshape(96, 4, 96, 4).mean(axis=(1, 3)) > 0.5
    assert (share & small.mask).sum() > 0.9 * (share | small.mask).sum()


def test_the_mask_is_where_taking_the_object_away_changes_the_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    seeds = [seed for seed in range(40) if render_scene(seed).name == "heart"][:2]
    whole = [render_scene(seed, difficulty) for seed in seeds for difficulty in (0.0, 1.0)]
    monkeypatch.setitem(OBJECTS, "heart", Outline((circle(0.15),)))
    speck = [render_scene(seed, difficulty) for seed in seeds for difficulty in (0.0, 1.0)]
    for scene, without in zip(whole, speck, strict=True):
        changed = np.abs(scene.image.astype(int) - without.image.astype(int)).max(axis=2) > 0
        assert changed[scene.mask & ~without.mask].mean() > 0.99


def test_on_a_calm_ground_the_mask_is_what_stands_out_from_it() -> None:
    for seed in range(8):
        scene = render_scene(seed, 0.0)
        ground = np.median(scene.image[~scene.mask], axis=0)
        far = np.abs(scene.image - ground).max(axis=2)
        assert np.median(far[scene.mask]) > 2 * np.median(far[~scene.mask])


def test_the_box_is_tight_around_the_mask() -> None:
    for seed in range(12):
        scene = render_scene(seed)
        top, left, bottom, right = scene.box
        assert scene.mask[top:bottom, left:right].sum() == scene.mask.sum()
        for edge in (scene.mask[top], scene.mask[bottom - 1], scene.mask[:, left], scene.mask[:, right - 1]):
            assert edge.any()


def test_the_object_stays_in_the_middle_square_and_visible() -> None:
    for seed in range(24):
        scene = render_scene(seed, size=(96, 160))
        assert 32 - 4 <= scene.box[1] < scene.box[3] <= 128 + 4  # corners may stand out a little
        assert scene.mask.sum() > 150


def test_every_class_comes_about_equally_often() -> None:
    counts = Counter(render_scene(seed, difficulty=0, size=16).name for seed in range(1200))
    assert set(counts) == set(CLASSES)
    assert min(counts.values()) > 60  # 100 expected, deviation 9.6
    assert max(counts.values()) < 140


def test_the_label_is_the_number_of_the_name() -> None:
    for seed in range(12):
        scene = render_scene(seed, 0)
        assert CLASSES[scene.label] == scene.name


def test_harder_scenes_have_smaller_objects_and_more_going_on() -> None:
    def measured(difficulty: float) -> tuple[float, float]:
        scenes = [render_scene(seed, difficulty) for seed in range(24)]
        steps = [np.abs(np.diff(scene.image.astype(float), axis=0)).mean() for scene in scenes]
        return float(np.mean([scene.mask.mean() for scene in scenes])), float(np.mean(steps))

    sizes, edges = zip(*(measured(difficulty) for difficulty in (0.0, 0.5, 1.0)), strict=True)
    assert sizes[0] > 1.3 * sizes[1] > 1.3 * 1.3 * sizes[2]
    assert edges[0] < edges[1] < edges[2]


def test_the_mean_colour_of_the_object_does_not_tell_its_class() -> None:
    scenes = [render_scene(seed, 0.2, 48) for seed in range(600)]
    colours = np.array([scene.image[scene.mask].mean(axis=0) for scene in scenes])
    labels = np.array([scene.label for scene in scenes])
    means = np.stack([colours[labels == label].mean(axis=0) for label in range(len(CLASSES))])
    errors = np.stack([colours[labels == label].std(axis=0) / (labels == label).sum() ** 0.5 for label in range(12)])
    assert np.abs((means - colours.mean(axis=0)) / errors).max() < 4.5


def test_a_stamp_covers_as_much_as_the_outline_has_area() -> None:
    drawn = stamp(Outline((circle(),), (circle(0.5),)), Place(40.3, 29.8, 17))
    assert drawn.cover.sum() == pytest.approx(np.pi * 17**2 * 0.75, rel=0.02)
    assert 0 < drawn.cover[drawn.cover > 0].min() < 0.5  # smooth edges


def test_colours_of_known_coordinates() -> None:
    # White, and the red primary, by the coordinates that CSS Color 4 gives for them.
    np.testing.assert_allclose(oklch(1, 0, 0), [1, 1, 1], atol=1e-3)
    np.testing.assert_allclose(oklch(0.62796, 0.25768, 29.2339 / 360), [1, 0, 0], atol=2e-3)


def test_training_never_sees_an_evaluation_scene_nor_one_twice() -> None:
    runs = [Curriculum(steps=40, batch=6, seed=seed) for seed in (0, 1)]
    seen = [seed for run in runs for step in range(40) for seed in run.scenes(step)[0]]
    assert len(set(seen)) == len(seen) == 2 * 40 * 6
    assert not set(seen) & set(EVALUATION_SEEDS)


def test_a_run_grows_from_easy_to_hard() -> None:
    run = Curriculum(steps=100, batch=50, seed=3, growth=0.5)
    assert max(run.scenes(0)[1]) == 0
    assert max(run.scenes(25)[1]) <= 0.5
    assert np.mean(run.scenes(90)[1]) == pytest.approx(1 / 1.2, abs=0.06)  # mean of u ** 0.2


def test_processes_render_the_same_batches_in_order() -> None:
    run = Curriculum(steps=5, batch=2, seed=1)
    here, there = list(training_batches(run, 2, workers=0)), list(training_batches(run, 2, workers=1))
    assert len(here) == len(there) == 3
    for one, other in zip(here, there, strict=True):
        assert all(np.array_equal(a, b) for a, b in zip(one, other, strict=True))


def test_a_batch_is_its_scenes() -> None:
    images, labels, masks = render_batch([3, 8], [1.0, 0.25])
    second = render_scene(8, 0.25)
    assert np.array_equal(images[1], second.image)
    assert labels[1] == second.label
    assert np.array_equal(masks[1], second.mask)


def test_the_samples_are_named_after_what_they_show() -> None:
    for sample in SCENES:
        assert sample.seed in EVALUATION_SEEDS
        assert render_scene(sample.seed, 0, 24).name == sample.name.rpartition("-")[2]


def test_the_samples_are_many_kinds_of_picture(tmp_path: Path) -> None:
    pictures = {path.stem: _opened(path) for path in write_samples(tmp_path)}
    assert sum(picture.size == (480, 480) and picture.mode == "RGB" for picture in pictures.values()) >= 6
    assert any(picture.width > picture.height for picture in pictures.values())
    assert any(picture.width < picture.height for picture in pictures.values())
    alpha = np.asarray(pictures[CUT_OUT])[..., 3]
    assert alpha[0, 0] == 0
    assert alpha[240, 240] == 255


def _opened(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        picture.load()
    return picture
