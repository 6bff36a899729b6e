"""An engine behind a command of the user's: a banner, a refusal, silence, a broken link."""

import os
import signal
import sys

import pytest
from attnscope.app.link.engine_client import EngineClient
from attnscope.app.link.engine_command import engine_command
from attnscope.app.link.engine_link import EngineLink
from attnscope.app.link.engine_log import EngineLog
from attnscope.app.link.engine_process import start_engine
from attnscope.app.link.keep_alive import KeepAlive
from attnscope.app.link.link_sentences import no_answer_yet
from PySide6.QtCore import QObject, QProcess

from .stand_in_engine import ECHO, answer, clients, command, failure, wait_until_gone

posix = pytest.mark.skipif(sys.platform == "win32", reason="has no such signals")


@pytest.fixture
def client(qtbot):
    with clients(qtbot) as make:
        yield make


# ---------------------------------------------------------------------- until the hello


def test_banner_before_the_hello_is_skipped_and_kept(client, qtbot):
    engine = client(f"print('\\x1b[32mWelcome!\\nconda: base', flush=True)\n{ECHO}", "gpu1")
    assert answer(qtbot, engine, engine.send("load")).header["was"] == "load"
    assert engine.log == "Welcome!\nconda: base"


def test_place_and_remoteness_are_known(client):
    assert (client(ECHO).remote, client(ECHO).place) == (False, "this computer")
    assert (client(ECHO, "gpu1").remote, client(ECHO, "gpu1").place) == (True, "gpu1")


@pytest.mark.parametrize(
    ("status", "said", "told", "cure"),
    [
        (127, "bash: line 1: attnscope: command not found", "attnscope: command not found", "install attnscope there"),
        (127, "zsh:1: command not found: attnscope", "command not found: attnscope", "install attnscope there"),
        (1, "/bin/python: No module named attnscope", "No module named attnscope", "install attnscope there"),
        (255, "ada@gpu1: Permission denied (publickey).", "Permission denied (publickey)", "set up a key"),
        (255, "ssh: Could not resolve hostname gpu1: Name or service not known", "resolve", "name of the host"),
        (255, "ssh: connect to host gpu1 port 22: Connection refused", "Connection refused", "port"),
        (255, "ssh: connect to host gpu1 port 22: Connection timed out", "timed out", "network"),
        (255, "Host key verification failed.", "Host key verification failed", "log in once"),
        (126, "bash: /opt/attnscope: Permission denied", "Permission denied", "you may run that program"),
        (1, "Error response from daemon: No such container: gpu1", "No such container", "mend its name"),
        (255, "a sentence of no known kind", "a sentence of no known kind", "in a terminal"),
        (127, "", "ended with status 127", "install attnscope there"),
        (0, "Have a nice day!", "Have a nice day!", "end with `attnscope engine`"),
    ],
)
def test_command_that_starts_no_engine_is_told_with_its_words_and_a_cure(client, qtbot, status, said, told, cure):
    ending = f"print('Welcome!', flush=True); print({said!r}, file=sys.stderr, flush=True); os._exit({status})"
    sentence = failure(qtbot, client(ending if said else f"os._exit({status})", "gpu1"))
    assert sentence.startswith("gpu1 did not start an engine: ")
    assert told in sentence
    assert cure in sentence
    assert "\n" not in sentence
    assert sentence.endswith(".")


def test_reason_is_found_behind_a_line_that_says_less(client, qtbot):
    said = "ssh: connect to host gpu1 port 22: Connection refused\\nlost connection\\n"
    assert "Connection refused" in failure(qtbot, client(f"sys.stderr.write('{said}'); os._exit(255)", "gpu1"))


def test_command_that_writes_for_ever_is_told(client, qtbot):
    engine = client("while True: os.write(1, b'yes or no?\\n' * 10_000)", "gpu1")
    sentence = failure(qtbot, engine)
    assert "gpu1 did not start an engine" in sentence
    assert "the newest is 'y" in sentence  # as far as it has come


def test_program_that_is_not_there_is_told_with_a_cure(qtbot):
    engine = EngineClient(engine_command("~/no/such/ssh gpu1 attnscope engine"))
    assert "`~` is not replaced" in failure(qtbot, engine)
    wait_until_gone(qtbot, engine)


def test_process_that_was_over_before_the_client_came_is_told(qtbot):
    gone = command("os._exit(127)", "gpu1")
    process = start_engine(gone)
    assert process.waitForFinished(30_000)
    engine = EngineClient(gone, process=process)
    assert "gpu1 did not start an engine" in failure(qtbot, engine)
    wait_until_gone(qtbot, engine)


