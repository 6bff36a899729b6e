"""Edits: other weights in the place of a network's own, within the forward pass."""

from dataclasses import dataclass
from typing import Any, Literal

import torch
from torch import Tensor

from ..errors import UserError
from ..records import Place
from ..tags.application import Application
from .heads import Heads

Index = int | slice | tuple[int | slice, ...] | None


@dataclass(frozen=True, slots=True)
class Edit:
    """Changes the weights of one layer on their way; all that follows in the network follows.

    `index` is a channel, a position (row, column) or pair of slices, or a head; None is all of them. A gate's factors
    are set to `value`; a head's weights are multiplied by it, or spread evenly over its keys by "uniform".
    """

    layer: str
    """Name of a layer, or of several: "attn" are all in the module of this path, "attn #2" the second in each run of
    it, "attn (2)" those of the second run."""
    index: Index = None
    value: float | Literal["uniform"] = 0.0


class Unfolded(BaseException):
    """Which of a layer's matrices belong to the head that an edit names must be found out first."""


def edited(application: Application, place: Place, edits: tuple[Edit, ...], guessing: bool = True) -> Tensor | None:
    """The weights after the edits of the layer at this place; None where there are none.

    `guessing` tells whether images, windows and heads may be told apart by sizes that leave it open.
    **Raises**: UserError for an index or value that does not fit the layer; Unfolded where guessing would be needed.
    """
    chosen = [edit for edit in edits if place.is_called(edit.layer)]
    if not chosen:
        return None
    if application.fixed:
        raise UserError(f"{place.title} cannot be edited, since {application.fixed}.")
    held = application.hold(graph=True)  # gradients go through an edit to what the weights were made from
    if not guessing and isinstance(held, Heads) and not held.clear and any(edit.index is not None for edit in chosen):
        raise Unfolded
    weights = held.read()
    if weights is None:
        raise UserError(f"The weights of {place.title} cannot be edited: its network writes over them.")
    weights = weights.clone()
    for edit in chosen:
        _apply(weights, edit, isinstance(held, Heads))
    return weights


def _apply(weights: Tensor, edit: Edit, heads: bool) -> None:
    try:
        if heads:
            _edit_heads(weights, edit)
        elif isinstance(edit.value, str):
            raise UserError(f"{edit.layer} is a gate: give its edit a number, not {edit.value!r}.")
        else:
            weights[_index(edit.index, weights.dim())] = edit.value
    except (IndexError, TypeError) as error:
        sizes = ", ".join(map(str, weights.shape))
        raise UserError(f"The edit of {edit.layer} has no place {edit.index!r}: its weights are ({sizes}).") from error


def _index(index: Index, dimensions: int) -> tuple[Any, ...]:
    if index is None:
        return (...,)
    at = index if isinstance(index, tuple) else (index,)
    if dimensions - 1 < len(at):
        raise IndexError
    return (..., *at)


def _edit_heads(weights: Tensor, edit: Edit) -> None:
    if isinstance(edit.index, tuple):
        raise IndexError
    head = slice(None) if edit.index is None else edit.index
    if edit.value == "uniform":
        weights[..., head, :, :] = 1 / weights.shape[-1]
    else:
        weights[..., head, :, :] *= torch.as_tensor(edit.value)
