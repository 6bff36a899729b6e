"""The picture that is looked at: shown, recorded, and its pass made the one that everything else is asked about."""

import dataclasses
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ...models.pictures.images import Picture
from ...models.records import PassInfo
from ...widgets.look.sentences import translated
from ..link.engine_client import EngineClient
from ..link.pass_records import pass_info
from ..link.protocol import Message
from ..state.refocusing import alike, elsewhere, fitting
from ..state.remedies import remedies
from ..state.state import Notice, State
from ..state.wishes import Focus


class CurrentPicture(QObject):
    """Records a picture as soon as there is a network for it; the newest one wins."""

    recorded = Signal()
    """Its pass is in the state."""
    ended = Signal()
    """The pass is over: recorded, failed or stopped."""

    def __init__(self, state: State, client: EngineClient, is_loading: Callable[[], bool]) -> None:
        """`is_loading`: whether a network is on its way, which will record the picture once it is there."""
        super().__init__()
        self._state, self._client, self._is_loading = state, client, is_loading
        self._record: int | None = None
        self._coming: Picture | None = None
        self._focus_wish: Focus | None = None

    @property
    def is_running(self) -> bool:
        """Whether its pass is on its way."""
        return self._record is not None

    def show(self, picture: Picture) -> None:
        """Show a picture at once, and record it."""
        self._coming = None
        notes = self.tr("; ").join(map(translated, picture.notes))
        notice = Notice(self.tr("{0}: {1}.").format(picture.name, notes)) if notes else None
        self._state.update(picture=picture, notice=notice)
        self.record()

    def show_with_pass(self, picture: Picture) -> None:
        """Record a picture, and show it together with its pass."""
        self._coming = picture
        self.record()

    def look_at(self, focus: Focus) -> None:
        """Look at this once the next pass is there, as far as it has it."""
        self._focus_wish = focus

    def record(self) -> None:
        """Record the newest picture with the network that is loaded now; nothing where there is no picture yet."""
        picture = self._coming or self._state.now.picture
        if picture is None or self._is_loading() or self._state.now.activity == "stopped":
            return
        self.cancel()
        self._record = self._client.send("record", {"image": picture.pixels}, name=picture.name)
        self._state.update(activity="running", progress=self.tr("Running the network …"))

    def cancel(self) -> None:
        """Stop the pass that is on its way."""
        if self._record is not None:
            self._client.cancel(self._record)

    def lost(self) -> None:
        """Nothing that was asked is answered any more."""
        self._record = None

    def take(self, message: Message) -> bool:
        """Take an answer if it is to a question of ours; returns whether it was."""
        if self._record is None or message.header.get("id") != self._record:
            return False
        self._record = None
        self.ended.emit()
        if message.kind == "recorded":
            self._on_recorded(message)
            return True
        self._coming = None
        self._state.update(activity="idle", progress="")
        if message.kind == "failed":
            model = self._state.now.model
            where = (model.device, model.precision) if model else ()
            deeds = remedies(str(message.header.get("code", "")), where=where)
            self._state.update(notice=Notice(str(message.header["message"]), "error", deeds))
        return True

    def _on_recorded(self, message: Message) -> None:
        outcome, now = pass_info(message.header["pass"]), self._state.now
        picture, self._coming = self._coming or now.picture, None
        focus = self._focus(outcome)
        made = {"outcome": outcome, "picture": picture, "pictured": picture, "made_by": now.model}
        self._state.update(**made, answers={}, focus=focus, activity="idle", progress="")
        self.recorded.emit()
        if outcome.notes:
            self._state.update(notice=Notice(" ".join(map(translated, outcome.notes)), "warning"))

    def _focus(self, outcome: PassInfo) -> Focus:
        """What is looked at in the new pass: what was wished for it, else as much as there is of what was looked at."""
        now = self._state.now
        if self._focus_wish is not None:
            wish, self._focus_wish = self._focus_wish, None
            return fitting(wish, outcome)
        if now.outcome is None or not alike(now.outcome, outcome):
            return elsewhere(now.focus)
        focus = fitting(now.focus, outcome)
        if now.made_by is not None and now.model is not None and now.made_by.labels != now.model.labels:
            return dataclasses.replace(focus, target=None)  # of another list of classes
        return focus
