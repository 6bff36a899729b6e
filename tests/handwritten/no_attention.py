"""What weighs nothing, however much it looks like it: nothing must be found in any of these."""

from functools import partial

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .written import B, C, H, Handwritten, OfMaps, OnMaps, W, maps, on_maps


def _batch_norm(m: OnMaps, x: Tensor) -> Tensor:
    mean, variance = x.mean((0, 2, 3), keepdim=True), x.var((0, 2, 3), keepdim=True)
    return (x - mean) / torch.sqrt(variance + 1e-5) * m.scale


def _layer_norm(m: OnMaps, x: Tensor) -> Tensor:
    centred = x - x.mean(1, keepdim=True)
    return centred * torch.rsqrt(centred.pow(2).mean(1, keepdim=True) + 1e-6) * m.scale


def _normed_and_activated(m: OnMaps, x: Tensor) -> Tensor:
    y = _layer_norm(m, x)
    return y * torch.sigmoid(y)


def _gated_by_normed(m: OnMaps, x: Tensor) -> Tensor:
    # Zhang and Sennrich, 2019, "Root Mean Square Layer Normalization", arXiv 1910.07467, between a value and its gate.
    return x * torch.sigmoid(m.other(x * torch.rsqrt(x.pow(2).mean(1, keepdim=True) + 1e-6)))


def _gated_convolution(m: OnMaps, x: Tensor) -> Tensor:
    # Yu et al., 2019, "Free-Form Image Inpainting with Gated Convolution", arXiv 1806.03589.
    return F.elu(m.around(x)) * torch.sigmoid(m.apart(x))


def _gated_linear_convolved(m: OnMaps, x: Tensor) -> Tensor:
    # Shi, 2024, "TransNeXt", arXiv 2311.17132: a GLU with a convolution in its gate.
    value, gate = m.wide(x).chunk(2, 1)
    return value * torch.sigmoid(m.apart(gate))


def _spatial_gating(m: OnMaps, x: Tensor) -> Tensor:
    # Liu et al., 2021, "Pay Attention to MLPs", arXiv 2105.08050.
    value, gate = m.wide(x).chunk(2, 1)
    return value * (gate.flatten(2) @ torch.eye(H * W)).view(x.shape)


def _modulated(m: OnMaps, x: Tensor) -> Tensor:
    # Perez et al., 2018, "FiLM", arXiv 1709.07871.
    scale, shift = m.fc(x.mean((2, 3))), m.fc2(x.mean((2, 3)))
    return x * (1 + scale[..., None, None]) + shift[..., None, None]


def _highway(m: OnMaps, x: Tensor) -> Tensor:
    # Srivastava et al., 2015, arXiv 1505.00387.
    carry = torch.sigmoid(m.one(x))
    return carry * m.other(x).relu() + (1 - carry) * x


def _convolutional_gru(m: OnMaps, x: Tensor) -> Tensor:
    # Ballas et al., 2016, arXiv 1511.06432, as in RAFT.
    state, given = torch.tanh(m.one(x)), m.other(x).relu()
    for _ in range(2):
        joined = torch.cat([state, given], 1)
        update, reset = torch.sigmoid(m.joined(joined)), torch.sigmoid(m.joined(joined))
        new = torch.tanh(m.joined(torch.cat([reset * state, given], 1)))
        state = (1 - update) * state + update * new
    return state


def _convolutional_lstm(m: OnMaps, x: Tensor) -> Tensor:
    # Shi et al., 2015, arXiv 1506.04214.
    cell = hidden = torch.zeros_like(x)
    for _ in range(2):
        forget, enter, leave = (torch.sigmoid(m.around(x) + m.around(hidden)) for _ in range(3))
        cell = forget * cell + enter * torch.tanh(m.around(x) + m.around(hidden))
        hidden = leave * torch.tanh(cell)
    return hidden


