"""What an engine's standard output begins with: perhaps a banner of somebody else's, then the engine's hello."""

from .protocol import Decoder, Message, ProtocolError, encode

BANNER_LIMIT = 64 * 2**10
"""Bytes of other text that may come before the hello: login banners, an `echo` in .bashrc, messages of conda."""

_MAGIC = encode({"kind": "hello", "id": 0})[:4]


class Greeting:
    """Reads frames as `Decoder` does, but skips whatever comes before the hello. After it, nothing may come between."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._searched = 0
        """Where the first frame can still begin."""
        self._told = 0
        self._decoder: Decoder | None = None

    @property
    def complete(self) -> bool:
        """Whether the hello has come."""
        return self._decoder is not None

    def feed(self, data: bytes) -> list[Message]:
        """The messages that are complete with these bytes; the first of all is the hello.

        **Raises** ProtocolError where there is no hello within `BANNER_LIMIT`, and as `Decoder.feed` does after it.
        """
        if self._decoder is not None:
            return self._decoder.feed(data)
        self._bytes += data
        messages = self._search()
        if not messages and len(self._bytes) > BANNER_LIMIT:
            raise ProtocolError(f"there is no hello in its first {BANNER_LIMIT // 1024} KiB")
        return messages

    def text(self) -> bytes:
        """What was skipped since this was asked last."""
        end = self._searched if self.complete else len(self._bytes)
        skipped = bytes(self._bytes[self._told : end])
        self._told = max(self._told, end)
        return skipped

    def _search(self) -> list[Message]:
        start = self._bytes.find(_MAGIC, self._searched)
        while start >= 0:
            decoder = Decoder()
            self._searched = start
            try:
                messages = decoder.feed(bytes(self._bytes[start:]))
            except ProtocolError:
                messages = None
            if messages == []:
                return []
            if messages and messages[0].kind == "hello":
                self._decoder = decoder
                return messages
            start = self._bytes.find(_MAGIC, start + 1)
        # The last bytes may be the beginning of the mark.
        self._searched = max(self._searched, len(self._bytes) - len(_MAGIC) + 1)
        return []
