"""Sets up everything that recording needs around a pass, and takes all of it away again."""

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from .application import Application
from .interception import Interception
from .module_names import ModuleNames
from .provenance import Provenance

Received = Callable[[Application, tuple[str, int]], Tensor]
"""Is told of every application and of its place: path and number of the run of the module; gives its result."""


@dataclass(frozen=True, slots=True)
class Watch:
    """A pass that is being watched."""

    names: ModuleNames
    interception: Interception


@contextmanager
def watching(model: nn.Module, receive: Received, interrupt: Callable[[], bool] | None = None) -> Iterator[Watch]:
    """Reports every application of weights that happens inside; leaves no hook, mode or tag, whatever happens.

    **Raises**: UserError where a recording already runs in this thread; Cancelled out of the network's forward pass
    once `interrupt` gives True, which is asked before every module.
    """
    names = ModuleNames(model, interrupt)
    tags = Provenance(model.buffers())
    interception = Interception(tags, names.running, lambda application: receive(application, names.here))
    names.start()
    try:
        with _uncompiled(), interception:
            yield Watch(names, interception)
    finally:
        names.stop()
        tags.clear()


def _uncompiled() -> AbstractContextManager[None]:
    # Compiled code cannot be watched; what was never imported cannot have compiled anything.
    if "torch._dynamo" in sys.modules:
        return torch.compiler.set_stance("force_eager")
    return nullcontext()
