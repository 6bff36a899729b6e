"""The engine's answers without a window: the same requests, answered in this process."""

import argparse
import sys
from pathlib import Path

from ..models.pictures.images import Picture, read_image
from ..models.records import ModelInfo, PassInfo
from ..models.weights.trace import Trace
from .engine_requests import Requests
from .model_arguments import model_request
from .pass_records import model_info, pass_info
from .progress_lines import ProgressLines
from .protocol import Array, Message
from .questions import questions
from .state import Answer, Fields
from .wishes import Focus, Look, Question


class LocalEngine:
    """A loaded network; records one picture after the other."""

    def __init__(self, requests: Requests, model: ModelInfo) -> None:
        self._requests = requests
        self.model = model
        self.outcome: PassInfo | None = None
        self.picture: Picture | None = None

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

    def shown(self, layer: int, look: Look) -> Fields:
        """What the window would hold, were it looking at this layer: its own answers, not those asked ahead."""
        assert self.outcome is not None
        focus = Focus(layer=layer)
        slots = questions(self.outcome, focus, look)
        ahead = ("preview:", "ahead:", "error:")
        wanted = {slot: question for slot, question in slots.items() if not slot.startswith(ahead)}
        if self.outcome.layers[layer].kind == "other":
            wanted[f"preview:{layer}"] = slots[f"preview:{layer}"]
        answers = {slot: self.ask(question) for slot, question in wanted.items()}
        return Fields(
            picture=self.picture,
            model=self.model,
            outcome=self.outcome,
            pictured=self.picture,
            made_by=self.model,
            activity="idle",
            look=look,
            focus=focus,
            answers=answers,
        )
