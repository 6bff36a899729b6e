"""What came into the window, by a drop, a dialog or the command line, goes to whom it concerns."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ..session.session import Session
from .arrival_kinds import Sorted, sorted_by_kind
from .drops import Dropped
from .picture_sources import PictureSources


class Arrivals(QObject):
    """Hands everything to whom it concerns: weights and code that come together belong together."""

    session_arrived = Signal(object)
    """The file of a saved session."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.sources = PictureSources(session)
        self.code_weights: str | None = None
        """The checkpoint that came with the code that is being asked about."""

    def receive(self, found: Dropped) -> None:
        """Open what was dropped or pasted; about an address the user is asked first."""
        if found.address:
            self.sources.web.ask(found.address)
        elif isinstance(found.source, bytes):
            self.sources.album.stop()
            self.sources.open(found.source, found.name)
        else:
            self.take(list(found.source))

    def take(self, paths: list[Path], otherwise: Path | None = None) -> None:
        """Open, load or ask about these files; `otherwise` is the picture where they bring none."""
        found, networks = sorted_by_kind(paths), self._session.networks
        if found.session is not None:
            self.session_arrived.emit(found.session)
            return
        self._show(found, otherwise)
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

    def _show(self, found: Sorted, otherwise: Path | None) -> None:
        album = self.sources.album
        if len(found.pictures) > 1 or (found.picture is not None and found.picture.is_dir()):
            album.open(found.pictures)
        elif found.picture is not None:
            album.open_alone(found.picture)
        elif found.video is not None:
            self.sources.open_film(found.video)
        elif otherwise is not None:
            self.sources.open(otherwise)
