"""What can still be told of a pass after its trace was closed."""

from dataclasses import dataclass
from typing import NoReturn

from ..errors import UserError
from .evidence import Evidence
from .whereabouts import Whereabouts


@dataclass(frozen=True, slots=True)
class Closed(Evidence):
    """Errors and places, if they had been worked out; all else would take the network, which is let go of."""

    errors: list[float] | None = None
    places: list[Whereabouts] | None = None

    def weights(self, index: int) -> NoReturn:
        """Not to be had any more."""
        _refuse()

    def gradient(self, index: int) -> NoReturn:
        """Not to be had any more."""
        _refuse()

    def features(self, index: int) -> NoReturn:
        """Not to be had any more."""
        _refuse()

    def error(self, index: int) -> float:
        """As it was worked out before."""
        return self.errors[index] if self.errors is not None else _refuse()

    def whereabouts(self, index: int) -> Whereabouts:
        """As it was found before."""
        return self.places[index] if self.places is not None else _refuse()


def _refuse() -> NoReturn:
    raise UserError("This trace was closed before that was asked for: ask before closing it, or record the pass again.")
