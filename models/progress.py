"""How work that takes long tells how far it is, and hears that nobody waits for it any more."""

from typing import Protocol


class Cancelled(Exception):  # noqa: N818 - no error: somebody asked for it
    """Somebody asked for the work to be stopped."""


class Progress(Protocol):
    """Called every now and then by work that takes long."""

    def __call__(self, text: str, done: int = 0, total: int = 0) -> None:
        """`text` says what is being done; `done` of `total` bytes are, or `total` is 0 where nobody knows.

        **Raises** Cancelled where the work is to stop; whoever works leaves nothing half done then.
        """


def quietly(text: str, done: int = 0, total: int = 0) -> None:
    """Tells nobody, and never stops."""
    del text, done, total
