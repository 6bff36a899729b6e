"""The one state of the window: frozen answers and wishes, and a signal that says what changed."""

from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Literal

import numpy as np
from PySide6.QtCore import QObject, Signal

from ...models.offers import Misfit, Offer
from ...models.pictures.images import Picture
from ...models.records import ModelInfo, PassInfo
from ..link.protocol import Message
from .wishes import Focus, Look, Question

Activity = Literal["starting", "loading", "running", "idle", "stopped"]
"""What the engine is doing."""

Remedy = Literal[
    "restart", "trust", "differences", "prepare", "here", "skip_head", "download", "cpu", "half", "smaller"
]
"""What helps where a network or a pass failed."""

Deed = Literal[Remedy, "restore", "discard", "fetch"]
"""What a button in a notice does."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence for the user, and buttons with what helps."""

    text: str
    level: Literal["info", "warning", "error"] = "info"
    deeds: tuple[tuple[Deed, str], ...] = ()
    """What each button does, and what stands on it."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """A load or a pass that failed, in a way that the user can go on from."""

    misfit: Misfit | None = None
    """How the checkpoint differs from the network; None where something else was wrong."""
    question: str = ""
    """The file that was asked about, where that failed; "" where it was a load."""


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """The engine's answer to a question."""

    question: Question
    message: Message

    @property
    def error(self) -> float:
        """How far the recorded weights are from what the network computed; NaN where that is no number."""
        error = self.message.header["error"]
        return float("nan") if error is None else float(error)

    def array(self, name: str = "values") -> np.ndarray:
        """One of the answer's arrays."""
        return self.message.arrays[name]


@dataclass(frozen=True, slots=True, eq=False)
class Beside:
    """A picture that is pinned beside the current one, and its pass once it is there."""

    picture: Picture
    outcome: PassInfo | None = None


@dataclass(slots=True)
class Fields:
    """What the state holds; replaced, never changed in place."""

    picture: Picture | None = None
    model: ModelInfo | None = None
    outcome: PassInfo | None = None
    """The newest finished pass."""
    pictured: Picture | None = None
    """The picture that the newest finished pass was made of."""
    beside: Beside | None = None
    """The picture that is pinned beside the current one."""
    album: tuple[Path, ...] = ()
    """The pictures to go through; empty where one came alone."""
    live: str = ""
    """What the picture comes from, and how fast, where it is a live one: "camera · 24 frames/s"."""
    hovered: Answer | None = None
    """The map of the query under the pointer, while it is shown."""
    made_by: ModelInfo | None = None
    """The network of the newest finished pass; another one may be loaded that has not finished any yet."""
    activity: Activity = "starting"
    progress: str = ""
    amount: tuple[int, int] = (0, 0)
    """Bytes that are done, and of how many; 0 of 0 where nobody knows."""
    working: tuple[str, int, int] = ("", 0, 0)
    """What the engine works out that takes long, how many steps are done, and of how many; "" for nothing."""
    offers: tuple[Offer, ...] = ()
    """The networks that can be loaded; empty until they were asked for."""
    offline: str = ""
    """Why nothing can be downloaded where the engine runs; "" where it may be tried."""
    devices: tuple[tuple[str, str], ...] = ()
    """(name, what it is) of every device where the engine runs."""
    trouble: Trouble | None = None
    notice: Notice | None = None
    look: Look = field(default_factory=Look)
    focus: Focus = field(default_factory=Focus)
    answers: dict[str, Answer] = field(default_factory=dict)
    """The newest answer of each slot; see `questions`."""
    refused: dict[str, str] = field(default_factory=dict)
    """Slots that get no answer, and why; "" where the user stopped it."""


class State(QObject):
    """Holds `Fields`; `changed` carries the names of those that differ from before."""

    changed = Signal(object)

    def __init__(self, look: Look | None = None) -> None:
        super().__init__()
        self._fields = Fields(look=look or Look())

    @property
    def now(self) -> Fields:
        """What holds now; not to be changed but through `update`."""
        return self._fields

    def update(self, **fields: object) -> None:
        """Replace fields and say which of them differ."""
        names = frozenset(name for name, value in fields.items() if not _same(getattr(self._fields, name), value))
        for name in names:
            setattr(self._fields, name, fields[name])
        if names:
            self.changed.emit(names)

    def retell(self) -> None:
        """Say it all once more, for those who have come since."""
        self.changed.emit(frozenset(field.name for field in fields(Fields)))


def _same(old: object, new: object) -> bool:
    """Whether nothing would be seen to change: the same object, or equal plain values."""
    return old is new or (isinstance(new, (Look, Focus, Notice, str, tuple)) and old == new)
