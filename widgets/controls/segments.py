"""One of a few, as buttons in a row that hang together."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget


class Segments(QWidget):
    """A choice of one of a few that are all seen. Keys: Tab reaches the chosen one, Left and Right choose another."""

    chosen = Signal(str)
    """The key of the one that the user chose."""

    def __init__(self, name: str, choices: Sequence[tuple[str, str, str]]) -> None:
        """`name` is what a screen reader says; each choice is (key, text, tooltip)."""
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, _Segment] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for key, text, tip in choices:
            button = self._buttons[key] = _Segment(text)
            button.setToolTip(tip)
            button.setAccessibleName(f"{name}: {text}")
            button.clicked.connect(lambda _, key=key: self.chosen.emit(key))
            button.stepped.connect(self._on_stepped)
            self._group.addButton(button)
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_chosen(self, key: str) -> None:
        """Show which one is chosen."""
        self._buttons[key].setChecked(True)

    def set_enabled(self, key: str, enabled: bool, reason: str = "") -> None:
        """Whether one of them can be chosen; the tooltip says why not."""
        self._buttons[key].setEnabled(enabled)
        if reason:
            self._buttons[key].setToolTip(reason)

    def chosen_key(self) -> str:
        """The one that is chosen; "" before any is."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def _on_stepped(self, by: int) -> None:
        enabled = [button for button in self._buttons.values() if button.isEnabled()]
        now = next((place for place, button in enumerate(enabled) if button.isChecked()), 0)
        button = enabled[(now + by) % len(enabled)]
        button.click()
        button.setFocus(Qt.FocusReason.OtherFocusReason)


class _Segment(QPushButton):
    stepped = Signal(int)

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setCheckable(True)
        self.toggled.connect(self._on_toggled)
        self.setAutoDefault(False)
        self.setProperty("look", "chip")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _on_toggled(self, chosen: bool) -> None:
        """Tab reaches the chosen one alone."""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if chosen else Qt.FocusPolicy.NoFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
