"""How scores hold images, windows and heads, told from the places that they look at.

Of all images of a pass only the first has places, and all heads of a window look at the same ones.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from ..tags.folding import Folding

_ORDERS = ("bwh", "bhw", "wbh", "hbw", "whb", "hwb")
"""The most usual first: where two explain the places alike, they differ in nothing."""


def folding_seen(sides: Sequence[Tensor], images: int, count: int) -> Folding | None:
    """The folding that explains the places best; None where they tell nothing.

    **Shapes**: sides (n, N) whole numbers for places, 0 for none, in the order of the matrices; `count` is the number
    of matrices, n may be smaller where heads share their keys.
    """
    together = [side for side in sides if len(side) == count]
    looked_at = torch.cat(together, -1) if together else max(sides, key=len, default=None)
    if looked_at is None or count % images or len(looked_at) % images or count % len(looked_at):
        return None
    groups = _groups(looked_at)
    for windows in range(1, len(groups) // images + 1):
        if len(groups) // images % windows:
            continue
        for order in _ORDERS:
            if _explains(groups, Folding(images, windows, len(groups) // images // windows, order)):
                return Folding(images, windows, count // images // windows, order)
    return None


def _groups(looked_at: Tensor) -> npt.NDArray[np.int64]:
    # Matrices that look at the same places get the same number; 0 for those that look at none.
    _, group = torch.unique(looked_at, dim=0, return_inverse=True)
    somewhere = looked_at.any(-1)
    return torch.where(somewhere, group + 1, 0).numpy()


def _explains(groups: npt.NDArray[np.int64], folding: Folding) -> bool:
    sizes = {"b": folding.batch, "w": folding.windows, "h": folding.heads}
    apart = groups.reshape([sizes[axis] for axis in folding.order])
    first, *others = apart.transpose([folding.order.index(axis) for axis in "bwh"])  # (windows, h) for every image
    windows = first[:, 0]
    placed = windows[windows > 0]
    alike = bool((first == windows[:, None]).all())
    return alike and placed.size > 0 and len(np.unique(placed)) == placed.size and not any(map(np.any, others))
