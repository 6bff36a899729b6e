"""Integrated gradients: how much each pixel adds to the score of a class."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from ..errors import UserError
from ..progress import Progress, quietly
from ..recording.passes import Pass
from .attributing import CUT, ClassTarget, Interrupt, attributing, captum_method, class_target

_STEPS = 20
"""Points between the baseline and the image; a pass forward and back for each."""
_COARSE = 0.1
"""Share of the score's change that may be missing before it is said."""


@dataclass(frozen=True, slots=True, eq=False)
class IntegratedGradients:
    """What each pixel of the network's input adds to the score of a class, over an input of zeros.

    **Shapes**: values (H, W), below 0 where a pixel speaks against the class.
    """

    target: ClassTarget
    values: npt.NDArray[np.float32]
    change: float
    """The score of the image less that of an input of zeros: what the values would add up to, were steps endless."""

    @property
    def note(self) -> str:
        """What has to be said of it."""
        total = float(self.values.sum())
        if abs(total - self.change) <= _COARSE * max(abs(self.change), 1e-6):
            return ""
        return f"the pixels add up to {total:.3g} in {_STEPS} steps, and the score changes by {self.change:.3g}"


def integrated_gradients(
    made: Pass, target: int | None = None, interrupt: Interrupt = None, progress: Progress = quietly
) -> IntegratedGradients:
    """The gradients of the class's score along the way from zeros to the image, times how far each pixel goes.

    It has no layer to choose, holds for any network with gradients, and its values add up to the change of the score.
    Zeros are the mean colour of the pictures that most networks were trained on. `target` None: the most probable
    class.
    **Raises**: UserError where the network returns no scores of classes, or captum is missing; Cancelled once
    `interrupt` gives True.
    **Source**: Sundararajan, Taly, Yan, 2017, arXiv 1703.01365, equations 1 and 3, by the Gauss-Legendre rule; the work
    is done by captum's IntegratedGradients.
    """
    chosen = class_target(made, target)
    progress("Integrated gradients …", 0, _STEPS)
    method = captum_method("IntegratedGradients")
    with attributing(made, interrupt) as scores:
        done = 0

        def stepwise(images: Tensor) -> Tensor:
            nonlocal done
            if torch.is_grad_enabled():
                progress("Integrated gradients …", done, _STEPS)
                done += 1
            return scores(images)

        image = made.image.clone()
        try:
            found = method(stepwise).attribute(image, target=chosen.index, n_steps=_STEPS, internal_batch_size=1)
        except RuntimeError as error:
            if "to not have been used in the graph" in str(error):
                raise UserError(CUT.format(scores.title)) from error
            raise
        with torch.no_grad():
            ends = [float(scores(each)[0, chosen.index]) for each in (image, torch.zeros_like(image))]
    values = found.detach()[0].double().sum(0) / scores.factor
    return IntegratedGradients(chosen, values.float().cpu().numpy(), (ends[0] - ends[1]) / scores.factor)
