"""Saving from the window: the view that is on screen, this layer, or every layer by `attnscope export` itself."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from ...models.errors import UserError
from ...widgets.look.sentences import translated
from ...widgets.look.texts import tr
from ..session.session import Session
from ..state.language import spoken_now
from ..state.settings import Settings
from ..state.state import Notice, State
from .export_process import ExportProcess
from .model_arguments import model_words

if TYPE_CHECKING:
    # The window is on screen sooner where painting into files is loaded once something is exported.
    from ...widgets.controls.export_form import ExportChoice
    from .export_dialog import ExportPanel

_SIZE = QSize(640, 220)


class Exporting(QObject):
    """Asks where to, writes, and says what was written or why not."""

    def __init__(self, parent: QWidget, state: State, session: Session, settings: Settings | None = None) -> None:
        super().__init__(parent)
        self._parent, self._state, self._session, self._settings = parent, state, session, settings
        self._process = ExportProcess(self)
        self._process.progressed.connect(self._on_progressed)
        self._process.finished.connect(self._on_finished)
        self._panel: ExportPanel | None = None
        self._folder = ""

    @property
    def is_running(self) -> bool:
        """Whether every layer is being exported."""
        return self._process.is_running

    def choose(self) -> None:
        """The dialog: what, in which formats, how large, and where."""
        if self._state.now.picture is None:
            self._say(self.tr("There is no picture to export yet: drop one on the window."), "warning")
            return
        from ...widgets.controls.sheet import Sheet
        from .export_dialog import ExportPanel
        from .export_memory import remembered_choice

        panel = self._panel = ExportPanel(remembered_choice(self._settings))
        panel.form.set_refused("layer", self._no_layer())
        panel.form.set_refused("all", self._not_all())
        panel.export_requested.connect(self._on_wished)
        panel.stop_requested.connect(self._process.stop)
        if self._process.is_running:
            panel.show_progress(0, 0, "")
        sheet = Sheet(self._parent, self.tr("Export"), panel, _SIZE)
        sheet.finished.connect(self._on_closed)
        sheet.show_alone()

    def save_view(self) -> None:
        """What fills the middle of the window, into one file."""
        now = self._state.now
        if now.picture is None:
            self._say(self.tr("There is no picture to save yet: drop one on the window."), "warning")
            return
        from .export_memory import remembered_choice
        from .view_export import VIEW_FORMATS, view_name, write_view

        filters = ";;".join(f"{name.upper()} (*.{name})" for name in VIEW_FORMATS)
        proposal = str(Path(remembered_choice(self._settings).folder) / f"{view_name(now)}.png")
        path, chosen = QFileDialog.getSaveFileName(self._parent, self.tr("Save this view"), proposal, filters)
        if path:
            named = path if Path(path).suffix else f"{path}.{chosen.partition(' ')[0].lower() or 'png'}"
            self._write(lambda: write_view(now, Path(named)))

    def export_all(self) -> None:
        """Every layer into a folder that is asked for, while the window goes on."""
        if reason := self._not_all():
            self._say(reason, "warning")
            return
        folder = QFileDialog.getExistingDirectory(self._parent, self.tr("Export every layer into this folder"))
        if folder:
            from ...widgets.controls.export_form import ExportChoice

            self._start(ExportChoice("all", ("png", "csv", "npz"), folder=folder))

    def copy_image(self) -> QImage | None:
        """The view as an image, for the clipboard or for another program; None where there is nothing."""
        from .export_raster import figure_image
        from .figures import view_figure

        figure = view_figure(self._state.now)
        return None if figure is None else figure_image(figure)

    # ------------------------------------------------------------------ what the dialog wishes

    def _on_wished(self, wished: object) -> None:
        from .export_memory import remember_choice

        choice = cast("ExportChoice", wished)
        remember_choice(self._settings, choice)
        if choice.extent == "all":
            self._start(choice)
        elif self._write(lambda: self._written(choice)) and self._panel is not None:
            self._panel.window().close()

    def _written(self, choice: "ExportChoice") -> Path:
        """The files of a view or a layer; returns the only one, or the folder of several."""
        from .figure import figure_theme
        from .view_export import view_name, write_layer, write_view

        now, folder, theme = self._state.now, _made(Path(choice.folder).expanduser()), figure_theme(choice.theme)
        if choice.extent == "layer":
            return [*write_layer(now, folder, choice.formats, choice.dpi, theme), folder][-1]
        paths = [folder / f"{view_name(now)}.{name}" for name in choice.formats]
        written = [write_view(now, path, choice.dpi, theme) for path in paths]
        return written[0] if len(written) == 1 else folder

    def _start(self, choice: "ExportChoice") -> None:
        now, reason = self._state.now, self._not_all()
        if now.pictured is None or reason:
            self._say(reason, "warning")
            return
        from .export_arguments import wish_words

        self._folder = choice.folder
        words = ["-o", choice.folder, "--formats", ",".join(choice.formats), f"--theme={choice.theme}"]
        words.append(f"--language={spoken_now()}")
        words += [f"--seconds={choice.seconds}", *([f"--dpi={choice.dpi}"] if choice.dpi else [])]
        words += wish_words(now.look, now.focus) + model_words(self._session.networks.request)
        self._process.start(now.pictured, words)
        if self._panel is not None:
            self._panel.show_progress(0, 0, self.tr("The network is loaded once more …"))
        self._say(self.tr("Exporting every layer into {0} …").format(choice.folder))

    def _no_layer(self) -> str:
        now = self._state.now
        fresh = now.outcome is not None and now.outcome.layers and now.pictured is now.picture
        return "" if fresh else self.tr("The picture has no layers yet: wait for the network.")

    def _not_all(self) -> str:
        """Why every layer cannot be exported now."""
        if self._process.is_running:
            return self.tr("An export is still running: wait for it, or stop it in the export dialog.")
        if self._state.now.pictured is None:
            return self.tr("There is nothing to export yet: wait for the network.")
        if self._session.is_remote:
            where = self.tr("The engine runs on {0}: use attnscope export there, or export this view or layer.")
            return where.format(self._session.place)
        return ""

    # ------------------------------------------------------------------ what happened

    def _on_progressed(self, done: int, of: int, file: str) -> None:
        if self._panel is not None:
            self._panel.show_progress(done, of, file)

    def _on_finished(self, well: bool, reason: str) -> None:
        if self._panel is not None:
            self._panel.show_idle()
            self._panel.form.set_refused("all", self._not_all())
        if well:
            self._say(self.tr("Every layer was exported into {0}.").format(self._folder))
        elif reason:
            self._say(reason, "error")
        else:
            self._say(self.tr("The export was stopped; what is finished lies in {0}.").format(self._folder))

    def _on_closed(self) -> None:
        self._panel = None

    def _write(self, write: Callable[[], Path]) -> bool:
        try:
            written = write()
        except UserError as error:
            self._say(str(error), "error")
            return False
        self._say(self.tr("Saved {0}.").format(written))
        return True

    def _say(self, text: str, level: Literal["info", "warning", "error"] = "info") -> None:
        self._session.say(Notice(text, level))


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        text = tr("{0} cannot be made a folder ({1}): choose another one.")
        raise UserError(text.format(folder, translated(str(error.strerror)))) from error
    return folder
