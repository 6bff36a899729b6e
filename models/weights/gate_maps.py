"""What a gate does to the features that it is applied to: channel by channel, or place by place."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

Values = npt.NDArray[np.float32]


def picked(maps: Tensor, channels: Sequence[int], batch: int) -> Values:
    """The feature maps of some channels: (B, C, H, W) -> (k, H, W)."""
    return maps[batch, list(channels)].numpy()


def strongest(weights: Tensor, count: int) -> list[int]:
    """The channels with the largest factors, the largest first.

    **Shapes**: (C,), or (n, C) of several branches, whose mean counts.
    """
    factors = _factors(weights)
    return factors.topk(min(count, len(factors))).indices.tolist()


def factors_of(weights: Tensor, channels: Sequence[int]) -> list[float]:
    """The factor of each of these channels; the mean of several branches."""
    return _factors(weights)[list(channels)].tolist()


def energy_of(before: Tensor, weights: Tensor) -> tuple[Values, Values]:
    """How strong the features are at every place, and what a spatial gate leaves of that.

    The strength is the root of the mean square over channels.
    **Shapes**: before (C, H, W), weights (H, W) -> (H, W) each.
    """
    strength = before.square().mean(0).sqrt().expand(weights.shape)
    return strength.numpy().copy(), (strength * weights).numpy()


def _factors(weights: Tensor) -> Tensor:
    return torch.atleast_2d(weights).flatten(0, -2).mean(0)
