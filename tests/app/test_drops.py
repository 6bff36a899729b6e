"""What is dropped or pasted is found, or one sentence says why not."""

import base64
import io
from pathlib import Path

import numpy as np
import pytest
from attnscope.app.pictures.drops import dropped, may_be_opened
from attnscope.models.errors import UserError
from attnscope.models.pictures.images import read_image
from PIL import Image
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QImage


def mime(*urls: str, text: str = "", image: QImage | None = None) -> QMimeData:
    data = QMimeData()
    if urls:
        data.setUrls([QUrl(url) for url in urls])
    if text:
        data.setText(text)
    if image is not None:
        data.setImageData(image)
    return data


def test_every_file_is_taken_in_its_order(tmp_path: Path):
    paths = (tmp_path / "夏 天 #1 100%.png", tmp_path / "net.py")
    found = dropped(mime(*(QUrl.fromLocalFile(str(path)).toString(QUrl.FullyEncoded) for path in paths)))
    assert found.source == paths


def test_the_picture_that_a_browser_offers_is_read_pixel_for_pixel(qapp):
    image = QImage(3, 2, QImage.Format.Format_RGB32)
    image.fill(QColor(10, 20, 30))
    image.setPixelColor(2, 1, QColor(200, 100, 50))
    found = dropped(mime("https://example.org/a.png", image=image))
    pixels = read_image(found.source, found.name).pixels
    assert pixels.shape == (2, 3, 3)
    assert pixels[1, 2].tolist() == [200, 100, 50]
    assert np.all(pixels[0] == [10, 20, 30])


def test_an_address_alone_is_handed_on_to_be_asked_about():
    found = dropped(mime("https://example.org/a%20b.png?x=1"))
    assert (found.address, found.source) == ("https://example.org/a%20b.png?x=1", ())


def test_text_that_is_an_address_is_one_too():
    assert dropped(mime(text=" https://example.org/a.png\n")).address == "https://example.org/a.png"


@pytest.mark.parametrize("encoding", ["base64", "percent"])
def test_a_picture_that_is_written_out_in_its_address_needs_no_fetching(encoding):
    stream = io.BytesIO()
    Image.new("RGB", (2, 2), (1, 2, 3)).save(stream, "PNG")
    body = stream.getvalue()
    written = (
        f";base64,{base64.b64encode(body).decode()}"
        if encoding == "base64"
        else "," + "".join(f"%{byte:02X}" for byte in body)
    )
    found = dropped(mime(f"data:image/png{written}"))
    assert found.address == ""
    assert read_image(found.source, found.name).pixels.tolist() == [[[1, 2, 3]] * 2] * 2


def test_text_that_is_a_path_is_taken_as_one(tmp_path: Path):
    assert dropped(mime(text=f"{tmp_path / 'a.png'}\n")).source == (tmp_path / "a.png",)


@pytest.mark.parametrize("data", [mime(), mime(text="hello"), mime("ftp://a/b.png"), mime("data:text/html,hello")])
def test_no_picture_is_refused_with_what_to_do(data: QMimeData):
    with pytest.raises(UserError, match="no picture"):
        dropped(data)


def test_only_files_addresses_and_pictures_are_let_in():
    assert may_be_opened(mime("file:///a.png"))
    assert not may_be_opened(mime(text="hello"))
