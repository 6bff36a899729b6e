"""Everything that pictures come from, made and connected: the album, films, the camera, the web."""

from pathlib import Path

from PySide6.QtCore import QObject

from ..session.session import Session
from ..state.state import Notice
from .album import Album
from .camera import Camera
from .live_feed import LiveFeed
from .player import Player
from .video import Video
from .web_pictures import WebPictures, question


class PictureSources(QObject):
    """The parts, and their sentences in the message bar."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        state = session.state
        self._session = session
        self._waiting: Notice | None = None
        self.album = Album(state, self.open)
        self.video = Video(state, session.show_picture)
        self.feed = LiveFeed(state, session.show_frame, self._say_error)
        self.player = Player(self.video, self.feed)
        self.camera = Camera()
        self.web = WebPictures()
        for part in (self.album, self.video, self.web):
            part.failed.connect(self._say_error)
        for part in (self.album, self.video):
            part.waiting.connect(self._on_waiting)
        self.web.asked.connect(self._on_asked)
        self.web.fetched.connect(self._on_fetched)
        self.web.progressed.connect(self._on_progressed)

    def open(self, source: Path | bytes, name: str = "") -> None:
        """Show a picture, in place of whatever film or camera there is: its frames would come before the picture."""
        self.feed.stop()
        self.video.close()
        self._session.open(source, name)

    def open_film(self, path: Path) -> None:
        """Show a film, in place of whatever else there is."""
        self.feed.stop()
        self.album.stop()
        self.video.open(path)

    def toggle_camera(self) -> None:
        """Switch the camera on, or off again."""
        if self.feed.source is self.camera:
            self.feed.stop()
        else:
            self.feed.start(self.camera)

    def _say_error(self, sentence: str) -> None:
        self._session.say(Notice(sentence, "error"))

    def _on_waiting(self, sentence: str) -> None:
        """Said while it lasts; taken away only where nothing else was said since."""
        if sentence:
            self._waiting = Notice(sentence)
            self._session.say(self._waiting)
        elif self._waiting is not None and self._session.state.now.notice is self._waiting:
            self._waiting = None
            self._session.say(None)

    def _on_asked(self, address: str) -> None:
        self._session.say(Notice(question(address), "info", (("fetch", self.tr("Fetch it")),)))

    def _on_progressed(self, done: int, total: int) -> None:
        amount = f"{done / 1e6:.1f} / {total / 1e6:.1f} MB" if total else f"{done / 1e6:.1f} MB"
        self._on_waiting(self.tr("Fetching the picture: {0}").format(amount))

    def _on_fetched(self, picture: bytes, name: str) -> None:
        self._on_waiting("")
        self.open(picture, name)
