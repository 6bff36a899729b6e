"""A saved pass (.attn) asked as an engine is: without its network, and on an empty picture of the input's size."""

from pathlib import Path

import numpy as np

from ...models.errors import UserError
from ...models.pictures.images import Picture
from ...models.predictions import predictions
from ...models.records import Affine, ModelInfo, PassInfo
from ...models.weights.trace import Trace
from ...models.weights.trace_reading import load
from ..engine import layer_answers, whole_answers
from ..engine.engine_requests import Requests
from ..link.protocol import Message
from ..state.state import Answer
from ..state.wishes import Question
from .local_engine import LocalEngine

SUFFIX = ".attn"
_GREY = 128
_UNKNOWN = (224, 224)


class TraceEngine(LocalEngine):
    """Answers about a trace file; what needs the network again is refused with a sentence."""

    def __init__(self, path: Path) -> None:
        """**Raises**: `UserError` where it is no trace."""
        self._trace = load(path)
        size = next((layer.grid.size for layer in self._trace.layers if layer.grid is not None), _UNKNOWN)
        super().__init__(Requests(), _network(path, size))
        self.picture = Picture(np.full((*size, 3), _GREY, np.uint8), path.name)
        self.outcome = PassInfo(
            layers=self._trace.info(),
            missed=tuple(self._trace.missed),
            predictions=predictions(self._trace.output, ()),
            affine=Affine(0.0, 0.0, 1.0, 1.0),
            input_size=size,
            milliseconds={},
        )

    @property
    def trace(self) -> Trace:
        """The pass."""
        return self._trace

    def record(self, image: Path) -> PassInfo:
        """Not to be had."""
        raise UserError(f"{image} cannot be recorded by a saved pass: name the network with --model.")

    def ask(self, question: Question) -> Answer:
        """The answer to one question about the pass. **Raises**: `UserError` where only the network knows it."""
        if question.kind in ("gradcam", "gradients", "gradient_rollout"):
            raise UserError("A saved pass has no attribution to a class: export the image with its network.")
        fields = {**question.fields(), "layer": question.layer}
        if question.kind in whole_answers.WHOLE:
            told, arrays = whole_answers.answer(self._trace, question.kind, fields)
        else:
            told, arrays = layer_answers.answer(self._trace.layers[question.layer], question.kind, fields)
        return Answer(
            question, Message({"kind": question.kind, "id": 0, "layer": question.layer, **told}, dict(arrays))
        )


def _network(path: Path, size: tuple[int, int]) -> ModelInfo:
    return ModelInfo(spec="", title=path.stem, labels=(), parameters=0, input_size=size, device="cpu")
