"""What came into the window, by a drop, a dialog or the command line, goes to whom it concerns."""

from pathlib import Path

from .arrival_kinds import sorted_by_kind
from .session import Session


class Arrivals:
    """Hands everything to whom it concerns: weights and code that come together belong together."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.code_weights: str | None = None
        """The checkpoint that came with the code that is being asked about."""

    def take(self, paths: list[Path]) -> None:
        """Open, load or ask about these files."""
        found, networks = sorted_by_kind(paths), self._session.networks
        if found.picture is not None:
            self._session.open(found.picture)
        if found.code is not None:
            self.ask_code(found.code, found.weights)
        elif found.weights is not None:
            networks.ask_checkpoint(str(found.weights))
        if found.labels is not None:
            networks.change(labels=str(found.labels))

    def ask_code(self, code: Path, weights: Path | str | None = None) -> None:
        """Ask what in a Python file makes a network, which then takes these weights."""
        self.code_weights = None if weights is None else str(weights)
        self._session.networks.ask_makers(str(code))
