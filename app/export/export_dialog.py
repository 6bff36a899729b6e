"""The export dialog: a form, how far a long export is, and the buttons."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ...widgets.controls.export_form import ExportChoice, ExportForm
from ...widgets.controls.text_line import TextLine


class ExportPanel(QWidget):
    """What stands in the dialog; it writes nothing itself."""

    export_requested = Signal(object)
    """An `ExportChoice`."""
    stop_requested = Signal()

    def __init__(self, choice: ExportChoice) -> None:
        super().__init__()
        self.form = ExportForm()
        self.form.set_choice(choice)
        self._bar, self._file = QProgressBar(), TextLine("caption")
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("How far the export is"))
        self._bar.setToolTip(self.tr("How far the export is"))
        self._export, self._stop = QPushButton(self.tr("Export")), QPushButton(self.tr("Stop"))
        self._export.setDefault(True)
        self._export.setToolTip(self.tr("Write the files  (Enter)"))
        self._stop.setAutoDefault(False)
        self._stop.setToolTip(self.tr("Stop the export; what is finished stays"))
        self._lay_out()
        self.setFocusProxy(self.form)
        self.form.edited.connect(self._on_edited)
        self.form.folder_requested.connect(self._on_folder)
        self._export.clicked.connect(lambda: self.export_requested.emit(self.form.choice()))
        self._stop.clicked.connect(self.stop_requested)
        self.show_idle()

    def show_progress(self, done: int, of: int, file: str) -> None:
        """How far it is; of 0: nobody knows yet."""
        self._bar.setRange(0, of)
        self._bar.setValue(done)
        self._file.show_text(file)
        self._show_running(True)

    def show_idle(self) -> None:
        """Nothing is being written."""
        self._bar.setRange(0, 1)
        self._show_running(False)
        self._on_edited()

    def _show_running(self, running: bool) -> None:
        for widget in (self._bar, self._file, self._stop):
            widget.setVisible(running)
        self.form.setEnabled(not running)
        self._export.setVisible(not running)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._bar, 1)
        row.addWidget(self._file, 2)
        row.addStretch(0)
        row.addWidget(self._stop, 0, Qt.AlignmentFlag.AlignRight)
        row.addWidget(self._export, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form, 1)
        column.addLayout(row)

    def _on_edited(self) -> None:
        self._export.setEnabled(not self.form.problem())

    def _on_folder(self) -> None:
        now = self.form.choice().folder
        folder = QFileDialog.getExistingDirectory(self, self.tr("Export into this folder"), now)
        if folder:
            self.form.set_folder(folder)
            self._on_edited()
