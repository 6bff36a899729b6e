"""One factor per position, and gates that hold both channels and positions."""

import torch
from torch import Tensor
from torch.nn import functional as F

from .channel_gates import factors
from .written import B, C, H, OfMaps, OnMaps, W, on_maps


def _over_channels(x: Tensor) -> Tensor:
    return torch.cat([x.mean(1, keepdim=True), x.amax(1, keepdim=True)], 1)


def _by_pooling(m: OnMaps, x: Tensor) -> Tensor:
    return x * torch.sigmoid(m.pooled_to_map(_over_channels(x)))


def _positions_last(m: OnMaps, x: Tensor) -> Tensor:
    rows = x.permute(0, 2, 3, 1)
    return rows * torch.sigmoid(m.to_number(rows))


def _softmax_map(m: OnMaps, x: Tensor) -> Tensor:
    return x * m.to_map(x).flatten(1).softmax(1).view(-1, 1, H, W)


def _attention_gate(m: OnMaps, x: Tensor) -> Tensor:
    # Oktay et al., 2018, "Attention U-Net", arXiv 1804.03999.
    signal = F.max_pool2d(x, 2)
    joined = m.one(x) + F.interpolate(m.other(signal), size=x.shape[2:], mode="bilinear")
    return x * torch.sigmoid(m.to_map(joined.relu()))


def _convolutional_block(m: OnMaps, x: Tensor) -> Tensor:
    # Woo et al., 2018, "CBAM", arXiv 1807.06521, both halves in one module.
    average, largest = (m.fc2(m.fc(y).relu()) for y in (x.mean((2, 3)), x.amax((2, 3))))
    return _by_pooling(m, x * torch.sigmoid(average + largest)[..., None, None])


def _squeeze_both(m: OnMaps, x: Tensor) -> Tensor:
    # Roy et al., 2018, "Concurrent spatial and channel squeeze and excitation", arXiv 1803.02579.
    return torch.max(x * factors(m, x), x * torch.sigmoid(m.to_map(x)))


def _triplet(m: OnMaps, x: Tensor) -> Tensor:
    # Misra et al., 2021, "Rotate to Attend", arXiv 2010.03045.
    x = m.one(x)
    by_row = _by_pooling(m, x.permute(0, 2, 1, 3)).permute(0, 2, 1, 3)
    by_column = _by_pooling(m, x.permute(0, 3, 2, 1)).permute(0, 3, 2, 1)
    return (_by_pooling(m, x) + by_row + by_column) / 3


def _fused_levels(m: OnMaps, x: Tensor) -> Tensor:
    # Liu et al., 2019, "Learning Spatial Fusion", arXiv 1911.09516: shares of two levels at every position.
    levels = (m.one(x), m.other(x))
    shares = torch.cat([m.to_map(level) for level in levels], 1).softmax(1)
    return levels[0] * shares[:, 0:1] + levels[1] * shares[:, 1:]


SPATIAL: dict[str, OfMaps] = {
    "spatial gate, convolved": lambda m, x: x * torch.sigmoid(m.to_map(x)),
    "spatial gate, pooled": _by_pooling,
    "spatial gate, channels last": _positions_last,
    "spatial gate, repeated": lambda m, x: x * torch.sigmoid(m.to_map(x)).repeat(1, C, 1, 1),
    "spatial gate, expanded": lambda m, x: x * torch.sigmoid(m.to_map(x)).expand_as(x),
    "spatial gate, residual": lambda m, x: x + x * torch.sigmoid(m.to_map(x)),
    "spatial gate, einsum": lambda m, x: torch.einsum("bchw,bhw->bchw", x, torch.sigmoid(m.to_map(x))[:, 0]),
    "spatial gate, softmax": _softmax_map,
    "attention gate of a U-Net": _attention_gate,
}

ENTRIES = [
    *on_maps(SPATIAL, (("spatial", 1),), (B, H, W)),
    *on_maps({"CBAM in one module": _convolutional_block, "scSE": _squeeze_both}, (("channel", 1), ("spatial", 1))),
    *on_maps({"triplet attention": _triplet}, (("other", 2), ("spatial", 1))),
    *on_maps({"shares of levels": _fused_levels}, (("spatial", 2),), (B, H, W)),
]
