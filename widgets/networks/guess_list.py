"""Which network a checkpoint may be of."""

from itertools import pairwise
from pathlib import PurePath

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QRadioButton, QVBoxLayout, QWidget

from ...models.offers import CheckpointFacts, Guess
from ..controls.text_line import TextLine
from ..look.sentences import translated
from ..look.size_text import parameters_text


class GuessList(QWidget):
    """What a checkpoint says of itself, the networks it may be of, the likeliest chosen, and two ways round them."""

    guess_chosen = Signal(str)
    """The network that the file is to be loaded into."""
    list_requested = Signal()
    """He wants to pick another network from the list."""
    code_requested = Signal()
    """He wants to name Python code of his own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_GuessRow] = []
        self._group = QButtonGroup(self)
        self._file, self._facts, self._question = TextLine("brand"), TextLine("caption"), TextLine("text", wraps=True)
        self._list = QPushButton(self.tr("Another from the list …"))
        self._code = QPushButton(self.tr("My own code …"))
        self._load = QPushButton()
        self._load.setDefault(True)
        for button in (self._list, self._code):
            button.setAutoDefault(False)
        self._list.setToolTip(self.tr("Pick the network that this file belongs to"))
        self._code.setToolTip(self.tr("A Python file and what in it makes the network, such as net.py:build"))
        self._lay_out()
        self._group.buttonToggled.connect(self._on_toggled)
        self._load.clicked.connect(self._on_load)
        self._list.clicked.connect(self.list_requested)
        self._code.clicked.connect(self.code_requested)
        self._name_button()

    def set_facts(self, facts: CheckpointFacts) -> None:
        """Another checkpoint; its first guess is chosen."""
        self._file.show_text(PurePath(facts.path).name)
        self._file.setToolTip(facts.path)
        self._facts.show_text(self._facts_line(facts))
        for row in self._rows:
            # Out of the list at once, not when the program comes to it.
            row.setParent(None)
            row.deleteLater()
        self._rows = [_GuessRow(guess) for guess in facts.guesses]
        loadable = [row.radio for row in self._rows if row.loadable]
        for radio in loadable:
            self._group.addButton(radio)
        for row in self._rows:
            self._guesses.addWidget(row)
        for before, after in pairwise([*loadable, self._list]):
            QWidget.setTabOrder(before, after)
        if loadable:
            loadable[0].setChecked(True)
        self.setFocusProxy(loadable[0] if loadable else self._list)
        self._question.show_text(self._question_text(len(loadable)))
        self._name_button()

    def guess(self) -> str | None:
        """The chosen network; None where nothing is known that the file may be of."""
        return next((row.guess.model for row in self._rows if row.radio.isChecked()), None)

    def _facts_line(self, facts: CheckpointFacts) -> str:
        parts = (
            self.tr("{0:,} tensors").format(facts.tensors),
            self.tr("{0} parameters").format(parameters_text(facts.parameters)),
            "" if facts.classes is None else self.tr("{0:,} classes").format(facts.classes),
            self.tr("in {0}").format(facts.wrapping) if facts.wrapping else "",
        )
        return " · ".join(part for part in parts if part)

    def _question_text(self, guesses: int) -> str:
        if not guesses:
            return self.tr("No known network has tensors of these names and sizes. Which one is it?")
        return self.tr("Which network is it?") if guesses > 1 else self.tr("It looks like this network:")

    def _name_button(self) -> None:
        guess = self.guess()
        self._load.setText(self.tr("Load as {0}").format(guess) if guess else self.tr("Load"))
        self._load.setEnabled(guess is not None)

    def _on_toggled(self, _button: QRadioButton, on: bool) -> None:
        if on:
            self._name_button()

    def _on_load(self) -> None:
        if guess := self.guess():
            self.guess_chosen.emit(guess)

    def _lay_out(self) -> None:
        self._guesses = QVBoxLayout()
        self._guesses.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._file)
        column.addWidget(self._facts)
        column.addSpacing(8)
        column.addWidget(self._question)
        column.addSpacing(4)
        column.addLayout(self._guesses)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._list)
        row.addWidget(self._code)
        row.addStretch(1)
        row.addWidget(self._load)
        column.addLayout(row)


class _GuessRow(QWidget):
    """A guess with how sure it is; one that names no network that could be loaded ("hf/") is a line to read."""

    def __init__(self, guess: Guess) -> None:
        super().__init__()
        self.guess = guess
        self.loadable = not guess.model.endswith("/")
        self.radio = QRadioButton(guess.model)
        self.radio.setVisible(self.loadable)
        said = QLabel(self._said())
        said.setProperty("look", "good" if guess.certain else "caption")
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        self.radio.setAccessibleDescription(said.text())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self.radio)
        column.addWidget(said)
        said.setIndent(22 if self.loadable else 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """The line below the name chooses as well."""
        if self.loadable and event.button() == Qt.MouseButton.LeftButton:
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
            self.radio.click()

    def _said(self) -> str:
        if not self.loadable:
            return translated(self.guess.note)
        sure = self.tr("✓ names and sizes all match") if self.guess.certain else self.tr("≈ names and sizes are alike")
        return f"{sure} · {translated(self.guess.note)}" if self.guess.note else sure
