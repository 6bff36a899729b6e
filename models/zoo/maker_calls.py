"""Calls what a user's code names, with the arguments he gives, and takes nothing but a network from it."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from torch import nn

from ..errors import UserError
from ..foreign import Foreign
from .random_weights import noticing_weights, same_random_numbers

Arguments = Mapping[str, Any]

_OPEN = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
_CLASSES = ("num_classes", "n_classes", "classes", "num_labels", "nb_classes", "nclass")
"""What people call the number of classes."""


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """A network, and whether it loaded weights while it was made."""

    network: nn.Module
    learnt: bool


def made_by(maker: object, what: str, folder: Path, arguments: Arguments, classes: int | None = None) -> Made:
    """The network that a function or class makes, or that is there already.

    `what` names it in a sentence; `classes` is given to it where it takes a number of classes and is told none.

    **Raises** UserError whatever goes wrong in it.
    """
    if isinstance(maker, nn.Module):
        if arguments:
            raise UserError(f"{what} is a network already, which takes no arguments: leave out what follows the '?'.")
        return Made(maker, False)
    if not callable(maker):
        raise UserError(f"{what} is of type {type(maker).__name__}: name a function or a class that makes the network.")
    given = _fitting(maker, what, dict(arguments), classes)
    placed = [given.pop(one.name, one.default) for one in _only_by_place(maker)]
    with Foreign(what, folder), noticing_weights() as loaded, same_random_numbers():
        network = maker(*placed, **given)
    if not isinstance(network, nn.Module):
        raise UserError(f"{what} returned {_kind(network)}: let it return the network, a torch.nn.Module.")
    return Made(network, bool(loaded))


def _fitting(maker: Callable[..., object], what: str, given: dict[str, Any], classes: int | None) -> dict[str, Any]:
    """The arguments that it is called with.

    **Raises** UserError where one is missing, or one is unknown to it.
    """
    parameters = _parameters(maker)
    if parameters is None:
        return given
    named = [name for name, one in parameters.items() if one.kind not in _OPEN]
    if classes is not None and not given.keys() & set(_CLASSES):
        given |= {name: classes for name in _CLASSES if name in named}
    free = any(one.kind is inspect.Parameter.VAR_KEYWORD for one in parameters.values())
    unknown = [] if free else [name for name in given if name not in named]
    if unknown:
        takes = f"it takes {', '.join(named)}" if named else "it takes none"
        raise UserError(f"{what} takes no argument {', '.join(unknown)}: {takes}.")
    needed = [n for n in named if parameters[n].default is inspect.Parameter.empty and n not in given]
    if needed:
        example = "&".join(f"{name}=..." for name in needed)
        cure = f"give them defaults, or values behind a '?', as in ?{example}"
        raise UserError(f"{what} needs arguments ({', '.join(needed)}): {cure}.")
    return given


def _only_by_place(maker: Callable[..., object]) -> list[inspect.Parameter]:
    """Those that cannot be given by name."""
    parameters = _parameters(maker) or {}
    return [one for one in parameters.values() if one.kind is inspect.Parameter.POSITIONAL_ONLY]


def _parameters(maker: Callable[..., object]) -> Mapping[str, inspect.Parameter] | None:
    """None for something written in C, which does not tell."""
    try:
        return inspect.signature(maker).parameters
    except (ValueError, TypeError):
        return None


def _kind(value: object) -> str:
    return "nothing" if value is None else f"an object of type {type(value).__name__}"
