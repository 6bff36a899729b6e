"""What helps against a failure, as buttons beside its sentence."""

from .state import Deed
from .wording import tr


def remedies(code: str, only_head: bool = False) -> tuple[tuple[Deed, str], ...]:
    """Buttons for a failure that the engine has named with this code; none for most."""
    if code == "misfit":
        show: tuple[Deed, str] = ("differences", tr("Show what differs"))
        go_on: tuple[Deed, str] = ("skip_head", tr("Load without its head"))
        return (show, go_on) if only_head else (show,)
    if code == "untrusted":
        return (("trust", tr("I trust this file")),)
    if code == "memory":
        return (("smaller", tr("Smaller input")), ("half", tr("Half precision")), ("cpu", tr("On the CPU")))
    if code == "size":
        return (("prepare", tr("Input size …")),)
    if code == "offline":
        return (("here", tr("Show what is here")),)
    if code == "absent":
        return (("download", tr("Download them")),)
    return ()
