"""What code of the user's changes of the whole process is put back, so that the next network finds it as it was."""

import contextlib
import gc
import os
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeVar

import torch
from torch.nn.modules import module as torch_module
from torch.overrides import _get_current_function_mode_stack, _pop_mode

Back = Callable[[], object]
T = TypeVar("T")

_STREAMS = ("stdin", "stdout", "stderr", "argv", "excepthook")
_SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
_AUTOCAST = ("cpu", "cuda")
_HOOKS = tuple(
    hooks for name, hooks in vars(torch_module).items() if name.startswith("_global_") and isinstance(hooks, dict)
)
"""Hooks that torch calls for every module there is."""


@contextlib.contextmanager
def undisturbed() -> Iterator[None]:
    """Around building a network: its folder, streams, signals and torch's own settings are as before afterwards.

    What code adds to the environment stays, as libraries that it loads may rely on it.
    """
    with warnings.catch_warnings():
        ways_back = [*_of_python(), *_of_torch()]
        try:
            yield
        finally:
            for back in ways_back:
                # Each by itself: one that is refused must not keep the others from being put back.
                with contextlib.suppress(OSError, ValueError, RuntimeError):
                    back()


def _of_python() -> Iterator[Back]:
    yield from (_setting(name) for name in _STREAMS)
    yield _folder()
    yield _environment()
    limit, collects = sys.getrecursionlimit(), gc.isenabled()
    yield lambda: sys.setrecursionlimit(limit)
    yield gc.enable if collects else gc.disable
    if threading.current_thread() is threading.main_thread():  # no other may set them
        yield from (_handler(number) for number in _SIGNALS)


def _setting(name: str) -> Back:
    value = getattr(sys, name)
    return lambda: setattr(sys, name, value)


def _folder() -> Back:
    try:
        folder = os.getcwd()  # noqa: PTH109 - as text, for one that is not there any more
    except OSError:
        return lambda: None
    return lambda: os.chdir(folder)


def _environment() -> Back:
    environment, before = os.environ, dict(os.environ)

    def back() -> None:
        os.environ = environment  # noqa: B003 - the very object, which tells the system
        os.environ.update(before)

    return back


def _handler(number: int) -> Back:
    handler = signal.getsignal(number)
    return lambda: None if handler is None else signal.signal(number, handler)


def _of_torch() -> Iterator[Back]:
    yield _modes()
    yield _kept(torch.is_grad_enabled, torch.set_grad_enabled)
    yield _kept(torch.get_default_dtype, torch.set_default_dtype)
    yield _kept(torch.get_num_threads, torch.set_num_threads)
    yield _kept(torch.get_deterministic_debug_mode, torch.set_deterministic_debug_mode)
    yield _kept(torch.is_anomaly_enabled, torch.autograd.set_detect_anomaly)
    yield _kept(torch.get_float32_matmul_precision, torch.set_float32_matmul_precision)
    for kind in _AUTOCAST:
        yield _kept(partial(torch.is_autocast_enabled, kind), partial(torch.set_autocast_enabled, kind))
        yield _kept(partial(torch.get_autocast_dtype, kind), partial(torch.set_autocast_dtype, kind))
    yield from (_hooks(hooks) for hooks in _HOOKS)


def _kept(now: Callable[[], T], put: Callable[[T], object]) -> Back:
    before = now()
    # Some of torch's switches load other parts of it, which takes a second.
    return lambda: None if now() == before else put(before)


def _modes() -> Back:
    """The default device, and what else has been put between code and torch's functions."""
    device, depth = _default_device(), len(_get_current_function_mode_stack())

    def back() -> None:
        if _default_device() != device:
            torch.set_default_device(device)
        while len(_get_current_function_mode_stack()) > depth:
            _pop_mode()

    return back


def _default_device() -> torch.device | None:
    """The one that was set; None where none was."""
    context = getattr(torch._GLOBAL_DEVICE_CONTEXT, "device_context", None)
    return None if context is None else context.device


def _hooks(hooks: dict[object, object]) -> Back:
    before = dict(hooks)

    def back() -> None:
        if len(hooks) != len(before):
            hooks.clear()
            hooks.update(before)

    return back
