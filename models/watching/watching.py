"""Sets up everything that recording needs around a pass, and takes all of it away again."""

import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from ..records import Place
from ..tags.application import Application, Recipe
from ..tags.layouts import Layouts
from ..tags.provenance import Provenance
from .interception import Interception
from .module_names import ModuleNames, exclusively
from .plan import PlanMaker
from .rehearsal import Rehearsals

Received = Callable[[Application, Place], Tensor]
"""Is told of every application and of its place; gives its result."""

_SCRIPTED = "inside of a scripted module: which of its parts this is cannot be told"


@dataclass(frozen=True, slots=True)
class Watch:
    """A pass that is being watched."""

    names: ModuleNames
    interception: Interception
    plans: PlanMaker
    rehearsals: Rehearsals


@contextmanager
def watching(model: nn.Module, receive: Received, interrupt: Callable[[], bool] | None = None) -> Iterator[Watch]:
    """Reports every application of weights that happens inside; leaves no hook, mode or tag, whatever happens.

    **Raises**: UserError where a recording already runs in this thread; Cancelled out of the network's forward pass
    once `interrupt` gives True, which is asked before every module.
    """
    names = ModuleNames(model, interrupt)
    plans = PlanMaker(names)
    tags, layouts = Provenance(model.buffers()), Layouts()

    def applied(application: Application, recipe: Recipe) -> Tensor:
        if rehearsals.under_way:
            application.fixed = "it is inside of a scripted module: edit the network before it is scripted or traced"
            application.note = _SCRIPTED
        place = names.next_place()
        plans.note(application, recipe, place)
        return receive(application, place)

    interception = Interception(tags, layouts, names, applied)
    rehearsals = Rehearsals(model, tags, interception.__torch_function__)
    with exclusively(), uncompiled(), without_fast_path(), _quietly(model):
        try:
            names.start()
            with interception, rehearsals.held():
                yield Watch(names, interception, plans, rehearsals)
        finally:
            names.stop()
            tags.clear()
            interception.close()
            layouts.clear()


_COMPILING = ("torch._dynamo", "torch.nn.attention.flex_attention")
_uncompiling = threading.Lock()
_stances: list[AbstractContextManager[None]] = []
_recordings = 0


@contextmanager
def uncompiled() -> Iterator[None]:
    """Has compiled networks run as they were written, in all threads while a recording runs in any."""
    global _recordings
    with _uncompiling:
        # Compiled code cannot be watched. What was never imported cannot have compiled anything; flex_attention
        # compiles by itself.
        if not _stances and any(name in sys.modules for name in _COMPILING):
            _stances.append(torch.compiler.set_stance("force_eager"))
            _stances[0].__enter__()
        _recordings += 1
    try:
        yield
    finally:
        with _uncompiling:
            _recordings -= 1
            if not _recordings and _stances:
                _stances.pop().__exit__(None, None, None)


@contextmanager
def _quietly(model: nn.Module) -> Iterator[None]:
    # Compiled modules inside of a network warn of hooks on all modules; these here are told apart by the names.
    if not any("_orig_mod" in module._modules for module in model.modules()):
        yield
        return
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Using `torch.compile", category=UserWarning)
        yield


@contextmanager
def without_fast_path() -> Iterator[None]:
    """Keeps nn.MultiheadAttention from its fused fast path, whose inside nobody sees."""
    before = torch.backends.mha.get_fastpath_enabled()
    if before:
        torch.backends.mha.set_fastpath_enabled(False)
    try:
        yield
    finally:
        if before:
            torch.backends.mha.set_fastpath_enabled(True)
