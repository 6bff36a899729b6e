"""What is planted at a known place is found there: in networks of many families, and all the way from the picture."""

from typing import Any

import attnscope
import numpy as np
import pytest
import torch
from attnscope.models.pictures.preprocess import Fit, Preprocess
from torch import Tensor, nn
from torch.nn import functional as F

from .planting import sightings

NETWORKS: dict[str, tuple[str, tuple[int, int], int, dict[str, Any]]] = {
    # name in timm, input, least layers with placed keys, arguments
    "class token": ("vit_tiny_patch16_224", (64, 96), 2, {"img_size": (64, 96), "depth": 2}),
    "registers": ("vit_small_patch14_reg4_dinov2", (56, 84), 2, {"img_size": (56, 84), "depth": 2}),
    "shifted windows": ("swin_tiny_patch4_window7_224", (112, 224), 12, {"img_size": (112, 224)}),
    "shifted windows, another": ("swinv2_cr_tiny_224", (112, 224), 12, {"img_size": (112, 224)}),
    "blocks and grids": ("maxvit_rmlp_pico_rw_256", (64, 128), 22, {"img_size": (64, 128)}),
    "windows and pooled keys": ("twins_svt_small", (64, 128), 18, {}),
    "mask units": ("hiera_tiny_224", (128, 128), 12, {"img_size": (128, 128)}),
    "pooled queries and keys": ("mvitv2_tiny", (64, 128), 10, {}),
    "strided keys": ("pvt_v2_b0", (96, 192), 8, {}),
    "halos": ("halonet26t", (256, 256), 3, {}),
    "every other pixel of a window": ("mobilevit_xxs", (128, 256), 9, {}),
    "nested blocks": ("nest_tiny", (112, 112), 12, {"img_size": 112}),
    "two scales": ("crossvit_9_240", (240, 240), 18, {}),
    "outlooks": ("volo_d1_224", (64, 128), 20, {"img_size": (64, 128)}),
    "windows in groups of channels": ("efficientvit_m0", (224, 224), 24, {}),
    "stages of attention and convolution": ("coatnet_0_rw_224", (64, 128), 9, {"img_size": (64, 128)}),
    "padded windows": ("davit_tiny", (112, 224), 6, {}),
    "global queries": ("gcvit_xxtiny", (224, 224), 12, {}),
    "a stem of convolutions": ("vit_small_r26_s32_224", (128, 192), 2, {"img_size": (128, 192), "depth": 2}),
    "pixels within patches": ("tnt_s_patch16_224", (64, 128), 24, {"img_size": (64, 128)}),
    "maps made small and large again": ("lowformer_b0", (224, 224), 7, {}),
    "kernels of 2 on a padded side": ("cpubone_nano", (224, 224), 3, {}),
    "spatial gates": ("resnet26d", (64, 128), 8, {"block_args": {"attn_layer": "cbam"}}),
}


@pytest.fixture(autouse=True)
def _one_thread() -> None:
    torch.set_num_threads(1)
    torch.manual_seed(0)


@pytest.mark.parametrize(("name", "size", "least", "arguments"), NETWORKS.values(), ids=NETWORKS.keys())
def test_the_key_that_a_patch_changes_most_lies_where_it_was_planted(
    name: str, size: tuple[int, int], least: int, arguments: dict[str, Any]
) -> None:
    timm = pytest.importorskip("timm")
    found = sightings(timm.create_model(name, **arguments).eval(), size)
    assert len(found) >= least
    for sighting in found:
        assert sighting.layer.grid is not None
        assert not sighting.layer.grid.guessed
    assert all(sighting.hits >= sighting.spots - 1 for sighting in found), found
    assert sum(sighting.hits for sighting in found) >= 0.95 * sum(sighting.spots for sighting in found)


class Brightest(nn.Module):
    """A class token that attends to bright patches, on the picture itself or in windows of it."""

    def __init__(self, patch: int, stem: int = 1) -> None:
        super().__init__()
        self.patch, self.stem = patch, stem

    def forward(self, x: Tensor) -> Tensor:
        x = F.avg_pool2d(x.mean(1, keepdim=True), self.stem)
        tokens = F.avg_pool2d(x, self.patch // self.stem).flatten(2).mT  # (B, N, 1)
        token = torch.cat([torch.ones(len(x), 1, 1), tokens], 1)[:, None]
        return F.scaled_dot_product_attention(torch.ones_like(token), 8 * token, token)


class BrightGate(nn.Module):
    """A spatial gate that opens where the picture is bright, worked out on a coarser map."""

    def forward(self, x: Tensor) -> Tensor:
        gate = torch.sigmoid(F.avg_pool2d(x.mean(1, keepdim=True), 4) - 2)
        return F.max_pool2d(x, 2) * F.interpolate(gate, scale_factor=2)


SHAPES = {"square": (90, 90), "2 to 1": (60, 120), "upright": (150, 70), "tiny": (40, 41)}


@pytest.mark.parametrize("model", [Brightest(4), Brightest(8, stem=2), BrightGate()], ids=["patches", "stem", "gate"])
@pytest.mark.parametrize("fit", ["letterbox", "crop", "stretch"])
@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
@pytest.mark.parametrize("size", [(64, 64), (48, 96)], ids=["64x64", "48x96"])
@pytest.mark.parametrize("share", [(0.44, 0.6), (0.58, 0.42)])
def test_a_bright_spot_in_the_picture_is_where_the_map_peaks(
    model: nn.Module, fit: Fit, shape: tuple[int, int], size: tuple[int, int], share: tuple[float, float]
) -> None:
    prepare = Preprocess(size, fit, mean=(0.2, 0.2, 0.2), std=(0.2, 0.2, 0.2))
    affine = prepare.affine(*shape)
    spot = (share[0] * shape[0], share[1] * shape[1])
    pixels = np.full((*shape, 3), 50, np.uint8)
    rows, columns = (np.abs(np.arange(length) + 0.5 - at) for length, at in zip(shape, spot, strict=True))
    pixels[np.ix_(rows < 4 * affine.down, columns < 4 * affine.across)] = 255  # eight pixels of the input
    (layer,) = attnscope.record(model, torch.from_numpy(prepare.apply(pixels))[None]).layers
    painted = layer.on_input()
    assert painted.shape == size
    peak = np.argwhere(painted >= painted.max() - 1e-6).mean(0) + 0.5
    y, x = affine.to_image(*peak)
    assert abs(y - spot[0]) <= 4.5 * affine.down
    assert abs(x - spot[1]) <= 4.5 * affine.across
