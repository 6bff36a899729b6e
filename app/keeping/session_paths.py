"""How a session names files: from its own folder where they lie below it, so that a folder can be taken elsewhere."""

from pathlib import Path

from ...models.errors import UserError
from .session_values import odd

_BELOW = "./"
"""What a path begins with that is named from the file's own folder, so that no name is taken for one."""


def model_name(model: str, folder: Path) -> str:
    """A MODEL that is a file or code of the user's, named from the folder; any other as it is."""
    place, colon, maker = model.rpartition(":")
    if colon and Path(place).is_file():
        return f"{file_name(place, folder)}:{maker}"
    return file_name(model, folder) or model


def file_name(text: str | None, folder: Path) -> str | None:
    """A file's path, from the folder where it lies below it; a name that is no file as it is."""
    if not text or not Path(text).is_file():
        return text
    path = path_text(Path(text), folder)
    return path if Path(path).is_absolute() else f"{_BELOW}{path}"


def file_found(text: str | None, folder: Path) -> str | None:
    """What was named from the folder, with its whole path."""
    return str(folder.absolute() / text.removeprefix(_BELOW)) if text and text.startswith(_BELOW) else text


def path_text(path: Path, folder: Path) -> str:
    """With "/" on every system, so that a folder can be taken to another one."""
    whole, root = path.absolute(), folder.absolute()
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else str(whole)


def path_found(text: str, folder: Path) -> Path:
    """The path that this text means in a session of this folder. **Raises** UserError where it can be none."""
    if "\0" in text:
        raise UserError(odd("path"))
    return (folder / text).absolute()
