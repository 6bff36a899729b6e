"""A line across the window that says what happened and what can be done."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from ..look.level_icon import Level, LevelIcon
from ..look.theme import blend, theme_of

_CROWDED = 0.4
"""Buttons that are wider than this share of the bar stand below the text."""


class MessageBar(QFrame):
    """A message with a sign for its level, buttons for what can be done, and one to dismiss it (or Escape).

    Hidden while there is nothing to say.
    """

    action_requested = Signal(str)
    """The button with this action's name was pressed; the message stays until it is dismissed or replaced."""
    dismissed = Signal()
    """By the user."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level: Level = "info"
        self._icon, self._text, self._close = LevelIcon(), QLabel(), QPushButton("✕")
        self._actions, self._row = QWidget(), QHBoxLayout()
        self._buttons: list[QPushButton] = []
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._close.setProperty("look", "flat")
        self._close.setAutoDefault(False)
        self._close.setAccessibleName(self.tr("Dismiss this message"))
        self._close.setToolTip(self.tr("Dismiss (Esc)"))
        self._lay_out()
        self._close.clicked.connect(self._on_dismissed)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._on_dismissed)
        self.hide()

    def show_message(self, text: str, level: Level = "info", actions: Sequence[str] = ()) -> None:
        """Shows a message in place of the one before; `actions` are the names of the buttons, the likely one first."""
        self._level = level
        self._icon.set_level(level)
        self._text.setText(text)
        self._set_actions(list(actions))
        self.setAccessibleName(self._icon.word(level))
        self.setAccessibleDescription(text)
        self.setVisible(bool(text))
        self.update()

    def clear(self) -> None:
        """Takes the message away."""
        self.show_message("")

    def text(self) -> str:
        """The message that is shown; "" for none."""
        return self._text.text() if not self.isHidden() else ""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints the ground in a breath of the level's colour."""
        painter, theme = QPainter(self), theme_of(self)
        colour = {"info": theme.accent, "warning": theme.warning, "error": theme.error}[self._level]
        rect = QRectF(self.rect())
        painter.fillRect(rect, blend(theme.window, colour, 0.12))
        painter.fillRect(QRectF(0, 0, 3, rect.height()), colour)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Finds the place of the buttons anew."""
        super().resizeEvent(event)
        self._place_actions()

    def _set_actions(self, names: Sequence[str]) -> None:
        for old in self._buttons:
            # Out of the bar at once, not when the program comes to it.
            old.setParent(None)
            old.deleteLater()
        self._buttons = [self._button(name) for name in names]
        for button in self._buttons:
            self._row.addWidget(button)
        self._actions.setVisible(bool(names))
        self._place_actions()
        for before, after in pairwise([*self._buttons, self._close]):
            QWidget.setTabOrder(before, after)

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.action_requested.emit(name))
        return button

    def _place_actions(self) -> None:
        """Beside the text, or below it where they would leave it too little room."""
        # Asked one by one: a layout counts new widgets only when they are on the screen.
        across = sum(button.sizeHint().width() + self._row.spacing() for button in self._buttons)
        crowded = across > self.width() * _CROWDED
        self._grid.removeWidget(self._actions)
        middle = Qt.AlignmentFlag.AlignVCenter
        if crowded:
            self._grid.addWidget(self._actions, 1, 1, 1, 3, Qt.AlignmentFlag.AlignLeft)
        else:
            self._grid.addWidget(self._actions, 0, 2, middle)

    def _lay_out(self) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._actions.setLayout(self._row)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 6, 8, 6)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._icon, 0, 0, middle)
        self._grid.addWidget(self._text, 0, 1)
        self._grid.addWidget(self._close, 0, 3, middle)

    def _on_dismissed(self) -> None:
        self.clear()
        self.dismissed.emit()
