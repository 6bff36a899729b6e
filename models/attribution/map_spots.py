"""Where in a network features of places are to be had: told by following the places through one pass."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.utils._pytree import tree_leaves

from ..places.place_table import PlaceTable
from ..places.shadow import Shadows
from ..places.shadow_rules import Shadow
from ..records import Boxes, Place
from ..watching.module_names import names_of
from ..watching.surroundings import kept
from ..watching.watching import uncompiled, without_fast_path
from .map_readings import Outline, Read, Reading, by_places, by_shape

_FAILS = (RuntimeError, ValueError, TypeError, IndexError, AssertionError)
"""What a network may raise that was not written for inference_mode."""


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """A tensor that holds features of several places: what a module is given, or what it gives."""

    module: str
    """Dotted path."""
    call: int
    """0 for the first time that this module runs in the pass, ..."""
    entering: bool
    leaf: int
    """Which of the tensors there it is."""
    channels: int
    """Along which of its dimensions the features lie; all others are of places."""
    dimensions: int
    """How many it has."""
    boxes: Boxes
    """(N, 4): where the places lie on the input, row by row of the other dimensions."""
    guessed: bool = False
    """Whether that was told from shapes alone."""

    @property
    def placed(self) -> npt.NDArray[np.int64]:
        """The numbers of those that have a place; a class token and padding have none."""
        return np.flatnonzero(~np.isnan(self.boxes[:, 0]))

    @property
    def is_map(self) -> bool:
        """Whether it is laid out as convolutions do it: (1, C, H, W)."""
        return self.dimensions == 4 and self.channels == 1

    @property
    def title(self) -> str:
        """What it is, in words: "layer4", "input of blocks.11.attn"."""
        name = Place(self.module, self.call).title
        return f"input of {name}" if self.entering else name


@dataclass(slots=True, eq=False)
class Visit:
    """One run of a module: what it was given and gave, as far as that holds features of places."""

    module: str
    call: int
    kind: type[nn.Module]
    parent: "Visit | None"
    begun: int
    ended: int = -1
    before: Sequence[Outline] = ()
    after: Sequence[Outline] = ()
    given: tuple[int, Reading] | None = None
    """Which of the tensors, and how features lie in it."""
    gave: tuple[int, Reading] | None = None

    def read(self, reading: Read) -> None:
        """Tells what of it holds features of places. Not while the places are followed: this would be followed too."""
        self.given, self.gave = _first(self.before, reading), _first(self.after, reading)
        self.before = self.after = ()

    def spot(self, entering: bool) -> Spot | None:
        """What it was given, or what it gave."""
        seen = self.given if entering else self.gave
        if seen is None:
            return None
        leaf, found = seen
        boxes = found.boxes()
        return Spot(self.module, self.call, entering, leaf, found.channels, found.dimensions, boxes, found.guessed)


def visits_of(model: nn.Module, image: Tensor, tokens: Mapping[int, Boxes]) -> list[Visit]:
    """All runs of modules in a pass over this image, in the order in which they began.

    `tokens`: number of tokens -> their boxes, for networks whose places cannot be followed.
    """
    # The places do not depend on the precision.
    with kept(model), uncompiled(), without_fast_path(), torch.autocast(image.device.type, enabled=False):
        try:
            return _followed(model, image, tokens)
        except _FAILS:
            with torch.no_grad(), _looking(model, lambda tensor: ()) as visits:
                model(image.clone())
            return _read(visits, by_shape(image, tokens))


def _followed(model: nn.Module, image: Tensor, tokens: Mapping[int, Boxes]) -> list[Visit]:
    table = PlaceTable(*image.shape[-2:])
    shadows = Shadows(table)
    with torch.inference_mode():
        seeded = image.clone()
        shadows.seed(seeded)
        try:
            with _looking(model, shadows.of) as visits, shadows:
                model(seeded)
        finally:
            shadows.clear()
        return _read(visits, by_places(table, by_shape(image, tokens)))


def _read(visits: list[Visit], reading: Read) -> list[Visit]:
    for visit in visits:
        visit.read(reading)
    return visits


def _first(outlines: Sequence[Outline], reading: Read) -> tuple[int, Reading] | None:
    """The first of the tensors that holds features of places, and how they lie in it."""
    found = ((outline.leaf, reading(outline)) for outline in outlines)
    return next(((leaf, told) for leaf, told in found if told is not None), None)


@contextmanager
def _looking(model: nn.Module, shadow_of: Callable[[Tensor], Shadow]) -> Iterator[list[Visit]]:
    visits: list[Visit] = []
    running: list[Visit] = []
    calls: dict[str, int] = {}
    names, clock = names_of(model), [0]

    def outlines(value: Any) -> list[Outline]:
        tensors = [(leaf, tensor) for leaf, tensor in enumerate(tensors_in(value)) if tensor.is_floating_point()]
        return [Outline(leaf, tuple(tensor.shape), shadow_of(tensor)) for leaf, tensor in tensors]

    def enter(module: nn.Module, args: Any, kwargs: Any) -> None:
        name = names[id(module)]
        call = calls[name] = calls.get(name, -1) + 1
        clock[0] += 1
        visit = Visit(name, call, type(module), running[-1] if running else None, clock[0])
        visit.before = outlines((args, kwargs))
        visits.append(visit)
        running.append(visit)

    def leave(module: nn.Module, args: Any, output: Any) -> None:
        visit = running.pop()
        while visit.module != names[id(module)]:  # one inside of it has failed, and the network went on
            visit = running.pop()
        clock[0] += 1
        visit.ended = clock[0]
        visit.after = outlines(output)

    with ExitStack() as stack:
        for module in hookable(model):
            stack.callback(module.register_forward_pre_hook(enter, with_kwargs=True).remove)
            stack.callback(module.register_forward_hook(leave).remove)
        yield visits


def hookable(model: nn.Module) -> list[nn.Module]:
    """The modules that can be looked at while they run: none inside of a scripted one."""
    return [m for m in model.modules() if not isinstance(m, torch.jit.ScriptModule) or m is model]


def tensors_in(value: Any) -> list[Tensor]:
    """The tensors in what a module is given or gives, in an order of their own."""
    return [leaf for leaf in tree_leaves(value) if isinstance(leaf, Tensor)]
