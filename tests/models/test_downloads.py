"""A file comes whole and right, or nothing is left of it: from servers on this machine, good and bad."""

import errno
import hashlib
import json
import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from attnscope.models.errors import UserError
from attnscope.models.progress import Cancelled, quietly
from attnscope.models.zoo import downloads
from attnscope.models.zoo.downloads import fetch, sha256_in_name
from attnscope.models.zoo.published import cached_file, published

BYTES = bytes(range(256)) * 2000
DIGEST = hashlib.sha256(BYTES).hexdigest()
Answer = Callable[[BaseHTTPRequestHandler], None]


class Server:
    """Answers each path as it is told, and notes what was asked for."""

    def __init__(self, answers: dict[str, Answer]) -> None:
        self.asked: list[str] = []
        asked = self.asked

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(self.path)
                answers.get(self.path.partition("?")[0], _missing)(self)

            do_HEAD = do_GET  # noqa: N815 - the name that http.server calls

            def log_message(self, *_: Any) -> None:
                """Says nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


def _missing(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(404)
    handler.send_header("X-Error-Code", "RepoNotFound")  # what the hub says with it
    handler.send_header("Content-Length", "0")
    handler.end_headers()


def giving(body: bytes, length: int | None = None, headers: dict[str, str] | None = None) -> Answer:
    """Sends the body, having spoken of `length` bytes."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        for name, value in {"Content-Length": str(len(body) if length is None else length), **(headers or {})}.items():
            handler.send_header(name, value)
        handler.end_headers()
        if handler.command == "GET":
            handler.wfile.write(body)
        handler.close_connection = True

    return answer


def sending_to(address: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(302)
        handler.send_header("Location", address)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


def failing(code: int) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(code)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


@pytest.fixture
def serve() -> Iterator[Callable[[dict[str, Answer]], Server]]:
    servers: list[Server] = []

    def start(answers: dict[str, Answer]) -> Server:
        servers.append(Server(answers))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


def refusal(url: str, target: Path, **options: Any) -> str:
    with pytest.raises(UserError) as caught:
        fetch(url, target, **options)
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert sentence.endswith(".")
    return sentence


def test_file_comes_whole_and_tells_how_far_it_is(serve, tmp_path):
    server, heard = serve({"/net.pth": giving(BYTES)}), []
    target = tmp_path / "deep" / "net.pth"
    fetch(f"{server.url}/net.pth", target, lambda *told: heard.append(told), DIGEST[:8])
    assert target.read_bytes() == BYTES
    assert [path.name for path in target.parent.iterdir()] == ["net.pth"]
    assert heard[-1] == ("Downloading net.pth", len(BYTES), len(BYTES))
    done = [told[1] for told in heard if len(told) == 3]
    assert done == sorted(done)
    assert len(done) > 2


def test_redirection_is_followed(serve, tmp_path):
    server = serve({"/old": sending_to("/new"), "/new": giving(BYTES)})
    fetch(f"{server.url}/old", tmp_path / "net.pth")
    assert (tmp_path / "net.pth").read_bytes() == BYTES


def test_progress_takes_the_expected_size_where_the_server_tells_none(serve, tmp_path):
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(BYTES)
        handler.close_connection = True

    heard = []
    url = serve({"/net.pth": answer}).url
    fetch(f"{url}/net.pth", tmp_path / "net.pth", lambda *told: heard.append(told), expected=600_000)
    assert heard[1][2] == 600_000


def test_cancelled_download_leaves_nothing(serve, tmp_path):
    def stop(text: str, done: int = 0, total: int = 0) -> None:
        if done > 100_000:
            raise Cancelled

    (tmp_path / "net.pth").write_bytes(b"older")
    with pytest.raises(Cancelled):
        fetch(f"{serve({'/net.pth': giving(BYTES)}).url}/net.pth", tmp_path / "net.pth", stop)
    assert [path.name for path in tmp_path.iterdir()] == ["net.pth"]
    assert (tmp_path / "net.pth").read_bytes() == b"older"


def test_other_contents_are_refused(serve, tmp_path):
    server = serve({"/net.pth": giving(BYTES)})
    assert "other contents" in refusal(f"{server.url}/net.pth", tmp_path / "net.pth", sha256_prefix="0123abcd")
    assert not list(tmp_path.iterdir())


def test_connection_that_breaks_off_leaves_nothing(serve, tmp_path):
    server = serve({"/net.pth": giving(BYTES, len(BYTES) + 999)})
    assert "broke off after 512,000 of 512,999" in refusal(f"{server.url}/net.pth", tmp_path / "net.pth")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("code", "word"), [(404, "by hand"), (403, "HTTP 403"), (503, "later")])