@posix
def test_silence_before_the_hello_is_told_once_and_the_link_stays(client, qtbot):
    held = "signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})\n"
    begin = f"{held}print('Ready', flush=True)\nsignal.sigwait({{signal.SIGUSR1}})\n"
    engine = client(begin + ECHO, "gpu1", patience=0.1)
    told, failures = [], []
    engine.waiting.connect(told.append)
    engine.failed.connect(failures.append)
    qtbot.waitUntil(lambda: bool(told) and "Ready" in engine.log, timeout=30_000)
    os.kill(engine.findChild(QProcess).processId(), signal.SIGUSR1)
    assert answer(qtbot, engine, engine.send("load")).header["was"] == "load"
    assert len(told) == 1
    assert told[0].startswith("No answer yet from gpu1")
    assert failures == []


def test_who_waits_is_told_what_the_command_wrote_and_where_it_may_ask():
    log = EngineLog()
    log.feed(b"Password: ")
    sentence = no_answer_yet(command("", "gpu1"), log)
    assert sentence.startswith('No answer yet from gpu1 (the newest that it wrote is "Password:")')
    assert "terminal" in sentence


# ---------------------------------------------------------------------- a link that breaks


@posix
def test_killed_command_is_a_broken_link_and_connects_again(client, qtbot):
    engine = client(ECHO, "gpu1")
    os.kill(answer(qtbot, engine, engine.send("load")).header["pid"], signal.SIGKILL)
    assert failure(qtbot, engine) == "The link to gpu1 is broken: it crashed."
    engine.restart()
    assert answer(qtbot, engine, engine.send("load")).header["was"] == "load"


def test_last_words_of_a_broken_link_are_those_since_the_hello(client, qtbot):
    words = "sys.stderr.write('client_loop: send disconnect: Broken pipe\\n'); sys.stderr.flush(); os._exit(255)"
    engine = client(f"print('Welcome!', flush=True)\nhello()\nfor r in requests(): {words}", "gpu1")
    engine.send("load")
    sentence = "The link to gpu1 is broken: it ended with status 255: client_loop: send disconnect: Broken pipe."
    assert failure(qtbot, engine) == sentence


def test_broken_link_without_words_does_not_repeat_the_banner(client, qtbot):
    engine = client("print('Welcome!', flush=True)\nhello()\nfor r in requests(): os._exit(255)", "gpu1")
    engine.send("load")
    assert failure(qtbot, engine) == "The link to gpu1 is broken: it ended with status 255."


@posix
def test_command_that_takes_no_more_requests_is_a_broken_link(client, qtbot):
    engine = client("os.close(0)\nhello()\ntime.sleep(60)", "gpu1")
    with qtbot.waitSignal(engine.started, timeout=30_000):
        pass
    engine.send("load")
    assert failure(qtbot, engine) == "The link to gpu1 is broken: it takes no more requests."


def test_text_between_two_answers_is_told_with_its_likely_cause(client, qtbot):
    engine = client("hello()\nfor r in requests(): print('You have mail', flush=True)", "gpu1")
    engine.send("load")
    sentence = failure(qtbot, engine)
    assert "You have mail" in sentence
    assert "ssh -t" in sentence


PONGS = "hello(pings=True)\nfor r in requests(): say({'ping': 'pong'}.get(r.kind, 'echo'), r.id)"


@pytest.fixture
def link(qtbot):
    """A link that pings every 100 ms; its process is ended with the test."""
    parent, made = QObject(), []

    def make(text: str) -> EngineLink:
        made.append(start_engine(command(text, "gpu1")))
        return EngineLink(made[-1], command("", "gpu1"), None, parent, ping_every=0.1)

    yield make
    for process in made:
        process.blockSignals(True)
        process.kill()
        process.waitForFinished(10_000)


@posix
def test_link_that_stands_still_is_told(link, qtbot):
    connection = link(PONGS)
    with qtbot.waitSignal(connection.greeted, timeout=30_000):
        pass
    os.kill(connection.findChild(QProcess).processId(), signal.SIGSTOP)
    with qtbot.waitSignal(connection.broken, timeout=30_000) as told:
        pass
    assert told.args[0] == "The link to gpu1 is broken: it has been silent for too long."
    connection.release()


def test_link_that_answers_pings_stays_and_nobody_hears_of_them(link, qtbot):
    count = "pings = 0\nfor r in requests():\n    pings += 1\n    say('pong')\n    if pings == 10: say('enough')"
    connection, heard, told = link(f"hello(pings=True)\n{count}"), [], []
    connection.received.connect(lambda message: heard.append(message.kind))
    connection.broken.connect(told.append)
    qtbot.waitUntil(lambda: bool(heard), timeout=30_000)
    assert (heard, told) == (["enough"], [])
    connection.release()


@pytest.mark.parametrize(
    ("greeting", "place", "pings"), [("", "gpu1", 0), ("pings=True", "", 0), ("pings=True", "gpu1", 1)]
)
def test_only_an_engine_elsewhere_that_knows_pings_is_sent_any(client, qtbot, greeting, place, pings):
    engine = client(f"hello({greeting})\nfor r in requests(): pass", place)
    with qtbot.waitSignal(engine.started, timeout=30_000):
        pass
    assert len(engine.findChildren(KeepAlive)) == pings
