"""The dialogs about networks: the pick list, and how a picture becomes the input."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ...models.errors import UserError
from ...models.model_request import RANDOM, Preparation
from ...widgets.look.sentences import translated
from ..pictures.arrival_kinds import CODE, WEIGHTS
from ..pictures.arrivals import Arrivals
from ..session.session import Session
from ..state.settings import Settings
from ..state.state import State
from .recent_networks import with_recent

if TYPE_CHECKING:
    # The window is on screen sooner where each dialog loads its own parts once it is opened.
    from ...widgets.controls.sheet import Sheet
    from ...widgets.networks.offer_choice import Choice
    from ...widgets.networks.offer_picker import OfferPicker
    from ...widgets.networks.preparation_form import PreparationForm

_PICKER = QSize(900, 640)
_FORM = QSize(720, 290)


class NetworkDialogs(QObject):
    """Opens them, and hands on what was chosen. One of each at a time, none of them holds the window up."""

    def __init__(self, window: QWidget, state: State, session: Session, settings: Settings, arrivals: Arrivals) -> None:
        super().__init__(window)
        self._window, self._state = window, state
        self._session, self._settings, self._arrivals = session, settings, arrivals
        self._picker: OfferPicker | None = None
        self._wished: Callable[[str], None] | None = None
        state.changed.connect(self._on_changed)
        session.networks.loaded.connect(self._on_loaded)

    def choose(self, then: Callable[[str], None] | None = None, file: str = "", here: bool = False) -> None:
        """The pick list; with `then`, that is called with the network that was chosen for a file of weights.

        `here` lists those alone whose weights are on the engine's machine.
        """
        from ...models.catalogue.offer_search import search
        from ...widgets.controls.sheet import Sheet
        from ...widgets.networks.offer_picker import OfferPicker

        picker = OfferPicker()
        picker.set_file(file)
        picker.show_here(here)
        picker.set_search(search)
        picker.choice_made.connect(self._on_choice)
        self._picker, self._wished = picker, then
        sheet = Sheet(self._window, self.tr("Choose a network"), picker, _PICKER)
        sheet.finished.connect(self._on_picker_closed)
        self._show_offers()
        self._session.networks.ask_offers()
        sheet.show_alone()

    def prepare(self) -> None:
        """How a picture becomes the input of the network that is loaded."""
        model = self._state.now.model
        if model is None:
            return
        from ...widgets.controls.sheet import Sheet
        from ...widgets.networks.preparation_form import PreparationForm

        form, use = PreparationForm(), QPushButton(self.tr("Use it"))
        use.setDefault(True)
        form.set_own(model.own_size, model.fit, _triple(model.mean), _triple(model.std), model.own_guessed)  # pyright: ignore[reportArgumentType]
        form.set_preparation(self._session.networks.request.preparation)
        form.edited.connect(lambda: use.setEnabled(not form.problem()))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form, 1)
        column.addWidget(use, 0, Qt.AlignmentFlag.AlignRight)
        body.setFocusProxy(form)
        sheet = Sheet(self._window, self.tr("From the picture to the input"), body, _FORM)
        use.clicked.connect(lambda: self._on_prepared(form, sheet))
        sheet.show_alone()

    # ------------------------------------------------------------------ the pick list

    def _show_offers(self) -> None:
        now = self._state.now
        if self._picker is not None and now.offers:
            self._picker.set_offers(with_recent(now.offers, self._settings.recent_models()))
            offline = self.tr("Nothing can be downloaded: {0}.").format(translated(now.offline))
            self._picker.set_note(offline if now.offline else "")

    def _on_changed(self, names: frozenset[str]) -> None:
        if "offers" in names:
            self._show_offers()

    def _on_choice(self, choice: object) -> None:
        wished = self._wished
        chosen = cast("Choice", choice)
        if self._picker is not None:
            self._picker.window().close()
        path = Path(chosen.model).expanduser()
        if wished is not None:
            wished(chosen.model)
        elif chosen.model.endswith(CODE) or chosen.model.lower().endswith(WEIGHTS):
            self._arrivals.take([path.absolute()])
        else:
            self._session.networks.change(
                model=chosen.model,
                weights=chosen.weights,
                labels=None,
                download=chosen.download,
                trust=False,
                skip_head=False,
                preparation=Preparation(),
            )

    def _on_picker_closed(self) -> None:
        self._picker, self._wished = None, None

    def _on_loaded(self) -> None:
        request = self._session.networks.request
        self._settings.save_recent_model(request.model, "" if request.weights in (None, RANDOM) else request.weights)

    # ------------------------------------------------------------------ preparation

    def _on_prepared(self, form: "PreparationForm", sheet: "Sheet") -> None:
        try:
            preparation = form.preparation()
        except UserError:
            return  # the form says what is wrong
        sheet.close()
        self._session.networks.change(preparation=preparation)


def _triple(values: tuple[float, ...]) -> tuple[float, float, float]:
    red, green, blue = values
    return red, green, blue
