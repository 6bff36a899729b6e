"""Weights that nobody learnt: told apart from learnt ones, and the same ones every time."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import torch
from torch import nn


@contextmanager
def noticing_weights() -> Iterator[list[nn.Module]]:
    """Lists the modules that weights are loaded into: a network that nobody loads weights into is a random one."""
    original = nn.Module.load_state_dict
    loaded: list[nn.Module] = []

    def noticed(module: nn.Module, *args: Any, **kwargs: Any) -> object:
        loaded.append(module)
        return original(module, *args, **kwargs)

    nn.Module.load_state_dict = noticed  # type: ignore[method-assign]
    try:
        yield loaded
    finally:
        nn.Module.load_state_dict = original


@contextmanager
def same_random_numbers() -> Iterator[None]:
    """Random weights made in here are the same every time, and the caller's random state stays as it was."""
    state = torch.get_rng_state()
    torch.default_generator.manual_seed(0)
    try:
        yield
    finally:
        torch.set_rng_state(state)
