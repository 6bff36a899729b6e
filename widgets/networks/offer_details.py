"""The chosen network in full, and buttons for what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ...models.offers import Offer
from ..controls.text_line import TextLine
from ..look.sentences import translated
from .offer_choice import Choice, choices, install_command, network_only
from .offer_text import facts_line


class OfferDetails(QFrame):
    """Name, facts and note of a network; a button to load it and, where a download is needed, one without it.

    Where the package with it is not installed, the command that installs it, to be copied.
    """

    choice_made = Signal(object)
    """The `Choice` that a button stands for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer: Offer | None = None
        self._file = ""
        self._name, self._facts, self._note = TextLine("brand"), TextLine("text"), TextLine("caption", wraps=True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._command, self._copy = QLineEdit(), QPushButton(self.tr("Copy"))
        self._command.setReadOnly(True)
        self._command.setAccessibleName(self.tr("The command that installs it"))
        self._copy.setToolTip(self.tr("Copy the command: run it in a terminal, then start attnscope again"))
        self._second, self._first = QPushButton(), QPushButton()
        self._first.setDefault(True)
        for button in (self._copy, self._second):
            button.setAutoDefault(False)
        self._lay_out()
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._command.text()))
        self._first.clicked.connect(lambda: self.take(0))
        self._second.clicked.connect(lambda: self.take(1))
        self.set_offer(None)

    def set_offer(self, offer: Offer | None) -> None:
        """The network to show; None for none."""
        self._offer = offer
        self._name.show_text(offer.model if offer else "")
        self._facts.show_text(facts_line(offer) if offer else "")
        self._note.show_text(translated(offer.note) if offer else "")
        self._note.setToolTip(translated(offer.note) if offer else "")
        self.setAccessibleName(offer.model if offer else self.tr("No network is chosen"))
        missing = offer is not None and offer.state == "extra"
        self._command.setText(install_command(offer) if offer and missing else "")
        self._command.setCursorPosition(0)
        for widget in (self._command, self._copy):
            widget.setVisible(missing)
        self._name_buttons()

    def set_file(self, file: str) -> None:
        """The file that the weights come out of, so that only a network is chosen; "" where weights are, too."""
        self._file = file
        self._name_buttons()

    def take(self, number: int = 0) -> None:
        """Does what a button does, 0 for the main one; nothing where there is no such button."""
        offered = self._offered()
        if number < len(offered):
            self.choice_made.emit(offered[number][1])

    def _offered(self) -> tuple[tuple[str, Choice], ...]:
        if self._offer is None:
            return ()
        return network_only(self._offer, self._file) if self._file else choices(self._offer)

    def _name_buttons(self) -> None:
        texts = [words for words, _ in self._offered()]
        self._first.setText(texts[0] if texts else self.tr("Load"))
        self._first.setEnabled(bool(texts))
        self._second.setVisible(len(texts) > 1)
        self._second.setText(texts[1] if len(texts) > 1 else "")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 0)
        column.setSpacing(3)
        column.addWidget(self._name)
        column.addWidget(self._facts)
        row = QHBoxLayout()
        row.setSpacing(8)
        # Room for two lines, so that nothing jumps while the user moves through the list.
        self._note.setFixedHeight(2 * self._note.fontMetrics().lineSpacing() + 2)
        row.addWidget(self._note, 3)
        row.addWidget(self._command, 2)
        for button in (self._copy, self._second, self._first):
            row.addWidget(button)
        column.addLayout(row)
