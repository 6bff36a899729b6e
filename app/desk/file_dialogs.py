"""The dialogs about files of the user's: which network a checkpoint is of, what in his code makes one, what differs."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import QFileDialog, QWidget

from ...models.model_request import Preparation
from ...models.offers import CheckpointFacts, Maker
from ..pictures.arrivals import Arrivals
from ..session.session import Session
from ..state.state import State
from .network_dialogs import NetworkDialogs

_GUESSES = QSize(560, 300)
_MAKERS = QSize(620, 400)
_TABLE = QSize(720, 460)


class FileDialogs(QObject):
    """Asks what the files alone do not tell, and loads what was answered."""

    def __init__(
        self, window: QWidget, state: State, session: Session, arrivals: Arrivals, networks: NetworkDialogs
    ) -> None:
        super().__init__(window)
        self._window, self._state, self._session = window, state, session
        self._arrivals, self._networks = arrivals, networks
        session.networks.checkpoint_read.connect(self._on_checkpoint)
        session.networks.makers_found.connect(self._on_makers)

    def open_weights(self) -> None:
        """Choose a checkpoint."""
        endings = "*.pth *.pt *.bin *.ckpt *.safetensors *.pkl *.th *.tar *.json"
        if path := self._asked(self.tr("Weights from a file"), self.tr("Checkpoints"), endings):
            self._session.networks.ask_checkpoint(path)

    def open_code(self, weights: str | None = None) -> None:
        """Choose a Python file; what it makes takes these weights."""
        if path := self._asked(self.tr("Code of my own"), "Python", "*.py"):
            self._arrivals.ask_code(Path(path), weights)

    def open_labels(self) -> None:
        """Choose the class names."""
        if path := self._asked(self.tr("Class names from a file"), self.tr("Labels"), "*.txt *.json"):
            self._session.networks.change(labels=path)

    def show_differences(self) -> None:
        """What does not fit between the network and the file that were tried last."""
        trouble = self._state.now.trouble
        if trouble is None or trouble.misfit is None:
            return
        # Each dialog loads its own parts once it is opened: the window is on screen sooner.
        from ...widgets.controls.sheet import Sheet
        from ...widgets.networks.fit_table import FitTable

        table = FitTable()
        table.set_misfit(trouble.misfit)
        Sheet(self._window, self.tr("What differs"), table, _TABLE).show_alone()

    # ------------------------------------------------------------------ questions about files

    def _on_checkpoint(self, facts: CheckpointFacts) -> None:
        from ...widgets.controls.sheet import Sheet
        from ...widgets.networks.guess_list import GuessList

        guesses = GuessList()
        guesses.set_facts(facts)
        sheet = Sheet(self._window, self.tr("Which network are these weights of?"), guesses, _GUESSES)

        def load(model: str) -> None:
            sheet.close()
            self._load(model, facts.path)

        def choose() -> None:
            sheet.close()
            self._networks.choose(lambda model: self._load(model, facts.path), Path(facts.path).name)

        def code() -> None:
            sheet.close()
            self.open_code(facts.path)

        guesses.guess_chosen.connect(load)
        guesses.list_requested.connect(choose)
        guesses.code_requested.connect(code)
        sheet.show_alone()

    def _on_makers(self, path: str, found: object) -> None:
        makers, weights = cast(tuple[Maker, ...], found), self._arrivals.code_weights
        if len(makers) == 1 and not makers[0].needs:
            self._load(f"{path}:{makers[0].name}", weights)
            return
        from ...widgets.controls.sheet import Sheet
        from ...widgets.networks.maker_list import MakerList

        listed = MakerList()
        listed.set_makers(path, makers)
        sheet = Sheet(self._window, self.tr("A network out of your code"), listed, _MAKERS)

        def load(model: str) -> None:
            sheet.close()
            self._load(model, weights)

        listed.maker_chosen.connect(load)
        sheet.show_alone()

    def _load(self, model: str, weights: str | None) -> None:
        """Another network with its own ways; the same one keeps the user's, such as his labels."""
        networks = self._session.networks
        trusted = weights is not None and networks.trusted == weights
        if model == weights:  # the whole network lies in it
            weights = None
        if model == networks.request.model:
            networks.change(weights=weights, trust=trusted, skip_head=False)
            return
        fresh = {"labels": None, "preparation": Preparation()}
        networks.change(model=model, weights=weights, trust=trusted, skip_head=False, download=False, **fresh)

    def _asked(self, title: str, kind: str, endings: str) -> str:
        filters = f"{kind} ({endings});;{self.tr('All files')} (*)"
        return QFileDialog.getOpenFileName(self._window, title, "", filters)[0]
