"""What a pass is seen doing, put down as a trace."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from torch import Tensor, nn

from ..records import EXACT, Place
from ..tags.application import Application, rounding
from ..tags.mapped import inside_of_func
from ..watching.interception import Interception
from ..watching.plan import Missed, Plan
from ..watching.surroundings import Run
from ..weights.budget import Budget
from ..weights.layer import Layer
from ..weights.selection import Selection, applied
from ..weights.trace import Trace
from .gradients import Gradients, Target, without_graph
from .ledger import Ledger, note_footprint
from .outcome import Outcome
from .replay import Replay

_NOT_KEPT = "not kept, for want of memory: worked out again when it is looked at"

Interrupt = Callable[[], bool] | None
"""Is asked before every module whether to call the recording off."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of a recording."""

    selection: Selection
    interrupt: Interrupt = None
    gradients: Target | None = None
    budget: Budget = field(default_factory=Budget)


class Recorder:
    """Fills a trace with what a pass is seen doing."""

    def __init__(self, model: nn.Module, wish: Wish) -> None:
        self.trace = Trace()
        self.selection = wish.selection
        self.plan: Plan | None = None
        self.interception: Interception | None = None
        self._model = model
        self._gradients = None if wish.gradients is None else Gradients(wish.gradients)
        self._ledger = Ledger(wish.budget)
        self._replay = Replay(model, wish.selection, wish.budget, gradients=self._gradients)

    def begin(self, run: Run) -> None:
        """Notes with what the network is about to be called."""
        self._replay.runs.append(run)
        if self.interception is not None:
            self.interception.batch, self.interception.hides_images = run.batch, inside_of_func()

    def end(self, output: Any) -> None:
        """Notes what the network returned."""
        self.trace.output = output
        self._replay.outcomes.append(Outcome(output))

    def visit(self, index: int, application: Application, place: Place, replacement: Tensor | None) -> Tensor:
        """Keeps the weights of one layer, and lets the network go on."""
        weights = application.hold() if replacement is None else application.held(replacement)
        kept = self._ledger.admits(weights.held())
        if not kept:
            weights.release()
        self._replay.recorded.append(weights)
        self._replay.places.append(place)
        layer = Layer(place, application.kind, application.source, weights, "", index, self._replay)
        self.trace.layers.append(layer)
        apply = applied if self._gradients is None else self._gradients.applied
        result = apply(application, replacement)
        layer.tolerance = max(EXACT, 4 * rounding(result.dtype))
        coarse = layer.tolerance > EXACT
        if application.note or coarse or not kept:
            dtype = str(result.dtype).removeprefix("torch.")
            rounded = f"{dtype}: its rounding is the error" if coarse else ""
            layer.note = "; ".join(filter(None, (application.note, rounded, "" if kept else _NOT_KEPT)))
        return result

    @contextmanager
    def calls(self) -> Iterator[None]:
        """Notes with what the user calls the network, and what it returns."""

        def before(model: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
            self.begin(Run.about_to(model, args, kwargs))

        def after(model: nn.Module, args: tuple[Any, ...], output: Any) -> None:
            self.end(output)

        handles = [
            self._model.register_forward_pre_hook(before, with_kwargs=True),
            self._model.register_forward_hook(after),
        ]
        try:
            yield
        finally:
            for handle in handles:
                handle.remove()

    def work_out_gradients(self, keep_graph: bool) -> None:
        """Follows autograd back from the output; the graph stays only for a user who may want it too."""
        if self._gradients is not None:
            self._gradients.work_out(self.trace.output, self._replay.runs[0].batch, keep_graph)
        if not keep_graph:
            self.trace.output = without_graph(self.trace.output)

    def finish(self, missed: Missed) -> None:
        """Adds what was not seen, once the pass is over."""
        self.trace.missed = [*missed]
        if self._replay.runs:
            note_footprint(self._model, self._replay.runs[-1], self.selection.only, self._ledger)
