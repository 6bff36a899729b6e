"""What the engine answers about a class of a pass: Grad-CAM, integrated gradients, and rollout weighed by gradients."""

import math
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from ...models.attribution.attributing import ClassTarget, Interrupt, class_target
from ...models.attribution.grad_cam import grad_cam
from ...models.attribution.integrated_gradients import integrated_gradients
from ...models.errors import UserError
from ...models.progress import Progress, quietly
from ...models.recording.passes import Pass
from . import whole_answers
from .kept_passes import KeptPass
from .layer_answers import Answer, Fields

CLASSES = frozenset({"gradcam", "gradients", "gradient_rollout"})
"""The kinds of question that are answered here."""

_SHOWN = 0.995
"""Share of the pixels whose strength the colours tell apart."""


def answer(
    kept: KeptPass, kind: str, fields: Mapping[str, Any], interrupt: Interrupt = None, progress: Progress = quietly
) -> Answer:
    """The answer to one question about the class `fields["target"]`; None: the most probable.

    **Raises** UserError where the network tells no classes apart, or cannot be asked so; Cancelled once `interrupt`
    gives True.
    """
    target = class_target(kept.made, _asked(fields))
    if kind == "gradient_rollout":
        return _gradient_rollout(kept, target, fields, interrupt, progress)
    found = kept.answered(kind, target.index)
    if found is None:
        found = _ANSWERS[kind](kept.made, target, interrupt, progress)
        kept.keep(kind, target.index, found)
    return found


def _gradcam(made: Pass, target: ClassTarget, interrupt: Interrupt, progress: Progress) -> Answer:
    """How much each place of the last feature map speaks for the class."""
    found = grad_cam(made, target.index, interrupt, progress)
    extent = [float(edge) for edge in found.cells.extent]
    return {**_told(target, found.note), "module": found.module, "extent": extent}, {"values": found.cells.values}


def _gradients(made: Pass, target: ClassTarget, interrupt: Interrupt, progress: Progress) -> Answer:
    """How much each pixel matters to the class's score; `signed` tells whether it speaks for it or against it."""
    found = integrated_gradients(made, target.index, interrupt, progress)
    rows, columns = found.values.shape
    strength = np.abs(found.values)
    # A few pixels are far stronger than all others: "high" is where the colours may end.
    figures = {"change": _finite(found.change), "high": _finite(float(np.quantile(strength, _SHOWN)))}
    told = {**_told(target, found.note), **figures, "extent": [0.0, 0.0, float(rows), float(columns)]}
    return told, {"values": strength, "signed": found.values}


def _gradient_rollout(
    kept: KeptPass, target: ClassTarget, fields: Mapping[str, Any], interrupt: Interrupt, progress: Progress
) -> Answer:
    """Rollout of attention, of which only what speaks for the class counts."""
    progress("Running the network with gradients …")
    trace = kept.with_gradients(target.index, interrupt)
    told, arrays = whole_answers.answer(trace, "gradient_rollout", fields, interrupt)
    return {**told, **_told(target, str(told.get("note") or ""))}, arrays


_Answer = Callable[[Pass, ClassTarget, Interrupt, Progress], Answer]
_ANSWERS: dict[str, _Answer] = {"gradcam": _gradcam, "gradients": _gradients}


def _asked(fields: Mapping[str, Any]) -> int | None:
    target = fields.get("target")
    if target is not None and (not isinstance(target, int) or isinstance(target, bool)):
        raise UserError(f"A class is asked for by its number, not by {target!r}.")
    return target


def _finite(value: float) -> float | None:
    """For JSON, which has no NaN."""
    return value if math.isfinite(value) else None


def _told(target: ClassTarget, note: str) -> Fields:
    return {"target": target.index, "label": target.label, "note": note}
