"""What the engine does for the window: loads networks, records pictures, and answers about the passes it holds."""

import dataclasses
from collections.abc import Callable
from time import perf_counter
from typing import Any

from ...models.devices.devices import free_memory
from ...models.errors import UserError
from ...models.model_request import ModelRequest
from ...models.progress import Cancelled, Progress, quietly
from ...models.recording.passes import record_picture
from ...models.weights.trace import Trace
from ...models.zoo.labels import labels_for
from ...models.zoo.loaded import Loaded, describe
from ...models.zoo.registry import load_requested
from ..link.pass_records import as_json
from ..link.protocol import Array, Message
from . import attribution_answers, whole_answers
from .kept_passes import KeptPass, KeptPasses, Which
from .layer_answers import Answer, answer
from .network_answers import answers

Interrupt = Callable[[], bool]

_WHOLE_INPUT = frozenset({"feature", "features", "energy"})
"""Answers that cover the whole input, whatever their layer's strides and borders are, unless they say otherwise."""


class Requests:
    """Holds the network, the newest finished pass and the pinned picture's; what fails leaves them as they were."""

    def __init__(self) -> None:
        self._loaded: Loaded | None = None
        self._request = ModelRequest()
        self._passes = KeptPasses()

    def answer(self, request: Message, interrupt: Interrupt | None = None, progress: Progress = quietly) -> Message:
        """The answer: of the request's own kind in the past, or `cancelled`, or `stale`.

        `progress` hears how far work is that takes long: a network that is being loaded, an attribution.

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
        return self._passes.asked("").trace

    def free_memory(self) -> None:
        """After memory ran out: give back what was taken for nothing."""
        self._passes.spare()
        if self._loaded is not None:
            free_memory(self._loaded.device)

    def _answer(
        self, request: Message, fields: dict[str, Any], interrupt: Interrupt | None, progress: Progress
    ) -> tuple[str, dict[str, Any], dict[str, Array]]:
        if request.kind == "load":
            return "loaded", self._load(fields, progress), {}
        if request.kind == "record":
            return "recorded", self._record(request, interrupt), {}
        if request.kind == "forget_beside":
            self._passes.forget("beside")
            return request.kind, {}, {}
        if (about := answers(request.kind)) is not None:
            return request.kind, about(fields, self._loaded), {}
        of = str(fields.get("of") or "")
        if fields.pop("pass", self._passes.number(of)) != self._passes.number(of):
            return "stale", {}, {}
        told, arrays = self._about(self._passes.asked(of), request.kind, fields, interrupt, progress)
        return request.kind, {"layer": fields.get("layer"), **({"of": of} if of else {}), **told}, dict(arrays)

    def _about(
        self, kept: KeptPass, kind: str, fields: dict[str, Any], interrupt: Interrupt | None, progress: Progress
    ) -> Answer:
        """The answer to a question about a pass."""
        if kind in attribution_answers.CLASSES:
            return attribution_answers.answer(kept, kind, fields, interrupt, progress)
        layer = kept.layer(fields)
        if kind in whole_answers.WHOLE:
            if kind == "flow":
                progress("Working out the flow of attention …")
            return whole_answers.answer(kept.trace, kind, fields, interrupt)
        told, arrays = answer(layer, kind, fields)
        whole = [0.0, 0.0, *map(float, kept.made.info.input_size)]
        return ({"extent": whole, **told} if kind in _WHOLE_INPUT else told), arrays

    def _load(self, fields: dict[str, Any], progress: Progress) -> dict[str, Any]:
        begin = perf_counter()
        request = ModelRequest.from_json(fields)
        loaded = self._changed(request) or load_requested(request, progress)
        told = as_json(describe(loaded))
        self._loaded, self._request = loaded, request
        self._passes.forget("beside")  # it is to be compared with passes of the same network
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
        which: Which = "beside" if request.header.get("beside") else ""
        newest = record_picture(self._loaded, request.arrays["image"], interrupt)
        self._passes.keep(which, KeptPass(request.id, newest))
        return {"pass": as_json(newest.info), **({"beside": True} if which else {})}
