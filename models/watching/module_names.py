"""Which module runs right now: a stack kept by one pair of hooks that torch calls for every module."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from torch import nn
from torch.nn.modules import module as torch_module
from torch.utils.hooks import RemovableHandle

from ..errors import UserError
from ..progress import Cancelled
from ..records import Place
from .graph_names import running_in_graph

_watched = threading.local()

touching = threading.RLock()
"""Held by a thread that changes attributes of modules for a while: another must not take them for the network's own."""


def unwrapped(model: nn.Module) -> nn.Module:
    """The network itself, taken out of DataParallel, DistributedDataParallel and torch.compile's wrapper."""
    while True:
        inner = getattr(model, "_orig_mod", None)
        if inner is None and type(model).__name__ in ("DataParallel", "DistributedDataParallel"):
            inner = model.module
        if not isinstance(inner, nn.Module):
            return model
        model = inner


def _joined(*path: str) -> str:
    return ".".join(filter(None, path))


def names_of(model: nn.Module) -> dict[int, str]:
    """id of every module -> its dotted path."""
    return {id(module): _uncompiled(name) for name, module in model.named_modules()}


def _uncompiled(name: str) -> str:
    # torch.compile puts a wrapper around a module, which is no part of the network as it was written.
    return ".".join(part for part in name.split(".") if part != "_orig_mod")


@contextmanager
def exclusively() -> Iterator[None]:
    """One recording at a time per thread. **Raises**: UserError where another runs."""
    if getattr(_watched, "busy", False):
        raise UserError("A recording already runs in this thread: let it end before starting another.")
    _watched.busy = True
    try:
        yield
    finally:
        _watched.busy = False


class ModuleNames:
    """The modules that run, outermost first, and how often each has run so far."""

    def __init__(self, model: nn.Module, interrupt: Callable[[], bool] | None = None) -> None:
        self.running: list[tuple[nn.Module, int]] = []
        """With the numbers of their runs, from 0."""
        self.runs: Counter[int] = Counter()
        self.elsewhere: set[int] = set()
        """Ids of the modules that ran in other threads."""
        self.steps: list[tuple[nn.Module, bool]] = []
        """Every entering (True) and leaving (False) of a module so far."""
        self.products = 0
        """Operations since the latest step that may apply weights."""
        self.counts: list[int] = []
        """How many there were before every step, since the one before it."""
        self.trail = 0
        """Tells all operations since the latest step, in their order, from others."""
        self.asked = False
        """Whether the network looked at values of the pass, on which its way may depend."""
        self.about_to_step: Callable[[], None] = lambda: None
        """Is called before every step."""
        self._names = names_of(model)
        self._interrupt = interrupt
        self._thread = threading.get_ident()
        self._handles: list[RemovableHandle] = []
        self._layers: Counter[tuple[str, int]] = Counter()

    @property
    def here(self) -> str:
        """Path of the innermost module of the network that runs."""
        return self._here()[0]

    def next_place(self) -> Place:
        """The place of a layer that is applied now."""
        run = self._here()
        self._layers[run] += 1
        return Place(*run, self._layers[run] - 1)

    def _here(self) -> tuple[str, int]:
        for module, run in reversed(self.running):
            name = self._names.get(id(module))
            if name is not None:
                inside = running_in_graph(module)
                return (name, run) if inside is None else (_joined(name, inside[0]), inside[1])
        return "", 0

    def start(self) -> None:
        """Hangs up the hooks."""
        self._handles = [
            torch_module.register_module_forward_pre_hook(self._enter),
            torch_module.register_module_forward_hook(self._leave, always_call=True),
        ]

    def stop(self) -> None:
        """Takes the hooks down."""
        for handle in self._handles:
            handle.remove()
        self._handles = []
        self.running.clear()
        self.about_to_step = lambda: None

    def _enter(self, module: nn.Module, args: Any) -> None:
        if threading.get_ident() != self._thread:
            self.elsewhere.add(id(module))
            return
        if self._interrupt is not None and self._interrupt():
            raise Cancelled
        self.about_to_step()
        self._step(module, True)
        self.running.append((module, self.runs[id(module)]))
        self.runs[id(module)] += 1

    def _leave(self, module: nn.Module, args: Any, output: Any) -> None:
        if threading.get_ident() == self._thread and self.running and self.running[-1][0] is module:
            self.about_to_step()
            self.running.pop()
            self._step(module, False)

    def _step(self, module: nn.Module, entering: bool) -> None:
        self.steps.append((module, entering))
        self.counts.append(self.products)
        self.products = self.trail = 0
