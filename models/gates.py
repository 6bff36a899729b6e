"""Gates: weights that multiply a value with broadcasting. Which dimensions are broadcast says what kind it is."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from .application import Application, Call, PlainWeights, Side, Tap, Weights, rooted, tapped
from .operand import in_the_form_of, plain
from .provenance import Made
from .records import Kind

_UNBOUNDED = ("exp",)
_ACTIVATIONS = ("clamp", "tanh")  # without broadcasting these are activation functions


@dataclass(frozen=True, slots=True)
class GateForm:
    """What kind of gate it is, and which dimensions of the value its factors differ along."""

    kind: Kind
    kept: tuple[int, ...]


_MAPS: dict[tuple[int, ...], GateForm] = {
    (1,): GateForm("channel", (0, 1)),
    (2, 3): GateForm("spatial", (0, 2, 3)),
    (3,): GateForm("channel", (0, 3)),  # channels last
    (1, 2): GateForm("spatial", (0, 1, 2)),  # channels last
}
_TOKENS: dict[tuple[int, ...], GateForm] = {(2,): GateForm("channel", (0, 2))}
_SEQUENCES: dict[tuple[int, ...], GateForm] = {(1,): GateForm("channel", (0, 1))}
_CHANNELS_LAST = ((3,), (1, 2))


def gate_form(gate: Tensor, value: Tensor, made: Made, mixed: Callable[[], bool]) -> GateForm | None:
    """What the product of weights and a value is: a gate of some kind, or None where it is none.

    `mixed` tells whether the weights were made from this very value by bringing positions together: what tells
    attention from a gated linear unit where nothing is broadcast.
    """
    if made.source in _UNBOUNDED or gate.dim() > value.dim():
        return None
    if made.source in _ACTIVATIONS and value.dim() < 3:
        return None  # boxes and other numbers of a detector are clamped too
    sizes = _effective(gate, value.dim())
    spread = [s == 1 < v for s, v in zip(sizes, value.shape, strict=True)]
    if any(s > 1 == v for s, v in zip(sizes, value.shape, strict=True)):
        return None
    if any(spread[1:]):
        live = tuple(i for i in range(1, value.dim()) if sizes[i] > 1)
        return _form(live, value, made)
    return _repeated(sizes, value, made) or _elementwise(value, made, mixed)


def _effective(gate: Tensor, dimensions: int) -> list[int]:
    # A dimension of stride 0 was broadcast by expand: it counts as one value.
    sizes = [1 if step == 0 else size for size, step in zip(gate.shape, gate.stride(), strict=True)]
    return [1] * (dimensions - len(sizes)) + sizes


def _form(live: tuple[int, ...], value: Tensor, made: Made) -> GateForm:
    other = GateForm("other", (0, *live))
    if value.dim() == 5 and live and set(live) <= {1, 2}:
        return GateForm("channel", (0, 1, 2))  # several branches
    if value.dim() == 3:
        return (_SEQUENCES if made.by_convolution else _TOKENS).get(live, other)
    if value.dim() != 4:
        return other
    if live == tuple(i for i in (2, 3) if value.shape[i] > 1):  # also on maps of one row or column
        live = (2, 3)
    if made.by_convolution and live in _CHANNELS_LAST:
        return other  # what a convolution made has its channels first, so this is a strip
    return _MAPS.get(live, other)


def _repeated(sizes: list[int], value: Tensor, made: Made) -> GateForm | None:
    # The factors were copied along some dimensions: the shape they were born in tells which. Never look at the data.
    if value.dim() not in (3, 4) or value.shape[2:].numel() == 1:
        return None
    forms = _MAPS if value.dim() == 4 else _TOKENS
    born = _without_ones(made.shape)
    for form in forms.values():
        if born in (_without_ones(sizes[i] for i in form.kept), [*_flat(sizes, form)]):
            return form
    return None


def _flat(sizes: list[int], form: GateForm) -> list[int]:
    if form.kind != "spatial":
        return []
    rows, columns = form.kept[1:]
    return _without_ones((sizes[0], sizes[rows] * sizes[columns]))


def _without_ones(sizes: Iterable[int]) -> list[int]:
    return [size for size in sizes if size != 1]


def _elementwise(value: Tensor, made: Made, mixed: Callable[[], bool]) -> GateForm | None:
    if made.source in _ACTIVATIONS or not mixed():
        return None
    if value.dim() == 4 and value.shape[2:].numel() == 1:  # squeeze and excitation on a map of one cell
        return GateForm("channel", (0, 1))
    return GateForm("other", tuple(range(value.dim())))


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
        self.value = value
        self.kind = form.kind
        self.source = source

    def key_sides(self) -> list[Side]:
        """The value itself, its positions as one dimension."""
        rest = [i for i in range(self.value.dim()) if i not in self._kept]
        return [(self.value, lambda x: x.permute(*self._kept, *rest).flatten(1, len(self._kept) - 1).flatten(2))]

    def hold(self, graph: bool = False) -> GateWeights:
        """The factors alone, without the dimensions that they do not differ along."""
        return GateWeights(self._gate, self.value.shape, self._kept, graph)

    def held(self, weights: Tensor) -> GateWeights:
        """Edited factors."""
        return GateWeights(self._aligned(weights, self.value), self.value.shape, self._kept)

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
        """The value times its factors."""
        return plain(value) * self._aligned(weights, value).to(plain(self._gate).dtype)

    def run_tapped(self, replacement: Tensor | None) -> tuple[Tensor, Tap | None]:
        """The product with factors of its own, one for each that is shown, so that autograd tells theirs apart."""
        if self._call.writes_over(self._gate):
            return super().run_tapped(replacement)
        gate = self._gate if replacement is None else in_the_form_of(self._gate, self._aligned(replacement, self.value))
        ones = [1] * (self.value.dim() - gate.dim()) + [*gate.shape]
        shape = [self.value.shape[i] if i in self._kept else size for i, size in enumerate(ones)]
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
        if value.dim() == 5:
            return value.sum(1)
        channels_first = value.movedim(self._kept[-1], 1)
        return channels_first if value.dim() == 4 else channels_first.flatten(2)[:, :, None]

    def _aligned(self, weights: Tensor, value: Tensor) -> Tensor:
        sizes = iter(weights.shape)
        shape = [next(sizes) if i in self._kept else 1 for i in range(value.dim())]
        return weights.to(value.device).reshape(torch.Size(shape))
