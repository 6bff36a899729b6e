"""Images are prepared as the libraries themselves prepare them: theirs run here beside ours, pixel by pixel."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pytest
from attnscope.models.pictures.preprocess import Preprocess
from attnscope.models.zoo.hf_pictures import hf_preprocess, processor_kind
from attnscope.models.zoo.timm_pictures import timm_preprocess
from attnscope.models.zoo.torchvision_pictures import torchvision_preprocess
from PIL import Image

SHAPES = [(300, 400), (411, 203), (7, 5), (40, 900), (224, 224), (1, 1)]
EXACT = 1e-3
"""Of 255: what float32 makes of one sum done in two orders."""


def noise(height: int, width: int) -> np.ndarray:
    """Every pixel differs from its neighbours, so that half a pixel to the side cannot pass."""
    return np.random.default_rng(height).integers(0, 256, (height, width, 3)).astype(np.uint8)


def scene(height: int, width: int) -> np.ndarray:
    """Soft waves, as photographs have them."""
    rows, columns = np.indices((height, width))
    waves = [np.sin(rows / 31 + phase) * np.cos(columns / 23 + phase) for phase in (0, 1, 2)]
    return np.clip(np.stack(waves, -1) * 110 + 128, 0, 255).astype(np.uint8)


def difference(ours: Preprocess, theirs: Callable[[Image.Image], Any], pixels: np.ndarray) -> float:
    """The largest, in steps of 1 of 255."""
    expected = np.asarray(theirs(Image.fromarray(pixels)))
    found = ours.apply(pixels)
    assert found.shape == expected.shape
    spread = np.array(ours.std)[:, None, None]
    return float((np.abs(found - expected) * spread).max() * 255)


# ---------------------------------------------------------------------- torchvision


@pytest.mark.parametrize(
    ("network", "weights"),
    [
        ("resnet50", "IMAGENET1K_V2"),
        ("vit_h_14", "IMAGENET1K_SWAG_E2E_V1"),
        ("inception_v3", "IMAGENET1K_V1"),
        ("efficientnet_b3", "IMAGENET1K_V1"),
        ("swin_v2_t", "IMAGENET1K_V1"),
        ("regnet_y_16gf", "IMAGENET1K_SWAG_LINEAR_V1"),
    ],
)
def test_torchvisions_weights(network, weights):
    models = pytest.importorskip("torchvision.models")
    theirs = models.get_model_weights(network)[weights].transforms()
    ours = torchvision_preprocess(theirs)
    assert not ours.guessed
    for shape in SHAPES:
        assert difference(ours, theirs, noise(*shape)) < EXACT


def test_torchvisions_other_records_are_guessed():
    models = pytest.importorskip("torchvision.models")
    assert torchvision_preprocess(models.segmentation.FCN_ResNet50_Weights.DEFAULT.transforms()).guessed
    assert torchvision_preprocess(None).guessed


# ---------------------------------------------------------------------- timm


@pytest.mark.parametrize("mode", ["center", "squash", "border"])
@pytest.mark.parametrize(
    ("size", "part", "way"),
    [
        ((224, 224), 0.875, "bilinear"),
        ((224, 224), 0.95, "bicubic"),
        ((256, 128), 0.9, "bicubic"),
        ((97, 160), 1.0, "lanczos"),
        ((112, 112), 0.91, "hamming"),
        ((120, 99), 0.8, "box"),
        ((130, 130), 1.0, "nearest"),
    ],
)
def test_timms_data_config(mode, size, part, way):
    data = pytest.importorskip("timm.data")
    numbers = {"mean": (0.485, 0.456, 0.406), "std": (0.2, 0.3, 0.25)}
    config = {"input_size": (3, *size), "crop_pct": part, "crop_mode": mode, "interpolation": way, **numbers}
    theirs, ours = data.create_transform(**config), timm_preprocess(config)
    for shape in SHAPES:
        assert difference(ours, theirs, noise(*shape)) < EXACT


@pytest.mark.parametrize("name", ["vit_small_patch16_224.augreg_in1k", "resnet50.a1_in1k", "beit_base_patch16_224"])
def test_timms_published_records(name):
    timm = pytest.importorskip("timm")
    config = timm.data.resolve_data_config({}, pretrained_cfg=timm.get_pretrained_cfg(name).to_dict())
    assert difference(timm_preprocess(config), timm.data.create_transform(**config), noise(301, 400)) < EXACT


def test_random_interpolation_is_for_training_only():
    config = {"input_size": (3, 8, 8), "crop_pct": 1, "crop_mode": "center", "mean": (0.5,) * 3, "std": (0.5,) * 3}
    assert timm_preprocess({**config, "interpolation": "random"}).interpolation == "bicubic"


# ---------------------------------------------------------------------- transformers

CLASSES = {
    "ViTImageProcessor": [
        {},
        {"size": {"height": 97, "width": 131}, "resample": 3, "rescale_factor": 1 / 127.5},
        {
            "size": {"height": 64, "width": 48},
            "do_rescale": False,
            "image_mean": [123, 116, 103],
            "image_std": [58, 57, 57],
        },
        {"do_normalize": False, "resample": 0},
        {"size": 96, "resample": 1},
    ],
    "DeiTImageProcessor": [{}, {"size": 256, "crop_size": 224}],
    "BeitImageProcessor": [{}, {"size": 256, "do_center_crop": True, "crop_size": 224}],
    "CLIPImageProcessor": [{}, {"size": 224, "crop_size": 224}, {"size": {"shortest_edge": 90}, "crop_size": 115}],
    "BitImageProcessor": [{"size": {"shortest_edge": 256}}],
    "ConvNextImageProcessor": [{}, {"size": {"shortest_edge": 224}, "crop_pct": 0.95}],
    "LevitImageProcessor": [{}],
    "PoolFormerImageProcessor": [{}, {"crop_pct": 0.95}],
    "EfficientNetImageProcessor": [{}, {"include_top": False}, {"rescale_offset": True, "rescale_factor": 1 / 127.5}],
    "MobileViTImageProcessor": [{"size": {"shortest_edge": 288}}, {"do_flip_channel_order": False}],
    "MobileNetV2ImageProcessor": [{}],
    "SegformerImageProcessor": [{"size": {"height": 128, "width": 128}}],
    "SiglipImageProcessor": [{}],
    "PvtImageProcessor": [{}],
}
CASES = [(kind, record) for kind, records in CLASSES.items() for record in records]


def processor(kind: str, record: Mapping[str, Any], suffix: str) -> Callable[[Image.Image], np.ndarray]:
    transformers = pytest.importorskip("transformers")
    from transformers.models.auto.image_processing_auto import get_image_processor_class_from_name

    del transformers
    made = get_image_processor_class_from_name(f"{kind}{suffix}")(**record)
    return lambda image: made(image, return_tensors="np")["pixel_values"][0]


def record_of(kind: str, record: Mapping[str, Any]) -> Preprocess:
    pytest.importorskip("transformers")
    from attnscope.models.zoo.hf_records import processor_defaults

    return hf_preprocess({"image_processor_type": kind, **record}, processor_defaults(kind))


@pytest.mark.parametrize(("kind", "record"), CASES)
def test_processors_that_use_pillow(kind, record):
    ours, theirs = record_of(kind, record), processor(kind, record, "Pil")
    assert not ours.guessed
    for shape in SHAPES[:-1]:
        assert difference(ours, theirs, noise(*shape)) < 0.01


# They pad the other way where half a pixel is left over, which the ninth case has.
@pytest.mark.parametrize(("kind", "record"), [case for case in CASES if case[1].get("crop_size") != 115])
def test_processors_that_use_tensors(kind, record):
    ours, theirs = record_of(kind, record), processor(kind, record, "")
    for shape in [(300, 400), (411, 203), (333, 257)]:
        assert difference(ours, theirs, scene(*shape)) <= 2.01


def test_complete_record_needs_no_class():
    record = {
        **{"feature_extractor_type": "CLIPFeatureExtractor", "do_resize": True, "size": {"shortest_edge": 72}},
        **{"do_center_crop": True, "crop_size": {"height": 64, "width": 48}, "resample": 3, "do_normalize": True},
        **{"image_mean": [0.1, 0.2, 0.3], "image_std": [0.4, 0.5, 0.6]},
    }
    ours = hf_preprocess(record)
    assert (ours.size, ours.fit, ours.resize, ours.interpolation) == ((64, 48), "crop", 72, "bicubic")
    assert (ours.mean, ours.std) == (pytest.approx((0.1, 0.2, 0.3)), pytest.approx((0.4, 0.5, 0.6)))
    assert processor_kind(record) == "CLIPImageProcessor"


@pytest.mark.parametrize(
    "record",
    [
        {"size": {"shortest_edge": 800, "longest_edge": 1333}, "do_pad": True},
        {"size": {"shortest_edge": 224}, "do_center_crop": False},
        {"size": {"longest_edge": 1024}},
        {"do_resize": False},
    ],
)
def test_inputs_of_the_pictures_own_size_are_guessed(record):
    assert hf_preprocess(record).guessed
