"""The bar of the film that is open."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...widgets.pictures.video_bar import VideoBar
from ..state.state import State
from .player import Player
from .video import Video


class VideoPanel(QWidget):
    """Shows `Video` on a `VideoBar`; hidden while no film is open."""

    def __init__(self, state: State, video: Video, player: Player) -> None:
        super().__init__()
        self._video, self._player = video, player
        self._told = (0, 0.0)
        self.bar = VideoBar()
        self.setFocusProxy(self.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 6)
        column.addWidget(self.bar)
        self.bar.frame_requested.connect(video.go)
        self.bar.time_requested.connect(video.go_to)
        self.bar.step_requested.connect(player.step)
        self.bar.play_requested.connect(player.play)
        video.changed.connect(self._show_film)
        state.changed.connect(self._on_changed)
        self._show_film()

    def _on_changed(self, names: frozenset[str]) -> None:
        if "live" in names:
            self._show_playing()

    def _show_film(self) -> None:
        video = self._video
        if (video.count, video.length) != self._told:
            self._told = (video.count, video.length)
            self.bar.set_film(video.count, video.length)
        if video.count:
            self.bar.set_frame(video.number, float(video.times[video.number]))
        self.setVisible(video.count > 1)
        self._show_playing()

    def _show_playing(self) -> None:
        self.bar.set_playing(self._player.is_playing)
