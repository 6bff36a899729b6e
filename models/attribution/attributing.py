"""What every attribution needs around the network, and the class that it is of."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

import torch
from torch import Tensor, nn
from torch.nn.modules import module as torch_module

from ..errors import UserError
from ..predictions import class_scores
from ..progress import Cancelled
from ..recording.gradients import differentiably
from ..recording.passes import Pass, at_work
from ..watching.module_names import unwrapped
from ..watching.surroundings import kept
from ..watching.watching import uncompiled, without_fast_path

Interrupt = Callable[[], bool] | None
"""Is asked before every module whether to stop."""

_HALF = 256.0
"""Scores are multiplied by this where 16 bits would round their gradients to nothing."""
_NO_SCORES = (
    "This network returns no scores of classes, so nothing speaks for one: load a network that tells classes apart."
)
CUT = (
    "{0} works without gradients inside (no_grad, inference_mode, detach), so no class can be attributed to its input: "
    "take that away for it."
)


@dataclass(frozen=True, slots=True)
class ClassTarget:
    """The class that something is attributed to."""

    index: int
    label: str


def class_target(made: Pass, asked: int | None) -> ClassTarget:
    """The class of this number, or the most probable one.

    **Raises**: UserError where the network returns no scores of classes, or has no such one.
    """
    scores = class_scores(made.trace.output)
    if scores is None or not made.info.predictions:
        raise UserError(_NO_SCORES)
    if asked is None:
        return ClassTarget(made.info.predictions[0].index, made.info.predictions[0].label)
    count, labels = scores.shape[1], made.loaded.labels
    if not 0 <= asked < count:
        raise UserError(f"There is no class {asked}: this network has classes 0 to {count - 1}.")
    return ClassTarget(asked, labels[asked] if len(labels) == count else f"class {asked}")


def captum_method(name: Literal["IntegratedGradients", "LayerGradCam"]) -> Any:
    """A method of captum's, which is loaded now: it takes a third of a second, for it loads matplotlib.

    **Raises**: UserError where captum is not installed.
    """
    try:
        import captum.attr
    except ImportError as error:
        raise UserError("Attributions need captum, which is not installed: run pip install captum.") from error
    return getattr(captum.attr, name)


class ClassScores:
    """The network as a function from images to the scores of its classes: (B, 3, H, W) -> (B, classes) in float32."""

    def __init__(self, made: Pass) -> None:
        self.model = unwrapped(made.loaded.model)
        self.title = made.loaded.title or made.loaded.spec
        self.factor = 1.0
        """By which the scores are too large, for the sake of their gradients."""

    def __call__(self, images: Tensor) -> Tensor:
        """The scores. **Raises**: UserError where there are none, or where no gradients lead back from them."""
        scores = class_scores(self.model(images), len(images))
        if scores is None:
            raise UserError(_NO_SCORES)
        if torch.is_grad_enabled() and not scores.requires_grad:
            raise UserError(CUT.format(self.title))
        self.factor = _HALF if scores.dtype == torch.float16 else 1.0
        return scores.float() * self.factor


@contextmanager
def attributing(made: Pass, interrupt: Interrupt) -> Iterator[ClassScores]:
    """The network of a pass, ready to be run with gradients; afterwards it is as it was found.

    **Raises**: UserError where it fails; Cancelled once `interrupt` gives True.
    """
    scores = ClassScores(made)
    with (
        at_work(made.loaded, made.image),
        kept(scores.model),
        differentiably(scores.model, keep_graph=False),
        uncompiled(),
        without_fast_path(),
        _interrupted(interrupt),
    ):
        yield scores


@contextmanager
def _interrupted(interrupt: Interrupt) -> Iterator[None]:
    def before(module: nn.Module, args: Any) -> None:
        if interrupt is not None and interrupt():
            raise Cancelled

    handle = torch_module.register_module_forward_pre_hook(before)
    try:
        yield
    finally:
        handle.remove()
