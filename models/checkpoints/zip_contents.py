"""What is in a zip: torch's own checkpoints are zips, and so are many other things."""

import zipfile
from pathlib import Path

from ..errors import UserError
from .refused_files import damaged

_CHUNK = 1 << 22
_STATE_DICT = "torch.save(net.state_dict(), ...)"


def refuse_other_archives(path: Path, shown: str, size: int) -> None:
    """Let torch's checkpoints through.

    **Raises** UserError for any other zip, and for one whose list of contents claims more than the file can hold.
    """
    entries = _entries(path, shown)
    names = [entry.filename for entry in entries]
    if words := _other(names):
        raise UserError(f"{shown} {words}.")
    if any(entry.compress_type != zipfile.ZIP_STORED for entry in entries):
        raise UserError(
            f"{shown} was packed again with compression: unpack it with torch.load, and write it with torch.save."
        )
    if sum(entry.file_size for entry in entries) > size:
        raise UserError(damaged(shown))


def has_wrong_sums(path: Path) -> bool:
    """Whether a number in the archive is not what was written: torch writes check sums, and does not read them.

    Some writers leave the sums out; then nobody can tell.
    """
    with zipfile.ZipFile(path) as archive:
        return any(entry.CRC and not _is_whole(archive, entry) for entry in archive.infolist())


def _is_whole(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    try:
        with archive.open(entry) as stream:
            while stream.read(_CHUNK):
                pass
    except zipfile.BadZipFile:
        return False
    return True


def _entries(path: Path, shown: str) -> list[zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError, IndexError, KeyError) as error:
        raise UserError(damaged(shown)) from error


def _other(names: list[str]) -> str:
    """What the archive is, and what to do; "" where it is torch's."""
    ends = {name.rpartition("/")[2] for name in names}
    if "constants.pkl" in ends:
        return (
            "is a TorchScript program, not a checkpoint: save the weights in it with "
            "torch.save(torch.jit.load(FILE).state_dict(), ...)"
        )
    if ends & {"serialized_exported_program.json", "archive_format", "aotinductor_archive"}:
        return (
            "is an exported program (torch.export), not a checkpoint: save the weights in it with "
            "torch.save(torch.export.load(FILE).state_dict, ...)"
        )
    if any(name.endswith("/data.pkl") for name in names):
        return ""
    if names and all(name.endswith(".npy") for name in names):
        return f"is an archive of NumPy arrays, not a checkpoint: make one with {_STATE_DICT}"
    if "model.weights.h5" in ends:
        return f"is a Keras model, which cannot be read here: make a checkpoint with {_STATE_DICT}"
    if "[Content_Types].xml" in ends:
        return "is a document of an office program, not a checkpoint: choose a file of weights"
    return "is an archive of other files, not a checkpoint: unpack it, and choose the file of weights in it"
