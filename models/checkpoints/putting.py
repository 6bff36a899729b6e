"""Weights put into a network that they fit: all of them, or none."""

from typing import Any

import torch
from torch import nn

from ..foreign import Foreign
from .fit_record import Fit


def put(network: nn.Module, fit: Fit, skip_head: bool = False) -> tuple[str, ...]:
    """Copy the weights into the network's own tensors, in its own precision; the answer is what to know of it.

    `skip_head` leaves the head as it is, where nothing else keeps the file from fitting.

    **Raises** MisfitError where the file does not fit; UserError where the network's own code refuses it. The network
    is unchanged then.
    """
    if not fit.complete and not (skip_head and fit.only_head):
        raise fit.error()
    before = _copied(network)
    try:
        with torch.no_grad(), Foreign("The network's load_state_dict()"):
            network.load_state_dict(_filled(network, fit))
    except BaseException:
        _restore(network, before)
        raise
    return (*fit.notes, *_head_note(fit))


def _filled(network: nn.Module, fit: Fit) -> dict[str, Any]:
    # The network's own state, so that what it says beside its tensors (versions of its parts) is there as well.
    state = network.state_dict()
    for name, tensor in fit.matched.items():
        own = state[name]
        state[name] = tensor if nn.parameter.is_lazy(own) else tensor.reshape(own.shape)
    return state


def _copied(network: nn.Module) -> dict[str, torch.Tensor]:
    return {
        name: tensor.detach().clone()
        for name, tensor in network.state_dict().items()
        if isinstance(tensor, torch.Tensor) and not nn.parameter.is_lazy(tensor)
    }


def _restore(network: nn.Module, before: dict[str, torch.Tensor]) -> None:
    state = network.state_dict()
    with torch.no_grad():
        for name, tensor in before.items():
            state[name].copy_(tensor)


def _head_note(fit: Fit) -> tuple[str, ...]:
    if fit.complete:
        return ()
    if fit.difference.only_auxiliary:
        return ("the auxiliary classifiers, which only training uses, were left as they were",)
    return ("the head was left out: it stays as it was, and the prediction means nothing",)
