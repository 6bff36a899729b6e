"""Feature maps before and after gates, kept so that looking at the next channel or layer needs no further pass."""

from torch import Tensor

from ..tags.application import Application
from ..weights.gates import GateApplication
from ..weights.operand import plain
from ..weights.selection import applied

Maps = tuple[Tensor, Tensor]
"""Before and after a gate: (B, C, H, W) each, on the CPU in float32."""

_ROOM = 256 * 2**20
"""Bytes that may be kept of one pass."""
_FLOAT = 4  # bytes


class FeatureMaps:
    """Those of the gates of one pass, by the number of the layer; the oldest make way."""

    def __init__(self, room: int = _ROOM) -> None:
        self._room = room
        self._held: dict[int, Maps] = {}

    def __getitem__(self, index: int) -> Maps:
        return self._held[index]

    def __contains__(self, index: int) -> bool:
        return index in self._held

    @property
    def size(self) -> int:
        """Bytes that are held."""
        return sum(map(_size, self._held.values()))

    def admits(self, index: int, application: Application, found: dict[int, Maps]) -> bool:
        """Whether a gate that nobody asked for is to be looked at as well, in a pass that has `found` so much."""
        if index in self._held or not isinstance(application, GateApplication):
            return False
        expected = 2 * _FLOAT * application.value.numel()
        return application.kind in ("channel", "spatial") and sum(map(_size, found.values())) + expected <= self._room

    def keep(self, found: dict[int, Maps], wanted: int) -> None:
        """Adds what a pass has found; what is over the room goes, oldest first, but never what was wanted."""
        self._held |= {index: maps for index, maps in found.items() if index != wanted}
        self._held[wanted] = found[wanted]
        while self.size > self._room and len(self._held) > 1:
            del self._held[next(iter(self._held))]


def before_and_after(application: Application, replacement: Tensor | None) -> tuple[Maps, Tensor]:
    """The feature maps around one application, and what it gave."""
    before = _maps(application, application.value.detach().clone())  # the operation may write over it
    result = applied(application, replacement)
    return (before, _maps(application, result.detach().clone())), result


def _maps(application: Application, value: Tensor) -> Tensor:
    maps = application.maps(value) if isinstance(application, GateApplication) else value
    return plain(maps).float().cpu()


def _size(maps: Maps) -> int:
    return sum(part.numel() * part.element_size() for part in maps)
