"""Windows of known networks lie where their papers put them, by the papers' own arithmetic in plain numpy."""

from typing import Any

import attnscope
import numpy as np
import numpy.typing as npt
import pytest
import torch
from attnscope.models.weights.layer import Layer
from torch import Tensor, nn

Map = npt.NDArray[np.float32]
"""Boxes of the cells of a map: (rows, columns, 4)."""


@pytest.fixture(autouse=True)
def _one_thread() -> None:
    torch.set_num_threads(1)
    torch.manual_seed(1)


def cells(rows: int, columns: int, step: int, first: float = 0) -> Map:
    y, x = np.mgrid[:rows, :columns].astype(np.float32) * step + np.float32(first)
    return np.stack([y, x, y + step, x + step], -1)


def windows(at: Map, side: int) -> Map:
    """Neighbours: (windows, side * side, 4), all row by row."""
    rows, columns = at.shape[0] // side, at.shape[1] // side
    return at.reshape(rows, side, columns, side, 4).swapaxes(1, 2).reshape(-1, side * side, 4)


def spread(at: Map, side: int) -> Map:
    """Cells at equal distances over the whole map: (windows, side * side, 4)."""
    apart = at.shape[0] // side, at.shape[1] // side
    return np.array([at[y :: apart[0], x :: apart[1]].reshape(-1, 4) for y in range(apart[0]) for x in range(apart[1])])


def layers_of(model: nn.Module, *size: int) -> list[Layer]:
    layers = attnscope.record(model.eval(), torch.randn(1, 3, *size)).layers
    return [layer for layer in layers if layer.kind == "heads"]


def assert_at(layer: Layer, keys: Map, queries: Map | None = None) -> None:
    grid = layer.grid
    assert grid is not None
    assert not grid.guessed
    for found, expected in ((grid.keys, keys), (grid.queries, keys if queries is None else queries)):
        assert found is not None
        np.testing.assert_allclose(found, expected.reshape(-1, 4), atol=1e-3)


