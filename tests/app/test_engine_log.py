"""What an engine wrote is kept, and the line is found that says why it died."""

from attnscope.app.engine_log import EngineLog


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
