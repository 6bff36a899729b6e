"""Which network is loaded, which is wished, and what there is to choose from: the session's half about networks."""

import dataclasses
from typing import Any

from PySide6.QtCore import QObject, Signal

from ...models.model_request import ModelRequest
from ...widgets.look.sentences import translated
from ..link.engine_client import EngineClient
from ..link.pass_records import checkpoint_facts, maker, misfit, model_info, offer
from ..link.protocol import Message
from ..state.remedies import remedies
from ..state.state import Notice, State, Trouble


class Networks(QObject):
    """Asks the engine for networks, and about files that may be of one.

    A network that cannot be loaded changes nothing: the one before stays, and so does what is asked of it.
    """

    loaded = Signal()
    """Another network is there, or the same in another way."""
    refused = Signal()
    """It is not, and the one before goes on."""
    checkpoint_read = Signal(object)
    """`CheckpointFacts` of a file that was asked about."""
    makers_found = Signal(str, object)
    """A Python file's path, and a tuple of `Maker`."""

    def __init__(self, state: State, client: EngineClient, request: ModelRequest) -> None:
        super().__init__()
        self._state = state
        self._client = client
        self._now = request
        self._wish = request
        self._load: int | None = None
        self.trusted: str | None = None
        """The file that the user said he trusts, for as long as the program runs."""
        self._asked: dict[int, dict[str, Any]] = {}
        self._said_of_it: Notice | None = None
        """What was said of the network that is loaded."""

    @property
    def request(self) -> ModelRequest:
        """What was asked for to have the network that is loaded now."""
        return self._now

    @property
    def is_loading(self) -> bool:
        """Whether one is on its way."""
        return self._load is not None

    def start(self) -> None:
        """Load what is to be there, after the engine was started."""
        self._asked.clear()
        self.load(self._now)

    def load(self, request: ModelRequest) -> None:
        """Load a network. What is on screen stays until it has come; a load that is on its way is given up."""
        self.cancel()
        self._wish = request
        # Before the request goes out: an engine that is not there answers at once.
        self._state.update(
            activity="loading", progress=self.tr("Loading {0} …").format(request.model), amount=(0, 0), trouble=None
        )
        self._load = self._client.send("load", **request.as_json())

    def change(self, **fields: Any) -> None:
        """Load the same network in another way: on another device, with other weights or labels."""
        self.load(dataclasses.replace(self._now, **fields))

    def retry(self, **fields: Any) -> None:
        """Load what was wished last in another way."""
        self.load(dataclasses.replace(self._wish, **fields))

    def cancel(self) -> None:
        """Give up the network that is on its way."""
        if self._load is not None:
            self._client.cancel(self._load)

    def lost(self) -> None:
        """There is no engine any more: nothing that was asked is answered."""
        self._load = None
        self._asked.clear()

    def ask_devices(self) -> None:
        """Ask where networks can run; the devices come into the state."""
        self._ask("devices")

    def ask_offers(self) -> None:
        """Ask which networks can be loaded; they come into the state."""
        self._ask("offers")

    def ask_checkpoint(self, path: str, trust: bool = False) -> None:
        """Ask what a file of weights is of: `checkpoint_read`."""
        if trust:
            self.trusted = path
        self._ask("checkpoint", path=path, trust=trust)

    def ask_makers(self, path: str) -> None:
        """Ask what in a Python file may make a network: `makers_found`."""
        self._ask("makers", path=path)

    def take(self, message: Message) -> bool:
        """Take an answer if it is to a question of ours; returns whether it was."""
        number = int(message.header.get("id", -1))
        if message.kind == "progress":
            self._on_progress(message, number)
            return True
        if number == self._load:
            self._load = None
            self._on_load_answered(message)
            return True
        asked = self._asked.pop(number, None)
        if asked is not None:
            self._on_answer(message, asked)
        return asked is not None

    # ------------------------------------------------------------------ answers

    def _ask(self, kind: str, **fields: Any) -> None:
        self._asked[self._client.send(kind, **fields)] = {"kind": kind, **fields}

    def _on_progress(self, message: Message, number: int) -> None:
        if number == self._load:
            told = message.header
            self._state.update(progress=str(told["text"]), amount=(int(told["done"]), int(told["total"])))

    def _on_load_answered(self, message: Message) -> None:
        self._state.update(progress="", amount=(0, 0))
        if message.kind == "loaded":
            self._on_loaded(message)
            return
        if message.kind == "failed":
            self._on_failed(message)
        self.refused.emit()

    def _on_loaded(self, message: Message) -> None:
        # Once fetched, the weights are here; a wish to trust holds for the file that it was said of.
        self._now = dataclasses.replace(self._wish, download=False)
        info = model_info(message.header["model"])
        self._state.update(model=info, trouble=None)
        if info.notes:
            absent = any("--download" in note for note in info.notes)
            told = remedies("absent") if absent else ()
            self._said_of_it = Notice(" ".join(map(translated, info.notes)), "warning", told)
            self._state.update(notice=self._said_of_it)
        elif (before := self._state.now.notice) and (before.level == "error" or before == self._said_of_it):
            self._state.update(notice=None)
        self.loaded.emit()

    def _on_failed(self, message: Message) -> None:
        told = message.header
        found = misfit(told["misfit"]) if told.get("misfit") else None
        self._state.update(trouble=Trouble(found))
        where = (self._wish.device, self._wish.precision)
        deeds = remedies(str(told.get("code", "")), bool(found and found.only_head), where)
        self._state.update(notice=Notice(self._said(message), "error", deeds))

    def _on_answer(self, message: Message, asked: dict[str, Any]) -> None:
        told = message.header
        if message.kind == "failed":
            self._on_question_failed(message, asked)
        elif asked["kind"] == "offers":
            self._state.update(offers=tuple(map(offer, told["offers"])), offline=str(told["offline"]))
        elif asked["kind"] == "devices":
            self._state.update(devices=tuple((name, what) for name, what in told["devices"]))
        elif asked["kind"] == "makers":
            self.makers_found.emit(told["path"], tuple(map(maker, told["makers"])))
        elif asked["kind"] == "checkpoint":
            self.checkpoint_read.emit(checkpoint_facts(told["facts"]))

    def _on_question_failed(self, message: Message, asked: dict[str, Any]) -> None:
        code = str(message.header.get("code", ""))
        if asked["kind"] == "checkpoint" and code == "untrusted":
            self._state.update(trouble=Trouble(question=asked["path"]))
        self._state.update(notice=Notice(self._said(message), "error", remedies(code)))

    def _said(self, message: Message) -> str:
        """The sentence of a failure; with the place where the files are meant, where that is not here."""
        sentence = translated(str(message.header["message"]))
        return self.tr("{0}: {1}").format(self._client.place, sentence) if self._client.remote else sentence
