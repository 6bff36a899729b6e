"""The checkpoints of the SE, CBAM and BAM papers fit the residual networks: every name and every size.

The layout is stated here once more, as the authors' programs make it.
"""

from collections.abc import Iterator
from typing import Literal

import pytest
import torch
from attnscope.models.networks.residual_network import gated_resnet

Gates = Literal["cbam", "bam", "se"]
Stem = Literal["imagenet", "cifar"]
Named = Iterator[tuple[str, tuple[int, ...]]]

GATES: tuple[Gates, ...] = ("cbam", "bam", "se")
BLOCKS = {18: (2, 2, 2, 2), 34: (3, 4, 6, 3), 50: (3, 4, 6, 3), 101: (3, 4, 23, 3)}
WIDTHS = (64, 128, 256, 512)


def _norm(name: str, width: int) -> Named:
    for part in ("weight", "bias", "running_mean", "running_var"):
        yield f"{name}.{part}", (width,)
    yield f"{name}.num_batches_tracked", ()


def _biased(name: str, *shape: int) -> Named:
    yield f"{name}.weight", shape
    yield f"{name}.bias", (shape[0],)


def _block_gate(block: str, gates: Gates, width: int) -> Named:
    if gates == "se":
        yield f"{block}.se.fc.0.weight", (width // 16, width)
        yield f"{block}.se.fc.2.weight", (width, width // 16)
    if gates == "cbam":
        yield from _biased(f"{block}.cbam.ChannelGate.mlp.1", width // 16, width)
        yield from _biased(f"{block}.cbam.ChannelGate.mlp.3", width, width // 16)
        yield f"{block}.cbam.SpatialGate.spatial.conv.weight", (1, 2, 7, 7)
        yield from _norm(f"{block}.cbam.SpatialGate.spatial.bn", 1)


def _stage_gate(number: int, width: int) -> Named:
    hidden = width // 16
    channel, spatial = f"bam{number}.channel_att.gate_c.gate_c", f"bam{number}.spatial_att.gate_s.gate_s"
    yield from _biased(f"{channel}_fc_0", hidden, width)
    yield from _norm(f"{channel}_bn_1", hidden)
    yield from _biased(f"{channel}_fc_final", width, hidden)
    yield from _biased(f"{spatial}_conv_reduce0", hidden, width, 1, 1)
    yield from _norm(f"{spatial}_bn_reduce0", hidden)
    for i in (0, 1):
        yield from _biased(f"{spatial}_conv_di_{i}", hidden, hidden, 3, 3)
        yield from _norm(f"{spatial}_bn_di_{i}", hidden)
    yield from _biased(f"{spatial}_conv_final", 1, hidden, 1, 1)


def _block(name: str, depth: int, inputs: int, planes: int) -> Named:
    outputs = planes if depth < 50 else 4 * planes
    shapes = (
        [(planes, inputs, 3, 3), (planes, planes, 3, 3)]
        if depth < 50
        else [(planes, inputs, 1, 1), (planes, planes, 3, 3), (outputs, planes, 1, 1)]
    )
    for number, shape in enumerate(shapes, start=1):
        yield f"{name}.conv{number}.weight", shape
        yield from _norm(f"{name}.bn{number}", shape[0])
    halves = name.endswith(".0") and not name.startswith("layer1.")
    if halves or inputs != outputs:
        yield f"{name}.downsample.0.weight", (outputs, inputs, 1, 1)
        yield from _norm(f"{name}.downsample.1", outputs)


def _layout(gates: Gates, depth: int, classes: int, stem: Stem) -> Named:
    yield "conv1.weight", (64, 3, 3, 3) if stem == "cifar" else (64, 3, 7, 7)
    yield from _norm("bn1", 64)
    inputs = 64
    for stage, (planes, count) in enumerate(zip(WIDTHS, BLOCKS[depth], strict=True), start=1):
        outputs = planes if depth < 50 else 4 * planes
        for number in range(count):
            name = f"layer{stage}.{number}"
            yield from _block(name, depth, inputs, planes)
            yield from _block_gate(name, gates, outputs)
            inputs = outputs
        if gates == "bam" and stage < 4:
            yield from _stage_gate(stage, outputs)
    yield from _biased("fc", classes, inputs)


def _fits_the_layout(gates: Gates, depth: int, stem: Stem) -> None:
    with torch.device("meta"):
        found = gated_resnet(gates, depth, 11, stem).state_dict()
    assert all(value.is_meta for value in found.values())
    assert {name: tuple(value.shape) for name, value in found.items()} == dict(_layout(gates, depth, 11, stem))


@pytest.mark.parametrize("depth", BLOCKS)
@pytest.mark.parametrize("gates", GATES)
def test_every_parameter_and_buffer_is_named_and_sized_as_in_the_checkpoints(gates: Gates, depth: int) -> None:
    _fits_the_layout(gates, depth, "imagenet")


@pytest.mark.parametrize("gates", GATES)
def test_the_stem_for_small_images_differs_in_its_first_convolution_only(gates: Gates) -> None:
    _fits_the_layout(gates, 18, "cifar")


@pytest.mark.parametrize("gates", GATES)
def test_a_checkpoint_of_an_older_torch_loads_strictly(gates: Gates) -> None:
    weights = {
        name: torch.full(shape, 0.25)
        for name, shape in _layout(gates, 18, 1000, "imagenet")
        if not name.endswith("num_batches_tracked")  # torch has it since 0.4.1
    }
    network = gated_resnet(gates, 18)
    network.load_state_dict(weights, strict=True)
    assert all(bool((value == 0.25).all()) for value in network.parameters())


@pytest.mark.parametrize(
    ("gates", "depth", "count"),
    [
        # As another library states them (pytorchcv). Rounded, they are those of Woo et al., 2018, arXiv 1807.06521,
        # table 4: 28.09 M for CBAM in ResNet-50, 25.92 M for BAM.
        ("cbam", 18, 11_779_392),
        ("cbam", 34, 21_960_468),
        ("cbam", 50, 28_089_624),
        ("cbam", 101, 49_330_172),
        ("bam", 18, 11_712_503),
        ("bam", 34, 21_820_663),
        ("bam", 50, 25_915_099),
        ("bam", 101, 44_907_227),
    ],
)
def test_has_as_many_parameters_as_another_library_counts(gates: Gates, depth: int, count: int) -> None:
    with torch.device("meta"):
        network = gated_resnet(gates, depth)
    assert sum(p.numel() for p in network.parameters()) == count


@pytest.mark.parametrize(
    ("depth", "without"), [(18, 11_689_512), (34, 21_797_672), (50, 25_557_032), (101, 44_549_160)]
)
def test_squeeze_and_excitation_adds_as_many_parameters_as_its_equation_5(depth: int, without: int) -> None:
    with torch.device("meta"):
        network = gated_resnet("se", depth)
    widths = [width * (1 if depth < 50 else 4) for width in WIDTHS]
    added = sum(2 * count * width**2 // 16 for count, width in zip(BLOCKS[depth], widths, strict=True))
    assert sum(p.numel() for p in network.parameters()) == without + added
