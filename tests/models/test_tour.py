"""The tour network shows every kind of attention, and its embedded weights name what they should."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import torch
from attnscope.models.errors import UserError
from attnscope.models.networks.attention import MultiHeadAttention
from attnscope.models.networks.cbam import ChannelAttention, SpatialAttention
from attnscope.models.networks.squeeze_excitation import SqueezeExcitation
from attnscope.models.networks.tour import (
    EMBEDDED_WEIGHTS,
    MEAN,
    STD,
    CbamStage,
    GatedStage,
    TourNetwork,
    as_input,
    load_tour,
    save_tour,
)
from attnscope.models.training.pointing import hits
from attnscope.models.training.samples import CUT_OUT, SCENES
from attnscope.models.training.scene_batches import EVALUATION_SEEDS, render_batch
from attnscope.models.training.scenes import render_scene
from attnscope.models.training.shapes import CLASSES
from attnscope.models.training.tour_evaluation import attention_maps
from PIL import Image
from safetensors import safe_open
from safetensors.torch import save_file
from torch import nn

SAMPLES = EMBEDDED_WEIGHTS.parent / "samples"


@pytest.fixture(scope="module")
def network() -> TourNetwork:
    return load_tour()


def _of_kind(network: nn.Module, kind: type[nn.Module]) -> list[str]:
    return [name for name, module in network.named_modules() if isinstance(module, kind)]


def test_one_pass_shows_every_kind_of_attention() -> None:
    network = TourNetwork()
    assert _of_kind(network, SqueezeExcitation) == ["stages.0.gate", "stages.1.gate"]
    assert _of_kind(network, ChannelAttention) == ["stages.2.cbam.channel", "stages.3.cbam.channel"]
    assert _of_kind(network, SpatialAttention) == ["stages.2.cbam.spatial", "stages.3.cbam.spatial"]
    assert _of_kind(network, MultiHeadAttention) == [f"encoder.{block}.attention" for block in range(3)]


def test_answers_with_a_logit_per_class() -> None:
    assert TourNetwork(classes=7).eval()(torch.zeros(3, 3, 96, 96)).shape == (3, 7)


def test_features_of_the_last_stage_are_the_cells_of_the_encoder() -> None:
    network = TourNetwork(width=64).eval()
    features = network.features(torch.zeros(2, 3, 96, 96))
    assert features.shape == (2, 64, 12, 12)
    assert network.tokens(features).shape == (2, 145, 64)


def test_every_cell_sees_the_picture_around_its_own_middle() -> None:
    # With kernels of one value only the paths' number counts: the gradient's centre of mass is the cell's middle.
    stages = TourNetwork().double().eval().stages
    for module in stages.modules():
        if isinstance(module, nn.Conv2d):
            nn.init.ones_(module.weight)
    x = torch.full((1, 3, 96, 96), 1e-9, dtype=torch.float64, requires_grad=True)
    y: torch.Tensor = x
    for stage in stages:
        assert isinstance(stage, GatedStage | CbamStage)
        y = stage.enter(y)  # what halves the size; the rest is symmetric
    y[0, :, 5, 7].sum().backward()
    assert x.grad is not None
    seen = x.grad.abs().sum(dim=(0, 1))
    pixels = torch.arange(96, dtype=torch.float64) + 0.5
    assert float((seen.sum(dim=1) * pixels).sum() / seen.sum()) == pytest.approx((5 + 0.5) * 8)
    assert float((seen.sum(dim=0) * pixels).sum() / seen.sum()) == pytest.approx((7 + 0.5) * 8)


@pytest.mark.parametrize(
    ("shape", "words"),
    [
        ((1, 1, 96, 96), "built for 3 channels, but got 1"),
        ((1, 3, 96, 95), r"images \(B, 3, 96, 96\), but got \(1, 3, 96, 95\)"),
        ((3, 96, 96), "got 3 dimensions"),
    ],
)
def test_refuses_other_pictures_by_their_sizes(shape: tuple[int, ...], words: str) -> None:
    with pytest.raises(UserError, match=words):
        TourNetwork()(torch.zeros(shape))


def test_input_is_normalised_by_mean_and_deviation() -> None:
    images = torch.tensor([0, 255], dtype=torch.uint8).repeat_interleave(3).reshape(1, 1, 2, 3)
    x = as_input(images)
    assert x.shape == (1, 3, 1, 2)
    for channel in range(3):
        black, white = -MEAN[channel] / STD[channel], (1 - MEAN[channel]) / STD[channel]
        assert x[0, channel, 0].tolist() == pytest.approx([black, white])


def test_the_embedded_file_is_small_and_says_how_to_use_it() -> None:
    assert EMBEDDED_WEIGHTS.stat().st_size <= 8 * 1024**2
    with safe_open(EMBEDDED_WEIGHTS, framework="pt") as file:
        metadata = file.metadata()
    assert {name: json.loads(value) for name, value in metadata.items()} == {
        "classes": list(CLASSES),
        "mean": list(MEAN),
        "std": list(STD),
    }


def test_the_embedded_weights_name_scenes_that_they_never_saw(network: TourNetwork) -> None:
    images, labels, _ = render_batch(list(EVALUATION_SEEDS[-100:]), [1.0] * 100)
    with torch.inference_mode():
        named = network(as_input(torch.from_numpy(images))).argmax(dim=1).numpy()
    assert (named == labels).mean() >= 0.95


def test_the_embedded_attention_points_at_the_object(network: TourNetwork) -> None:
    images, _, masks = render_batch(list(EVALUATION_SEEDS[-100:]), [1.0] * 100)
    with torch.inference_mode():
        _, maps = attention_maps(network, as_input(torch.from_numpy(images)))
    score = {name: hits(map_.numpy(), masks).mean() for name, map_ in maps.items()}
    assert max(share for name, share in score.items() if "cbam" in name) >= 0.75
    assert max(share for name, share in score.items() if "encoder" in name) >= 0.75


def _middle_square(picture: Image.Image) -> npt.NDArray[np.uint8]:
    ground = Image.new("RGBA", picture.size, "white")
    ground.alpha_composite(picture.convert("RGBA"))
    side = min(picture.size)
    left, top = (picture.width - side) // 2, (picture.height - side) // 2
    square = ground.convert("RGB").crop((left, top, left + side, top + side))
    return np.asarray(square.resize((96, 96), Image.Resampling.BILINEAR))


@pytest.mark.parametrize("name", [*(sample.name for sample in SCENES), CUT_OUT])
def test_the_samples_are_named_right(network: TourNetwork, name: str) -> None:
    with Image.open(SAMPLES / f"{name}.png") as picture:
        x = as_input(torch.from_numpy(_middle_square(picture)[None].copy()))
    with torch.inference_mode():
        assert CLASSES[int(network(x).argmax())] == name.rpartition("-")[2]


def test_attention_points_at_the_object_in_the_first_sample(network: TourNetwork) -> None:
    first = SCENES[0]
    mask = render_scene(first.seed, 0.75).mask
    with Image.open(SAMPLES / f"{first.name}.png") as picture:
        x = as_input(torch.from_numpy(_middle_square(picture)[None].copy()))
    with torch.inference_mode():
        _, maps = attention_maps(network, x)
    for name in ("stages.3.cbam.spatial", "encoder.1.attention", "encoder.2.attention"):
        assert hits(maps[name].numpy(), mask[None]).all(), name


def test_what_is_saved_comes_back(tmp_path: Path) -> None:
    network = TourNetwork(classes=3).eval()
    save_tour(network, ("a", "b", "c"), tmp_path / "three.safetensors")
    x = torch.randn(2, 3, 96, 96, generator=torch.Generator().manual_seed(5))
    back = load_tour(tmp_path / "three.safetensors")
    assert not back.training
    assert torch.equal(back(x), network(x))
    assert [path.name for path in tmp_path.iterdir()] == ["three.safetensors"]


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"no tour weights at .*none.safetensors: train them with attnscope train-tour"):
        load_tour(tmp_path / "none.safetensors")


@pytest.mark.parametrize("content", ["text", "other weights", "no classes", "folder"])
def test_another_file_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "other.safetensors"
    if content == "text":
        path.write_text("not weights")
    elif content == "folder":
        path.mkdir()
    else:
        metadata = {"classes": '["a"]'} if content == "other weights" else None
        save_file({"weight": torch.zeros(2)}, path, metadata)
    with pytest.raises(UserError, match="holds no weights of the tour network"):
        load_tour(path)


def test_loading_it_does_not_load_what_starts_slowly() -> None:
    slow = ("torchvision", "captum", "matplotlib", "PySide6", "timm")
    code = f"import sys, attnscope.models.networks.tour; print([name for name in {slow} if name in sys.modules])"
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert printed.strip() == "[]"
