"""Recording: one forward pass of a network, and every attention layer in it."""

import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from torch import Tensor, nn

from ..errors import RecordingWarning
from ..records import EXACT, Place
from ..tags.application import Application, rounding
from ..tags.mapped import inside_of_func
from ..watching.interception import Interception
from ..watching.missed import missed_in
from ..watching.module_names import Cancelled, touching, unwrapped
from ..watching.narrow import Astray, watching_narrowly
from ..watching.plan import AGAIN, UNPLANNED, Missed, Plan
from ..watching.surroundings import Run
from ..watching.survey import Remembered
from ..watching.watching import watching
from ..weights.budget import Budget
from ..weights.edits import Edit, Unfolded
from ..weights.layer import Layer
from ..weights.selection import Selection, applied
from ..weights.trace import Trace
from .gradients import Gradients, Target, differentiably, fit_for_graph, makes_graph, without_graph
from .ledger import Ledger, forewarning, note_footprint
from .outcome import Outcome
from .replay import Replay, whereabouts_in

__all__ = ["Cancelled", "record", "record_interruptibly", "recording"]

_PLANS: Remembered[Plan] = Remembered()
_NOT_KEPT = "not kept, for want of memory: worked out again when it is looked at"


Interrupt = Callable[[], bool] | None


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of a recording."""

    selection: Selection
    interrupt: Interrupt = None
    gradients: Target | None = None
    budget: Budget = field(default_factory=Budget)


def record(
    model: nn.Module,
    *args: Any,
    edits: Iterable[Edit] = (),
    only: str | Iterable[str] | None = None,
    gradients: Target | None = None,
    budget: int | None = None,
    **kwargs: Any,
) -> Trace:
    """Runs the network once and returns all attention that it applied. The network is left as it was found.

    `only` names layers, or beginnings of their paths; the others run unrecorded. `gradients` asks for the gradients of
    a class's score with the weights of every layer: a class number, one per image, True for the class predicted, or a
    function of the network's output that returns one number. `budget`: bytes that may be kept for it, half of the free
    memory unless given; what is beyond it is worked out again when it is looked at.
    **Raises**: UserError where a recording already runs in this thread, an edit does not fit its layer, or the output
    has no such score.
    """
    return record_interruptibly(
        None, model, *args, edits=edits, only=only, gradients=gradients, budget=budget, **kwargs
    )


def record_interruptibly(
    interrupt: Interrupt,
    model: nn.Module,
    *args: Any,
    edits: Iterable[Edit] = (),
    only: str | Iterable[str] | None = None,
    gradients: Target | None = None,
    budget: int | None = None,
    **kwargs: Any,
) -> Trace:
    """The same, asking `interrupt` before every module. **Raises**: Cancelled once it gives True."""
    model = unwrapped(model)
    asked = gradients is not None and gradients is not False
    wish = Wish(Selection.of(only, edits), interrupt, gradients if asked else None, Budget(budget))
    if not asked:
        return _recorded(model, wish, args, kwargs).trace
    keep_graph = makes_graph(model, (args, kwargs))
    with differentiably(model, keep_graph):
        recorder = _recorded(model, wish, fit_for_graph(args), fit_for_graph(kwargs))
        recorder.work_out_gradients(keep_graph)
    return recorder.trace


@contextmanager
def recording(
    model: nn.Module, edits: Iterable[Edit] = (), only: str | Iterable[str] | None = None, budget: int | None = None
) -> Iterator[Trace]:
    """Records whatever the network does inside: `with recording(model) as trace: model(x)`.

    **Raises**: as `record`.
    """
    model = unwrapped(model)
    # What will be called is not known yet, so that its places cannot be asked for edits.
    wish = Wish(replace(Selection.of(only, edits), foldings={}), budget=Budget(budget))
    with _watched(model, Recorder(model, wish), None) as recorder, recorder.calls():
        yield recorder.trace


def _recorded(model: nn.Module, wish: Wish, args: tuple[Any, ...], kwargs: dict[str, Any]) -> "Recorder":
    run = Run.about_to(model, args, kwargs)
    warning = forewarning(model, run, wish.selection.only, wish.budget)
    if warning is not None:
        warnings.warn(warning, RecordingWarning, stacklevel=4)
    try:
        recorder = _recorded_once(model, wish, run, args, kwargs)
    except Unfolded:
        run.undo(args, kwargs)
        recorder = _recorded_once(model, _folded(wish, run, model), run, args, kwargs)
    recorder.trace.notes += [] if warning is None else [warning]
    return recorder


def _recorded_once(model: nn.Module, wish: Wish, run: Run, args: tuple[Any, ...], kwargs: dict[str, Any]) -> "Recorder":
    return _recorded_narrowly(model, wish, run, args, kwargs) or _recorded_fully(model, wish, run, args, kwargs)


def _folded(wish: Wish, run: Run, model: nn.Module) -> Wish:
    # The places tell how images, windows and heads are folded into the matrices, so that an edit finds its head.
    known = whereabouts_in(model, [run])
    run.random.restore()
    foldings = {place: told.folding for place, told in known.items()}
    return replace(wish, selection=replace(wish.selection, foldings=foldings))


def _recorded_fully(
    model: nn.Module, wish: Wish, run: Run, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> "Recorder":
    with _watched(model, Recorder(model, wish), wish.interrupt) as recorder:
        recorder.begin(run)
        recorder.end(model(*args, **kwargs))
    known = _PLANS.get(model, run.key)
    if not any(run.modes) and (known is None or known is AGAIN):
        _PLANS.put(model, run.key, (recorder.plan or UNPLANNED).after(known))
    return recorder


@contextmanager
def _watched(model: nn.Module, recorder: "Recorder", interrupt: Interrupt) -> Iterator["Recorder"]:
    with watching(model, recorder.selection.visiting(recorder.visit), interrupt) as watch:
        recorder.interception = watch.interception
        try:
            yield recorder
        finally:
            recorder.interception = None
    recorder.selection.require(watch.plans.seen)
    missed = missed_in(model, watch)
    recorder.plan = watch.plans.plan(missed)
    recorder.finish(missed)


def _recorded_narrowly(
    model: nn.Module, wish: Wish, run: Run, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> "Recorder | None":
    plan = _PLANS.get(model, run.key)
    if plan is None or plan is UNPLANNED or plan is AGAIN or inside_of_func() or plan.alive() is None:
        return None
    if not touching.acquire(blocking=False):  # another thread does the same, perhaps with the same network
        return None
    recorder = Recorder(model, wish)
    recorder.begin(run)
    try:
        with watching_narrowly(plan, wish.selection.visiting(recorder.visit), run.batch, wish.interrupt):
            recorder.end(model(*args, **kwargs))
    except Astray:
        run.undo(args, kwargs)
        _PLANS.put(model, run.key, UNPLANNED if plan.last else AGAIN)
        return None
    finally:
        touching.release()
    wish.selection.require(layer.place for step in plan.steps for layer in step.layers)
    recorder.finish(plan.missed)
    return recorder


class Recorder:
    """Fills a trace with what a pass is seen doing."""

    def __init__(self, model: nn.Module, wish: Wish) -> None:
        self.trace = Trace()
        self.selection = wish.selection
        self.plan: Plan | None = None
        self.interception: Interception | None = None
        self._model = model
        self._gradients = None if wish.gradients is None else Gradients(wish.gradients)
        self._budget = wish.budget
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
            rounded = f"computed in {dtype}, whose rounding is its error" if coarse else ""
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
