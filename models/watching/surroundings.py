"""What a forward pass depends on besides the network and its input, so that it can be run again the same way."""

import random
from collections.abc import Hashable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.autograd.grad_mode import _unsafe_preserve_version_counter

from ..errors import UserError
from ..tags.mapped import is_mapped
from .module_names import touching
from .survey import signature, survey

_AUTOCAST = ("cpu", "cuda", "mps")
"""Kinds of devices that have an autocast of their own."""


def copied(value: Any) -> Any:
    """The value with every tensor in its lists, tuples and dicts copied: a network may write over its input."""
    if isinstance(value, Tensor):
        return value.detach().clone()
    if type(value) in (list, tuple):
        return type(value)(copied(part) for part in value)
    if type(value) is dict:
        return {key: copied(part) for key, part in value.items()}
    return value


@dataclass(frozen=True, slots=True)
class RandomState:
    """The states of the random generators that networks draw from."""

    python: Any
    numpy: Any
    cpu: Tensor
    cuda: tuple[Tensor, ...]

    @classmethod
    def now(cls) -> "RandomState":
        """As they are at this moment."""
        cuda = torch.cuda.get_rng_state_all() if torch.cuda.is_initialized() else ()
        return cls(random.getstate(), np.random.get_state(), torch.get_rng_state(), tuple(cuda))

    def restore(self) -> None:
        """Sets the generators back."""
        random.setstate(self.python)
        np.random.set_state(self.numpy)
        torch.set_rng_state(self.cpu)
        for device, state in enumerate(self.cuda):
            torch.cuda.set_rng_state(state, device)


@dataclass(frozen=True, slots=True)
class Run:
    """One call of the network: its arguments, and all that decides what comes of them."""

    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    random: RandomState
    key: Hashable
    """Equal for passes that are expected to take the same way through the network."""
    modes: tuple[bool, ...]
    autocast: dict[str, torch.dtype]
    image: Tensor | None
    """The input that looks most like images: the largest map (B, C, H, W), else the first of three dimensions."""
    batch: int
    """How many images it runs on: tensors (B, ...), rows of words, or a list of images of their own sizes."""

    @classmethod
    def about_to(cls, model: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any]) -> "Run":
        """The call that begins now."""
        autocast = {
            device: torch.get_autocast_dtype(device) for device in _AUTOCAST if torch.is_autocast_enabled(device)
        }
        seen = survey(model)
        switches = (torch.is_grad_enabled(), torch.is_inference_mode_enabled(), *autocast.items())
        key = (seen.fingerprint, signature(args), signature(kwargs), switches)
        args, kwargs = copied(args), copied(kwargs)
        image = _image_of(args, kwargs)
        batch = _batch_of(args, kwargs, image)
        return cls(args, kwargs, RandomState.now(), key, seen.modes, autocast, image, batch)

    def undo(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        """Sets the random generators and whatever the network wrote into its arguments back."""
        self.random.restore()
        with torch.no_grad():
            for now, before in zip(tensors_of((args, kwargs)), tensors_of((self.args, self.kwargs)), strict=True):
                if not torch.equal(now, before):
                    now.copy_(before)

    @property
    def hides_images(self) -> bool:
        """Whether torch.vmap hid some of its images, so that it cannot be run again."""
        return any(map(is_mapped, tensors_of((self.args, self.kwargs))))

    def again(self, model: nn.Module) -> Any:
        """Runs the network in the same way, without gradients.

        **Raises**: UserError where its modules were exchanged or put into another mode since.
        """
        if survey(model).modes != self.modes:
            raise UserError("The network was changed from training to evaluation or back since: record the pass again.")
        self.random.restore()
        with ExitStack() as stack:
            stack.enter_context(torch.no_grad())
            for device, dtype in self.autocast.items():
                stack.enter_context(torch.autocast(device, dtype))
            return model(*copied(self.args), **copied(self.kwargs))


def _image_of(args: tuple[Any, ...], kwargs: dict[str, Any]) -> Tensor | None:
    tensors = list(tensors_of((args, kwargs)))
    maps = [tensor for tensor in tensors if tensor.dim() == 4]
    if maps:  # the others are masks, points and the like
        return max(maps, key=lambda tensor: tensor.shape[-2:].numel())
    return next((tensor for tensor in tensors if tensor.dim() >= 3), tensors[0] if tensors else None)


def _batch_of(args: tuple[Any, ...], kwargs: dict[str, Any], image: Tensor | None) -> int:
    lists = [value for value in (*args, *kwargs.values()) if _are_images(value)]
    if lists:
        return len(lists[0])
    if image is None or image.dim() < 2 or (image.dim() == 2 and image.is_floating_point()):
        return 1
    return max(image.shape[0], 1)


def _are_images(value: Any) -> bool:
    # Detectors take images of different sizes as a list of (C, H, W).
    listed = isinstance(value, list | tuple) and len(value) > 0
    return listed and all(isinstance(part, Tensor) and part.dim() == 3 for part in value)


def tensors_of(value: Any) -> Iterator[Tensor]:
    """All tensors in what a network is given or returns: lists, tuples, dicts and dataclasses of them."""
    if isinstance(value, Tensor):
        yield value
    elif isinstance(value, list | tuple):
        for part in value:
            yield from tensors_of(part)
    elif isinstance(value, dict):
        yield from tensors_of(list(value.values()))
    elif is_dataclass(value) and not isinstance(value, type):
        yield from tensors_of([getattr(value, part.name) for part in fields(value)])


@contextmanager
def kept(model: nn.Module) -> Iterator[None]:
    """Leaves the network's attributes and buffers and all random generators as they are now, whatever runs inside."""
    with touching, drawn_and_counted(model):
        modules = list(model.modules())
        scripted = [module for module in modules if isinstance(module, torch.jit.ScriptModule)]
        modes = [(module, module.training) for module in scripted if hasattr(module, "training")]
        held = [vars(module) for module in modules if module not in scripted]
        held += [each["_buffers"] for each in held]
        before = [dict(each) for each in held]
        try:
            yield
        finally:
            for now, then in zip(held, before, strict=True):  # such as the mode, or what it keeps for its next pass
                _set_back(now, then)
            for module, mode in modes:
                module.training = mode


def _set_back(now: dict[str, Any], then: dict[str, Any]) -> None:
    # Piece by piece, since another thread may be running the network.
    for name in now.keys() - then.keys():
        del now[name]
    for name, value in then.items():
        if name not in now or now[name] is not value:
            now[name] = value


@contextmanager
def drawn_and_counted(model: nn.Module) -> Iterator[None]:
    """Leaves the values of the buffers and all random generators as they are now, whatever runs inside."""
    random = RandomState.now()
    values = [(buffer, buffer.detach().clone()) for buffer in model.buffers() if not buffer.is_meta]
    # Autograd, which may hold on to them for a backward pass still to come, need not know.
    versions = _unsafe_preserve_version_counter(tuple(buffer for buffer, _ in values if not buffer.is_inference()))
    try:
        yield
    finally:
        random.restore()
        with torch.inference_mode(), versions:  # which may write into tensors made under it, too
            for buffer, value in values:
                if not torch.equal(buffer, value):
                    buffer.copy_(value)
