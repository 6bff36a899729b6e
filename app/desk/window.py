"""The window: where the panels stand, and what is dropped on it. It does no work of its own."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QMainWindow, QVBoxLayout, QWidget

from ...models.errors import UserError
from ...widgets.controls.message_bar import MessageBar
from ...widgets.look.sentences import translated
from ..panels.detail_panel import DetailPanel
from ..panels.docks import Docks, Pane
from ..panels.layers_panel import LayersPanel
from ..panels.prediction_panel import PredictionPanel
from ..panels.progress_panel import ProgressPanel
from ..panels.stage_panel import StagePanel
from ..panels.strip_panel import StripPanel
from ..pictures.album_panel import AlbumPanel
from ..pictures.arrivals import Arrivals
from ..pictures.drops import Dropped, dropped, may_be_opened
from ..pictures.video_panel import VideoPanel
from ..session.session import Session
from ..state.looking import Looking
from ..state.settings import Settings
from ..state.state import Deed, Notice, State
from .top_bar import TopBar

_TITLE = 40
"""Pixels that a title bar may take."""
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Window(QMainWindow):
    """Layers and prediction left, the picture in the middle, the layer in detail right, the strip below."""

    closing = Signal()
    deed_requested = Signal(str)
    """The button for this deed, beside a sentence, was pressed."""

    def __init__(
        self, state: State, session: Session, looking: Looking, settings: Settings, arrivals: Arrivals | None = None
    ) -> None:
        """`arrivals` are those of a window that this one takes the place of."""
        super().__init__()
        self._state, self._settings = state, settings
        self._session, self._looking = session, looking
        self.arrivals = arrivals or Arrivals(session)
        self.setWindowTitle("attnscope")
        self.setAcceptDrops(True)
        self.top = TopBar()
        self.messages = MessageBar()
        self.progress = ProgressPanel(state, session)
        self.layers = LayersPanel(state, looking)
        self.stage = StagePanel(state, looking, session.hovering)
        self.docks = Docks(self)
        detail = DetailPanel(state, looking)
        self._lay_out(PredictionPanel(state, looking), detail, StripPanel(state, session, looking))
        # One cross-hair over the picture and the matrix.
        self.stage.picture.pointed.connect(detail.heads.set_pointed_place)
        detail.heads.cell_hovered.connect(self.stage.picture.point_at_key)
        self._restore()
        self.layers.setFocus()
        self.messages.action_requested.connect(self._on_action)
        self.messages.dismissed.connect(lambda: session.say(None))
        state.changed.connect(self._on_changed)

    def _lay_out(self, prediction: QWidget, detail: QWidget, strip: QWidget) -> None:
        # One column as the menu, so that it goes over the whole width, above every pane.
        head = QFrame()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.top, self.messages, self.progress):
            column.addWidget(widget)
        self.setMenuWidget(head)
        self.setCentralWidget(self._middle())
        detail.setMinimumWidth(260)
        self.layers.setMinimumWidth(200)
        area = Qt.DockWidgetArea
        for pane in (
            Pane("layers", self.tr("Layers"), self.layers, area.LeftDockWidgetArea, "Ctrl+1"),
            Pane("prediction", self.tr("Prediction"), prediction, area.LeftDockWidgetArea, "Ctrl+2"),
            Pane("detail", self.tr("Layer in detail"), detail, area.RightDockWidgetArea, "Ctrl+3"),
            Pane("strip", self.tr("Strip of layers"), strip, area.BottomDockWidgetArea, "Ctrl+4"),
        ):
            self.docks.add(pane)
        album = AlbumPanel(self._state, self.arrivals.sources.album)
        pictures = Pane("pictures", self.tr("Pictures"), album, area.BottomDockWidgetArea, "Ctrl+5", False, "strip")
        self.docks.add(pictures)

    def _middle(self) -> QWidget:
        """The picture, and the bar of a film while one is open."""
        middle, sources = QWidget(), self.arrivals.sources
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stage, 1)
        column.addWidget(VideoPanel(self._state, sources.video, sources.player))
        middle.setFocusProxy(self.stage)
        return middle

    def _restore(self) -> None:
        # As large as it looks best, but never larger than the screen with its bars and a title.
        room = self.screen().availableSize()
        self.resize(QSize(1440, 900).boundedTo(QSize(room.width(), room.height() - _TITLE)))
        self.restoreGeometry(self._settings.layout("window"))
        self.docks.restore(self._settings.layout("panes"))

    def take(self, found: Dropped) -> None:
        """Open what was dropped or pasted."""
        self.arrivals.receive(found)

    def remember(self) -> None:
        """Keep where everything stands, and how it is drawn, for the next window."""
        self._settings.save_layout("window", self.saveGeometry())
        self._settings.save_layout("panes", self.docks.state())
        self._settings.save_look(self._state.now.look)

    # ------------------------------------------------------------------ Qt's events

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The panes keep their share of the window, as long as nobody has given them another."""
        super().resizeEvent(event)
        self.docks.fit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Only now the panes have sizes that can be told apart from the user's."""
        super().showEvent(event)
        self.docks.fit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Lets in what may hold a file or a picture."""
        # A picture that is dragged out of this window has nothing to do in it.
        if event.source() is not self.stage.stage and may_be_opened(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Opens what is in it, or says why there is nothing to open."""
        try:
            found = dropped(event.mimeData())
        except UserError as error:
            self._session.say(Notice(str(error), "error"))
            return
        event.acceptProposedAction()
        self.take(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """The arrow keys step, wherever the focused control has no use for them itself; Esc stops a running pass."""
        if step := _STEPS.get(Qt.Key(event.key())):
            self._looking.step(step)
        elif event.key() == Qt.Key.Key_Escape:
            self._session.cancel()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Remembers where everything stood."""
        self.remember()
        self.arrivals.sources.feed.stop()
        self.closing.emit()
        super().closeEvent(event)

    def _on_action(self, name: str) -> None:
        notice = self._state.now.notice
        deeds: dict[str, Deed] = {text: deed for deed, text in notice.deeds} if notice else {}
        deed = deeds.get(name)
        if deed is not None:
            self.deed_requested.emit(deed)

    def _on_changed(self, names: frozenset[str]) -> None:
        now = self._state.now
        if "notice" in names:
            if now.notice is None:
                self.messages.clear()
            else:
                names_of_deeds = [text for _, text in now.notice.deeds]
                self.messages.show_message(translated(now.notice.text), now.notice.level, names_of_deeds)
        if names & {"picture", "model"} and now.picture:
            parts = [now.picture.name, translated(now.model.title) if now.model else "", "attnscope"]
            self.setWindowTitle(" – ".join(part for part in parts if part))
        if "album" in names and now.album:
            self.docks.show("pictures")
        if "model" in names:
            self.top.show_model(now.model)
