"""A line across the window that says what happened and what can be done."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from .level_icon import Level, LevelIcon
from .theme import blend, theme_of


class MessageBar(QFrame):
    """A message with a sign for its level, a button for what can be done, and one to dismiss it (or Escape).

    Hidden while there is nothing to say.
    """

    action_requested = Signal()
    """The button with the action's name was pressed; the message stays until it is dismissed or replaced."""
    dismissed = Signal()
    """By the user."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level: Level = "info"
        self._icon, self._text = LevelIcon(), QLabel()
        self._action, self._close = QPushButton(), QPushButton("✕")
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._close.setProperty("look", "flat")
        self._close.setAccessibleName(self.tr("Dismiss this message"))
        self._close.setToolTip(self.tr("Dismiss (Esc)"))
        self._lay_out()
        self._action.clicked.connect(self.action_requested)
        self._close.clicked.connect(self._on_dismissed)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._on_dismissed)
        self.hide()

    def show_message(self, text: str, level: Level = "info", action: str | None = None) -> None:
        """Shows a message in place of the one before; `action` is the name of the button, None for none."""
        self._level = level
        self._icon.set_level(level)
        self._text.setText(text)
        self._action.setText(action or "")
        self._action.setVisible(action is not None)
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

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text, 1)
        row.addWidget(self._action, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)

    def _on_dismissed(self) -> None:
        self.clear()
        self.dismissed.emit()
