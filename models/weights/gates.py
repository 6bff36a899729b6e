"""Gates: weights that multiply a value with broadcasting."""

from collections.abc import Hashable

import numpy as np  # whose broadcast_shapes loads nothing; torch's loads sympy
import torch
from torch import Tensor, nn

from ..tags.application import Application, Call, PlainWeights, Side, Tap, Weights, rooted, tapped
from ..tags.gate_forms import GateForm
from .addends import addend_of
from .operand import in_the_form_of, plain


class GateWeights(Weights):
    """The factors of a gate, copied: there are few of them."""

    def __init__(self, gate: Tensor, value: torch.Size, kept: tuple[int, ...], graph: bool = False) -> None:
        """`gate` broadcasts to `value`; its factors differ along the `kept` dimensions of the value alone."""
        gate = plain(gate)
        self._gate = gate.detach().clone() if gate.requires_grad and not graph else gate.clone()
        self._kept = kept
        self.shape = tuple(value[i] for i in kept)

    def release(self) -> None:
        """The factors stay, on the CPU."""
        self._gate = self._gate.cpu()

    def read(self) -> Tensor:
        """The factors in float32."""
        lead = (1,) * (max(self._kept) + 1 - self._gate.dim())
        gate = self._gate.reshape(lead + tuple(self._gate.shape)) if lead else self._gate
        picked = gate[tuple(slice(None) if i in self._kept else 0 for i in range(gate.dim()))]
        return picked.float().expand(self.shape)


class GateApplication(Application):
    """A product of a gate and a value, as the network is about to work it out."""

    def __init__(self, call: Call, gate: Tensor, value: Tensor, source: str, form: GateForm) -> None:
        self._call = call
        self._gate = gate
        self._kept = form.kept
        self._sizes = _broadcast(gate.shape, value.shape)
        self._addend = addend_of(call)
        self.value = value
        self.kind = form.kind
        self.source = source
        if source == "linear":
            self.note = "not bounded: what a linear map gave, as it is"

    def key_sides(self) -> list[Side]:
        """The value itself, its positions as one dimension."""
        rest = [i for i in range(self.value.dim()) if i not in self._kept]
        return [(self.value, lambda x: x.permute(*self._kept, *rest).flatten(1, len(self._kept) - 1).flatten(2))]

    def hold(self, graph: bool = False) -> GateWeights:
        """The factors alone, without the dimensions that they do not differ along."""
        return GateWeights(self._gate, self._sizes, self._kept, graph)

    def held(self, weights: Tensor) -> GateWeights:
        """Edited factors."""
        return GateWeights(self._aligned(weights, self.value), self._sizes, self._kept)

    def looks(self) -> Hashable:
        """Shapes and steps of both, and what is a parameter."""
        learned = type(self._gate) is nn.Parameter, type(self.value) is nn.Parameter
        return self.value.shape, self._gate.shape, self._gate.stride(), learned

    def run(self) -> Tensor:
        """The network's own product."""
        return self._call.run()

    def run_with(self, weights: Tensor) -> Tensor:
        """The network's own operation on another gate."""
        other = in_the_form_of(self._gate, self._aligned(weights, self.value))
        if self._call.writes_over(self._gate):
            self._gate.copy_(other.expand_as(self._gate))
            return self._call.run()
        return self._call.run_with(self._gate, other)

    def by_hand(self, value: Tensor, weights: Tensor) -> Tensor:
        """The value times its factors, and what the operation adds it to."""
        value, factors = plain(value), self._aligned(weights, value).to(plain(self._gate).dtype)
        if self._addend is None:
            return value * factors
        return torch.addcmul(self._addend.base, value, factors, value=self._addend.alpha)  # rounds once

    def run_tapped(self, replacement: Tensor | None) -> tuple[Tensor, Tap | None]:
        """The product with factors of its own, one for each that is shown, so that autograd tells theirs apart."""
        if self._call.writes_over(self._gate):
            return super().run_tapped(replacement)
        gate = self._gate if replacement is None else in_the_form_of(self._gate, self._aligned(replacement, self.value))
        ones = [1] * (self.value.dim() - gate.dim()) + [*gate.shape]
        shape = [self._sizes[i] if i in self._kept else size for i, size in enumerate(ones)]
        gate = rooted(gate).expand(shape)
        summed = [i for i in range(len(shape)) if i not in self._kept]
        tap = tapped(gate, lambda arrived: PlainWeights(arrived.float().sum(summed) if summed else arrived))
        return self._call.run_with(self._gate, gate), tap

    def run_rooted(self) -> Tensor:
        """The network's own product, the value put into a graph where neither it nor the gate is in one."""
        if self._gate.requires_grad or self.value.requires_grad:
            return self.run()
        return self._call.run_with(self.value, rooted(self.value))

    def maps(self, value: Tensor) -> Tensor:
        """The value as feature maps of its channels: (B, C, H, W). Branches are summed, tokens are one row."""
        if self.kind == "spatial":
            rest = [i for i in range(value.dim()) if i not in self._kept]
            batch, rows, columns = self._kept
            return value.permute(batch, *rest, rows, columns).flatten(1, -3)
        if value.dim() == 5:
            return value.sum(1)
        channels_first = value.movedim(self._kept[-1], 1)
        return channels_first if value.dim() == 4 else channels_first.flatten(2)[:, :, None]

    def _aligned(self, weights: Tensor, value: Tensor) -> Tensor:
        sizes = iter(weights.shape)
        shape = [next(sizes) if i in self._kept else 1 for i in range(value.dim())]
        return weights.to(value.device).reshape(torch.Size(shape))


def _broadcast(gate: torch.Size, value: torch.Size) -> torch.Size:
    # Most often that of the value, which need not be worked out.
    fits = len(gate) <= len(value) and all(
        own in (1, whole) for own, whole in zip(reversed(gate), reversed(value), strict=False)
    )
    return value if fits else torch.Size(np.broadcast_shapes(gate, value))
