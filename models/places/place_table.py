"""Places on the network's input by number, and the arithmetic of places: sampling, growing, merging."""

from collections.abc import Callable, Hashable

import torch
from torch import Tensor

NOWHERE = 0
"""The number of no place at all: padding, class tokens, learned queries."""

LOST = 1
"""The number of a place that could not be followed: there is one, but nobody knows where."""

_WHOLE = 0.5  # what covers more of the input than this has no place worth speaking of
_SCATTERED = 2.0  # a merged box may be this much larger than what was merged


class PlaceTable:
    """Boxes (top, left, bottom, right) in input pixels, and numbers for them.

    Numbers are carried in float32 tensors, since every operation that moves data works on those.
    """

    def __init__(self, rows: int, columns: int) -> None:
        self.size = (rows, columns)
        self._boxes = torch.full((2, 4), torch.nan)
        self._found: dict[Hashable, tuple[Tensor, Tensor]] = {}  # with what was asked, whose memory stays its own
        y, x = torch.meshgrid(torch.arange(rows), torch.arange(columns), indexing="ij")
        self.pixels = self.number(torch.stack([y, x, y + 1, x + 1], -1).float())
        """The numbers of the input's pixels: (H, W)."""

    def boxes(self, numbers: Tensor) -> Tensor:
        """(...) numbers -> (..., 4) boxes, NaN for no place."""
        return self._boxes[numbers.long()]

    def identity(self, numbers: Tensor) -> Tensor:
        """(...) numbers -> (...) whole numbers that are equal where the boxes are, to an eighth of a pixel; 0 for none.

        Two numbers may mean the same box, since every operation that makes boxes numbers them anew.
        """
        corners = (self.boxes(numbers).nan_to_num(0) * 8).round().long() & 0xFFFF
        packed = (corners << torch.tensor([0, 16, 32, 48])).sum(-1)
        return torch.where(numbers > LOST, packed, 0)

    def number(self, boxes: Tensor) -> Tensor:
        """(..., 4) boxes -> (...) new numbers for them; NaN is no place."""
        flat = boxes.reshape(-1, 4).cpu()
        known = ~flat[:, 0].isnan()
        numbers = torch.where(known, known.cumsum(0) + len(self._boxes) - 1, NOWHERE)
        self._boxes = torch.cat([self._boxes, flat[known]])
        return numbers.reshape(boxes.shape[:-1]).float()

    def sampled(self, numbers: Tensor, centres: tuple[Tensor, Tensor], scale: tuple[float, float]) -> Tensor:
        """A map (..., H, W) sampled at fractions of rows and columns; every cell grows by `scale` around its centre."""
        lead = numbers.shape[:-2]
        numbers = once(numbers, numbers.dim() - 2)
        geometry = (*(tuple(at.tolist()) for at in centres), scale)
        found = self._remembered(geometry, numbers, lambda: self._sampled(numbers, centres, scale))
        return found.expand(*lead, *found.shape[-2:])

    def _sampled(self, numbers: Tensor, centres: tuple[Tensor, Tensor], scale: tuple[float, float]) -> Tensor:
        kept = scale == (1, 1) and all(torch.equal(at, at.round()) for at in centres)
        shape = numbers.shape[-2:]
        inside = [at.clamp(0, size - 1) for at, size in zip(centres, shape, strict=True)]
        if kept and all(torch.equal(at, torch.arange(float(size))) for at, size in zip(centres, shape, strict=True)):
            return numbers
        if kept:
            return _at(numbers, inside[0], inside[1])
        first = _at(numbers, inside[0].floor(), inside[1].floor())
        low, high = self._neighbours(first, _at(numbers, inside[0].ceil(), inside[1].ceil()))
        (y0, height), (x0, width) = _spans(low)
        (y1, _), (x1, _) = _spans(high)
        y = y0 + (y1 - y0) * inside[0].frac()[:, None] + (centres[0] - inside[0])[:, None] * height
        x = x0 + (x1 - x0) * inside[1].frac() + (centres[1] - inside[1]) * width
        apart = ((y1 - y0).abs() > 1.5 * height) | ((x1 - x0).abs() > 1.5 * width)
        down, across = height * scale[0] / 2, width * scale[1] / 2
        boxes = torch.stack([y - down, x - across, y + down, x + across], -1)
        return self.number(boxes.masked_fill(apart[..., None], torch.nan)).masked_fill(apart | (first == LOST), LOST)

    def _neighbours(self, first: Tensor, second: Tensor) -> tuple[Tensor, Tensor]:
        # Next to a cell without a place, such as padding, the row of cells goes on as if there were one.
        low, high = self.boxes(first), self.boxes(second)
        step, back = (torch.cat([box[..., 2:] - box[..., :2]] * 2, -1) for box in (low, high))
        return low.where(~low.isnan(), high - back), high.where(~high.isnan(), low + step)

    def merged(self, numbers: Tensor) -> Tensor:
        """(..., n) numbers -> (...): the box around all n; no place for scattered ones or nearly everything."""
        single = once(numbers, numbers.dim() - 1)
        return self._remembered((), single, lambda: self._merged(single)).expand(numbers.shape[:-1])

    def _remembered(self, what: Hashable, numbers: Tensor, find: Callable[[], Tensor]) -> Tensor:
        # Blocks of one stage ask the same of the same numbers, which nobody writes over.
        key = what, numbers.data_ptr(), numbers.shape, numbers.stride()
        if key not in self._found:
            self._found[key] = numbers, find()
        return self._found[key][1]

    def _merged(self, numbers: Tensor) -> Tensor:
        changes = (numbers[..., 1:] != numbers[..., :-1]).flatten(0, -2).any(0)
        if not changes.any():
            return numbers[..., 0]
        distinct = numbers[..., [0, *(changes.nonzero().flatten() + 1).tolist()]].sort(-1).values
        boxes = self.boxes(distinct)  # (..., m, 4)
        low = boxes[..., :2].nan_to_num(torch.inf).amin(-2)
        high = boxes[..., 2:].nan_to_num(-torch.inf).amax(-2)
        area = (high - low).clamp(min=0).prod(-1)
        first_time = torch.nn.functional.pad(distinct[..., 1:] != distinct[..., :-1], (1, 0), value=True)
        parts = ((boxes[..., 2:] - boxes[..., :2]).prod(-1).nan_to_num(0) * first_time).sum(-1)
        whole = area > _WHOLE * self.size[0] * self.size[1]
        unplaced = parts == 0
        torn = ~whole & ~unplaced & (area > _SCATTERED * parts) | unplaced & (distinct == LOST).any(-1)
        known = ~whole & ~unplaced & ~torn
        merged = self.number(torch.cat([low, high], -1).masked_fill(~known[..., None], torch.nan))
        return merged.masked_fill(torn, LOST)


