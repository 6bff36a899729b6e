"""What comes before the hello is skipped and kept; what comes after it is frames and nothing else."""

import pytest
from attnscope.app.link.greeting import BANNER_LIMIT, Greeting
from attnscope.app.link.protocol import ProtocolError, encode

HELLO = encode({"kind": "hello", "id": 0, "protocol": 1})
BANNER = "Welcome to gpu1 \N{EM DASH} ATNS is a mark, ATNS\x10\x00\x00\x00 too\r\n(base) ".encode()


@pytest.mark.parametrize("size", [1, 3, 7, 1000])
def test_banner_in_pieces_is_skipped_and_kept(size):
    greeting, data = Greeting(), BANNER + HELLO + encode({"kind": "first", "id": 4})
    kinds, text = [], b""
    for start in range(0, len(data), size):
        kinds += [message.kind for message in greeting.feed(data[start : start + size])]
        text += greeting.text()
    assert kinds == ["hello", "first"]
    assert text.startswith(BANNER)
    assert greeting.complete


def test_frame_of_another_kind_is_no_hello():
    greeting = Greeting()
    assert greeting.feed(encode({"kind": "echo", "id": 3})) == []
    assert not greeting.complete
    assert greeting.feed(HELLO)[0].kind == "hello"


def test_text_without_hello_is_told_as_it_comes():
    greeting = Greeting()
    greeting.feed(b"Password: ")
    assert greeting.text() == b"Password: "
    assert greeting.text() == b""


def test_banner_as_long_as_the_limit_is_skipped():
    greeting = Greeting()
    assert greeting.feed(b"x" * BANNER_LIMIT) == []
    assert greeting.feed(HELLO)[0].kind == "hello"


def test_noise_beyond_the_limit_is_refused():
    greeting = Greeting()
    greeting.feed(b"y\n" * (BANNER_LIMIT // 2))
    with pytest.raises(ProtocolError, match="no hello"):
        greeting.feed(b"y\n")


def test_text_after_the_hello_is_refused():
    greeting = Greeting()
    greeting.feed(HELLO)
    with pytest.raises(ProtocolError, match="expected a frame"):
        greeting.feed(b"a late word")
