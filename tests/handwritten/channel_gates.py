"""One factor per channel, in every way that people write it."""

import torch
from torch import Tensor
from torch.nn import functional as F

from .written import B, C, H, OfMaps, OnMaps, W, on_maps


def logits(m: OnMaps, x: Tensor) -> Tensor:
    """(B, C), from the mean over positions."""
    return m.fc(x.mean((2, 3)))


def factors(m: OnMaps, x: Tensor) -> Tensor:
    """(B, C, 1, 1) between 0 and 1.

    **Source**: Hu et al., 2018, "Squeeze-and-Excitation Networks", arXiv 1709.01507.
    """
    return torch.sigmoid(logits(m, x))[:, :, None, None]


def _in_place(m: OnMaps, x: Tensor) -> Tensor:
    y = x + 1
    y *= factors(m, y)
    return y


def _all_in_place(m: OnMaps, x: Tensor) -> Tensor:
    gate = m.fc2(m.fc(x.mean((2, 3))).relu_()).sigmoid_()
    return (x + 0).mul_(gate[..., None, None])


def _into_another(m: OnMaps, x: Tensor) -> Tensor:
    out = torch.empty_like(x)
    torch.mul(x, factors(m, x), out=out)
    return out + 1


def _channels_last(m: OnMaps, x: Tensor) -> Tensor:
    rows = x.permute(0, 2, 3, 1)
    return (rows * torch.sigmoid(m.fc(rows.mean((1, 2), keepdim=True)))).permute(0, 3, 1, 2)


def _efficient(m: OnMaps, x: Tensor) -> Tensor:
    # Wang et al., 2020, "ECA-Net", arXiv 1910.03151.
    return x * torch.sigmoid(m.along(x.mean((2, 3))[:, None])[:, 0])[:, :, None, None]


def _efficient_by_function(m: OnMaps, x: Tensor) -> Tensor:
    y = F.adaptive_avg_pool2d(x, 1).squeeze(-1).transpose(-1, -2)
    y = F.conv1d(y, m.along.weight, padding=1).transpose(-1, -2).unsqueeze(-1)
    return x * y.sigmoid().expand_as(x)


def _one_cell(m: OnMaps, x: Tensor) -> Tensor:
    cell = x.mean((2, 3), keepdim=True)
    return cell * torch.sigmoid(m.one(F.adaptive_avg_pool2d(cell, 1)))


def _over_tokens(m: OnMaps, x: Tensor) -> Tensor:
    tokens = x.flatten(2).transpose(1, 2)
    return tokens * torch.sigmoid(m.fc(tokens.mean(1, keepdim=True)))


def _copied_into_zeros(m: OnMaps, x: Tensor) -> Tensor:
    batch = x.new_zeros(x.shape)
    for image, place in zip(x, batch, strict=True):
        place.copy_(image)
    return batch * factors(m, batch)


def _set_by_index(m: OnMaps, x: Tensor) -> Tensor:
    batch = torch.zeros_like(x)
    batch[:, :, 1:] = x[:, :, 1:]
    return batch * factors(m, batch)


def _of_both_poolings(m: OnMaps, x: Tensor) -> Tensor:
    # Woo et al., 2018, "CBAM", arXiv 1807.06521, the channel's half.
    average, largest = (m.fc2(m.fc(y).relu()) for y in (x.mean((2, 3)), x.amax((2, 3))))
    return x * torch.sigmoid(average + largest)[..., None, None]


def _context(m: OnMaps, x: Tensor) -> Tensor:
    # Gated channel transformation: Yang et al., 2020, arXiv 1909.11519.
    embedding = (x.pow(2).sum((2, 3), keepdim=True) + 1e-5).pow(0.5) * m.scale
    normed = embedding / (embedding.pow(2).mean(1, keepdim=True) + 1e-5).pow(0.5)
    return x * (1.0 + torch.tanh(normed))


WRITTEN: dict[str, OfMaps] = {
    "broadcast": lambda m, x: x * factors(m, x),
    "gate first": lambda m, x: factors(m, x) * x,
    "view": lambda m, x: x * torch.sigmoid(logits(m, x)).view(-1, C, 1, 1),
    "expand_as": lambda m, x: x * factors(m, x).expand_as(x),
    "repeat": lambda m, x: x * factors(m, x).repeat(1, 1, H, W),
    "in place": _in_place,
    "all in place": _all_in_place,
    "into another tensor": _into_another,
    "mul_": lambda m, x: (x + 0).mul_(factors(m, x)),
    "torch.multiply": lambda m, x: torch.multiply(factors(m, x), x),
    "einsum": lambda m, x: torch.einsum("bchw,bc->bchw", x, torch.sigmoid(logits(m, x))),
    "written out": lambda m, x: x * (1 / (1 + torch.exp(-logits(m, x))))[:, :, None, None],
    "reciprocal": lambda m, x: x * torch.reciprocal(1 + (-logits(m, x)).exp())[:, :, None, None],
    "power of minus one": lambda m, x: x * ((1 + (-logits(m, x)).exp()) ** -1)[:, :, None, None],
    "exp of logsigmoid": lambda m, x: x * F.logsigmoid(logits(m, x)).exp()[:, :, None, None],
    "expit": lambda m, x: x * torch.special.expit(logits(m, x))[:, :, None, None],
    "relu6 by hand": lambda m, x: x * (F.relu6(logits(m, x) + 3) / 6)[:, :, None, None],
    "hardsigmoid": lambda m, x: x * F.hardsigmoid(logits(m, x))[:, :, None, None],
    "one plus tanh": lambda m, x: x * (1 + torch.tanh(logits(m, x)))[:, :, None, None],
    "residual": lambda m, x: x + x * factors(m, x),
    "residual by addcmul": lambda m, x: torch.addcmul(x, x, factors(m, x)),
    "residual by addcmul, gate first": lambda m, x: torch.addcmul(x, factors(m, x), x, value=0.5),
    "channels last": _channels_last,
    "efficient": _efficient,
    "efficient by function": _efficient_by_function,
    "of both poolings": _of_both_poolings,
    "gated transformation": _context,
    "one cell": _one_cell,
    "input copied into zeros": _copied_into_zeros,
    "input set by index": _set_by_index,
    "tokens": _over_tokens,
    "softmax over channels": lambda m, x: x * logits(m, x).softmax(1)[:, :, None, None],
}

ENTRIES = on_maps({f"channel gate, {name}": function for name, function in WRITTEN.items()}, (("channel", 1),), (B, C))
