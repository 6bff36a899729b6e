"""Whether a network's parameters are still what they were, told in some microseconds."""

from collections.abc import Hashable, Iterable
from typing import Any

import torch
from torch import nn


def state_of(model: nn.Module) -> Hashable:
    """Changes with every training step, loaded checkpoint, cast or exchange of a parameter.

    Not seen is a change through `parameter.data` in place, of which torch itself takes no note.
    """
    waiting: list[nn.Module] = [model]
    marks: list[int] = []
    for module in waiting:
        if isinstance(module, torch.jit.ScriptModule):
            _mark(module.parameters(), marks)
            continue
        held = module.__dict__
        if held["_parameters"]:
            _mark(held["_parameters"].values(), marks)
        if held["_modules"]:
            waiting.extend(part for part in held["_modules"].values() if part is not None)
    return hash(tuple(marks))


def _mark(parameters: Iterable[Any], marks: list[int]) -> None:
    for parameter in parameters:
        if parameter is not None:
            marks.append(id(parameter))
            try:
                marks.append(parameter._version)
                marks.append(parameter.data_ptr())
            except RuntimeError:  # made under inference_mode, or inside of torch.func: no version, no memory
                continue
