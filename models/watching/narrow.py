"""The short way: watches only the few operations around those that are known to apply weights.

No tags are needed, since an earlier pass told which operation is which. What is seen must be what was expected, step by
step and layer by layer; else the pass goes astray and has to be watched in full.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from torch.overrides import TorchFunctionMode

from ..progress import Cancelled
from ..tags.application import Call
from ..tags.multi_head import images_of, multi_head_attention_inside
from ..tags.operations import PRODUCTS, Meaning, meaning_of
from ..tags.provenance import tensors_in
from .module_names import exclusively
from .plan import Expected, Plan, Step
from .watching import Received, uncompiled, without_fast_path

_MATTERS: dict[Any, Meaning | None] = {}  # of every function seen: what it means if that matters here


class Astray(BaseException):
    """The pass did something else than its plan expects."""


class NarrowInterception(TorchFunctionMode):
    """Counts products since the latest step, and reports those that are expected to apply weights."""

    def __init__(self, receive: Received, batch: int) -> None:
        super().__init__()
        self._receive = receive
        self._batch = batch
        self._product = self._products = self._trail = 0
        self._waiting: list[Expected] = []
        self._before: Call | None = None

    @property
    def open(self) -> bool:
        """Whether something is still to come before the next step, or more came than was expected."""
        return bool(self._waiting) or self._product != self._products

    def expect(self, step: Step) -> None:
        """Begins a stretch of the pass."""
        self._product = self._trail = 0
        self._products = step.products
        self._waiting = [*step.layers]

    def __torch_function__(
        self, func: Callable[..., Any], types: Any, args: Any = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        """Runs the operation; if it is the next that is expected, reports it."""
        kwargs = kwargs or {}
        self._trail = hash((self._trail, func))
        try:
            meaning = _MATTERS[func]
        except KeyError:
            meaning = _MATTERS[func] = _mattering(func)
        if meaning is None:
            return func(*args, **kwargs)
        if meaning is Meaning.MULTI_HEAD:
            return self._multi_head(args, kwargs)
        self._product += 1
        ahead = self._waiting[0].product - self._product if self._waiting else -1
        if ahead == 1 and self._waiting[0].recipe.sums:
            self._before = Call(func, args, kwargs)
        if ahead:
            return func(*args, **kwargs)
        before, self._before = self._before, None
        return self._apply(Call(func, args, kwargs, before), self._waiting.pop(0))

    def _multi_head(self, args: Any, kwargs: dict[str, Any]) -> Any:
        batch, self._batch = self._batch, images_of(args[0] if args else kwargs["query"])
        try:
            with self:
                return multi_head_attention_inside(*args, **kwargs)
        finally:
            self._batch = batch

    def _apply(self, call: Call, expected: Expected) -> Any:
        if self._trail != expected.trail:
            raise Astray
        application = expected.recipe.application(call, tensors_in(call.args, call.kwargs), self._batch)
        if application is None or not expected.fits(application):
            raise Astray
        return application.whole(self._receive(application, expected.place))


def _mattering(function: Any) -> Meaning | None:
    meaning = meaning_of(function)
    return meaning if meaning in PRODUCTS or meaning is Meaning.MULTI_HEAD else None


class NarrowWatch:
    """Turns interception on where the plan has layers, and off again at the next step.

    It stands in front of the `forward` of the few modules whose steps matter: hooks would take torch's slow way of
    calling a module, which in a small network costs as much as all the rest.
    """

    def __init__(self, plan: Plan, interception: NarrowInterception, interrupt: Callable[[], bool] | None) -> None:
        self._plan = plan
        self._steps = plan.steps
        self._interception = interception
        self._interrupt = interrupt
        self._thread = threading.get_ident()
        self._at = 0
        self._on = False
        self._before: list[tuple[dict[str, Any], Any]] = []

    def start(self) -> None:
        """Stands in front of the modules."""
        telling = self._plan.telling
        for number, module in (self._plan.alive() or {}).items():
            attributes = vars(module)
            self._before.append((attributes, attributes.get("forward")))
            entering, leaving = (number, True) in telling, (number, False) in telling
            attributes["forward"] = partial(self._forward, number, entering, leaving, module.forward)

    def stop(self) -> None:
        """Takes everything away, also after an exception in the middle."""
        for attributes, forward in self._before:
            del attributes["forward"]
            if forward is not None:
                attributes["forward"] = forward
        if self._on:
            self._turn()

    def check(self) -> None:
        """Asks at the end of the pass whether all has been seen. **Raises**: Astray."""
        if self._at != len(self._steps) or self._interception.open:
            raise Astray

    def _forward(
        self, number: int, entering: bool, leaving: bool, forward: Callable[..., Any], *args: Any, **kwargs: Any
    ) -> Any:
        if threading.get_ident() != self._thread:
            return forward(*args, **kwargs)
        if entering:
            self._step(number, True)
        result = forward(*args, **kwargs)
        if leaving:
            self._step(number, False)
        return result

    def _step(self, number: int, entering: bool) -> None:
        if self._interrupt is not None and self._interrupt():
            raise Cancelled
        if self._at == len(self._steps) or self._interception.open:
            raise Astray
        step = self._steps[self._at]
        if step.module != number or step.entering != entering:
            raise Astray
        self._at += 1
        if step.layers:
            self._interception.expect(step)
        if bool(step.layers) is not self._on:
            self._turn()

    def _turn(self) -> None:
        self._on = not self._on
        if self._on:
            self._interception.__enter__()
        else:
            self._interception.__exit__(None, None, None)


@contextmanager
def watching_narrowly(
    plan: Plan, receive: Received, batch: int, interrupt: Callable[[], bool] | None = None
) -> Iterator[None]:
    """As `watching`, for a pass that there is a plan for. **Raises**: Astray besides, where the pass leaves it."""
    watch = NarrowWatch(plan, NarrowInterception(receive, batch), interrupt)
    with exclusively(), uncompiled(), without_fast_path():
        try:
            watch.start()
            yield
            watch.check()
        finally:
            watch.stop()
