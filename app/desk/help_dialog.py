"""What the program is, and what the network printed."""

from html import escape

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from ... import __version__
from ...widgets.look.texts import tr


def show_printed(parent: QWidget, text: str) -> None:
    """What the network printed, the newest at the end."""
    nothing = tr("Nothing was printed since the engine was started.")
    _show(parent, tr("What the network printed"), f"<pre>{escape(text)}</pre>" if text else f"<p>{nothing}</p>")


def show_about(parent: QWidget) -> None:
    """What the program is and what attention maps are not."""
    text = tr(
        "<h3>attnscope {0}</h3><p>Shows what a vision network attends to: every channel gate, spatial gate and "
        "attention head that ran, found by what it does.</p><p>Each layer is proved: its weights are applied by hand "
        "and compared with what the network computed.</p><p>Attention shows where a network takes its information "
        "from. It is not by itself an explanation of the prediction.</p>"
    ).format(__version__)
    _show(parent, tr("About attnscope"), text)


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
