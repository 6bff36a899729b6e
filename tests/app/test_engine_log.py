"""What an engine wrote is kept, and the line is found that says why it died."""

from attnscope.app.link.engine_log import EngineLog


def test_log_puts_lines_together():
    log = EngineLog()
    for piece in (b"one\ntw", b"o\n", "drei ü".encode()[:-1], b""):
        log.feed(piece)
    assert log.text.splitlines()[:2] == ["one", "two"]


def test_log_keeps_the_newest_lines():
    log = EngineLog()
    log.feed(b"".join(b"%d\n" % number for number in range(5000)))
    assert log.text.splitlines()[-1] == "4999"
    assert len(log.text.splitlines()) < 1000


def test_reason_of_a_crash_is_found_among_pythons_words():
    log = EngineLog()
    log.feed(b'hello\nFatal Python error: Segmentation fault\n\nCurrent thread 0x01:\n  File "x.py", line 3 in f\n')
    log.feed(b"Extension modules: numpy, torch (total: 2)\n")
    assert log.last_words() == "Segmentation fault"


def test_last_line_is_the_reason_where_python_says_none():
    log = EngineLog()
    log.feed(b'Traceback (most recent call last):\n  File "x.py", line 1\nOSError: disk is full\n')
    assert log.last_words() == "OSError: disk is full"


def test_silence_has_no_words():
    assert EngineLog().last_words() == ""


def test_pieces_of_two_streams_are_not_mixed():
    log = EngineLog()
    log.feed(b"Welcome to ", "output")
    log.feed("Grüße"[:3].encode()[:-1], "error")
    log.feed("ü".encode()[1:] + b"\n", "error")
    log.feed(b"gpu1\n", "output")
    assert log.text == "Grü\nWelcome to gpu1"


def test_colours_of_a_banner_are_left_out():
    log = EngineLog()
    log.feed(b"\x1b]0;gpu1\x07\x1b[1;32mgpu1\x1b[0m: no such file\r\n")
    assert log.last_words() == "gpu1: no such file"


def test_what_was_said_before_the_mark_is_no_reason():
    log = EngineLog()
    log.feed(b"Warning: a new host\n")
    log.mark()
    assert log.last_words() == ""
    assert log.text == "Warning: a new host"
    log.feed(b"Broken pipe\n")
    assert log.last_words() == "Broken pipe"


def test_line_without_end_is_kept_short():
    log = EngineLog()
    for _ in range(100):
        log.feed(b"." * 1000)
    assert len(log.text) <= 5000
