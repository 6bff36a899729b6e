"""What lies over the picture in each pane: a pure function of the state."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from ...models.records import PassInfo
from .border_cells import NONE, Padding, up_to_border
from .scale import limits, own_limits
from .state import Answer, Fields
from .wishes import Source

Box = tuple[float, float, float, float]

DIVERGING = "vik"
"""The colours of a difference: nothing is in their middle."""


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
    colours: str = "inferno"
    padding: Padding = NONE
    """Cells that repeat the outermost ones, so that the map reaches the border."""

    def at(self, x: float, y: float) -> tuple[tuple[int, int], float] | None:
        """The cell under a pixel of the picture, and its value."""
        left, top, width, height = self.box
        rows, columns = self.values.shape
        row, column = int(np.floor((y - top) / height * rows)), int(np.floor((x - left) / width * columns))
        if not (0 <= row < rows and 0 <= column < columns) or not np.isfinite(self.values[row, column]):
            return None
        (above, below), (before, after) = self.padding
        own = (
            min(max(row - above, 0), rows - above - below - 1),
            min(max(column - before, 0), columns - before - after - 1),
        )
        return own, float(self.values[row, column])

    @property
    def own(self) -> "Overlay":
        """The same without the cells that repeat others."""
        (above, below), (before, after) = self.padding
        rows, columns = self.values.shape
        values = self.values[above : rows - below, before : columns - after]
        (left, top), (width, height) = self.box[:2], self.cell
        box = left + before * width, top + above * height, width * values.shape[1], height * values.shape[0]
        return dataclasses.replace(self, values=values, box=box, padding=NONE)

    @property
    def cell(self) -> tuple[float, float]:
        """Width and height of a cell in pixels of the picture."""
        rows, columns = self.values.shape
        return self.box[2] / columns, self.box[3] / rows


def overlay_of(now: Fields) -> Overlay | None:
    """The overlay of the first pane; None while there is nothing to lay over the picture that is on screen."""
    if now.outcome is None or now.picture is not now.pictured:
        return None
    if now.hovered is not None and now.focus.source == "weights":
        return _of_answer(now, now.hovered, now.outcome)
    return _of_slots(now, now.focus.source, "", now.outcome)


def second_overlay_of(now: Fields) -> Overlay | None:
    """The overlay of the second pane; None where it shows none, or has none yet."""
    if now.outcome is None or now.picture is not now.pictured:
        return None
    second = now.focus.second
    if second in ("", "photo"):
        return None
    if second not in ("beside", "difference"):
        answer = now.answers.get("second") if second != "weights" else None
        return _of_answer(now, answer, now.outcome) if answer else _own(now, second)
    if now.beside is None or now.beside.outcome is None:
        return None
    other = _of_slots(now, now.focus.source, "beside:", now.beside.outcome)
    return other if second == "beside" else _difference(overlay_of(now), other)


def ranges_of(now: Fields) -> list[Answer]:
    """The answers that say how far the weights of the layers in scale reach."""
    return [answer for slot, answer in now.answers.items() if slot.startswith("range:")]


def strongest(values: np.ndarray, share: float) -> np.ndarray:
    """The largest values that together make this share of the sum, and NaN for the rest.

    **Shapes**: (rows, columns) -> the same; negative values count as none. The last one that is needed is kept whole.
    **Source**: Caron et al., 2021, arXiv 2104.14294, figure 3: masks that keep 60 % of the mass.
    """
    finite = np.where(np.isfinite(values), np.maximum(values, 0), 0).astype(np.float64)
    if share >= 1 or finite.sum() <= 0:
        return values
    falling = np.sort(finite, axis=None)[::-1]
    needed = int(np.searchsorted(np.cumsum(falling), share * finite.sum() * (1 - 1e-6)))
    return np.where(finite >= falling[needed], values, np.nan)


def _own(now: Fields, second: str) -> Overlay | None:
    assert now.outcome
    return _of_slots(now, "weights", "", now.outcome) if second == "weights" else None


def _of_slots(now: Fields, source: Source, prefix: str, outcome: PassInfo) -> Overlay | None:
    """What is shown of a source: in the first pane, or of the pinned picture."""
    slots = ("map", "feature") if source == "weights" else ("source",)
    answer = next((found for slot in slots if (found := now.answers.get(prefix + slot))), None)
    return None if answer is None else _of_answer(now, answer, outcome)


def _of_answer(now: Fields, answer: Answer, outcome: PassInfo) -> Overlay:
    if answer.question.kind == "feature":
        return _of_feature(now, answer, outcome)
    if answer.question.kind != "map":
        return _of_attribution(now, answer, outcome)
    values, header = answer.array(), answer.message.header
    kind = outcome.layers[now.focus.layer].kind
    low, high = limits(now.look, kind, _with_twin(now, answer), ranges_of(now))
    box = header.get("box")
    marker = outcome.affine.box(tuple(box)) if box and isinstance(answer.question.query, tuple | int) else None
    kept = strongest(values, now.look.keep)
    return _placed(outcome, kept, header, low, high, marker, now.look.colours)


def _placed(
    outcome: PassInfo,
    values: np.ndarray,
    header: Mapping[str, Any],
    low: float,
    high: float,
    marker: Box | None,
    colours: str,
) -> Overlay:
    """The map over the picture, up to the border of what the network saw."""
    shown, extent, padding = up_to_border(values, tuple(header["extent"]), outcome.input_size)
    return Overlay(shown, outcome.affine.box(extent), low, high, marker, header.get("query"), colours, padding)


def _with_twin(now: Fields, answer: Answer) -> np.ndarray:
    """The values that the map's own scale is told from: with a pinned picture, those of both."""
    twin = now.answers.get("map" if answer.question.beside else "beside:map")
    if now.focus.second != "beside" or twin is None:
        return answer.array()
    return np.concatenate([answer.array().ravel(), twin.array().ravel()])


