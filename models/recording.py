"""Recording: one forward pass of a network, and every attention layer in it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from torch import Tensor, nn

from .application import Application, Weights
from .edits import Edit
from .heads import MatrixHeads
from .layer import Layer
from .missed import missed_in
from .module_names import Cancelled, unwrapped
from .replay import Replay
from .selection import Place, Selection, applied
from .surroundings import Run
from .trace import Trace
from .watching import Watch, watching

__all__ = ["Cancelled", "record", "record_interruptibly", "recording"]

_MATRIX_BYTES = 256 * 2**20
"""Matrices that the network made itself are kept up to so many bytes a pass; the rest is made again when asked for."""


def record(
    model: nn.Module,
    *args: Any,
    edits: Iterable[Edit] = (),
    only: str | Iterable[str] | None = None,
    **kwargs: Any,
) -> Trace:
    """Runs the network once and returns all attention that it applied. The network is left as it was found.

    `only` names layers, or beginnings of their paths; the others run unrecorded.
    **Raises**: UserError where a recording already runs in this thread, or an edit does not fit its layer.
    """
    return record_interruptibly(None, model, *args, edits=edits, only=only, **kwargs)


def record_interruptibly(
    interrupt: Callable[[], bool] | None,
    model: nn.Module,
    *args: Any,
    edits: Iterable[Edit] = (),
    only: str | Iterable[str] | None = None,
    **kwargs: Any,
) -> Trace:
    """The same, asking `interrupt` before every module. **Raises**: Cancelled once it gives True."""
    with _recorded(model, Selection.of(only, edits), interrupt) as trace:
        unwrapped(model)(*args, **kwargs)
    return trace


@contextmanager
def recording(model: nn.Module, edits: Iterable[Edit] = (), only: str | Iterable[str] | None = None) -> Iterator[Trace]:
    """Records whatever the network does inside: `with recording(model) as trace: model(x)`.

    **Raises**: as `record`.
    """
    with _recorded(model, Selection.of(only, edits), None) as trace:
        yield trace


@contextmanager
def _recorded(model: nn.Module, selection: Selection, interrupt: Callable[[], bool] | None) -> Iterator[Trace]:
    model = unwrapped(model)
    recorder = Recorder(model, selection)
    with watching(model, selection.visiting(recorder.visit), interrupt) as watch, recorder.calls(watch):
        yield recorder.trace
        recorder.finish(watch)


class Recorder:
    """Fills a trace with what a pass is seen doing."""

    def __init__(self, model: nn.Module, selection: Selection) -> None:
        self.trace = Trace()
        self._model = model
        self._replay = Replay(model, selection)
        self._matrix_bytes = 0

    def visit(self, index: int, application: Application, place: Place, replacement: Tensor | None) -> Tensor:
        """Keeps the weights of one layer, and lets the network go on."""
        weights = self._within_budget(application.hold() if replacement is None else application.held(replacement))
        self._replay.recorded.append(weights)
        layer = Layer(place, application.kind, application.source, weights, application.note, index, self._replay)
        self.trace.layers.append(layer)
        return applied(application, replacement)

    @contextmanager
    def calls(self, watch: Watch) -> Iterator[None]:
        """Notes with what the network is called, and what it returns."""

        def before(model: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
            run = Run.about_to(model, args, kwargs)
            watch.interception.batch = run.batch
            self._replay.runs.append(run)

        def after(model: nn.Module, args: tuple[Any, ...], output: Any) -> None:
            self.trace.output = output

        handles = [
            self._model.register_forward_pre_hook(before, with_kwargs=True),
            self._model.register_forward_hook(after),
        ]
        try:
            yield
        finally:
            for handle in handles:
                handle.remove()

    def finish(self, watch: Watch) -> None:
        """Adds what was not seen, once the pass is over."""
        self.trace.missed = missed_in(self._model, watch, [layer.name for layer in self.trace.layers])
        self._replay.finish()

    def _within_budget(self, weights: Weights) -> Weights:
        if not isinstance(weights, MatrixHeads):
            return weights
        self._matrix_bytes += weights.bytes
        return weights if self._matrix_bytes <= _MATRIX_BYTES else weights.unkept()
