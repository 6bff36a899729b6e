"""The row at the top: a button with a menu for each thing that can be done."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from ..models.records import ModelInfo


class TopBar(QWidget):
    """Menus as buttons; what they do is wired in `actions`."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        brand = QLabel("attnscope")
        brand.setProperty("look", "brand")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 6, 12, 6)
        self._row.addWidget(brand)
        self._model = QLabel()
        self._model.setProperty("look", "caption")
        self._buttons: dict[str, QToolButton] = {}
        self._row.addStretch(1)
        self._row.addWidget(self._model)

    def add_menu(self, title: str, actions: list[QAction | QMenu | None]) -> None:
        """A button with a menu; None is a separator."""
        button = QToolButton()
        button.setText(title)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(button)
        menu.setToolTipsVisible(True)
        for action in actions:
            if action is None:
                menu.addSeparator()
            elif isinstance(action, QMenu):
                menu.addMenu(action)
            else:
                menu.addAction(action)
        button.setMenu(menu)
        # In front of the stretch and the network's name.
        self._row.insertWidget(self._row.count() - 2, button)
        self._buttons[title] = button

    def show_model(self, model: ModelInfo | None) -> None:
        """Say which network is loaded, how large it is and where it runs."""
        if model is None:
            self._model.clear()
            return
        size = f"{model.parameters / 1e6:.1f} M"
        guessed = self.tr(" · preparation guessed") if model.preprocess_guessed else ""
        untrained = self.tr(" · random weights") if model.random_weights else ""
        self._model.setText(f"{model.title} · {size} · {model.device}{guessed}{untrained}")
        self._model.setToolTip(f"{model.spec}\n{model.parameters:,} parameters\n{model.device} · {model.precision}")
