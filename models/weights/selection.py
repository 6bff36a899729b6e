"""Which layers a recording is about, numbered in the order they run, and the edits that act on them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from torch import Tensor

from ..errors import UserError
from ..records import Place
from ..tags.application import Application
from ..tags.folding import Folding
from .edits import Edit, edited

Visit = Callable[[int, Application, Place, Tensor | None], Tensor]
"""Is told of every chosen layer: its number, what it is about to do, where, and the edited weights if there are any."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Layers by name or by the beginning of it (whole parts of the path); None for all."""

    only: tuple[str, ...] | None = None
    edits: tuple[Edit, ...] = ()
    foldings: Mapping[Place, Folding | None] | None = None
    """How the matrices of layers are arranged, as far as can be known: an edit must find its head."""

    @classmethod
    def of(cls, only: str | Iterable[str] | None, edits: Iterable[Edit]) -> "Selection":
        """Reads what the user gave. **Raises**: UserError for an edit that is none."""
        names = (only,) if isinstance(only, str) else None if only is None else tuple(only)
        given = tuple(edits)
        for edit in given:
            if not isinstance(edit, Edit):
                raise UserError(f"{edit!r} is no edit: give attnscope.Edit(layer, index, value).")
        return cls(names, given)

    def wants(self, place: Place) -> bool:
        """Whether the layer is one of those chosen."""
        return self.only is None or any(
            place.is_called(chosen) or place.name.startswith(f"{chosen}.") for chosen in self.only
        )

    def require(self, seen: Iterable[Place]) -> None:
        """**Raises**: UserError for an edit of a layer that is not among those seen in the pass."""
        if not self.edits:
            return
        places = [*seen]
        names = sorted({place.title for place in places})
        for edit in self.edits:
            if not any(place.is_called(edit.layer) for place in places):
                near = get_close_matches(edit.layer, names, cutoff=0.3) or names[:5]
                known = ", ".join(map(repr, near)) or "none at all"
                raise UserError(f"There is no layer {edit.layer!r} to edit; near it: {known}.")

    def visiting(self, visit: Visit) -> Callable[[Application, Place], Tensor]:
        """What to tell `watching`, for one pass: edits act on all layers, only the chosen ones are visited."""
        count = 0

        def receive(application: Application, place: Place) -> Tensor:
            nonlocal count
            replacement = self._edited(application, place) if self.edits else None
            if not self.wants(place):
                return applied(application, replacement)
            count += 1
            return visit(count - 1, application, place, replacement)

        return receive

    def _edited(self, application: Application, place: Place) -> Tensor | None:
        if self.foldings is not None:
            application.folding = self.foldings.get(place)
        return edited(application, place, self.edits, guessing=self.foldings is not None)


def applied(application: Application, replacement: Tensor | None) -> Tensor:
    """What the operation gives, with edited weights where there are any."""
    return application.run() if replacement is None else application.run_with(replacement)
