"""What a forward pass depends on besides the network and its input, so that it can be run again the same way."""

import random
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn


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
    cpu: Tensor
    cuda: tuple[Tensor, ...]

    @classmethod
    def now(cls) -> "RandomState":
        """As they are at this moment."""
        cuda = torch.cuda.get_rng_state_all() if torch.cuda.is_initialized() else ()
        return cls(random.getstate(), torch.get_rng_state(), tuple(cuda))

    def restore(self) -> None:
        """Sets the generators back."""
        random.setstate(self.python)
        torch.set_rng_state(self.cpu)
        for device, state in enumerate(self.cuda):
            torch.cuda.set_rng_state(state, device)


@dataclass(frozen=True, slots=True)
class Run:
    """One call of the network: its arguments, and all that decides what comes of them."""

    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    random: RandomState
    training: tuple[bool, ...]
    autocast: dict[str, torch.dtype]

    @classmethod
    def about_to(cls, model: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any]) -> "Run":
        """The call that begins now."""
        autocast = {
            device: torch.get_autocast_dtype(device) for device in ("cpu", "cuda") if torch.is_autocast_enabled(device)
        }
        training = tuple(module.training for module in model.modules())
        return cls(copied(args), copied(kwargs), RandomState.now(), training, autocast)

    @property
    def image(self) -> Tensor | None:
        """The input that looks most like images: the first tensor (B, C, H, W), else the first of all."""
        tensors = list(_tensors((self.args, self.kwargs)))
        return next((tensor for tensor in tensors if tensor.dim() == 4), tensors[0] if tensors else None)

    @property
    def batch(self) -> int:
        """How many images it runs on."""
        image = self.image
        return max(image.shape[0], 1) if image is not None and image.dim() >= 3 else 1

    def again(self, model: nn.Module) -> Any:
        """Runs the network in the same way, without gradients; what it needs for that must be put back by `kept`."""
        self.random.restore()
        for module, training in zip(model.modules(), self.training, strict=True):
            module.training = training
        with ExitStack() as stack:
            stack.enter_context(torch.no_grad())
            for device, dtype in self.autocast.items():
                stack.enter_context(torch.autocast(device, dtype))
            return model(*copied(self.args), **copied(self.kwargs))


def _tensors(value: Any) -> Iterator[Tensor]:
    if isinstance(value, Tensor):
        yield value
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _tensors(part)
    elif isinstance(value, dict):
        yield from _tensors(list(value.values()))


@contextmanager
def kept(model: nn.Module) -> Iterator[None]:
    """Leaves the network's buffers and modes and all random generators as they are now, whatever runs inside."""
    state = RandomState.now()
    modes = [(module, module.training) for module in model.modules()]
    buffers = [(buffer, buffer.detach().clone()) for buffer in model.buffers()]
    try:
        yield
    finally:
        state.restore()
        for module, training in modes:
            module.training = training
        with torch.no_grad():
            for buffer, before in buffers:
                if not torch.equal(buffer, before):
                    buffer.copy_(before)
