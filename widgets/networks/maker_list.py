"""What in a Python file may make a network, and the arguments for it."""

from pathlib import PurePath

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...models.offers import Maker
from ..controls.text_line import TextLine
from ..look.texts import tr

_MAKER = Qt.ItemDataRole.UserRole


class MakerList(QWidget):
    """The functions, classes and networks of a file, the likeliest chosen, and a line for arguments."""

    maker_chosen = Signal(str)
    """"path/to/file.py:name?arguments"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = ""
        self._file, self._question = TextLine("brand"), TextLine("text", wraps=True)
        self._list, self._arguments = QListWidget(), QLineEdit()
        self._hint, self._load = TextLine("caption", wraps=True), QPushButton(self.tr("Load"))
        self._list.setAccessibleName(self.tr("What makes the network"))
        self._list.setProperty("look", "framed")
        self._arguments.setAccessibleName(self.tr("Arguments"))
        self._load.setDefault(True)
        self._lay_out()
        self.setFocusProxy(self._list)
        self._list.currentItemChanged.connect(self._on_current)
        self._list.itemActivated.connect(self._on_load)
        self._arguments.textChanged.connect(self._show_load)
        self._load.clicked.connect(self._on_load)

    def set_makers(self, path: str, makers: tuple[Maker, ...]) -> None:
        """Another file; its first maker is chosen."""
        self._path = path
        self._file.show_text(PurePath(path).name)
        self._file.setToolTip(path)
        self._question.show_text(
            self.tr("What makes the network?")
            if makers
            else self.tr("Nothing in this file looks as if it made a network: it needs a function or a class for it.")
        )
        self._list.clear()
        for maker in makers:
            item = QListWidgetItem(_words(maker))
            item.setData(_MAKER, maker)
            item.setSizeHint(QSize(0, round(2.9 * self.fontMetrics().height())))
            self._list.addItem(item)
        self._list.setCurrentRow(0 if makers else -1)
        self._on_current()

    def spec(self) -> str | None:
        """What would be loaded; None where nothing is chosen or an argument is missing."""
        maker = self._maker()
        if maker is None:
            return None
        words = self._arguments.text().strip().lstrip("?")
        given = {pair.partition("=")[0] for pair in words.split("&")}
        if set(maker.needs) - given:
            return None
        return f"{self._path}:{maker.name}{'?' + words if words else ''}"

    def _maker(self) -> Maker | None:
        item = self._list.currentItem()
        return item.data(_MAKER) if item is not None else None

    def _on_current(self) -> None:
        maker = self._maker()
        if maker is not None:
            self._arguments.clear()
            takes = [f"{name}=…" for name in (*maker.needs, *maker.takes) if name not in ("args", "kwargs")]
            self._arguments.setPlaceholderText("&".join(takes))
            self._arguments.setEnabled(maker.kind != "network")
        self._show_load()

    def _show_load(self) -> None:
        maker = self._maker()
        missing = [] if maker is None or self.spec() else list(maker.needs)
        self._hint.show_text(
            self.tr("It needs a value for {0}, such as {1}.").format(
                ", ".join(missing), "&".join(f"{n}=10" for n in missing)
            )
            if missing
            else ""
        )
        self._load.setEnabled(self.spec() is not None)

    def _on_load(self) -> None:
        if spec := self.spec():
            self.maker_chosen.emit(spec)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self._file, self._question):
            column.addWidget(widget)
        column.addWidget(self._list, 1)
        row = QHBoxLayout()
        label = QLabel(self.tr("Arguments"))
        label.setBuddy(self._arguments)
        row.addWidget(label)
        row.addWidget(self._arguments, 1)
        column.addLayout(row)
        last = QHBoxLayout()
        last.addWidget(self._hint, 1)
        last.addWidget(self._load)
        column.addLayout(last)


def _words(maker: Maker) -> str:
    """The call as it stands in the code, and below it what and where it is."""
    arguments = ", ".join([*maker.needs, *(f"{name}=…" for name in maker.takes)])
    call = maker.name if maker.kind == "network" else f"{maker.name}({arguments})"
    kinds = {
        "function": tr("function, line {0}"),
        "class": tr("class, line {0}"),
        "network": tr("a network, line {0}"),
    }
    return f"{call}\n{kinds[maker.kind].format(maker.line)}"
