"""Runs a recorded pass again to find out what was not kept: errors, feature maps, large matrices."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

import torch
from torch import Tensor, nn

from ..errors import UserError
from ..foreign import Foreign
from ..places.placing import guessed_whereabouts, whereabouts_of
from ..records import Place
from ..tags.application import Application, Weights
from ..watching.surroundings import Run, kept
from ..watching.survey import Remembered
from ..watching.watching import watching
from ..weights.budget import Budget
from ..weights.closed import Closed
from ..weights.evidence import Evidence
from ..weights.heads import Heads
from ..weights.operand import plain
from ..weights.selection import Selection, Visit, applied
from ..weights.whereabouts import Whereabouts
from .feature_maps import FeatureMaps, Maps, before_and_after
from .gradients import Gradients
from .outcome import CHANGED, Outcome

_NO_CALL = (
    "The network itself was not called in this recording, or only inside of torch.vmap, so its pass cannot be run "
    "again: use record(model, x)."
)
_WHEREABOUTS: Remembered[dict[Place, Whereabouts]] = Remembered()
_SAME = 1e-5  # what another number of threads may change in weights, which are about 1 at most


Found = TypeVar("Found")


def whereabouts_in(model: nn.Module, runs: list[Run]) -> dict[Place, Whereabouts]:
    """Those of all layers of such a pass, from an earlier one where there was one."""
    key = tuple(run.key for run in runs)
    known = _WHEREABOUTS.get(model, key)
    if known is None:
        known = whereabouts_of(model, runs)
        _WHEREABOUTS.put(model, key, known)
    return known


@dataclass(slots=True)
class Replay(Evidence):
    """The pass, ready to be run again."""

    model: nn.Module
    selection: Selection
    budget: Budget = field(default_factory=Budget)
    runs: list[Run] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    """Of the runs, in the same order, as far as these came to their end."""
    recorded: list[Weights] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    """Of what was recorded."""
    gradients: Gradients | None = None
    _errors: list[float] | None = None
    _features: FeatureMaps = field(default_factory=FeatureMaps)
    _weights: tuple[int, Weights] | None = None
    _whereabouts: dict[Place, Whereabouts] | None = None

    def closed(self) -> Closed:
        """Without network, runs and whatever was kept."""
        found = None if self._whereabouts is None else [self.whereabouts(index) for index in range(len(self.recorded))]
        return Closed(self._errors, found)

    def gradient(self, index: int) -> Weights:
        """It was found with the pass, or cannot be had any more."""
        if self.gradients is None:
            raise UserError("Gradients were not asked for: record the pass with gradients=class_number.")
        return self.gradients.of(index)

    def error(self, index: int) -> float:
        """All errors are found by one pass."""
        if self._errors is None:
            self._errors = self._measured()
        return self._errors[index]

    def features(self, index: int) -> tuple[Tensor, Tensor]:
        """One pass finds those of all gates that there is room for."""
        if index not in self._features:
            self._features.keep(self._found_features(index), index)
        return self._features[index]

    def weights(self, index: int) -> Weights:
        """Those of the layer that was asked for last are kept."""
        if self._weights is None or self._weights[0] != index:
            self._weights = index, self._seen(index, _held)
        return self._weights[1]

    def whereabouts(self, index: int) -> Whereabouts:
        """Those of all layers are found by one pass, which serves all later passes of the same kind."""
        if self._whereabouts is None:
            self._whereabouts = whereabouts_in(self.model, self.runs)
        return self._whereabouts.get(self.places[index]) or guessed_whereabouts(self.recorded[index], self.runs)

    def _measured(self) -> list[float]:
        errors: list[float] = []
        changed = False

        def visit(index: int, application: Application, place: object, replacement: Tensor | None) -> Tensor:
            nonlocal changed
            weights = self._as_recorded(index, application, replacement)
            changed = changed or weights is None
            if weights is None:
                return applied(application, replacement)
            value = application.value.detach().clone()  # the operation may write over it
            result = applied(application, replacement)
            errors.append(_difference(application.by_hand(value, weights), result))
            return result

        self._run(visit)
        if changed or len(errors) != len(self.recorded):
            raise UserError(CHANGED)
        return errors

    def _as_recorded(self, index: int, application: Application, replacement: Tensor | None) -> Tensor | None:
        # The recorded weights, or None where this pass has others than the recorded one.
        if index >= len(self.recorded):
            return None
        now = application.hold().read() if replacement is None else replacement
        then = self.recorded[index].read()
        if now is None or self.recorded[index].shape != tuple(now.shape):
            return None
        if then is None:
            return now
        return then if _same(then.to(now.device), now) else None

    def _folded(self, visit: Visit) -> Visit:
        # The same matrices are to be read in the same way as those that were recorded.
        def folded(index: int, application: Application, place: Place, replacement: Tensor | None) -> Tensor:
            recorded = self.recorded[index] if index < len(self.recorded) else None
            if application.folding is None and isinstance(recorded, Heads):
                application.folding = recorded.folding
            return visit(index, application, place, replacement)

        return folded

    def _found_features(self, wanted: int) -> dict[int, Maps]:
        found: dict[int, Maps] = {}

        def visit(index: int, application: Application, place: object, replacement: Tensor | None) -> Tensor:
            if index != wanted and not self._features.admits(index, application, found):
                return applied(application, replacement)
            found[index], result = before_and_after(application, replacement)
            return result

        self._run(visit)
        if wanted not in found:
            raise UserError(CHANGED)
        return found

    def _seen(self, wanted: int, look: Callable[[Application, Tensor | None], tuple[Found, Tensor]]) -> Found:
        found: list[Found] = []

        def visit(index: int, application: Application, place: object, replacement: Tensor | None) -> Tensor:
            if index != wanted:
                return applied(application, replacement)
            seen, result = look(application, replacement)
            found.append(seen)
            return result

        self._run(visit)
        if not found:
            raise UserError(CHANGED)
        return found[0]

    def _run(self, visit: Visit) -> None:
        if not self.runs or any(run.hides_images for run in self.runs):
            raise UserError(_NO_CALL)
        with kept(self.model), watching(self.model, self.selection.visiting(self._folded(visit))) as watch:
            for number, run in enumerate(self.runs):
                watch.interception.batch = run.batch
                with Foreign("The network, run once more to find this out,"):
                    output = run.again(self.model)
                for outcome in self.outcomes[number : number + 1]:
                    outcome.require(output)


def _held(application: Application, replacement: Tensor | None) -> tuple[Weights, Tensor]:
    held = application.hold() if replacement is None else application.held(replacement)
    held.own()
    return held, applied(application, replacement)


def _same(one: Tensor, other: Tensor) -> bool:
    return torch.allclose(one, other, rtol=10 * _SAME, atol=_SAME, equal_nan=True)


def _difference(by_hand: Tensor, computed: Tensor) -> float:
    by_hand, computed = plain(by_hand), plain(computed).reshape(by_hand.shape)
    largest = computed.float().abs().max()
    return float((by_hand.float() - computed.float()).abs().max() / largest.clamp(min=1e-30))
