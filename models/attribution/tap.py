"""Leads one tensor of a network through a module of its own, where a library can take hold of it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import torch
from torch import Tensor, nn
from torch.utils._pytree import tree_map

from ..watching.module_names import names_of
from .map_spots import Spot, tensors_in


class Tap(nn.Module):
    """Gives the features back that it is given: (1, C, N), a column for each place."""

    def forward(self, features: Tensor) -> Tensor:
        """The same."""
        return features


@contextmanager
def tapped(model: nn.Module, spot: Spot) -> Iterator[Tap]:
    """Has the network's tensor at a spot go through a module, with its features first and its places in a row.

    What has no place, such as the class token, goes by.
    """
    tap, placed = Tap(), torch.from_numpy(spot.placed)

    def through(tensor: Tensor) -> Tensor:
        moved = tensor.movedim(spot.channels, 0)
        features = moved.reshape(1, moved.shape[0], -1)
        at = placed.to(tensor.device)
        tapped = features.index_copy(2, at, tap(features.index_select(2, at)))
        return tapped.reshape(moved.shape).movedim(0, spot.channels)

    with meeting(model, spot, through):
        yield tap


@contextmanager
def meeting(model: nn.Module, spot: Spot, meet: Callable[[Tensor], Tensor]) -> Iterator[None]:
    """Has the network go on with what `meet` makes of its tensor at a spot."""
    names = names_of(model)
    module = next(m for m in model.modules() if names[id(m)] == spot.module)
    calls = [-1]

    def replaced(value: Any) -> Any:
        tensors = tensors_in(value)
        if calls[0] != spot.call or len(tensors) <= spot.leaf:
            return value
        met = tensors[spot.leaf]
        other = meet(met)
        return tree_map(lambda part: other if part is met else part, value)  # one tensor may be given several times

    def enter(module: nn.Module, args: Any, kwargs: Any) -> Any:
        calls[0] += 1
        return replaced((args, kwargs)) if spot.entering else None

    def leave(module: nn.Module, args: Any, output: Any) -> Any:
        return None if spot.entering else replaced(output)

    with ExitStack() as stack:
        stack.callback(module.register_forward_pre_hook(enter, with_kwargs=True).remove)
        stack.callback(module.register_forward_hook(leave).remove)
        yield
