"""Recording: one forward pass of a network, and every attention layer in it."""

import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from torch import nn

from ..errors import RecordingWarning
from ..tags.mapped import inside_of_func
from ..watching.missed import missed_in
from ..watching.module_names import touching, unwrapped
from ..watching.narrow import Astray, watching_narrowly
from ..watching.plan import AGAIN, UNPLANNED, Plan
from ..watching.surroundings import Run
from ..watching.survey import Remembered
from ..watching.watching import watching
from ..weights.budget import Budget
from ..weights.edits import Edit, Unfolded
from ..weights.selection import Selection
from ..weights.trace import Trace
from .gradients import Target, differentiably, fit_for_graph, makes_graph
from .ledger import forewarning
from .recorder import Interrupt, Recorder, Wish
from .replay import whereabouts_in

__all__ = ["record", "record_interruptibly", "recording"]

_PLANS: Remembered[Plan] = Remembered()


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


def _recorded(model: nn.Module, wish: Wish, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Recorder:
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


def _recorded_once(model: nn.Module, wish: Wish, run: Run, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Recorder:
    return _recorded_narrowly(model, wish, run, args, kwargs) or _recorded_fully(model, wish, run, args, kwargs)


def _folded(wish: Wish, run: Run, model: nn.Module) -> Wish:
    # The places tell how images, windows and heads are folded into the matrices, so that an edit finds its head.
    known = whereabouts_in(model, [run])
    run.random.restore()
    foldings = {place: told.folding for place, told in known.items()}
    return replace(wish, selection=replace(wish.selection, foldings=foldings))


def _recorded_fully(model: nn.Module, wish: Wish, run: Run, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Recorder:
    with _watched(model, Recorder(model, wish), wish.interrupt) as recorder:
        recorder.begin(run)
        recorder.end(model(*args, **kwargs))
    known = _PLANS.get(model, run.key)
    if not any(run.modes) and (known is None or known is AGAIN):
        _PLANS.put(model, run.key, (recorder.plan or UNPLANNED).after(known))
    return recorder


@contextmanager
def _watched(model: nn.Module, recorder: Recorder, interrupt: Interrupt) -> Iterator[Recorder]:
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
) -> Recorder | None:
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
