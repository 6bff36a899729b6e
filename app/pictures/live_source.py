"""What has a newer picture all the time: a camera, or a film that plays."""

from PySide6.QtCore import QObject, Signal


class LiveSource(QObject):
    """Sends a picture each time it is asked for one, and never otherwise."""

    framed = Signal(object)
    """A `Picture`: the answer to `ask`."""
    said = Signal(str)
    """One sentence about what went wrong, or "" where it has come to its end; nothing comes any more."""

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.title = title
        """What it is, in a word or two."""

    def start(self) -> None:
        """Begin; frames come only when they are asked for."""
        raise NotImplementedError

    def stop(self) -> None:
        """End, and let go of the device."""
        raise NotImplementedError

    def ask(self) -> None:
        """Send the newest frame, or the next that there is."""
        raise NotImplementedError