def constant_along(numbers: Tensor, dimension: int) -> bool:
    """Whether all numbers along a dimension are the same; most often its stride already says so."""
    if numbers.shape[dimension] == 1 or numbers.stride(dimension) == 0:
        return True
    numbers = without_repeats(numbers)
    return torch.equal(numbers, numbers.narrow(dimension, 0, 1).expand_as(numbers))


def without_repeats(numbers: Tensor) -> Tensor:
    """The numbers with one of each in all dimensions whose strides say that they only repeat."""
    for dimension, stride in enumerate(numbers.stride()):
        if stride == 0:
            numbers = numbers.narrow(dimension, 0, 1)
    return numbers


def once(numbers: Tensor, dimensions: int) -> Tensor:
    """The numbers with one of each in those of the first `dimensions` along which all are the same."""
    for dimension in range(dimensions):
        if numbers.shape[dimension] > 1 and constant_along(numbers, dimension):
            numbers = numbers.narrow(dimension, 0, 1)
    return numbers


def _at(numbers: Tensor, rows: Tensor, columns: Tensor) -> Tensor:
    return numbers[..., rows.long()[:, None], columns.long()]


def _spans(boxes: Tensor) -> tuple[tuple[Tensor, Tensor], tuple[Tensor, Tensor]]:
    top, left, bottom, right = boxes.unbind(-1)
    return ((top + bottom) / 2, bottom - top), ((left + right) / 2, right - left)
