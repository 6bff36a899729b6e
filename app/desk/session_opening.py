"""A session's way into the window, and what the window is as a session."""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject
from PySide6.QtWidgets import QMessageBox

from ...models.model_request import ModelRequest
from ...models.pictures.images import Picture
from ..keeping.session_file import SavedPicture, SavedSession, missing
from ..session.picture_reader import PictureReader
from ..session.session import Session
from ..state.looking import Looking
from ..state.refocusing import fitting
from ..state.state import Notice, State
from ..state.wishes import Focus
from .code_question import runs_code
from .window import Window


@dataclass(slots=True)
class _Awaited:
    """What is on its way."""

    focus: Focus = field(default_factory=Focus)
    picture: bool = False
    network: bool = False


class SessionOpening(QObject):
    """Brings everything that a session says into the window, as far as it is there.

    What cannot be had is said in one sentence, and the rest is opened. Code of the user's is run only once he agrees.
    """

    def __init__(self, window: Window, state: State, session: Session, looking: Looking) -> None:
        super().__init__(window)
        self._window, self._state, self._session, self._looking = window, state, session, looking
        self._awaited: _Awaited | None = None
        self._beside = PictureReader()
        self._beside.read.connect(self._on_beside)
        state.changed.connect(self._on_changed)
        session.networks.loaded.connect(self._on_network)
        session.networks.refused.connect(self._on_refused)

    def open(self, saved: SavedSession) -> None:
        """Open it; what was on screen before gives way."""
        networks = self._session.networks
        wanted = not same_network(saved.request, networks.request)
        self._awaited = _Awaited(saved.focus)
        self._state.update(look=saved.look)
        self._show_panes(saved)
        self._open_pictures(saved)
        if wanted and runs_code(saved.request.model):
            self._ask_code(saved.request)
        elif wanted:
            self._load(saved.request)
        self._look_now()
        if absent := missing(saved):
            sentence = self.tr("{0} of this session is not where it was; the rest was opened.")
            self._session.say(Notice(sentence.format(", ".join(absent)), "warning"))

    def _show_panes(self, saved: SavedSession) -> None:
        if saved.window and not self._window.isFullScreen():
            self._window.restoreGeometry(QByteArray(saved.window))
        if not self._window.docks.restore(QByteArray(saved.panes)):
            self._window.docks.reset()

    def _open_pictures(self, saved: SavedSession) -> None:
        self._state.update(album=tuple(path for path in saved.album if path.is_file()))
        assert self._awaited
        self._awaited.picture = _open(saved.picture, self._session.open)
        if self._state.now.beside is not None:
            self._session.pinned.unpin()
        _open(saved.beside, self._beside.request)

    # ------------------------------------------------------------------ the network

    def _load(self, request: ModelRequest) -> None:
        if self._awaited:
            self._awaited.network = True
        self._session.networks.load(request)

    def _ask_code(self, request: ModelRequest) -> None:
        """Only he who wrote the code, or has read it, should run it."""
        question = QMessageBox(self._window)
        question.setIcon(QMessageBox.Icon.Warning)
        question.setWindowTitle(self.tr("This session runs code"))
        question.setText(self.tr("The network of this session is made by the code in {0}.").format(request.model))
        question.setInformativeText(self.tr("Run it only if you know what it does. Without it the rest is opened."))
        run = question.addButton(self.tr("Run it"), QMessageBox.ButtonRole.AcceptRole)
        leave = question.addButton(self.tr("Leave it out"), QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(leave)
        question.setEscapeButton(leave)
        run.clicked.connect(lambda: self._load(request))
        question.finished.connect(question.deleteLater)
        question.open()

    # ------------------------------------------------------------------ what has come

    def _on_network(self) -> None:
        if self._awaited and self._awaited.network:
            self._awaited.network = False
            self._go_on()

    def _on_refused(self) -> None:
        if self._awaited and self._awaited.network:
            # The network before goes on: no new pass may come.
            self._awaited.network = False
            self._look_now()

    def _on_changed(self, names: frozenset[str]) -> None:
        if "picture" in names and self._awaited and self._awaited.picture:
            self._awaited.picture = False
            self._go_on()

    def _go_on(self) -> None:
        """Once the picture and the network are there, the pass that they make is looked at as it was."""
        if self._awaited and not self._awaited.picture and not self._awaited.network:
            self._session.look_at(self._awaited.focus)

    def _look_now(self) -> None:
        """Look at the pass that is there as it was: nothing else is to come."""
        outcome = self._state.now.outcome
        if self._awaited is None or self._awaited.picture or self._awaited.network:
            return
        if outcome is None or not outcome.layers or self._state.now.activity == "running":
            self._session.look_at(self._awaited.focus)
        else:
            self._state.update(focus=fitting(self._awaited.focus, outcome))

    def _on_beside(self, picture: Picture) -> None:
        focus = self._state.now.focus
        self._session.pinned.pin(picture)
        # Pinning shows the pinned picture; the session may show something else.
        self._looking.focus(second=focus.second, view=focus.view)


def captured(window: Window, state: State, session: Session, png: Callable[[Picture], bytes]) -> SavedSession:
    """What the window is now; `png` makes a file of a picture that lies nowhere."""
    now = state.now
    beside = now.beside.picture if now.beside else None
    return SavedSession(
        session.networks.request,
        now.look,
        now.focus,
        None if now.live else _saved(now.picture, png),
        _saved(beside, png),
        now.album,
        bytes(window.docks.state().data()),
        bytes(window.saveGeometry().data()),
    )


def same_network(one: ModelRequest, other: ModelRequest) -> bool:
    """Whether both ask for the same, whatever was allowed for it."""
    return _plain(one) == _plain(other)


def _plain(request: ModelRequest) -> ModelRequest:
    return dataclasses.replace(request, trust=False, download=False)


def _open(picture: SavedPicture | None, show: Callable[[Path | bytes, str], object]) -> bool:
    """Ask for a picture; whether it will come."""
    if picture is None or (picture.path is not None and not picture.path.is_file()):
        return False
    show(picture.path or picture.png, picture.name)
    return True


def _saved(picture: Picture | None, png: Callable[[Picture], bytes]) -> SavedPicture | None:
    if picture is None:
        return None
    if picture.path is not None:
        return SavedPicture(path=picture.path.absolute())
    return SavedPicture(png=png(picture), name=picture.name)
