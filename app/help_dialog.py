"""The list of keys, made from the actions themselves, and what the program is."""

from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from .. import __version__


def show_shortcuts(parent: QWidget, actions: list[QAction]) -> None:
    """A window with every key and what the mouse does."""
    keyed = [(action.shortcut().toString(), action.text()) for action in actions if not action.shortcut().isEmpty()]
    mouse = [
        (_tr("drop a picture"), _tr("Show it")),
        (_tr("drop weights or code"), _tr("Load that network")),
        (_tr("drop class names"), _tr("Name the classes by them")),
        (_tr("wheel on the picture"), _tr("Step through the layers")),
        (_tr("Ctrl + wheel"), _tr("Zoom at the pointer")),
        (_tr("drag"), _tr("Move the picture")),
        (_tr("double click"), _tr("Whole picture")),
        (_tr("click the picture"), _tr("Pick a query, in a layer of heads")),
        (_tr("click a bar"), _tr("Show that channel's feature map")),
    ]
    rows = "".join(
        f"<tr><td><b>{escape(key)}</b>&nbsp;&nbsp;</td><td>{escape(text)}</td></tr>" for key, text in keyed + mouse
    )
    _show(parent, _tr("Keyboard and mouse"), f"<table cellspacing=4>{rows}</table>")


def show_printed(parent: QWidget, text: str) -> None:
    """What the network printed, the newest at the end."""
    nothing = _tr("Nothing was printed since the engine was started.")
    _show(parent, _tr("What the network printed"), f"<pre>{escape(text)}</pre>" if text else f"<p>{nothing}</p>")


def show_about(parent: QWidget) -> None:
    """What the program is and what attention maps are not."""
    text = _tr(
        "<h3>attnscope {0}</h3><p>Shows what a vision network attends to: every channel gate, spatial gate and "
        "attention head that ran, found by what it does.</p><p>Each layer is proved: its weights are applied by hand "
        "and compared with what the network computed.</p><p>Attention shows where a network takes its information "
        "from. It is not by itself an explanation of the prediction.</p>"
    ).format(__version__)
    _show(parent, _tr("About attnscope"), text)


def _show(parent: QWidget, title: str, html: str) -> None:
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    text = QTextBrowser()
    text.setHtml(html)
    close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    close.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.addWidget(text)
    column.addWidget(close)
    dialog.resize(460, 560)
    dialog.exec()


def _tr(text: str) -> str:
    return QCoreApplication.translate("help", text)
