"""The hand-written networks of the tests: what must be found in each is declared beside it."""

from collections.abc import Iterator
from functools import partial

from torch import nn

from ..handwritten import HANDWRITTEN, Handwritten
from .entries import Entry, Inputs

_TOLD = "its weights cannot be seen, and the user is told so"
_IN_FULL = {"summed after a module": "a module between a product and its sum: watched in full every time"}


def handwritten_entries() -> Iterator[Entry]:
    """In the order in which they are written."""
    for network in HANDWRITTEN:
        yield Entry(
            "hand-written",
            network.name,
            partial(_build, network),
            partial(_inputs, network),
            explained=_explained(network),
            expected=dict(network.expected),
            by_reference=False,
        )


def _explained(network: Handwritten) -> dict[str, str]:
    said = _TOLD if network.missed else _IN_FULL.get(network.name)
    return {} if said is None else {"*": said}


def _build(network: Handwritten) -> nn.Module:
    return network.build().eval()


def _inputs(network: Handwritten) -> Inputs:
    return network.inputs(), {}
