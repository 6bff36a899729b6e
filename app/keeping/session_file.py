"""A session as a file (.attnsession): one JSON object that says what was looked at, and how. It carries no trust."""

import base64
import binascii
import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ... import __version__
from ...models.errors import UserError
from ...models.model_request import ModelRequest
from ...widgets.look.sentences import translated
from ...widgets.look.texts import tr
from ..export.safe_writing import write_bytes
from ..state.wishes import Focus, Look
from .session_paths import file_found, file_name, model_name, path_found, path_text
from .session_values import focus_from, look_from, odd, preparation_from, text_from

ENDING = ".attnsession"
VERSION = 1
_FORMAT = "attnscope session"
_LARGEST = 512 * 2**20
"""Bytes; a larger file is no session."""


@dataclass(frozen=True, slots=True)
class SavedPicture:
    """Where a picture lies, or the picture itself where it lies nowhere."""

    path: Path | None = None
    png: bytes = b""
    name: str = ""


@dataclass(frozen=True, slots=True)
class SavedSession:
    """Everything that a session file says."""

    request: ModelRequest = field(default_factory=ModelRequest)
    look: Look = field(default_factory=Look)
    focus: Focus = field(default_factory=Focus)
    picture: SavedPicture | None = None
    beside: SavedPicture | None = None
    """The pinned picture."""
    album: tuple[Path, ...] = ()
    panes: bytes = b""
    """Where the panes stand, as Qt writes it; nothing where they stand as at first."""
    window: bytes = b""
    """Where the window stands, and how large it is."""


def write_session(path: Path, session: SavedSession) -> None:
    """Write it, whole or not at all. **Raises** UserError where that cannot be done."""
    write_bytes(path, as_json(session, path.parent).encode())


def read_session(path: Path) -> SavedSession:
    """Read it. **Raises** UserError with what is wrong with the file; nothing of it is used then."""
    try:
        if path.stat().st_size > _LARGEST:
            raise UserError(tr("{0} is too large for a session: choose another file.").format(path.name))
        text = path.read_text("utf-8")
    except OSError as error:
        reason = translated(error.strerror or str(error))
        raise UserError(tr("{0} could not be read ({1}): choose another file.").format(path.name, reason)) from error
    except UnicodeDecodeError as error:
        raise UserError(tr("{0} is no session of attnscope: choose another file.").format(path.name)) from error
    return from_json(text, path.parent, path.name)


def as_json(session: SavedSession, folder: Path) -> str:
    """The text of a file in this folder; what lies below the folder is named from there."""
    request = dataclasses.replace(session.request, trust=False, download=False)
    network = request.as_json() | {
        "model": model_name(request.model, folder),
        "weights": file_name(request.weights, folder),
        "labels": file_name(request.labels, folder),
    }
    told = {
        "format": _FORMAT,
        "version": VERSION,
        "program": __version__,
        "network": network,
        "picture": _picture_json(session.picture, folder),
        "beside": _picture_json(session.beside, folder),
        "album": [path_text(path, folder) for path in session.album],
        "look": dataclasses.asdict(session.look),
        "focus": dataclasses.asdict(session.focus),
        "panes": base64.b64encode(session.panes).decode(),
        "window": base64.b64encode(session.window).decode(),
    }
    return json.dumps(told, indent=1, ensure_ascii=False)


def from_json(text: str, folder: Path, name: str = "The session") -> SavedSession:
    """The session out of a file's text. **Raises** UserError where anything in it is odd."""
    told = _parsed(text, name)
    try:
        return SavedSession(
            _request(told.get("network"), folder),
            look_from(told.get("look", {})),
            focus_from(told.get("focus", {})),
            _picture(told.get("picture"), folder),
            _picture(told.get("beside"), folder),
            _album(told.get("album", []), folder),
            _bytes(text_from(told, "panes")),
            _bytes(text_from(told, "window")),
        )
    except UserError as error:
        broken = tr("{0} is damaged and was not opened: {1}.")
        raise UserError(broken.format(name, translated(str(error)).rstrip(".。"))) from error


def _parsed(text: str, name: str) -> dict[str, Any]:
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UserError(tr("{0} is no session of attnscope: choose another file.").format(name)) from error
    if not isinstance(told, dict) or told.get("format") != _FORMAT:
        raise UserError(tr("{0} is no session of attnscope: choose another file.").format(name))
    version = told.get("version")
    if type(version) is not int or version < 1:
        raise UserError(tr("{0} is no session of attnscope: choose another file.").format(name))
    if version > VERSION:
        by = told.get("program")
        newer = tr("{0} was saved by a newer attnscope ({1}) than this one ({2}): install that one to open it.")
        raise UserError(newer.format(name, by if isinstance(by, str) else "?", __version__))
    return told


# ---------------------------------------------------------------------- the network


def _request(told: object, folder: Path) -> ModelRequest:
    if not isinstance(told, dict):
        raise UserError(odd("network"))
    # Whatever the file says: what may run code, and what may be fetched, is asked here and now.
    request = ModelRequest.from_json({**told, "trust": False, "download": False})
    if type(request.skip_head) is not bool:
        raise UserError(odd("skip_head"))
    return dataclasses.replace(
        request,
        model=file_found(request.model, folder) or request.model,
        weights=file_found(request.weights, folder),
        labels=file_found(request.labels, folder),
        preparation=preparation_from(request.preparation),
    )


# ---------------------------------------------------------------------- pictures and bytes


def _picture_json(picture: SavedPicture | None, folder: Path) -> dict[str, str] | None:
    if picture is None:
        return None
    if picture.path is not None:
        return {"path": path_text(picture.path, folder)}
    return {"name": picture.name, "png": base64.b64encode(picture.png).decode()}


def _picture(told: object, folder: Path) -> SavedPicture | None:
    if told is None:
        return None
    if not isinstance(told, dict):
        raise UserError(odd("picture"))
    path, name, png = (text_from(told, key) for key in ("path", "name", "png"))
    if not path and not png:
        raise UserError(odd("picture"))
    return SavedPicture(path=path_found(path, folder)) if path else SavedPicture(png=_bytes(png), name=name)


def _album(told: object, folder: Path) -> tuple[Path, ...]:
    if not isinstance(told, list) or not all(isinstance(path, str) and path for path in told):
        raise UserError(odd("album"))
    return tuple(path_found(path, folder) for path in told)


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise UserError(odd("picture")) from error


def missing(session: SavedSession) -> list[str]:
    """The names of the pictures that are not where the session says."""
    pictures: Mapping[Path, str] = {p.path: p.path.name for p in (session.picture, session.beside) if p and p.path}
    return [name for path, name in pictures.items() if not path.is_file()]
