"""The passes that the engine holds: the newest, and that of the picture that is pinned beside it."""

from collections.abc import Mapping
from typing import Any, Literal

from ...models.attribution.attributing import Interrupt
from ...models.errors import UserError
from ...models.recording.passes import Pass, record_gradients
from ...models.weights.layer import Layer
from ...models.weights.trace import Trace
from .layer_answers import Answer

Which = Literal["", "beside"]
"""The newest pass, or the pinned one; what a request says as `of`."""

_ATTRIBUTIONS = 32
"""Attributions that are kept of a pass; a class each."""
_ABSENT: dict[str, str] = {
    "": "Nothing has been recorded yet: open a picture first.",
    "beside": "No picture is pinned beside this one: pin one first.",
}


class KeptPass:
    """A recorded pass, and what has been worked out for it since."""

    def __init__(self, number: int, made: Pass) -> None:
        """`number` is that of the request that it was recorded for."""
        self.number = number
        self.made = made
        self._answers: dict[tuple[str, int | None], Answer] = {}
        self._gradients: tuple[int, Trace] | None = None

    @property
    def trace(self) -> Trace:
        """Its layers and their weights."""
        return self.made.trace

    def layer(self, fields: Mapping[str, Any]) -> Layer:
        """The layer that a question is about. **Raises** UserError where there is none of this number."""
        layers, index = self.trace.layers, fields.get("layer")
        if not isinstance(index, int) or not 0 <= index < len(layers):
            raise UserError(f"There is no layer {index}: this pass has {len(layers)}.")
        return layers[index]

    def with_gradients(self, target: int, interrupt: Interrupt = None) -> Trace:
        """The same pass with the gradients of a class; that of the class that was asked for last is kept."""
        if self._gradients is None or self._gradients[0] != target:
            self.forget_gradients()
            self._gradients = target, record_gradients(self.made, target, interrupt)
        return self._gradients[1]

    def answered(self, kind: str, target: int | None) -> Answer | None:
        """An attribution that has been worked out before."""
        return self._answers.get((kind, target))

    def keep(self, kind: str, target: int | None, answer: Answer) -> None:
        """Keep an attribution; the oldest make way."""
        self._answers[kind, target] = answer
        while len(self._answers) > _ATTRIBUTIONS:
            del self._answers[next(iter(self._answers))]

    def close(self) -> None:
        """Let go of all that is large, and of all that is on a GPU."""
        self.forget_gradients()
        self._answers.clear()
        self.trace.close()

    def forget_gradients(self) -> None:
        """Let go of the pass with gradients, which can be made again."""
        if self._gradients is not None:
            self._gradients[1].close()
        self._gradients = None


class KeptPasses:
    """At most one pass of each."""

    def __init__(self) -> None:
        self._held: dict[str, KeptPass] = {}

    def keep(self, which: Which, new: KeptPass) -> None:
        """Put a pass in the place of the one before."""
        self.forget(which)
        self._held[which] = new

    def forget(self, which: Which) -> None:
        """Let go of a pass, where there is one."""
        old = self._held.pop(which, None)
        if old is not None:
            old.close()

    def spare(self) -> None:
        """Let go of whatever can be made again, as there is no memory left."""
        for kept in self._held.values():
            kept.forget_gradients()

    def number(self, which: str) -> int:
        """That of the request that the pass was recorded for; 0 where there is no pass."""
        return self._held[which].number if which in self._held else 0

    def asked(self, which: str) -> KeptPass:
        """The pass that a question is about. **Raises** UserError where there is none."""
        if which not in self._held:
            raise UserError(_ABSENT.get(which, f"The engine holds no pass {which!r}: ask for none, or for 'beside'."))
        return self._held[which]