def test_server_that_does_not_give_it(serve, tmp_path, code, word):
    sentence = refusal(f"{serve({'/a/net.pth': failing(code)}).url}/a/net.pth", tmp_path / "net.pth")
    assert word in sentence
    assert "net.pth" in sentence
    assert not list(tmp_path.iterdir())


def test_offline_says_so(tmp_path):
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        port = nobody.getsockname()[1]
    sentence = refusal(f"http://127.0.0.1:{port}/net.pth", tmp_path / "net.pth")
    assert "No connection to 127.0.0.1" in sentence
    assert "already goes on working" in sentence
    assert not list(tmp_path.iterdir())


def test_silent_server_is_not_waited_for(tmp_path, monkeypatch):
    monkeypatch.setattr(downloads, "_PATIENCE", 0.05)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        assert "No connection" in refusal(f"http://127.0.0.1:{silent.getsockname()[1]}/x.pth", tmp_path / "x.pth")


@pytest.mark.parametrize("url", ["http://example.org/net.pth", "file:///etc/hostname", "ftp://127.0.0.1/x"])
def test_unsafe_addresses_are_refused(url, tmp_path):
    assert "https" in refusal(url, tmp_path / "net.pth")


def test_redirection_to_an_unsafe_address_is_refused(serve, tmp_path):
    server = serve({"/net.pth": sending_to("http://example.org/net.pth")})
    assert "https" in refusal(f"{server.url}/net.pth", tmp_path / "net.pth")


@pytest.mark.parametrize(("number", "word"), [(errno.ENOSPC, "disk is full"), (errno.EACCES, "cannot be written")])
def test_disk_that_takes_no_more(serve, tmp_path, monkeypatch, number, word):
    def full(*_: Any, **__: Any) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(Path, "replace", full)
    assert word in refusal(f"{serve({'/net.pth': giving(BYTES)}).url}/net.pth", tmp_path / "net.pth")
    assert not list(tmp_path.iterdir())


def test_folder_that_cannot_be_made(serve, tmp_path):
    (tmp_path / "file").write_text("")
    server = serve({"/net.pth": giving(BYTES)})
    assert "cannot be written" in refusal(f"{server.url}/net.pth", tmp_path / "file" / "net.pth")
    assert not server.asked


@pytest.mark.parametrize(
    ("name", "digest"),
    [("resnet50-11ad3fa6.pth", "11ad3fa6"), ("seresnet50-60a8950a85b2b.pkl", "60a8950a85b2b"), ("a-b.pth", None)],
)
def test_digest_in_a_file_name(name, digest):
    assert sha256_in_name(name) == digest


def test_published_weights_lie_where_torch_hub_keeps_them(tmp_path, monkeypatch):
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    weights = published("se/resnet50")
    assert weights is not None
    assert cached_file(weights) == tmp_path / "hub" / "checkpoints" / "seresnet50-60a8950a85b2b.pkl"
    assert sha256_in_name(weights.file) == weights.sha256
    assert published("cbam/resnet50") is None


# ---------------------------------------------------------------------- the Hugging Face hub, played on this machine

