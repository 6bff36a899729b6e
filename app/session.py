"""Turns wishes into numbered requests and answers into state: pictures, networks, passes, and the engine's life."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from ..models.records import PassInfo
from .asking import Asking
from .engine_client import EngineClient
from .pass_records import model_info, pass_info
from .picture_reader import PictureReader
from .protocol import Message
from .state import Focus, Notice, State


class Session(QObject):
    """What the user can wish for. Widgets and panels call it; it alone talks to the engine."""

    def __init__(self, state: State, client: EngineClient, model: dict[str, Any]) -> None:
        super().__init__()
        self.state = state
        self._client = client
        self._asking = Asking(state, client)
        self._reader = PictureReader()
        self._model = model
        self._load: int | None = None
        self._record: int | None = None
        self._crashes = 0
        self._reader.read.connect(self._on_picture)
        self._reader.failed.connect(self._say_error)
        client.answered.connect(self._on_answered)
        client.failed.connect(self._on_engine_failed)

    def start(self) -> None:
        """Load the network; called once, and again after the engine was started anew."""
        self.load(self._model)

    def load(self, model: dict[str, Any]) -> None:
        """Load another network, or the same on another device. What is on screen stays until it has come."""
        self._model = model
        self.state.update(activity="loading", progress=self.tr("Loading {0} …").format(model["model"]))
        self._load = self._client.send("load", **model)
        self._record_picture()

    @property
    def model(self) -> dict[str, Any]:
        """What was asked to be loaded last."""
        return dict(self._model)

    def open(self, source: Path | bytes, name: str = "") -> None:
        """Read a picture, off the window's thread; the newest wish wins."""
        self._reader.request(source, name)

    def cancel(self) -> None:
        """Stop the running pass."""
        if self._record is not None:
            self._client.cancel(self._record)

    def restart(self) -> None:
        """Start the engine anew, load the network and record the picture again."""
        self._asking.forget()
        self.state.update(activity="starting", progress=self.tr("Starting the engine …"), notice=None)
        self._client.restart()
        self.start()

    def say(self, notice: Notice | None) -> None:
        """Show one sentence, or take it away."""
        self.state.update(notice=notice)

    # ------------------------------------------------------------------ answers

    def _on_picture(self, picture: object) -> None:
        notes = getattr(picture, "notes", ())
        notice = Notice(f"{getattr(picture, 'name', '')}: {'; '.join(notes)}.") if notes else None
        self.state.update(picture=picture, notice=notice)
        self._record_picture()

    def _record_picture(self) -> None:
        picture = self.state.now.picture
        if picture is None or self.state.now.activity == "stopped":
            return
        self.cancel()
        self._record = self._client.send("record", {"image": picture.pixels}, name=picture.name)
        if self.state.now.activity == "idle":
            self.state.update(activity="running", progress=self.tr("Running the network …"))

    def _on_answered(self, message: Message) -> None:
        if self._asking.take(message):
            return
        match message.header["kind"], message.header.get("id"):
            case "progress", _:
                self.state.update(progress=str(message.header["text"]))
            case "loaded", self._load:
                self._on_loaded(message)
            case "recorded", self._record:
                self._on_recorded(message)
            case "failed", (self._load | self._record):
                self._on_failed(message)
            case "cancelled", self._record:
                self._record = None
                self.state.update(activity="idle", progress="")
            case _:
                return

    def _on_loaded(self, message: Message) -> None:
        self._load = None
        waiting = self._record is not None
        self.state.update(
            model=model_info(message.header["model"]),
            activity="running" if waiting else "idle",
            progress=self.tr("Running the network …") if waiting else "",
        )

    def _on_recorded(self, message: Message) -> None:
        outcome = pass_info(message.header["pass"])
        self._asking.forget()
        self._record = None
        self._crashes = 0
        now = self.state.now
        focus = now.focus if now.outcome is not None and _alike(now.outcome, outcome) else Focus()
        self.state.update(outcome=outcome, pictured=now.picture, answers={}, activity="idle", progress="", focus=focus)
        if outcome.notes:
            self.say(Notice(" ".join(outcome.notes), "warning"))

    def _on_failed(self, message: Message) -> None:
        if message.header.get("id") == self._load:
            self._load = None
        else:
            self._record = None
        self.state.update(activity="idle", progress="")
        self._say_error(str(message.header["message"]))

    def _on_engine_failed(self, reason: str) -> None:
        """Started again by itself once; a second time in a row only when the user asks."""
        self._crashes += 1
        self._load = self._record = None
        self.state.update(activity="stopped", progress="")
        if self._crashes > 1:
            self.say(Notice(reason, "error", self.tr("Start the engine again")))
            return
        self.restart()
        self.say(Notice(self.tr("{0} It was started again.").format(reason), "warning"))

    def _say_error(self, sentence: str) -> None:
        self.say(Notice(sentence, "error"))


def _alike(before: PassInfo, after: PassInfo) -> bool:
    """Whether what was looked at in one pass is there in the other too."""
    names = [[layer.title for layer in one.layers] for one in (before, after)]
    return names[0] == names[1] and before.input_size == after.input_size
