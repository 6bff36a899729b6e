"""Takes back changes of what is shown and how, one by one, and does them again."""

import dataclasses
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Signal

from .state import State
from .undo_words import word
from .wishes import Focus, Look

LIMIT = 200
"""Changes that are remembered."""
_TOGETHER = 0.8
"""Seconds within which more of the same is still the same change: a slider that is dragged."""
_GLIDING = {"opacity", "gamma", "clip", "keep", "held", "scale", "discard"}
"""Fields that are changed by dragging."""
_REMEMBERED = ("source", "second", "view", "direction", "combine", "pins", "target", "discard", "channel", "channels")
"""Fields of the focus whose changes can be taken back; stepping to another layer is none."""
_OF_LAYER = {"channel", "channels"}
"""Fields that mean something in their own layer alone."""

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """What differs between before and after; fields that are the same are in none of them."""

    look: tuple[Values, Values] = field(default_factory=lambda: ({}, {}))
    focus: tuple[Values, Values] = field(default_factory=lambda: ({}, {}))
    layer: str = ""
    """The layer that it was made in, where it means something in that one alone."""
    when: float = 0.0

    @property
    def names(self) -> tuple[str, ...]:
        """The fields."""
        return (*self.look[0], *self.focus[0])

    def followed_by(self, later: "Change") -> "Change | None":
        """Both in one, where the later one is more of the same."""
        same = self.names == later.names and set(self.names) <= _GLIDING and self.layer == later.layer
        if not same or later.when - self.when > _TOGETHER:
            return None
        look, focus = (self.look[0], later.look[1]), (self.focus[0], later.focus[1])
        return dataclasses.replace(later, look=look, focus=focus)


class Undo(QObject):
    """Listens to the state; whoever changes a setting need not know of it."""

    changed = Signal()
    """There is more or less to take back."""

    def __init__(self, state: State, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._state, self._clock = state, clock
        self._look, self._focus = state.now.look, state.now.focus
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._busy = False
        state.changed.connect(self._on_changed)

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is something to do again."""
        return bool(self._undone)

    @property
    def undo_text(self) -> str:
        """What would be taken back."""
        return word(self._done[-1].names) if self._done else ""

    @property
    def redo_text(self) -> str:
        """What would be done again."""
        return word(self._undone[-1].names) if self._undone else ""

    def undo(self) -> None:
        """Take back the newest change; one that means nothing in this pass any more is passed over."""
        self._move(self._done, self._undone, 0)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._move(self._undone, self._done, 1)

    def _move(self, source: list[Change], target: list[Change], side: int) -> None:
        while source:
            change = source.pop()
            if self._apply(change, side):
                target.append(change)
                break
        self.changed.emit()

    def _apply(self, change: Change, side: int) -> bool:
        now = self._state.now
        focus = dataclasses.replace(now.focus, **change.focus[side])
        if change.layer:
            titles = [layer.title for layer in now.outcome.layers] if now.outcome else []
            if change.layer not in titles:
                return False
            focus = dataclasses.replace(focus, layer=titles.index(change.layer))
        self._busy = True
        self._state.update(look=dataclasses.replace(now.look, **change.look[side]), focus=focus)
        self._busy = False
        return True

    def _on_changed(self, names: frozenset[str]) -> None:
        if not names & {"look", "focus"}:
            return
        now = self._state.now
        before, self._look, self._focus = (self._look, self._focus), now.look, now.focus
        # What a new pass or another picture brings with it is no wish.
        if self._busy or names & {"outcome", "beside"}:
            return
        change = self._difference(*before)
        if change is not None:
            self._remember(change)

    def _difference(self, look: Look, focus: Focus) -> Change | None:
        looks = _differing(look, self._look)
        focuses = _differing(focus, self._focus)
        stepped = "layer" in focuses[0]
        if not looks[0] and (stepped or not set(_REMEMBERED) & set(focuses[0])):
            return None
        if stepped:
            focuses = ({}, {})
        outcome = self._state.now.outcome
        of_layer = bool(_OF_LAYER & set(focuses[0])) and outcome is not None and bool(outcome.layers)
        layer = outcome.layers[self._focus.layer].title if of_layer and outcome else ""
        return Change(looks, focuses, layer, self._clock())

    def _remember(self, change: Change) -> None:
        joined = self._done[-1].followed_by(change) if self._done and not self._undone else None
        if joined is not None:
            self._done[-1] = joined
        else:
            self._done = [*self._done, change][-LIMIT:]
        self._undone = []
        self.changed.emit()


def _differing(before: Look | Focus, after: Look | Focus) -> tuple[Values, Values]:
    """The fields that differ, as they were and as they are."""
    old, new = ({f.name: getattr(one, f.name) for f in dataclasses.fields(one)} for one in (before, after))
    names = [name for name in old if old[name] != new[name]]
    return {name: old[name] for name in names}, {name: new[name] for name in names}
