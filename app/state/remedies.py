"""What helps against a failure, as buttons beside its sentence."""

from ...widgets.look.texts import tr
from .state import Deed


def remedies(code: str, only_head: bool = False, where: tuple[str, ...] = ()) -> tuple[tuple[Deed, str], ...]:
    """Buttons for a failure that the engine has named with this code; none for most.

    `where` holds the device and the precision that it failed with, which are no way out of it.
    """
    if code == "misfit":
        show: tuple[Deed, str] = ("differences", tr("Show what differs"))
        go_on: tuple[Deed, str] = ("skip_head", tr("Load without its head"))
        return (show, go_on) if only_head else (show,)
    if code == "untrusted":
        return (("trust", tr("I trust this file")),)
    if code == "memory":
        smaller: tuple[Deed, str] = ("smaller", tr("Smaller input"))
        half: tuple[Deed, str] = ("half", tr("Half precision"))
        cpu: tuple[Deed, str] = ("cpu", tr("On the CPU"))
        tried = {"half": bool({"bf16", "fp16"} & set(where)), "cpu": "cpu" in where}
        return tuple(way for way in (smaller, half, cpu) if not tried.get(way[0]))
    if code == "size":
        return (("prepare", tr("Input size …")),)
    if code == "offline":
        return (("here", tr("Show what is here")),)
    if code == "absent":
        return (("download", tr("Download them")),)
    return ()
