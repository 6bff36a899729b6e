"""Turns wishes into numbered requests and answers into state: pictures, passes, and the engine's life."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from ...models.model_request import ModelRequest
from ...models.pictures.images import Picture
from ...widgets.look.sentences import translated
from ..link.engine_client import EngineClient
from ..link.protocol import Message
from ..state.state import Notice, State
from ..state.wishes import Focus
from .asking import Asking
from .current_picture import CurrentPicture
from .hovering import Hovering
from .networks import Networks
from .picture_reader import PictureReader
from .pinned_picture import PinnedPicture

PATIENCE_MS = 4000
"""How long a network may take to hear that it is to stop."""


class Session(QObject):
    """What the user can wish for. Widgets and panels call it; with its `networks`, it alone talks to the engine."""

    def __init__(self, state: State, client: EngineClient, request: ModelRequest) -> None:
        super().__init__()
        self.state = state
        self.networks = Networks(state, client, request)
        self._client = client
        self.pinned = PinnedPicture(state, client)
        self.hovering = Hovering(state, client)
        self._current = CurrentPicture(state, client, lambda: self.networks.is_loading)
        self._asking = Asking(state, client)
        self._askers = (self.hovering, self.networks, self.pinned, self._current)
        self._reader = PictureReader()
        self._crashes = 0
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._on_deaf)
        self._reader.read.connect(self._current.show)
        self._reader.failed.connect(self._say_error)
        self.networks.loaded.connect(self._on_loaded)
        self.networks.refused.connect(self._on_refused)
        self._current.ended.connect(self._patience.stop)
        self._current.recorded.connect(self._on_recorded)
        client.answered.connect(self._on_answered)
        client.failed.connect(self._on_engine_failed)
        client.waiting.connect(lambda sentence: self.say(Notice(sentence, "warning")))
        client.started.connect(self._on_greeted)

    def start(self) -> None:
        """Load the network; called once, and again after the engine was started anew."""
        self.networks.start()

    def open(self, source: Path | bytes, name: str = "") -> None:
        """Read a picture, off the window's thread; the newest wish wins."""
        self._reader.request(source, name)

    def show_picture(self, picture: Picture) -> None:
        """Show a picture that is there already, such as a frame of a film, and record it."""
        self._reader.forget()
        self._current.show(picture)

    def show_frame(self, picture: Picture) -> None:
        """The same of a frame of a live source, which is shown together with its pass: alone it would flicker."""
        if self.state.now.outcome is None:
            self.show_picture(picture)
            return
        self._reader.forget()
        self._current.show_with_pass(picture)

    def look_at(self, focus: Focus) -> None:
        """Look at this once the next pass is there, as far as it has it."""
        self._current.look_at(focus)

    def cancel(self) -> None:
        """Stop what runs: a network on its way, or the pass. What does not hear it can be ended with its engine."""
        if self.networks.is_loading:
            self.networks.cancel()
        elif self._current.is_running:
            self._current.cancel()
        elif not self._asking.cancel():
            return
        self._patience.start()

    def restart(self) -> None:
        """Start the engine anew, load the network and record the picture again."""
        self._forget_engine()
        self.state.update(activity="starting", progress=self.tr("Starting the engine …"), notice=None)
        self._client.restart()
        self.start()

    @property
    def is_remote(self) -> bool:
        """Whether the engine runs at another place, with files of its own."""
        return self._client.remote

    @property
    def place(self) -> str:
        """Where the engine runs."""
        return translated(self._client.place)

    def say(self, notice: Notice | None) -> None:
        """Show one sentence, or take it away."""
        self.state.update(notice=notice)

    # ------------------------------------------------------------------ what happens

    def _on_loaded(self) -> None:
        self._patience.stop()
        if self.state.now.picture is None:
            self.state.update(activity="idle", progress="")
        self._current.record()
        self.pinned.record()

    def _on_refused(self) -> None:
        """The network before goes on, with the newest picture."""
        self._patience.stop()
        now = self.state.now
        if now.model is not None and now.picture is not None and now.pictured is not now.picture:
            self._current.record()
        elif not self._current.is_running:
            self.state.update(activity="idle", progress="")

    def _on_deaf(self) -> None:
        if self.state.now.activity in ("loading", "running"):
            sentence = self.tr("The network has not heard that it is to stop: wait for it, or end it with its engine.")
            self.say(Notice(sentence, "warning", (("restart", self.tr("Start the engine again")),)))

    def _on_answered(self, message: Message) -> None:
        any(one.take(message) for one in (self._asking, *self._askers))

    def _on_recorded(self) -> None:
        self._crashes = 0
        if not self.state.now.devices:
            # Only now: whoever waits for his picture needs no list of devices.
            self.networks.ask_devices()

    # ------------------------------------------------------------------ the engine's life

    @property
    def printed(self) -> str:
        """The newest lines that the network, or whatever else runs in the engine, has printed."""
        return self._client.log

    def _forget_engine(self) -> None:
        self._patience.stop()
        for beside in (False, True):
            self._asking.forget(beside)
        for one in self._askers:
            one.lost()

    def _on_greeted(self) -> None:
        """It was slow, but there it is."""
        if self.state.now.notice and self.state.now.notice.level == "warning" and self.is_remote:
            self.say(None)

    def _on_engine_failed(self, reason: str) -> None:
        """Started again by itself once; a second time in a row only when the user asks."""
        self._crashes += 1
        self._forget_engine()
        self.state.update(activity="stopped", progress="", amount=(0, 0))
        if self._crashes > 1 or self._client.remote:
            again = self.tr("Connect again") if self._client.remote else self.tr("Start the engine again")
            self.say(Notice(reason, "error", (("restart", again),)))
            return
        self.restart()
        self.say(Notice(self.tr("{0} It was started again.").format(translated(reason)), "warning"))

    def _say_error(self, sentence: str) -> None:
        self.say(Notice(sentence, "error"))
