"""Asks the engine what the state needs, few questions at a time; what nobody wants any more is never asked."""

from collections import OrderedDict
from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer

from ...models.records import PassInfo
from ..link.engine_client import EngineClient
from ..link.protocol import Message
from ..state.questions import questions
from ..state.state import Answer, State
from ..state.wishes import Question
from .refusals import Refusals

_IN_FLIGHT = 2
"""Enough that the engine is never idle, few enough that a new wish waits for almost nothing."""
_CACHE_BYTES = 256 * 2**20
CALM_MS = 300
"""How long the user has to look at one thing before proofs are asked for: the first runs the network once more."""
SLOW = frozenset({"rollout", "flow", "gradient_rollout", "gradcam", "gradients"})
"""What may take long, and can be stopped."""


class Asking(QObject):
    """Keeps `state.now.answers` in step with what the user looks at."""

    def __init__(self, state: State, client: EngineClient) -> None:
        super().__init__()
        self._state = state
        self._client = client
        self._open: dict[int, Question] = {}
        self._known: OrderedDict[Question, Answer] = OrderedDict()
        self._refusals = Refusals(state)
        self._overtaken: set[int] = set()
        self._bytes = 0
        self.calm = QTimer(self)
        """Runs while the user is moving on."""
        self.calm.setSingleShot(True)
        self.calm.setInterval(CALM_MS)
        self.calm.timeout.connect(self._refresh)
        state.changed.connect(self._on_changed)

    def forget(self, beside: bool = False) -> None:
        """A new pass, of the picture or of the one beside it: nothing that was answered about it holds any more."""
        self._open = {number: question for number, question in self._open.items() if question.beside != beside}
        self._overtaken &= self._open.keys()
        self._state.update(working=("", 0, 0))
        self._refusals.forget(beside)
        for question in [known for known in self._known if known.beside == beside]:
            self._bytes -= _size(self._known.pop(question))

    def take(self, message: Message) -> bool:
        """Take an answer if it belongs to a question of ours; returns whether it did."""
        number = int(message.header.get("id", -1))
        if message.kind == "progress" and number in self._open:
            told = message.header
            self._state.update(working=(str(told["text"]), int(told["done"]), int(told["total"])))
            return True
        question = self._open.pop(number, None)
        if question is None:
            return False
        self._state.update(working=("", 0, 0))
        if number in self._overtaken and message.kind == "cancelled":
            self._overtaken.discard(number)
        elif message.kind in ("failed", "cancelled", "stale"):
            self._refusals.add(question, str(message.header.get("message", "")) if message.kind == "failed" else "")
        else:
            self._keep(Answer(question, message))
        self._refresh()
        return True

    def cancel(self) -> bool:
        """Stop what takes long, because the user says so: it is not asked again. Returns whether there was any."""
        slow = [number for number, question in self._open.items() if question.kind in SLOW]
        for number in slow:
            self._client.cancel(number)
        return bool(slow)

    def _leave_overtaken(self, wanted: Iterable[Question]) -> None:
        """What takes long and is not wished for any more must not keep the engine from what is."""
        wished = set(wanted)
        for number, question in self._open.items():
            if question.kind in SLOW and question not in wished and number not in self._overtaken:
                self._overtaken.add(number)
                self._client.cancel(number)

    def _on_changed(self, names: frozenset[str]) -> None:
        if "outcome" in names:
            self.forget()
        if "beside" in names:
            self.forget(beside=True)
        if "activity" in names and self._state.now.activity in ("loading", "running"):
            self._leave_overtaken(())  # a new picture or network does not wait for what is made of the old one
        if names & {"focus", "look", "hovered"}:
            self.calm.start()
        if names & {"outcome", "focus", "look", "activity", "beside"}:
            self._refresh()

    def _wanted(self, outcome: PassInfo) -> dict[str, Question]:
        now = self._state.now
        return questions(outcome, now.focus, now.look, now.beside.outcome if now.beside else None)

    def _refresh(self) -> None:
        now = self._state.now
        if now.outcome is None:
            self._state.update(answers={}, refused={})
            return
        wanted = self._wanted(now.outcome)
        self._leave_overtaken(wanted.values())
        refused = self._refusals.among(wanted)
        refused = now.refused if refused == now.refused else refused
        self._send([q for q in wanted.values() if q not in self._known and q not in self._refusals])
        self._refusals.say(wanted, (Question("error", now.focus.layer),))
        found = {slot: self._known[question] for slot, question in wanted.items() if question in self._known}
        if {slot: id(a) for slot, a in found.items()} != {slot: id(a) for slot, a in now.answers.items()}:
            self._state.update(answers=found, refused=refused)
        else:
            self._state.update(refused=refused)

    def _send(self, missing: list[Question]) -> None:
        if self._state.now.activity != "idle":
            return
        asked = set(self._open.values())
        for question in missing:
            if len(self._open) >= _IN_FLIGHT:
                return
            if question not in asked and not (question.kind == "error" and self.calm.isActive()):
                asked.add(question)
                self._open[self._client.send(question.kind, **question.fields())] = question

    def _keep(self, answer: Answer) -> None:
        self._known[answer.question] = answer
        self._bytes += _size(answer)
        while self._bytes > _CACHE_BYTES and len(self._known) > 1:
            self._bytes -= _size(self._known.popitem(last=False)[1])


def _size(answer: Answer) -> int:
    return sum(array.nbytes for array in answer.message.arrays.values())
