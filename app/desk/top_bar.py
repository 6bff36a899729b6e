"""The row at the top: a button with a menu for each thing that can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from ...models.records import ModelInfo
from ...widgets.controls.bar_button import BarButton
from ...widgets.controls.elided_button import ElidedButton
from ...widgets.look.sentences import translated
from ...widgets.look.size_text import parameters_text
from .action_list import Entries, fill


class TopBar(QWidget):
    """Menus as buttons; what they do is wired in `actions`."""

    network_requested = Signal()
    """The user wants to choose another network."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        brand = QLabel("attnscope")
        brand.setProperty("look", "brand")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 6, 12, 6)
        self._row.addWidget(brand)
        self._model, self._running = ElidedButton(), BarButton()
        self._model.setAccessibleName(self.tr("The network: choose another"))
        self._running.setAccessibleName(self.tr("Where it runs"))
        self._running.setToolTip(self.tr("Where it runs, and in how many bits"))
        self._running.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._running.hide()
        self._buttons: dict[str, QToolButton] = {}
        self._row.addStretch(1)
        # Rather the network's name is cut than a menu pushed out.
        self._row.addWidget(self._model, 1000)
        self._row.addWidget(self._running)
        self._model.clicked.connect(self.network_requested)

    def add_menu(self, title: str, actions: Entries) -> None:
        """A button with a menu; None is a separator."""
        button = BarButton()
        button.setText(title)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.setToolTipsVisible(True)
        fill(menu, actions)
        button.setMenu(menu)
        # In front of the stretch, the network's name and where it runs.
        self._row.insertWidget(self._row.count() - 3, button)
        self._buttons[title] = button

    def set_running_menu(self, menu: QMenu) -> None:
        """The menu behind the button that says where the network runs."""
        self._running.setMenu(menu)

    def show_model(self, model: ModelInfo | None) -> None:
        """Say which network is loaded, how large it is and where it runs."""
        if model is None:
            return
        doubts = [self.tr("⚠ random weights")] if model.random_weights else []
        doubts += [self.tr("⚠ random head")] if model.random_head else []
        doubts += [self.tr("preparation guessed")] if model.preprocess_guessed else []
        weights = model.weights if model.weights != model.title else ""  # a network that is a file by itself
        told = [translated(model.title), weights, parameters_text(model.parameters)]
        self._model.show_text(" · ".join(fact for fact in told if fact), "".join(f" · {one}" for one in doubts) + "  ▾")
        facts = [
            model.spec,
            model.weights,
            self.tr("{0:,} parameters").format(model.parameters),
            *map(translated, model.notes),
        ]
        self._model.setToolTip("\n".join(fact for fact in facts if fact))
        self._running.setText(f"{model.device} · {model.precision}  ▾")
        self._running.setVisible(True)
