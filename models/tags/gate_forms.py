"""What kind of gate a product is: which dimensions are broadcast says it, never the data."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from torch import Tensor

from ..records import Kind
from .making import LOGARITHMS
from .provenance import Made

_UNBOUNDED = ("exp", "normalize", *LOGARITHMS)
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


def gate_form(gate: Tensor, value: Tensor, made: Made, weighs: Callable[[], bool], layout: str = "") -> GateForm | None:
    """What the product of weights and a value is: a gate of some kind, or None where it is none.

    `weighs` tells attention from a gated linear unit where nothing is broadcast; `layout` is that of the value, if it
    is known, such as "bchw".
    """
    if made.source in _UNBOUNDED or gate.dim() > value.dim():
        return None
    if made.source in _ACTIVATIONS and value.dim() < 3:
        return None  # boxes and other numbers of a detector are clamped too
    sizes = spread_sizes(gate, value.dim())
    spread = [s == 1 < v for s, v in zip(sizes, value.shape, strict=True)]
    if any(s > 1 == v for s, v in zip(sizes, value.shape, strict=True)):
        return None
    if any(spread[1:]):
        live = tuple(i for i in range(1, value.dim()) if sizes[i] > 1)
        return _form(live, value, made, layout)
    return _repeated(sizes, value, made) or _elementwise(value, made, weighs)


def spread_sizes(gate: Tensor, dimensions: int) -> list[int]:
    """The sizes for broadcasting to so many dimensions; one that `expand` has broadcast counts as one value."""
    sizes = [1 if step == 0 else size for size, step in zip(gate.shape, gate.stride(), strict=True)]
    return [1] * (dimensions - len(sizes)) + sizes


def _form(live: tuple[int, ...], value: Tensor, made: Made, layout: str) -> GateForm | None:
    other = GateForm("other", (0, *live))
    if value.dim() == 5 and live and set(live) <= {1, 2}:
        return GateForm("channel", (0, 1) if live == (1,) else (0, 1, 2))  # of videos; several branches
    if value.dim() >= 5 and live and live[-1] - live[0] >= len(live):
        return None  # sizes of boxes that scale the offsets of their points
    if value.dim() == 3:
        return (_SEQUENCES if made.by_convolution else _TOKENS).get(live, other)
    if value.dim() != 4:
        return other
    if layout:
        return _form_by_layout(live, value, layout) or other
    if live == tuple(i for i in (2, 3) if value.shape[i] > 1):  # also on maps of one row or column
        live = (2, 3)
    if made.by_convolution and live in _CHANNELS_LAST:
        return other  # what a convolution made has its channels first, so this is a strip
    return _MAPS.get(live, other)


def _form_by_layout(live: tuple[int, ...], value: Tensor, layout: str) -> GateForm | None:
    rows, columns = layout.index("h"), layout.index("w")
    if layout[0] != "b" or not live:
        return None
    if live == (layout.index("c"),):
        return GateForm("channel", (0, *live))
    positions = rows < columns and live == tuple(i for i in (rows, columns) if value.shape[i] > 1)
    return GateForm("spatial", (0, rows, columns)) if positions else None


def linear_form(gate: Tensor, value: Tensor) -> GateForm | None:
    """The form of a map of one channel that multiplies maps of many, or their mean, without being bounded.

    **Source**: Yang et al., 2022, "Focal Modulation Networks", arXiv 2203.11926, section 3.3.
    """
    if gate.dim() != 4 or value.dim() != 4 or gate.shape[0] != value.shape[0]:
        return None
    for form, channels in ((_MAPS[2, 3], 1), (_MAPS[1, 2], 3)):
        cells, places = (tuple(tensor.shape[i] for i in form.kept[1:]) for tensor in (gate, value))
        if gate.shape[channels] == 1 < value.shape[channels] and min(cells) > 1 and places in (cells, (1, 1)):
            return form
    return None


def _repeated(sizes: list[int], value: Tensor, made: Made) -> GateForm | None:
    # The factors were copied along some dimensions: the shape they were born in tells which. Never look at the data.
    if value.dim() not in (3, 4) or value.shape[2:].numel() == 1:
        return None
    forms = _MAPS if value.dim() == 4 else _TOKENS
    born = _without_ones(made.shape)
    for form in forms.values():
        if _without_ones(value.shape[i] for i in range(1, value.dim()) if i not in form.kept) == []:
            continue  # there is but one of them: nothing was copied
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


def _elementwise(value: Tensor, made: Made, weighs: Callable[[], bool]) -> GateForm | None:
    if made.source in _ACTIVATIONS or not weighs():
        return None
    if value.dim() == 4 and value.shape[2:].numel() == 1:  # squeeze and excitation on a map of one cell
        return GateForm("channel", (0, 1))
    return GateForm("other", tuple(range(value.dim())))
