"""What was dropped or pasted: the picture in it, or one sentence why there is none."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter

from ..models.errors import UserError


@dataclass(frozen=True, slots=True)
class Dropped:
    """A file, or an encoded picture with a name for it."""

    source: Path | bytes
    name: str = ""


def dropped(mime: QMimeData) -> Dropped:
    """The picture in a drop or on the clipboard.

    A file comes first; a browser that offers no file offers the picture itself, which is used as it is.

    **Raises**: `UserError` when there is no picture in it.
    """
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if files:
        return Dropped(files[0])
    if mime.hasImage():
        image = mime.imageData()
        if isinstance(image, QImage) and not image.isNull():
            return Dropped(_encoded(image), _tr("pasted picture"))
    if mime.hasUrls():
        raise UserError(
            _tr("That is only an address of a picture: save the picture, or copy it itself, and drop that.")
        )
    path = Path(mime.text().strip()) if mime.hasText() and len(mime.text()) < 4096 else None
    if path and path.is_absolute():
        return Dropped(path)
    raise UserError(_tr("There is no picture in that: drop an image file, or copy a picture and paste it."))


def may_hold_picture(mime: QMimeData) -> bool:
    """Whether a drop is worth taking; what it really holds is seen when it falls."""
    return mime.hasUrls() or mime.hasImage()


def _encoded(image: QImage) -> bytes:
    """As PNG, so that a pasted picture takes the same way as a file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"png")
    # Quality 100 is zlib's lowest level: the bytes live for a moment only.
    writer.setQuality(100)
    writer.write(image)
    return bytes(buffer.data().data())


def _tr(text: str) -> str:
    return QCoreApplication.translate("drops", text)
