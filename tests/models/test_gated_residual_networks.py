"""The residual networks of the SE, CBAM and BAM papers compute what they must, and every gate in them is recorded."""

import math
from typing import Literal, cast

import attnscope
import numpy as np
import pytest
import torch
import torchvision
from attnscope.models.errors import UserError
from attnscope.models.networks.residual_network import ResidualNetwork, gated_resnet
from torch import nn

from .published_formulas import (
    Array,
    as_numpy,
    bam_weights,
    cbam_channel_weights,
    cbam_spatial_weights,
    randomised,
    se_weights,
)

Gates = Literal["cbam", "bam", "se"]
Stem = Literal["imagenet", "cifar"]

GATES: tuple[Gates, ...] = ("cbam", "bam", "se")
BLOCKS = {18: (2, 2, 2, 2), 34: (3, 4, 6, 3), 50: (3, 4, 6, 3), 101: (3, 4, 23, 3)}


def _built(gates: Gates, depth: int, classes: int = 7, stem: Stem = "imagenet") -> ResidualNetwork:
    with torch.device("meta"):
        network = gated_resnet(gates, depth, classes, stem)
    return cast(ResidualNetwork, randomised(network.to_empty(device="cpu")))


def _image(rows: int, columns: int) -> torch.Tensor:
    return torch.randn(2, 3, rows, columns, generator=torch.Generator().manual_seed(3))


def _blocks(depth: int) -> list[str]:
    return [f"layer{stage}.{i}" for stage, count in enumerate(BLOCKS[depth], start=1) for i in range(count)]


@pytest.mark.parametrize("stem", ["imagenet", "cifar"])
@pytest.mark.parametrize("depth", [18, 50])
def test_without_its_gates_it_gives_the_same_as_torchvision(depth: int, stem: Stem) -> None:
    ours = _built("bam", depth, stem=stem)
    ours.bam1 = ours.bam2 = ours.bam3 = None
    theirs = getattr(torchvision.models, f"resnet{depth}")(num_classes=7)
    if stem == "cifar":
        theirs.conv1, theirs.maxpool = nn.Conv2d(3, 64, 3, padding=1, bias=False), nn.Identity()
    theirs.load_state_dict(ours.state_dict(), strict=True)
    with torch.no_grad():
        torch.testing.assert_close(ours(_image(48, 40)), theirs.eval()(_image(48, 40)), rtol=1e-4, atol=1e-4)


def _passed(network: nn.Module, *names: str) -> dict[str, tuple[torch.Tensor, torch.Tensor]]:
    """What went into these modules and came out of them, in one pass."""
    found: dict[str, tuple[torch.Tensor, torch.Tensor]] = {}

    def kept(name: str, module: nn.Module) -> torch.utils.hooks.RemovableHandle:
        return module.register_forward_hook(
            lambda _, inputs, output: found.update({name: (inputs[0].clone(), output.clone())})
        )

    handles = [kept(name, network.get_submodule(name)) for name in names]
    with torch.no_grad():
        network(_image(48, 80))
    for handle in handles:
        handle.remove()
    return found


@pytest.mark.parametrize(("gates", "depth"), [("cbam", 18), ("cbam", 50), ("se", 18), ("se", 50)])
def test_a_block_weighs_its_convolutions_before_the_shortcut_is_added(gates: Gates, depth: int) -> None:
    last = "bn2" if depth < 50 else "bn3"
    parts = [f"layer2.0.{name}" for name in (last, gates, "downsample")]
    seen = _passed(_built(gates, depth), "layer2.0", *parts)
    (_, convolved), (weighed_in, weighed), (_, shortcut) = (seen[part] for part in parts)
    torch.testing.assert_close(weighed_in, convolved, rtol=0, atol=0)
    torch.testing.assert_close(seen["layer2.0"][1], (weighed + shortcut).relu(), rtol=0, atol=0)


def test_bam_stands_between_the_stages() -> None:
    stages, gates = [f"layer{i}" for i in (1, 2, 3, 4)], [f"bam{i}" for i in (1, 2, 3)]
    seen = _passed(_built("bam", 18), *stages, *gates)
    for before, gate, after in zip(stages, gates, stages[1:], strict=False):
        torch.testing.assert_close(seen[gate][0], seen[before][1], rtol=0, atol=0)
        torch.testing.assert_close(seen[after][0], seen[gate][1], rtol=0, atol=0)


@pytest.mark.parametrize(("stem", "size"), [("imagenet", 224), ("cifar", 32)])
@pytest.mark.parametrize("gates", GATES)
def test_tells_the_size_that_its_weights_were_trained_at(gates: Gates, stem: Stem, size: int) -> None:
    with torch.device("meta"):
        assert cast(ResidualNetwork, gated_resnet(gates, 18, stem=stem)).input_size == size


