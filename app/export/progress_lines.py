"""How far a download is, as one line in the terminal that is written over; nothing where no terminal reads it."""

from typing import TextIO

from tqdm import tqdm


class ProgressLines:
    """A `Progress` of the command line: bars for what has a size, nothing for the rest."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._bar: tqdm | None = None
        self._text = ""

    def __call__(self, text: str, done: int = 0, total: int = 0) -> None:
        """Say it."""
        if total <= 0 or not self._stream.isatty():
            return
        bar = self._bar
        if bar is None or text != self._text:
            self.end()
            bar = self._bar = tqdm(desc=text, total=total, unit="B", unit_scale=True, file=self._stream, leave=False)
            self._text = text
        bar.update(done - bar.n)

    def end(self) -> None:
        """Take the line away."""
        if self._bar is not None:
            self._bar.close()
            self._bar = None
