"""How well a tour network names objects in scenes that it never saw, and how well its attention points at them."""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from tqdm import tqdm

from ..networks.tour import CbamStage, EncoderBlock, TourNetwork, as_input
from .pointing import hits
from .scene_batches import EVALUATION_SEEDS, render_batch

GRAD_CAM = "Grad-CAM of stages.3"
_BATCH = 50


@dataclass(frozen=True, slots=True)
class Measured:
    """Shares of the scenes, from 0 to 1."""

    scenes: int
    accuracy: float
    chance: float
    """What pointing somewhere at random would give: the mean share of a scene's pixels that show the object."""
    pointing: dict[str, float]
    """By layer, in the order they run; Grad-CAM last, where captum is installed."""
    blank: float = 0.0
    """Share of the scenes where Grad-CAM is zero everywhere, and so points nowhere: it counts as a miss."""


def attention_maps(network: TourNetwork, x: torch.Tensor) -> tuple[torch.Tensor, dict[str, torch.Tensor]]:
    """The logits, and every map that the network makes of the picture on its way.

    The map of an encoder block is the class token's row: how much it takes of every cell, mean over the heads.

    **Shapes**: (B, 3, 96, 96) -> (B, classes), maps (B, h, w) by layer name.
    """
    maps: dict[str, torch.Tensor] = {}
    for number, stage in enumerate(network.stages):
        if isinstance(stage, CbamStage):
            weighed = stage.cbam.channel(stage.ungated(x))
            gate = stage.cbam.spatial.weights(weighed)  # (B, 1, H, W)
            maps[f"stages.{number}.cbam.spatial"] = gate[:, 0]
            x = weighed * gate
        else:
            x = stage(x)
    cells = x.shape[2:]
    tokens = network.tokens(x)
    for number, block in enumerate(network.encoder):
        assert isinstance(block, EncoderBlock)
        seen = block.norm(tokens)
        row = block.attention.weights(seen, seen)[:, :, 0, 1:].mean(dim=1)  # (B, cells)
        maps[f"encoder.{number}.attention"] = row.unflatten(1, cells)
        tokens = block(tokens)
    return network.head(network.norm(tokens[:, 0])), maps


def _grad_cam(network: TourNetwork, x: torch.Tensor, labels: torch.Tensor) -> torch.Tensor | None:
    try:
        from captum.attr import LayerGradCam
    except ImportError:
        return None
    attribution = LayerGradCam(network, network.stages[-1]).attribute(x, labels, relu_attributions=True)
    assert isinstance(attribution, torch.Tensor)
    return attribution[:, 0].detach()  # (B, 12, 12)


def _pointing_of_batch(
    network: TourNetwork, x: torch.Tensor, masks: npt.NDArray[np.bool_]
) -> tuple[torch.Tensor, dict[str, npt.NDArray[np.bool_]], int]:
    with torch.no_grad():
        logits, maps = attention_maps(network, x)
    cam = _grad_cam(network, x, logits.argmax(dim=1))  # asked about the class that the network names
    pointing = {name: hits(map_.cpu().numpy(), masks) for name, map_ in maps.items()}
    if cam is None:
        return logits, pointing, 0
    blank = (cam.amax(dim=(1, 2)) <= 0).cpu().numpy()
    pointing[GRAD_CAM] = hits(cam.cpu().numpy(), masks) & ~blank
    return logits, pointing, int(blank.sum())


def measure(network: TourNetwork, device: torch.device, scenes: int = 2000, difficulty: float = 1.0) -> Measured:
    """Accuracy and pointing on the first `scenes` evaluation seeds."""
    network = network.to(device).eval()
    right, blank, shares = 0, 0, 0.0
    hit: defaultdict[str, int] = defaultdict(int)
    for first in tqdm(range(0, scenes, _BATCH), desc="measuring", unit="batch"):
        seeds = list(EVALUATION_SEEDS[first : min(first + _BATCH, scenes)])
        images, labels, masks = render_batch(seeds, [difficulty] * len(seeds))
        logits, pointing, blanks = _pointing_of_batch(network, as_input(torch.from_numpy(images).to(device)), masks)
        blank += blanks
        right += int((logits.argmax(dim=1).cpu().numpy() == labels).sum())
        shares += float(masks.mean(axis=(1, 2)).sum())
        for name, points in pointing.items():
            hit[name] += int(points.sum())
    scores = {name: count / scenes for name, count in hit.items()}
    return Measured(scenes, right / scenes, shares / scenes, scores, blank / scenes)
