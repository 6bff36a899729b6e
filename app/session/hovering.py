"""Asks for the row of the query under the pointer while it moves: the newest wins, at most one for each frame."""

from PySide6.QtCore import QObject, QTimer

from ..link.engine_client import EngineClient
from ..link.protocol import Message
from ..state.state import Answer, State
from ..state.wishes import Question

_FRAME_MS = 16


class Hovering(QObject):
    """Keeps `state.now.hovered` in step with the pointer. What is overtaken before it was sent is never asked."""

    def __init__(self, state: State, client: EngineClient) -> None:
        super().__init__()
        self._state, self._client = state, client
        self._wish: Question | None = None
        self._asked: tuple[int, Question] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_FRAME_MS)
        self._pause.timeout.connect(self._send)
        state.changed.connect(self._on_changed)

    def over(self, place: tuple[int, int] | None) -> None:
        """The pointer is over this (row, column) of the network's input; None: over none."""
        wish = None if place is None else self._question(place)
        if wish is None:
            self._wish = None
            self._state.update(hovered=None)
        elif wish != self._wish:
            self._wish = wish
            if self._asked is None and not self._pause.isActive():
                self._send()

    def lost(self) -> None:
        """Nothing that was asked is answered any more."""
        self._asked = self._wish = None

    def take(self, message: Message) -> bool:
        """Take an answer if it is to a question of ours; returns whether it was."""
        if self._asked is None or message.header.get("id") != self._asked[0]:
            return False
        question = self._asked[1]
        self._asked = None
        if message.kind == "map" and self._wish is not None:
            self._state.update(hovered=Answer(question, message))
        if self._wish not in (None, question):
            self._pause.start()
        return True

    def _question(self, place: tuple[int, int]) -> Question | None:
        now = self._state.now
        if not now.look.live or now.activity != "idle" or now.outcome is None or not now.outcome.layers:
            return None
        layer, focus = now.outcome.layers[now.focus.layer], now.focus
        if layer.kind != "heads" or not layer.places or focus.source != "weights" or focus.view != "picture":
            return None
        return Question(
            "map", focus.layer, head=focus.head, query=place, combine=focus.combine, direction=focus.direction
        )

    def _send(self) -> None:
        if self._wish is not None and self._asked is None and self._state.now.activity == "idle":
            question = self._wish
            self._asked = self._client.send(question.kind, **question.fields()), question

    def _on_changed(self, names: frozenset[str]) -> None:
        """What was under the pointer belongs to what was looked at."""
        if names & {"focus", "outcome", "picture"} or ("look" in names and not self._state.now.look.live):
            self._wish = None
            self._state.update(hovered=None)
