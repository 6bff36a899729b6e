"""One entry of the catalogue -> one row of the table: what was recorded, and what there is to explain."""

import time
import warnings
from dataclasses import dataclass
from fnmatch import fnmatchcase

from attnscope.models.weights.heads import Heads
from attnscope.models.weights.trace import Trace

from .comparing import Difference, differences_of, kinds_of
from .entries import Entry
from .passes import Passes


@dataclass(frozen=True, slots=True)
class Row:
    """What the sweep found out about one network."""

    source: str
    name: str
    failure: str = ""
    """Why there is nothing to be told: the reason it was skipped, or what went wrong."""
    kinds: tuple[tuple[str, int], ...] = ()
    """How many layers of each kind, in the order channel, spatial, heads, other."""
    places: tuple[int, int, int] = (0, 0, 0)
    """How many layers with heads or spatial gates have exact, guessed and no places."""
    gate_error: float = 0.0
    """The worst of any gate."""
    matrix_error: float = 0.0
    """The worst of any attention."""
    output: float = 0.0
    """Largest difference of the network's output while recorded to the plain one; 0: equal bit for bit."""
    narrow: bool = True
    """Whether the second pass was watched the short way."""
    unexplained: tuple[str, ...] = ()
    """Differences to the reference and broken promises that nobody has reviewed."""
    explained: tuple[str, ...] = ()
    """Those that somebody has, with the reason."""
    counted: bool = False
    """Whether its layers were counted by hand, too."""
    note: str = ""
    """What is to be known of how it was built."""
    seconds: float = 0.0

    @property
    def layers(self) -> int:
        """How many in all."""
        return sum(count for _, count in self.kinds)


def row_of(entry: Entry) -> Row:
    """Builds the network, records it twice, and looks at everything that is promised of a recording."""
    if entry.skipped:
        return Row(entry.source, entry.name, f"skipped: {entry.skipped}")
    began = time.perf_counter()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        passes = Passes(entry)
    unexplained, explained = _reviewed([*differences_of(passes, entry)], entry)
    errors = [(isinstance(layer.kept, Heads), error) for layer, error in passes.errors]
    return Row(
        entry.source,
        entry.name,
        kinds=kinds_of(passes.first),
        places=_places(passes.first),
        gate_error=max((error for matrix, error in errors if not matrix), default=0.0),
        matrix_error=max((error for matrix, error in errors if matrix), default=0.0),
        output=passes.output,
        narrow=passes.narrow,
        unexplained=unexplained,
        explained=explained,
        counted=entry.expected is not None,
        note=entry.note,
        seconds=time.perf_counter() - began,
    )


def _places(trace: Trace) -> tuple[int, int, int]:
    grids = [layer.grid for layer in trace.layers if layer.kind in ("heads", "spatial")]
    guessed = sum(grid is not None and grid.guessed for grid in grids)
    return len(grids) - guessed - grids.count(None), guessed, grids.count(None)


def _reviewed(differences: list[Difference], entry: Entry) -> tuple[tuple[str, ...], tuple[str, ...]]:
    # A reason whose difference is gone is unexplained itself: it would hide the next one.
    open_ones: dict[str, int] = {}
    closed: dict[str, int] = {}
    used: set[str] = set()
    for difference in differences:
        pattern = next((p for p in entry.explained if fnmatchcase(difference.path, p)), None)
        if pattern is None:
            _add(open_ones, f"{difference.path or 'the network'}: {difference.what}")
        else:
            used.add(pattern)
            _add(closed, f"`{pattern}`: {entry.explained[pattern]}")
    for pattern in entry.explained:
        if pattern not in used:
            _add(open_ones, f"`{pattern}` is explained and shows no difference")
    return tuple(open_ones), tuple(f"{reason} ({count})" for reason, count in closed.items())


def _add(counts: dict[str, int], what: str) -> None:
    counts[what] = counts.get(what, 0) + 1