COMMIT = "0123456789abcdef0123456789abcdef01234567"
FILES = {"config.json": b'{"model_type": "vit"}', "model.safetensors": BYTES, "tf_model.h5": b"not wanted"}


@pytest.fixture
def hub(serve, tmp_path, monkeypatch) -> Server:
    """A hub that has ORG/NAME."""
    constants = pytest.importorskip("huggingface_hub.constants")
    siblings = [{"rfilename": name, "size": len(body)} for name, body in FILES.items()]
    told = json.dumps({"id": "ORG/NAME", "sha": COMMIT, "siblings": siblings}).encode()
    answers = {"/api/models/ORG/NAME": giving(told, headers={"Content-Type": "application/json"})}
    for name, body in FILES.items():
        headers = {"X-Repo-Commit": COMMIT, "ETag": f'"{hashlib.sha256(body).hexdigest()}"'}
        answers |= {
            f"/ORG/NAME/resolve/{revision}/{name}": giving(body, headers=headers) for revision in ("main", COMMIT)
        }
    server = serve(answers)
    monkeypatch.setattr(constants, "ENDPOINT", server.url)
    files = server.url + "/{repo_id}/resolve/{revision}/{filename}"
    monkeypatch.setattr(constants, "HUGGINGFACE_CO_URL_TEMPLATE", files)
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path / "hub"))
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
    return server


def weights_only(there: Any) -> list[str]:
    return [name for name in ("config.json", "model.safetensors") if name in there]


def test_hubs_files_come_into_its_cache_and_tell_how_far_they_are(hub):
    from attnscope.models.zoo.hub import fetch_files, in_cache

    heard = []
    assert in_cache("ORG/NAME", ["model.safetensors"]) is None
    files = fetch_files("ORG/NAME", weights_only, lambda *told: heard.append(told))
    assert [file.read_bytes() for file in files] == [FILES["config.json"], BYTES]
    assert in_cache("ORG/NAME", ["other", "model.safetensors"]) == files[1]
    total = len(BYTES) + len(FILES["config.json"])
    assert heard[-1] == ("Downloading ORG/NAME", total, total)
    assert not any("tf_model" in path for path in hub.asked)


def test_cancelled_download_leaves_no_part_in_the_hubs_cache(hub, tmp_path):
    from attnscope.models.zoo.hub import fetch_files, in_cache

    def stop(text: str, done: int = 0, total: int = 0) -> None:
        if done > 1000:
            raise Cancelled

    with pytest.raises(Cancelled):
        fetch_files("ORG/NAME", weights_only, stop)
    assert in_cache("ORG/NAME", ["model.safetensors"]) is None
    assert all(path.stat().st_size < len(BYTES) for path in tmp_path.rglob("*") if path.is_file())
    assert not list(tmp_path.rglob("*.incomplete"))


@pytest.mark.parametrize(
    ("name", "word"), [("ORG/OTHER", "has no ORG/OTHER"), ("a b/c", "ORG/NAME"), ("x/y/z", "ORG/NAME")]
)
def test_repository_that_is_not_there(hub, name, word):
    from attnscope.models.zoo.hub import fetch_files

    with pytest.raises(UserError, match=word):
        fetch_files(name, weights_only, quietly)


def test_hub_that_cannot_be_reached(hub, monkeypatch):
    from attnscope.models.zoo.hub import fetch_files
    from huggingface_hub import constants

    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        monkeypatch.setattr(constants, "ENDPOINT", f"http://127.0.0.1:{nobody.getsockname()[1]}")
        with pytest.raises(UserError, match="already goes on working"):
            fetch_files("ORG/NAME", weights_only, quietly)


def test_wish_to_stay_offline_is_respected(hub, monkeypatch):
    from attnscope.models.zoo.hub import fetch_files
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    with pytest.raises(UserError, match="HF_HUB_OFFLINE"):
        fetch_files("ORG/NAME", weights_only, quietly)
    assert not hub.asked
