"""Scripted and traced modules: what happens inside of them is seen by running them once more, operation by operation.

They run below everything else that is watched, and what torch shows of them there cannot be followed while gradients
are. So such a module is rehearsed on copies right before its own run, which nothing touches.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import torch
from torch import nn
from torch.jit._fuser import optimized_execution
from torch.utils._python_dispatch import TorchDispatchMode

from ..tags.provenance import CONSTANT, Provenance, tensors_in
from .module_names import touching
from .surroundings import copied, drawn_and_counted

Operate = Callable[[Any, Any, Any, dict[str, Any]], Any]
"""Runs a function of torch on types, arguments and keyword arguments, watched: what `__torch_function__` does."""


def scripted_in(model: nn.Module) -> dict[str, nn.Module]:
    """Scripted modules by their paths, but for those inside of others."""
    found: dict[str, nn.Module] = {}
    for name, module in model.named_modules():
        if isinstance(module, torch.jit.ScriptModule) and not any(_within(name, outer) for outer in found):
            found[name] = module
    return found


def _within(name: str, outer: str) -> bool:
    return outer == "" or name.startswith(f"{outer}.")


class Rehearsals:
    """Rehearses every scripted module of a network."""

    def __init__(self, model: nn.Module, tags: Provenance, operate: Operate) -> None:
        self.failed: list[str] = []
        """Paths of those that could not be."""
        self.under_way = False
        self._modules = {module: name for name, module in scripted_in(model).items()}
        self._tags = tags
        self._operations = _Operations(tags, operate)
        self._thread = threading.get_ident()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Rehearses whatever is called inside, by standing in front of it: such modules take no hooks."""
        if not self._modules:
            yield
            return
        with touching:
            for module in self._modules:
                vars(module)["forward"] = partial(self._forward, module, module.forward)
            try:
                yield
            finally:
                for module in self._modules:
                    del vars(module)["forward"]

    def _forward(self, module: nn.Module, forward: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if threading.get_ident() != self._thread:
            return forward(*args, **kwargs)
        # The mode that watches the rest must not see what is done here.
        with torch._C.DisableTorchFunction(), drawn_and_counted(module):
            shown = self._rehearsed(module, forward, args, kwargs)
        result = forward(*args, **kwargs)
        for given, copy in zip(tensors_in((result,), {}), tensors_in((shown,), {}), strict=False):
            self._tags.put(given, self._tags.of(copy))
        return result

    def _rehearsed(self, module: nn.Module, forward: Callable[..., Any], args: Any, kwargs: Any) -> Any:
        self.under_way = True
        copies = copied(args), copied(kwargs)
        for given, copy in zip(tensors_in(args, kwargs), tensors_in(*copies), strict=True):
            self._tags.origin(given)
            self._tags.put(copy, self._tags.of(given))
        try:
            with torch.inference_mode(), optimized_execution(False), self._operations:
                return forward(*copies[0], **copies[1])
        except RuntimeError:
            self._operations.reraise()
            self.failed.append(self._modules[module])
            return None
        finally:
            self.under_way = False


class _Operations(TorchDispatchMode):
    """Shows every operation below torch's interface."""

    @classmethod
    def _should_skip_dynamo(cls) -> bool:
        """No: torch would wrap `__torch_dispatch__` in what loads its compiler, and that takes 1.5 s."""
        return False

    def __init__(self, tags: Provenance, operate: Operate) -> None:
        super().__init__()
        self._tags = tags
        self._operate = operate
        self._raised: BaseException | None = None

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: dict[str, Any] | None = None) -> Any:
        """Runs the operation, watched."""
        kwargs = kwargs or {}
        for operand in tensors_in(args, kwargs):
            if not self._tags.knows(operand):  # neither given nor made in here: a parameter or what became of one
                self._tags.put(operand, CONSTANT)
        try:
            return self._operate(func, types, args, kwargs)
        except BaseException as error:
            self._raised = error  # which a scripted module would exchange for one of its own
            raise

    def reraise(self) -> None:
        """**Raises**: what an operation was stopped by, if it was not its own failure."""
        raised, self._raised = self._raised, None
        if raised is not None and not isinstance(raised, RuntimeError):
            raise raised
