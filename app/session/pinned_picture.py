"""The picture that is pinned beside the current one: it has a pass of its own, which stays while others come and go."""

import dataclasses

from PySide6.QtCore import QObject

from ...models.pictures.images import Picture
from ..link.engine_client import EngineClient
from ..link.pass_records import pass_info
from ..link.protocol import Message
from ..state.state import Beside, Notice, State


class PinnedPicture(QObject):
    """Pins a picture, records it, and records it again when another network has come."""

    def __init__(self, state: State, client: EngineClient) -> None:
        super().__init__()
        self._state, self._client = state, client
        self._record: int | None = None
        state.changed.connect(self._on_changed)

    def pin(self, picture: Picture | None = None) -> None:
        """Pin a picture, the current one unless told otherwise, and show it in the second pane."""
        chosen = picture or self._state.now.pictured
        if chosen is None:
            self._state.update(notice=Notice(self.tr("There is no picture to pin yet: drop one first."), "warning"))
            return
        focus = dataclasses.replace(self._state.now.focus, view="picture")
        if focus.second not in ("beside", "difference"):
            focus = dataclasses.replace(focus, second="beside")
        self._state.update(beside=Beside(chosen), focus=focus)
        self.record()

    def unpin(self) -> None:
        """Take it away again, and the pane with it."""
        self.lost()
        self._client.send("forget_beside")
        focus = self._state.now.focus
        if focus.second in ("beside", "difference"):
            focus = dataclasses.replace(focus, second="")
        self._state.update(beside=None, focus=focus)

    def record(self) -> None:
        """Record it with the network that is loaded now; where nothing is pinned, there is nothing to do."""
        beside = self._state.now.beside
        if beside is None or self._state.now.model is None:
            return
        if self._record is not None:
            self._client.cancel(self._record)
        self._state.update(beside=Beside(beside.picture))
        picture = beside.picture
        self._record = self._client.send("record", {"image": picture.pixels}, name=picture.name, beside=True)

    def lost(self) -> None:
        """Nothing that was asked is answered any more."""
        if self._record is not None:
            self._client.cancel(self._record)
        self._record = None

    def take(self, message: Message) -> bool:
        """Take an answer if it is to a question of ours; returns whether it was."""
        if self._record is None or message.header.get("id") != self._record:
            return False
        self._record = None
        beside = self._state.now.beside
        if message.kind == "recorded" and beside is not None:
            self._state.update(beside=Beside(beside.picture, pass_info(message.header["pass"])))
        elif message.kind == "failed":
            self._state.update(notice=Notice(str(message.header["message"]), "error"))
        return True

    def _on_changed(self, names: frozenset[str]) -> None:
        """Whoever wishes to compare with a pinned picture, and has none, pins the current one."""
        now = self._state.now
        wished = now.focus.second in ("beside", "difference")
        if names & {"focus", "pictured"} and wished and now.beside is None and now.pictured is not None:
            self.pin()
