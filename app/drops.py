"""What was dropped or pasted: the files or the picture in it, or one sentence why there is none."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter

from ..models.errors import UserError


@dataclass(frozen=True, slots=True)
class Dropped:
    """Files, or an encoded picture with a name for it."""

    source: tuple[Path, ...] | bytes
    name: str = ""


def dropped(mime: QMimeData) -> Dropped:
    """The files or the picture in a drop or on the clipboard.

    Files come first; a browser that offers none offers the picture itself, which is used as it is.

    **Raises**: `UserError` when there is neither in it.
    """
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if files:
        return Dropped(tuple(files))
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
        return Dropped((path,))
    raise UserError(
        _tr("There is no picture or file in that: drop an image or a checkpoint, or copy a picture and paste it.")
    )


def may_be_opened(mime: QMimeData) -> bool:
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