@pytest.mark.parametrize("version", [1, 2])
def test_swin(version: int) -> None:
    """Liu et al., 2021, arXiv 2103.14030, section 3.2: every other block is shifted by half a window."""
    swin = pytest.importorskip("torchvision.models.swin_transformer")
    parts: dict[str, Any] = {"block": swin.SwinTransformerBlockV2, "downsample_layer": swin.PatchMergingV2}
    model = swin.SwinTransformer([2, 2], 16, [2, 2], [1, 2], [4, 4], num_classes=3, **(parts if version == 2 else {}))
    layers = layers_of(model, 64, 32)
    assert len(layers) == 4
    for stage, step in enumerate((2, 4)):
        at = cells(64 // step, 32 // step, step)
        assert_at(layers[2 * stage], windows(at, 4))
        assert_at(layers[2 * stage + 1], windows(np.roll(at, (-2, -2), (0, 1)), 4))


def test_maxvit() -> None:
    """Tu et al., 2022, arXiv 2204.01697, section 3.2: blocks of neighbours, then grids of what lies apart."""
    maxvit = pytest.importorskip("torchvision.models.maxvit")
    layers = layers_of(maxvit.MaxVit((64, 64), 8, 4, [8, 8], [1, 1], 4, 0.0, num_classes=3), 64, 64)
    assert len(layers) == 4
    for stage, step in enumerate((4, 8)):
        at = cells(64 // step, 64 // step, step, first=(1 - step) / 2)  # 3x3 convolutions of stride 2
        assert_at(layers[2 * stage], windows(at, 4))
        assert_at(layers[2 * stage + 1], spread(at, 4))


def test_hiera() -> None:
    """Ryali et al., 2023, arXiv 2306.00989, figure 4: mask units of 8 x 8, and queries pooled by 2 x 2 within them."""
    timm = pytest.importorskip("timm")
    layers = layers_of(timm.create_model("hiera_tiny_224", img_size=(64, 64)), 64, 64)
    # Tokens are ordered by the last bit of their row and column first, then by the one before.
    fine = cells(16, 16, 4, first=-1.5).reshape(2, 2, 2, 2, 2, 2, 2, 2, 4)
    coarse = cells(8, 8, 8, first=-1.5).reshape(2, 2, 2, 2, 2, 2, 4)
    keys = fine.transpose(0, 4, 3, 7, 2, 6, 1, 5, 8)
    pooled = coarse.transpose(0, 3, 2, 5, 1, 4, 6)
    assert_at(layers[0], keys)
    assert_at(layers[1], keys, pooled)
    assert_at(layers[2], pooled)


def test_twins() -> None:
    """Chu et al., 2021, arXiv 2104.13840, section 3.2: windows of 7, padded, and keys pooled for all."""
    timm = pytest.importorskip("timm")
    layers = {layer.name: layer for layer in layers_of(timm.create_model("twins_svt_small"), 56, 112)}
    assert_at(layers["blocks.0.0.attn"], windows(cells(14, 28, 4), 7))
    assert_at(layers["blocks.0.1.attn"], cells(1, 3, 32), cells(14, 28, 4))
    assert_at(layers["blocks.1.0.attn"], windows(cells(7, 14, 8), 7))
    padded = np.full((7, 7, 4), np.nan, np.float32)
    padded[:3] = cells(3, 7, 16)
    assert_at(layers["blocks.2.0.attn"], padded)


class Stem(nn.Module):
    """A map of every other pixel for one module."""

    def __init__(self, module: nn.Module) -> None:
        super().__init__()
        self.stem, self.module = nn.Conv2d(3, 8, 2, 2), module

    def forward(self, x: Tensor) -> Tensor:
        return self.module(self.stem(x))


def test_halo() -> None:
    """Vaswani et al., 2021, arXiv 2103.12731, section 2.2: blocks look at themselves and what lies around them."""
    halo = pytest.importorskip("timm.layers.halo_attn")
    (layer,) = layers_of(Stem(halo.HaloAttn(8, num_heads=2, block_size=4, halo_size=1)), 16, 24)
    at = cells(8, 12, 2)
    around = np.pad(at, ((1, 1), (1, 1), (0, 0)), constant_values=np.nan)
    keys = np.array([around[y : y + 6, x : x + 6] for y in (0, 4) for x in (0, 4, 8)])
    assert layer.shape == (1, 6, 2, 16, 36)
    assert_at(layer, keys, windows(at, 4))


def test_mobilevit() -> None:
    """Mehta and Rastegari, 2022, arXiv 2110.02178, section 3.1: each pixel of a patch looks at that of all patches."""
    mobilevit = pytest.importorskip("timm.models.mobilevit")
    block = mobilevit.MobileVitBlock(8, transformer_dim=8, transformer_depth=1, num_heads=2, patch_size=2)
    (layer,) = layers_of(Stem(block), 16, 24)
    at = cells(8, 12, 2)
    assert layer.shape == (1, 4, 2, 24, 24)
    assert_at(layer, np.array([at[y::2, x::2] for y in (0, 1) for x in (0, 1)]))


def test_coat() -> None:
    """Xu et al., 2021, arXiv 2104.06399, section 4: tokens of four scales, each after a class token of its own."""
    timm = pytest.importorskip("timm")
    steps = {256: 4, 64: 8, 16: 16, 4: 32}  # by the number of tokens
    layers = layers_of(timm.create_model("coat_tiny", img_size=64), 64, 64)
    assert len(layers) == 26
    for layer in layers:
        step = steps[layer.shape[-1] - 1]
        assert layer.grid is not None
        assert layer.grid.keys is not None
        assert not layer.grid.guessed
        assert np.isnan(layer.grid.keys[0]).all()
        np.testing.assert_allclose(layer.grid.keys[1:], cells(64 // step, 64 // step, step).reshape(-1, 4), atol=1e-3)
