"""Files from the network: whole and right, or not there at all."""

import contextlib
import errno
import hashlib
import http.client
import os
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

from ..errors import NoConnectionError, UserError
from ..progress import Progress, quietly

_PATIENCE = 15.0
"""Seconds without a byte."""
_CHUNK = 1 << 16
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_HERE_WORKS = "what is on this machine already goes on working"
_NETWORK = (urllib.error.URLError, TimeoutError, ConnectionError, http.client.HTTPException, OSError)


def fetch(
    url: str, target: Path, progress: Progress = quietly, sha256_prefix: str | None = None, expected: int | None = None
) -> None:
    """Brings a file to `target`, over whatever lies there.

    `sha256_prefix` is what its SHA-256 begins with, in hexadecimal digits; `expected` is about how many bytes it has,
    for the progress, where the server does not say. Stopped or broken off, it leaves nothing behind.

    **Raises** UserError: no connection, no such file, another file than it must be, no room for it; Cancelled where
    `progress` stops it.
    """
    host = _host(url)
    progress(f"Connecting to {host} …")
    with _part(target) as part:
        with _answer(url, host) as answer, part.open("wb") as file:
            digest = _copied(answer, file, host, target.name, progress, expected or 0)
        if sha256_prefix and not digest.startswith(sha256_prefix.lower()):
            raise UserError(f"{target.name} came from {host} with other contents than it must have: try again later.")
        with _writing(target):
            part.replace(target)


def sha256_in_name(name: str) -> str | None:
    """What a file's SHA-256 begins with where its name tells, as torch.hub's files do: "resnet50-11ad3fa6.pth"."""
    found = name.partition(".")[0].rpartition("-")[2]
    return found if len(found) >= 8 and all(sign in "0123456789abcdef" for sign in found) else None


def _host(url: str) -> str:
    """The server's name.

    **Raises** UserError where nothing keeps others from changing the file on its way.
    """
    parts = urlsplit(url)
    if parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK):
        return parts.hostname or ""
    raise UserError(f"{url} is no https address: fetch the file by hand, and give its path.")


class _SameCare(urllib.request.HTTPRedirectHandler):
    """Follows a server to another address only where that is as safe."""

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        try:
            _host(newurl)
        except UserError:
            fp.close()
            raise
        return super().redirect_request(req, fp, code, msg, headers, newurl)


@contextlib.contextmanager
def _answer(url: str, host: str) -> Iterator[http.client.HTTPResponse]:
    request = urllib.request.Request(url, headers={"User-Agent": "attnscope"})
    try:
        answer = urllib.request.build_opener(_SameCare).open(request, timeout=_PATIENCE)
    except urllib.error.HTTPError as error:
        error.close()
        gone = error.code in (404, 410)
        cure = "it may have moved: fetch it by hand, and give its path" if gone else "try again later"
        raise UserError(f"{host} has no {Path(urlsplit(url).path).name} for us (HTTP {error.code}): {cure}.") from error
    except _NETWORK as error:
        raise _no_connection(host, error) from error
    with answer:
        yield answer


def _copied(
    answer: http.client.HTTPResponse, file: IO[bytes], host: str, name: str, progress: Progress, expected: int
) -> str:
    """The SHA-256 of what was copied, which is all that the server spoke of."""
    told, done, digest = answer.length, 0, hashlib.sha256()
    total = told or expected
    while chunk := _chunk(answer, host):
        with _writing(Path(file.name)):
            file.write(chunk)
        digest.update(chunk)
        done += len(chunk)
        progress(f"Downloading {name}", done, total if done <= total else 0)
    if told is not None and done != told:
        raise UserError(f"The connection to {host} broke off after {done:,} of {told:,} bytes: try again.")
    return digest.hexdigest()


def _chunk(answer: http.client.HTTPResponse, host: str) -> bytes:
    try:
        return answer.read1(_CHUNK)
    except _NETWORK as error:
        raise _no_connection(host, error) from error


def _no_connection(host: str, error: Exception) -> NoConnectionError:
    reason = getattr(error, "reason", None) or error
    said = getattr(reason, "strerror", None) or str(reason) or type(reason).__name__
    return NoConnectionError(f"No connection to {host} ({said}): {_HERE_WORKS}.")


@contextlib.contextmanager
def _part(target: Path) -> Iterator[Path]:
    """A file beside the target that is gone afterwards, unless it took the target's place."""
    with _writing(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(".part", f".{target.name}.", target.parent)
        os.close(number)
    try:
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


@contextlib.contextmanager
def _writing(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise UserError(f"The disk is full, in {target.parent}: make room there and try again.") from error
        raise UserError(f"{target.parent} cannot be written to ({error.strerror}): check the folder.") from error
