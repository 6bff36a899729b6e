"""Frames of a live source through the network: the newest one whenever it has time, and how fast that goes."""

import time
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from ...models.pictures.images import Picture
from ..state.questions import questions
from ..state.state import State
from .live_source import LiveSource

_PATIENCE_MS = 200
"""How long the next frame waits for what is shown of the one before: some answers are slow, some never come."""
_SPAN = 2.0
"""Seconds over which frames are counted."""


class LiveFeed(QObject):
    """Hands over a frame as soon as the one before is on screen with its map; frames in between are left out."""

    def __init__(self, state: State, show: Callable[[Picture], object], say: Callable[[str], object]) -> None:
        super().__init__()
        self._state, self._show, self._say = state, show, say
        self._source: LiveSource | None = None
        self._asked = False
        self._frame: Picture | None = None
        """The frame that was handed over last."""
        self._shown: deque[float] = deque()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._ask)
        state.changed.connect(self._on_changed)

    @property
    def source(self) -> LiveSource | None:
        """What runs now."""
        return self._source

    def start(self, source: LiveSource) -> None:
        """Show what comes from this source from now on."""
        self.stop()
        self._source = source
        source.framed.connect(self._on_framed)
        source.said.connect(self._on_said)
        self._state.update(live=source.title)
        source.start()
        self._ask()

    def stop(self) -> None:
        """Stay at the frame that is on screen."""
        source, self._source = self._source, None
        self._asked, self._frame = False, None
        self._patience.stop()
        self._shown.clear()
        if source is not None:
            source.framed.disconnect(self._on_framed)
            source.said.disconnect(self._on_said)
            source.stop()
            self._state.update(live="")

    def _ask(self) -> None:
        self._patience.stop()
        if self._source is not None and not self._asked and self._state.now.activity == "idle":
            self._asked = True
            self._source.ask()

    def _on_framed(self, picture: Picture) -> None:
        self._asked, self._frame = False, picture
        self._show(picture)

    def _on_said(self, sentence: str) -> None:
        self.stop()
        if sentence:
            self._say(sentence)

    def _on_changed(self, names: frozenset[str]) -> None:
        if self._source is None:
            return
        if self._is_over(names):
            self.stop()
            return
        if "pictured" in names:
            self._count()
        if self._state.now.activity == "idle" and names & {"activity", "answers", "outcome"}:
            if self._is_complete():
                self._ask()
            elif not self._patience.isActive():
                self._patience.start()

    def _is_over(self, names: frozenset[str]) -> bool:
        """Another picture was opened, the engine is gone, or the pass of a frame failed or was stopped by the user."""
        now = self._state.now
        if now.activity == "stopped" or ("picture" in names and now.picture is not self._frame):
            return True
        ended = "activity" in names and now.activity == "idle" and self._frame is not None
        return ended and now.pictured is not self._frame

    def _is_complete(self) -> bool:
        """Whether everything is there that is on screen; previews and what is asked ahead are not waited for."""
        now = self._state.now
        if now.outcome is None or not now.outcome.layers or now.pictured is not now.picture:
            return True
        wanted = questions(now.outcome, now.focus, now.look)
        return all(slot in now.answers for slot in wanted if ":" not in slot)

    def _count(self) -> None:
        assert self._source is not None
        now = time.monotonic()
        self._shown.append(now)
        while now - self._shown[0] > _SPAN:
            self._shown.popleft()
        if len(self._shown) > 1:
            rate = (len(self._shown) - 1) / (now - self._shown[0])
            shown = f"{rate:.0f}" if rate >= 10 else f"{rate:.1f}"
            self._state.update(live=self.tr("{0} · {1} frames/s").format(self._source.title, shown))
