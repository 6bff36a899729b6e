"""What lies over the picture: a pure function of the state."""

from dataclasses import dataclass

import numpy as np

from .scale import limits
from .state import Answer, Fields


@dataclass(frozen=True, slots=True, eq=False)
class Overlay:
    """A map over the picture.

    **Shapes**: values (rows, columns), NaN where there is none; box and marker (x, y, width, height) in pixels of the
    picture.
    """

    values: np.ndarray
    box: tuple[float, float, float, float]
    low: float
    high: float
    marker: tuple[float, float, float, float] | None = None
    """The cell of the picked query."""
    query: int | None = None

    def at(self, x: float, y: float) -> tuple[tuple[int, int], float] | None:
        """The cell under a pixel of the picture, and its value."""
        left, top, width, height = self.box
        rows, columns = self.values.shape
        row, column = int(np.floor((y - top) / height * rows)), int(np.floor((x - left) / width * columns))
        if not (0 <= row < rows and 0 <= column < columns) or not np.isfinite(self.values[row, column]):
            return None
        return (row, column), float(self.values[row, column])


def overlay_of(now: Fields) -> Overlay | None:
    """The overlay of the layer in focus; None while there is nothing to lay over the picture that is on screen."""
    if now.outcome is None or not now.outcome.layers or now.picture is not now.pictured:
        return None
    if answer := now.answers.get("map"):
        return _of_map(now, answer)
    if answer := now.answers.get("feature"):
        return _of_feature(now, answer)
    return None


def ranges_of(now: Fields) -> list[Answer]:
    """The answers that say how far the weights of the layers in scale reach."""
    return [answer for slot, answer in now.answers.items() if slot.startswith("range:")]


def _of_map(now: Fields, answer: Answer) -> Overlay:
    assert now.outcome
    values, header = answer.array(), answer.message.header
    kind = now.outcome.layers[now.focus.layer].kind
    low, high = limits(now.look.scale, kind, values, ranges_of(now))
    box = header.get("box")
    marker = now.outcome.affine.box(tuple(box)) if box and isinstance(now.focus.query, tuple | int) else None
    return Overlay(values, now.outcome.affine.box(tuple(header["extent"])), low, high, marker, header.get("query"))


def _of_feature(now: Fields, answer: Answer) -> Overlay:
    """A feature map has no scale in common with the weights: before and after the gate share one of their own."""
    assert now.outcome
    before, after = answer.array("before"), answer.array("after")
    low, high = limits("map", "spatial", np.stack([before, after]), [])
    box = now.outcome.affine.box(tuple(answer.message.header["extent"]))
    return Overlay(before if now.focus.before else after, box, low, high)
