"""Pictures that leave the window: onto the clipboard, or dragged into a slide, a letter or a folder."""

import re
import tempfile
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDrag, QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import QWidget

_PREVIEW = 160
"""Logical pixels of what hangs on the pointer, along its longer side."""
_scratch: tempfile.TemporaryDirectory[str] | None = None


def copy_image(image: QImage) -> None:
    """Put a picture onto the clipboard, from where every program pastes it."""
    QGuiApplication.clipboard().setImage(image)


def drag_image(widget: QWidget, image: QImage, name: str) -> bool:
    """Drag a picture out of a widget; returns, once it was let go, whether somebody took it."""
    drag = QDrag(widget)
    drag.setMimeData(image_mime(image, name))
    preview = _preview(image, widget.devicePixelRatioF())
    drag.setPixmap(preview)
    drag.setHotSpot(QPoint(-12, -12))
    return drag.exec(Qt.DropAction.CopyAction) != Qt.DropAction.IgnoreAction


def image_mime(image: QImage, name: str) -> QMimeData:
    """The picture itself, for programs that paste it, and as a PNG file, for those that take files.

    The file lives as long as the program.
    """
    mime = QMimeData()
    mime.setImageData(image)
    path = _folder() / f"{_file_name(name)}.png"
    if image.save(str(path)):
        mime.setUrls([QUrl.fromLocalFile(str(path))])
    return mime


def _preview(image: QImage, ratio: float) -> QPixmap:
    side = round(_PREVIEW * ratio)
    modes = (Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    pixmap = QPixmap.fromImage(image.scaled(side, side, *modes))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _folder() -> Path:
    """A folder of its own for every picture, so that an earlier one of the same name is not written over."""
    global _scratch
    if _scratch is None:
        # Cleared by Python when the program ends.
        _scratch = tempfile.TemporaryDirectory(prefix="attnscope-")
    return Path(tempfile.mkdtemp(dir=_scratch.name))


def _file_name(name: str) -> str:
    """A name that every system takes."""
    plain = re.sub(r'[\x00-\x1f<>:"/\\|?*]+', "_", name.removesuffix(".png")).strip(" .")
    return plain[:100] or "picture"
