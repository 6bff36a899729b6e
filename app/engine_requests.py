"""What the engine does for the window: loads networks, records pictures, and answers about the newest pass."""

import dataclasses
from collections.abc import Callable
from time import perf_counter
from typing import Any

from ..models.devices.devices import free_memory
from ..models.errors import UserError
from ..models.model_request import ModelRequest
from ..models.progress import Cancelled, Progress, quietly
from ..models.recording.passes import Pass, record_picture
from ..models.weights.layer import Layer
from ..models.weights.trace import Trace
from ..models.zoo.labels import labels_for
from ..models.zoo.loaded import Loaded, describe
from ..models.zoo.registry import load_requested
from .layer_answers import answer
from .network_answers import answers
from .pass_records import as_json
from .protocol import Array, Message

Interrupt = Callable[[], bool]


class Requests:
    """Holds the network and the newest finished pass; what fails leaves both as they were."""

    def __init__(self) -> None:
        self._loaded: Loaded | None = None
        self._request = ModelRequest()
        self._pass: Pass | None = None
        self._pass_id = 0

    def answer(self, request: Message, interrupt: Interrupt | None = None, progress: Progress = quietly) -> Message:
        """The answer: of the request's own kind in the past, or `cancelled`, or `stale`.

        `progress` hears how far a network is that is being loaded.

        **Raises** UserError, and whatever a user's network raises.
        """
        fields = {key: value for key, value in request.header.items() if key not in ("kind", "id")}
        try:
            kind, told, arrays = self._answer(request, fields, interrupt, progress)
        except Cancelled:
            kind, told, arrays = "cancelled", {}, {}
        return Message({"kind": kind, "id": request.id, **told}, arrays)

    @property
    def trace(self) -> Trace:
        """The newest finished pass.

        **Raises** UserError before there is one.
        """
        if self._pass is None:
            raise UserError("Nothing has been recorded yet: open a picture first.")
        return self._pass.trace

    def free_memory(self) -> None:
        """After memory ran out: give back what was taken for nothing."""
        if self._loaded is not None:
            free_memory(self._loaded.device)

    def _answer(
        self, request: Message, fields: dict[str, Any], interrupt: Interrupt | None, progress: Progress
    ) -> tuple[str, dict[str, Any], dict[str, Array]]:
        if request.kind == "load":
            return "loaded", self._load(fields, progress), {}
        if request.kind == "record":
            return "recorded", self._record(request, interrupt), {}
        if (about := answers(request.kind)) is not None:
            return request.kind, about(fields, self._loaded), {}
        if fields.pop("pass", self._pass_id) != self._pass_id:
            return "stale", {}, {}
        told, arrays = answer(self._layer(fields), request.kind, fields)
        if request.kind == "feature" and self._pass:
            # A feature map covers the whole input, whatever its layer's strides and borders are.
            told["extent"] = [0.0, 0.0, *map(float, self._pass.info.input_size)]
        return request.kind, {"layer": fields["layer"], **told}, dict(arrays)

    def _load(self, fields: dict[str, Any], progress: Progress) -> dict[str, Any]:
        begin = perf_counter()
        request = ModelRequest.from_json(fields)
        loaded = self._changed(request) or load_requested(request, progress)
        told = as_json(describe(loaded))
        self._loaded, self._request = loaded, request
        return {"model": told, "milliseconds": (perf_counter() - begin) * 1000}

    def _changed(self, request: ModelRequest) -> Loaded | None:
        """The network that is here, where all that is wished of it is other bits or other names."""
        before = self._request
        plainly = dataclasses.replace(request, precision=before.precision, labels=before.labels)
        # The same wish again means: load it again, the code may have been edited.
        if self._loaded is None or plainly != before or request == before:
            return None
        if request.labels is None and before.labels is not None:
            return None  # only its source knows its own names
        labels = labels_for(request.labels, self._loaded.labels)
        return dataclasses.replace(self._loaded, precision=request.precision, labels=labels)

    def _record(self, request: Message, interrupt: Interrupt | None) -> dict[str, Any]:
        if self._loaded is None:
            raise UserError("No network is loaded yet: load one first.")
        if "image" not in request.arrays:
            raise UserError("There is no picture to record: open one first.")
        newest = record_picture(self._loaded, request.arrays["image"], interrupt)
        if self._pass is not None:
            self._pass.trace.close()
        self._pass = newest
        self._pass_id = request.id
        return {"pass": as_json(self._pass.info)}

    def _layer(self, fields: dict[str, Any]) -> Layer:
        layers, index = self.trace.layers, fields.get("layer")
        if not isinstance(index, int) or not 0 <= index < len(layers):
            raise UserError(f"There is no layer {index}: this pass has {len(layers)}.")
        return layers[index]
