"""Does what the buttons beside a sentence offer."""

import dataclasses
from collections.abc import Callable, Mapping

from ..session.session import Session
from ..state.state import Deed

_PATCH = 32
"""Pixels that the sides of a smaller input are a multiple of."""


class Deeds:
    """Each deed is one call of the session or its networks; some open a dialog."""

    def __init__(self, session: Session, dialogs: Mapping[Deed, Callable[[], object]]) -> None:
        networks = session.networks
        self._session = session
        self._ways: dict[Deed, Callable[[], object]] = {
            "restart": session.restart,
            "trust": self._trust,
            "skip_head": lambda: networks.retry(skip_head=True),
            "download": lambda: networks.change(download=True),
            "cpu": lambda: networks.retry(device="cpu"),
            "half": lambda: networks.retry(precision="bf16"),
            "smaller": self._with_smaller_input,
            **dialogs,
        }

    def do(self, deed: Deed) -> None:
        """What the button says."""
        self._ways[deed]()

    def _trust(self) -> None:
        """Go on with the file that was asked about, or with the network that was to be loaded."""
        trouble, networks = self._session.state.now.trouble, self._session.networks
        if trouble is not None and trouble.question:
            networks.ask_checkpoint(trouble.question, trust=True)
        else:
            networks.retry(trust=True)

    def _with_smaller_input(self) -> None:
        """Two thirds of the input's sides, in whole patches."""
        model, networks = self._session.state.now.model, self._session.networks
        rows, columns = model.input_size if model else (224, 224)
        size = tuple(max(_PATCH, side * 2 // 3 // _PATCH * _PATCH) for side in (rows, columns))
        networks.retry(preparation=dataclasses.replace(networks.request.preparation, size=size))
