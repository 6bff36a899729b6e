"""The engine's answers without a window: the same requests, answered in this process."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from ...models.errors import UserError
from ...models.pictures.images import Picture, read_image
from ...models.records import ModelInfo, PassInfo
from ...models.weights.trace import Trace
from ..engine.engine_requests import Requests
from ..link.pass_records import model_info, pass_info
from ..link.protocol import Array, Message
from ..state.captions import PASS_WIDE
from ..state.questions import questions
from ..state.state import Answer, Fields
from ..state.wishes import Focus, Look, Question
from .model_arguments import model_request
from .progress_lines import ProgressLines

_PLAINLY = Focus()
_AHEAD = ("preview:", "ahead:", "error:")
_COMPARISONS = ("features", "energy", "similarity")
"""What stands beside a layer's own weights, and may be missing."""


class LocalEngine:
    """A loaded network; records one picture after the other."""

    def __init__(self, requests: Requests, model: ModelInfo) -> None:
        self._requests = requests
        self.model = model
        self.outcome: PassInfo | None = None
        self.picture: Picture | None = None
        self.refusals: list[tuple[str, str]] = []
        """(layer, reason) of what was wished and has no answer there."""

    @classmethod
    def load(cls, arguments: argparse.Namespace) -> "LocalEngine":
        """Load the network that the command line names.

        **Raises**: `UserError` when it cannot be had.
        """
        requests = Requests()
        fields = model_request(arguments).as_json()
        told = ProgressLines(sys.stderr)
        loaded = requests.answer(Message({"kind": "load", "id": 1, **fields}), progress=told)
        told.end()
        return cls(requests, model_info(loaded.header["model"]))

    @property
    def trace(self) -> Trace:
        """The newest pass, with its weights."""
        return self._requests.trace

    def record(self, image: Path) -> PassInfo:
        """Run the network on an image file.

        **Raises**: `UserError` when it is no image, or the network cannot take it.
        """
        self.picture = read_image(image)
        arrays: dict[str, Array] = {"image": self.picture.pixels}
        recorded = self._requests.answer(Message({"kind": "record", "id": 2}, arrays))
        self.outcome = pass_info(recorded.header["pass"])
        return self.outcome

    def ask(self, question: Question) -> Answer:
        """The answer to one question about the newest pass."""
        request = Message({"kind": question.kind, "id": 3, **question.fields()})
        return Answer(question, self._requests.answer(request))

    def shown(self, layer: int, look: Look, focus: Focus = _PLAINLY) -> Fields:
        """What the window would hold, were it looking at this layer: its own answers, not those asked ahead.

        Of a focus that means another layer, what this one has is kept: no head or query by number beyond it.
        What a layer does not give is left out, and why is in `refusals`; where no query of it lies at the place, its
        class token or mean is shown.
        **Raises**: `UserError` where the network gives no attribution.
        """
        assert self.outcome is not None
        info = self.outcome.layers[layer]
        head = focus.head if focus.head is not None and focus.head < info.heads else None
        number = isinstance(focus.query, int) and focus.query >= info.queries
        focus = replace(focus, layer=layer, head=head, query=None if number else focus.query)
        slots = questions(self.outcome, focus, look)
        wanted = {slot: question for slot, question in slots.items() if not slot.startswith(_AHEAD)}
        if info.kind == "other":
            wanted[f"preview:{layer}"] = slots[f"preview:{layer}"]
        found = {slot: self._answer(question) for slot, question in wanted.items()}
        answers = {slot: answer for slot, answer in found.items() if answer is not None}
        if "map" in wanted and "map" not in answers and focus != replace(focus, query=None, direction="from"):
            return self.shown(layer, look, replace(focus, query=None, direction="from"))
        return replace(self.fields(), look=look, focus=focus, answers=answers)

    def fields(self) -> Fields:
        """What the window would hold, before anything was asked about the pass."""
        return Fields(
            picture=self.picture,
            model=self.model,
            outcome=self.outcome,
            pictured=self.picture,
            made_by=self.model,
            activity="idle",
        )

    def _answer(self, question: Question) -> Answer | None:
        """The answer; None where this layer does not give it: it has no chain before it, no query at that place."""
        try:
            return self.ask(question)
        except UserError as error:
            own = question.kind in ("map", "heads") and question.query is None and question.direction == "from"
            if question.kind in PASS_WIDE or own:
                raise
            if question.kind not in _COMPARISONS:
                assert self.outcome is not None
                self.refusals.append((self.outcome.layers[question.layer].title, str(error)))
            return None