def _of_feature(now: Fields, answer: Answer, outcome: PassInfo) -> Overlay:
    """A feature map has no scale in common with the weights: before and after the gate share one of their own."""
    before, after = answer.array("before"), answer.array("after")
    low, high = own_limits(now.look, "spatial", np.stack([before, after]))
    shown = before if now.focus.before else after
    return _placed(outcome, shown, answer.message.header, low, high, None, now.look.colours)


def _of_attribution(now: Fields, answer: Answer, outcome: PassInfo) -> Overlay:
    """What the whole network makes of its layers, or a class's attribution: a scale of its own, from 0."""
    values, header = answer.array(), answer.message.header
    own = dataclasses.replace(now.look, scale="map")
    low, high = limits(now.look if now.look.scale == "held" else own, "heads", values, [])
    if header.get("high") and now.look.scale != "held":
        high = float(header["high"])  # a few pixels alone would leave the rest dark
    box = header.get("box")
    marker = outcome.affine.box(tuple(box)) if box and now.focus.query is not None else None
    return _placed(outcome, strongest(values, now.look.keep), header, low, high, marker, now.look.colours)


def _difference(first: Overlay | None, second: Overlay | None) -> Overlay | None:
    """The first less the second, where their grids agree, over the first's picture."""
    if first is None or second is None or first.values.shape != second.values.shape:
        return None
    less = first.values - second.values
    finite = np.abs(less[np.isfinite(less)])
    reach = max(float(finite.max()) if finite.size else 0.0, 1e-6)
    return Overlay(less, first.box, -reach, reach, first.marker, first.query, DIVERGING, first.padding)


def pin_boxes(now: Fields, overlay: Overlay | None, outcome: PassInfo | None) -> list[Box]:
    """The pinned places: the boxes of the queries there, or until they are known the overlay's cells around them."""
    if outcome is None or overlay is None:
        return []
    answers = [now.answers.get(f"pin:{number}") for number in range(len(now.focus.pins))]
    boxes = [answer.message.header.get("box") if answer else None for answer in answers]
    if now.focus.source == "weights" and any(boxes):
        return [outcome.affine.box(tuple(box)) for box in boxes if box]
    width, height = overlay.cell
    centres = [outcome.affine.to_image(row + 0.5, column + 0.5) for row, column in now.focus.pins]
    left, top = overlay.box[:2]
    corners = [(left + (x - left) // width * width, top + (y - top) // height * height) for y, x in centres]
    return [(x, y, width, height) for x, y in corners]