@pytest.mark.parametrize("size", [(33, 17), (20, 97), (1, 1)])
@pytest.mark.parametrize("gates", GATES)
def test_takes_images_of_any_size(gates: Gates, size: tuple[int, int]) -> None:
    output = _built(gates, 18)(_image(*size))
    assert output.shape == (2, 7)
    assert bool(output.isfinite().all())


def _formula(network: nn.Module, name: str, kind: str, x: Array) -> Array:
    weights = as_numpy(network, f"{name}.")
    if name.endswith(".se"):
        return se_weights(x, weights)
    if kind == "other":
        return bam_weights(x, weights)
    return cbam_channel_weights(x, weights) if kind == "channel" else cbam_spatial_weights(x, weights)


def _calibrated(network: nn.Module) -> nn.Module:
    """Every normalisation fits the image, as after training, so that no gate is all open or all closed."""
    for norm in network.modules():
        if isinstance(norm, nn.BatchNorm1d | nn.BatchNorm2d):
            norm.momentum = 1.0
    with torch.no_grad():
        network.train()(_image(48, 80))
    return network.eval()


def _recorded_as_wanted(network: nn.Module, wanted: list[tuple[str, str]]) -> None:
    network = _calibrated(network)
    trace = attnscope.record(network, _image(48, 80))
    assert [(layer.name, layer.kind) for layer in trace.layers] == wanted
    assert trace.missed == []
    inputs = _passed(network, *(name for name, _ in wanted))
    for layer in trace.layers:
        formula = _formula(network, layer.name, layer.kind, inputs[layer.name][0].double().numpy())
        assert layer.error == 0
        assert float(layer.weights.std()) > 0.01
        np.testing.assert_allclose(layer.weights.numpy(), formula, rtol=1e-3, atol=1e-5, err_msg=layer.name)


@pytest.mark.parametrize("depth", [18, 50])
def test_recording_finds_both_gates_of_every_cbam_block(depth: int) -> None:
    halves = (("ChannelGate", "channel"), ("SpatialGate", "spatial"))
    wanted = [(f"{block}.cbam.{half}", kind) for block in _blocks(depth) for half, kind in halves]
    _recorded_as_wanted(_built("cbam", depth), wanted)


@pytest.mark.parametrize("depth", [18, 50])
def test_recording_finds_the_gate_of_every_se_block(depth: int) -> None:
    _recorded_as_wanted(_built("se", depth), [(f"{block}.se", "channel") for block in _blocks(depth)])


@pytest.mark.parametrize("depth", [18, 50])
def test_recording_finds_each_bam_as_a_gate_over_elements(depth: int) -> None:
    _recorded_as_wanted(_built("bam", depth), [(f"bam{i}", "other") for i in (1, 2, 3)])


def test_a_spatial_map_lies_on_the_image_that_is_not_square() -> None:
    layer = attnscope.record(_built("cbam", 18), _image(48, 80))["layer3.0.cbam.SpatialGate"]
    assert layer.shape == (2, 3, 5)  # sixteen pixels a cell
    assert layer.on_input().shape == (48, 80)


def test_convolutions_begin_as_the_authors_begin() -> None:
    torch.manual_seed(4)
    weights = gated_resnet("bam", 18).state_dict()
    for name, fan_out in (("layer4.0.conv2.weight", 512 * 9), ("layer4.0.downsample.0.weight", 512)):
        assert float(weights[name].std()) == pytest.approx(math.sqrt(2 / fan_out), rel=0.02)
    biases = [value for name, value in weights.items() if name.endswith("bias")]
    assert not any(bool(bias.any()) for bias in biases)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (("gate", 50, 10, "imagenet"), "'gate' gates: choose cbam, bam, se"),
        (("cbam", 152, 10, "imagenet"), "no cbam/resnet152: choose a depth of 18, 34, 50, 101"),
        (("se", 50, 0, "imagenet"), "at least 1 class to name, but got 0"),
        (("bam", 50, 10, "mnist"), "no stem 'mnist': choose imagenet or cifar"),
    ],
)
def test_refuses_what_there_is_not_in_one_sentence(asked: tuple[Gates, int, int, Stem], words: str) -> None:
    with pytest.raises(UserError, match=words):
        gated_resnet(*asked)


@pytest.mark.parametrize("shape", [(3, 32, 32), (1, 1, 32, 32), (1, 3, 0, 32)])
def test_refuses_what_is_no_batch_of_images(shape: tuple[int, ...]) -> None:
    with pytest.raises(UserError, match=r"The residual network .*\(.*, 32\)"):
        gated_resnet("se", 18, 2)(torch.zeros(shape))
