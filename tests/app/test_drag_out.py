"""A picture that leaves the window is both a picture and a PNG file, whoever takes it."""

from pathlib import Path

import pytest
from attnscope.app.pictures.drag_out import copy_image, image_mime
from PySide6.QtGui import QColor, QGuiApplication, QImage


@pytest.fixture
def image(qapp) -> QImage:
    image = QImage(5, 4, QImage.Format.Format_RGB32)
    image.fill(QColor(10, 200, 30))
    return image


def test_it_carries_the_picture_and_a_file_with_the_same_pixels(image):
    mime = image_mime(image, "猫 attention.png")
    assert mime.imageData() == image
    path = Path(mime.urls()[0].toLocalFile())
    assert path.name == "猫 attention.png"
    assert QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32) == image


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("a/b:c?.png", "a_b_c_.png"),
        ("  .. ", "picture.png"),
        ("x" * 300, "x" * 100 + ".png"),
        ("100% #1", "100% #1.png"),
    ],
)
def test_its_name_is_one_that_every_system_takes(image, name, file):
    assert Path(image_mime(image, name).urls()[0].toLocalFile()).name == file


def test_an_earlier_one_of_the_same_name_is_not_written_over(image):
    first, second = (Path(image_mime(image, "same").urls()[0].toLocalFile()) for _ in range(2))
    assert first != second
    assert first.exists()


def test_what_is_copied_can_be_pasted(image):
    copy_image(image)
    pasted = QGuiApplication.clipboard().image()
    assert pasted.convertToFormat(QImage.Format.Format_RGB32) == image
