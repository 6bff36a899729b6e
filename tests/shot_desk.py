"""The real window on a real engine, for pictures: brought into a state, waited for, and grabbed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from attnscope.app.desk.assembly import Desk, build_desk
from attnscope.app.link.engine_client import EngineClient
from attnscope.app.panels.heads_page import HeadsPage
from attnscope.app.panels.spatial_page import SpatialPage
from attnscope.app.state.questions import questions
from attnscope.app.state.resources import first_sample
from attnscope.app.state.settings import Settings
from attnscope.app.state.wishes import Focus, Look
from attnscope.models.model_request import ModelRequest
from attnscope.widgets.controls.command_palette import CommandPalette
from attnscope.widgets.controls.sheet import Sheet
from attnscope.widgets.layers.layer_search import LayerSearch
from PySide6.QtCore import QDeadlineTimer, QEvent, QPoint, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

_CODE = Path(__file__).with_name("shot_networks.py")
"""In a process of the window there is no torch."""
PATIENCE_MS = 90_000
NETWORKS = {"tour": "tour", "gated": f"{_CODE}:gated", "tokens": f"{_CODE}:tokens"}


class Unsettled(SystemExit):
    """A state did not come about."""


class ShotDesk:
    """A window, its engine, and a folder for what only the pictures need."""

    def __init__(self, application: QApplication, scratch: Path, language: str) -> None:
        self.application, self.scratch = application, scratch
        settings = Settings(scratch / f"{language}.ini")
        settings.save_language(language)
        self.desk: Desk = build_desk(application, EngineClient(), settings, ModelRequest(device="cpu"))
        self.desk.session.start()
        self.desk.window.show()
        self.desk.window.activateWindow()

    @contextmanager
    def begun(self, network: str, size: tuple[int, int]) -> Iterator[None]:
        """The window in this size on a network and the first sample, with nothing changed; so it is left, too."""
        desk, now = self.desk, self.desk.state.now
        desk.window.resize(*size)
        if desk.session.networks.request.model != NETWORKS[network]:
            desk.session.networks.change(model=NETWORKS[network])
        if now.picture is None or now.picture.name != first_sample().name:
            desk.window.arrivals.take([first_sample()])
        self.settle(lambda: now.picture is not None and now.picture.name == first_sample().name)
        desk.session.say(None)
        desk.window.layers.setFocus()
        try:
            yield
        finally:
            self._clear()

    def settle(self, also: Callable[[], bool] = lambda: True) -> None:
        """Go on until the engine has nothing left to answer, and `also` holds. **Raises** Unsettled."""
        self.wait(lambda: self._answered() and also())

    def wait(self, until: Callable[[], bool]) -> None:
        """Go on until this holds. **Raises** Unsettled."""
        deadline = QDeadlineTimer(PATIENCE_MS)
        while not until():
            if deadline.hasExpired():
                now = self.desk.state.now
                raise Unsettled(f"the window did not settle: {now.activity}, {now.focus}, {now.notice}")
            self.application.processEvents()
        # What has come is painted, and what is laid out anew takes its place.
        for _ in range(6):
            self.application.processEvents()

    def layer(self, kind: str, place: int = -1) -> None:
        """Look at a layer of this kind: the last one, unless told otherwise."""
        outcome = self.desk.state.now.outcome
        assert outcome is not None
        self.desk.looking.select_layer([at for at, one in enumerate(outcome.layers) if one.kind == kind][place])
        self.settle()

    def press(self, inside: type[QWidget], place: int) -> None:
        """Press the button at this place of the only widget of a class that is seen."""
        widgets = [one for one in self.desk.window.findChildren(inside) if one.isVisible()]
        widgets[0].findChildren(QAbstractButton)[place].click()
        self.settle()

    def sheet(self) -> Sheet:
        """The dialog, once it is there."""

        def found() -> list[Sheet]:
            return [sheet for sheet in self.desk.window.findChildren(Sheet) if sheet.isVisible()]

        self.wait(lambda: bool(found()))
        return found()[0]

    def _answered(self) -> bool:
        now, networks = self.desk.state.now, self.desk.session.networks
        if now.outcome is None or now.activity != "idle" or networks.is_loading or now.made_by is not now.model:
            return False
        if now.pictured is not now.picture or (now.beside is not None and now.beside.outcome is None):
            return False
        wanted = questions(now.outcome, now.focus, now.look, now.beside.outcome if now.beside else None)
        return all(slot in now.answers and now.answers[slot].question == asked for slot, asked in wanted.items())

    def _clear(self) -> None:
        desk, window = self.desk, self.desk.window
        for sheet in window.findChildren(Sheet):
            sheet.close()
        for palette in window.findChildren(CommandPalette):
            palette.dismiss()
        if (popup := self.application.activePopupWidget()) is not None:
            popup.close()
        self.application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if desk.state.now.beside is not None:
            desk.session.pinned.unpin()
        window.arrivals.sources.video.close()
        desk.state.update(look=Look(), focus=Focus(), album=())
        window.findChild(HeadsPage).show_tab("heads")
        window.findChild(LayerSearch).clear()
        window.findChild(SpatialPage).findChild(QAbstractButton).click()
        window.docks.reset()

    def grab(self, over: QWidget | None = None) -> QPixmap:
        """The window; with a dialog or a menu over it, in a frame as a desktop would draw one."""
        picture = self.desk.window.grab()
        if over is None:
            return picture
        painter, shown = QPainter(picture), over.grab()
        place = shown.rect()
        place.setSize(over.size())
        if isinstance(over, Sheet):
            painter.fillRect(self.desk.window.rect(), QColor(0, 0, 0, 90))
            place.moveCenter(self.desk.window.rect().center())
        else:
            place.moveTopLeft(self.desk.window.mapFromGlobal(over.mapToGlobal(QPoint(0, 0))))
        painter.drawPixmap(place, shown)
        painter.setPen(over.palette().mid().color())
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.end()
        return picture

    def close(self) -> None:
        """The window is closed, and the engine leaves."""
        self.desk.window.close()
        QTimer.singleShot(0, self.application.quit)
        self.application.exec()
