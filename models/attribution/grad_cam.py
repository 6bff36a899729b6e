"""Grad-CAM: which places of a network's last feature map speak for a class."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..progress import Progress, quietly
from ..recording.passes import Pass
from ..records import Boxes, CellMap
from ..weights.cells import paint_boxes, regular_cells, without_gaps
from .attributing import ClassTarget, Interrupt, attributing, captum_method, class_target
from .spot_choice import chosen_spot
from .tap import tapped

_NOTHING = "nothing on this feature map speaks for the class: all of it is 0"
_GUESSED = "guessed places"


@dataclass(frozen=True, slots=True, eq=False)
class GradCam:
    """A class's map over the network's input."""

    target: ClassTarget
    cells: CellMap
    """0 or more: how much a place speaks for the class, in units of its score."""
    module: str
    """Of what is given to this module, or of what it gives, the map is made."""
    note: str = ""
    """What has to be said of it."""


def grad_cam(
    made: Pass, target: int | None = None, interrupt: Interrupt = None, progress: Progress = quietly
) -> GradCam:
    """The features of the last map, each weighed by the mean of its gradient over the places, as far as above 0.

    `target` None: the most probable class. The map is found by itself: see `chosen_spot`.
    **Raises**: UserError where the network returns no scores of classes or shows no feature map, or captum is missing;
    Cancelled once `interrupt` gives True.
    **Source**: Selvaraju et al., 2017, arXiv 1610.02391, equations 1 and 2; the work is done by captum's LayerGradCam.
    """
    chosen = class_target(made, target)
    progress("Grad-CAM …")
    method = captum_method("LayerGradCam")
    with attributing(made, interrupt) as scores:
        spot = chosen_spot(made, scores, chosen.index)
        with tapped(scores.model, spot) as tap:
            image = made.image.clone().requires_grad_()
            found = method(scores, tap).attribute(image, target=chosen.index, relu_attributions=True)
        values = (found.detach().float() / scores.factor).flatten().cpu().numpy()
    size = int(made.image.shape[-2]), int(made.image.shape[-1])
    notes = [_NOTHING] * (not values.any()) + [_GUESSED] * spot.guessed
    return GradCam(chosen, _laid_out(values, spot.boxes[spot.placed], size), spot.title, "; ".join(notes))


def _laid_out(values: npt.NDArray[np.float32], boxes: Boxes, size: tuple[int, int]) -> CellMap:
    boxes = without_gaps(boxes)
    cells = regular_cells(boxes)
    if cells is not None:
        return CellMap(cells.arranged(values), cells.extent)
    return CellMap(paint_boxes(values, boxes, size), (0.0, 0.0, float(size[0]), float(size[1])))