def _state_space(m: OnMaps, x: Tensor) -> Tensor:
    # Lee et al., 2025, "EfficientViM", arXiv 2411.15241: a state that is mixed before it is read out.
    tokens = x.flatten(2)
    enter, leave, step = m.around(m.one(x)).flatten(2), m.apart(x).flatten(2), m.other(x).flatten(2)
    state = tokens @ ((step + m.scale[..., 0]).softmax(-1) * enter).transpose(-2, -1)
    value, gate = F.conv1d(state, m.one.weight[..., 0]).chunk(2, 1)
    state = F.conv1d(value * F.silu(gate) + value * m.scale.mean(), m.other.weight[:, : C // 2, :, 0])
    return (state @ leave).view(x.shape)


def _mean_place(m: OnMaps, x: Tensor) -> Tensor:
    # Sun et al., 2018, "Integral Human Pose Regression", arXiv 1711.08229.
    heat = m.one(x).flatten(2).softmax(-1).view(x.shape)
    return (heat.sum(2) * torch.arange(W)).sum(-1) + (heat.sum(3) * torch.arange(H)).sum(-1)


def _code_book(m: OnMaps, x: Tensor) -> Tensor:
    # Jang et al., 2017, arXiv 1611.01144: values are parameters.
    return F.gumbel_softmax(m.one(x).flatten(2).transpose(1, 2), hard=True) @ m.fc.weight


def _boxes(m: OnMaps, x: Tensor) -> Tensor:
    anchors, deltas = m.one(x).flatten(2).transpose(1, 2), m.other(x).flatten(2).transpose(1, 2)
    sizes = anchors[..., 2:4] - anchors[..., :2]
    centres = anchors[..., :2] + sizes * torch.sigmoid(deltas[..., :2])
    return torch.cat([centres, sizes * deltas[..., 2:4].clamp(-4, 4).exp()], -1)


def _warped(m: OnMaps, x: Tensor) -> Tensor:
    flow = torch.tanh(m.one(x)[:, :2]).permute(0, 2, 3, 1)
    return F.grid_sample(x, flow, align_corners=False)


def _segmented(m: OnMaps, x: Tensor) -> Tensor:
    # Cheng et al., 2021, "MaskFormer", arXiv 2107.06278, section 3.4: class scores times mask scores.
    queries = x.flatten(2).transpose(1, 2)[:, :6]
    masks = torch.einsum("bqc,bchw->bqhw", m.fc(queries), m.one(x)).sigmoid()
    return torch.einsum("bqc,bqhw->bchw", m.fc2(queries).softmax(-1)[..., :-1], masks)


class _Recurrent(nn.Module):
    """An LSTM written out, and torch's own GRU."""

    def __init__(self) -> None:
        super().__init__()
        self.enter, self.stay = nn.Linear(C, 4 * C), nn.Linear(C, 4 * C)
        self.torch = nn.GRU(C, C, batch_first=True)

    def forward(self, x: Tensor) -> Tensor:
        tokens = x.flatten(2).transpose(1, 2)
        cell = hidden = tokens.new_zeros(len(x), C)
        for number in range(3):
            i, f, g, o = (self.enter(tokens[:, number]) + self.stay(hidden)).chunk(4, 1)
            cell = torch.sigmoid(f) * cell + torch.sigmoid(i) * torch.tanh(g)
            hidden = torch.sigmoid(o) * torch.tanh(cell)
        return hidden + self.torch(tokens)[0][:, -1]


WRITTEN: dict[str, OfMaps] = {
    "silu": lambda m, x: F.silu(m.one(x)),
    "silu written out": lambda m, x: x * torch.sigmoid(x),
    "silu after a convolution": lambda m, x: (lambda y: y * torch.sigmoid(y))(m.around(x)),
    "silu after a layer norm": _normed_and_activated,
    "swish with a slope": lambda m, x: x * torch.sigmoid(m.scale * x),
    "quick gelu": lambda m, x: x * torch.sigmoid(1.702 * x),
    "hard swish written out": lambda m, x: x * F.relu6(x + 3) / 6,
    "hard swish by hardsigmoid": lambda m, x: x * F.hardsigmoid(x),
    "gelu by tanh": lambda m, x: 0.5 * x * (1 + torch.tanh(0.797 * (x + 0.0447 * x**3))),
    "mish": lambda m, x: x * torch.tanh(F.softplus(x)),
    "glu": lambda m, x: (lambda a, b: a * torch.sigmoid(b))(*m.wide(x).chunk(2, 1)),
    "glu by torch": lambda m, x: F.glu(m.wide(x), 1),
    "glu of two projections": lambda m, x: m.one(x) * torch.sigmoid(m.other(x)),
    "glu of what was normalised": _gated_by_normed,
    "swiglu": lambda m, x: F.silu(m.one(x)) * m.other(x),
    "geglu": lambda m, x: F.gelu(m.one(x)) * m.other(x),
    "reglu": lambda m, x: F.relu(m.one(x)) * m.other(x),
    "gated convolution": _gated_convolution,
    "glu with a convolution": _gated_linear_convolved,
    "spatial gating": _spatial_gating,
    "layer scale": lambda m, x: x + m.one(x) * m.scale,
    "sigmoid of a parameter": lambda m, x: x * torch.sigmoid(m.scale),
    "softmax of a parameter": lambda m, x: x * m.scale.softmax(1),
    "stochastic depth": lambda m, x: x * x.new_empty(B, 1, 1, 1).bernoulli_(0.8).div_(0.8),
    "dropout": lambda m, x: F.dropout(x, 0.5, training=True),
    "batch norm by hand": _batch_norm,
    "layer norm by hand": _layer_norm,
    "frozen batch norm": lambda m, x: (x - m.mean[:, None, None]) * torch.sigmoid(m.mean)[:, None, None],
    "response normalisation": lambda m, x: x * (x.norm(dim=(2, 3), keepdim=True) / (x.mean() + 1e-6)),
    "rms norm": lambda m, x: x * torch.rsqrt(x.pow(2).mean(1, keepdim=True) + 1e-6) * m.scale,
    "unit length": lambda m, x: x * (1 / x.norm(dim=1, keepdim=True).clamp(min=1e-6)),
    "normalised by function": lambda m, x: F.normalize(m.one(x), dim=1) * m.scale,
    "norm by a sum": lambda m, x: x / x.abs().sum(1, keepdim=True),
    "squared": lambda m, x: m.one(x) * m.one(x),
    "modulation": _modulated,
    "highway": _highway,
    "convolutional GRU": _convolutional_gru,
    "convolutional LSTM": _convolutional_lstm,
    "state space": lambda m, x: _state_space(m, x + _state_space(m, x)),
    "scores of a detector": lambda m, x: torch.sigmoid(m.to_map(x)) * torch.sigmoid(m.one(x)),
    "class scores by exponent": lambda m, x: torch.sigmoid(m.one(x)).pow(0.4) * torch.sigmoid(m.to_map(x)).pow(0.6),
    "clamped boxes": lambda m, x: x.flatten(0, 2) * x.flatten(0, 2)[:, :1].clamp(0, 5),
    "decoded boxes": _boxes,
    "mean place": _mean_place,
    "code book": _code_book,
    "warp": _warped,
    "masks of classes": _segmented,
    "class probabilities": lambda m, x: m.fc(x.mean((2, 3))).softmax(1),
    "tempered probabilities": lambda m, x: (m.fc(x.mean((2, 3))) / m.scale.exp().mean()).softmax(1) * 2,
    "similarity of images and words": lambda m, x: (
        F.normalize(m.fc(x.mean((2, 3))), dim=-1) @ F.normalize(m.fc.weight, dim=-1).t() * m.scale.exp().mean()
    ).softmax(-1),
    "cosine by products": lambda m, x: (
        F.normalize(m.fc(x.mean((2, 3))), dim=-1)[:, None] * F.normalize(m.fc2(x.amax((2, 3))), dim=-1)[None]
    ).sum(-1),
}


def _dynamic_convolution(m: OnMaps, x: Tensor) -> Tensor:
    # Chen et al., 2020, "Dynamic Convolution", arXiv 1912.03458: a softmax mixes kernels, nothing of the image.
    shares = m.fc(x.mean((2, 3))).softmax(1)
    kernels = torch.einsum("bn,nc->bc", shares, m.fc2.weight)
    return F.conv2d(x.flatten(0, 1)[None], kernels.reshape(B * C, 1, 1, 1), groups=B * C).view(x.shape)


def _external(m: OnMaps, x: Tensor) -> Tensor:
    # Guo et al., 2021, "Beyond Self-attention: External Attention", arXiv 2105.02358: two linear maps, keys and values
    # of which are learned, with a softmax and a sum between them. A module of that name is told by its name.
    shares = m.fc(x.flatten(2).transpose(1, 2)).softmax(1)
    return m.fc2(shares / (1e-9 + shares.sum(2, keepdim=True)))


LEARNED: dict[str, OfMaps] = {
    "dynamic convolution": _dynamic_convolution,
    "dynamic convolution, summed": lambda m, x: (
        x * (m.fc(x.mean((2, 3))).softmax(1)[..., None] * m.fc2.weight).sum(1)[..., None, None]
    ),
    "external attention": _external,
    "memory": lambda m, x: (x.flatten(2).mT @ m.fc.weight).softmax(-1) @ m.fc.weight.t(),
}
"""Weights of learned values alone, which have no place in an image: the layers between are like any other."""

ENTRIES = [
    *on_maps({f"none: {name}": function for name, function in LEARNED.items()}, ()),
    *on_maps({f"none: {name}": function for name, function in WRITTEN.items()}, ()),
    Handwritten("none: recurrent cells", partial(_Recurrent), maps, ()),
]
