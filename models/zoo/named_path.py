"""A path as a user writes it, looked up."""

from pathlib import Path

from ..errors import UserError

_LONGEST = 100


def named_path(text: str) -> Path:
    """The path, with "~" written out; there may be nothing at it.

    **Raises** UserError where nobody can tell whether there is anything: no path at all, an unknown user's "~", or a
    folder that may not be looked into.
    """
    try:
        path = Path(text).expanduser()
        path.exists()
    except (OSError, RuntimeError, ValueError) as error:
        shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
        said = getattr(error, "strerror", None) or str(error).rstrip(".")
        raise UserError(f"{shown} cannot be looked up ({said}): check the path.") from error
    return path
