"""Gates over single elements, axes and branches: where nothing is broadcast, or along one axis only."""

from functools import partial

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .channel_gates import logits
from .written import B, C, H, Handwritten, OfMaps, OnMaps, W, maps, on_maps


def _bottleneck(m: OnMaps, x: Tensor) -> Tensor:
    # Park et al., 2018, "BAM", arXiv 1807.06514.
    return x * (1 + torch.sigmoid(logits(m, x)[:, :, None, None] + m.to_map(x)))


def _bottleneck_product(m: OnMaps, x: Tensor) -> Tensor:
    # The same as its authors wrote it: the two branches multiplied, and what broadcasts them left to the product.
    return x * (1 + torch.sigmoid(logits(m, x)[:, :, None, None] * m.to_map(x)))


def _residual_network(m: OnMaps, x: Tensor) -> Tensor:
    # Wang et al., 2017, "Residual Attention Network", arXiv 1704.06904: the trunk is not what the mask is made from.
    mask = F.interpolate(m.around(F.max_pool2d(x, 3, 2, 1)), size=x.shape[2:], mode="bilinear")
    return (1 + torch.sigmoid(m.one(mask))) * m.around(m.other(x).relu())


def _residual_identity(m: OnMaps, x: Tensor) -> Tensor:
    mask = F.interpolate(m.around(F.max_pool2d(x, 3, 2, 1)), size=x.shape[2:], mode="bilinear")
    return (1 + torch.sigmoid(m.one(mask))) * x


def _parameter_free(m: OnMaps, x: Tensor) -> Tensor:
    # Yang et al., 2021, "SimAM", ICML.
    square = (x - x.mean((2, 3), keepdim=True)).pow(2)
    energy = square / (4 * (square.sum((2, 3), keepdim=True) / (H * W - 1) + 1e-4)) + 0.5
    return x * torch.sigmoid(energy)


def _gathered(m: OnMaps, x: Tensor) -> Tensor:
    # Hu et al., 2018, "Gather-Excite", arXiv 1810.12348.
    return x * torch.sigmoid(F.interpolate(F.avg_pool2d(x, 3, 2, 1), size=x.shape[2:]))


def _decoupled(m: OnMaps, x: Tensor) -> Tensor:
    # Tang et al., 2022, "GhostNetV2", arXiv 2211.12905.
    gate = torch.sigmoid(m.one(m.apart(F.avg_pool2d(x, 2, 2))))
    return m.other(x).relu() * F.interpolate(gate, size=x.shape[2:], mode="nearest")


def _coordinates(m: OnMaps, x: Tensor) -> Tensor:
    # Hou et al., 2021, "Coordinate Attention", arXiv 2103.02907.
    rows, columns = x.mean(3, keepdim=True), x.mean(2, keepdim=True).transpose(2, 3)
    rows, columns = m.one(torch.cat([rows, columns], 2)).relu().split([H, W], 2)
    return x * torch.sigmoid(m.other(columns.transpose(2, 3))) * torch.sigmoid(m.one(rows))


def _coordinates_at_once(m: OnMaps, x: Tensor) -> Tensor:
    rows, columns = m.one(x.mean(3, keepdim=True)), m.one(x.mean(2, keepdim=True))
    return x * (torch.sigmoid(rows) * torch.sigmoid(columns))


def _strips(m: OnMaps, x: Tensor) -> Tensor:
    # Hou et al., 2020, "Strip Pooling", arXiv 2003.13328.
    rows = m.one(x.mean(3, keepdim=True)).expand_as(x)
    columns = m.other(x.mean(2, keepdim=True)).expand_as(x)
    return x * torch.sigmoid(m.one((rows + columns).relu()))


def _pixels(m: OnMaps, x: Tensor) -> Tensor:
    return x * torch.sigmoid(m.around(x))


def _fused(m: OnMaps, x: Tensor) -> Tensor:
    # Dai et al., 2021, "Attentional Feature Fusion", arXiv 2009.14082.
    a, b = m.one(x), m.other(x)
    both = a + b
    share = torch.sigmoid(m.one(both) + m.other(both.mean((2, 3), keepdim=True)))
    return a * share + b * (1 - share)


def _selective(m: OnMaps, x: Tensor) -> Tensor:
    # Li et al., 2019, "Selective Kernel Networks", arXiv 1903.06586.
    shares = m.branches(x.mean((2, 3))).view(-1, 3, C).softmax(1)
    return (torch.stack([x, x + 1, x + 2], 1) * shares[..., None, None]).sum(1)


def _split(m: OnMaps, x: Tensor) -> Tensor:
    # Zhang et al., 2020, "ResNeSt", arXiv 2004.08955: the radix before the channels.
    splits = m.wide(x).view(-1, 2, C, H, W)
    shares = m.branches(splits.sum(1).mean((2, 3)))[:, : 2 * C].view(-1, 1, 2, C).transpose(1, 2).softmax(1)
    return (splits * shares.reshape(-1, 2, C, 1, 1)).sum(1)


class _Modules(nn.Module):
    """CBAM with a module for each half."""

    def __init__(self) -> None:
        super().__init__()
        self.channels = OnMaps(lambda m, x: x * torch.sigmoid(logits(m, x))[..., None, None])
        self.positions = OnMaps(lambda m, x: x * torch.sigmoid(m.to_map(x)))

    def forward(self, x: Tensor) -> Tensor:
        return self.positions(self.channels(x))


OTHER: dict[str, OfMaps] = {
    "BAM": _bottleneck,
    "BAM, multiplied": _bottleneck_product,
    "residual attention with a trunk": _residual_network,
    "residual attention": _residual_identity,
    "SimAM": _parameter_free,
    "gather and excite": _gathered,
    "decoupled fully connected": _decoupled,
    "coordinates at once": _coordinates_at_once,
    "strip pooling": _strips,
    "pixel attention": _pixels,
}

ENTRIES = [
    *on_maps(OTHER, (("other", 1),), (B, C, H, W)),
    *on_maps({"coordinate attention": _coordinates}, (("other", 2),)),
    *on_maps({"one strip": lambda m, x: x * torch.sigmoid(m.one(x.mean(3, keepdim=True)))}, (("other", 1),), (B, C, H)),
    *on_maps({"attentional feature fusion": _fused}, (("other", 2),), (B, C, H, W)),
    *on_maps({"selective kernels": _selective}, (("channel", 1),), (B, 3, C)),
    *on_maps({"split attention": _split}, (("channel", 1),), (B, 2, C)),
    Handwritten("CBAM in modules", partial(_Modules), maps, (("channel", 1), ("spatial", 1)), (B, C)),
]
