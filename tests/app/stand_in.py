"""An engine that answers only when the test says so."""

from typing import Any

import numpy as np
from attnscope.app.link.protocol import Message
from attnscope.models.model_request import ModelRequest
from PySide6.QtCore import QObject, Signal

TOUR = ModelRequest()
MODEL = {
    "spec": "tour",
    "title": "tour",
    "labels": ["star", "ring"],
    "parameters": 7,
    "input_size": [20, 20],
    "device": "cpu",
    "precision": "float32",
    "random_weights": False,
    "preprocess_guessed": False,
}


def layer(name: str, kind: str, shape: list[int], **more: Any) -> dict[str, Any]:
    return {"name": name, "call": 0, "kind": kind, "shape": shape, "source": "sigmoid", "places": None} | more


LAYERS = [
    layer("gate", "channel", [1, 5]),
    layer("place", "spatial", [1, 2, 2], places=[2, 2]),
    layer("attn", "heads", [1, 3, 5, 5], heads=3, queries=5, keys=5, prefix=1, places=[2, 2]),
]


def outcome(layers: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    return {
        "layers": LAYERS if layers is None else layers,
        "missed": [],
        "predictions": [{"label": "star", "probability": 0.9}],
        "affine": {"left": 0.0, "top": 0.0, "across": 1.0, "down": 1.0},
        "input_size": [20, 20],
        "milliseconds": {"forward": 3.0},
        "bytes": 0,
        "notes": [],
    }


class StandInClient(QObject):
    """Takes requests as `EngineClient` does; `sent` holds what was not yet answered."""

    answered = Signal(object)
    started = Signal()
    failed = Signal(str)
    waiting = Signal(str)
    remote = False
    place = "this computer"
    log = ""

    def __init__(self) -> None:
        super().__init__()
        self.sent: dict[int, dict[str, Any]] = {}
        self.cancelled: list[int] = []
        self.restarts = 0
        self._number = 0

    def send(self, kind: str, arrays: Any = None, **fields: Any) -> int:
        self._number += 1
        self.sent[self._number] = {"kind": kind, "arrays": arrays or {}} | fields
        return self._number

    def cancel(self, number: int) -> None:
        self.cancelled.append(number)

    def restart(self) -> None:
        self.restarts += 1
        self.sent.clear()

    def stop(self) -> None:
        self.sent.clear()

    def asked(self, kind: str) -> list[int]:
        return [number for number, request in self.sent.items() if request["kind"] == kind]

    def answer(self, number: int, kind: str, arrays: dict[str, np.ndarray] | None = None, **fields: Any) -> None:
        self.sent.pop(number)
        self.answered.emit(Message({"kind": kind, "id": number} | fields, arrays or {}))

    def answer_newest(self, kind: str, reply: str, **fields: Any) -> None:
        self.answer(self.asked(kind)[-1], reply, **fields)

    def load_and_record(self, layers: list[dict[str, Any]] | None = None) -> None:
        """Answer the newest load and the newest record."""
        self.answer_newest("load", "loaded", model=MODEL)
        self.answer_newest("record", "recorded", **{"pass": outcome(layers)})
