"""The camera as a live source, where Qt's multimedia parts are installed and there is one."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QImage

from ...models.pictures.images import Picture
from ...widgets.look.texts import tr
from .live_source import LiveSource

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QCamera, QMediaCaptureSession, QVideoFrame, QVideoSink


def camera_offer() -> str | None:
    """One sentence why there is no camera; None where there is one."""
    try:
        # Loads some hundred megabytes of libraries, and most people never use a camera.
        from PySide6.QtMultimedia import QMediaDevices
    except ImportError:
        return tr('The camera needs one more package: run pip install "attnscope[camera]".')
    if not QMediaDevices.videoInputs():
        return tr("There is no camera: plug one in, or let the program use it.")
    return None


class Camera(LiveSource):
    """A `LiveSource`. A frame is turned into pixels only when it was asked for; the others cost nothing."""

    def __init__(self) -> None:
        super().__init__(tr("camera"))
        self._wanted = False
        self._parts: tuple[QCamera, QMediaCaptureSession, QVideoSink] | None = None

    def start(self) -> None:
        """Switch the camera on, or say why not."""
        if (reason := camera_offer()) is not None:
            self.said.emit(reason)
            return
        from PySide6.QtMultimedia import QCamera, QMediaCaptureSession, QVideoSink

        camera, capture, sink = QCamera(), QMediaCaptureSession(), QVideoSink()
        capture.setCamera(camera)
        capture.setVideoSink(sink)
        camera.errorOccurred.connect(self._on_error)
        sink.videoFrameChanged.connect(self._on_frame)
        self._parts = (camera, capture, sink)
        camera.start()

    def stop(self) -> None:
        """Switch it off."""
        parts, self._parts, self._wanted = self._parts, None, False
        if parts is not None:
            camera, _, sink = parts
            sink.videoFrameChanged.disconnect(self._on_frame)
            camera.errorOccurred.disconnect(self._on_error)
            camera.stop()

    def ask(self) -> None:
        """The next frame that comes is sent: it is newer than any that is there."""
        self._wanted = True

    def _on_frame(self, frame: "QVideoFrame") -> None:
        if not self._wanted or not frame.isValid():
            return
        image = frame.toImage()
        if not image.isNull():
            self._wanted = False
            self.framed.emit(Picture(pixels_of(image), self.title))

    def _on_error(self, error: object, text: str) -> None:
        sentence = self.tr("The camera cannot be used ({0}): another program may hold it, or it was unplugged.")
        self.said.emit(sentence.format(text or error))


def pixels_of(image: QImage) -> np.ndarray:
    """**Shapes**: (H, W, 3) uint8, red, green, blue, contiguous."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : 3 * plain.width()].reshape(plain.height(), plain.width(), 3).copy()
