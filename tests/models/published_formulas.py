"""The gates of the SE, CBAM and BAM papers in plain numpy, by the names of the published checkpoints."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

Array = npt.NDArray[np.float64]
Weights = Mapping[str, Array]


def randomised(module: nn.Module, seed: int = 1) -> nn.Module:
    """Evaluation mode, and random numbers for every bias, scale and running figure too: nothing is left at 0 or 1."""
    source = torch.Generator().manual_seed(seed)
    for name, value in module.state_dict().items():
        if value.dim() == 0:
            value.zero_()  # a counter
        elif value.dim() > 1:
            value.normal_(0, (4 / value[0].numel()) ** 0.5, generator=source)
        elif name.endswith(("running_var", "weight")):
            value.uniform_(0.5, 1.5, generator=source)
        else:
            value.normal_(0, 0.2, generator=source)
    return module.eval()


def as_numpy(module: nn.Module, prefix: str = "") -> dict[str, Array]:
    """The parameters and buffers below `prefix`, in double precision and without it."""
    found = {name: v for name, v in module.state_dict().items() if name.startswith(prefix)}
    return {name.removeprefix(prefix): v.double().numpy() for name, v in found.items()}


def sigmoid(x: Array) -> Array:
    return (1 + np.tanh(x / 2)) / 2  # the same as 1 / (1 + exp(-x)), and never too large a number


def linear(x: Array, weights: Weights, name: str) -> Array:
    return x @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]


def normalised(x: Array, weights: Weights, name: str) -> Array:
    """Batch normalisation by the running figures, along axis 1."""
    mean, var, scale, shift = (
        weights[f"{name}.{part}"].reshape(1, -1, *(1,) * (x.ndim - 2))
        for part in ("running_mean", "running_var", "weight", "bias")
    )
    return (x - mean) / np.sqrt(var + 1e-5) * scale + shift


def convolved(x: Array, kernel: Array, dilation: int = 1) -> Array:
    """(B, C, H, W) by a kernel (outputs, C, k, k), padded so that the size stays."""
    rows, columns = x.shape[2:]
    edge = kernel.shape[2] // 2 * dilation
    padded = np.pad(x, ((0, 0), (0, 0), (edge, edge), (edge, edge)))
    total = np.zeros((x.shape[0], kernel.shape[0], rows, columns))
    for i, j in np.ndindex(kernel.shape[2:]):
        moved = padded[:, :, i * dilation : i * dilation + rows, j * dilation : j * dilation + columns]
        total += np.einsum("bchw,oc->bohw", moved, kernel[:, :, i, j])
    return total


def se_weights(x: Array, weights: Weights) -> Array:
    """Hu et al., 2018, arXiv 1709.01507, equations 2 and 3: (B, C, H, W) -> (B, C)."""
    hidden = np.maximum(x.mean(axis=(2, 3)) @ weights["fc.0.weight"].T, 0)
    return sigmoid(hidden @ weights["fc.2.weight"].T)


def cbam_channel_weights(x: Array, weights: Weights) -> Array:
    """Woo et al., 2018, arXiv 1807.06521, equation 2: (B, C, H, W) -> (B, C)."""
    scores = (
        linear(np.maximum(linear(pooled, weights, "mlp.1"), 0), weights, "mlp.3")
        for pooled in (x.mean(axis=(2, 3)), x.max(axis=(2, 3)))
    )
    return sigmoid(sum(scores, start=np.zeros(1)))


def cbam_spatial_weights(x: Array, weights: Weights) -> Array:
    """Woo et al., 2018, arXiv 1807.06521, equation 3, the maximum first: (B, C, H, W) -> (B, H, W)."""
    seen = np.stack([x.max(axis=1), x.mean(axis=1)], axis=1)
    return sigmoid(normalised(convolved(seen, weights["spatial.conv.weight"]), weights, "spatial.bn"))[:, 0]


def bam_weights(x: Array, weights: Weights) -> Array:
    """Park et al., 2018, arXiv 1807.06514, equations 1 to 4 as in the authors' program: (B, C, H, W) -> the same."""
    front = "channel_att.gate_c.gate_c_"
    hidden = linear(x.mean(axis=(2, 3)), weights, f"{front}fc_0")
    hidden = np.maximum(normalised(hidden, weights, f"{front}bn_1"), 0)
    channel = linear(hidden, weights, f"{front}fc_final")
    front = "spatial_att.gate_s.gate_s_"
    steps = (("conv_reduce0", "bn_reduce0", 1), ("conv_di_0", "bn_di_0", 4), ("conv_di_1", "bn_di_1", 4))
    maps = x
    for conv, norm, dilation in steps:
        maps = _biased(maps, weights, front + conv, dilation)
        maps = np.maximum(normalised(maps, weights, front + norm), 0)
    spatial = _biased(maps, weights, f"{front}conv_final", 1)
    return 1 + sigmoid(channel[:, :, None, None] * spatial)


def _biased(x: Array, weights: Weights, name: str, dilation: int) -> Array:
    return convolved(x, weights[f"{name}.weight"], dilation) + weights[f"{name}.bias"][:, None, None]
