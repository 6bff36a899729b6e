"""The tensors of a network that a file is to fill, and those that it need not."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import torch
from torch import nn

from ..foreign import Foreign

Shape = tuple[int, ...]

_RECKONED = frozenset({
    *("num_batches_tracked", "relative_position_index", "relative_coords_table", "attn_mask", "position_ids"),
    *("attention_bias_idxs", "total_ops", "total_params", "inv_freq", "freqs_cos", "freqs_sin", "n_averaged"),
})  # fmt: skip
"""Buffers that a network works out when it is built, counters, and what measuring tools leave behind."""
_OF_TRAINING = frozenset({"mask_token", "queue", "queue_ptr", "center", "logit_scale", "logit_bias"})
"""Tensors of the whole network that only training uses."""


@dataclass(frozen=True, slots=True, eq=False)
class OwnTensors:
    """A network's tensors by name, in the order of its parts."""

    tensors: Mapping[str, torch.Tensor]
    shapes: Mapping[str, Shape]
    """() for one whose size the network does not know yet; it takes any."""
    lazy: frozenset[str]
    reckoned: frozenset[str]
    """Buffers that the network works out by itself: a file may lack them."""
    ties: Mapping[str, tuple[str, ...]]
    """The other names of the same tensor."""


def own_tensors(network: nn.Module) -> OwnTensors:
    """What the network keeps in a file; things in its state that are no tensors are not among them."""
    with Foreign("The network's state_dict()"):
        state = network.state_dict()
        parameters = {name for name, _ in network.named_parameters(remove_duplicate=False)}
        tensors = {name: tensor for name, tensor in state.items() if isinstance(tensor, torch.Tensor)}
    lazy = frozenset(name for name, tensor in tensors.items() if nn.parameter.is_lazy(tensor))
    shapes = {name: () if name in lazy else tuple(tensor.shape) for name, tensor in tensors.items()}
    buffers = (name for name in tensors if name not in parameters and name not in lazy)
    reckoned = frozenset(name for name in buffers if is_reckoned(name) or _counts(tensors[name]))
    return OwnTensors(tensors, shapes, lazy, reckoned, _ties(tensors, lazy))


def is_reckoned(name: str) -> bool:
    """Whether a tensor of this name says nothing that was learnt."""
    return name.rpartition(".")[2] in _RECKONED


def inside(own: Mapping[str, Shape], others: Iterable[str]) -> tuple[str, ...]:
    """Those of the other names that lie inside the network's own parts: without them it is another network.

    A part of its own beside the network's large ones (a projection, a decoder, a second head) does not.
    """
    names = tuple(own)
    modules = {start for name in names for start in _starts(name)}
    tops = frozenset(_tops(names))
    return tuple(name for name in others if _is_inside(name, modules, tops))


def _is_inside(name: str, modules: set[str], tops: frozenset[str]) -> bool:
    starts = list(_starts(name))
    holder = max((start for start in starts if start in modules), key=len, default="")
    part = name.removeprefix(holder).split(".")
    if len(part) == 1:
        return not (holder in tops and part[0] in _OF_TRAINING)
    return holder not in tops or part[0].isdigit()


def _tops(names: tuple[str, ...]) -> Iterator[str]:
    """The network itself, and what holds nearly all of it and is no mere list: "", "vit.", "vit.encoder."."""
    top = ""
    while True:
        yield top
        parts = Counter(name.removeprefix(top).partition(".")[0] for name in names if name.startswith(top))
        part, count = parts.most_common(1)[0] if parts else ("", 0)
        if 5 * count < 4 * len(names) or part.isdigit() or f"{top}{part}" in names or not part:
            return
        top += f"{part}."


def _starts(name: str) -> Iterator[str]:
    at = name.find(".")
    yield ""
    while at >= 0:
        yield name[: at + 1]
        at = name.find(".", at + 1)


def _counts(tensor: torch.Tensor) -> bool:
    return not tensor.is_floating_point() and not tensor.is_complex()


def _ties(tensors: Mapping[str, torch.Tensor], lazy: frozenset[str]) -> dict[str, tuple[str, ...]]:
    same: dict[tuple[object, ...], list[str]] = {}
    for name, tensor in tensors.items():
        if name not in lazy and not tensor.is_meta and tensor.numel():
            same.setdefault((tensor.data_ptr(), tensor.shape, tensor.stride()), []).append(name)
    return {name: tuple(other for other in names if other != name) for names in same.values() for name in names}
