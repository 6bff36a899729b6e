"""Which feature map Grad-CAM is made of, where nobody names one."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import islice

import torch
from torch import Tensor, nn
from torch.autograd.graph import GradientEdge, get_gradient_edge

from ..errors import UserError
from ..recording.passes import Pass
from ..records import Boxes
from ..watching.survey import Remembered, signature, survey
from ..weights.heads import Heads
from ..weights.layer import Layer
from .attributing import ClassScores
from .map_spots import Spot, Visit, visits_of
from .tap import meeting

_AT_MOST = 48
"""Feature maps that are looked at, from the end of the network."""
_NONE = (
    "Grad-CAM needs a feature map inside the network on which the class depends at more than one place, and {0} has "
    "none that can be seen: choose integrated gradients."
)
_CHOICES: Remembered[Spot] = Remembered()


def chosen_spot(made: Pass, scores: ClassScores, target: int) -> Spot:
    """The last feature map of more than one place on which the class depends.

    For convolutional networks it is the last map before the places are pooled, as the paper has it; also for those
    with a few blocks of attention behind more convolutions than that: the last map before these. Where else an
    attention comes last, it is what the last attention is given: the normalised input of the last block, for behind it
    the class token alone counts.

    Found once for a network and a size of input. Runs the network twice.
    **Raises**: UserError where there is none.
    **Source**: Selvaraju et al., 2017, arXiv 1610.02391, section 3; for transformers what the documentation of
    pytorch-grad-cam (github.com/jacobgil/pytorch-grad-cam) advises.
    """
    key = survey(scores.model).fingerprint, signature(made.image)
    found = _CHOICES.get(scores.model, key)
    if found is None:
        visits = visits_of(scores.model, made.image, _tokens(made))
        spots = list(islice(_in_order(made, visits), _AT_MOST))
        found = _last_that_counts(_counts(made, scores, spots, target))
        if found is None:
            raise UserError(_NONE.format(scores.title))
        if found.counts > 1:
            _CHOICES.put(scores.model, key, found.spot)
        return found.spot
    return found


def _tokens(made: Pass) -> Mapping[int, Boxes]:
    """Number of tokens -> where they lie, by the layers that were recorded."""
    grids = [layer.grid for layer in made.trace.layers if layer.kind == "heads"]
    sides = [side for grid in grids if grid for side in (grid.keys, grid.queries) if side is not None]
    return {len(boxes): boxes for boxes in sides}


def _attending(layers: Sequence[Layer], visits: Sequence[Visit]) -> list[Visit]:
    """The runs of modules that applied these layers, in order."""
    known = {(visit.module, visit.call): visit for visit in visits}
    runs = [(layer.name, layer.call) for layer in layers]
    return sorted((known[run] for run in runs if run in known), key=lambda visit: visit.ended)


def _in_order(made: Pass, visits: Sequence[Visit]) -> Iterator[Spot]:
    """The spots to choose from, the best first."""
    outputs = sorted((visit for visit in visits if visit.gave), key=lambda visit: visit.ended, reverse=True)
    convolving = [visit for visit in visits if _is_convolution(visit)]
    weighing = [layer for layer in made.trace.layers if isinstance(layer.kept, Heads)]
    every = _attending(weighing, visits)
    if every and len(every) < len(convolving) and all(visit.ended < every[0].begun for visit in convolving):
        trunk = (visit.spot(entering=False) for visit in outputs if visit.ended < every[0].begun)
        yield from (spot for spot in trunk if spot and spot.is_map)
    placed = [layer for layer in weighing if layer.kind == "heads" and layer.grid and layer.grid.keys is not None]
    attending = _attending(placed, visits)
    if attending and not any(visit.begun > attending[-1].ended for visit in convolving):
        yield from filter(None, map(_given, reversed(attending)))
    yield from (spot for visit in outputs if (spot := visit.spot(entering=False)))


def _given(attention: Visit) -> Spot | None:
    """The features that an attention works on: what its module is given, else the module that this one is in."""
    visit: Visit | None = attention
    while visit is not None and visit.given is None:
        visit = visit.parent
    return None if visit is None else visit.spot(entering=True)


def _is_convolution(visit: Visit) -> bool:
    return issubclass(visit.kind, nn.Conv2d) and visit.gave is not None


@dataclass(frozen=True, slots=True, eq=False)
class _Counted:
    spot: Spot
    counts: int
    """At how many places on the input the class depends on it."""


def _last_that_counts(counted: Sequence[_Counted]) -> _Counted | None:
    """The first of the spots on which the class depends at several places; any where it depends on nothing at all."""
    several = (each for each in counted if each.counts > 1)
    return next(several, counted[0] if counted and not any(each.counts for each in counted) else None)


def _counts(made: Pass, scores: ClassScores, spots: Sequence[Spot], target: int) -> list[_Counted]:
    """The spots that lie in the class's graph, with how far it depends on them."""
    edges: dict[int, GradientEdge] = {}

    def note(number: int, tensor: Tensor) -> Tensor:
        if not tensor.requires_grad:
            return tensor
        own = tensor.clone()  # the network may use the same tensor elsewhere, where it is not met
        edges[number] = get_gradient_edge(own)
        return own

    with ExitStack() as stack:
        for number, spot in enumerate(spots):
            stack.enter_context(meeting(scores.model, spot, lambda tensor, at=number: note(at, tensor)))
        total = scores(made.image.clone().requires_grad_())[0, target]
    numbers = sorted(edges)
    gradients = torch.autograd.grad(total, [edges[n] for n in numbers], allow_unused=True) if numbers else ()
    found = [(spots[n], gradient) for n, gradient in zip(numbers, gradients, strict=True) if gradient is not None]
    return [_Counted(spot, _places(gradient, spot)) for spot, gradient in found]


def _places(gradient: Tensor, spot: Spot) -> int:
    """At how many places on the input there is a gradient."""
    at = gradient.movedim(spot.channels, 0).flatten(1).ne(0).any(0).cpu()
    return int(at[torch.from_numpy(spot.placed)].sum())
