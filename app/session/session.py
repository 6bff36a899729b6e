"""Turns wishes into numbered requests and answers into state: pictures, passes, and the engine's life."""

import dataclasses
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from ...models.model_request import ModelRequest
from ...models.pictures.images import Picture
from ...widgets.look.sentences import translated
from ..link.engine_client import EngineClient
from ..link.pass_records import pass_info
from ..link.protocol import Message
from ..state.refocusing import alike, elsewhere, fitting
from ..state.remedies import remedies
from ..state.state import Notice, State
from ..state.wishes import Focus
from .asking import Asking
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
        self._asking = Asking(state, client)
        self._reader = PictureReader()
        self._record: int | None = None
        self._coming: Picture | None = None
        self._focus_wish: Focus | None = None
        self._crashes = 0
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._on_deaf)
        self._reader.read.connect(self._on_picture)
        self._reader.failed.connect(self._say_error)
        self.networks.loaded.connect(self._on_loaded)
        self.networks.refused.connect(self._on_refused)
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
        self._on_picture(picture)

    def show_frame(self, picture: Picture) -> None:
        """The same of a frame of a live source, which is shown together with its pass: alone it would flicker."""
        if self.state.now.outcome is None:
            self.show_picture(picture)
            return
        self._reader.forget()
        self._coming = picture
        self._record_picture()

    def look_at(self, focus: Focus) -> None:
        """Look at this once the next pass is there, as far as it has it."""
        self._focus_wish = focus

    def cancel(self) -> None:
        """Stop what runs: a network on its way, or the pass. What does not hear it can be ended with its engine."""
        if self.networks.is_loading:
            self.networks.cancel()
        elif self._record is not None:
            self._client.cancel(self._record)
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

    # ------------------------------------------------------------------ pictures and passes

    def _on_picture(self, picture: Picture) -> None:
        self._coming = None
        notes = self.tr("; ").join(map(translated, picture.notes))
        notice = Notice(self.tr("{0}: {1}.").format(picture.name, notes)) if notes else None
        self.state.update(picture=picture, notice=notice)
        self._record_picture()

    def _record_picture(self) -> None:
        picture = self._coming or self.state.now.picture
        # A network that is on its way records the picture once it is there.
        if picture is None or self.networks.is_loading or self.state.now.activity == "stopped":
            return
        if self._record is not None:
            self._client.cancel(self._record)
        self._record = self._client.send("record", {"image": picture.pixels}, name=picture.name)
        self.state.update(activity="running", progress=self.tr("Running the network …"))

    def _on_loaded(self) -> None:
        self._patience.stop()
        if self.state.now.picture is None:
            self.state.update(activity="idle", progress="")
        else:
            self._record_picture()
        self.pinned.record()

    def _on_refused(self) -> None:
        """The network before goes on, with the newest picture."""
        self._patience.stop()
        now = self.state.now
        if now.model is not None and now.picture is not None and now.pictured is not now.picture:
            self._record_picture()
        elif self._record is None:
            self.state.update(activity="idle", progress="")

    def _on_deaf(self) -> None:
        if self.state.now.activity in ("loading", "running"):
            sentence = self.tr("The network has not heard that it is to stop: wait for it, or end it with its engine.")
            self.say(Notice(sentence, "warning", (("restart", self.tr("Start the engine again")),)))

    # ------------------------------------------------------------------ answers

    def _on_answered(self, message: Message) -> None:
        takers = (self._asking, self.hovering, self.networks, self.pinned)
        if any(one.take(message) for one in takers):
            return
        if self._record is None or message.header.get("id") != self._record:
            return
        self._record = None
        self._patience.stop()
        if message.kind == "recorded":
            self._on_recorded(message)
            return
        self._coming = None
        self.state.update(activity="idle", progress="")
        if message.kind == "failed":
            model = self.state.now.model
            where = (model.device, model.precision) if model else ()
            deeds = remedies(str(message.header.get("code", "")), where=where)
            self.say(Notice(str(message.header["message"]), "error", deeds))

    def _on_recorded(self, message: Message) -> None:
        outcome = pass_info(message.header["pass"])
        self._asking.forget()
        self._crashes = 0
        now = self.state.now
        same = now.outcome is not None and alike(now.outcome, outcome)
        focus = fitting(now.focus, outcome) if same else elsewhere(now.focus)
        if same and now.made_by is not None and now.model is not None and now.made_by.labels != now.model.labels:
            focus = dataclasses.replace(focus, target=None)  # of another list of classes
        if self._focus_wish is not None:
            focus, self._focus_wish = fitting(self._focus_wish, outcome), None
        picture, self._coming = self._coming or now.picture, None
        made = {"outcome": outcome, "picture": picture, "pictured": picture, "made_by": now.model}
        self.state.update(**made, answers={}, focus=focus, activity="idle", progress="")
        if not now.devices:
            # Only now: whoever waits for his picture needs no list of devices.
            self.networks.ask_devices()
        if outcome.notes:
            self.say(Notice(" ".join(map(translated, outcome.notes)), "warning"))

    # ------------------------------------------------------------------ the engine's life

    @property
    def printed(self) -> str:
        """The newest lines that the network, or whatever else runs in the engine, has printed."""
        return self._client.log

    def _forget_engine(self) -> None:
        self._patience.stop()
        for beside in (False, True):
            self._asking.forget(beside)
        for one in (self.networks, self.pinned, self.hovering):
            one.lost()
        self._record = None

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
