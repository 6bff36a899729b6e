"""What is known of a kind of pass once it was watched in full: where to look, and what must be there."""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from weakref import ref

import torch
from torch import nn

from ..records import Place
from ..tags.application import Application, Recipe
from .module_names import ModuleNames

Missed = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Expected:
    """A layer that the next pass is expected to run."""

    product: int
    """Which of the products since the latest step it is, from 1."""
    trail: int
    """That of `ModuleNames` at this product."""
    recipe: Recipe
    place: Place
    looks: Hashable

    def fits(self, application: Application) -> bool:
        """Whether this is what was expected, as far as shapes and parameters tell."""
        return application.looks() == self.looks


@dataclass(frozen=True, slots=True)
class Step:
    """The entering or leaving of a module that begins or ends a stretch with layers in it."""

    module: int
    entering: bool
    layers: tuple[Expected, ...]
    """What is to be seen from here to the next step."""
    products: int
    """How many products there are to the next step."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Where to look in the next pass of this kind, and what must be seen there."""

    modules: tuple[ref[nn.Module], ...]
    steps: tuple[Step, ...]
    """In order: all entering and leaving that the pass has of these modules, as far as any of it matters."""
    missed: Missed
    telling: frozenset[tuple[int, bool]] = frozenset()
    """Which modules' entering and leaving is among the steps."""
    last: bool = False
    """Whether an earlier plan for such passes was left already, so that there will be no other."""

    def after(self, known: "Plan | None") -> "Plan":
        """The same, where `known` was known of such passes before."""
        return replace(self, last=True) if known is AGAIN and self is not UNPLANNED else self

    def alive(self) -> dict[int, nn.Module] | None:
        """The modules by id; None where one of them is gone."""
        found = [module() for module in self.modules]
        return None if None in found else {id(module): module for module in found if module is not None}


UNPLANNED = Plan((), (), ())
"""Stands for passes that must be watched in full every time."""

AGAIN = Plan((), (), ())
"""Stands for passes that left their plan once: the first pass may have been another, for what it kept for later."""


class PlanMaker:
    """Looks on while a pass is watched in full, and says how to watch the next."""

    def __init__(self, names: ModuleNames) -> None:
        self._names = names
        self._after: dict[int, list[Expected]] = {}
        self._tangled = False  # whether the short way cannot read a layer: scripted, or inside of torch.vmap

    @property
    def seen(self) -> list[Place]:
        """Places of the layers so far."""
        return [expected.place for layers in self._after.values() for expected in layers]

    def note(self, application: Application, recipe: Recipe, place: Place) -> None:
        """Adds a layer."""
        self._tangled = self._tangled or bool(application.fixed)
        names = self._names
        expected = Expected(names.products, names.trail, recipe, place, application.looks())
        self._after.setdefault(len(self._names.steps) - 1, []).append(expected)

    def plan(self, missed: Missed) -> Plan:
        """The short way for the next pass: nothing is watched but from the step before a layer to the next."""
        steps = self._names.steps
        if self._tangled or -1 in self._after:  # applied before any module ran
            return UNPLANNED
        if self._names.asked:  # where nothing is watched it could take another way unseen
            return UNPLANNED
        counts = [*self._names.counts[1:], self._names.products]
        ends = [number + ahead for number in self._after for ahead in (0, 1) if number + ahead < len(steps)]
        telling = {(id(steps[number][0]), steps[number][1]) for number in ends}
        planned = tuple(
            Step(id(module), entering, tuple(self._after.get(number, ())), counts[number])
            for number, (module, entering) in enumerate(steps)
            if (id(module), entering) in telling
        )
        modules = {id(steps[number][0]): steps[number][0] for number in ends}
        if any(isinstance(module, torch.jit.ScriptModule) for module in modules.values()):
            return UNPLANNED
        return Plan(tuple(map(ref, modules.values())), planned, missed, frozenset(telling))
