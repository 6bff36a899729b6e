"""A picture is fetched from where the user has said, and from nowhere else; whatever goes wrong is one sentence."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from attnscope.app.pictures import web_pictures
from attnscope.app.pictures.web_pictures import WebPictures, name_of, question
from PySide6.QtCore import QUrl
from PySide6.QtNetwork import QNetworkProxy

BODY = b"\x89PNG as sent"
GATE = threading.Event()


class Server(BaseHTTPRequestHandler):
    """Answers as its path says."""

    def do_GET(self) -> None:
        way = self.path.split("?")[0].strip("/")
        if way == "other":
            # The same server by its other name: to a browser it is another host.
            self.go_on(f"http://localhost:{self.server.server_port}/pictures/a.png")
        elif way == "here":
            self.go_on("/pictures/夏 1.png".encode().decode("latin-1"))
        elif way == "file":
            self.go_on("file:///etc/passwd")
        elif way == "round":
            self.go_on("/round")
        elif way == "page":
            self.send("text/html; charset=utf-8", b"<p>no</p>")
        elif way == "gone":
            self.send_error(404)
        elif way == "nothing":
            self.send("image/png", b"")
        elif way == "large":
            self.send("image/png", b"", length=10**10)
        elif way == "slow":
            self.send("image/png", BODY, wait=True)
        elif way == "endless":
            self.send("image/png", bytes(400_000))
        else:
            self.send("image/png", BODY)

    def send(self, kind: str, body: bytes, length: int | None = None, wait: bool = False) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        if length is not None:
            self.send_header("Content-Length", str(length))
        self.end_headers()
        if wait:
            GATE.wait(10)
        try:
            self.wfile.write(body)
        except OSError:
            return  # the other side has hung up, as it should

    def go_on(self, to: str) -> None:
        self.send_response(302)
        self.send_header("Location", to)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


@pytest.fixture(scope="module")
def address():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    GATE.set()
    server.shutdown()
    server.server_close()


@pytest.fixture
def web(qapp) -> WebPictures:
    before = QNetworkProxy.applicationProxy()
    QNetworkProxy.setApplicationProxy(QNetworkProxy(QNetworkProxy.ProxyType.NoProxy))
    yield WebPictures()
    QNetworkProxy.setApplicationProxy(before)


def test_a_picture_is_fetched_with_its_name(qtbot, web, address):
    with qtbot.waitSignal(web.fetched) as got:
        web.fetch(f"{address}/pictures/cat%20%E7%8C%AB.png?size=large")
    assert got.args == [BODY, "cat 猫.png"]
    assert not web.is_fetching


def test_nothing_is_fetched_before_the_user_has_agreed(qtbot, web, address):
    with qtbot.waitSignal(web.asked) as asked, qtbot.assertNotEmitted(web.fetched, wait=50):
        web.ask(f"{address}/a.png")
    assert "127.0.0.1" in question(asked.args[0])
    with qtbot.waitSignal(web.fetched):
        web.agree()


def test_a_redirect_within_the_host_is_followed(qtbot, web, address):
    with qtbot.waitSignal(web.fetched) as got:
        web.fetch(f"{address}/here")
    assert got.args[0] == BODY


def test_a_redirect_to_another_host_is_asked_about_anew(qtbot, web, address):
    with qtbot.waitSignal(web.asked) as asked, qtbot.assertNotEmitted(web.fetched, wait=50):
        web.fetch(f"{address}/other")
    assert "from localhost?" in question(asked.args[0])
    with qtbot.waitSignal(web.fetched) as got:
        web.agree()
    assert got.args == [BODY, "a.png"]


@pytest.mark.parametrize(
    ("way", "words"),
    [
        ("file", "could not be fetched"),
        ("page", "a page, not a picture"),
        ("gone", "HTTP 404"),
        ("nothing", "sent nothing"),
        ("large", "larger than"),
        ("round", "could not be fetched"),
    ],
)
def test_what_is_no_picture_is_one_sentence(qtbot, web, address, way, words):
    with qtbot.waitSignal(web.failed) as said:
        web.fetch(f"{address}/{way}")
    assert words in said.args[0]
    assert not web.is_fetching


def test_what_does_not_say_its_size_is_stopped_where_it_is_too_large(qtbot, web, address, monkeypatch):
    monkeypatch.setattr(web_pictures, "LIMIT", 100_000)
    with qtbot.waitSignal(web.failed) as said, qtbot.assertNotEmitted(web.fetched):
        web.fetch(f"{address}/endless")
    assert "larger than" in said.args[0]


def test_a_server_that_does_not_answer_is_given_up(qtbot, web, address, monkeypatch):
    monkeypatch.setattr(web_pictures, "TIMEOUT_MS", 30)
    with qtbot.waitSignal(web.failed) as said:
        web.fetch(f"{address}/slow")
    assert "did not answer in time" in said.args[0]


def test_a_server_that_is_not_there_is_said(qtbot, web):
    with qtbot.waitSignal(web.failed) as said:
        web.fetch("http://127.0.0.1:1/a.png")
    assert "127.0.0.1" in said.args[0]


def test_what_is_cancelled_says_nothing_any_more(qtbot, web, address):
    with qtbot.assertNotEmitted(web.failed, wait=80), qtbot.assertNotEmitted(web.fetched):
        web.fetch(f"{address}/slow")
        web.cancel()
    assert not web.is_fetching


def test_the_newest_wish_wins(qtbot, web, address):
    got: list[str] = []
    web.fetched.connect(lambda _, name: got.append(name))
    web.fetch(f"{address}/slow")
    with qtbot.waitSignal(web.fetched):
        web.fetch(f"{address}/second.png")
    assert got == ["second.png"]


@pytest.mark.parametrize("address", ["ftp://example.org/a.png", "file:///etc/passwd", "javascript:x", "", "http://"])
def test_only_addresses_of_the_web_are_fetched(qtbot, web, address):
    with qtbot.waitSignal(web.failed) as said:
        web.fetch(address)
    assert "http://" in said.args[0]


def test_a_picture_without_a_name_is_called_by_its_host():
    assert name_of(QUrl("https://example.org/")) == "example.org"
