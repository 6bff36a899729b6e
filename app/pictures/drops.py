"""What was dropped or pasted: the files, the picture or its address in it, or one sentence why there is none."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QUrl
from PySide6.QtGui import QImage, QImageWriter

from ...models.errors import UserError
from ...widgets.look.texts import tr
from .web_pictures import may_be_fetched


@dataclass(frozen=True, slots=True)
class Dropped:
    """Files, or an encoded picture with a name for it, or only the address of one."""

    source: tuple[Path, ...] | bytes
    name: str = ""
    address: str = ""


def dropped(mime: QMimeData) -> Dropped:
    """The files or the picture in a drop or on the clipboard.

    Files come first; a browser that offers none offers the picture itself, which is used as it is, or its address.

    **Raises**: `UserError` when there is neither in it.
    """
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if files:
        return Dropped(tuple(files))
    if mime.hasImage():
        image = mime.imageData()
        if isinstance(image, QImage) and not image.isNull():
            return Dropped(_encoded(image), tr("pasted picture"))
    text = mime.text().strip() if mime.hasText() and len(mime.text()) < 4096 else ""
    for url in (*mime.urls(), QUrl(text, QUrl.ParsingMode.StrictMode)):
        if url.scheme() == "data" and (picture := _of_data(url)):
            return Dropped(picture, tr("dropped picture"))
        if may_be_fetched(url):
            return Dropped((), address=url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
    if text and Path(text).is_absolute():
        return Dropped((Path(text),))
    raise UserError(
        tr("There is no picture or file in that: drop an image or a checkpoint, or copy a picture and paste it.")
    )


def may_be_opened(mime: QMimeData) -> bool:
    """Whether a drop is worth taking; what it really holds is seen when it falls."""
    return mime.hasUrls() or mime.hasImage()


def _of_data(url: QUrl) -> bytes:
    """The picture that is written out in an address of the kind data:image/png;base64,..."""
    kind, _, body = url.path(QUrl.ComponentFormattingOption.FullyEncoded).partition(",")
    if not kind.startswith("image/"):
        return b""
    plain = unquote_to_bytes(body)
    return bytes(QByteArray.fromBase64(QByteArray(plain)).data()) if kind.endswith(";base64") else plain


def _encoded(image: QImage) -> bytes:
    """As PNG, so that a pasted picture takes the same way as a file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"png")
    # Quality 100 is zlib's lowest level: the bytes live for a moment only.
    writer.setQuality(100)
    writer.write(image)
    return bytes(buffer.data().data())
